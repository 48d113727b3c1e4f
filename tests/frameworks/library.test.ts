import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import { answerScale, competencesOf, instrumentOf, type Framework } from "#app/domain/framework/framework.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { frameworkAt, profileAt, profileFor } from "#app/services/frameworks.server.ts";
import { checkedLibrary } from "#scripts/commands/library.ts";

const { library, problems, lock } = checkedLibrary();
const file = (name: string) => JSON.parse(readFileSync(new URL(`../../frameworks/${name}`, import.meta.url), "utf8")) as Framework;

test("every file parses, the lock holds, the JSON Schemas are up to date", () => {
  expect(problems).toEqual([]);
  expect(library.frameworks.length).toBeGreaterThanOrEqual(2);
});

test("what the app starts with is released", () => {
  for (const { slug, version } of library.frameworks) expect(lock, `${slug}/${version}`).toHaveProperty([`${slug}/${version}.json`]);
});

describe("facts of the frameworks", () => {
  test("DigCompEdu 2017: 6 areas with 4-3-4-3-3-5 competences, A1 to C2, 132 statements", () => {
    const framework = frameworkAt("digcompedu", "2017", library)!;
    expect(framework.nodes.map(({ children }) => children!.length)).toEqual([4, 3, 4, 3, 3, 5]);
    expect(framework.scale!.levels.map(({ code }) => code)).toEqual(["A1", "A2", "B1", "B2", "C1", "C2"]);
    expect(framework.scale!.levels.map(({ title }) => title.en)).toEqual(["Newcomer", "Explorer", "Integrator", "Expert", "Leader", "Pioneer"]);
    expect(competencesOf(framework).flatMap(({ node }) => node.levels!)).toHaveLength(132);
    expect(framework.source.doi).toBe("10.2760/159770");
  });

  test("UNESCO AI CFT 2024: 5 aspects of 3 blocks on Acquire, Deepen, Create, 60 learning objectives, and its own licence", () => {
    const framework = frameworkAt("unesco-ai-cft", "2024", library)!;
    expect(framework.nodes.map(({ children }) => children!.map(({ id, progression }) => `${id} ${progression}`))).toEqual([1, 2, 3, 4, 5].map((aspect) => ["A", "D", "C"].map((step, place) => `${aspect}.${place + 1} ${step}`)));
    expect(framework.progression!.levels.map(({ title }) => title.en)).toEqual(["Acquire", "Deepen", "Create"]);
    expect(competencesOf(framework).flatMap(({ node }) => node.objectives!.map(({ code }) => code))).toHaveLength(60);
    expect(new Set(competencesOf(framework).flatMap(({ node }) => node.objectives!.map(({ code }) => code.slice(0, 5) === `LO${node.id}`)))).toEqual(new Set([true]));
    expect(framework.licence.id).toBe("CC-BY-SA-3.0-IGO");
    expect([framework.source.doi, framework.source.isbn]).toEqual(["10.54675/ZJTE2084", "978-92-3-100707-1"]);
    expect(readFileSync(new URL("../../frameworks/unesco-ai-cft/LICENSE", import.meta.url), "utf8")).toContain("by-sa/3.0/igo");
  });

  test("CheckIn: 22 questions of five options, with points from 0", () => {
    const { items, scale, lowest } = instrumentOf(frameworkAt("digcompedu", "2017", library)!, "checkin")!;
    expect(Object.values(items!).map(({ levels }) => levels.length)).toEqual(Array(22).fill(5));
    expect([scale!.levels.map(({ code }) => code), lowest]).toEqual([["0", "1", "2", "3", "4"], 0]);
  });

  test("Kennisnet: 16 skills in 4 themes (8-3-3-2), and a growth scale that says it is ours", () => {
    const framework = frameworkAt("kennisnet-ict", "2023", library)!;
    expect(framework.nodes.map(({ children }) => children!.length)).toEqual([8, 3, 3, 2]);
    expect(framework.scale!.status).toBe("ours");
    expect(framework.scale!.levels).toHaveLength(4);
  });
});

