import type { linkRelations } from "#app/domain/framework/framework.ts";
import type { Note } from "#app/domain/interchange/notes.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** The formats that are read, by the names that the command prints. */
export type ImportFormat = "case-1.0" | "case-1.1" | "moodle-csv" | "mahara" | "digcomp-jsonld" | "skos" | "table" | "json-tree" | "groeikompas";

/** A text by language: "nl", "en", another tag, or "" where the file does not say. */
export type Words = ReadonlyMap<string, string>;

/** What one step of the scale looks like for one node. `step` is the place on the scale of the file, from 0. */
export type LooseLevelText = { readonly step: number; readonly statement: Words; readonly example?: Words; readonly nextStep?: Words };

/** A pointer of a node: to another node of the file by its key, or to anything outside by its address or code. */
export type LooseLink = { readonly relation: (typeof linkRelations)[number]; readonly key?: string; readonly address?: string; readonly title?: string };

/** A node as a file gives it: flat, with the key of its parent; nothing about it has been checked. */
export type LooseNode = {
  /** What other nodes of the file call it. Twice the same is possible; then the first is meant. */
  readonly key: string;
  /** The id to keep, "" when the file has none. */
  readonly id: string;
  readonly code: string;
  readonly title: Words;
  readonly description: Words;
  /** The key of the node above it; null for the top. */
  readonly parent: string | null;
  /** Its place among its siblings where the file gives one. */
  readonly order: number | null;
  /** What the file calls a node of this kind ("Competentie"), "" when it does not say. */
  readonly kind: string;
  readonly levels: readonly LooseLevelText[];
  readonly links: readonly LooseLink[];
  /** Keys of the same node in other languages, in other files. */
  readonly aliases: readonly string[];
};

/** A step of the file's scale; they stand lowest first. */
export type LooseStep = { readonly code: string; readonly title: Words; readonly description: Words };

/** What a file says about itself; null where it says nothing. */
export type LooseFacts = {
  readonly language: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly address: string | null;
  readonly year: number | null;
};

/** What every reader makes of its file: one loose shape, which `documentFrom` turns into a framework. */
export type LooseFramework = {
  readonly format: ImportFormat;
  readonly title: Words;
  readonly description: Words;
  readonly facts: LooseFacts;
  readonly nodes: readonly LooseNode[];
  readonly scale: readonly LooseStep[] | null;
  /** Words of the file for the answers not, partly and fully, where it has no scale of its own. */
  readonly answers: readonly Words[] | null;
  /** What the file calls the layers of its tree, top first; may be short or empty. */
  readonly layers: readonly string[];
  /** Texts may hold Markdown. */
  readonly markdown: boolean;
  /** Without an order of their own, siblings stand in the order of their codes. */
  readonly byCode: boolean;
  /** Words of the file around its texts, such as names of columns: they help to hear in which language it is. */
  readonly around?: string;
  /** Which column or field was taken for what, where that can be said otherwise. */
  readonly proposal?: Proposal;
};

/** Which column or field was taken for what; the language of a text is "" where the file does not say it. */
export type Proposal = Readonly<Record<"id" | "parent" | "code" | "depth" | "path" | "levels" | "children", readonly string[]>> & Readonly<Record<"title" | "description", readonly { readonly language: string; readonly name: string }[]>>;

/** One sentence and a place: why a file cannot be read at all. */
export type Refusal = { readonly where: string; readonly message: Text };
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** What was mended and what could not be kept, collected while reading and building. */
export type Notes = { readonly repairs: Note[]; readonly losses: Note[]; /** Texts of a file in two languages that are there in one only, with that one. */ readonly alone?: Map<string, Language> };

/** Nothing said about itself. */
export const noFacts: LooseFacts = { language: null, version: null, publisher: null, licence: null, address: null, year: null };

/** A node with nothing but its key and title. */
export function looseNode(key: string, title: Words, more: Partial<LooseNode> = {}): LooseNode {
  return { key, id: key, code: "", title, description: noWords, parent: null, order: null, kind: "", levels: [], links: [], aliases: [], ...more };
}

export const noWords: Words = new Map();

/** A text in one language; nothing when there is no text. */
export function wordsOf(text: string | null | undefined, language = ""): Words {
  return text === null || text === undefined || text.trim() === "" ? noWords : new Map([[language, text]]);
}

/** Both; where both have a language, the first is kept. */
export function joinWords(first: Words, second: Words): Words {
  if (second.size === 0) return first;
  return first.size === 0 ? second : new Map([...second, ...first]);
}

export function accepted<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function refused(where: string, nl: string, en: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { where, message: { nl, en } } };
}

/** An id that people can use as a code: short, and no address or UUID. */
export function codeFromId(id: string): string {
  return id.length <= 40 && !/^(https?:|urn:)|^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(id) ? id : "";
}
