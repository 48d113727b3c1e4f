import { describe, expect, test } from "vitest";
import { tabulate } from "#app/domain/release/blocks.ts";
import { planBlocks } from "#app/domain/release/plan.ts";
import { releaseCompetence } from "#app/domain/release/release.ts";
import { aYearLater, simulatedBoard } from "#tests/domain/release/boards.ts";
import { remember, seeded } from "#tests/domain/release/oracles.ts";

const BOARDS = 60;
const isCell = ({ unit, group }: { unit: string | null; group: string | null }) => unit !== null && group !== null;

describe("P10: the release is useful", () => {
  test.each([3, 12, 25])("boards of %i schools: every cell of five or more is planned, and at least 95 % survive layer 2", (schools) => {
    let planned = 0;
    let published = 0;
    for (let seed = 1; seed <= BOARDS; seed += 1) {
      const levels = [3, 4, 6][seed % 3]!;
      const people = simulatedBoard(schools, levels, seeded(seed));
      const cells = tabulate(people);
      const plan = planBlocks(cells, 5).filter(isCell);
      expect(plan).toHaveLength(cells.filter(({ n }) => n >= 5).length);
      planned += plan.length;
      published += releaseCompetence({ k: 5, levels, people, previous: [] }).filter(isCell).length;
    }
    expect(published / planned).toBeGreaterThanOrEqual(0.95);
  });

  test("a year later, one in eight new and a tenth of the others grown: at least 90 % of what the round alone would show", () => {
    let alone = 0;
    let published = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const levels = [3, 4, 6][seed % 3]!;
      const random = seeded(seed);
      const first = simulatedBoard(12, levels, random);
      const previous = [remember(first, releaseCompetence({ k: 5, levels, people: first, previous: [] }))];
      const people = aYearLater(first, levels, 1, { turnover: 0.12, growing: 0.1 }, random);
      alone += releaseCompetence({ k: 5, levels, people, previous: [] }).length;
      published += releaseCompetence({ k: 5, levels, people, previous }).length;
    }
    expect(published / alone).toBeGreaterThanOrEqual(0.9);
  });
});
