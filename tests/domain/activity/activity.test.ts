import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Scenarios, SchoolScan } from "#app/domain/activity/activity.ts";
import { cardFrom } from "#app/domain/activity/card.ts";
import { scanOverview, statementView } from "#app/domain/activity/scan-view.ts";
import { decideAnswer, statementAfter, type ScanAnswer, type ScanRecord } from "#app/domain/activity/scan.ts";
import { said } from "#app/domain/said.ts";

const file = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../../frameworks/activities/${name}.json`, import.meta.url), "utf8")) as T;
const levels = file<Scenarios>("zes-niveaus/1.0.0");
const loop = file<Scenarios>("leraar-en-de-loop/1.0.0");
const scan = file<SchoolScan>("vier-in-balans/1.0.0");
const ask = (values: Record<string, string>) => (name: string) => values[name] ?? null;

describe("a card", () => {
  test("opens by its address, and says how two choices lie to each other", () => {
    const card = levels.cards[1]!.id;
    expect(cardFrom(levels, card, ask({}))).toMatchObject({ place: 2, of: 8, chosen: [null, null], comparison: null });
    expect(cardFrom(levels, card, ask({ gebruik: "4" }))).toMatchObject({ chosen: ["4", null], comparison: null });
    const comparison = (gebruik: string, past: string) => cardFrom(levels, card, ask({ gebruik, past }))!.comparison;
    expect([comparison("4", "4"), comparison("4", "2"), comparison("2", "5")]).toEqual(["same", "lower", "higher"]);
  });

  test("the worse a mistake, the closer a person stands: in, over and out go with serious, limited and small", () => {
    const at = (fout: string, plek: string) => cardFrom(loop, "advies", ask({ fout, plek }))!.comparison;
    expect([at("ernstig", "in"), at("beperkt", "over"), at("klein", "uit")]).toEqual(["same", "same", "same"]);
    expect([at("ernstig", "over"), at("ernstig", "uit"), at("beperkt", "uit")]).toEqual(["higher", "higher", "higher"]);
    expect([at("klein", "in"), at("klein", "over"), at("beperkt", "in")]).toEqual(["lower", "lower", "lower"]);
  });

  test("whatever the address says, nothing is chosen that is no step, and no card is shown that is none", () => {
    const step = fc.oneof(fc.string(), fc.constantFrom("1", "4", "6", "7"));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...levels.cards.map(({ id }) => id))), step, step, (card, gebruik, past) => {
        const open = cardFrom(levels, card, ask({ gebruik, past }));
        if (!levels.cards.some(({ id }) => id === card)) return open === null;
        const steps = levels.lenses[0]!.steps.map(({ id }) => id);
        return open!.chosen.every((each, at) => each === (steps.includes([gebruik, past][at]!) ? [gebruik, past][at] : null));
      }),
    );
    for (const card of ["__proto__", "constructor", "", "SOMMEN"]) expect(cardFrom(levels, card, ask({}))).toBeNull();
  });
});

describe("an answer to a statement", () => {
  const answer = (step: string | null, more: Partial<ScanAnswer> = {}): ScanAnswer => ({ step, differ: false, note: "", ...more });

  test("is written on what was seen, left when it says the same, and asked about when somebody else was first", () => {
    expect(decideAnswer(answer("2"), 0, null)).toBe("write");
    expect(decideAnswer(answer("2"), 1, { ...answer("1"), sequence: 1 })).toBe("write");
    expect(decideAnswer(answer("2"), 0, { ...answer("2"), sequence: 5 })).toBe("same");
    expect(decideAnswer(answer("2"), 0, { ...answer("1"), sequence: 1 })).toBe("conflict");
    expect(decideAnswer(answer("2", { note: "x" }), 1, { ...answer("2"), sequence: 2 })).toBe("conflict");
    // The page said that there was one, and it is not there.
    expect(decideAnswer(answer("2"), 3, null)).toBe("conflict");
  });

  test("the way on goes to what is open: later first, then from the start, and ends when all is answered", () => {
    const after = (open: string[], at: string) => statementAfter(["a", "b", "c", "d"], (id) => !open.includes(id), at);
    expect([after(["c", "d"], "a"), after(["a", "d"], "c"), after(["a"], "c"), after([], "c"), after(["b"], "b")]).toEqual(["c", "d", "a", null, null]);
  });
});

describe("scans side by side", () => {
  const record = (id: string, finishedAt: Date | null, answers: ScanRecord["answers"], version = "1.0.0"): ScanRecord => ({ id, version, participants: 4, roles: "directeur, leraren", startedAt: new Date("2026-11-01T12:00:00Z"), finishedAt, answers });
  const now = record("now", null, { "VIB-1.1": { step: "3", differ: false, note: "", sequence: 2 }, "VIB-1.2": { step: null, differ: true, note: "Twee beelden.", sequence: 1 } });
  const then = record("then", new Date("2025-11-01T12:00:00Z"), { "VIB-1.1": { step: "1", differ: false, note: "", sequence: 1 } });
  const shorter: SchoolScan = { ...scan, version: "0.9.0", steps: [{ id: "1", title: { nl: "Toen nog niet", en: "Not then" } }, scan.steps[1]!], elements: [{ ...scan.elements[0]!, statements: [scan.elements[0]!.statements[0]!] }] };
  const versionOf = (version: string) => (version === "0.9.0" ? shorter : version === "1.0.0" ? scan : null);

  test("each statement has what each table said, in words", () => {
    const overview = scanOverview(scan, [now, then], versionOf, "nl");
    expect(overview.columns.map(({ answered, of }) => [answered, of])).toEqual([[2, 20], [1, 20]]);
    expect(overview.elements.map(({ title, statements }) => [title, statements.length])).toEqual([["Visie", 5], ["Deskundigheid", 5], ["Inhoud en toepassingen", 5], ["Infrastructuur", 5]]);
    expect(overview.elements[0]!.statements[0]!.cells).toEqual([{ step: "Het staat er", differ: false, note: "" }, { step: "Nog niet", differ: false, note: "" }]);
    expect(overview.elements[0]!.statements[1]!.cells).toEqual([{ step: null, differ: true, note: "Twee beelden." }, null]);
    expect(overview.next).toBe("VIB-1.3");
  });

  test("an earlier scan keeps the words of its own version, and says what was not asked then", () => {
    const old = record("old", new Date("2024-11-01T12:00:00Z"), { "VIB-1.1": { step: "1", differ: false, note: "", sequence: 1 } }, "0.9.0");
    const overview = scanOverview(scan, [old, record("gone", new Date("2023-11-01T12:00:00Z"), {}, "0.1.0")], versionOf, "en");
    expect(overview.elements[0]!.statements[0]!.cells).toEqual([{ step: "Not then", differ: false, note: "" }, "not-asked"]);
    expect(overview.elements[0]!.statements[1]!.cells).toEqual(["not-asked", "not-asked"]);
    expect(overview.columns[0]).toMatchObject({ answered: 1, of: 1 });
    expect(overview.next).toBeNull();
  });

  test("one statement knows its place, its answer and the way on; one that is not there is none", () => {
    expect(statementView(scan, now, [then], "VIB-1.1", versionOf, "nl")).toMatchObject({ place: 1, of: 20, element: "Visie", stored: { step: "3", sequence: 2 }, previous: null, next: "VIB-1.3", earlier: [{ cell: { step: "Nog niet" } }] });
    expect(statementView(scan, now, [], "VIB-9.9", versionOf, "nl")).toBeNull();
  });

  test("holds no number to compare: steps are words all the way", () => {
    const words = JSON.stringify(scanOverview(scan, [now, then], versionOf, "nl").elements.map(({ statements }) => statements.map(({ cells }) => cells)));
    expect(words).not.toMatch(/\d/);
  });
});

test("a document is said in one language, all the way down", () => {
  const dutch = said(levels, "nl");
  expect(dutch.cards[0]!.talk).toEqual(levels.cards[0]!.talk.map(({ nl }) => nl));
  expect(dutch.lenses[0]!.steps[0]!.titleStatus).toBe("ours");
  expect(said({ a: [{ nl: "x", en: "y" }], n: 1, none: null, on: false }, "en")).toEqual({ a: ["y"], n: 1, none: null, on: false });
  const pairs = (value: unknown): boolean => typeof value === "object" && value !== null && (Object.keys(value).sort().join() === "en,nl" || Object.values(value).some(pairs));
  expect([pairs(levels), pairs(dutch), pairs(said(scan, "en"))]).toEqual([true, false, false]);
});
