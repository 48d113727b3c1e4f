import { fileURLToPath } from "node:url";
import type { Framework } from "#app/domain/framework/framework.ts";
import { exported } from "#app/domain/interchange/export.ts";
import type { ExportChoice } from "#app/domain/interchange/export-format.ts";
import type { ExportSource } from "#app/domain/interchange/export-source.ts";
import { importFramework, type ImportPreview } from "#app/domain/interchange/import.ts";
import { exportSource } from "#app/services/export.server.ts";
import { frameworkAt, readLibrary } from "#app/services/frameworks.server.ts";

/** The frameworks that ship with the product. */
export const { library } = readLibrary(fileURLToPath(new URL("../../../frameworks", import.meta.url)));

/** A shipped framework with all that is known about it. */
export function sourceOf(slug: string, version: string, more: Partial<ExportSource> = {}): ExportSource {
  return { ...exportSource(frameworkAt(slug, version, library)!, library, { board: null, base: null }), ...more };
}

/** A document by itself, with nothing around it. */
export function alone(framework: Framework, more: Partial<ExportSource> = {}): ExportSource {
  return { ...exportSource(framework, { ...library, frameworks: [framework], profiles: [], crosswalks: [] }, { board: null, base: null }), ...more };
}

export const choice = (format: ExportChoice["format"], more: Partial<ExportChoice> = {}): ExportChoice => ({ format, language: "nl", syntax: "turtle", ...more });
export const textOf = (source: ExportSource, asked: ExportChoice) => new TextDecoder().decode(exported(source, asked));

/** Exported and read back as anybody's file. */
export function roundTrip(source: ExportSource, asked: ExportChoice): ImportPreview {
  const read = importFramework([{ name: "kader", bytes: exported(source, asked) }], { today: "2027-11-01", map: null });
  if (!read.ok) throw new Error(`${asked.format}: ${read.refusal.where}: ${read.refusal.message.en}`);
  return read.value;
}

/** A document with the fields replaced, as JSON lets one. */
export function changed(slug: string, version: string, change: (document: { -readonly [K in keyof Framework]: Framework[K] }) => void): Framework {
  const document = structuredClone(frameworkAt(slug, version, library)!);
  change(document);
  return document;
}
