import { namedTexts, squeezed, type ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { fieldOf, isFields, type Fields } from "#app/domain/interchange/json-fields.ts";
import type { Proposal } from "#app/domain/interchange/loose.ts";
import type { Language, Text } from "#app/domain/text.ts";

type Named = { readonly name: string; readonly language: string };

/** Where in a JSON file the items stand and which of their fields is what. */
export type JsonPlan = {
  readonly root: unknown;
  readonly lists: readonly { readonly name: string; readonly values: readonly unknown[] }[];
  readonly id: readonly string[];
  readonly parent: readonly string[];
  readonly code: readonly string[];
  readonly type: readonly string[];
  readonly order: readonly string[];
  readonly title: readonly Named[];
  readonly description: readonly Named[];
  readonly children: readonly string[];
  readonly levels: readonly string[];
  /** The plan in words, for whoever has to confirm it. */
  readonly words: Text;
  readonly proposal: Proposal;
};

const known = {
  id: ["id", "identifier", "@id", "uuid", "guid", "uri", "key", "slug", "sleutel"],
  parent: ["parent", "parentid", "parentcode", "ouder", "broader", "areaid", "competenceareaid", "competenceid", "domainid", "categoryid", "gebiedid"],
  code: ["code", "notation", "number", "nummer", "nr", "humancodingscheme"],
  type: ["type", "kind", "soort", "@type", "cfitemtype"],
  order: ["order", "sequence", "sequencenumber", "volgorde", "position", "index"],
  title: ["title", "titel", "name", "naam", "label", "preflabel", "preferredlabel", "shortname", "fullstatement", "statement", "competence", "competentie", "question", "vraag", "text", "tekst"],
  description: ["description", "beschrijving", "omschrijving", "definition", "definitie", "descriptor", "summary", "toelichting", "fullstatement", "explanation"],
} as const;
const levelWords = /level|niveau|rubric|proficien|stappen|steps|stages|scale|schaal|descriptors|grades/i;
const listWords = /child|item|competen|indicator|skill|outcome|statement|onderde|element|area|gebied|domain|domein|topic|thema|theme|standard|node|sub|criteri|vaardig|leerdoel|aspect|cluster|categor/i;

const titled = (value: unknown): boolean => isFields(value) && Object.keys(value).some((name) => (known.title as readonly string[]).includes(bare(name)));
/** "title_nl" and "titleNl" are "title". */
const bare = (name: string) => squeezed(name.replace(/([_@.-](nl|en)|Nl|En)$/, "")) || name;

/** Proposes how a JSON file is to be read, or follows the map; null when there is nothing with a title in it. */
export function jsonPlan(json: unknown, map: ImportMap | null): JsonPlan | null {
  const found = map?.nodes === undefined ? listsIn(json) : { root: json, lists: listsAt(json, map.nodes) };
  if (!found || found.lists.length === 0) return null;
  const samples = sampleOf(found.lists.flatMap(({ values }) => values));
  const names = [...new Set(samples.flatMap((fields) => Object.keys(fields)))];
  const fields = map?.fields;
  const propose = (role: keyof typeof known) => [...known[role]].flatMap((word) => names.filter((name) => (bare(name) === squeezed(word) || name === word) && samples.some((sample) => fieldOf(sample, name) !== undefined)));
  const levels = fields?.levels ?? names.filter((name) => levelWords.test(name) && samples.some((sample) => holdsLevels(fieldOf(sample, name))));
  const children = fields?.children ?? names.filter((name) => !levels.includes(name) && samples.some((sample) => holdsNodes(fieldOf(sample, name), name)));
  const strings = (role: "title" | "description") => (fields?.[role] === undefined ? [...new Set(propose(role).map((name) => name.replace(/([_@.-](nl|en)|Nl|En)$/, "")))].map((name) => ({ name, language: "" })) : namedTexts(fields[role]));
  const titles = strings("title");
  if (titles.length === 0) return null;
  const id = fields?.id ?? propose("id");
  const description = strings("description").filter(({ name }) => name !== titles[0]!.name);
  const plan = { root: found.root, lists: found.lists, id, parent: fields?.parent ?? propose("parent").filter((name) => !id.includes(name)), code: fields?.code ?? propose("code"), type: fields?.type ?? propose("type"), order: fields?.order ?? propose("order"), title: titles, description, children, levels };
  return { ...plan, words: { nl: inWords(plan, "nl"), en: inWords(plan, "en") }, proposal: { id: id.slice(0, 1), parent: plan.parent.slice(0, 1), code: plan.code.slice(0, 1), depth: [], path: [], title: titles.slice(0, 1), description: description.slice(0, 1), levels, children } };
}

const dutch: Readonly<Record<string, string>> = { nodes: "lijst", id: "kenmerk", code: "code", parent: "staat onder", title: "titel", description: "beschrijving", children: "wat eronder staat", levels: "niveaus" };

function inWords(plan: Omit<JsonPlan, "words" | "proposal">, language: Language): string {
  const said: [string, readonly string[]][] = [["nodes", plan.lists.map(({ name }) => name)], ["id", plan.id.slice(0, 1)], ["code", plan.code.slice(0, 1)], ["parent", plan.parent.slice(0, 1)], ["title", plan.title.slice(0, 1).map(({ name }) => name)], ["description", plan.description.slice(0, 1).map(({ name }) => name)], ["children", plan.children], ["levels", plan.levels]];
  return said.filter(([, names]) => names.length > 0).map(([role, names]) => `${language === "nl" ? dutch[role]! : role} = ${names.join(" + ") || (language === "nl" ? "(het hele bestand)" : "(root)")}`).join(", ");
}

/** The things themselves and what stands in them, a few hundred at most. */
function sampleOf(values: readonly unknown[]): Fields[] {
  const found: Fields[] = [];
  let layer = values.filter(isFields);
  while (layer.length > 0 && found.length < 400) {
    found.push(...layer.slice(0, 150));
    layer = layer.slice(0, 40).flatMap((fields) => Object.entries(fields).flatMap(([name, value]) => (!levelWords.test(name) && holdsNodes(value, name) ? (Array.isArray(value) ? value : Object.values(value as object)).filter(isFields) : [])));
  }
  return found;
}

function holdsNodes(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some(titled) || (listWords.test(name) && value.length > 0 && value.every((each) => typeof each === "string"));
  return isFields(value) && Object.keys(value).length > 0 && Object.values(value).every(titled);
}

const holdsLevels = (value: unknown): boolean => (Array.isArray(value) && value.length > 0) || (isFields(value) && Object.keys(value).length > 0 && Object.values(value).every((each) => typeof each === "string" || isFields(each)));

type Found = { readonly root: unknown; readonly lists: JsonPlan["lists"] };

/** The list with the most titled things in it; several lists of one object that point at each other are read together. */
function listsIn(json: unknown): Found | null {
  if (Array.isArray(json)) return json.some(titled) ? { root: null, lists: [{ name: "", values: json }] } : null;
  let layer: Fields[] = isFields(json) ? [json] : [];
  for (let depth = 0; depth < 6 && layer.length > 0; depth += 1) {
    for (const fields of layer) {
      const lists = Object.entries(fields).filter(([name, value]) => !/^(levels|niveaus|scale|schaal|glossary|begrippen)$/i.test(name) && Array.isArray(value) && value.some(titled)).map(([name, value]) => ({ name, values: value as readonly unknown[] }));
      if (lists.length > 0) return { root: fields, lists: pointing(lists) };
      const keyed = Object.entries(fields).find(([name, value]) => isFields(value) && Object.keys(value).length > (listWords.test(name) ? 0 : 1) && Object.values(value).every(titled));
      if (keyed) return { root: fields, lists: [{ name: keyed[0], values: Object.entries(keyed[1] as Fields).map(([key, each]) => ({ id: key, ...(each as Fields) })) }] };
    }
    layer = layer.flatMap((fields) => Object.values(fields).filter(isFields));
  }
  return null;
}

/** The longest list, with the lists that it points at: areas beside competences that name their area. */
function pointing(lists: readonly { name: string; values: readonly unknown[] }[]): JsonPlan["lists"] {
  const isNamed = (word: string) => (known.parent as readonly string[]).includes(squeezed(word));
  const points = lists.some(({ values }) => values.some((value) => isFields(value) && Object.keys(value).some(isNamed)));
  return points ? lists : [[...lists].sort((a, b) => b.values.length - a.values.length)[0]!];
}

function listsAt(json: unknown, path: string): JsonPlan["lists"] {
  let at: unknown = json;
  for (const name of path.split(".").filter((part) => part !== "")) at = Array.isArray(at) ? at[Number(name)] : fieldOf(at, name);
  if (Array.isArray(at)) return [{ name: path, values: at }];
  return isFields(at) ? [{ name: path, values: Object.values(at).every(isFields) ? Object.entries(at).map(([key, each]) => ({ id: key, ...(each as Fields) })) : [at] }] : [];
}
