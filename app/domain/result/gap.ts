import { levelOf, reasonOf, type Answers, type Reason } from "#app/domain/assessment/answers.ts";
import type { Page } from "#app/domain/assessment/questionnaire.ts";

/** One competence of one person: where they stand, where the profile aims, and the distance in steps of the scale. */
export type Gap = {
  readonly competenceId: string;
  /** 1..number of levels, or null when no level was given. */
  readonly level: number | null;
  readonly reason: Reason | null;
  readonly target: number | null;
  /** target − level: > 0 to grow, 0 on target, < 0 beyond it, null nothing to go on. */
  readonly gap: number | null;
  readonly weight: number;
  readonly wish: boolean;
};

/** What a gap is called on the page. Never a fail word. */
export type GapWord = "on-target" | "nearly" | "room-to-grow" | "not-in-my-work" | "consciously-not" | "unknown";

/** One gap per page, in the order of the questionnaire. A page that was not answered has no level and no reason. */
export function gapsOf(pages: readonly Page[], answers: Answers): Gap[] {
  return pages.map(({ competenceId, target, weight }) => {
    const state = answers[competenceId];
    const level = levelOf(state?.answer ?? null);
    return { competenceId, level, reason: reasonOf(state?.answer ?? null), target, gap: gapBetween(level, target), weight, wish: state?.wish ?? false };
  });
}

/** Steps from level to target, or null when one of them is not there. */
export function gapBetween(level: number | null, target: number | null): number | null {
  return level === null || target === null ? null : target - level;
}

/** The word for a gap: one step short is "nearly", more is "room to grow". A reason has a word of its own and no number. */
export function wordFor({ gap, reason }: Pick<Gap, "gap" | "reason">): GapWord {
  if (reason === "not-in-my-work") return "not-in-my-work";
  if (reason === "consciously-not") return "consciously-not";
  if (gap === null) return "unknown";
  if (gap <= 0) return "on-target";
  return gap === 1 ? "nearly" : "room-to-grow";
}

/**
 * What somebody does well, at most `most`: furthest above target first, then the highest level, then framework order.
 * Only competences on or above target; when nothing is, the highest levels reached (above the lowest step), because everybody can do something.
 */
export function strengthsOf(gaps: readonly Gap[], most = 3): Gap[] {
  const levelled = gaps.filter((each) => each.level !== null);
  const onTarget = levelled.filter((each) => each.gap !== null && each.gap <= 0);
  const from = onTarget.length > 0 ? onTarget : levelled.filter((each) => each.level! > 1);
  return from
    .map((each, place) => ({ each, place, above: -(each.gap ?? 0) }))
    .sort((a, b) => b.above - a.above || b.each.level! - a.each.level! || a.place - b.place)
    .slice(0, most)
    .map(({ each }) => each);
}

/**
 * The one competence to grow in: the largest weighted gap among those with "I want to learn this", else the largest of all.
 * Null when all are on target. Where an instrument sets no targets at all, the lowest answer below `highest` takes the place of the
 * largest gap. Ties go by framework order (docs/adr: one growth chance).
 */
export function growthChanceOf(gaps: readonly Gap[], highest: number): Gap | null {
  const open = candidates(gaps, highest);
  const size = sizeIn(gaps, highest);
  return open.reduce<Gap | null>((best, each) => (best === null || size(each) > size(best) ? each : best), null);
}

/** Why this competence is the growth chance: whether it was wished for, how many steps (null without targets), and what decided among the others. */
export type WhyGrowth = { readonly wish: boolean; readonly steps: number | null; readonly among: number; readonly decidedBy: "only" | "largest" | "weight" | "order" };

/** Explains the choice of `growthChanceOf`: the only candidate, the most steps (or the lowest answer), the heavier weight in the profile, or the first of equals. */
export function whyGrowth(gaps: readonly Gap[], chance: Gap, highest: number): WhyGrowth {
  const among = candidates(gaps, highest);
  const others = among.filter((each) => each.competenceId !== chance.competenceId);
  const size = sizeIn(gaps, highest);
  const steps = (each: Gap) => each.gap ?? highest - each.level!;
  const decidedBy =
    others.length === 0 ? "only" : others.some((each) => size(each) === size(chance)) ? "order" : others.every((each) => steps(each) < steps(chance)) ? "largest" : "weight";
  return { wish: chance.wish, steps: chance.gap, among: among.length, decidedBy };
}

/** What there is to grow in, narrowed to what is wished for when there is any. */
function candidates(gaps: readonly Gap[], highest: number): Gap[] {
  const open = hasTargets(gaps) ? gaps.filter(({ gap }) => gap !== null && gap > 0) : gaps.filter(({ level }) => level !== null && level < highest);
  const wanted = open.filter(({ wish }) => wish);
  return wanted.length > 0 ? wanted : open;
}

function sizeIn(gaps: readonly Gap[], highest: number): (gap: Gap) => number {
  return hasTargets(gaps) ? ({ gap, weight }) => gap! * weight : ({ level, weight }) => (highest - level!) * weight;
}

/** True when the profile sets a target anywhere; an instrument of points sets none. */
export function hasTargets(gaps: readonly Gap[]): boolean {
  return gaps.some(({ target }) => target !== null);
}
