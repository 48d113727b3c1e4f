import type { Family } from "#app/domain/people/function-group.ts";
import { changeBetween, type Aim, type GroupCell, type GroupFigure } from "#app/domain/figures/figure.ts";

/** A competence of the framework in the reader's language, in framework order. */
export type CompetenceLine = { readonly id: string; readonly code: string; readonly title: string; readonly area: string };

/** What every figure carries: which round, when it closed, framework and version, profile, threshold. */
export type RoundFacts = {
  readonly id: string;
  readonly name: string;
  readonly closedAt: Date;
  /** Framework and instrument together: only rounds that asked the same way are laid side by side. */
  readonly asked: string;
  readonly frameworkTitle: string;
  readonly version: string;
  readonly profileVersion: string;
  readonly threshold: number;
  /** What the framework calls its leaves: "competentie", "competenties". */
  readonly noun: { readonly one: string; readonly many: string };
  /** Names of the steps of the scale, lowest first. */
  readonly scale: readonly string[];
  /** The number that the lowest step is shown as: 0 where it stands for nothing (no points, not yet). */
  readonly lowest: 0 | 1;
  /** True when the steps are points: then there are no targets. */
  readonly inPoints: boolean;
  /** Code and title of the same steps, for the key: "B1 · Integrator". */
  readonly steps: readonly string[];
  /** True when the steps are ours and not the publisher's. */
  readonly ownScale: boolean;
};

/** A published figure; "closed" for what is too small, empty or withdrawn (they look the same); "not-asked" when the profile does not ask it of the family. */
export type Cell = GroupCell | "closed" | "not-asked";

/** The published figures of one place (a school, or all schools of the round): per competence one cell per family. */
export type Grid = {
  readonly competences: readonly CompetenceLine[];
  readonly families: readonly Family[];
  /** [competence][family] */
  readonly cells: readonly (readonly Cell[])[];
  /** Per competence the mean of all families together; empty when only one family was asked. */
  readonly totals: readonly (GroupFigure | null)[];
};

/** One column of a trend. `comparable`: the same scale and the same schools as the round that is shown. */
export type TrendRound = { readonly id: string; readonly name: string; readonly closedAt: Date; readonly version: string; readonly schools: number; readonly comparable: boolean };

/**
 * What the schools of a round show of a family where the figure over all of them could not be published: the lowest and highest
 * published mean, of how many schools. Made of published figures only; `gap` is the mean of their gaps, for sorting and hue.
 */
export type Spread = Aim & Range & { readonly gap: number | null };
/** The lowest and highest published mean of schools, and of how many. */
export type Range = { readonly schools: number; readonly from: Shown; readonly to: Shown };
type Shown = Pick<GroupFigure, "shown" | "end">;

/**
 * How a competence of the round that is shown stood in another round, which may have had another version. `id`: its id there, null where it
 * was another question, and `why` says why. `reworded`: the families that were asked in other words.
 */
export type TrendLink = { readonly id: string | null; readonly why: "new" | "split" | "merged" | null; readonly reworded: readonly Family[] };

/** Where a trend begins or ends, because a later version asks other questions: titles of then and of now. */
export type TrendBreak = { readonly why: "new" | "gone" | "split" | "merged"; readonly from: readonly string[]; readonly to: readonly string[] };

/**
 * Earlier rounds and this one, oldest first: figures per [competence][family][round], links per [competence][round]. `ranges`, over several
 * schools only: what the schools of a round show where the figure over all of them could not be published.
 */
export type Trend = {
  readonly rounds: readonly TrendRound[];
  readonly figures: PerRound<GroupFigure>;
  readonly ranges: PerRound<Range> | null;
  readonly links: readonly (readonly TrendLink[])[];
  readonly breaks: readonly TrendBreak[];
};
type PerRound<T> = readonly (readonly (readonly (T | null)[])[])[];

/** One place in the grid. */
export type Spot = { readonly competence: number; readonly family: number };

/** What the first sentences are made of. Places in the grid; the words are the page's. */
export type Findings = {
  /** False where nothing published has a target: then `gap` is the lowest and `strength` the highest mean. */
  readonly aimed: boolean;
  /** The largest weighted gap; null when nothing published is below its target. */
  readonly gap: Spot | null;
  /** Furthest above target; when nothing is, nearest to it. Null when nothing is published. */
  readonly strength: Spot | null;
  /** Families of the round of which nothing at all could be shown. */
  readonly silent: readonly Family[];
  /** How many competences could not be shown for families of which something else could. */
  readonly partly: readonly { readonly family: Family; readonly closed: number }[];
};

/** Every published cell with its place, competence by competence in framework order. */
export function spotsOf(grid: Grid): (Spot & { cell: GroupCell })[] {
  return grid.cells.flatMap((row, competence) => row.flatMap((cell, family) => (typeof cell === "string" ? [] : [{ competence, family, cell }])));
}

