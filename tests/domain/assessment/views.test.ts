import { describe, expect, test } from "vitest";
import { askingView, isWaiting } from "#app/domain/assessment/asking-view.ts";
import { praiseFor, questionView, type Answering } from "#app/domain/assessment/question-view.ts";
import { reviewView } from "#app/domain/assessment/review-view.ts";
import { functionInWords, functionsToChoose } from "#app/domain/people/function-words.ts";
import { staffFunctions } from "#app/domain/people/function-group.ts";
import { library } from "#app/services/frameworks.server.ts";
import { levels, pageOf, stateOf } from "./pages.ts";

const framework = library().frameworks.find(({ slug }) => slug === "digcompedu")!;
const profile = library().profiles.find(({ slug }) => slug === "digcompedu-po")!;
const instrument = { ...framework.instruments[0]!, secondsPerItem: 60 };
const pages = ["1.1", "1.2", "2.1"].map((id) => pageOf(id));
const open = (more: Partial<Answering> = {}): Answering => ({ id: "a", pages, answers: {}, instrument, family: "leraar", functionId: "groepsleerkracht", handedInAt: null, savedAt: null, round: null, ...more });

describe("a question", () => {
  test("says where one is, what is left and where continue leads", () => {
    const view = questionView(open({ answers: levels({ "1.1": 2 }) }), "1.2", "en")!;
    expect(view).toMatchObject({ place: 2, total: 3, done: 1, minutesLeft: 2, area: "area 1 en", question: "question 1.2 en", previous: "1.1", next: "2.1", finishes: "1", frozen: null, easy: false });
    expect(view.choices[0]).toEqual({ value: "1", statement: "statement 1.2.1 en", example: "example 1.2.1 en" });
    expect(view.overview.map(({ answered }) => answered)).toEqual([true, false, false]);
    expect(JSON.stringify(view)).not.toContain(" nl");
  });

  test("is not there when it is not asked", () => expect(questionView(open(), "9.9", "nl")).toBeNull());

  test("does not finish an area a second time", () => {
    expect(questionView(open({ answers: levels({ "1.1": 2, "1.2": 2 }) }), "1.2", "nl")!.finishes).toBeNull();
    expect(questionView(open(), "1.2", "nl")!.finishes).toBeNull();
  });

  test.each([
    [{ handedInAt: new Date() }, "handed-in"],
    [{ round: { phase: "closed" as const } }, "closed"],
    [{ round: { phase: "grace" as const } }, "grace"],
    [{ round: { phase: "open" as const } }, null],
  ])("with %j is frozen: %s", (more, frozen) => expect(questionView(open(more), "1.1", "nl")!.frozen).toBe(frozen));

  test("is easy reading for support staff", () => expect(questionView(open({ family: "onderwijsondersteuner" }), "1.1", "nl")!.easy).toBe(true));

  test("praise quotes one's own sentence, without a number, and only for an area that is really finished", () => {
    const answers = levels({ "1.1": 3, "1.2": null });
    expect(praiseFor({ pages, answers }, "1", "nl")).toEqual({ area: "area 1 nl", statement: "statement 1.1.3 nl" });
    expect(praiseFor({ pages, answers }, "2", "nl")).toBeNull();
    expect(praiseFor({ pages, answers }, "nonsense", "nl")).toBeNull();
    expect(praiseFor({ pages, answers }, null, "nl")).toBeNull();
    expect(praiseFor({ pages, answers: levels({ "1.1": 1, "1.2": null }) }, "1", "nl")).toEqual({ area: "area 1 nl", statement: null });
  });
});

describe("the review", () => {
  const reviewing = (more: object = {}) => ({ ...open({ answers: { "1.1": stateOf({ level: 2 }, { wish: true, note: "x" }), "1.2": stateOf({ reason: "consciously-not" }) } }), framework, profile, functionId: "groepsleerkracht", mode: "all" as const, excluded: false, round: null, ...more });

  test("has every question with the words that were chosen, and never the note itself", () => {
    const view = reviewView(reviewing(), "nl");
    expect(view.items.map(({ statement, reason, wish, hasNote }) => [statement, reason, wish, hasNote])).toEqual([
      ["statement 1.1.2 nl", null, true, true],
      [null, "consciously-not", false, false],
      [null, null, false, false],
    ]);
    expect([view.open, view.firstOpen, view.more]).toEqual([1, "2.1", null]);
  });

  test("offers the rest after a short one", () => {
    const short = reviewView(reviewing({ mode: "short" }), "nl");
    expect(short.more).toEqual({ count: 19, minutes: 19 });
  });
});

describe("a round that asks", () => {
  const round = { id: "r", name: "Najaar", framework: { nl: "NL", en: "EN" }, closesAt: new Date(), released: true, threshold: 5, items: 22, minutes: 15, mine: null };
  const mine = { id: "a", done: 22, total: 22, minutes: 0, handedInAt: null };

  test("is in the reader's language and waits until it is handed in", () => {
    expect(askingView(round, "en").framework).toBe("EN");
    expect(isWaiting(askingView(round, "nl"))).toBe(true);
    expect(isWaiting(askingView({ ...round, mine }, "nl"))).toBe(true);
    expect(isWaiting(askingView({ ...round, mine: { ...mine, handedInAt: new Date() } }, "nl"))).toBe(false);
    expect(isWaiting(askingView({ ...round, items: 0 }, "nl"))).toBe(false);
  });
});

describe("a function in words", () => {
  test("reads as somebody would say it", () => {
    expect(functionInWords({ family: "leraar", functionId: "groepsleerkracht", school: "De Linde" }, "nl")).toBe("Leraar, groepsleerkracht, De Linde");
    expect(functionInWords({ family: "bestuurder", functionId: "bestuurder", school: null }, "nl")).toBe("Bestuurder");
    expect(functionInWords({ family: "leraar", functionId: "gone", school: null }, "en")).toBe("Teacher, gone");
  });

  test("every function can be chosen", () => {
    expect(functionsToChoose("en").flatMap(({ functions }) => functions.map(({ id }) => id))).toEqual(staffFunctions.map(({ id }) => id));
  });
});
