import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { WhyGrowth } from "#app/domain/result/gap.ts";
import { aimlessSentence, changeOf, changeSentence, distanceSentence, growthSentence, chosenSentence, profileSentence, reasonsSentence, stepsInWords, strengthSentence } from "#app/domain/result/report.ts";
import { gap } from "./result-facts.ts";

const nl = { one: "competentie", many: "competenties" };
const en = { one: "competence", many: "competences" };

test.each([
  [1, "één stap", "one step"],
  [2, "twee stappen", "two steps"],
  [-1, "één stap", "one step"],
  [-3, "drie stappen", "three steps"],
  [11, "11 stappen", "11 steps"],
] as const)("a distance of %i", (distance, dutch, english) => {
  expect([stepsInWords(distance, "nl"), stepsInWords(distance, "en")]).toEqual([dutch, english]);
});

test.each([
  [-2, "Dat is twee stappen boven je streefniveau.", "That is two steps above your target."],
  [0, "Daarmee zit je op je streefniveau.", "That puts you on target."],
  [1, "Hier ben je het verst.", "This is where you are furthest."],
  [null, "", ""],
] as const)("a strength with gap %s", (distance, dutch, english) => {
  expect([strengthSentence(distance, "nl"), strengthSentence(distance, "en")]).toEqual([dutch, english]);
});

describe("why this is the growth chance", () => {
  const why = (wish: boolean, decidedBy: WhyGrowth["decidedBy"], steps = 2): WhyGrowth => ({ wish, steps, among: 3, decidedBy });
  test.each([
    [why(true, "only", 1), "Je wilt dit leren. Tot je streefniveau: nog één stap.", "You want to learn this, and it is one step to your target."],
    [why(false, "only"), "Dit is het enige waar je nog niet op je streefniveau zit: nog twee stappen.", "This is the only one where you are not on target yet: two steps to go."],
    [
      why(true, "largest"),
      "Je wilt dit leren. Van de 3 competenties onder je streefniveau die je wilt leren, is de afstand tot je streefniveau hier het grootst: twee stappen.",
      "You want to learn this. Of the 3 competences below your target that you want to learn, the distance to your target is largest here: two steps.",
    ],
    [why(false, "largest"), "Van alle competenties is de afstand tot je streefniveau hier het grootst: twee stappen.", "Of all competences the distance to your target is largest here: two steps."],
    [
      why(true, "weight"),
      "Je wilt dit leren. Van de 3 competenties onder je streefniveau die je wilt leren, weegt de afstand hier voor jouw functie het zwaarst: twee stappen tot je streefniveau.",
      "You want to learn this. Of the 3 competences below your target that you want to learn, the distance here counts most for your job: two steps to your target.",
    ],
    [why(false, "weight"), "De afstand tot je streefniveau weegt hier voor jouw functie het zwaarst: twee stappen.", "The distance to your target counts most for your job here: two steps."],
    [
      why(true, "order"),
      "Je wilt dit leren. Tot je streefniveau: nog twee stappen. Bij een andere competentie die je wilt leren weegt de afstand even zwaar; wij noemen de eerste van het raamwerk.",
      "You want to learn this, and it is two steps to your target. Another competence you want to learn counts just as much; we name the first in the framework.",
    ],
    [
      why(false, "order"),
      "Tot je streefniveau: nog twee stappen. Bij een andere competentie weegt de afstand even zwaar; wij noemen de eerste van het raamwerk.",
      "It is two steps to your target. Another competence counts just as much; we name the first in the framework.",
    ],
  ])("%j", (reason, dutch, english) => {
    expect([growthSentence(reason, nl, "nl"), growthSentence(reason, en, "en")]).toEqual([dutch, english]);
  });
});

test.each([
  [gap("a", 4, 4), "Je zit precies op je streefniveau: klaar.", "You are exactly on your target."],
  [gap("a", 5, 4), "Je zit één stap boven je streefniveau.", "You are one step above your target."],
  [gap("a", 3, 4), "Tot je streefniveau is het één stap: bijna.", "It is one step to your target: nearly there."],
  [gap("a", 1, 4), "Tot je streefniveau zijn het drie stappen: groeikans.", "It is three steps to your target: room to grow."],
  [gap("a", 3, null), "Voor jouw functie is hier geen streefniveau afgesproken.", "No target has been set here for your job."],
  [gap("a", null, 4, { reason: "rather-not-say" }), "Zonder niveau is er geen afstand tot een streefniveau.", "Without a level there is no distance to a target."],
])("how a level stands to its target: %j", (given, dutch, english) => {
  expect([distanceSentence(given, "nl"), distanceSentence(given, "en")]).toEqual([dutch, english]);
});

