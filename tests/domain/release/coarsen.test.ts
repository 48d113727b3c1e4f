import { describe, expect, test } from "vitest";
import { tabulate } from "#app/domain/release/blocks.ts";
import { coarsen, shortfallsOf, withdrawExposing } from "#app/domain/release/coarsen.ts";
import { planBlocks } from "#app/domain/release/plan.ts";
import { releaseCompetence } from "#app/domain/release/release.ts";
import { everything, exposures, isSafeByTrying, peopleOf, remember, seeded, whole } from "#tests/domain/release/oracles.ts";

const BOARDS = 1500;

function randomTable(seed: number) {
  const random = seeded(seed);
  const levels = whole(random, 2, 6);
  const counts = ["a", "b", "c"].slice(0, whole(random, 1, 3)).flatMap((unit) =>
    ["x", "y", "z"].slice(0, whole(random, 1, 3)).map((group) => ({ unit, group, n: random() < 0.4 ? whole(random, 0, 4) : whole(random, 0, 14) })),
  );
  return { levels, people: peopleOf(counts, levels, random) };
}

describe("layer 2, all figures together", () => {
  test(`P5: every level stays possible for everyone, given everything published (${BOARDS} boards, every sum tried)`, () => {
    let repaired = 0;
    for (let seed = 1; seed <= BOARDS; seed += 1) {
      const { levels, people } = randomTable(seed);
      const figures = releaseCompetence({ k: 5, levels, people, previous: [] });
      const cells = tabulate(people);
      if (figures.length < coarsen(planBlocks(cells, 5), cells, levels).length) repaired += 1;
      expect({ seed, exposed: exposures([remember(people, figures)], levels) }).toEqual({ seed, exposed: [] });
    }
    // Without repairs among them the boards would not try the audit.
    expect(repaired).toBeGreaterThan(10);
  });

  test("the flow audit gives the same verdict as trying every sum, cell by cell, also where nothing is safe", () => {
    let exposed = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const { levels, people } = randomTable(seed);
      const { cells, figures } = everything(coarsen, tabulate(people), levels);
      const shortfall = shortfallsOf(figures, cells, levels);
      cells.forEach((_, index) => {
        const isSafe = isSafeByTrying(figures, cells, levels, index);
        if (!isSafe) exposed += 1;
        expect({ seed, index, isSafe: shortfall(index) === 0 }).toEqual({ seed, index, isSafe });
      });
    }
    expect(exposed).toBeGreaterThan(100);
  });

  test("a repair withdraws the smallest figure that cures, and nothing when nobody is exposed", () => {
    let repairs = 0;
    for (let seed = 1; seed <= BOARDS; seed += 1) {
      const { levels, people } = randomTable(seed);
      const cells = tabulate(people);
      const figures = coarsen(planBlocks(cells, 5), cells, levels);
      const kept = withdrawExposing(figures, cells, levels);
      const firstExposed = cells.findIndex((_, index) => shortfallsOf(figures, cells, levels)(index) > 0);
      if (firstExposed < 0) expect(kept).toEqual(figures);
      const withdrawn = figures.filter((figure) => !kept.includes(figure));
      if (withdrawn.length !== 1) continue;
      repairs += 1;
      const cures = figures.filter((figure) => shortfallsOf(figures.filter((other) => other !== figure), cells, levels)(firstExposed) === 0);
      expect(withdrawn[0]?.n).toBe(Math.min(...cures.map(({ n }) => n)));
    }
    expect(repairs).toBeGreaterThan(10);
  });

  test("a closed total cannot pin a small group at an end: the withdrawn figure looks like one that never was", () => {
    // Ten at the top, five in a second cell at the top: every figure is open-ended, nobody is pinned.
    const people = Array.from({ length: 15 }, (_, index) => ({ id: String(index), unit: "a", group: index < 10 ? "x" : "y", level: 4 }));
    const figures = releaseCompetence({ k: 5, levels: 4, people, previous: [] });
    expect(figures.map(({ mean }) => mean.end)).toEqual(figures.map(() => "≥"));
  });
});
