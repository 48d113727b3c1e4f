import { describe, expect, test } from "vitest";
import { tabulate } from "#app/domain/release/blocks.ts";
import { planBlocks } from "#app/domain/release/plan.ts";
import { releaseCompetence } from "#app/domain/release/release.ts";
import type { Respondent } from "#app/domain/release/types.ts";
import { aYearLater, simulatedBoard } from "#tests/domain/release/boards.ts";
import { placeText, remember, seeded, shuffled } from "#tests/domain/release/oracles.ts";

const group = (n: number, level: (index: number) => number = () => 2, unit = "a", family = "x"): Respondent[] =>
  Array.from({ length: n }, (_, index) => ({ id: `${unit}${family}${index}`, unit, group: family, level: level(index) }));

const release = (people: Respondent[], more: { k?: number; levels?: number } = {}) =>
  releaseCompetence({ k: 5, levels: 4, people, previous: [], ...more });

describe("a release", () => {
  test("nobody: nothing", () => {
    expect(release([])).toEqual([]);
  });

  test("one school, one family: the same people four times, and nothing under k", () => {
    expect(release(group(4))).toEqual([]);
    const mean = { shown: 2, end: null, low: 1.75, high: 2.25 };
    expect(release(group(5))).toEqual([
      { unit: "a", group: "x", n: "5-9", mean },
      { unit: "a", group: null, n: "5-9", mean },
      { unit: null, group: "x", n: "5-9", mean },
      { unit: null, group: null, n: "5-9", mean },
    ]);
    expect(release(group(9), { k: 10 })).toEqual([]);
    expect(release(group(10), { k: 10 })[0]?.n).toBe("10-19");
  });

  test("nine and ten differ in class, and so in step", () => {
    expect(release(group(9, (index) => (index < 5 ? 2 : 3)))[0]?.mean).toEqual({ shown: 2.5, end: null, low: 2.25, high: 2.75 });
    expect(release(group(10, (index) => (index < 7 ? 2 : 3)))[0]?.mean).toEqual({ shown: 2.25, end: null, low: 2.125, high: 2.375 });
  });

  test("all the same answer: open ends, so nobody's answer is known", () => {
    expect(release(group(6, () => 1))[0]?.mean).toEqual({ shown: 1.5, end: "≤", low: 1, high: 1.75 });
    expect(release(group(6, () => 4))[0]?.mean).toEqual({ shown: 3.5, end: "≥", low: 3.25, high: 4 });
  });

  test("two levels, and ten: with ten a small group has no mean, as no step is coarse enough", () => {
    expect(release(group(5, (index) => 1 + (index % 2)), { levels: 2 })[0]?.mean).toEqual({ shown: 1.5, end: null, low: 1.375, high: 1.625 });
    expect(release(group(9, (index) => 1 + index), { levels: 10 })).toEqual([]);
    expect(release(group(10, (index) => 1 + index), { levels: 10 })[0]?.mean).toEqual({ shown: 6, end: null, low: 5.5, high: 6.5 });
  });

  test("cells first, then school totals, family totals and the board, by name", () => {
    const people = ["b", "a"].flatMap((unit) => ["y", "x"].flatMap((family) => group(6, () => 2, unit, family)));
    expect(release(people).map(placeText)).toEqual(["a / x", "a / y", "b / x", "b / y", "a / *", "b / *", "* / x", "* / y", "* / *"]);
  });

  test("names that mean something to JavaScript are just names", () => {
    const people = ["__proto__", "constructor", "toString", "*", "null", '["a"]'].flatMap((unit) => group(6, () => 2, unit, "__proto__"));
    const figures = release(people);
    expect(figures).toHaveLength(14);
    expect(figures.filter(({ unit }) => unit === "__proto__")).toHaveLength(2);
  });

  test.each<[string, () => unknown]>([
    ["k of 4", () => release(group(5), { k: 4 })],
    ["k of 11", () => release(group(5), { k: 11 })],
    ["k of 5.5", () => release(group(5), { k: 5.5 })],
    ["one level", () => release(group(5), { levels: 1 })],
    ["a level above the scale", () => release(group(5, () => 5))],
    ["a level that is not whole", () => release(group(5, () => 2.5))],
    ["someone twice", () => release([...group(5), ...group(1)])],
  ])("refuses %s", (_, act) => {
    expect(act).toThrow(RangeError);
  });

  test("P3: the plan depends on counts only, whatever was answered", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed);
      const people = simulatedBoard(3, 4, random);
      const levels = shuffled(people.map(({ level }) => level), random);
      const other = people.map((person, index) => ({ ...person, level: levels[index] ?? 1 }));
      expect(planBlocks(tabulate(other), 5)).toEqual(planBlocks(tabulate(people), 5));
    }
  });

  test("P3, P7: the same answers give the same bytes, in any order, as often as asked, and the input is left alone", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed);
      const first = simulatedBoard(3, 4, random);
      const previous = [remember(first, release(first))];
      const people = aYearLater(first, 4, 1, { turnover: 0.15, growing: 0.2 }, random);
      const round = { k: 5, levels: 4, people, previous };
      const before = JSON.stringify(round);
      const bytes = JSON.stringify(releaseCompetence(round));
      expect(JSON.stringify(releaseCompetence(round))).toBe(bytes);
      expect(JSON.stringify(round)).toBe(before);
      const mixed = previous.map(({ members, figures }) => ({ members: shuffled(members, random), figures: shuffled(figures, random) }));
      expect(JSON.stringify(releaseCompetence({ ...round, people: shuffled(people, random), previous: mixed }))).toBe(bytes);
    }
  });

  test("nothing but what the specification lists is in a figure", () => {
    const [figure] = release(group(7));
    expect(Object.keys(figure ?? {})).toEqual(["unit", "group", "n", "mean"]);
    expect(Object.keys(figure?.mean ?? {})).toEqual(["shown", "end", "low", "high"]);
  });
});
