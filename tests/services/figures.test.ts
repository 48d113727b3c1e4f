import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { boardFigures } from "#app/services/figures-board.server.ts";
import { schoolFigures } from "#app/services/figures.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { cancelTraining, planningChoices, planTraining } from "#app/services/trainings.server.ts";
import type { NewTraining } from "#app/domain/planning/training-input.ts";
import { library } from "#app/services/frameworks.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { actorFor, committedBoard, inBoard, otherBoard, today, type TestBoard } from "#tests/setup/board.ts";
import { digcompedu, handIn, handInAll, later, opened } from "./round-hand-in.ts";

const quiet = { info: () => {}, error: (fields: object) => expect.fail(JSON.stringify(fields)) };
const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : error));

/** Two rounds half a year apart at both schools; the second is higher, and at De Eik only teachers answer. */
async function twoRounds(board: TestBoard): Promise<[string, string]> {
  const first = await opened(board, { name: "Voorjaar" });
  await handInAll(board, first, "linde-", (place, nth) => (place === 1 ? 1 + ((nth + 1) % 3 === 0 ? 1 : 0) : 1 + (nth % 3)));
  await handInAll(board, first, "eik-leraar", (place, nth) => 1 + ((place + nth) % 3));
  await releaseDueRounds(board.database, later(20), quiet);
  const second = await opened(board, { name: "Najaar", closesOn: "2027-05-31" }, later(180));
  await handInAll(board, second, "linde-", (place, nth) => (place === 0 ? 1 + (nth % 4 === 0 ? 1 : 0) : place === 1 ? 2 + (nth % 2) : 1 + ((place + nth) % 3)), { at: later(181) });
  await handInAll(board, second, "eik-leraar", (place, nth) => 1 + ((place + nth + 1) % 3), { at: later(181) });
  await releaseDueRounds(board.database, later(200), quiet);
  return [first, second];
}

/** Two rounds with the teachers of De Linde alone, who grew on KN-V2. */
async function grown(board: TestBoard): Promise<[string, string]> {
  const only = { schoolIds: [board.schools.linde], families: ["leraar" as const] };
  const first = await opened(board, { ...only, name: "Voorjaar" });
  await handInAll(board, first, "linde-leraar", (place, nth) => (place === 1 ? 1 : 2) + (nth % 3 === 0 ? 1 : 0));
  await releaseDueRounds(board.database, later(20), quiet);
  const second = await opened(board, { ...only, name: "Najaar", closesOn: "2027-05-31" }, later(180));
  await handInAll(board, second, "linde-leraar", (_, nth) => 2 + (nth % 2), { at: later(181) });
  await releaseDueRounds(board.database, later(200), quiet);
  return [first, second];
}

const training = (board: TestBoard, more: Partial<NewTraining> = {}): NewTraining => ({ title: "Samen naar het digibord", competenceId: "KN-V2", family: "leraar", schoolId: board.schools.linde, onDate: "2027-03-12", hours: 2.5, ...more });

