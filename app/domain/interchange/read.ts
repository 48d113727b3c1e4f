import { isCase, readCase } from "#app/domain/interchange/case.ts";
import { textFromBytes } from "#app/domain/interchange/bytes.ts";
import { rowsFromText } from "#app/domain/interchange/delimited.ts";
import { isDigComp, readDigComp } from "#app/domain/interchange/digcomp.ts";
import { isGroeikompas, readGroeikompas, type ReadOurs } from "#app/domain/interchange/groeikompas.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { fieldOf, isDeeperThan, isFields } from "#app/domain/interchange/json-fields.ts";
import { triplesFromJsonLd } from "#app/domain/interchange/json-ld.ts";
import { readJsonTree } from "#app/domain/interchange/json-tree.ts";
import { accepted, refused, type LooseFramework, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { isMahara, readMahara } from "#app/domain/interchange/mahara.ts";
import { isMoodle, readMoodle } from "#app/domain/interchange/moodle.ts";
import { lost, shown } from "#app/domain/interchange/notes.ts";
import { isSkos, readSkos } from "#app/domain/interchange/skos.ts";
import { readTable, tableScore } from "#app/domain/interchange/table.ts";
import { triplesFromTurtle } from "#app/domain/interchange/triples.ts";
import { isZip, sheetsFrom, type Sheet } from "#app/domain/interchange/xlsx.ts";
import { jsonFromText } from "#app/domain/json-text.ts";

const deepest = 100;

/** Reads one file in whatever format its content shows; the name of the file plays no part in it. */
export function readFile(bytes: Uint8Array, file: string, map: ImportMap | null, notes: Notes): Read<ReadOurs> {
  if (isZip(bytes)) {
    const sheets = sheetsFrom(bytes, file);
    return sheets.ok ? loosely(fromSheets(sheets.value, file, map, notes)) : sheets;
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return refused(file, "Dit is een oud Excel-bestand (.xls). Sla het op als .xlsx of als CSV.", "This is an old Excel file (.xls). Save it as .xlsx or as CSV.");
  const text = textFromBytes(bytes, file, notes);
  if (!text.ok) return text;
  const begin = text.value.trimStart().slice(0, 2_000);
  if (/^[[{]/.test(begin)) return fromJson(text.value, file, map, notes);
  if (/^<(\?xml|!doctype|html|rdf|xliff|svg|[a-z]+:)/i.test(begin)) return refused(file, "Dit is een XML- of HTML-bestand. Sla het op als Turtle, JSON-LD, CSV of XLSX.", "This is an XML or HTML file. Save it as Turtle, JSON-LD, CSV or XLSX.");
  if (/^\s*(@prefix|@base|prefix|base)\s+[^\n]*<[^>\n]*>/im.test(text.value.slice(0, 20_000)) || /^<[^>\s]+>\s+(<[^>\s]+>|a)\s/m.test(begin)) {
    const triples = triplesFromTurtle(text.value, file);
    return triples.ok ? loosely(readSkos(triples.value, file, notes)) : triples;
  }
  if (/^("([^"\\]|\\.)*"|null|true|false|-?\d+(\.\d+)?)$/.test(begin.trimEnd())) return refused(file, "Dit bestand bevat één waarde en geen raamwerk.", "This file holds a single value and no framework.");
  const rows = rowsFromText(text.value, file);
  if (!rows.ok) return rows;
  return loosely(isMoodle(rows.value) ? readMoodle(rows.value, file, notes) : readTable(rows.value, file, map, notes));
}

const loosely = (read: Read<LooseFramework>): Read<ReadOurs> => (read.ok ? accepted({ whole: null, loose: read.value }) : read);

function fromSheets(sheets: readonly Sheet[], file: string, map: ImportMap | null, notes: Notes): Read<LooseFramework> {
  const asked = map?.sheet;
  const sheet = asked === undefined ? [...sheets].sort((a, b) => tableScore(b.rows) - tableScore(a.rows))[0]! : sheets.find(({ name }) => name.trim().toLowerCase() === asked.trim().toLowerCase());
  const names = `${sheets.slice(0, 10).map(({ name }) => shown(name, 36)).join(", ")}${sheets.length > 10 ? ", …" : ""}`;
  if (!sheet) return refused(file, `Er is geen blad ${shown(asked ?? "", 36)}. De bladen zijn: ${names}.`, `There is no sheet ${shown(asked ?? "", 36)}. The sheets are: ${names}.`);
  const others = sheets.filter((each) => each !== sheet).map(({ name }) => name);
  if (others.length > 0) lost(notes, "other-parts", file, others.join(", "));
  return isMoodle(sheet.rows) ? readMoodle(sheet.rows, file, notes) : readTable(sheet.rows, file, map, notes);
}

function fromJson(text: string, file: string, map: ImportMap | null, notes: Notes): Read<ReadOurs> {
  const read = jsonFromText(text);
  if (!read.ok) return refused(`${file}, ${read.where}`, `Dit bestand is geen JSON die klopt (${read.where}): ${read.reason}.`, `This file is no JSON that holds (${read.where}): ${read.reason}.`);
  const json = read.value;
  if (isDeeperThan(json, deepest)) return refused(file, `De haakjes in dit bestand staan meer dan ${deepest} diep in elkaar.`, `The brackets in this file stand more than ${deepest} deep in each other.`);
  if (isGroeikompas(json)) return readGroeikompas(json, file, notes);
  if (isCase(json)) return loosely(readCase(json, file, notes));
  if (isMahara(json)) return loosely(readMahara(json, file, notes));
  if (isDigComp(json)) return loosely(readDigComp(json, file, notes));
  if (isLinkedData(json)) {
    const triples = triplesFromJsonLd(json, file);
    if (!triples.ok) return triples;
    if (isSkos(triples.value)) return loosely(readSkos(triples.value, file, notes));
  }
  return loosely(readJsonTree(json, file, map, notes));
}

function isLinkedData(json: unknown): boolean {
  const heads = Array.isArray(json) ? json.slice(0, 20) : [json];
  return heads.some((head) => isFields(head) && ["@context", "@graph", "@id", "@type"].some((name) => fieldOf(head, name) !== undefined));
}
