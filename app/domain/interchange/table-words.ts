import { type Proposal } from "#app/domain/interchange/loose.ts";
import { type Column, type Role } from "#app/domain/interchange/table-columns.ts";
import type { Text } from "#app/domain/text.ts";

const words: Readonly<Record<Role, Text>> = {
  id: { nl: "kenmerk", en: "id" },
  parent: { nl: "staat onder", en: "parent" },
  code: { nl: "code", en: "code" },
  title: { nl: "titel", en: "title" },
  short: { nl: "titel", en: "title" },
  full: { nl: "titel en beschrijving", en: "title/description" },
  description: { nl: "beschrijving", en: "description" },
  kind: { nl: "soort", en: "type" },
  order: { nl: "volgorde", en: "order" },
  depth: { nl: "diepte", en: "depth" },
  path: { nl: "laag", en: "layer" },
  pathCode: { nl: "code van de laag", en: "layer code" },
  level: { nl: "niveau", en: "level" },
  step: { nl: "tekst per niveau", en: "level text" },
  related: { nl: "hangt samen met", en: "related" },
  partOf: { nl: "deel van", en: "part of" },
  replacedBy: { nl: "vervangen door", en: "replaced by" },
  exemplar: { nl: "voorbeeld", en: "exemplar" },
  skillLevel: { nl: "niveau van de vaardigheid", en: "skill level" },
};

const nameOf = ({ header, at }: Column) => header || String(at + 1);

/** How the columns were read, in words; columns for the same thing together. */
export function columnsInWords(columns: readonly Column[]): Text {
  const said = (language: keyof Text) => {
    const found = new Map<string, string[]>();
    for (const column of columns) {
      const role = `${words[column.role][language]}${column.language ? ` (${column.language})` : ""}`;
      found.set(role, [...(found.get(role) ?? []), nameOf(column)]);
    }
    return [...found].map(([role, names]) => `${role} = ${names.join(" + ")}`).join(", ");
  };
  return { nl: said("nl"), en: said("en") };
}

/** The same for the form in which a reader can say otherwise. */
export function columnsProposed(columns: readonly Column[]): Proposal {
  const of = (...roles: Role[]) => columns.filter(({ role }) => roles.includes(role));
  const texts = (...roles: Role[]) => of(...roles).map((column) => ({ language: column.language, name: nameOf(column) }));
  const names = (role: Role) => of(role).map(nameOf);
  const layers = of("path").sort((a, b) => a.layer - b.layer).map(nameOf);
  return { id: names("id"), parent: names("parent"), code: names("code"), title: texts("title", "short", "full").slice(0, 2), description: texts("description"), depth: names("depth"), path: layers, levels: names("step"), children: [] };
}
