import type { PublishedMean, Span } from "./types.ts";

/**
 * The mean of `n` levels that add up to `sum`, as published: rounded half up to the step (twentieths of a level) and
 * end-coded at 1 + r ("≤") and levels − r ("≥"); low and high are shown ± r/2, with open ends reaching 1 and `levels`.
 * Whole numbers until the last division, so that 2.35 is printed as 2.35. Source: release-spec, layer 2.
 */
export function publishMean(sum: number, n: number, levels: number, step: number): PublishedMean {
  const stepsPerLevel = 20 / step;
  const rounded = Math.floor((40 * sum + n * step) / (2 * n * step));
  const lowest = stepsPerLevel + 1;
  const highest = levels * stepsPerLevel - 1;
  const steps = Math.min(highest, Math.max(lowest, rounded));
  return {
    shown: (steps * step) / 20,
    end: steps === lowest ? "≤" : steps === highest ? "≥" : null,
    low: steps === lowest ? 1 : ((2 * steps - 1) * step) / 40,
    high: steps === highest ? levels : ((2 * steps + 1) * step) / 40,
  };
}

/**
 * The sums of n levels on 1..levels that a published mean leaves possible, to someone who knows n exactly and who knows
 * that halves are rounded up (so `low` belongs to the interval and `high` does not, except at an open end).
 */
export function sumsOf(mean: PublishedMean, n: number, levels: number): Span {
  // All bounds are multiples of a fortieth.
  const low = Math.round(mean.low * 40);
  const high = Math.round(mean.high * 40);
  return {
    low: mean.end === "≤" ? n : Math.ceil((n * low) / 40),
    high: mean.end === "≥" ? n * levels : Math.ceil((n * high) / 40) - 1,
  };
}
