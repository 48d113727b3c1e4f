import { csvOf } from "#app/domain/csv.ts";
import type { ExportChoice } from "#app/domain/interchange/export-format.ts";
import { lossesOf, lossSentences } from "#app/domain/interchange/export-losses.ts";
import { languageFor, type ExportSource } from "#app/domain/interchange/export-source.ts";
import { toCase } from "#app/domain/interchange/to-case.ts";
import { toJson } from "#app/domain/interchange/to-json.ts";
import { toMatrix } from "#app/domain/interchange/to-matrix.ts";
import { toMoodle } from "#app/domain/interchange/to-moodle.ts";
import { toSkos } from "#app/domain/interchange/to-skos.ts";
import { sheetOf, toTable } from "#app/domain/interchange/to-table.ts";
import { toJsonLd, toTurtle } from "#app/domain/interchange/to-turtle.ts";
import { toXlsx } from "#app/domain/interchange/to-xlsx.ts";

/** A framework as a file. The same framework, library and choice give the same bytes. Whether it may leave is asked before (`mayLeave`). */
export function exported(source: ExportSource, { format, language: asked, syntax }: ExportChoice): Uint8Array {
  const { framework } = source;
  const language = languageFor(framework, asked);
  const remarks = () => lossSentences(lossesOf(format, source, language), language);
  switch (format) {
    case "json":
      return bytes(pretty(toJson(framework)));
    case "case":
      return bytes(pretty(toCase(source)));
    case "xlsx":
      return toXlsx([sheetOf(framework, toTable(framework, language, remarks()), language)]);
    case "csv":
      return bytes(csvOf(toTable(framework, language, remarks()).rows, language));
    case "moodle":
      return bytes(toMoodle(source, language));
    case "matrix":
      return bytes(pretty(toMatrix(source, language)));
    case "skos":
      return bytes(syntax === "jsonld" ? toJsonLd(toSkos(source)) : toTurtle(toSkos(source), [`${framework.title[language]} ${framework.version}`, framework.attribution[language], ...remarks()]));
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
const pretty = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