describe("the figures of a school", () => {
  test("come from the newest release, with targets, findings and the trend", () =>
    inBoard(async (board) => {
      const [first, second] = await twoRounds(board);
      const page = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(201));
      expect(page.school.name).toBe("De Linde");
      expect(page.choices.map(({ id }) => id)).toEqual([second, first]);
      const report = page.report!;
      expect(report.facts).toMatchObject({ id: second, name: "Najaar", frameworkTitle: "Kennisnet ict-bekwaamheid", version: "2023.1.0", threshold: 5, ownScale: true, scale: ["Verkennen", "Toepassen", "Afwegen", "Samen verder"] });
      expect(report.response).toEqual({ invited: 15, handedIn: 15 });
      expect(report.grid.families).toEqual(["leraar", "onderwijsondersteuner"]);
      expect(report.grid.competences).toHaveLength(16);
      expect(report.grid.cells[0]).toEqual([expect.objectContaining({ n: "5-9", shown: 1.5, end: "≤", low: 1, target: 3 }), "not-asked"]);
      expect(report.findings.gap).toEqual({ competence: 0, family: 0 });
      expect(report.trend.rounds.map(({ name, comparable }) => [name, comparable])).toEqual([["Voorjaar", true], ["Najaar", true]]);
      expect(report.trend.figures[1]![0]!.map((figure) => figure?.shown)).toEqual([1.5, expect.any(Number)]);
    }));

  test("an older round can be chosen; a round of another school or one without figures is not there", () =>
    inBoard(async (board) => {
      const [first] = await twoRounds(board);
      const page = await board.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde, first), later(201));
      expect(page.report!.facts.name).toBe("Voorjaar");
      expect(page.report!.trend.rounds).toHaveLength(1);
      const elsewhere = await opened(board, { schoolIds: [board.schools.dorp], families: ["leraar"], closesOn: "2027-06-20" }, later(201));
      for (const id of [elsewhere, "x", board.schools.linde]) expect(await kindOf(board.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde, id), later(202)))).toBe("not-found");
    }));

  test("without a round there is nothing; while one runs there is the response", () =>
    inBoard(async (board) => {
      expect(await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde))).toEqual({ school: { id: board.schools.linde, name: "De Linde" }, choices: [], running: [], report: null, trainings: [] });
      const roundId = await opened(board);
      const { running, report } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(1));
      expect(report).toBeNull();
      expect(running).toEqual([
        { id: roundId, name: "Ronde najaar 2026", state: "open", closesAt: new Date("2026-11-30T22:59:00Z"), invited: 15, handedIn: 0, countedAt: today, families: [{ family: "leraar", enough: false }, { family: "onderwijsondersteuner", enough: false }] },
      ]);
    }));

  test("a village school sees that it is too few, and no number", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { schoolIds: [board.schools.dorp, board.schools.linde], families: ["leraar"], instrument: digcompedu });
      await handInAll(board, roundId, "dorp-", 4, { instrument: digcompedu });
      await handInAll(board, roundId, "linde-leraar", 3, { instrument: digcompedu });
      await releaseDueRounds(board.database, later(20), quiet);
      const { report } = await board.as("hr", (ctx) => schoolFigures(ctx, board.schools.dorp), later(21));
      expect(report!.grid.cells.flat()).toEqual(Array(22).fill("closed"));
      expect(report!.findings).toEqual({ aimed: true, gap: null, strength: null, silent: ["leraar"], partly: [] });
      expect(report!.facts.scale).toEqual(["A1", "A2", "B1", "B2", "C1", "C2"]);
    }));

  test("closed, empty and withdrawn look the same", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { families: ["leraar"], schoolIds: [board.schools.linde, board.schools.eik] });
      for (const n of [1, 2, 3, 4]) await handIn(board, roundId, `linde-leraar-${n}`, 2);
      await releaseDueRounds(board.database, later(20), quiet);
      const [few, none] = await Promise.all([board.schools.linde, board.schools.eik].map((id) => board.as("hr", (ctx) => schoolFigures(ctx, id), later(21))));
      expect(few!.report!.grid).toEqual(none!.report!.grid);
      expect(few!.report!.findings).toEqual(none!.report!.findings);
    }));

  test("P4: whoever may look gets the same bytes", () =>
    inBoard(async (board) => {
      await twoRounds(board);
      const [leader, hr, chair] = await Promise.all(["linde-directeur", "hr", "bestuurder"].map((key) => board.as(key, (ctx) => schoolFigures(ctx, board.schools.linde), later(201))));
      expect(JSON.stringify(hr)).toBe(JSON.stringify(leader));
      expect(JSON.stringify(chair)).toBe(JSON.stringify(leader));
      const [one, two] = await Promise.all(["hr", "bestuurder"].map((key) => board.as(key, (ctx) => boardFigures(ctx), later(201))));
      expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    }));

  test("staff, the administrator, the leader of another school and another board do not come in", () =>
    inBoard(async (board) => {
      const [, second] = await twoRounds(board);
      const other = await otherBoard(board);
      for (const key of ["linde-leraar-1", "beheerder", "eik-directeur"]) expect(await kindOf(board.as(key, (ctx) => schoolFigures(ctx, board.schools.linde)))).toBe("not-found");
      for (const id of ["", "x", "00000000-0000-0000-0000-000000000000"]) expect(await kindOf(board.as("hr", (ctx) => schoolFigures(ctx, id)))).toBe("not-found");
      expect(await kindOf(other.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde)))).toBe("not-found");
      expect(await kindOf(other.as("hr", (ctx) => boardFigures(ctx, second)))).toBe("not-found");
      expect(await kindOf(other.as("hr", (ctx) => planTraining(ctx, second, training(board))))).toBe("not-found");
      for (const key of ["linde-directeur", "linde-leraar-1", "beheerder"]) expect(await kindOf(board.as(key, (ctx) => boardFigures(ctx)))).toBe("not-found");
    }));
});