describe("who is asked what", () => {
  const cases: [string, string, Family, string, number, number][] = [
    ["digcompedu", "statements", "leraar", "groepsleerkracht", 22, 22],
    ["digcompedu", "checkin", "leraar", "groepsleerkracht", 22, 22],
    ["unesco-ai-cft", "blocks", "leraar", "groepsleerkracht", 15, 15],
    ["unesco-ai-cft", "blocks", "onderwijsondersteuner", "concierge", 5, 9],
    ["unesco-ai-cft", "blocks", "onderwijsondersteuner", "onderwijsassistent", 5, 9],
    ["unesco-ai-cft", "blocks", "schoolleider", "directeur", 8, 15],
    ["kennisnet-ict", "growth", "leraar", "groepsleerkracht", 16, 16],
    ["kennisnet-ict", "growth", "onderwijsondersteuner", "onderwijsassistent", 8, 12],
    ["kennisnet-ict", "growth", "onderwijsondersteuner", "concierge", 8, 12],
    ["kennisnet-ict", "growth", "onderwijsondersteuner", "administratief-medewerker", 8, 12],
  ];
  test.each(cases)("%s for %s %s", (slug, instrument, family, functionId, least, most) => {
    const framework = library.frameworks.findLast((each) => each.slug === slug)!;
    const profile = profileFor(framework, instrument, library)!;
    const pages = pagesFor(framework, profile, { family, functionId });
    expect(pages.length).toBeGreaterThanOrEqual(least);
    expect(pages.length).toBeLessThanOrEqual(most);
    const short = pagesFor(framework, profile, { family, functionId }, "short");
    expect(short.length === 0).toBe(instrument === "checkin");
    expect(short.length).toBeLessThan(pages.length);
    const steps = answerScale(framework, instrumentOf(framework, instrument)!)!.levels.length;
    for (const page of pages) {
      expect(page.choices).toHaveLength(steps);
      if (instrument === "statements" || instrument === "growth") expect(page.target, page.competenceId).not.toBeNull();
      expect(page.objectives.length > 0, page.competenceId).toBe(instrument === "blocks");
    }
  });

  test("support staff are asked in words of their own work, not in the teacher's", () => {
    const framework = library.frameworks.find((each) => each.slug === "kennisnet-ict")!;
    const profile = profileAt("kennisnet-po", "1.0.0", library)!;
    const ask = (family: Family, functionId: string) => new Map(pagesFor(framework, profile, { family, functionId }).map((page) => [page.competenceId, page.choices.map(({ statement }) => statement.nl)]));
    const teacher = ask("leraar", "groepsleerkracht");
    const variants = ["onderwijsassistent", "concierge", "administratief-medewerker"].map((each) => ask("onderwijsondersteuner", each));
    for (const variant of variants) for (const [id, statements] of variant) for (const statement of statements) expect(teacher.get(id), id).not.toContain(statement);
  });

  test("a function without a questionnaire is asked nothing", () => {
    const framework = library.frameworks.find((each) => each.slug === "kennisnet-ict")!;
    const profile = profileAt("kennisnet-po", "1.0.0", library)!;
    expect(pagesFor(framework, profile, { family: "onderwijsondersteuner", functionId: "ict-medewerker" })).toEqual([]);
    expect(pagesFor(framework, profile, { family: "bestuurder", functionId: "bestuurder" })).toEqual([]);
  });
});

