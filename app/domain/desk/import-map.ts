import { importMapSchema, type ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import type { Proposal } from "#app/domain/interchange/loose.ts";
import type { Language } from "#app/domain/text.ts";

/** What can be said about the columns of a table or the fields of a JSON tree, by the names of the form. */
export const mapFields = ["title", "language", "id", "parent", "code", "title.nl", "title.en", "description.nl", "description.en", "depth", "path", "levels", "children"] as const;
export type MapField = (typeof mapFields)[number];
export type MapValues = Readonly<Partial<Record<MapField, string>>>;

const longest = 400;

/**
 * How columns or fields are to be read, as typed: names or numbers of columns, with commas between several. What is left empty stays as proposed.
 * @returns null for nothing said, or "wrong" when it cannot be read
 */
export function mapFrom(typed: MapValues): ImportMap | null | "wrong" {
  const text = (name: MapField) => (typed[name] ?? "").trim();
  if (mapFields.some((name) => text(name).length > longest)) return "wrong";
  const names = (name: MapField) => {
    const each = text(name).split(",").map((part) => part.trim()).filter(Boolean);
    return each.length > 0 ? each : undefined;
  };
  const both = (name: "title" | "description") => {
    const [nl, en] = [names(`${name}.nl`), names(`${name}.en`)];
    return nl || en ? { ...(nl ? { nl } : {}), ...(en ? { en } : {}) } : undefined;
  };
  const fields = { id: names("id"), parent: names("parent"), code: names("code"), title: both("title"), description: both("description"), depth: names("depth"), path: names("path"), levels: names("levels"), children: names("children") };
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const map = { ...(text("title") ? { title: text("title") } : {}), ...(text("language") ? { language: text("language") } : {}), ...(Object.keys(said).length > 0 ? { fields: said } : {}) };
  if (Object.keys(map).length === 0) return null;
  const checked = importMapSchema.safeParse(map);
  return checked.success ? checked.data : "wrong";
}

/** How a file was read, in the words of the same form: what a reader finds there and can say otherwise. */
export function proposedMap(proposal: Proposal, { title, languages }: { readonly title: string; readonly languages: readonly Language[] }): MapValues {
  const text = (part: "title" | "description", language: Language) => proposal[part].filter((each) => each.language === language || (each.language === "" && languages[0] === language)).map(({ name }) => name);
  const { id, parent, code, depth, path, levels, children } = proposal;
  const all: Readonly<Record<MapField, readonly string[]>> = {
    ...{ title: [title], language: languages.length === 1 ? languages : [], id, parent, code, depth, path, levels, children },
    ...{ "title.nl": text("title", "nl"), "title.en": text("title", "en"), "description.nl": text("description", "nl"), "description.en": text("description", "en") },
  };
  return Object.fromEntries(mapFields.flatMap((name) => (all[name].length > 0 ? [[name, all[name].join(", ").slice(0, longest)]] : [])));
}
