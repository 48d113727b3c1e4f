import type { SizeClass } from "./types.ts";

/** The rounding steps 0.1, 0.25, 0.5 and 1, in twentieths of a level: whole numbers, since 1.5 × 0.1 × 40 > 6 in floats. */
export const STEPS = [2, 5, 10, 20] as const;

const CLASSES: readonly { name: SizeClass; from: number }[] = [
  { name: "50+", from: 50 },
  { name: "20-49", from: 20 },
  { name: "10-19", from: 10 },
  { name: "5-9", from: 5 },
];

/** The published class of a number of people. Throws a RangeError below 5: such a group has no figure. Source: release-spec, point 3. */
export function sizeClassOf(n: number): SizeClass {
  return classFor(n).name;
}

/**
 * The rounding step of a mean over n people on a scale 1..levels, in twentieths of a level; null when no mean may be published.
 * The first step r with 1.5·r·n₀ > levels − 1 that is at least `coarsest so far` (twentieths, 0 = free).
 * n₀ is the lowest n of the class, so that the step says nothing about n that the class does not say.
 * A step that leaves only one value to show (1 + r ≥ levels − r) says nothing and is no step. Source: release-spec, layer 2.
 */
export function stepFor(n: number, levels: number, atLeast = 0): number | null {
  const lowest = classFor(n).from;
  // 1.5·(step/20)·n₀ > L − 1, in integers.
  return (
    STEPS.find((step) => 3 * step * lowest > 40 * (levels - 1) && step >= atLeast && 2 * step < 20 * (levels - 1)) ?? null
  );
}

function classFor(n: number): { name: SizeClass; from: number } {
  const found = CLASSES.find(({ from }) => n >= from);
  if (!found) throw new RangeError(`A group of ${n} has no class`);
  return found;
}
