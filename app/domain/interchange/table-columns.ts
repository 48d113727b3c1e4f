import type { Row } from "#app/domain/interchange/delimited.ts";
import { namedTexts, squeezed, type ImportMap } from "#app/domain/interchange/import-map-schema.ts";

/** What a column of a table is for. `short` and `full` are OpenSALT's two statements; a path column names a layer. */
export type Role = "id" | "parent" | "code" | "title" | "short" | "full" | "description" | "kind" | "order" | "depth" | "path" | "pathCode" | "level" | "step" | "related" | "partOf" | "replacedBy" | "exemplar" | "skillLevel";
export type Column = { readonly at: number; readonly role: Role; readonly language: string; readonly header: string; /** Of a path column: its layer, from 1. */ readonly layer: number };

const words: Readonly<Partial<Record<Role, readonly string[]>>> = {
  id: ["id", "identifier", "identificatie", "uri", "url", "concepturi", "guid", "uuid", "sleutel", "key", "itemid", "idnumber", "idnummer", "competenceid", "competentieid"],
  parent: ["parent", "parentid", "parentidentifier", "parentcode", "parentidnumber", "ischildof", "ouder", "ouderid", "bovenliggend", "bovenliggendeid", "valtonder", "hoortbij", "onderdeelvan", "broader", "broaderconcepturi", "broaderconcept", "parentkey", "boven", "under"],
  code: ["code", "nr", "nummer", "number", "no", "notation", "notatie", "humancodingscheme", "smartlevel", "competentiecode", "competencecode", "listenumeration", "codering"],
  title: ["title", "titel", "name", "naam", "label", "preflabel", "preferredlabel", "statement", "uitspraak", "item", "onderwerp", "itemtitle", "kop", "vraag", "question", "tekst", "text"],
  short: ["abbreviatedstatement", "shortname", "kortenaam", "verkortetekst", "shortstatement"],
  full: ["fullstatement", "volledigetekst", "fulltext", "longname"],
  description: ["description", "beschrijving", "omschrijving", "toelichting", "definition", "definitie", "uitleg", "notes", "note", "opmerking", "opmerkingen", "explanation", "descriptor", "scopenote"],
  kind: ["type", "soort", "itemtype", "cfitemtype", "itemsoort", "laagnaam"],
  order: ["order", "volgorde", "sequencenumber", "sequence", "positie", "position", "sort", "sorteer", "rang"],
  depth: ["depth", "diepte", "laag", "layer", "indent"],
  level: ["level", "niveau", "proficiencylevel", "beheersingsniveau", "proficiency", "stap", "stage", "fase"],
  related: ["isrelatedto", "related", "gerelateerd", "crosswalk"],
  partOf: ["ispartof"],
  replacedBy: ["replacedby"],
  exemplar: ["exemplar"],
  skillLevel: ["hasskilllevel"],
};
const byWord = new Map((Object.entries(words) as [Role, readonly string[]][]).flatMap(([role, list]) => list.map((word) => [word, role] as const)));

/** Words for a layer of the tree, with the layer they usually stand in. */
const layerWords = new Map<string, number>([
  ...["area", "competencearea", "competenceareas", "gebied", "competentiegebied", "domain", "domein", "thema", "theme", "cluster", "categorie", "category", "pijler", "aspect", "hoofdgebied", "rubriek", "dimensie", "dimension", "standaard", "standard"].map((word) => [word, 1] as const),
  ...["subarea", "subdomain", "subdomein", "deelgebied", "subthema", "subcategorie", "subcategory"].map((word) => [word, 2] as const),
  ...["competence", "competentie", "competency", "bekwaamheid", "vaardigheid", "skill", "element", "onderdeel"].map((word) => [word, 3] as const),
  ...["indicator", "gedragsindicator", "criterium", "criterion", "learningoutcome", "leerdoel", "leeruitkomst", "subcompetentie", "subcompetence"].map((word) => [word, 4] as const),
]);

const levelHeader = /^\s*((niveau|level|stap|step|fase|stage|stadium)\s*\d{1,2}\b|[abc][12]\b|(starter|beginner|basis|basic|foundation|newcomer|explorer|integrator|expert|leader|pioneer|intermediate|advanced|highly advanced|gevorderd|zeer gevorderd|gebruiker|kenner|voortrekker|verkennen|toepassen|onvoldoende|voldoende|goed|excellent)\s*$)/i;
const languageEnd = /[\s_@.(/[-]+(nl|nld|en|eng|dutch|english|nederlands|engels)\s*[)\]]?\s*$/i;

