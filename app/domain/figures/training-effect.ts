import { changeBetween, type GroupFigure } from "#app/domain/figures/figure.ts";

/** A round with its figure for the group and competence of a training; null when it could not be shown. */
export type RoundFigure = { readonly name: string; readonly closedAt: Date; readonly comparable: boolean; readonly figure: GroupFigure | null };

/**
 * What stands beside a training: the figure of the last round before it and of the round that is looked at, if that one is later.
 * `change` is null when the two intervals overlap (no difference to speak of) or one of them could not be shown.
 */
export type TrainingEffect = { readonly before: RoundFigure; readonly after: RoundFigure; readonly change: "up" | "down" | null };

/**
 * The figures round a training. `rounds` are oldest first and end with the round that is looked at.
 * Null while there is no round on both sides of it.
 */
export function effectOf(trainedAt: Date, rounds: readonly RoundFigure[]): TrainingEffect | null {
  const after = rounds.at(-1);
  const before = rounds.filter(({ closedAt, comparable }) => comparable && closedAt < trainedAt).at(-1);
  if (!after || !before || after === before || after.closedAt <= trainedAt) return null;
  return { before, after, change: changeBetween(before.figure, after.figure) };
}
