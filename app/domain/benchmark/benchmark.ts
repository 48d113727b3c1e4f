import type { Text } from "#app/domain/text.ts";

/** How near we stand to who measured: read there ("first-hand"), quoted by another who read it, or quoted by another who heard it. */
export const handedOns = ["first-hand", "second-hand", "third-hand"] as const;
export type HandedOn = (typeof handedOns)[number];
/** What a percentage is: the figure itself, about that, less than that, or more than that. */
export const boundKinds = ["exact", "about", "less-than", "more-than"] as const;
export type BoundKind = (typeof boundKinds)[number];

type Row = { readonly id: string; readonly label: Text; readonly percent: number; readonly bound: BoundKind };
/** One published figure about the sector, or a finding without figures. */
export type Benchmark = {
  readonly id: string;
  readonly title: Text;
  /** What was found, in one sentence. */
  readonly finding: Text;
  readonly year: number;
  readonly asked: Text;
  /** Number of people asked; null where our source does not say. */
  readonly people: number | null;
  readonly source: { readonly citation: string; readonly publisher: string; readonly year: number; readonly url?: string; /** Where we read it, when that was elsewhere. */ readonly via: string | null };
  readonly handedOn: HandedOn;
  readonly caveats: readonly Text[];
  /** Empty for a finding in words alone. */
  readonly rows: readonly Row[];
};

/** Figures about the sector from published sources; never about a board, a school or a person of ours. */
export type BenchmarkSet = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  readonly title: Text;
  readonly summary: Text;
  /** Who is in none of these figures, and what that means. */
  readonly missing: readonly Text[];
  /** What the sources hold but this file does not, and why. */
  readonly leftOut: readonly { readonly what: Text; readonly why: Text }[];
  readonly licence: { readonly id: string; readonly name: string; readonly url?: string; readonly note: Text };
  readonly contact: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  readonly benchmarks: readonly Benchmark[];
};
