import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizeClassOf, stepFor, STEPS } from "#app/domain/release/classes.ts";
import { publishMean, sumsOf } from "#app/domain/release/mean.ts";
import { fitsMean } from "#tests/domain/release/oracles.ts";

const LOWEST: [string, number, number][] = [["5-9", 5, 9], ["10-19", 10, 19], ["20-49", 20, 49], ["50+", 50, 400]];
const LEVELS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The mean rounded half up to hundredths of a level × 20, from the definition, over common denominators. */
function plainMean(sum: number, n: number, levels: number, step: number) {
  const grid = Array.from({ length: Math.round(((levels - 1) * 20) / step) + 1 }, (_, index) => 20 + index * step);
  // Twentieths; the nearest grid point, and the upper one of two that are as near.
  const distance = (point: number) => Math.abs(20 * sum - point * n);
  const nearest = grid.reduce((best, point) => (distance(point) <= distance(best) ? point : best));
  const [lowest, highest] = [20 + step, 20 * levels - step];
  return { shown: Math.min(highest, Math.max(lowest, nearest)) / 20, isLow: nearest <= lowest, isHigh: nearest >= highest };
}

describe("classes and steps", () => {
  test.each(LOWEST)("%s runs from %i to %i", (name, from, to) => {
    expect(sizeClassOf(from)).toBe(name);
    expect(sizeClassOf(to)).toBe(name);
    expect(sizeClassOf(from - 1 < 5 ? 5 : from - 1) === name).toBe(from === 5);
  });

  test("fewer than five have no class and no step", () => {
    expect(() => sizeClassOf(4)).toThrow(RangeError);
    expect(() => stepFor(4, 4)).toThrow(RangeError);
    expect(() => sizeClassOf(Number.NaN)).toThrow(RangeError);
  });

  test("the steps by class and scale, worked out by hand from 1.5·r·n₀ > L − 1", () => {
    const table = LEVELS.map((levels) => [5, 10, 20, 50].map((n) => (stepFor(n, levels) ?? 0) / 20));
    expect(table).toEqual([
      [0.25, 0.1, 0.1, 0.1],
      [0.5, 0.25, 0.1, 0.1],
      [0.5, 0.25, 0.25, 0.1],
      [1, 0.5, 0.25, 0.1],
      [1, 0.5, 0.25, 0.1],
      // 1.5 · 0.1 · 40 is not more than 6; with n₀ = 20 the question does not even arise.
      [1, 0.5, 0.25, 0.1],
      [1, 0.5, 0.25, 0.1],
      [0, 1, 0.5, 0.25],
      [0, 1, 0.5, 0.25],
    ]);
  });

  test("the step is the same for every n of a class", () => {
    for (const levels of LEVELS) for (const [, from, to] of LOWEST) for (let n = from; n <= to; n += 1) expect(stepFor(n, levels)).toBe(stepFor(from, levels));
  });

  test("a coarser step is the next one that still has two values to show", () => {
    expect(stepFor(10, 4, 6)).toBe(10);
    expect(stepFor(10, 4, 11)).toBe(20);
    expect(stepFor(10, 4, 21)).toBeNull();
    // L = 2: at 0.5 both ends would be coded 1.5, at 1 the ends would have changed places.
    expect(stepFor(10, 2, 6)).toBeNull();
    expect(stepFor(10, 3, 11)).toBeNull();
  });
});

describe("layer 2, one figure", () => {
  test("P5: every level stays possible for every member, exhaustively: L 2–10, n 5–60, every sum", () => {
    for (const levels of LEVELS) {
      for (let n = 5; n <= 60; n += 1) {
        const step = stepFor(n, levels);
        if (step === null) continue;
        for (let sum = n; sum <= levels * n; sum += 1) {
          const mean = publishMean(sum, n, levels, step);
          // The sums somebody may believe in are an unbroken run, so its ends decide.
          const possible = sumsOf(mean, n, levels);
          const isEveryLevelPossible = possible.low <= 1 + levels * (n - 1) && possible.high >= levels + n - 1;
          if (!isEveryLevelPossible || possible.low > sum || possible.high < sum) throw new Error(`L ${levels}, n ${n}, sum ${sum}`);
        }
      }
    }
  });

  test("what is shown is the mean rounded half up and end-coded, and the interval is exactly what rounds to it", () => {
    for (const levels of LEVELS) {
      for (const n of [5, 6, 9, 10, 19, 23, 50]) {
        for (const step of STEPS) {
          if (2 * step >= 20 * (levels - 1)) continue;
          const bySum = Array.from({ length: (levels - 1) * n + 1 }, (_, index) => publishMean(n + index, n, levels, step));
          bySum.forEach((mean, index) => {
            const plain = plainMean(n + index, n, levels, step);
            expect(mean.shown).toBe(plain.shown);
            expect(mean.end).toBe(plain.isLow ? "≤" : plain.isHigh ? "≥" : null);
            expect(mean.low).toBeCloseTo(plain.isLow ? 1 : mean.shown - step / 40, 10);
            expect(mean.high).toBeCloseTo(plain.isHigh ? levels : mean.shown + step / 40, 10);
          });
          for (const mean of new Set(bySum)) {
            const same = bySum.flatMap(({ shown }, index) => (shown === mean.shown ? [n + index] : []));
            expect(sumsOf(mean, n, levels)).toEqual({ low: same[0], high: same.at(-1) });
            for (const sum of [same[0]! - 1, same[0]!, same.at(-1)!, same.at(-1)! + 1]) {
              expect(fitsMean(mean, sum, n, levels)).toBe(same.includes(sum));
            }
          }
        }
      }
    }
  });

  test("numbers are printed without float noise", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 5, max: 500 }), fc.constantFrom(...STEPS), fc.double({ min: 0, max: 1, noNaN: true }), (levels, n, step, at) => {
        const { shown, low, high } = publishMean(n + Math.floor(at * (levels - 1) * n), n, levels, step);
        for (const number of [shown, low, high]) expect(String(number)).toMatch(/^\d+(\.\d{1,3})?$/);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test.each([
    ["all at the bottom", 5, { shown: 1.5, end: "≤", low: 1, high: 1.75 }],
    ["all at the top", 20, { shown: 3.5, end: "≥", low: 3.25, high: 4 }],
    ["a half is rounded up", 14, { shown: 3, end: null, low: 2.75, high: 3.25 }],
    ["in the middle", 12, { shown: 2.5, end: null, low: 2.25, high: 2.75 }],
  ])("five people on 1..4, %s", (_, sum, expected) => {
    expect(publishMean(sum, 5, 4, 10)).toEqual(expected);
  });
});
