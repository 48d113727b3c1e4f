import type { Language, Text } from "#app/domain/text.ts";

/** The formats a framework can be exported in, in the order they are offered. */
export const exportFormats = ["json", "case", "xlsx", "csv", "moodle", "matrix", "skos"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The ways SKOS is written down; Turtle unless asked. */
export const skosSyntaxes = ["turtle", "jsonld"] as const;
export type SkosSyntax = (typeof skosSyntaxes)[number];

/** What somebody may choose about an export. Formats that hold both languages have no use for the first, all but SKOS none for the second. */
export type ExportChoice = { readonly format: ExportFormat; readonly language: Language; readonly syntax: SkosSyntax };

type FormatFacts = {
  readonly name: Text;
  readonly extension: string;
  readonly type: string;
  /** Whether the language can be chosen: the file is in one language, or its headings are. */
  readonly inOneLanguage: boolean;
};

const utf8 = "; charset=utf-8";
const facts: Readonly<Record<ExportFormat, FormatFacts>> = {
  json: { name: { nl: "Groeikompas (JSON)", en: "Groeikompas (JSON)" }, extension: "json", type: `application/json${utf8}`, inOneLanguage: false },
  case: { name: { nl: "CASE 1.1 (JSON)", en: "CASE 1.1 (JSON)" }, extension: "case.json", type: `application/json${utf8}`, inOneLanguage: false },
  xlsx: { name: { nl: "Excel", en: "Excel" }, extension: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", inOneLanguage: true },
  csv: { name: { nl: "Tabel (CSV)", en: "Table (CSV)" }, extension: "csv", type: `text/csv${utf8}`, inOneLanguage: true },
  moodle: { name: { nl: "Moodle-competentiekader (CSV)", en: "Moodle competency framework (CSV)" }, extension: "moodle.csv", type: `text/csv${utf8}`, inOneLanguage: true },
  matrix: { name: { nl: "Mahara SmartEvidence (.matrix)", en: "Mahara SmartEvidence (.matrix)" }, extension: "matrix", type: `application/json${utf8}`, inOneLanguage: true },
  skos: { name: { nl: "SKOS (Turtle)", en: "SKOS (Turtle)" }, extension: "ttl", type: `text/turtle${utf8}`, inOneLanguage: false },
};
const jsonld = { name: { nl: "SKOS (JSON-LD)", en: "SKOS (JSON-LD)" }, extension: "jsonld", type: `application/ld+json${utf8}` };

/** Name, file ending and content type of a format. */
export function formatFacts({ format, syntax }: Pick<ExportChoice, "format" | "syntax">): FormatFacts {
  return format === "skos" && syntax === "jsonld" ? { ...facts.skos, ...jsonld } : facts[format];
}

/** True for the name of a format. */
export function isExportFormat(text: string): text is ExportFormat {
  return (exportFormats as readonly string[]).includes(text);
}

/** True for the name of a way to write SKOS. */
export function isSkosSyntax(text: string): text is SkosSyntax {
  return (skosSyntaxes as readonly string[]).includes(text);
}

/** A name for the file that is safe in a header and on every disk; ids hold nothing else. */
export function exportFileName({ slug, version }: { slug: string; version: string }, choice: ExportChoice): string {
  const { extension, inOneLanguage } = formatFacts(choice);
  return `${slug}-${version}${inOneLanguage ? `.${choice.language}` : ""}.${extension}`;
}
