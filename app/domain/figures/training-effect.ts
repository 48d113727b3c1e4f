import { changeBetween, type GroupFigure } from "#app/domain/figures/figure.ts";

/** A round with its figure for the group and competence of a training; null when it could not be shown. */
export type RoundFigure = { readonly name: string; readonly closedAt: Date; readonly comparable: boolean; readonly figure: GroupFigure | null };

/**
 * What stands beside a training: the figure of the last round before it and of the round that is looked at, if that one is later.
 * `change` is null when the two intervals overlap (no difference to speak of) or one of them could not be shown.
 */
export type TrainingEffect = { readonly before: RoundFigure; readonly after: RoundFigure; readonly change: "up" | "down" | null };

/**
 * What stands beside a training: figures before and after it; nothing yet (waits); no round before it to compare with (first); nothing any
 * more, because a new version asks other questions (ended); or a page on which its figures stand (of another framework, or of one school).
 */
export type TrainingBeside =
  | { readonly kind: "effect"; readonly effect: TrainingEffect }
  | { readonly kind: "waits" }
  | { readonly kind: "first" }
  | { readonly kind: "ended" }
  | { readonly kind: "elsewhere"; readonly title: string; readonly schoolId: string | null; readonly roundId: string | null };

/** The figures round a training. `rounds` are oldest first and end with the round that is looked at. */
export function besideOf(trainedAt: Date, rounds: readonly RoundFigure[]): TrainingBeside {
  const after = rounds.at(-1);
  if (!after || after.closedAt <= trainedAt) return { kind: "waits" };
  const before = rounds.filter(({ closedAt, comparable }) => comparable && closedAt < trainedAt).at(-1);
  return before ? { kind: "effect", effect: { before, after, change: changeBetween(before.figure, after.figure) } } : { kind: "first" };
}
