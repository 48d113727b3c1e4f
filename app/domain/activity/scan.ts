/** What the table agreed on for one statement. `step` is null where they think differently and agreed on none. */
export type ScanAnswer = { readonly step: string | null; readonly differ: boolean; readonly note: string };
/** A stored answer; `sequence` counts its changes. */
export type StoredAnswer = ScanAnswer & { readonly sequence: number };

/** Limits of what is filled in about a scan. */
export const scanRules = { fewest: 2, most: 30, roles: 300, note: 1000 } as const;

/** A scan of a school: the one at the table, or one that was finished. */
export type ScanRecord = {
  readonly id: string;
  readonly version: string;
  readonly participants: number;
  readonly roles: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** By the id of the statement. */
  readonly answers: Readonly<Record<string, StoredAnswer>>;
};

/**
 * What to do with an answer that was given on a page that showed `base`: write it, leave what says the same,
 * or ask, because somebody else changed it since. Nothing is overwritten unseen.
 */
export function decideAnswer(given: ScanAnswer, base: number, stored: StoredAnswer | null): "write" | "same" | "conflict" {
  if (stored && stored.step === given.step && stored.differ === given.differ && stored.note === given.note) return "same";
  return (stored?.sequence ?? 0) === base ? "write" : "conflict";
}

/** The statement after this one that has no answer yet, else the next one, else null: the way on at the table. */
export function statementAfter(ids: readonly string[], answered: (id: string) => boolean, id: string): string | null {
  const at = ids.indexOf(id);
  const later = ids.slice(at + 1);
  return later.find((each) => !answered(each)) ?? ids.slice(0, at).find((each) => !answered(each)) ?? null;
}