describe("the finding of a profile", () => {
  const met = gap("a", 4, 4);
  const nearly = gap("b", 3, 4);
  const open = gap("c", 2, 4);
  const reason = gap("d", null, 4, { reason: "not-in-my-work" });
  test.each([
    [
      [met, met, nearly, open, reason],
      "Bij 2 van de 4 competenties zit je op je streefniveau of erboven, bij 1 ben je er bijna en bij 1 ligt een groeikans.",
      "On 2 of the 4 competences you are on target or above, on 1 you are nearly there and on 1 there is room to grow.",
    ],
    [[nearly, open, open], "Bij 1 van de 3 competenties ben je er bijna en bij 2 ligt een groeikans.", "On 1 of the 3 competences you are nearly there and on 2 there is room to grow."],
    [[met], "Bij 1 van de 1 competentie zit je op je streefniveau of erboven.", "On 1 of the 1 competence you are on target or above."],
    [[reason], "Er is nog geen niveau om naast een streefniveau te leggen.", "There is no level yet to put beside a target."],
  ])("%#", (gaps, dutch, english) => {
    expect([profileSentence(gaps, nl, "nl"), profileSentence(gaps, en, "en")]).toEqual([dutch, english]);
  });

  test("what has no target is named apart, so that the numbers add up; nothing is said when all have one", () => {
    const without = { ...gap("e", 2, 4), target: null, gap: null };
    expect([aimlessSentence([met, without, open], nl, "nl"), aimlessSentence([met, without, open], en, "en"), aimlessSentence([met, open, reason], nl, "nl")]).toEqual([
      "Bij 1 van de 3 competenties is geen streefniveau afgesproken; dat telt hier niet mee.",
      "No target has been set for 1 of the 3 competences; that does not count here.",
      "",
    ]);
  });

  test("without targets it says how often each answer was given", () => {
    const untargeted = [3, 3, 1, null].map((level, nth) => ({ ...gap(String(nth), level, 4), target: null, gap: null }));
    expect(chosenSentence(untargeted, ["nog niet", "deels", "geregeld"], nl, "nl")).toBe("Je koos bij 2 competenties ‘geregeld’ en bij 1 ‘nog niet’.");
    expect(chosenSentence(untargeted, ["not yet", "partly", "in place"], en, "en")).toBe("You chose ‘in place’ for 2 competences and ‘not yet’ for 1.");
    expect(chosenSentence([reason], ["nog niet", "geregeld"], nl, "nl")).toBe("Er is nog geen antwoord op de schaal.");
  });

  test("reasons are counted apart and nowhere as zero", () => {
    expect(reasonsSentence([met, reason], nl, "nl")).toBe("Bij 1 competentie gaf je geen niveau. Daar staat geen balk, en dat telt nergens als nul.");
    expect(reasonsSentence([reason, reason], en, "en")).toBe("You gave no level for 2 competences. There is no bar there, and nowhere does it count as zero.");
    expect(reasonsSentence([met], nl, "nl")).toBe("");
  });

  test("n of N always adds up, whatever the profile", () => {
    const any = fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 6 })), fc.integer({ min: 1, max: 6 })), { maxLength: 22 });
    fc.assert(
      fc.property(any, (pairs) => {
        const gaps = pairs.map(([level, target], place) => gap(String(place), level, target));
        const known = gaps.filter((each) => each.gap !== null).length;
        const numbers = (profileSentence(gaps, nl, "nl").match(/\d+/g) ?? []).map(Number);
        const [first = 0, whole = 0, ...rest] = numbers;
        expect(whole).toBe(known);
        expect(first + rest.reduce((sum, each) => sum + each, 0)).toBe(known);
      }),
    );
  });
});

describe("last time beside this one", () => {
  const line = (level: number | null, before: number | null | undefined) => ({ level, before: before === undefined ? null : { level: before, reason: null } });
  const since = new Date("2025-11-03T12:00:00Z");

  test.each([
    [4, 3, "further"],
    [3, 3, "same"],
    [2, 3, "lower"],
    [null, 3, null],
    [3, null, null],
    [3, undefined, null],
  ] as const)("now %s, then %s is %s", (level, before, change) => {
    expect(changeOf(line(level, before))).toBe(change);
  });

  test.each([
    [
      [line(4, 3), line(4, 3), line(3, 3), line(2, 3), line(3, undefined), line(null, 2)],
      "Vergeleken met ma 3 november 2025 sta je bij 2 van de 4 competenties verder, bij 1 gelijk en bij 1 lager.",
      "Compared with Mon 3 November 2025 you are further on 2 of the 4 competences, the same on 1 and lower on 1.",
    ],
    [[line(2, 3)], "Vergeleken met ma 3 november 2025 sta je bij 1 van de 1 competentie lager.", "Compared with Mon 3 November 2025 you are lower on 1 of the 1 competence."],
    [
      [line(null, 3)],
      "Met ma 3 november 2025 is niets te vergelijken: nergens is er beide keren een niveau.",
      "There is nothing to compare with Mon 3 November 2025: nowhere is there a level both times.",
    ],
  ])("%#", (lines, dutch, english) => {
    expect([changeSentence(lines, since, nl, "nl"), changeSentence(lines, since, en, "en")]).toEqual([dutch, english]);
  });
});
