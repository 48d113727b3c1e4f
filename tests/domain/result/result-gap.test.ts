import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reasons } from "#app/domain/assessment/answers.ts";
import { growthChanceOf, hasTargets, strengthsOf, whyGrowth, wordFor, type Gap } from "#app/domain/result/gap.ts";
import { gap } from "./result-facts.ts";

const ids = (gaps: readonly Gap[]) => gaps.map(({ competenceId }) => competenceId);

describe("the word for a gap", () => {
  test.each([
    [4, 4, "on-target"],
    [5, 4, "on-target"],
    [3, 4, "nearly"],
    [2, 4, "room-to-grow"],
    [1, 6, "room-to-grow"],
    [null, 4, "unknown"],
    [3, null, "unknown"],
  ] as const)("level %s, target %s is %s", (level, target, word) => {
    expect(wordFor(gap("x", level, target))).toBe(word);
  });

  test.each([
    ["not-in-my-work", "not-in-my-work"],
    ["consciously-not", "consciously-not"],
    ["do-not-know", "unknown"],
    ["rather-not-say", "unknown"],
  ] as const)("the reason %s is %s, and never a number", (reason, word) => {
    const given = gap("x", null, 4, { reason });
    expect([wordFor(given), given.gap]).toEqual([word, null]);
  });
});

describe("strengths", () => {
  test.each<[string, Gap[], string[]]>([
    ["furthest above target first, then the highest level, then framework order", [gap("a", 3, 3), gap("b", 4, 4), gap("c", 5, 3), gap("d", 4, 4)], ["c", "b", "d"]],
    ["only what is on target or beyond, when there is any", [gap("a", 3, 3), gap("b", 5, 6), gap("c", 4, 6)], ["a"]],
    ["else where somebody is furthest, above the first step", [gap("a", 1, 4), gap("b", 2, 4), gap("c", 3, 4)], ["c", "b"]],
    ["none when everything is at the first step", [gap("a", 1, 4), gap("b", 1, 4)], []],
    ["a level without a target counts when nothing is on target", [gap("a", 4, null), gap("b", 2, 5)], ["a", "b"]],
    ["nothing without a level", [gap("a", null, 4, { reason: "do-not-know" })], []],
  ])("%s", (_, gaps, expected) => {
    expect(ids(strengthsOf(gaps))).toEqual(expected);
  });
});

describe("the one growth chance", () => {
  test.each<[string, Gap[], string | null, string | null]>([
    ["the largest weighted gap", [gap("a", 2, 4), gap("b", 3, 5, { weight: 1.5 }), gap("c", 4, 5)], "b", "weight"],
    ["a wish goes before a larger gap", [gap("a", 1, 6), gap("b", 3, 4, { wish: true })], "b", "only"],
    ["among wishes the largest", [gap("a", 3, 4, { wish: true }), gap("b", 2, 4, { wish: true }), gap("c", 1, 6)], "b", "largest"],
    ["a wish on target is no gap", [gap("a", 4, 4, { wish: true }), gap("b", 3, 4)], "b", "only"],
    ["ties go by framework order", [gap("a", 4, 5), gap("b", 2, 4), gap("c", 2, 4)], "b", "order"],
    ["one step of a heavy one ties with two of a light one", [gap("a", 3, 4, { weight: 1 }), gap("b", 2, 4, { weight: 0.5 })], "a", "order"],
    ["heavier beats further", [gap("a", 2, 4, { weight: 0.7 }), gap("b", 3, 4, { weight: 1.5 })], "b", "weight"],
    ["none when all are on target", [gap("a", 4, 4), gap("b", 5, 4)], null, null],
    ["none when nothing has a level", [gap("a", null, 4, { reason: "consciously-not", wish: true })], null, null],
    ["without any target the lowest answer", [gap("a", 4, null), gap("b", 2, null), gap("c", 3, null)], "b", "largest"],
    ["without any target the lowest of the wishes", [gap("a", 1, null), gap("b", 4, null, { wish: true }), gap("c", 3, null, { wish: true })], "c", "largest"],
    ["without any target ties go by framework order", [gap("a", 6, null), gap("b", 2, null), gap("c", 2, null)], "b", "order"],
    ["none without any target when all are at the top", [gap("a", 6, null), gap("b", null, null)], null, null],
    ["one target is enough to go by targets", [gap("a", 1, null), gap("b", 4, 4)], null, null],
  ])("%s", (_, gaps, expected, decidedBy) => {
    const chance = growthChanceOf(gaps, 6);
    expect(chance?.competenceId ?? null).toBe(expected);
    expect(chance && whyGrowth(gaps, chance, 6).decidedBy).toBe(decidedBy);
  });
});

const anyGap: fc.Arbitrary<Gap> = fc
  .record({
    level: fc.option(fc.integer({ min: 1, max: 6 })),
    reason: fc.constantFrom(...reasons, null),
    target: fc.option(fc.integer({ min: 1, max: 6 })),
    weight: fc.constantFrom(0.5, 0.7, 1, 1.1, 1.5, 2),
    wish: fc.boolean(),
  })
  .map(({ level, reason, target, weight, wish }) => gap("", level, target, { reason: level === null ? reason : null, weight, wish }));
const profile = fc.array(anyGap, { maxLength: 22 }).map((gaps) => gaps.map((each, place) => ({ ...each, competenceId: String(place) })));

describe("for every profile", () => {
  test("strengths: at most three, each with a level, best first, and never both a strength on target and something to grow in", () => {
    fc.assert(
      fc.property(profile, (gaps) => {
        const found = strengthsOf(gaps);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(ids(found)).size).toBe(found.length);
        for (const each of found) expect(each.level).not.toBeNull();
        if (gaps.some((each) => each.gap !== null && each.gap <= 0)) for (const each of found) expect(each.gap).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the growth chance is below its target, wished for when anything below target is, and nothing comparable weighs more", () => {
    fc.assert(
      fc.property(profile, (gaps) => {
        const chance = growthChanceOf(gaps, 6);
        const open = gaps.filter((each) => each.gap !== null && each.gap > 0);
        if (!hasTargets(gaps)) {
          expect(chance === null).toBe(gaps.every((each) => each.level === null || each.level === 6));
          return;
        }
        if (!chance) {
          expect(open).toEqual([]);
          return;
        }
        expect(chance.gap).toBeGreaterThan(0);
        expect(chance.wish).toBe(open.some((each) => each.wish));
        const among = open.filter((each) => each.wish === chance.wish);
        for (const each of among) expect(each.gap! * each.weight).toBeLessThanOrEqual(chance.gap! * chance.weight);
        expect(among.find((each) => each.gap! * each.weight === chance.gap! * chance.weight)).toBe(chance);
        const why = whyGrowth(gaps, chance, 6);
        expect([why.among, why.steps, why.wish]).toEqual([among.length, chance.gap, chance.wish]);
        if (why.decidedBy === "largest") for (const each of among) if (each !== chance) expect(each.gap).toBeLessThan(chance.gap!);
      }),
    );
  });

  test("a reason is never a number: without levels there is no gap, no strength and no growth chance", () => {
    fc.assert(
      fc.property(profile, (gaps) => {
        const silent = gaps.map((each) => gap(each.competenceId, null, each.target, { reason: each.reason ?? "do-not-know", wish: each.wish }));
        expect([strengthsOf(silent), growthChanceOf(silent, 6), silent.filter((each) => each.gap !== null)]).toEqual([[], null, []]);
      }),
    );
  });
});
