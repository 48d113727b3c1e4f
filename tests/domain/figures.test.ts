import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aimOf, cellOf, changeBetween, groupGap, heatOf, levelsAround, type GroupCell, type GroupFigure } from "#app/domain/figures/figure.ts";
import { competenceLines, factsOf, gridOf, type FigureRow } from "#app/domain/figures/grid.ts";
import { boardRows, schoolRows } from "#app/domain/figures/export.ts";
import { changeAt, changesOf, findingsOf, spreadOf, type Cell, type Grid, type Trend } from "#app/domain/figures/report.ts";
import { noSeam, trendOf } from "#app/domain/figures/trend.ts";
import { besideOf } from "#app/domain/figures/training-effect.ts";
import { NewTraining } from "#app/domain/planning/training-input.ts";
import { trainingDayError } from "#app/domain/planning/training.ts";
import { schoolCsv } from "#app/messages/school-csv.ts";
import { instrumentOf } from "#app/domain/framework/framework.ts";
import { frameworkAt, profileAt } from "#app/services/frameworks.server.ts";

const figure = (shown: number, more: Partial<GroupFigure> = {}): GroupFigure => ({ n: "10-19", shown, end: null, low: shown - 0.25, high: shown + 0.25, ...more });
const cell = (shown: number, target: number | null, weight = 1): GroupCell => cellOf(figure(shown), { target, weight }, 6);
const grid = (...cells: Cell[][]): Grid => ({
  competences: cells.map((_, place) => ({ id: `c${place}`, code: `${place}`, title: `Competence ${place}`, area: "Area" })),
  families: (["leraar", "onderwijsondersteuner", "staf"] as const).slice(0, cells[0]!.length),
  cells,
  totals: [],
});

describe("a figure", () => {
  test("its gap is the open share of the scale, never below nothing", () => {
    expect(groupGap(3.5, 4, 6)).toBeCloseTo(0.1);
    expect(groupGap(5, 4, 6)).toBe(0);
    expect(groupGap(1, 6, 6)).toBe(1);
    expect(groupGap(3, null, 6)).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 2, max: 10 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (levels, a, b) => {
      const gap = groupGap(1 + a * (levels - 1), 1 + b * (levels - 1), levels)!;
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThanOrEqual(1.000001);
    }));
  });

  test("its hue grows with the gap", () => {
    expect([null, 0, 0.05, 0.1, 0.2, 0.3, 0.31, 1].map(heatOf)).toEqual([0, 0, 1, 2, 3, 4, 5, 5]);
    expect(heatOf(groupGap(3.75, 4, 6))).toBe(1);
  });

  test("lies at a level or between two", () => {
    expect(levelsAround(4)).toEqual([4]);
    expect(levelsAround(3.5)).toEqual([3, 4]);
    expect(levelsAround(1.25)).toEqual([1, 2]);
  });

  test.each([
    ["touching intervals have nothing in common", figure(3), figure(3.5), "up"],
    ["and downwards", figure(3.5), figure(3), "down"],
    ["the same", figure(3), figure(3), null],
    ["overlapping", figure(3), figure(3.25), null],
    ["an open end reaches far", figure(1.5, { end: "≤", low: 1, high: 1.75 }), figure(1.75, { low: 1.625, high: 1.875 }), null],
    ["a wide interval holds the other", figure(3, { low: 2, high: 4 }), figure(3.5), null],
    ["nothing before", null, figure(3), null],
    ["nothing now", figure(3), null, null],
  ] as const)("a change is mentioned only when the intervals do not overlap: %s", (_, before, after, change) => {
    expect(changeBetween(before, after)).toBe(change);
  });
});

