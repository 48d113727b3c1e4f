import { levelValue, type Scale } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { SizeClass } from "#app/domain/release/types.ts";

/** A published mean of a group on one competence, in steps of the scale (1 = lowest). There is no figure of fewer than the threshold. */
export type GroupFigure = {
  readonly n: SizeClass;
  readonly shown: number;
  /** "≤": shown or lower; "≥": shown or higher. */
  readonly end: "≤" | "≥" | null;
  /** What the mean may be, given how it was rounded. */
  readonly low: number;
  readonly high: number;
};

/** Where a family should stand on a competence, and how much it counts. `target` is null when the profile sets none. */
export type Aim = { readonly target: number | null; readonly weight: number };

/** A published figure beside its target. `gap` is a share of the scale: 0 on or beyond target, 1 the whole scale; null without a target. */
export type GroupCell = GroupFigure & Aim & { readonly gap: number | null };

/** The aim of one family on one competence, as the round's own profile says. */
export function aimOf(profile: Profile, scale: Scale, family: Family, competenceId: string): Aim {
  const target = profile.families[family]?.targets[competenceId];
  return target ? { target: levelValue(scale, target.level), weight: target.weight } : { target: null, weight: 1 };
}

/** max(0, target − shown mean) ÷ (levels − 1). Source: release-spec, what is compared and ranked. */
export function groupGap(shown: number, target: number | null, levels: number): number | null {
  return target === null ? null : Math.max(0, target - shown) / (levels - 1);
}

/** A figure beside its target. */
export function cellOf(figure: GroupFigure, aim: Aim, levels: number): GroupCell {
  return { ...figure, ...aim, gap: groupGap(figure.shown, aim.target, levels) };
}

/** The hue of a cell: 0 on or beyond target (or without one), 1 (small) to 5 (large) by the share of the scale that is open. */
export function heatOf(gap: number | null): 0 | 1 | 2 | 3 | 4 | 5 {
  if (gap === null || gap === 0) return 0;
  const step = [0.05, 0.1, 0.2, 0.3].findIndex((most) => gap <= most + 1e-9);
  return step === -1 ? 5 : ((step + 1) as 1 | 2 | 3 | 4);
}

/**
 * Up or down between two rounds, or null: only when the two intervals have nothing in common is there a change to speak of.
 * An interval holds its low and not its high, because halves are rounded up; so 2.75–3.25 and 3.25–3.75 have nothing in common.
 */
export function changeBetween(before: GroupFigure | null, after: GroupFigure | null): "up" | "down" | null {
  if (before === null || after === null) return null;
  if (after.low >= before.high) return "up";
  return after.high <= before.low ? "down" : null;
}

/** The levels a mean lies at or between, counted from 1: 3.5 lies between 3 and 4, 4 is 4. */
export function levelsAround(shown: number): readonly [number] | readonly [number, number] {
  const lower = Math.floor(shown);
  return lower === shown ? [lower] : [lower, lower + 1];
}
