import { describe, expect, test } from "vitest";
import { gridOf } from "#app/domain/figures/grid.ts";
import { changesOf, isJoined, isSeam, type Trend, type TrendRound } from "#app/domain/figures/report.ts";
import { underIdsNow } from "#app/domain/figures/release-round.ts";
import { noSeam, seamBetween, trendOf, withRanges } from "#app/domain/figures/trend.ts";
import { continuityBetween } from "#app/domain/framework/continuity.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { smallFramework } from "#tests/domain/result/result-facts.ts";

const then = smallFramework({ version: "1.0.0", ids: ["a.1", "a.2", "b.1", "b.2"] });
const now: Framework = { ...smallFramework({ version: "2.0.0", ids: ["a.9", "a.2", "a.3", "b.2"] }), upgrade: { from: "1.0.0", items: [{ from: ["a.1"], to: ["a.9"] }, { from: ["a.2"], to: ["a.2", "a.3"] }, { from: ["b.1"], to: [] }] } };
const round = (id: string, version: string, comparable = true): TrendRound => ({ id, name: id, closedAt: new Date("2026-01-01"), version, schools: 1, comparable });

describe("a release of an older version", () => {
  const figure = (competenceId: string) => ({ competenceId, unit: null, group: "leraar" as const, n: "10-19" as const, mean: { shown: 2, end: null, low: 1.75, high: 2.25 } });
  const release = { members: [{ id: "p", unit: "s", group: "leraar" as const, competences: ["a.1", "a.2", "b.1"] }], figures: [figure("a.1"), figure("a.2"), figure("b.1")] };
  const under = (newer: Framework) => underIdsNow(release, newer.nodes.flatMap(({ children }) => children!.map(({ id }) => id)), continuityBetween(then, newer));

  test("is audited under the ids of now: a question that was renamed takes its past along, one that was split is still compared with itself", () => {
    expect(under(now).members[0]!.competences).toEqual(["a.9", "a.2", "b.1"]);
    expect(under(now).figures.map(({ competenceId }) => competenceId)).toEqual(["a.9", "a.2", "b.1"]);
  });

  test("an id that another question has now brings nothing of the old one", () => {
    const swapped: Framework = { ...smallFramework({ version: "2.0.0", ids: ["a.2", "b.1", "b.2"] }), upgrade: { from: "1.0.0", items: [{ from: ["a.1"], to: ["a.2"] }, { from: ["a.2"], to: [] }] } };
    expect(under(swapped).figures.map(({ competenceId, mean }) => [competenceId, mean.shown])).toEqual([["a.2", 2], ["b.1", 2]]);
    expect(under(swapped).members[0]!.competences).toEqual(["a.2", "b.1"]);
  });
});

describe("a trend over two versions", () => {
  const ids = ["a.9", "a.2", "a.3", "b.2"];
  const content = { framework: now, instrument: now.instruments[0]!, scale: now.scale!, families: ["leraar"] as const, profile: { schema: 1, slug: "p", version: "1.0.0", title: { nl: "p", en: "p" }, status: "ours", reasoning: { nl: "p", en: "p" }, framework: "test", frameworkVersion: "2.0.0", instrument: "statements", families: { leraar: { targets: {}, asked: { "*": { items: ids, short: ["a.9"] } } } } } as const };
  const rows = (...of: string[]) => of.map((id) => [id, "leraar", "10-19", 2, null, 1.75, 2.25] as const);
  const grid = gridOf(content, ids.map((id) => ({ id, code: id, title: `Titel ${id}`, area: "A" })), rows(...ids).map(([id, family, n]) => [id, family, n, 3, null, 2.75, 3.25]));
  const seam = seamBetween(then, content, [then, now]);
  const trend = trendOf(grid, [{ round: round("r1", "1.0.0"), rows: rows("a.1", "a.2", "b.1", "b.2"), seam }], round("r2", "2.0.0"), "nl");

  test("a figure follows its question; another question has none, so there is no change to speak of either", () => {
    expect(trend.figures.map(([figures]) => figures!.map((each) => each?.shown ?? null))).toEqual([[2, 3], [null, 3], [null, 3], [2, 3]]);
    expect(trend.links.map(([link]) => [link!.id, link!.why])).toEqual([["a.1", null], [null, "split"], [null, "split"], ["b.2", null]]);
    expect(changesOf(trend).map(({ competence }) => ids[competence])).toEqual(["a.9", "b.2"]);
    expect(trend.breaks).toEqual([
      { why: "split", from: ["Titel a.2"], to: ["Titel a.2", "Titel a.3"] },
      { why: "gone", from: ["Titel b.1"], to: [] },
    ]);
  });

  test("what was never published then ends nothing", () => {
    expect(trendOf(grid, [{ round: round("r1", "1.0.0"), rows: rows("b.2"), seam }], round("r2", "2.0.0"), "nl").breaks).toEqual([]);
  });

  test("the range over schools follows the question too", () => {
    const closed = { ...trend, figures: trend.figures.map((row) => row.map((each) => each.map(() => null))) };
    const range = (id: string) => [id, "leraar", 2, 1, null, 3, null] as const;
    const { ranges } = withRanges(closed, grid, [[range("a.1"), range("a.2")], [range("a.9"), range("a.2")]]);
    expect(ranges!.map(([each]) => each!.map((one) => one !== null))).toEqual([[true, true], [false, true], [false, false], [false, false]]);
  });

  test("without the older version ids are all there is to go by", () => {
    expect(seamBetween(null, content, [now])).toBe(noSeam);
  });

  test("a line goes on over a seam between rounds that can be compared, and nowhere else", () => {
    const of = (...rounds: TrendRound[]): Trend => ({ ...trend, rounds });
    const three = of(round("a", "1.0.0"), round("b", "1.0.0"), round("c", "2.0.0"));
    expect([0, 1, 2].map((at) => [isSeam(three, at), isJoined(three, at)])).toEqual([[false, false], [false, true], [true, true]]);
    expect(isJoined(of(round("a", "1.0.0", false), round("b", "2.0.0")), 1)).toBe(false);
    expect(isJoined(of(round("a", "1.0.0"), round("b", "2.0.0", false)), 1)).toBe(false);
  });
});
