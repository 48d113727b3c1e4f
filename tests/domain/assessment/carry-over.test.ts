import { describe, expect, test } from "vitest";
import { carryOver } from "#app/domain/assessment/carry-over.ts";
import { levels, pageOf, stateOf } from "./pages.ts";

const before = ["1.1", "1.2", "2.1", "2.2"].map((id) => pageOf(id));

describe("answers when other questions take the place of these", () => {
  test("the same questions in the same words keep everything", () =>
    expect(carryOver(before, before, levels({ "1.1": 2, "2.2": null }))).toEqual({ asked: 4, same: 2, reworded: 0, left: 0 }));

  test("another question, or one other sentence, is worth another look; what is not asked is left", () => {
    const [first, second, third] = before as [(typeof before)[0], (typeof before)[0], (typeof before)[0]];
    const otherSentence = { ...second, choices: second.choices.map((choice, place) => (place === 3 ? { ...choice, statement: { nl: "anders", en: "other" } } : choice)) };
    const otherQuestion = { ...third, question: { nl: "anders", en: "other" } };
    expect(carryOver(before, [first, otherSentence, otherQuestion, pageOf("3.1")], levels({ "1.1": 1, "1.2": 1, "2.1": null, "2.2": 4 }))).toEqual({ asked: 4, same: 1, reworded: 2, left: 1 });
  });

  test("another thing to judge with the same answers is worth another look too", () =>
    expect(carryOver(before, before.map((page) => ({ ...page, objectives: [{ nl: "iets anders", en: "something else" }] })), levels({ "1.1": 1 }))).toMatchObject({ same: 0, reworded: 1 }));

  test("a level that has no card there is left, a reason is not", () => {
    const fewer = before.map(({ competenceId }) => pageOf(competenceId, { cards: 2 }));
    expect(carryOver(before, fewer, levels({ "1.1": 4, "1.2": 2, "2.1": null }))).toEqual({ asked: 4, same: 0, reworded: 2, left: 1 });
  });

  test("an answer from an earlier function counts again; a wish or a note alone is no answer", () => {
    expect(carryOver([], before, { ...levels({ "1.1": 2 }), "1.2": stateOf(null, { wish: true, note: "x" }) })).toEqual({ asked: 4, same: 0, reworded: 1, left: 0 });
  });
});
