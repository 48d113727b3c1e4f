import { checkFramework } from "#app/domain/framework/check.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { fieldOf, isFields, textOf } from "#app/domain/interchange/json-fields.ts";
import { readJsonTree } from "#app/domain/interchange/json-tree.ts";
import { accepted, refused, type LooseFramework, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { lost, repaired } from "#app/domain/interchange/notes.ts";

/** True for a document of our own schema, of whatever version of the schema, also when it does not hold. */
export function isGroeikompas(json: unknown): boolean {
  return isFields(json) && typeof fieldOf(json, "schema") === "number" && Array.isArray(fieldOf(json, "nodes")) && Array.isArray(fieldOf(json, "instruments"));
}

/** A document of ours as it is, or what can be read of one that does not hold. */
export type ReadOurs = { readonly whole: Framework; readonly loose: null } | { readonly whole: null; readonly loose: LooseFramework };

const parts: ImportMap = { nodes: "nodes", fields: { id: ["id"], code: ["code"], title: ["title"], description: ["description"], children: ["children"], levels: ["levels"] } };

/** Reads a document of our own. One that holds is kept to the letter; one that does not is built anew from what it says. */
export function readGroeikompas(json: unknown, file: string, notes: Notes): Read<ReadOurs> {
  const schema = fieldOf(json, "schema");
  if (schema !== 1) return refused(file, `Dit document heeft schema ${String(schema)}; deze versie van Groeikompas kent schema 1. Werk eerst Groeikompas bij.`, `This document has schema ${String(schema)}; this version of Groeikompas knows schema 1. Update Groeikompas first.`);
  const checked = checkFramework(json);
  if (checked.ok) return accepted({ whole: checked.value, loose: null });
  const { where, reason } = checked.problems[0]!;
  const own: Notes = { repairs: [], losses: [] };
  const read = readJsonTree(json, file, parts, own);
  if (!read.ok) return refused(`${file} · ${where}`, `Dit document van Groeikompas klopt niet: ${reason}.`, `This document of Groeikompas does not hold: ${reason}.`);
  repaired(notes, "rebuilt", where, `${where}: ${reason}`);
  lost(notes, "fields", file, "instruments, profiles, variants");
  const source = fieldOf(json, "source");
  const only = fieldOf(json, "languages");
  return accepted({ whole: null, loose: { ...read.value, format: "groeikompas", facts: { ...read.value.facts, language: Array.isArray(only) && only.length === 1 ? String(only[0]) : null, publisher: textOf(source, "publisher") || null, licence: textOf(fieldOf(json, "licence"), "name", "id") || null } } });
}

/** Two documents with the same shape, each in its own language, as one in both; null when they are not that. */
export function bothLanguages(one: Framework, other: Framework): Framework | null {
  const [first, second] = [one.languages?.[0], other.languages?.[0]];
  if (!first || !second || first === second || one.slug !== other.slug) return null;
  const merge = (a: unknown, b: unknown): unknown => {
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length || a.some((each, nth) => textOf(each, "id", "level") !== textOf(b[nth], "id", "level"))) throw new Error("other shape");
      return a.map((each, nth) => merge(each, b[nth]));
    }
    if (!isFields(a) || !isFields(b)) return a;
    if (Object.keys(a).length === 2 && typeof a["nl"] === "string" && typeof a["en"] === "string") return { nl: (first === "nl" ? a : b)["nl"], en: (first === "en" ? a : b)["en"] };
    return Object.fromEntries(Object.entries(a).map(([name, value]) => [name, Object.hasOwn(b, name) ? merge(value, b[name]) : value]));
  };
  try {
    const { languages: _, ...rest } = one;
    const checked = checkFramework(merge(rest, other));
    return checked.ok ? checked.value : null;
  } catch {
    return null;
  }
}
