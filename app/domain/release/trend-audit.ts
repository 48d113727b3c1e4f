import { blocksOf, blockTotals, keyOf, tabulate } from "./blocks.ts";
import { sumsOf } from "./mean.ts";
import type { Figure, Member, PreviousRelease, Span } from "./types.ts";

/**
 * A block of now against a published figure of an earlier release with people in common: `stayers` in both, `joiners`
 * only in the block of now, `leavers` only in the earlier one; `earlier` holds the sums the earlier figure leaves possible.
 * `isSame`: the same block then and now (else it is another block that people moved from).
 */
export type Overlap = { isSame: boolean; stayers: number; joiners: number; leavers: number; earlier: Span };

/** Every overlap between blocks of now and figures published earlier, by the key of the block of now. */
export function overlapsWith(
  people: readonly Member[],
  previous: readonly PreviousRelease[],
  levels: number,
): Map<string, Overlap[]> {
  const sizesNow = sizesOf(people);
  const placeNow = new Map(people.map((person) => [person.id, person]));
  const overlaps = new Map<string, Overlap[]>();
  for (const release of previous) {
    const sizesThen = sizesOf(release.members);
    const shared = sharedCounts(placeNow, release);
    for (const figure of release.figures) {
      const keyThen = keyOf(figure);
      const sizeThen = sizesThen.get(keyThen) ?? 0;
      const earlier = sumsOf(figure.mean, sizeThen, levels);
      for (const [keyNow, stayers] of shared.get(keyThen) ?? []) {
        const list = overlaps.get(keyNow) ?? [];
        list.push({
          isSame: keyNow === keyThen,
          stayers,
          joiners: (sizesNow.get(keyNow) ?? 0) - stayers,
          leavers: sizeThen - stayers,
          earlier,
        });
        overlaps.set(keyNow, list);
      }
    }
  }
  return overlaps;
}

/**
 * Whether the two figures of an overlap keep both extremes possible for joiners and leavers (and stayers) if nobody changed
 * an answer. When the figures contradict that assumption outright, a block with joiners or leavers is unsafe against its own
 * earlier figure; against another block, or with the same people, there is nothing to learn. Source: release-spec, layer 3.
 */
function isTrendSafe(overlap: Overlap, now: Span, levels: number): boolean {
  const { isSame, stayers, joiners, leavers } = overlap;
  const anySum = (people: number): Span => ({ low: people, high: levels * people });
  // The sums of `people` of whom one is at `level`.
  const withOneAt = (people: number, level: number): Span => ({ low: level + people - 1, high: level + levels * (people - 1) });
  const fits = (stay: Span, join: Span, leave: Span) => {
    const low = Math.max(stay.low, now.low - join.high, overlap.earlier.low - leave.high);
    const high = Math.min(stay.high, now.high - join.low, overlap.earlier.high - leave.low);
    return low <= high;
  };
  const [stay, join, leave] = [anySum(stayers), anySum(joiners), anySum(leavers)];
  if (!fits(stay, join, leave)) return !isSame || joiners + leavers === 0;
  return [1, levels].every(
    (level) =>
      (stayers === 0 || fits(withOneAt(stayers, level), join, leave)) &&
      (joiners === 0 || fits(stay, withOneAt(joiners, level), leave)) &&
      (leavers === 0 || fits(stay, join, withOneAt(leavers, level))),
  );
}

/** The figures that, taken two by two with an earlier one, would rule out a level for someone. */
export function figuresExposing(
  figures: readonly Figure[],
  overlaps: ReadonlyMap<string, readonly Overlap[]>,
  levels: number,
): Figure[] {
  return figures.filter((figure) => {
    const now = sumsOf(figure.mean, figure.n, levels);
    return !(overlaps.get(keyOf(figure)) ?? []).every((overlap) => isTrendSafe(overlap, now, levels));
  });
}

function sizesOf(members: readonly Member[]): Map<string, number> {
  const cells = tabulate(members.map(({ unit, group }) => ({ unit, group, level: 0 })));
  return new Map([...blockTotals(cells)].map(([key, { n }]) => [key, n]));
}

/** People in both, by the key of the earlier block and then of the block of now. */
function sharedCounts(placeNow: ReadonlyMap<string, Member>, release: PreviousRelease): Map<string, Map<string, number>> {
  const published = new Set(release.figures.map(keyOf));
  // People are counted per pair of cells first: few pairs, many people.
  const pairs = new Map<string, { now: Member; then: Member; people: number }>();
  for (const then of release.members) {
    const now = placeNow.get(then.id);
    if (!now) continue;
    const key = keyOf({ unit: keyOf(then), group: keyOf(now) });
    const pair = pairs.get(key) ?? { now, then, people: 0 };
    pairs.set(key, { ...pair, people: pair.people + 1 });
  }
  const shared = new Map<string, Map<string, number>>();
  for (const { now, then, people } of pairs.values()) {
    const keysNow = blocksOf(now).map(keyOf);
    for (const keyThen of blocksOf(then).map(keyOf)) {
      if (!published.has(keyThen)) continue;
      const counts = shared.get(keyThen) ?? new Map<string, number>();
      for (const keyNow of keysNow) counts.set(keyNow, (counts.get(keyNow) ?? 0) + people);
      shared.set(keyThen, counts);
    }
  }
  return shared;
}