describe("the figures of a board", () => {
  test("family totals over the schools, and every school in alphabetical order", () =>
    inBoard(async (board) => {
      const [first, second] = await twoRounds(board);
      const page = await board.as("bestuurder", (ctx) => boardFigures(ctx), later(201));
      expect(page.choices.map(({ id, schools }) => [id, schools])).toEqual([[second, 2], [first, 2]]);
      expect(page.report!.response).toEqual({ invited: 30, handedIn: 24 });
      // Nine teachers who are 22 together, and nine who are 18.
      expect(page.report!.grid.cells[1]![0]).toMatchObject({ n: "10-19", shown: 2.25 });
      expect(page.schools.map(({ name, invited, handedIn }) => [name, invited, handedIn])).toEqual([["De Eik", 15, 9], ["De Linde", 15, 15]]);
      expect(page.schools[0]!.cells[1]![0]).toMatchObject({ n: "5-9", shown: 2 });
      expect(page.schools[1]!.cells[1]![0]).toMatchObject({ n: "5-9" });
      expect(page.schools[0]!.cells.every((row) => row[1] === "closed" || row[1] === "not-asked")).toBe(true);
    }));

  test("a round of one school is chosen only when asked for, and a round of other schools is not compared", () =>
    inBoard(async (board) => {
      const [, second] = await twoRounds(board);
      const alone = await opened(board, { name: "Alleen De Linde", schoolIds: [board.schools.linde], closesOn: "2027-06-20" }, later(201));
      await releaseDueRounds(board.database, later(230), quiet);
      expect((await board.as("hr", (ctx) => boardFigures(ctx), later(231))).report!.facts.id).toBe(second);
      const page = await board.as("hr", (ctx) => boardFigures(ctx, alone), later(231));
      expect(page.report!.trend.rounds.map(({ name }) => name)).toEqual(["Alleen De Linde"]);
      expect(page.schools).toHaveLength(1);
    }));

  test("without a round there is nothing to show", () =>
    inBoard(async (board) => {
      expect(await board.as("hr", (ctx) => boardFigures(ctx))).toEqual({ choices: [], report: null, schools: [], trainings: [] });
    }));
});

