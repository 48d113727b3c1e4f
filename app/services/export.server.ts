import { createHash } from "node:crypto";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { exported } from "#app/domain/interchange/export.ts";
import { exportFileName, exportFormats, formatFacts, skosSyntaxes, type ExportChoice, type ExportFormat, type SkosSyntax } from "#app/domain/interchange/export-format.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { lossesOf, lossSentences } from "#app/domain/interchange/export-losses.ts";
import { languageFor, type ExportSource } from "#app/domain/interchange/export-source.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { frameworkAt, library, newestCrosswalks, profileFor, type Library } from "#app/services/frameworks.server.ts";

/** Groeikompas itself in the world of UUIDs: drawn once, for ever. */
const namespace = Buffer.from("6f2b7c1e4d0a5b8c9e3f1a2b3c4d5e6f", "hex");

/** A UUID of version 5 (RFC 9562): made of a name, so the same name has the same one everywhere. */
export function uuidOf(name: string): string {
  const hash = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A framework with what stands around it in a library. `board` is whose own document it is; `base` where public addresses begin. */
export function exportSource(framework: Framework, from: Library, { board, base }: { board: string | null; base: string | null }): ExportSource {
  const { slug, version } = framework;
  const profiles = framework.instruments.flatMap(({ id }) => profileFor(framework, id, from) ?? []);
  const crosswalks = newestCrosswalks(from).filter(({ frameworks }) => frameworks.some((each) => each.slug === slug && each.version === version));
  return { framework, library: from.frameworks, profiles, crosswalks, board, base, mint: uuidOf };
}

/** A framework of the board's library by its whole version. */
function opened(ctx: Context, slug: string, version: string, base: string | null): ExportSource {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const framework = frameworkAt(slug, version, ctx.library);
  if (!framework || framework.version !== version) throw notFound();
  const isOwn = !library().frameworks.includes(framework);
  return exportSource(framework, ctx.library, { board: isOwn ? ctx.actor.organisationId : null, base });
}

export type ExportFile = { readonly bytes: Uint8Array; readonly name: string; readonly type: string };

/** A framework as a file for the administrator. Refused where its licence forbids it, in a sentence. */
export function exportFile(ctx: Context, slug: string, version: string, asked: ExportChoice, base: string | null): ExportFile {
  const source = opened(ctx, slug, version, base);
  const choice = { ...asked, language: languageFor(source.framework, asked.language) };
  const leave = mayLeave(source.framework, source.board !== null);
  if (!leave.ok) throw new AppError("forbidden", leave.reason);
  return { bytes: exported(source, choice), name: exportFileName(source.framework, choice), type: formatFacts(choice).type };
}

/** One way to take a framework along: its name, how to ask for it, and what it cannot carry, in sentences. */
export type ExportOption = { readonly format: ExportFormat; readonly syntax: SkosSyntax; readonly name: string; readonly losses: readonly string[] };
/** All ways, or the sentence that says why there is none. */
export type ExportOptions = { readonly refused: string | null; readonly options: readonly ExportOption[] };

/** What the administrator may download of a framework, with what each format cannot carry of it. */
export function exportOptions(ctx: Context, slug: string, version: string): ExportOptions {
  const source = opened(ctx, slug, version, null);
  const { language } = ctx.actor;
  const leave = mayLeave(source.framework, source.board !== null);
  if (!leave.ok) return { refused: inLanguage(leave.reason, language), options: [] };
  const ways = exportFormats.flatMap((format) => (format === "skos" ? skosSyntaxes : [skosSyntaxes[0]]).map((syntax) => ({ format, syntax })));
  return { refused: null, options: ways.map((way) => ({ ...way, name: inLanguage(formatFacts(way).name, language), losses: lossSentences(lossesOf(way.format, source, language), language) })) };
}
