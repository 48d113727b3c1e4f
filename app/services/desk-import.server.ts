import { gunzipSync, gzipSync } from "node:zlib";
import { mapFrom, proposedMap, type MapValues } from "#app/domain/desk/import-map.ts";
import { AppError } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import type { FrameworkNode } from "#app/domain/framework/framework.ts";
import { importFramework, type ImportFile, type ImportPreview } from "#app/domain/interchange/import.ts";
import type { ImportFormat } from "#app/domain/interchange/loose.ts";
import type { Note } from "#app/domain/interchange/notes.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { keepDocument } from "#app/services/desk-begin.server.ts";
import { mustManage } from "#app/services/desk.server.ts";

/** A file on its way through the browser: between the preview and the confirmation nothing is stored here. */
export type PackedFile = { readonly name: string; readonly data: string };
export type ImportLine = { readonly code: string; readonly title: string; readonly children: readonly ImportLine[] };
export type NoteLine = { readonly where: string; readonly message: string };
/** What an import would bring, in the reader's language. */
export type ImportView = {
  readonly format: ImportFormat;
  readonly title: string;
  readonly languages: readonly Language[];
  readonly nodes: number;
  /** `layer`: the same name for one and for more, to see whether two layers are called the same. */
  readonly byDepth: readonly { readonly name: string; readonly layer: string; readonly count: number }[];
  readonly levels: number;
  readonly licence: string;
  readonly mayAdapt: boolean | null;
  readonly repairs: readonly NoteLine[];
  readonly losses: readonly NoteLine[];
  /** Of all notes; the first of them are shown. */
  readonly counts: { readonly repairs: number; readonly losses: number };
  readonly tree: readonly ImportLine[];
  /** How the columns or fields were read, as the form says it; empty where that cannot be said otherwise. */
  readonly proposed: MapValues;
};
export type ImportOutcome = { readonly packed: readonly PackedFile[] } & ({ readonly ok: true; readonly view: ImportView } | { readonly ok: false; readonly where: string; readonly sentence: string });

/** All files of one import together. */
const mostBytes = 5 * 1_048_576;
const mostFiles = 10;
const mostNotes = 200;

/** Reads files and shows what they would bring. Stores nothing. */
export function previewImport(ctx: Context, files: readonly ImportFile[], typed: MapValues): ImportOutcome {
  mustManage(ctx);
  const { language } = ctx.actor;
  const read = readImport(ctx, files, typed);
  // What is too large does not come back: it cannot be read another way either.
  const packed = sizeOf(files) > mostBytes ? [] : files.map(({ name, bytes }) => ({ name: name.slice(0, 200), data: gzipSync(bytes).toString("base64url") }));
  return read.ok ? { ok: true, view: viewOf(read.value, language), packed } : { ok: false, where: read.where, sentence: inLanguage(read.message, language), packed };
}

/** Keeps what the same files bring as a draft of the board. @returns its id @throws AppError "invalid" when they cannot be read after all */
export async function keepImport(ctx: Context, files: readonly ImportFile[], typed: MapValues): Promise<string> {
  mustManage(ctx);
  const read = readImport(ctx, files, typed);
  if (!read.ok) throw new AppError("invalid", { nl: `${read.message.nl} Er is niets bewaard.`, en: `${read.message.en} Nothing was kept.` });
  return keepDocument(ctx, read.value.document, files.map(({ name }) => name).join(", "), read.value.alone);
}

/** Files as they came back from the browser. @throws AppError "invalid" when they are not what was sent there */
export function unpacked(packed: readonly PackedFile[]): ImportFile[] {
  if (packed.length > mostFiles) throw changedOnItsWay();
  let left = mostBytes;
  return packed.map(({ name, data }) => {
    const bytes = (() => {
      try {
        return gunzipSync(Buffer.from(data, "base64url"), { maxOutputLength: Math.max(1, left) });
      } catch {
        throw changedOnItsWay();
      }
    })();
    left -= bytes.length;
    return { name, bytes };
  });
}

const sizeOf = (files: readonly ImportFile[]) => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

type Refused = { readonly ok: false; readonly where: string; readonly message: { readonly nl: string; readonly en: string } };

function readImport(ctx: Context, files: readonly ImportFile[], typed: MapValues): { readonly ok: true; readonly value: ImportPreview } | Refused {
  const refuse = (where: string, nl: string, en: string): Refused => ({ ok: false, where, message: { nl, en } });
  if (files.length === 0 || files.every(({ bytes }) => bytes.length === 0)) return refuse("", "Kies een bestand om in te lezen.", "Choose a file to bring in.");
  if (sizeOf(files) > mostBytes) return refuse("", "Dit is meer dan 5 MB. Deel het raamwerk op in kleinere bestanden.", "This is more than 5 MB. Split the framework into smaller files.");
  const map = mapFrom(typed);
  if (map === "wrong") return refuse("", "Wat je over de kolommen zei, kan niet worden gelezen. Gebruik namen of nummers van kolommen, met komma's ertussen.", "What you said about the columns cannot be read. Use names or numbers of columns, with commas between them.");
  const imported = importFramework(files, { today: isoDay(ctx.now), map });
  return imported.ok ? imported : refuse(imported.refusal.where, imported.refusal.message.nl, imported.refusal.message.en);
}

function viewOf({ format, framework, repairs, losses, document, proposal }: ImportPreview, language: Language): ImportView {
  const line = ({ code, title, children }: FrameworkNode): ImportLine => ({ code, title: inLanguage(title, language), children: (children ?? []).map(line) });
  const notes = (all: readonly Note[]) => all.slice(0, mostNotes).map(({ where, message }) => ({ where, message: inLanguage(message, language) }));
  return {
    format,
    title: framework.title,
    languages: framework.languages,
    nodes: framework.counts.nodes,
    byDepth: framework.counts.byDepth.map((count, depth) => {
      const layer = document.layers[depth] ?? document.layers.at(-1)!;
      return { name: inLanguage(count === 1 ? layer.title : layer.plural, language), layer: inLanguage(layer.plural, language), count };
    }),
    levels: framework.counts.levels,
    licence: document.licence.name,
    mayAdapt: document.licence.adaptationAllowed,
    repairs: notes(repairs),
    losses: notes(losses),
    counts: { repairs: repairs.length, losses: losses.length },
    tree: document.nodes.map(line),
    proposed: proposal ? proposedMap(proposal, framework) : {},
  };
}

function changedOnItsWay(): AppError {
  return new AppError("invalid", {
    nl: "Dit bestand is onderweg veranderd en kan niet worden gelezen. Er is niets bewaard. Kies het bestand opnieuw.",
    en: "This file changed on its way and cannot be read. Nothing was kept. Choose the file again.",
  });
}