describe("what is said first", () => {
  test("the largest weighted gap, ties by framework order", () => {
    expect(findingsOf(grid([cell(3, 4)], [cell(2, 4)], [cell(2, 4)])).gap).toEqual({ competence: 1, family: 0 });
    expect(findingsOf(grid([cell(3, 4, 3)], [cell(2, 4, 1)])).gap).toEqual({ competence: 0, family: 0 });
    expect(findingsOf(grid([cell(3, 4), cell(2, 4)])).gap).toEqual({ competence: 0, family: 1 });
    expect(findingsOf(grid([cell(4, 4)], [cell(5, 4)])).gap).toBeNull();
    expect(findingsOf(grid(["closed"], [cell(4, 4)], [cell(2, null)])).gap).toBeNull();
  });

  test("where nothing has a target, the lowest and the highest mean, ties by framework order", () => {
    const { aimed, gap, strength } = findingsOf(grid([cell(3, null)], [cell(2, null)], [cell(2, null)], [cell(4, null)], ["closed"]));
    expect([aimed, gap, strength]).toEqual([false, { competence: 1, family: 0 }, { competence: 3, family: 0 }]);
    expect(findingsOf(grid([cell(2, null)])).strength).toBeNull();
    expect(findingsOf(grid(["closed"]))).toMatchObject({ aimed: true, gap: null, strength: null });
  });

  test("a strength is furthest above its target, then the highest mean; else nearest to it; never the gap itself", () => {
    expect(findingsOf(grid([cell(4, 4)], [cell(5, 4)], [cell(5, 4)])).strength).toEqual({ competence: 1, family: 0 });
    expect(findingsOf(grid([cell(3, 3)], [cell(4, 4)])).strength).toEqual({ competence: 1, family: 0 });
    expect(findingsOf(grid([cell(2, 4)], [cell(3, 4)])).strength).toEqual({ competence: 1, family: 0 });
    expect(findingsOf(grid([cell(2, 4)])).strength).toBeNull();
    expect(findingsOf(grid(["closed"])).strength).toBeNull();
  });

  test("of whom nothing can be shown; what is not asked is not missing", () => {
    const found = findingsOf(grid([cell(3, 4), "closed", "not-asked"], ["closed", "closed", "closed"], [cell(3, 4), "not-asked", "closed"]));
    expect(found.silent).toEqual(["onderwijsondersteuner", "staf"]);
    expect(found.partly).toEqual([{ family: "leraar", closed: 1 }]);
  });
});

describe("over several schools", () => {
  test("where the whole is closed, the published schools say something: lowest, highest, and the mean of their gaps", () => {
    expect(spreadOf(["closed", cell(3, 4), cell(2, 4), "not-asked"])).toEqual({ target: 4, weight: 1, schools: 2, from: { shown: 2, end: null }, to: { shown: 3, end: null }, gap: expect.closeTo(0.3) });
    expect(spreadOf(["closed", "not-asked"])).toBeNull();
    expect(spreadOf([cell(3, null)])).toMatchObject({ gap: null, from: { shown: 3 }, to: { shown: 3 } });
  });

  test("and takes part in the findings", () => {
    const table = grid(["closed", cell(3.5, 4)], ["closed", "closed"]);
    const spreads = [[spreadOf([cell(2, 4), cell(3, 4)]), null], [spreadOf([cell(5, 4)]), null]];
    expect(findingsOf(table)).toMatchObject({ gap: { competence: 0, family: 1 }, silent: ["leraar"] });
    expect(findingsOf(table, spreads)).toEqual({ aimed: true, gap: { competence: 0, family: 0 }, strength: { competence: 1, family: 0 }, silent: [], partly: [{ family: "onderwijsondersteuner", closed: 1 }] });
  });
});

