import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highlightOf, isAreaDone, journey, nextToAnswer, pageBefore } from "#app/domain/assessment/journey.ts";
import { levels, pageOf, stateOf } from "./pages.ts";

const pages = ["1.1", "1.2", "2.1", "2.2"].map((id) => pageOf(id));

describe("where somebody stands", () => {
  test.each([
    [{}, { status: "asking", next: "1.1", done: 0, total: 4 }],
    [{ "1.1": 2, "2.1": null }, { status: "asking", next: "1.2", done: 2, total: 4 }],
    [{ "1.1": 2, "1.2": 1, "2.1": null, "2.2": 4 }, { status: "ready", done: 4, total: 4 }],
    [{ "9.9": 2 }, { status: "asking", next: "1.1", done: 0, total: 4 }],
  ])("%j", (given, stand) => expect(journey(pages, levels(given))).toEqual(stand));

  test("a wish or a note alone is no answer", () => {
    expect(journey(pages, { "1.1": stateOf(null, { wish: true, note: "x" }) })).toMatchObject({ done: 0, next: "1.1" });
  });

  test("somebody who is asked nothing has nothing to do", () => expect(journey([], {})).toEqual({ status: "ready", done: 0, total: 0 }));
});

describe("continue", () => {
  test.each([
    [{}, "1.1", "1.2"],
    [{ "1.2": 1 }, "1.1", "2.1"],
    [{ "2.2": 1 }, "2.1", "1.1"],
    [{ "1.1": 1, "1.2": 1, "2.1": 1 }, "2.2", null],
    [{ "1.1": 1, "1.2": 1, "2.1": 1, "2.2": 1 }, "1.2", null],
    [{}, "2.2", "1.1"],
  ])("with %j leads from %s to %s", (given, from, to) => expect(nextToAnswer(pages, levels(given), from)?.competenceId ?? null).toBe(to));

  test("answering and continuing reaches every question once, from any start, and then the review", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.infiniteStream(fc.boolean()), (count, start, answersIt) => {
        const many = Array.from({ length: count }, (_, place) => pageOf(`${Math.floor(place / 4)}.${place}`));
        let given: Record<string, number | null> = {};
        let at: string | null = many[start % count]!.competenceId;
        const seen: string[] = [];
        while (at !== null) {
          seen.push(at);
          given = { ...given, [at]: answersIt.next().value ? 2 : null };
          at = nextToAnswer(many, levels(given), at)?.competenceId ?? null;
        }
        expect(new Set(seen).size).toBe(count);
        expect(seen).toHaveLength(count);
        expect(journey(many, levels(given)).status).toBe("ready");
      }),
    );
  });

  test("the way back is the order of the questionnaire", () => {
    expect(pageBefore(pages, "1.1")).toBeNull();
    expect(pageBefore(pages, "2.1")?.competenceId).toBe("1.2");
    expect(pageBefore(pages, "nothing")).toBeNull();
  });
});

describe("the end of an area", () => {
  test("is when every question in it has a level or a reason", () => {
    expect(isAreaDone(pages, levels({ "1.1": 2 }), "1")).toBe(false);
    expect(isAreaDone(pages, levels({ "1.1": 2 }), "1", "1.2")).toBe(true);
    expect(isAreaDone(pages, levels({ "1.1": 2, "1.2": null }), "1")).toBe(true);
    expect(isAreaDone(pages, {}, "no such area")).toBe(false);
  });

  test("quotes the highest sentence chosen there, the first of equals, and nothing when only the lowest step or a reason was chosen", () => {
    expect(highlightOf(pages, levels({ "1.1": 2, "1.2": 3, "2.1": 4 }), "1")?.statement.en).toBe("statement 1.2.3 en");
    expect(highlightOf(pages, levels({ "1.1": 3, "1.2": 3 }), "1")?.statement.en).toBe("statement 1.1.3 en");
    expect(highlightOf(pages, levels({ "1.1": 1, "1.2": null }), "1")).toBeNull();
  });
});
