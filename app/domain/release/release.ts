import { keyOf, tabulate } from "./blocks.ts";
import { sizeClassOf, stepFor } from "./classes.ts";
import { coarsen, withdrawExposing } from "./coarsen.ts";
import { firstExposure, historyOf, roundsOf, type History } from "./joint-audit.ts";
import { publishMean } from "./mean.ts";
import { planBlocks } from "./plan.ts";
import { figuresExposing, overlapsWith } from "./trend-audit.ts";
import type { Figure, PreviousRelease, ReleasedFigure, Respondent } from "./types.ts";

/** One competence of one round: threshold k (5..10), scale 1..levels (2..10), everyone who gave a level, and what was published before. */
export type CompetenceRound = {
  k: number;
  levels: number;
  people: readonly Respondent[];
  previous: readonly PreviousRelease[];
};

/**
 * Everything that may be published about one competence of one round: means per school × family and totals, in publication
 * order (cells, school totals, family totals, board total). The order of people makes no difference.
 * `previous` must hold every earlier release of the same board, framework and competence, oldest first, each with everyone it
 * counted: who has been erased since stays in it under a stand-in id, or its sums would be taken for those of fewer people.
 * Throws a RangeError for k, levels or a level out of range, or a person who is counted twice. Source: release-spec.
 */
export function releaseCompetence({ k, levels, people, previous }: CompetenceRound): ReleasedFigure[] {
  assertRound({ k, levels, people, previous });
  const cells = tabulate(people);
  // A release that shares nobody with now can still matter through one in between, so it is all of them or none.
  const related = sharesPeople(previous, people) ? previous : [];
  const overlaps = overlapsWith(people, related, levels);
  const history = related.length > 0 ? historyOf(people, related, levels) : null;
  const closed = new Set<string>();
  const floors = new Map<string, number>();
  // Each turn coarsens or closes at least one block and never undoes it, so this ends.
  for (;;) {
    const plan = planBlocks(cells, k, closed);
    const figures = withdrawExposing(coarsen(plan, cells, levels, floors), cells, levels);
    const exposing = figuresExposing(figures, overlaps, levels);
    const remedies =
      exposing.length > 0
        ? exposing.map((figure) => coarser(figure, levels))
        : remediesTogether(figures, history);
    if (remedies.length === 0) return figures.map(publish);
    for (const { figure, step } of remedies) {
      if (step === null) closed.add(keyOf(figure));
      else floors.set(keyOf(figure), step);
    }
  }
}

/** What to do with a figure that exposes someone: publish it at a coarser step, or (null) close its block for this round. */
type Remedy = { figure: Figure; step: number | null };

function coarser(figure: Figure, levels: number): Remedy {
  return { figure, step: stepFor(figure.n, levels, figure.step + 1) };
}

/**
 * The remedy for the first person whom all figures of all rounds together expose: of the smallest figure that cures it, the
 * first coarser step that does; else the closing of the smallest figure that cures it; else one step for the smallest one.
 */
function remediesTogether(figures: readonly Figure[], history: History | null): Remedy[] {
  if (history === null) return [];
  const { levels } = history;
  const exposure = firstExposure(roundsOf(history, figures), figures);
  if (!exposure) return [];
  const { suspects, isCuredBy } = exposure;
  for (const figure of suspects) {
    for (let step = coarser(figure, levels).step; step !== null; step = stepFor(figure.n, levels, step + 1)) {
      const mean = publishMean(figure.sum, figure.n, levels, step);
      if (isCuredBy(figures.map((other) => (other === figure ? { ...figure, step, mean } : other)))) return [{ figure, step }];
    }
  }
  const closing = suspects.find((figure) => isCuredBy(figures.filter((other) => other !== figure)));
  if (closing) return [{ figure: closing, step: null }];
  return suspects.slice(0, 1).map((figure) => coarser(figure, levels));
}

function sharesPeople(previous: readonly PreviousRelease[], people: readonly Respondent[]): boolean {
  const ids = new Set(people.map(({ id }) => id));
  return previous.some(({ members }) => members.some(({ id }) => ids.has(id)));
}

function publish({ unit, group, n, mean }: Figure): ReleasedFigure {
  return { unit, group, n: sizeClassOf(n), mean };
}

function assertRound({ k, levels, people, previous }: CompetenceRound): void {
  assertWhole(k, 5, 10, "k");
  assertWhole(levels, 2, 10, "levels");
  for (const { level } of people) assertWhole(level, 1, levels, "level");
  for (const counted of [people, ...previous.map(({ members }) => members)]) {
    if (new Set(counted.map(({ id }) => id)).size < counted.length) throw new RangeError("Someone is counted twice");
  }
}

function assertWhole(value: number, least: number, most: number, name: string): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
  }
}
