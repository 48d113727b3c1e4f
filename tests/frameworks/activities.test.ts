import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { statementsOf, type Conversation, type Scenarios, type SchoolScan } from "#app/domain/activity/activity.ts";
import { checkActivity } from "#app/domain/activity/check.ts";
import { checkBenchmarks } from "#app/domain/benchmark/check.ts";
import { activityOf, sectorFigures } from "#app/services/activities.server.ts";
import { checkedLibrary, folder } from "#scripts/commands/library.ts";

const { more, library, problems } = checkedLibrary();
const raw = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Loose;
type Loose = { [key: string]: Loose } & Loose[];
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** Every pair of texts of a document, with where it stands. */
function pairsIn(value: unknown, where = ""): { where: string; nl: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { nl, en } = value as { nl?: unknown; en?: unknown };
  if (typeof nl === "string" && typeof en === "string") return [{ where, nl, en }];
  return Object.entries(value).flatMap(([key, each]) => pairsIn(each, `${where}.${key}`));
}

test("every file is read and counted with the others, so that it is locked like them", () => {
  expect(problems.filter(({ file }) => /^(activities|benchmarks)\//.test(file))).toEqual([]);
  expect(more.activities.map(({ slug, kind }) => `${kind} ${slug}`)).toEqual([
    "conversation gesprek-bestuurder",
    "conversation gesprek-i-coach",
    "conversation gesprek-leraar",
    "conversation gesprek-schoolleider",
    "conversation gesprek-stafmedewerker",
    "scenarios leraar-en-de-loop",
    "school-scan vier-in-balans",
    "scenarios zes-niveaus",
  ]);
  for (const file of ["activities/vier-in-balans/1.0.0.json", "benchmarks/po/2026.1.0.json"]) expect(library.hashes[file]).toMatch(/^[0-9a-f]{64}$/);
});

describe("what stands in them", () => {
  const sheets = more.activities.filter((each): each is Conversation => each.kind === "conversation");
  const sets = more.activities.filter((each): each is Scenarios => each.kind === "scenarios");
  const scan = activityOf("vier-in-balans", more) as SchoolScan;

  test("five roles of eight questions, each one question with a reason in whole sentences", () => {
    expect(sheets.map(({ role }) => role.id).sort()).toEqual(["bestuurder", "i-coach", "leraar", "schoolleider", "stafmedewerker"]);
    const seen = new Set<string>();
    for (const { slug, topics } of sheets) {
      const questions = topics.flatMap((topic) => topic.questions);
      expect(questions.length, slug).toBe(8);
      for (const { id, question, why } of questions) {
        for (const text of [question.nl, question.en]) {
          expect(text, `${slug} ${id}`).toMatch(/\?$/);
          expect(words(text), text).toBeLessThanOrEqual(30);
          expect(seen.has(text), text).toBe(false);
          seen.add(text);
        }
        for (const text of [why.nl, why.en]) expect(text, `${slug} ${id}`).toMatch(/^[A-Z].*[.’]$/);
      }
    }
  });

  test("Molenaar's six levels with eight cards, and in, over and out of the loop with six", () => {
    const [loop, levels] = [sets.find(({ slug }) => slug === "leraar-en-de-loop")!, sets.find(({ slug }) => slug === "zes-niveaus")!];
    expect([levels.lenses.map(({ steps }) => steps.map(({ code }) => code).join()), levels.cards.length]).toEqual([["1,2,3,4,5,6"], 8]);
    expect(loop.lenses.map(({ steps }) => steps.map(({ id }) => id).join())).toEqual(["ernstig,beperkt,klein", "in,over,uit"]);
    expect(loop.cards.length).toBe(6);
    for (const { cards } of sets) for (const { id, talk } of cards) for (const { nl, en } of talk) expect([nl, en].every((each) => each.includes("?")), `${id}: ${nl}`).toBe(true);
  });

  test("Vier in balans: its four official names, five statements each about the school, four steps", () => {
    expect(scan.elements.map(({ title, titleStatus, statements }) => [title.nl, titleStatus.nl, statements.length])).toEqual(["Visie", "Deskundigheid", "Inhoud en toepassingen", "Infrastructuur"].map((name) => [name, "official", 5]));
    expect(scan.steps.map(({ title }) => title.nl)).toEqual(["Nog niet", "We zijn begonnen", "Het staat er", "Het staat er, en wij kijken ernaar om"]);
    for (const { statement: { id, statement } } of statementsOf(scan)) {
      // About the school and its team, never about one person.
      expect(statement.nl, id).not.toMatch(/\b(ik|mij|mijn|jij|je|jouw)\b/i);
      expect(statement.en, id).not.toMatch(/\b(I|me|my|you|your)\b/);
      expect(statement.nl, id).not.toMatch(/\b(altijd|nooit|en\/of)\b/i);
      expect(words(statement.nl), id).toBeLessThanOrEqual(22);
    }
  });

  test("everything is there in both languages, and written in each", () => {
    for (const activity of more.activities) {
      for (const { where, nl, en } of pairsIn(activity)) {
        expect(nl.trim() && en.trim(), where).toBeTruthy();
        if (words(nl) > 3) expect(nl, `${activity.slug}${where}`).not.toBe(en);
        expect(nl, where).not.toMatch(/\b(the|and|pupils|school board)\b/);
        expect(en, where).not.toMatch(/\b(het|een|leraar|leerling|zijn)\b/);
      }
    }
  });

  test("the sector figures: with source, year, who was asked and a caveat each; the doubtful column is not in the file", () => {
    const figures = sectorFigures("po", more)!;
    expect(figures.benchmarks.map(({ id, year, rows }) => [id, year, rows.map(({ percent, bound }) => (bound === "exact" ? String(percent) : `${bound} ${percent}`)).join()])).toEqual([
      ["B01", 2023, "63,47,40,12,10,8,6,2,2"],
      ["B03", 2023, ""],
      ["B04", 2023, "more-than 50"],
      ["B05", 2023, "about 65"],
      ["B06", 2025, "less-than 5"],
    ]);
    for (const { id, caveats, asked, source } of figures.benchmarks) expect([caveats.length > 0, asked.nl.length > 10, source.citation.length > 10], id).toEqual([true, true, true]);
    const text = JSON.stringify(figures);
    for (const doubtful of ["69", "31", "29", "19"]) expect(text.includes(`"percent":${doubtful},`), doubtful).toBe(false);
    expect(figures.leftOut[0]!.what.nl).toContain("582");
    expect(figures.missing[0]!.nl).toContain("geen cijfers over onderwijsondersteuners");
  });
});

describe("the checkers say what is wrong, and where", () => {
  const said = (name: string, work: (document: Loose) => unknown) => {
    const document = raw(name);
    work(document);
    const checked = name.startsWith("benchmarks") ? checkBenchmarks(document) : checkActivity(document);
    return checked.ok ? "" : checked.problems.map(({ where, reason }) => `${where}: ${reason}`).join("\n");
  };
  const set = (value: unknown) => value as Loose;
  const [sheet, cards, scan, figures] = ["activities/gesprek-leraar/1.0.0", "activities/zes-niveaus/1.0.0", "activities/vier-in-balans/1.0.0", "benchmarks/po/2026.1.0"] as const;
  const cases: [string, string, (d: Loose) => unknown, RegExp][] = [
    ["a question twice", sheet, (d) => (d["topics"]![1]!["questions"]![0]!["id"] = set("LES-1")), /topics\.leerling\.LES-1: id "LES-1" stands twice \(also at topics\.les\.les-1\)/],
    ["no English", sheet, (d) => delete d["topics"]![0]!["questions"]![0]!["why"]!["en"], /topics\.0\.questions\.0\.why\.en: is missing/],
    ["another kind", sheet, (d) => (d["kind"] = set("quiz")), /^kind: /],
    ["a review before it was reviewed", sheet, (d) => (d["reviewBy"] = set("2026-01-01")), /reviewBy: is not later than the day it was reviewed/],
    ["no such day", sheet, (d) => (d["reviewed"] = set("2026-02-31")), /reviewed: is a day that does not exist/],
    ["a card twice", cards, (d) => (d["cards"]![1]!["id"] = set("sommen")), /cards\.sommen: id "sommen" stands twice/],
    ["a lens that is not there", cards, (d) => (d["questions"]![0]!["lens"] = set("x")), /questions\.gebruik\.lens: there is no lens "x"/],
    ["a lens for nothing", cards, (d) => d["lenses"]!.push(set({ ...d["lenses"]![0]!, id: "tweede" })), /lenses\.tweede: is used by no question/],
    ["lenses that cannot be compared", cards, (d) => (d["lenses"]!.push(set({ ...d["lenses"]![0]!, id: "tweede", steps: (d["lenses"]![0]!["steps"]! as Loose[]).slice(1) })), (d["questions"]![1]!["lens"] = set("tweede"))), /compares a lens of 6 steps with one of 5/],
    ["a word of the address", cards, (d) => (d["questions"]![0]!["id"] = set("klaar")), /cannot be called "klaar"/],
    ["a step twice", scan, (d) => (d["steps"]![1]!["id"] = set("1")), /steps\.1: id "1" stands twice/],
    ["a statement twice", scan, (d) => (d["elements"]![1]!["statements"]![0]!["id"] = set("VIB-1.1")), /elements\.VIB-2\.VIB-1\.1: id "VIB-1\.1" stands twice/],
    ["a field of another kind", scan, (d) => (d["cards"] = set([])), /Unrecognized key/],
    ["a figure without caveat", figures, (d) => (d["benchmarks"]![0]!["caveats"] = set([])), /benchmarks\.0\.caveats/],
    ["more than everything", figures, (d) => (d["benchmarks"]![0]!["rows"]![0]!["percent"] = set(163)), /benchmarks\.0\.rows\.0\.percent/],
    ["measured after its source", figures, (d) => (d["benchmarks"]![0]!["year"] = set(2025)), /benchmarks\.B01\.year: was measured in 2025, after its source of 2023/],
    ["second-hand from nowhere", figures, (d) => (d["benchmarks"]![0]!["source"]!["via"] = set(null)), /benchmarks\.B01\.source\.via: does not say where it was read/],
    ["a figure twice", figures, (d) => (d["benchmarks"]![1]!["id"] = set("b01")), /benchmarks\.b01: id "b01" stands twice/],
    ["an address that does something", figures, (d) => (d["benchmarks"]![0]!["source"]!["url"] = set("javascript:alert(1)")), /source\.url/],
  ];
  test.each(cases)("%s", (_, name, work, expected) => {
    expect(said(name, () => {})).toBe("");
    expect(said(name, work)).toMatch(expected);
  });

  test.each([[null], [[]], ["x"], [1], [{}], [{ kind: "scenarios" }]])("%j is refused with problems, not thrown", (json) => {
    expect([checkActivity(json).ok, checkBenchmarks(json).ok]).toEqual([false, false]);
  });
});