describe("statements keep to the content guide", () => {
  const newest = library.frameworks.filter(({ slug, version }) => frameworkAt(slug, version.split(".")[0]!, library)!.version === version);
  const all = newest.flatMap((framework) =>
    competencesOf(framework).flatMap(({ node }) =>
      [["", node] as const, ...Object.entries(node.variants ?? {})].flatMap(([group, { levels, objectives }]) => [
        ...(levels ?? []).map(({ level, statement }) => ({ place: `${framework.slug} ${node.id} ${group} ${level}`, statement: statement! })),
        ...(objectives ?? []).map(({ code, statement }) => ({ place: `${framework.slug} ${node.id} ${group} ${code}`, statement })),
        ...framework.instruments.flatMap(({ id, items }) => (group === "" ? (items?.[node.id]?.levels ?? []) : []).flatMap(({ level, statement }) => (statement ? [{ place: `${framework.slug} ${id} ${node.id} ${level}`, statement }] : []))),
      ]),
    ),
  );
  const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

  test("at most 22 Dutch words, one sentence in the first person, no absolutes", () => {
    for (const { place, statement } of all) {
      expect(words(statement.nl), `${place}: ${statement.nl}`).toBeLessThanOrEqual(22);
      expect(statement.nl, place).not.toMatch(/\b(altijd|nooit|en\/of)\b/i);
      expect(statement.nl, place).toMatch(/\b(ik|mij|me|mijn)\b/i);
      expect(statement.en, place).toMatch(/\b(I|me|my)\b/i);
    }
  });

  test("no statement stands twice for one group", () => {
    const seen = new Map<string, string>();
    for (const { place, statement } of all.filter((each) => !each.place.includes("leraarondersteuner"))) {
      expect(seen.get(statement.nl), `${place}: ${statement.nl}`).toBeUndefined();
      seen.set(statement.nl, place);
    }
  });
});

describe("the checker says what is wrong, and where", () => {
  const framework = () => file("kennisnet-ict/2023.1.0.json");
  const change = (work: (document: Record<string, never>) => void) => {
    const document = framework() as unknown as Record<string, never>;
    work(document);
    const checked = checkFramework(document);
    return checked.ok ? [] : checked.problems.map(({ where, reason }) => `${where}: ${reason}`);
  };
  type Loose = { [key: string]: Loose } & Loose[];
  const cases: [string, (document: Loose) => void, RegExp][] = [
    ["an id twice", (d) => void (d["nodes"]![0]!["children"]![1]!["id"] = "kn-v1" as never), /KN-V\.kn-v1: id "kn-v1" stands twice|KN-V1: id "KN-V1" stands twice/],
    ["a level missing", (d) => void d["nodes"]![0]!["children"]![0]!["levels"]!.pop(), /KN-V1\.levels: has levels "1 2 3"/],
    ["an unknown group", (d) => void (d["nodes"]![0]!["children"]![1]!["variants"]!["kok"] = { levels: d["nodes"]![0]!["children"]![1]!["levels"] } as never), /unknown function group "kok"/],
    ["no English", (d) => void delete d["title"]!["en"], /title\.en/],
    ["an extra field", (d) => void (d["extra"] = 1 as never), /\(document\): Unrecognized key/],
    ["no scale", (d) => void (d["scale"] = null as never), /instruments\.growth: asks to choose a level/],
    ["a direction character", (d) => void (d["title"]!["nl"] = "a\u202eb" as never), /title\.nl: holds a control or direction character/],
    ["an http address", (d) => void (d["licence"]!["url"] = "javascript:alert(1)" as never), /licence\.url/],
  ];
  test.each(cases)("%s", (_name, work, expected) => {
    expect(change(work as never).join("\n")).toMatch(expected);
  });

  test.each([[null], [[]], ["x"], [1], [{}]])("%j is refused with problems, not thrown", (json) => {
    expect(checkFramework(json).ok).toBe(false);
    expect(checkProfile(json, () => null).ok).toBe(false);
  });

  test("a profile that points at nothing is refused", () => {
    const profile = file("profiles/kennisnet-po/1.0.0.json") as unknown as { families: { leraar: { targets: Record<string, unknown>; asked: Record<string, { items: string[]; short: string[] }> } } };
    profile.families.leraar.asked["*"]!.items.push("KN-X9");
    profile.families.leraar.asked["concierge"] = { items: ["KN-V1"], short: ["KN-V2"] };
    profile.families.leraar.targets["KN-V1"] = { level: "9", weight: 1 };
    const checked = checkProfile(profile, () => framework());
    const text = checked.ok ? "" : checked.problems.map(({ where, reason }) => `${where}: ${reason}`).join("\n");
    expect(text).toContain('the framework has no competence "KN-X9"');
    expect(text).toContain('the family has no function "concierge"');
    expect(text).toContain('"KN-V2" is in the short selection but not among the items');
    expect(text).toContain('the scale has no level "9"');
  });
});