describe("from round to round", () => {
  const round = (id: string, comparable = true) => ({ id, name: id, closedAt: new Date("2026-01-01"), version: "1.0.0", schools: 1, comparable });
  const trend = (...figures: (GroupFigure | null)[]): Trend => ({ rounds: figures.map((_, at) => round(`r${at}`)), figures: [[figures]], ranges: null, links: [figures.map(() => noSeam.of("c0"))], breaks: [] });

  test("against the last comparable round that has a figure", () => {
    expect(changeAt(trend(figure(2), null, figure(3)), { competence: 0, family: 0 })).toMatchObject({ change: "up", round: { id: "r0" }, before: { shown: 2 } });
    expect(changeAt(trend(figure(2), figure(3), figure(3)), { competence: 0, family: 0 })).toBeNull();
    expect(changeAt(trend(figure(2), null), { competence: 0, family: 0 })).toBeNull();
    expect(changeAt(trend(figure(3)), { competence: 0, family: 0 })).toBeNull();
    const other = trend(figure(2), figure(3));
    expect(changeAt({ ...other, rounds: [round("r0", false), round("r1")] }, { competence: 0, family: 0 })).toBeNull();
    expect(changesOf(trend(figure(3), figure(2)))).toEqual([{ competence: 0, family: 0, change: "down" }]);
  });

  const moment = (name: string, day: string, shown: number | null, comparable = true) => ({ name, closedAt: new Date(day), comparable, figure: shown === null ? null : figure(shown) });
  test("a training stands between the round before it and the one that is looked at", () => {
    const rounds = [moment("a", "2025-06-01", 2), moment("b", "2025-12-01", 3), moment("c", "2026-06-01", 3.5)];
    expect(besideOf(new Date("2026-03-12"), rounds)).toMatchObject({ kind: "effect", effect: { before: { name: "b" }, after: { name: "c" }, change: "up" } });
    expect(besideOf(new Date("2025-09-12"), rounds)).toMatchObject({ effect: { before: { name: "a" }, after: { name: "c" } } });
    expect(besideOf(new Date("2026-09-12"), rounds)).toEqual({ kind: "waits" });
    expect(besideOf(new Date("2025-01-12"), rounds)).toEqual({ kind: "first" });
    expect(besideOf(new Date("2026-03-12"), [moment("b", "2025-12-01", 3), moment("c", "2026-06-01", null)])).toMatchObject({ effect: { after: { figure: null }, change: null } });
    expect(besideOf(new Date("2026-03-12"), [moment("b", "2025-12-01", 3, false), moment("c", "2026-06-01", 3)])).toEqual({ kind: "first" });
    expect(besideOf(new Date("2026-03-12"), [])).toEqual({ kind: "waits" });
  });
});

describe("the table of a round", () => {
  const framework = frameworkAt("kennisnet-ict", "2023.1.0")!;
  const content = { framework, instrument: instrumentOf(framework, "growth")!, scale: framework.scale!, profile: profileAt("kennisnet-po", "1.0.0")!, families: ["leraar", "onderwijsondersteuner"] as const };
  const rows: FigureRow[] = [["KN-V2", "leraar", "10-19", 2.5, null, 2.375, 2.625], ["KN-V2", null, "20-49", 2.5, null, 2.45, 2.55]];

  test("every competence that is asked, in framework order; published, closed or not asked", () => {
    const lines = competenceLines(content, "en");
    expect(lines).toHaveLength(16);
    expect(lines[1]).toMatchObject({ id: "KN-V2", area: expect.any(String) });
    const table = gridOf(content, lines, rows);
    expect(table.cells[0]).toEqual(["closed", "not-asked"]);
    expect(table.cells[1]).toEqual([{ n: "10-19", shown: 2.5, end: null, low: 2.375, high: 2.625, target: 3, weight: 1.3, gap: expect.closeTo(0.5 / 3) }, "closed"]);
    expect(table.totals[1]).toMatchObject({ shown: 2.5 });
    expect(table.totals[0]).toBeNull();
    expect(gridOf({ ...content, families: ["leraar"] }, lines, rows).totals).toEqual([]);
  });

  test("the round that is shown is the last of its own trend", () => {
    const table = gridOf(content, competenceLines(content, "nl"), rows);
    const round = { id: "r", name: "r", closedAt: new Date(), version: "2023.1.0", schools: 1, comparable: true };
    const trend = trendOf(table, [{ round, rows: [["KN-V2", "leraar", "5-9", 2, null, 1.75, 2.25]], seam: noSeam }], round, "nl");
    expect(trend.figures[1]![0]!.map((each) => each?.shown)).toEqual([2, 2.5]);
    expect(trend.figures[1]![0]![1]).toBe(table.cells[1]![0]);
    expect(trend.figures[0]![0]).toEqual([null, null]);
  });

  test("steps are named by their code, or by their title when the code is a bare number", () => {
    const round = { id: "r", name: "r", closedAt: new Date(), threshold: 5 };
    expect(factsOf(round, content, "en")).toMatchObject({ scale: ["Exploring", "Applying", "Weighing up", "Further together"], ownScale: true, version: "2023.1.0" });
    const other = frameworkAt("digcompedu", "2017")!;
    expect(factsOf(round, { framework: other, instrument: instrumentOf(other, "statements")!, scale: other.scale!, profile: profileAt("digcompedu-po", "1.0.0")! }, "nl").scale).toEqual(["A1", "A2", "B1", "B2", "C1", "C2"]);
  });

  test("a family without a target has none", () => expect(aimOf(content.profile, content.scale, "staf", "KN-V2")).toEqual({ target: null, weight: 1 }));
});

