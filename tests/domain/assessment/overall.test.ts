import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derivedStep, pointsIn } from "#app/domain/assessment/overall.ts";
import { scoreOf, readAnswers } from "#app/domain/assessment/scoring.ts";
import { checkFramework } from "#app/domain/framework/check.ts";
import { competencesOf, instrumentOf, type Framework } from "#app/domain/framework/framework.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";

const digcompedu = frameworkAt("digcompedu", "2017")!;
const checkin = instrumentOf(digcompedu, "checkin")!;
const ids = competencesOf(digcompedu).map(({ node }) => node.id);
const sizes = [4, 3, 4, 3, 3, 5];

/** Points per competence, spread so that they add up to `total` of at most 4 each. */
function spread(total: number, over: readonly string[]): Map<string, number> {
  let left = total;
  return new Map(over.map((id) => [id, [Math.min(4, left), (left -= Math.min(4, left))][0]!]));
}
const scored = (points: ReadonlyMap<string, number>) => pointsIn(digcompedu, checkin, (id) => (points.has(id) ? points.get(id)! + 1 : null));

describe("CheckIn: the bands over everything", () => {
  test.each([
    [0, "A1"], [19, "A1"], [20, "A2"], [33, "A2"], [34, "B1"], [49, "B1"], [50, "B2"], [65, "B2"], [66, "C1"], [80, "C1"], [81, "C2"], [88, "C2"],
  ])("%i points is %s", (points, level) => {
    const { total } = scored(spread(points, ids));
    expect([total.points, total.max, total.level?.code]).toEqual([points, 88, level]);
  });
});

describe("CheckIn: the bands of an area", () => {
  // Areas by the number of their items: first points of A1, A2, B1, B2, C1, C2 and the most there are.
  const edges: Record<number, readonly number[]> = { 3: [0, 4, 6, 8, 10, 12, 12], 4: [0, 5, 8, 11, 14, 16, 16], 5: [0, 7, 9, 13, 17, 20, 20] };
  const levels = ["A1", "A2", "B1", "B2", "C1", "C2"];
  const cases = digcompedu.nodes.flatMap((area, at) => levels.flatMap((level, step) => [[area.id, edges[sizes[at]!]![step]!, level] as const, ...(step < 5 ? [[area.id, edges[sizes[at]!]![step + 1]! - 1, level] as const] : [])]));
  test.each(cases)("area %s with %i points is %s", (areaId, points, level) => {
    const own = digcompedu.nodes.find(({ id }) => id === areaId)!.children!.map(({ id }) => id);
    const area = scored(spread(points, own)).areas.find(({ id }) => id === areaId)!;
    expect([area.points, area.level?.code]).toEqual([points, level]);
  });
});

test("CheckIn: area bands are stricter than the total, and they are not averaged", () => {
  const all = (points: number) => scored(new Map(ids.map((id) => [id, points])));
  expect([all(3).total.level?.code, ...all(3).areas.map(({ level }) => level?.code)]).toEqual(["C1", "B2", "B2", "B2", "B2", "B2", "B2"]);
  expect([all(1).total.level?.code, ...all(1).areas.map(({ level }) => level?.code)]).toEqual(["A2", "A1", "A1", "A1", "A1", "A1", "A1"]);
});

test("CheckIn: for all answers the points add up, the level goes up with the points, and a missing item leaves no level", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 12 }), { minLength: 22, maxLength: 22 }), fc.nat(21), (values, raised) => {
      const given = new Map(ids.flatMap((id, place) => (values[place] === null ? [] : [[id, values[place]!] as const])));
      const { total, areas } = scored(given);
      expect(areas.reduce((sum, { points }) => sum + points, 0)).toBe(total.points);
      expect(areas.map(({ max }) => max)).toEqual(sizes.map((size) => size * 4));
      expect(total.level === null).toBe(given.size < 22);
      for (const { id, level } of areas) expect(level === null).toBe(digcompedu.nodes.find((area) => area.id === id)!.children!.some((child) => !given.has(child.id)));
      const higher = new Map(given);
      if (given.has(ids[raised]!)) higher.set(ids[raised]!, Math.min(4, given.get(ids[raised]!)! + 1));
      if (total.level) expect(scored(higher).total.level!.code >= total.level.code).toBe(true);
    }),
  );
});

test("CheckIn: an item is no level, and a reason is no zero", () => {
  const read = readAnswers(digcompedu, checkin, { ...Object.fromEntries(ids.map((id) => [id, 4])), "1.1": { reason: "not-in-my-work" } });
  const score = scoreOf(digcompedu, checkin, read.ok ? read.answers : new Map());
  expect(score.total).toEqual({ points: 84, max: 88, level: null });
  expect(score.areas.map(({ level }) => level)).toEqual([null, "C2", "C2", "C2", "C2", "C2"]);
  expect(new Set(score.competences.map(({ level }) => level))).toEqual(new Set([null]));
  expect(score.notes.join(" ")).toMatch(/indication only/);
  expect(score.notes.join(" ")).toContain("1.1 (not-in-my-work)");
});

