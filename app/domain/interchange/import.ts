import type { Framework } from "#app/domain/framework/framework.ts";
import { documentFrom } from "#app/domain/interchange/document.ts";
import { bothLanguages, type ReadOurs } from "#app/domain/interchange/groeikompas.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { joinVariants, type Variant } from "#app/domain/interchange/join.ts";
import { accepted, refused, type ImportFormat, type Notes, type Proposal, type Read } from "#app/domain/interchange/loose.ts";
import { repaired, type Note } from "#app/domain/interchange/notes.ts";
import { readFile } from "#app/domain/interchange/read.ts";
import type { Language } from "#app/domain/text.ts";

/** A file that somebody brings in. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

/** `today` is a day like 2027-11-01; the map says how columns or fields are read, null to have that proposed. */
export type ImportOptions = { readonly today: string; readonly map: ImportMap | null };

/** What an import would bring: a document that holds, and everything that was mended or left behind. Nothing is stored. */
export type ImportPreview = {
  readonly format: ImportFormat;
  readonly framework: { readonly title: string; readonly languages: readonly Language[]; readonly counts: { readonly nodes: number; readonly byDepth: readonly number[]; readonly levels: number } };
  readonly repairs: readonly Note[];
  readonly losses: readonly Note[];
  readonly document: Framework;
  /** Texts that are there in one language only, with that one; the document has them twice. */
  readonly alone: ReadonlyMap<string, Language>;
  /** Which column or field was taken for what; null where that cannot be said otherwise. */
  readonly proposal: Proposal | null;
};

export const mostImportBytes = 16 * 1_048_576;
const mostFiles = 10;

/**
 * Reads one framework from one file, or from several that are its languages, in any format that is known. Gives a preview, or the one
 * sentence that says why not; it never throws over what a file holds.
 */
export function importFramework(files: readonly ImportFile[], options: ImportOptions): Read<ImportPreview> {
  try {
    return preview(files, options);
  } catch (error) {
    // No file that we or our tests know comes here; whoever brings in the first one deserves a sentence all the same.
    const name = error instanceof Error ? error.name : "Error";
    return refused(plainName(files[0]?.name ?? ""), `Dit bestand kon niet gelezen worden: er staat iets in dat wij niet verwachtten (${name}). Er is niets veranderd.`, `This file could not be read: it holds something that we did not expect (${name}). Nothing was changed.`);
  }
}

function preview(files: readonly ImportFile[], { today, map }: ImportOptions): Read<ImportPreview> {
  const [first] = files;
  if (!first) return refused("(file)", "Er is geen bestand gegeven.", "No file was given.");
  if (files.length > mostFiles) return refused(first.name, `Dat zijn ${files.length} bestanden; meer dan ${mostFiles} tegelijk kan niet.`, `Those are ${files.length} files; more than ${mostFiles} at a time is not possible.`);
  const megabytes = Math.round(mostImportBytes / 1_048_576);
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostImportBytes) return refused(first.name, `Dit is meer dan ${megabytes} MB. Deel het raamwerk op, of geef de bestanden apart.`, `This is more than ${megabytes} MB. Split the framework, or give the files one by one.`);
  const notes: Notes = { repairs: [], losses: [], alone: new Map() };
  const reads: { file: string; ours: ReadOurs }[] = [];
  for (const { name, bytes } of files) {
    const file = plainName(name);
    const read = readFile(bytes, file, map, notes);
    if (!read.ok) return read;
    reads.push({ file, ours: read.value });
  }
  const wholes = reads.flatMap(({ ours }) => (ours.whole ? [ours.whole] : []));
  if (wholes.length === reads.length) return fromOurs(wholes, reads.map(({ file }) => file), notes);
  const variants = reads.flatMap(({ file, ours }): Variant[] => (ours.loose ? [{ file, loose: ours.loose }] : []));
  if (variants.length < reads.length) return refused(reads.find(({ ours }) => ours.whole)!.file, "Een document van Groeikompas kan niet met een ander formaat worden samengevoegd. Lees de bestanden apart in.", "A document of Groeikompas cannot be joined with another format. Bring the files in one by one.");
  const joined = joinVariants(variants as [Variant, ...Variant[]], notes);
  if (!joined.ok) return joined;
  const document = documentFrom(joined.value, reads[0]!.file, today, notes);
  return document.ok ? accepted(previewOf(joined.value.format, document.value, notes, variants[0]!.loose.proposal)) : document;
}

/** Our own documents need nothing but to be looked at; two languages of one become one. */
function fromOurs([first, second, ...more]: readonly Framework[], files: readonly string[], notes: Notes): Read<ImportPreview> {
  if (!second) return accepted(previewOf("groeikompas", first!, notes));
  const both = more.length === 0 ? bothLanguages(first!, second) : null;
  if (!both) return refused(files[1]!, `Dit document is geen vertaling van ${files[0]}: het heeft een andere naam of andere onderdelen, of dezelfde taal.`, `This document is no translation of ${files[0]}: it has another name or other items, or the same language.`);
  const joined = previewOf("groeikompas", both, notes);
  repaired(notes, "joined", files[1]!, files[1]!, joined.framework.counts.nodes);
  return accepted(joined);
}

function previewOf(format: ImportFormat, document: Framework, { repairs, losses, alone = new Map() }: Notes, proposal: Proposal | null = null): ImportPreview {
  const languages: readonly Language[] = document.languages ?? ["nl", "en"];
  const byDepth: number[] = [];
  for (let layer = document.nodes; layer.length > 0; layer = layer.flatMap(({ children }) => children ?? [])) byDepth.push(layer.length);
  return { format, framework: { title: document.title[languages[0]!], languages, counts: { nodes: byDepth.reduce((sum, count) => sum + count, 0), byDepth, levels: levelsOf(document) } }, repairs, losses, document, alone, proposal };
}

/** The steps of the framework's own scale, also where an instrument has it; steps of ours are none of its levels. */
function levelsOf({ scale, instruments }: Framework): number {
  const own = scale ?? instruments.map((instrument) => instrument.scale).find((each) => each?.status === "official");
  return own?.levels.length ?? 0;
}

/** The last part of a path, without what a terminal or a page would stumble over. */
const plainName = (name: string): string => name.replace(/^.*[\\/]/, "").replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").slice(0, 120) || "file";
