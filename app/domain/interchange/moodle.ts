import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Row } from "#app/domain/interchange/delimited.ts";
import { accepted, codeFromId, looseNode, noFacts, noWords, refused, wordsOf, type LooseFramework, type LooseLink, type LooseNode, type LooseStep, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { oneLine, plainText } from "#app/domain/interchange/plain-text.ts";

/** The columns of Moodle's competency framework CSV, in its order; the form of 2016 lacks the two marked with a star. */
const columns = ["parent", "id", "name", "description", "format", "scale", "config", "rule", "outcome", "ruleConfig", "related*", "exported*", "isFramework", "taxonomy"] as const;
type Column = "parent" | "id" | "name" | "description" | "format" | "scale" | "config" | "rule" | "outcome" | "ruleConfig" | "related" | "exported" | "isFramework" | "taxonomy";
type Places = Readonly<Partial<Record<Column, number>>>;

/** Header words of all versions, and of sites in Dutch, German and French; compared without case, blanks and signs. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  parent: ["parentidnumber", "parentid", "idnummerouder", "ouderidnummer", "bovenliggendidnummer", "übergeordneteidnummer", "numérodidentificationparent", "identifiantparent"],
  id: ["idnumber", "idnummer", "identificatienummer", "numérodidentification", "identifiant"],
  name: ["shortname", "kortenaam", "naam", "kurzbezeichnung", "kurzname", "nomabrégé", "nomcourt"],
  description: ["description", "beschrijving", "beschreibung"],
  format: ["descriptionformat", "formaatbeschrijving", "beschrijvingsformaat", "beschreibungsformat", "formatdescription", "formatdeladescription"],
  scale: ["scalevalues", "schaalwaarden", "waardenvandeschaal", "skalenwerte", "valeursdubarème"],
  config: ["scaleconfiguration", "schaalconfiguratie", "instellingenvandeschaal", "skalenkonfiguration", "configurationdubarème"],
  rule: ["ruletypeoptional", "ruletype", "regeltype", "typeregel", "regeltypeoptioneel"],
  outcome: ["ruleoutcomeoptional", "ruleoutcome", "regelresultaat", "regelresultaatoptioneel"],
  ruleConfig: ["ruleconfigoptional", "ruleconfig", "regelconfiguratie", "regelconfiguratieoptioneel"],
  related: ["crossreferencedcompetencyidnumbers", "crossreferencedcompetencyids", "kruisverwijzingen", "idnummerskruisverwijzingen"],
  exported: ["exportedidoptional", "exportedid", "geëxporteerdidoptioneel", "geëxporteerdeidoptioneel"],
  isFramework: ["isframework", "iscompetentiekader", "iskader", "isframeworkoptional", "istkompetenzrahmen", "estunréférentiel"],
  taxonomy: ["taxonomy", "taxonomie", "taxonomies"],
};
const byHeader = new Map((Object.entries(headers) as [Column, readonly string[]][]).flatMap(([column, names]) => names.map((name) => [name, column] as const)));
const squeezed = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, "");

/** Where the columns are: by the names in the first row, else by their places; null when this is no file of Moodle. */
function placesOf(rows: readonly Row[]): { places: Places; named: boolean } | null {
  const head = rows[0]?.cells ?? [];
  const named = new Map<Column, number>();
  head.forEach((cell, nth) => {
    const column = byHeader.get(squeezed(cell));
    if (column && !named.has(column)) named.set(column, nth);
  });
  const typical = (["parent", "config", "isFramework", "taxonomy", "scale", "format"] as const).filter((column) => named.has(column)).length;
  if (named.has("id") && named.has("name") && typical >= 3) return { places: Object.fromEntries(named), named: true };
  const configured = rows.findIndex(({ cells }) => /^\s*\[\s*\{\s*"scaleid"/.test(cells[6] ?? ""));
  if (configured < 0 || (head.length !== 12 && head.length !== 14)) return null;
  const order = columns.filter((column) => head.length === 14 || !column.endsWith("*"));
  return { places: Object.fromEntries(order.map((column, nth) => [column.replace("*", ""), nth])), named: false };
}

/** True for rows that are a competency framework of Moodle. */
export function isMoodle(rows: readonly Row[]): boolean {
  return placesOf(rows) !== null;
}

/** Reads Moodle's CSV of 12 or 14 columns. Parents may come after their children, and every row is kept. */
export function readMoodle(rows: readonly Row[], file: string, notes: Notes): Read<LooseFramework> {
  const found = placesOf(rows);
  if (!found) return refused(file, "Dit is geen raamwerk van Moodle.", "This is no framework of Moodle.");
  const { places, named } = found;
  if (!named) repaired(notes, "by-position", file);
  const cell = ({ cells }: Row, column: Column) => (places[column] === undefined ? "" : (cells[places[column]!] ?? "").trim());
  const isHead = (row: Row) => /^(1|true|yes|ja|waar)$/i.test(cell(row, "isFramework"));
  // A first row that is no header is data: by position, a header still has no number in the last columns.
  const data = named || !/^[01]?$/.test(cell(rows[0]!, "format")) ? rows.slice(1) : rows;
  const heads = data.filter(isHead);
  const [head] = heads;
  if (heads.length > 1) lost(notes, "more-frameworks", file, cell(head!, "name"));
  const items = data.filter((row) => !isHead(row) && [cell(row, "id"), cell(row, "name"), cell(row, "description")].some((text) => text !== ""));
  const root = head ? cell(head, "id") : "";
  const scale = head ? scaleFrom(cell(head, "scale")) : null;
  const taken = new Set(items.map((row) => cell(row, "id")));
  const nodes = items.map((row) => {
    const parent = cell(row, "parent");
    const [id, key] = [cell(row, "id"), cell(row, "id") || `row ${row.line}`];
    const { title, description } = namesFrom(row, key, cell, notes);
    const own = cell(row, "scale");
    if (own !== "" && head && own !== cell(head, "scale")) lost(notes, "other-scale", key, own);
    // Under the framework itself is the top, whether that is said with nothing or with its number.
    return looseNode(key, title, { id, code: codeFromId(id), description, parent: parent === "" || (parent === root && !taken.has(root)) ? null : parent, links: linksFrom(cell(row, "related"), taken) });
  });
  noteUnread(items, head, cell, notes);
  const taxonomy = head ? cell(head, "taxonomy") : "";
  return accepted({ format: "moodle-csv", title: wordsOf(head ? cell(head, "name") || root : ""), description: head ? namesFrom(head, wholeFile, cell, notes).description : noWords, facts: noFacts, nodes, scale, answers: null, layers: layersFrom(taxonomy), markdown: items.some((row) => cell(row, "format") === "4"), byCode: false });
}

type Cell = (row: Row, column: Column) => string;

/** Moodle cuts names at 100 characters; the whole name then begins the description. */
function namesFrom(row: Row, where: string, cell: Cell, notes: Notes): Pick<LooseNode, "title" | "description"> {
  const [name, description] = [cell(row, "name"), cell(row, "description")];
  const whole = oneLine(plainText(description).text);
  const begun = oneLine(plainText(name).text).replace(/(\.\.\.|…)$/, "").trimEnd();
  const cut = [...name].length >= 95 || /(\.\.\.|…)$/.test(name);
  if (!cut || begun.length < 20 || whole.length <= begun.length || !folded(whole).startsWith(folded(begun))) return { title: wordsOf(name), description: wordsOf(description) };
  repaired(notes, "name-recovered", where);
  const sentence = /^.{1,195}?[.!?](?=\s|$)/.exec(whole.slice(begun.length - 1));
  const title = whole.length <= 200 ? whole : sentence && begun.length + sentence[0].length <= 201 ? whole.slice(0, begun.length - 1) + sentence[0] : whole;
  return { title: wordsOf(title), description: wordsOf(description) };
}

/** Level names are joined by commas. */
function scaleFrom(values: string): readonly LooseStep[] | null {
  const names = values.split(",").map((name) => name.trim()).filter((name) => name !== "");
  return names.length === 0 ? null : names.map((name) => ({ code: "", title: wordsOf(name), description: noWords }));
}

/** Numbers of related competencies, joined by commas; a comma inside a number is written %2C. */
function linksFrom(related: string, taken: ReadonlySet<string>): readonly LooseLink[] {
  return related.split(",").map((id) => id.replaceAll("%2C", ",").trim()).filter((id) => id !== "").map((id) => (taken.has(id) ? { relation: "related", key: id } : { relation: "related", address: id }));
}

/** Terms per layer: joined by commas, or in files of 2016 an object {"1":"domain"}. */
function layersFrom(taxonomy: string): readonly string[] {
  if (!taxonomy.startsWith("{")) return taxonomy.split(",").map((term) => term.trim());
  return [...taxonomy.matchAll(/"(\d)"\s*:\s*"([a-z]+)"/g)].sort(([, a], [, b]) => Number(a) - Number(b)).map(([, , term]) => term!);
}

function noteUnread(items: readonly Row[], head: Row | undefined, cell: Cell, notes: Notes): void {
  if (head && /"proficient"\s*:\s*(1|true)/.test(cell(head, "config"))) lost(notes, "proficient-marks", wholeFile);
  const rules = items.filter((row) => cell(row, "rule") !== "").length;
  if (rules > 0) lost(notes, "completion-rules", wholeFile, rules);
}