describe("planning a training", () => {
  test("it stands beside the figures of the round before and after it", () =>
    inBoard(async (board) => {
      const [first, second] = await grown(board);
      const plan = (key: string, more: Partial<NewTraining> = {}, now = later(20.5)) => board.as(key, (ctx) => planTraining(ctx, first, training(board, more)), now);
      expect(await plan("linde-directeur")).toEqual({ ok: true, schoolId: board.schools.linde });
      expect(await plan("hr", { schoolId: "alle", title: "Voor iedereen" })).toEqual({ ok: true, schoolId: null });
      const { trainings } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde, second), later(201));
      expect(trainings.map(({ title, school, cancellable }) => [title, school, cancellable]).sort()).toEqual([["Samen naar het digibord", "De Linde", false], ["Voor iedereen", null, false]]);
      const ahead = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(21));
      expect(ahead.trainings.map(({ school, cancellable }) => [school, cancellable])).toEqual(expect.arrayContaining([["De Linde", true], [null, false]]));
      const beside = trainings.find(({ school }) => school !== null)!;
      expect(beside).toMatchObject({ onDate: "2027-03-12", hours: 2.5, competence: { code: "KN-V2", title: "Veilige, motiverende leeromgeving met ict" }, beside: { kind: "effect", effect: { before: { name: "Voorjaar", figure: { shown: 1.5 } }, after: { name: "Najaar", figure: { shown: 2.5 } }, change: "up" } } });
      // Under the round it was planned in there is nothing after it yet.
      const earlier = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde, first), later(201));
      expect(earlier.trainings.map(({ beside: { kind } }) => kind)).toEqual(["waits", "waits"]);
      const over = await board.as("hr", (ctx) => boardFigures(ctx), later(201));
      expect(over.trainings.map(({ school, beside: { kind } }) => [school, kind])).toEqual(expect.arrayContaining([["De Linde", "elsewhere"], [null, "effect"]]));
    }));

  test("only for own schools, families and competences of a released round, today or later", () =>
    inBoard(async (board) => {
      const [, second] = await twoRounds(board);
      const plan = (key: string, more: Partial<NewTraining> = {}) => board.as(key, (ctx) => planTraining(ctx, second, training(board, { onDate: "2027-09-01", ...more })), later(201));
      expect(await kindOf(plan("eik-directeur"))).toBe("not-found");
      expect(await kindOf(plan("linde-directeur", { schoolId: "alle" }))).toBe("not-found");
      expect(await kindOf(plan("linde-leraar-1"))).toBe("not-found");
      expect(await kindOf(plan("bestuurder"))).toBe("not-found");
      expect(await kindOf(plan("hr", { schoolId: board.schools.dorp }))).toBe("not-found");
      expect(await plan("hr", { family: "schoolleider" })).toEqual({ ok: false, errors: { family: "required" } });
      expect(await plan("hr", { competenceId: "1.1" })).toEqual({ ok: false, errors: { competenceId: "required" } });
      expect(await plan("hr", { onDate: "2027-01-01" })).toEqual({ ok: false, errors: { onDate: "past" } });
      const running = await opened(board, { closesOn: "2027-07-01" }, later(201));
      expect(await kindOf(board.as("hr", (ctx) => planningChoices(ctx, running), later(202)))).toBe("not-found");
    }));

  test("it can be taken off the plan once, by who may plan there", () =>
    inBoard(async (board) => {
      const [, second] = await twoRounds(board);
      const now = later(201);
      await board.as("hr", (ctx) => planTraining(ctx, second, training(board, { onDate: "2027-09-01" })), now);
      const [planned] = (await board.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde), now)).trainings;
      const cancel = (key: string) => kindOf(board.as(key, (ctx) => cancelTraining(ctx, planned!.roundId, planned!.id), now));
      expect(await cancel("eik-directeur")).toBe("not-found");
      expect(await cancel("linde-leraar-1")).toBe("not-found");
      const [first] = (await board.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde), now)).choices.filter(({ id }) => id !== second);
      expect(await kindOf(board.as("linde-directeur", (ctx) => cancelTraining(ctx, first!.id, planned!.id), now))).toBe("not-found");
      expect(await cancel("linde-directeur")).toBe("done");
      expect(await cancel("hr")).toBe("conflict");
      expect((await board.as("hr", (ctx) => schoolFigures(ctx, board.schools.linde), now)).trainings).toEqual([]);
    }));
});

test("P6: the pages are the same with the answers, results and assessments emptied; and they cost few statements", async () => {
  const board = await committedBoard(51, 3);
  await twoRounds(board);
  const statements: string[] = [];
  const counting = openDatabase(board.appUrl, { max: 1, onStatement: (text) => statements.push(text) });
  const look = async <T>(key: string, work: Parameters<typeof board.as<T>>[1]) => {
    const actor = actorFor(board.person(key), board.organisationId);
    return counting.transaction("app_user", { organisationId: board.organisationId, personId: actor.personId, roles: actor.roles }, (db) => work({ library: library(), db, now: later(201), actor }));
  };
  const pages = async () => JSON.stringify([await look("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde)), await look("hr", (ctx) => boardFigures(ctx))]);
  const before = await pages();
  expect(statements.filter((text) => !text.includes("set_config"))).toHaveLength(6);
  const sql = postgres(board.adminUrl, { max: 1, onnotice: () => {} });
  await sql`truncate answers, results, assessments, goals cascade`;
  await sql.end();
  expect(await pages()).toBe(before);
  await counting.end();
});
