import { unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import type { Row } from "#app/domain/interchange/delimited.ts";
import { accepted, refused, type Read } from "#app/domain/interchange/loose.ts";

/** A sheet of a workbook with its name and its filled rows. */
export type Sheet = { readonly name: string; readonly rows: readonly Row[] };

const mostUnpacked = 40 * 1_048_576;
const mostEntries = 2_000;
const mostRows = 20_000;
const mostCells = 400_000;
const mostColumns = 500;

/** True for a file that begins as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Reads the sheets of an Excel workbook (.xlsx). What it will unpack to is looked at before anything is unpacked. */
export function sheetsFrom(bytes: Uint8Array, file: string): Read<readonly Sheet[]> {
  const damaged = refused(file, "Dit Excel-bestand is beschadigd of is geen .xlsx. Sla het opnieuw op als .xlsx of als CSV.", "This Excel file is damaged or is no .xlsx. Save it again as .xlsx or as CSV.");
  const large = refused(file, "Dit Excel-bestand is uitgepakt te groot. Houd alleen het blad met het raamwerk over.", "This Excel file is too large when unpacked. Keep only the sheet with the framework.");
  let unpacked: Record<string, Uint8Array>;
  let [size, entries] = [0, 0];
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i.test(name);
        if (wanted) size += originalSize;
        return wanted && size <= mostUnpacked && entries <= mostEntries;
      },
    });
  } catch {
    return damaged;
  }
  if (size > mostUnpacked || entries > mostEntries) return large;
  const parts = new Map(Object.entries(unpacked).map(([name, content]) => [name.toLowerCase(), content]));
  const text = (name: string) => new TextDecoder().decode(parts.get(name.toLowerCase()) ?? new Uint8Array());
  if (!parts.has("xl/workbook.xml") || [...parts.values()].some((content) => !isWhole(content))) return damaged;
  const shared = sharedStrings(text("xl/sharedStrings.xml"));
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const { name, path } of sheetPaths(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"))) {
    const rows = rowsOf(text(path), shared, mostCells - cells);
    if (rows === null) return large;
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (rows.length > 0) sheets.push({ name, rows });
  }
  return sheets.length > 0 ? accepted(sheets) : refused(file, "Dit Excel-bestand heeft geen gevuld blad.", "This Excel file has no filled sheet.");
}

/** True for XML that goes on to its end. An archive that lies about the size of a part unpacks to the beginning of it. */
function isWhole(content: Uint8Array): boolean {
  const tail = new TextDecoder().decode(content.subarray(-200));
  return /<\/(?:[\w.-]+:)?(worksheet|workbook|sst|Relationships)\s*>\s*$/.test(tail) || (content.length < 5_000 && /<[^<>]+\/>\s*$/.test(tail));
}

type Attributes = Readonly<Record<string, string>>;

/** Walks through XML. Names lose their prefix; entities are the five of XML and numbers, so nothing can unfold. */
function walk(xml: string, open: (name: string, attributes: Attributes) => void, close: (name: string) => void, said: (text: string) => void): void {
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const parser = new Parser({ onopentag: (name, attributes) => open(local(name), attributes), onclosetag: (name) => close(local(name)), ontext: said }, { xmlMode: true, decodeEntities: true });
  parser.write(xml);
  parser.end();
}

function sheetPaths(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  walk(relations, (name, { Id, Target }) => void (name === "Relationship" && Id && Target && targets.set(Id, Target)), () => {}, () => {});
  const found: { name: string; path: string }[] = [];
  walk(workbook, (name, attributes) => {
    const target = name === "sheet" ? targets.get(attributes["r:id"] ?? "") : undefined;
    if (target && attributes["state"] !== "veryHidden") found.push({ name: attributes["name"] ?? "", path: target.startsWith("/") ? target.slice(1) : `xl/${target}` });
  }, () => {}, () => {});
  return found.slice(0, 50);
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current: string[] | null = null;
  let [inText, phonetic] = [false, false];
  walk(
    xml,
    (name) => {
      if (name === "si") current = [];
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    (name) => {
      if (name === "si" && current) strings.push(current.join(""));
      if (name === "rPh") phonetic = false;
      if (name === "t") inText = false;
    },
    (text) => void (inText && current?.push(text)),
  );
  return strings;
}

/** The filled rows of a sheet; null when there are more cells than anybody types. */
function rowsOf(xml: string, shared: readonly string[], left: number): Row[] | null {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [line, column, kind, count, inValue] = [0, 0, "", 0, false];
  let value: string[] = [];
  walk(
    xml,
    (name, attributes) => {
      if (name === "row") {
        line = Number(attributes["r"]) || line + 1;
        cells = [];
        column = 0;
      }
      if (name === "c") {
        column = columnOf(attributes["r"]) ?? column + 1;
        kind = attributes["t"] ?? "n";
        value = [];
      }
      inValue = name === "v" || (name === "t" && kind === "inlineStr");
    },
    (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && column <= mostColumns && count <= left) {
        const text = cellText(kind, value.join(""), shared);
        while (text !== "" && cells.length < column - 1) cells.push("");
        if (text !== "") cells[column - 1] = text;
        count += 1;
      }
      if (name === "row" && cells.some((cell) => cell.trim() !== "") && rows.length <= mostRows) rows.push({ line, cells });
    },
    (text) => void (inValue && value.push(text)),
  );
  return count > left || rows.length > mostRows ? null : rows;
}

/** The number of a column from a cell's name: "C7" is 3. */
function columnOf(cell: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(cell ?? "")?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null;
}

function cellText(kind: string, value: string, shared: readonly string[]): string {
  if (kind === "s") return shared[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "e") return "";
  // Excel keeps 1.1 as 1.1000000000000001.
  if (kind === "n" && value !== "" && Number.isFinite(Number(value))) return String(Number(Number(value).toPrecision(15)));
  return value;
}
