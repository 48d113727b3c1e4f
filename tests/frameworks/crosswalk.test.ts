import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { checkCrosswalk } from "#app/domain/framework/crosswalk-check.ts";
import { isDraft, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import { frameworkAt, newestCrosswalks, profileFor } from "#app/services/frameworks.server.ts";
import { reachOf, countsOf } from "#app/domain/reach/reach.ts";
import { checkedLibrary } from "#scripts/commands/library.ts";

const { library } = checkedLibrary();
const find = (slug: string, version: string) => library.frameworks.find((each) => each.slug === slug && each.version === version) ?? null;
type Loose = { -readonly [K in keyof Crosswalk]: K extends "relations" ? Relation[] : K extends "frameworks" ? { slug: string; version: string }[] : Crosswalk[K] };
const file = () => JSON.parse(readFileSync(new URL("../../frameworks/crosswalks/po-draft/0.1.0.json", import.meta.url), "utf8")) as Loose;
const said = (work: (document: Loose) => unknown) => {
  const document = file();
  work(document);
  const checked = checkCrosswalk(document, find);
  return checked.ok ? "" : checked.problems.map(({ where, reason }) => `${where}: ${reason}`).join("\n");
};

describe("the crosswalks of the library", () => {
  const all = newestCrosswalks(library);

  test("hold, and are drafts of ours that say so", () => {
    expect(said(() => {})).toBe("");
    const crosswalk = all.find(({ slug }) => slug === "po-draft")!;
    expect(isDraft(crosswalk)).toBe(true);
    expect(crosswalk.version).toBe("0.1.0");
    expect(crosswalk.title).toMatchObject({ nl: expect.stringContaining("concept"), en: expect.stringContaining("draft") });
  });

  test("have a reason of their own in both languages, in a sentence, true from both sides", () => {
    for (const { slug, relations } of all) {
      for (const { source, target, reason } of relations) {
        expect(reason.nl, `${source} ${target}`).not.toBe(reason.en);
        for (const words of [reason.nl, reason.en]) {
          expect(words, `${source} ${target}`).toMatch(/^[A-Z].*[.?]$/);
          expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(26);
        }
        // Read from either end, "here" is another place.
        if (slug === "po-draft") expect(`${reason.nl} ${reason.en}`, `${source} ${target}`).not.toMatch(/\b(hier|deze vraag|here|this question)\b/i);
      }
    }
  });

  test("carry no level over: their words name none", () => {
    for (const { relations } of all) for (const { reason } of relations) expect(`${reason.nl} ${reason.en}`).not.toMatch(/\b[ABC][12]\b|\bniveau \d|\blevel \d/i);
  });

  test("a teacher with all of Kennisnet reaches questions of the others, and of each the counts add up", () => {
    const [source, target] = [find("kennisnet-ict", "2023.1.0")!, frameworkAt("digcompedu", "2017", library)!];
    const teacher = { family: "leraar", functionId: "groepsleerkracht" } as const;
    const ids = (framework: typeof source, instrument: string) => pagesFor(framework, profileFor(framework, instrument, library)!, teacher).map(({ competenceId }) => competenceId);
    const answers = new Map(ids(source, "growth").map((id) => [id, { level: 2 }]));
    const reached = reachOf({ framework: source.slug, answers }, { framework: target.slug, items: ids(target, "statements") }, all.filter(({ slug }) => slug === "po-draft"));
    // 1.1, 1.2, 1.4, 3.1, 3.4 · 2.3, 6.1–6.5 · 2.1, 2.2, 5.3
    expect(countsOf(reached)).toEqual({ exact: 0, close: 5, part: 6, neighbour: 3 });
  });
});

describe("the checker says what is wrong with a crosswalk, and where", () => {
  const at = (place: number, more: Partial<Record<keyof Relation, unknown>>) => (document: Loose) => Object.assign(document.relations[place]!, more);
  const chain = (...ends: string[]) => (document: Loose) => {
    const [first] = document.relations;
    document.relations = ends.slice(1).map((target, place) => ({ ...first!, source: ends[place]!, target, relation: "narrower", skos: "skos:broadMatch" }));
  };
  const cases: [string, (document: Loose) => unknown, RegExp][] = [
    ["a competence that is not there", at(0, { target: "digcompedu:9.9" }), /^relations\.0 unesco-ai-cft:1\.1 digcompedu:9\.9: digcompedu@2017\.2\.0 has no competence "9\.9"$/],
    ["an area is no competence", at(0, { target: "digcompedu:1" }), /has no competence "1"/],
    ["a framework that is not named", at(0, { target: "digcomp:1.1" }), /"frameworks" does not name "digcomp"/],
    ["a framework version that is not there", (d) => (d.frameworks[0]!.version = "1999.1.0"), /^frameworks\.0: there is no framework unesco-ai-cft@1999\.1\.0/],
    ["a framework twice", (d) => d.frameworks.push(d.frameworks[0]!), /^frameworks\.4: framework "unesco-ai-cft" stands twice/],
    ["itself", at(0, { target: "unesco-ai-cft:1.1" }), /both ends are in the same framework/],
    ["another of the same framework", at(0, { target: "unesco-ai-cft:1.2" }), /both ends are in the same framework/],
    ["a pair twice", (d) => d.relations.push({ ...d.relations[3]!, relation: "close", skos: "skos:closeMatch" }), /^relations\.102 .*: this pair has a relation already, at relations\.3/],
    ["the inverse stored", (d) => d.relations.push({ ...d.relations[16]!, source: d.relations[16]!.target, target: d.relations[16]!.source, relation: "broader", skos: "skos:narrowMatch" }), /^relations\.102 .*at relations\.16; the other direction is made from it/],
    ["two that contradict each other", (d) => d.relations.push({ ...d.relations[16]!, source: d.relations[16]!.target, target: d.relations[16]!.source }), /this pair has a relation already[\s\S]*goes round/],
    ["SKOS the wrong way round", at(16, { skos: "skos:narrowMatch" }), /^relations\.16 .*: "narrower" is skos:broadMatch in SKOS, which names what the target is; it says skos:narrowMatch$/],
    ["a relation of no kind", at(0, { relation: "sameAs" }), /^relations\.0\.relation: /],
    ["no reason in English", (d) => delete (d.relations[0]!.reason as Partial<Record<string, string>>)["en"], /^relations\.0\.reason\.en: is missing/],
    ["an end without a framework", at(0, { target: "1.3" }), /^relations\.0\.target: is no competence like "digcompedu:1\.3"/],
    ["parts that go round", chain("unesco-ai-cft:1.1", "digcompedu:1.1", "kennisnet-ict:KN-V1", "unesco-ai-cft:1.1"), /(relations\.\d .*goes round[^\n]*\n?){3}/],
    ["no relation at all", (d) => (d.relations = []), /^relations: /],
    ["another field", (d) => Object.assign(d, { extra: 1 }), /Unrecognized key/],
  ];
  test.each(cases)("%s", (_, work, expected) => {
    expect(said(work)).toMatch(expected);
  });

  test("parts of parts that come to an end are no circle", () => {
    expect(said(chain("unesco-ai-cft:1.1", "digcompedu:1.1", "kennisnet-ict:KN-V1", "unesco-ai-cft:1.2"))).toBe("");
  });

  test("ten thousand links, and too many to one competence, are refused", () => {
    expect(said((d) => (d.relations = Array.from({ length: 10_000 }, () => d.relations[0]!)))).toMatch(/^relations: /);
    expect(said((d) => (d.relations = Array.from({ length: 61 }, () => d.relations[0]!)))).toMatch(/relations\.60 .*has more than 60 relations/);
  });

  test.each([[null], [[]], ["x"], [{}], [{ relations: [{}] }]])("%j is refused with problems, not thrown", (json) => {
    expect(checkCrosswalk(json, () => null).ok).toBe(false);
  });

  test("a long ladder of parts is looked through at once", () => {
    const began = performance.now();
    const relation = file().relations[0]!;
    const ends = Array.from({ length: 5_001 }, (_, place) => `${place % 2 === 0 ? "digcompedu" : "kennisnet-ict"}:x${place}`);
    const document = { ...file(), relations: ends.slice(1).map((target, place) => ({ ...relation, source: ends[place]!, target, relation: "narrower", skos: "skos:broadMatch" })) };
    expect(checkCrosswalk(document, find).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
