import { parse } from "csv-parse/sync";
import { accepted, refused, type Read } from "#app/domain/interchange/loose.ts";

/** A table: rows of cells, each with the number of the line or row it came from. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

const delimiters = [",", ";", "\t", "|"] as const;
const mostRows = 20_000;
const mostColumns = 500;

/** Reads a text with comma, semicolon, tab or bar between the cells; which one, the text says. */
export function rowsFromText(text: string, file: string): Read<readonly Row[]> {
  const delimiter = delimiterOf(text);
  try {
    const records: unknown = parse(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, info: true, bom: true, to: mostRows + 1, max_record_size: 2_000_000 });
    const rows = (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ line: info.lines, cells: record }));
    if (rows.length > mostRows) return refused(file, `De tabel heeft meer dan ${mostRows} rijen. Deel het bestand op.`, `The table has more than ${mostRows} rows. Split the file.`);
    if (rows.some(({ cells }) => cells.length > mostColumns)) return refused(file, `De tabel heeft meer dan ${mostColumns} kolommen.`, `The table has more than ${mostColumns} columns.`);
    return accepted(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
  } catch (error) {
    const line = typeof error === "object" && error !== null && "lines" in error ? Number(error.lines) : 1;
    return refused(`${file}, line ${line}`, `De tabel houdt op in regel ${line}: een aanhalingsteken wordt niet gesloten, of een cel is te lang.`, `The table stops in line ${line}: a quote is not closed, or a cell is too long.`);
  }
}

/** The one that gives the first lines the most columns, and the same number in most of them. Quoted parts do not count. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, "x").split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !line.startsWith("#")).slice(0, 30);
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    return first === 0 ? 0 : counts.filter((count) => count === first).length * 10 + first;
  };
  return [...delimiters].sort((a, b) => score(b) - score(a))[0]!;
}