/** The columns that a header row proposes, by their names in Dutch or English. */
export function columnsFrom(head: Row, data: readonly Row[]): Column[] {
  const found: Column[] = [];
  head.cells.forEach((header, at) => {
    const tail = languageEnd.exec(header)?.[1]?.toLowerCase() ?? "";
    const language = tail === "" ? "" : /^(en|eng|english|engels)$/.test(tail) ? "en" : "nl";
    const word = squeezed(language === "" ? header : header.replace(languageEnd, ""));
    const bare = word.replace(/(id|code|nr|nummer|number)$/, "");
    const role = byWord.get(word) ?? (levelHeader.test(header) ? "step" : layerWords.has(word) ? "path" : layerWords.has(bare) ? "pathCode" : null);
    if (role !== null && word !== "") found.push({ at, role, language, header: header.trim(), layer: layerWords.get(word) ?? layerWords.get(bare) ?? 0 });
  });
  const numeric = (at: number) => data.filter(({ cells }) => (cells[at] ?? "").trim() !== "").every(({ cells }) => /^\d{1,2}$/.test(cells[at]!.trim()));
  const roles = found.map((column): Column => (column.role === "level" && numeric(column.at) && !found.some(({ role }) => role === "path" || role === "parent") ? { ...column, role: "depth" } : column));
  return leafTitle(once(roles));
}

/** Every role but these is for one column (per language). */
const several = new Set<Role>(["path", "pathCode", "step", "description"]);
const once = (columns: readonly Column[]): Column[] => columns.filter(({ role, language }, nth) => several.has(role) || columns.findIndex((other) => other.role === role && other.language === language) === nth);

/** Where layers are columns and no column is a title, the deepest layer is what each row is about. */
function leafTitle(columns: readonly Column[]): Column[] {
  const layers = columns.filter(({ role }) => role === "path");
  if (layers.length === 0 || columns.some(({ role }) => role === "title" || role === "full" || role === "short")) return [...columns];
  const deepest = Math.max(...layers.map(({ layer }) => layer));
  return columns.map((column): Column => (column.role === "path" && column.layer === deepest ? { ...column, role: "title" } : column.role === "pathCode" && column.layer === deepest && !columns.some(({ role }) => role === "code") ? { ...column, role: "code" } : column));
}

/** What a map says, in place of what was proposed for the same thing; null with the name that is not there. */
export function mappedColumns(map: ImportMap | null, head: Row, proposed: readonly Column[]): { columns: readonly Column[]; missing: string | null } {
  const fields = map?.fields;
  if (!fields) return { columns: proposed, missing: null };
  const at = (name: string) => {
    const byName = head.cells.findIndex((header) => squeezed(header) === squeezed(name));
    return byName >= 0 ? byName : /^\d+$/.test(name) && Number(name) <= head.cells.length ? Number(name) - 1 : -1;
  };
  const asked: { role: Role; name: string; language: string; layer: number }[] = [
    ...(["id", "parent", "code", "order", "depth"] as const).flatMap((role) => (fields[role] ?? []).map((name) => ({ role, name, language: "", layer: 0 }))),
    ...(fields.type ?? []).map((name) => ({ role: "kind" as const, name, language: "", layer: 0 })),
    ...(["title", "description"] as const).flatMap((role) => namedTexts(fields[role]).map(({ language, name }) => ({ role, name, language, layer: 0 }))),
    ...(fields.path ?? []).map((name, nth) => ({ role: "path" as const, name, language: "", layer: nth + 1 })),
    ...(fields.levels ?? []).map((name) => ({ role: "step" as const, name, language: "", layer: 0 })),
  ];
  const missing = asked.find(({ name }) => at(name) < 0)?.name ?? null;
  const own = asked.filter(({ name }) => at(name) >= 0).map(({ role, name, language, layer }): Column => ({ at: at(name), role, language, header: head.cells[at(name)]!.trim(), layer }));
  const said = new Set(own.map(({ role }) => role));
  if (said.has("title")) for (const role of ["short", "full"] as const) said.add(role);
  if (said.has("path")) said.add("pathCode");
  const used = new Set(own.map((column) => column.at));
  return { columns: [...own, ...proposed.filter(({ role, at: place }) => !said.has(role) && !used.has(place))], missing };
}

/** How many columns of a row have a name that we know: the header is the row with the most. */
export function knownNames(row: Row): number {
  return columnsFrom(row, []).length;
}

/** The columns with texts per level, together where one level has a column per language. */
export function stepColumns(columns: readonly Column[]): readonly { readonly name: string; readonly columns: readonly Column[] }[] {
  const found = new Map<string, { name: string; columns: Column[] }>();
  for (const column of columns) {
    if (column.role !== "step") continue;
    const name = column.language === "" ? column.header : column.header.replace(languageEnd, "").trim();
    const step = found.get(squeezed(name)) ?? { name, columns: [] };
    found.set(squeezed(name), step);
    step.columns.push(column);
  }
  return [...found.values()];
}
