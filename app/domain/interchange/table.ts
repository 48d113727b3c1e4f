import type { Row } from "#app/domain/interchange/delimited.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { accepted, noFacts, noWords, refused, wordsOf, type LooseFacts, type LooseFramework, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { repaired, shown } from "#app/domain/interchange/notes.ts";
import { columnsInWords, columnsProposed } from "#app/domain/interchange/table-words.ts";
import { columnsFrom, knownNames, mappedColumns, stepColumns, type Column } from "#app/domain/interchange/table-columns.ts";
import { levelRows, nodesFromRows, type Reading } from "#app/domain/interchange/table-rows.ts";

/** How well a table can be read without help: names of columns that we know, times rows. */
export function tableScore(rows: readonly Row[]): number {
  return Math.max(0, ...rows.slice(0, 20).map(knownNames)) * 1_000 + Math.min(rows.length, 999);
}

/** Reads a flat table by its columns: what each is for is proposed from its name, or said by a map. */
export function readTable(rows: readonly Row[], file: string, map: ImportMap | null, notes: Notes): Read<LooseFramework> {
  const { facts, title, rest } = preamble(rows);
  const top = rest.slice(0, 20);
  const best = Math.max(0, ...top.map(knownNames));
  const head = best === 0 ? rest[0] : top.find((row) => knownNames(row) === best);
  const data = head ? rest.filter(({ line }) => line > head.line) : [];
  if (best === 0 && isProse(rest)) return refused(file, "Dit bestand is geen raamwerk: er staat gewone tekst in. Lezen kan: een tabel (csv of xlsx) met een kolom voor de titel, JSON, IMS CASE, SKOS, of een raamwerk uit Moodle of Mahara.", "This file is no framework: it holds ordinary text. What can be read: a table (csv or xlsx) with a column for the title, JSON, IMS CASE, SKOS, or a framework of Moodle or Mahara.");
  if (!head || data.length === 0) return refused(file, "De tabel heeft geen rijen onder de kolomnamen.", "The table has no rows below the column names.");
  const proposed = columnsFrom(head, data);
  const named = proposed.some(({ role }) => role === "title" || role === "full" || role === "short") ? proposed : [...proposed, ...titleByContent(head, data, proposed)];
  const { columns, missing } = mappedColumns(map, head, named);
  const names = head.cells.map((cell, nth) => shown(cell, 36) || String(nth + 1));
  const headers = `${names.slice(0, 10).join(", ")}${names.length > 10 ? ", …" : ""}`;
  if (missing !== null) return refused(file, `Er is geen kolom ${shown(missing, 36)}. De kolommen zijn: ${headers}.`, `There is no column ${shown(missing, 36)}. The columns are: ${headers}.`);
  const titles = columns.filter(({ role }) => role === "title" || role === "full" || role === "short");
  if (titles.length === 0) return refused(file, `Er is geen kolom met een titel gevonden. De kolommen zijn: ${headers}. Geef aan welke kolom wat is.`, `No column with a title was found. The columns are: ${headers}. Say which column is what, with --map.`);
  repaired(notes, "mapping", file, columnsInWords(columns));
  const reading: Reading = { columns, data: data.filter(({ cells }) => !cells[0]?.trimStart().startsWith("#")), notes };
  const { nodes, scale } = levelRows(reading) ?? { nodes: nodesFromRows(reading), scale: null };
  const steps = scale ?? stepColumns(columns).map(({ name }) => ({ code: "", title: wordsOf(name), description: noWords }));
  const said = map?.title ?? title;
  return accepted({ format: "table", title: wordsOf(said), description: wordsOf(facts.description), facts: { ...facts.about, language: map?.language ?? facts.about.language }, nodes, scale: steps.length > 0 ? steps : null, answers: null, layers: [], markdown: false, byCode: false, around: head.cells.join(" "), proposal: columnsProposed(columns) });
}

/** Without names of columns and with one text per line it is no table, but a text. */
const isProse = (rows: readonly Row[]) => rows.length <= 1 && rows.every(({ cells }) => cells.filter((cell) => cell.trim() !== "").length <= 1);

/** Lines like "#title,My framework" before the header say something about the framework; other lines with # are remarks. */
function preamble(rows: readonly Row[]): { facts: { about: LooseFacts; description: string }; title: string; rest: readonly Row[] } {
  const said = new Map<string, string>();
  const rest: Row[] = [];
  for (const row of rows) {
    const first = row.cells[0]?.trim() ?? "";
    if (!first.startsWith("#")) rest.push(row);
    else if (row.cells[1] !== undefined) said.set(first.slice(1).trim().toLowerCase(), row.cells.slice(1).filter((cell) => cell.trim() !== "").join(", ").trim());
  }
  const say = (...names: string[]) => names.map((name) => said.get(name)).find((text) => text) ?? null;
  const year = /\b(19|20)\d\d\b/.exec(say("status_start_date", "date", "year", "jaar") ?? "")?.[0];
  return { facts: { about: { ...noFacts, language: say("language", "taal"), version: say("version", "versie"), publisher: say("publisher", "uitgever", "creator", "auteur"), licence: say("license", "licence", "licentie"), year: year ? Number(year) : null }, description: say("description", "beschrijving") ?? "" }, title: say("title", "titel") ?? "", rest };
}

/** Without a name that we know, the first column with words in most of its cells is the title, and one with short codes the code. */
function titleByContent(head: Row, data: readonly Row[], proposed: readonly Column[]): Column[] {
  const used = new Set(proposed.map(({ at }) => at));
  const share = (at: number, test: RegExp) => data.filter(({ cells }) => test.test((cells[at] ?? "").trim())).length / data.length;
  const places = head.cells.map((_, at) => at).filter((at) => !used.has(at));
  const title = places.find((at) => share(at, /\p{L}{3,}/u) > 0.6);
  const code = proposed.some(({ role }) => role === "code" || role === "id") ? undefined : places.find((at) => at !== title && share(at, /^[A-Za-z]{0,8}[\s.-]?\d+([.-]\w+)*\.?$/) > 0.6);
  const column = (at: number | undefined, role: Column["role"]): Column[] => (at === undefined ? [] : [{ at, role, language: "", header: head.cells[at]!.trim(), layer: 0 }]);
  return [...column(title, "title"), ...column(code, "code")];
}
