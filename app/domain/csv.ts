import { stringify } from "csv-stringify/sync";
import type { Language } from "#app/domain/text.ts";

/** A cell of an export: words, a number, or nothing. */
export type CsvCell = string | number | null;

/**
 * A table as a CSV file that Excel opens as it is: UTF-8 with a byte order mark; in Dutch semicolons and decimal commas,
 * in English commas and points. No cell can be taken for a formula: what starts like one gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "number" ? numberIn(cell, language) : harmless(cell ?? ""))));
  return stringify(cells, { delimiter: language === "nl" ? ";" : ",", bom: true, record_delimiter: "windows" });
}

/** Spreadsheets compute what starts with one of these, also the full-width ones and after a control character. */
const formula = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;

/** A cell as it goes into a file: what starts like a formula gets an apostrophe before it, zero bytes are left out. */
export function harmless(text: string): string {
  const clean = text.replaceAll("\0", "");
  return formula.test(clean) ? `'${clean}` : clean;
}

function numberIn(value: number, language: Language): string {
  // Plain digits; a negative number would be a formula, and no figure of ours is one.
  const text = String(value);
  return harmless(language === "nl" ? text.replace(".", ",") : text);
}

/** A name for a file that is safe in a header and on every disk: letters, digits and hyphens only. */
export function csvFileName(...parts: readonly string[]): string {
  const words = parts.flatMap((part) => part.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? []);
  return `${["groeikompas", ...words].join("-").slice(0, 100)}.csv`;
}
