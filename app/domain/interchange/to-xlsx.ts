import { strToU8, zipSync } from "fflate";

/** A sheet: its name, its rows of texts, which of them (from 0) holds the headings, and how wide its columns are. */
export type SheetRows = { readonly name: string; readonly rows: readonly (readonly string[])[]; readonly head: number; readonly widths: readonly number[] };

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A workbook for Excel. Every cell is a text, so nothing in it is ever computed. The same rows give the same bytes. */
export function toXlsx(sheets: readonly SheetRows[]): Uint8Array {
  const numbered = sheets.map((sheet, nth) => ({ ...sheet, nth: nth + 1 }));
  const types = numbered.map(({ nth }) => `<Override PartName="/xl/worksheets/sheet${nth}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered.map(({ name, nth }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${nth}" r:id="rId${nth}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${numbered.map(({ nth }) => `<Relationship Id="rId${nth}" Type="${office}/worksheet" Target="worksheets/sheet${nth}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    ...Object.fromEntries(numbered.map((sheet) => [`xl/worksheets/sheet${sheet.nth}.xml`, sheetXml(sheet)])),
  };
  // Local time of no day in particular: a ZIP keeps a date, and there is no clock here.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(xml + text)])), { mtime, level: 6 });
}

const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ rows, head, widths }: SheetRows): string {
  const columns = widths.length > 0 ? `<cols>${widths.map((width, nth) => `<col min="${nth + 1}" max="${nth + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` : "";
  const lines = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => (cell === "" ? "" : `<c r="${columnName(column)}${row + 1}" t="inlineStr" s="${styleOf(row, head)}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`)).join("")}</row>`);
  return `<worksheet xmlns="${main}">${columns}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** What stands above the headings is not wrapped: it would make its row as tall as a page. */
const styleOf = (row: number, head: number) => (row < head ? 2 : row === head ? 1 : 0);

/** "A" for 0, "AA" for 26. */
function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** Excel takes 31 characters, and none of these. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\']/g, " ").slice(0, 31).trim();
}

/** Text in XML; what XML 1.0 has no place for is left out. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\r\n?/g, "\n");
}