describe("planning a training", () => {
  test.each([
    ["2026-11-15", "past"],
    ["2026-11-16", null],
    ["2028-11-15", null],
    ["2028-11-16", "too-far"],
    ["2026-02-30", "bad-date"],
  ])("on %s: %s", (day, error) => expect(trainingDayError(day, "2026-11-16")).toBe(error));

  test("hours are read with a comma or a point", () => {
    const form = { title: "AI in de klas", competenceId: "1.1", family: "leraar", schoolId: "alle", onDate: "2026-12-01" };
    expect(["2,5", "2.5", " 3 "].map((hours) => NewTraining.parse({ ...form, hours }).hours)).toEqual([2.5, 2.5, 3]);
    for (const hours of ["0", "-1", "201", "veel", "1e9", "", "Infinity"]) expect(NewTraining.safeParse({ ...form, hours }).success).toBe(false);
  });
});

describe("the file over all schools", () => {
  const table = grid(["closed"], [cell(4, 4)], ["closed"]);
  const spreads = [[spreadOf([cell(2, 4), { ...cell(5, 4), end: "≥" as const }])], [null], [null]];
  const facts = { id: "r", name: "Najaar", closedAt: new Date("2026-01-01T12:00:00Z"), asked: "f/i", lowest: 1 as const, inPoints: false, frameworkTitle: "F", version: "1.0.0", profileVersion: "1.0.0", threshold: 5, noun: { one: "c", many: "cs" }, scale: ["A", "B", "C", "D", "E", "F"], steps: [], ownScale: false };
  const report = { facts, response: { invited: 20, handedIn: 18 }, grid: table, spreads, silentSchools: [], findings: findingsOf(table, spreads), trend: { rounds: [], figures: [], ranges: null, links: [], breaks: [] } };
  const words = { ...schoolCsv.nl, familyName: (family: string) => family };

  test("says what the page says: the range where the whole is closed, and nothing more", () => {
    const [head, ...rows] = boardRows(report, [{ id: "s", name: "De Linde", invited: 10, handedIn: 9, cells: [[cell(2, 4)], [cell(4, 4)], ["closed"]] }], words);
    const at = (row: number, name: keyof typeof words) => rows[row]![head!.indexOf(words[name] as string)];
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    expect((["status", "mean", "n", "schools", "lowest", "lowestEnd", "highest", "highestEnd", "target", "gap"] as const).map((name) => at(0, name))).toEqual([schoolCsv.nl.rangeStatus, null, null, 2, 2, null, 5, "of hoger", "D", 0.2]);
    expect((["status", "mean", "schools", "lowest"] as const).map((name) => at(1, name))).toEqual(["getoond", 4, null, null]);
    expect((["status", "mean", "schools", "lowest"] as const).map((name) => at(2, name))).toEqual([schoolCsv.nl.closedStatus, null, null, null]);
    expect((["school", "mean", "lowest"] as const).map((name) => at(3, name))).toEqual(["De Linde", 2, null]);
  });

  test("the file of one school has no columns for several", () => {
    expect(schoolRows(report, "De Linde", words)[0]).not.toContain(words.lowest);
  });
});
