import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyOf } from "#app/domain/release/blocks.ts";
import { minCut } from "#app/domain/release/min-cut.ts";
import { lightestDifference, planBlocks } from "#app/domain/release/plan.ts";
import { holds, placeText, type Count } from "#tests/domain/release/oracles.ts";
import { lightestCutByTrying, planBySpecification, rank, smallestSupport } from "#tests/domain/release/plan-oracles.ts";

const TABLES = 1500;
const PATTERNS = 2500;
const K = 5;

/** Small tables with many cells around the threshold. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([units, groups]) =>
    fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 })), { minLength: units * groups, maxLength: units * groups }).map((counts) =>
      counts
        .map((n, index): Count => ({ unit: `u${Math.floor(index / groups)}`, group: `g${index % groups}`, n }))
        .filter(({ n }) => n > 0),
    ),
  );

const sizeOf = (cells: readonly Count[], block: { unit: string | null; group: string | null }) =>
  cells.filter((cell) => holds(block, cell)).reduce((sum, { n }) => sum + n, 0);

describe("layer 1, the plan", () => {
  test(`P1: no combination of published sums is about fewer than k people (${TABLES} tables, exact)`, () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 5, max: 7 }), (cells, k) => {
        expect(smallestSupport(cells, planBlocks(cells, k), k)).toBe(Infinity);
      }),
      { numRuns: TABLES, seed: 1 },
    );
  });

  test(`P1: the minimum cut is the exact answer for arbitrary patterns, weight and all (${PATTERNS})`, () => {
    let leaking = 0;
    fc.assert(
      fc.property(tables, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (cells, coins) => {
        const units = new Set([...new Set(cells.map(({ unit }) => unit))].filter((_, index) => coins[index]));
        const groups = new Set([...new Set(cells.map(({ group }) => group))].filter((_, index) => coins[4 + index]));
        const board = coins[7] === true;
        const hidden = cells.filter((_, index) => !coins[8 + index]);
        const shown = cells.filter((cell) => !hidden.includes(cell));
        const published = [
          ...shown,
          ...[...units].map((unit) => ({ unit, group: null })),
          ...[...groups].map((group) => ({ unit: null, group })),
          ...(board ? [{ unit: null, group: null }] : []),
        ];
        const people = cells.reduce((sum, { n }) => sum + n, 0) + 1;
        // Published cells are safe by themselves: the question is about the combinations that leave them out.
        const others = shown.reduce((least, { n }) => Math.min(least, n), Infinity);
        const exact = smallestSupport(cells, published, people);
        const cut = lightestDifference(hidden, { units, groups, board });
        if (cut < K) leaking += 1;
        expect(Math.min(cut, others)).toBe(exact);
        expect(lightestDifference(hidden, { units, groups, board }, K) < K).toBe(cut < K);
      }),
      { numRuns: PATTERNS, seed: 2 },
    );
    // The patterns must put the question: a good part of them leaks.
    expect(leaking).toBeGreaterThan(PATTERNS / 10);
  });

  test("P2: nothing about fewer than k people, every cell of k or more is there (P10), and totals only", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 5, max: 10 }), (cells, k) => {
        const plan = planBlocks(cells, k);
        for (const block of plan) {
          expect(block.n).toBe(sizeOf(cells, block));
          expect(block.n).toBeGreaterThanOrEqual(k);
        }
        const planned = plan.filter(({ unit, group }) => unit !== null && group !== null).map(placeText);
        expect(planned).toEqual(cells.filter(({ n }) => n >= k).map(placeText));
      }),
      { numRuns: TABLES, seed: 3 },
    );
  });

  test("the plan is the one the specification spells out, with the exact oracle deciding", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 5, max: 7 }), (cells, k) => {
        expect(planBlocks(cells, k).map(placeText).sort()).toEqual(planBySpecification(cells, k).map(placeText).sort());
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  test("a closed block is not planned, and a closed cell cannot be had by subtraction", () => {
    let closedCells = 0;
    fc.assert(
      fc.property(tables, fc.nat(), (cells, pick) => {
        const open = planBlocks(cells, K);
        const chosen = open[pick % Math.max(1, open.length)];
        if (!chosen) return;
        const plan = planBlocks(cells, K, new Set([keyOf(chosen)]));
        expect(plan.map(placeText)).not.toContain(placeText(chosen));
        expect(smallestSupport(cells, plan, K)).toBe(Infinity);
        if (chosen.unit === null || chosen.group === null) return;
        closedCells += 1;
        // The cell is in the span when adding it does not raise the rank.
        const rows = (blocks: readonly { unit: string | null; group: string | null }[]) =>
          blocks.map((block) => cells.map((cell) => (holds(block, cell) ? 1 : 0)));
        expect(rank(rows([...plan, chosen]))).toBe(rank(rows(plan)) + 1);
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(closedCells).toBeGreaterThan(100);
  });

  test.each([
    [4, 5, []],
    [5, 5, ["a / x", "* / x", "a / *", "* / *"]],
    [9, 10, []],
    [10, 10, ["a / x", "* / x", "a / *", "* / *"]],
  ])("one group of %i with k %i", (n, k, expected) => {
    expect(planBlocks([{ unit: "a", group: "x", n }], k).map(placeText).sort()).toEqual(expected.sort());
  });

  test("nobody, one school, one family", () => {
    expect(planBlocks([], K)).toEqual([]);
    // 8 + 3: the school total would give away the three.
    const school = [{ unit: "a", group: "x", n: 8 }, { unit: "a", group: "y", n: 3 }];
    expect(planBlocks(school, K).map(placeText)).toEqual(["a / x", "* / x"]);
    const family = [{ unit: "a", group: "x", n: 8 }, { unit: "b", group: "x", n: 3 }, { unit: "c", group: "x", n: 2 }];
    expect(planBlocks(family, K).map(placeText)).toEqual(["a / x", "a / *", "* / x", "* / *"]);
  });

  test("two small cells in one row and one column keep each other's totals apart", () => {
    // Family x: 6 + 2, family y: 2 + 6; a school total next to family totals would give single cells of 2.
    const cells = [
      { unit: "a", group: "x", n: 6 },
      { unit: "a", group: "y", n: 2 },
      { unit: "b", group: "x", n: 2 },
      { unit: "b", group: "y", n: 6 },
    ];
    expect(planBlocks(cells, K).map(placeText)).toEqual(["a / x", "b / y"]);
  });

  test("the order of the cells makes no difference", () => {
    fc.assert(
      fc.property(tables.chain((cells) => fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length }))), ([cells, other]) => {
        expect(planBlocks(other, K)).toEqual(planBlocks(cells, K));
      }),
      { numRuns: 500, seed: 6 },
    );
  });
});

describe("minimum cut", () => {
  test("the cut of the Stoer–Wagner paper is 4", () => {
    const edges = [[1, 2, 2], [1, 5, 3], [2, 3, 3], [2, 5, 2], [2, 6, 2], [3, 4, 4], [3, 7, 2], [4, 7, 2], [4, 8, 2], [5, 6, 3], [6, 7, 1], [7, 8, 3]];
    expect(minCut(edges.map(([a, b, weight]) => ({ a: a!, b: b!, weight: weight! })))).toBe(4);
  });

  test("no edges, loops only, two components", () => {
    expect(minCut([])).toBe(Infinity);
    expect(minCut([{ a: 1, b: 1, weight: 3 }])).toBe(Infinity);
    expect(minCut([{ a: 1, b: 2, weight: 3 }, { a: 3, b: 4, weight: 2 }, { a: 4, b: 3, weight: 2 }])).toBe(3);
  });

  test("equals trying all halves, and stays right when asked only whether it is enough", () => {
    const graphs = fc.array(fc.record({ a: fc.nat(5), b: fc.nat(5), weight: fc.integer({ min: 1, max: 6 }) }), { maxLength: 10 });
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 12 }), (edges, enough) => {
        const least = lightestCutByTrying(edges);
        expect(minCut(edges)).toBe(least);
        const answer = minCut(edges, enough);
        if (least < enough) expect(answer).toBe(least);
        else expect(answer).toBeGreaterThanOrEqual(enough);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