/** The spread over the published cells of schools; null when there is none. */
export function spreadOf(cells: readonly Cell[]): Spread | null {
  const shown = cells.filter((cell) => typeof cell !== "string");
  const [first] = shown;
  if (!first) return null;
  const lowest = shown.reduce((low, cell) => (cell.shown < low.shown ? cell : low), first);
  const highest = shown.reduce((high, cell) => (cell.shown > high.shown ? cell : high), first);
  return {
    target: first.target,
    weight: first.weight,
    schools: shown.length,
    from: { shown: lowest.shown, end: lowest.end },
    to: { shown: highest.shown, end: highest.end },
    gap: first.gap === null ? null : shown.reduce((sum, { gap }) => sum + gap!, 0) / shown.length,
  };
}

/** Spreads per [competence][family], where a grid over all schools has a closed cell; null elsewhere. */
export type Spreads = readonly (readonly (Spread | null)[])[];

/** What there is to say first. Sorting is by shown values, ties by framework order. Source: release-spec. */
export function findingsOf(grid: Grid, spreads: Spreads | null = null): Findings {
  const spots = [
    ...spotsOf(grid).map(({ cell, ...spot }) => ({ ...spot, cell: { ...cell, lowest: cell.shown } })),
    ...(spreads ?? []).flatMap((row, competence) => row.flatMap((spread, family) => (spread ? [{ competence, family, cell: { ...spread, shown: (spread.from.shown + spread.to.shown) / 2, lowest: spread.from.shown } }] : []))),
  ].sort((a, b) => a.competence - b.competence || a.family - b.family);
  type Candidate = (typeof spots)[number];
  const first = (from: readonly Candidate[], value: (cell: Candidate["cell"]) => number) =>
    from.reduce<Candidate | null>((best, each) => (best === null || value(each.cell) > value(best.cell) + 1e-9 ? each : best), null);
  const aimed = spots.filter(({ cell }) => cell.target !== null);
  const open = aimed.filter(({ cell }) => cell.gap! > 0);
  const hasAims = aimed.length > 0 || spots.length === 0;
  const gap = hasAims ? first(open, ({ gap, weight }) => gap! * weight) : first(spots, ({ shown }) => -shown);
  // What is furthest above its target; where several are as far, the one with the highest mean.
  const above = hasAims ? first(aimed.filter((each) => each !== gap), ({ lowest, shown, target }) => (lowest - target!) * 1000 + shown) : first(spots.filter((each) => each !== gap), ({ shown }) => shown);
  const shown = grid.families.map((_, family) => spots.filter((spot) => spot.family === family).length);
  const asked = grid.families.map((_, family) => grid.cells.filter((row) => row[family] !== "not-asked").length);
  return {
    aimed: hasAims,
    gap: gap && { competence: gap.competence, family: gap.family },
    strength: above && { competence: above.competence, family: above.family },
    silent: grid.families.filter((_, family) => shown[family] === 0),
    partly: grid.families.flatMap((family, place) => {
      const closed = asked[place]! - shown[place]!;
      return shown[place]! > 0 && closed > 0 ? [{ family, closed }] : [];
    }),
  };
}

/** The figure of the last comparable round before this one, and whether there is a change to speak of. */
export function changeAt(trend: Trend, { competence, family }: Spot): { before: GroupFigure; round: TrendRound; change: "up" | "down" } | null {
  const figures = trend.figures[competence]?.[family] ?? [];
  const now = figures.length - 1;
  for (let place = now - 1; place >= 0; place -= 1) {
    const before = figures[place];
    if (!before || !trend.rounds[place]!.comparable) continue;
    const change = changeBetween(before, figures[now] ?? null);
    return change === null ? null : { before, round: trend.rounds[place]!, change };
  }
  return null;
}

/** Every place of the grid where there is a change to speak of, in framework order. */
export function changesOf(trend: Trend): (Spot & { change: "up" | "down" })[] {
  return trend.figures.flatMap((row, competence) =>
    row.flatMap((_, family) => {
      const found = changeAt(trend, { competence, family });
      return found ? [{ competence, family, change: found.change }] : [];
    }),
  );
}

/** Whether a round was held with another version than the one before it. */
export function isSeam({ rounds }: Trend, place: number): boolean {
  return place > 0 && rounds[place]!.version !== rounds[place - 1]!.version;
}

/** Whether a line may go on from the round before this one: over a seam only where both can be laid beside the round that is shown. */
export function isJoined(trend: Trend, place: number): boolean {
  return place > 0 && (!isSeam(trend, place) || (trend.rounds[place]!.comparable && trend.rounds[place - 1]!.comparable));
}