describe("UNESCO AI CFT: a level of an aspect is derived, and says so", () => {
  const unesco = frameworkAt("unesco-ai-cft", "2024")!;
  const blocks = instrumentOf(unesco, "blocks")!;
  test.each([
    [[0, 0, 0], null], [[1, 2, 2], null], [[2, 0, 0], "A"], [[2, 1, 2], "A"], [[2, 2, 0], "D"], [[2, 2, 1], "D"], [[2, 2, 2], "C"], [[2, null, 2], "A"], [[null, 2, 2], null],
  ] as const)("blocks %j give %j", (values, level) => {
    const step = derivedStep(unesco, blocks, unesco.nodes[1]!, (id) => {
      const value = values[Number(id.split(".")[1]) - 1];
      return value === null || value === undefined ? null : value + 1;
    });
    expect(step?.code ?? null).toBe(level);
  });

  test("blocks are scored by themselves and nothing is added up", () => {
    const read = readAnswers(unesco, blocks, { "1.1": 2, "1.2": 1, "2.1": 0, "5.3": { reason: "do-not-know" } });
    const score = scoreOf(unesco, blocks, read.ok ? read.answers : new Map());
    expect(score.total).toBeNull();
    expect(score.areas.map(({ id, points, max, level }) => [id, points, max, level])).toEqual([["1", null, null, "A"], ["2", null, null, null], ["3", null, null, null], ["4", null, null, null], ["5", null, null, null]]);
    expect(score.competences.filter(({ level }) => level !== null)).toEqual([{ id: "1.1", level: "fully" }, { id: "1.2", level: "partly" }, { id: "2.1", level: "not" }]);
    expect(score.notes[0]).toMatch(/derived by a rule of ours/);
  });
});

describe("the checker of instruments", () => {
  const problemsWith = (slug: string, change: (framework: Framework & Record<string, never>) => void) => {
    const document = structuredClone(frameworkAt(slug, slug === "digcompedu" ? "2017" : "2024")!) as Framework & Record<string, never>;
    change(document);
    const checked = checkFramework(document);
    return checked.ok ? "" : checked.problems.map(({ where, reason }) => `${where}: ${reason}`).join("\n");
  };
  type Loose = { [key: string]: Loose } & Loose[];
  const cases: [string, string, (document: Loose) => void, RegExp][] = [
    ["bands that do not go up", "digcompedu", (d) => void (d["instruments"]![1]!["bands"]!["total"]![2]!["from"] = 20 as never), /bands\.total: "from" does not go up at 20/],
    ["bands that leave out 0", "digcompedu", (d) => void (d["instruments"]![1]!["bands"]!["areas"]!["6"]![0]!["from"] = 1 as never), /bands\.areas\.6: does not begin at 0/],
    ["bands beyond the points", "digcompedu", (d) => void (d["instruments"]![1]!["bands"]!["areas"]!["2"]![5]!["from"] = 13 as never), /at most 12 points/],
    ["an area without bands", "digcompedu", (d) => void delete d["instruments"]![1]!["bands"]!["areas"]!["3"], /no bands for area "3"/],
    ["a competence without a question", "digcompedu", (d) => void delete d["instruments"]![1]!["items"]!["4.2"], /no item for competence "4\.2"/],
    ["an option without words", "digcompedu", (d) => void delete d["instruments"]![1]!["items"]!["4.2"]!["levels"]![3]!["statement"], /items\.4\.2: an option has no statement/],
    ["points from 1", "digcompedu", (d) => void (d["instruments"]![1]!["lowest"] = 1 as never), /points in bands need/],
    ["statements with a scale of their own", "digcompedu", (d) => void (d["instruments"]![0]!["scale"] = d["instruments"]![1]!["scale"] as never), /has none of its own/],
    ["a block on no step", "unesco-ai-cft", (d) => void (d["nodes"]![0]!["children"]![0]!["progression"] = "X" as never), /the progression has no step "X"/],
    ["blocks in the wrong order", "unesco-ai-cft", (d) => void d["nodes"]![0]!["children"]!.reverse(), /do not stand on steps of the progression that go up/],
    ["blocks without steps to answer on", "unesco-ai-cft", (d) => void delete d["instruments"]![0]!["scale"], /"rate-block" needs a scale of its own/],
    ["no progression", "unesco-ai-cft", (d) => void delete d["progression"], /the progression has no step "A"/],
  ];
  test.each(cases)("%s", (_, slug, change, expected) => {
    expect(problemsWith(slug, change as never)).toMatch(expected);
  });
});
