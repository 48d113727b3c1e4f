import { describe, expect, test } from "vitest";
import type { LogAction, LogCursor } from "#app/domain/log.ts";
import { AppError } from "#app/domain/errors.ts";
import { boardLog, ownLog } from "#app/services/log-reading.server.ts";
import { logged, loggedByProgram, loggedOnce, loggedSignIn } from "#app/services/log.server.ts";
import { codeOf } from "#db/client.server.ts";
import { logEntries } from "#db/schema/index.ts";
import { inBoard, otherBoard, today, type TestBoard } from "#tests/setup/board.ts";

const everything = { before: null, action: null };
const all = { before: null, byOthers: false };
const minutes = (count: number) => new Date(today.getTime() + count * 60_000);
const note = (board: TestBoard, by: string, action: LogAction, about: string | null, now = today, subject = "") =>
  board.as(by, (ctx) => logged(ctx, { action, personId: about === null ? null : board.person(about).id, subject }), now);

describe("writing", () => {
  test("who, in which quality, when, what, about whom", () =>
    inBoard(async (board) => {
      await note(board, "hr", "person.viewed", "linde-leraar-1", today, "functie en school");
      const { entries } = await board.as("linde-leraar-1", (ctx) => ownLog(ctx, all));
      expect(entries).toMatchObject([{ at: today, actorId: board.person("hr").id, actorName: "Name hr", actorRole: "hr", action: "person.viewed", subject: "functie en school" }]);
    }));

  test("a subject is a few words: longer is cut", () =>
    inBoard(async (board) => {
      await note(board, "linde-leraar-1", "function.corrected", "linde-leraar-1", today, "x".repeat(5000));
      const { entries } = await board.as("linde-leraar-1", (ctx) => ownLog(ctx, all));
      expect(entries[0]!.subject).toHaveLength(200);
    }));

  test("functions and frameworks are named in the reader's language; names that people gave stay", () =>
    inBoard(async (board) => {
      await note(board, "linde-leraar-1", "function.corrected", "linde-leraar-1", minutes(0), "conciërge → onderwijsassistent");
      await note(board, "linde-leraar-1", "assessment.handed-in", "linde-leraar-1", minutes(1), "Kennisnet ict-bekwaamheid");
      await note(board, "linde-leraar-1", "assessment.handed-in", "linde-leraar-1", minutes(2), "Ronde najaar");
      const subjects = (language: "nl" | "en") => board.as("linde-leraar-1", async (ctx) => (await ownLog({ ...ctx, actor: { ...ctx.actor, language } }, all)).entries.map(({ subject }) => subject));
      expect(await subjects("nl")).toEqual(["Ronde najaar", "Kennisnet ict-bekwaamheid", "conciërge → onderwijsassistent"]);
      const [, framework, changed] = await subjects("en");
      expect(framework).not.toBe("Kennisnet ict-bekwaamheid");
      expect(changed).toBe("caretaker → teaching assistant");
    }));

  test("what was looked at is written once per visit, and again half an hour later", () =>
    inBoard(async (board) => {
      const look = (by: string, now: Date) => board.as(by, (ctx) => loggedOnce(ctx, { action: "people.viewed", personId: null }), now);
      for (const at of [0, 1, 29]) await look("beheerder", minutes(at));
      await look("hr", minutes(2));
      await look("beheerder", minutes(31));
      const { entries } = await board.as("beheerder", (ctx) => boardLog(ctx, everything));
      expect(entries.map(({ actorName, at }) => `${actorName} ${(at.getTime() - today.getTime()) / 60_000}`)).toEqual(["Name beheerder 31", "Name hr 2", "Name beheerder 0"]);
    }));

  test("the program writes under its own name", () =>
    inBoard(async (board) => {
      await board.database.transaction("app_job", { organisationId: board.organisationId, personId: null, roles: [] }, (db) =>
        loggedByProgram(db, { organisationId: board.organisationId, now: today }, { action: "round.released", personId: null, subject: "Najaar" }),
      );
      const { entries } = await board.as("beheerder", (ctx) => boardLog(ctx, everything));
      expect(entries).toMatchObject([{ actorId: null, actorName: "Groeikompas", actorRole: "system", action: "round.released", subject: "Najaar" }]);
    }));

  test("a sign-in is in the person's own log, and in nobody else's", () =>
    inBoard(async (board) => {
      await loggedSignIn(board.database, { organisationId: board.organisationId, personId: board.person("linde-directeur").id, now: today });
      expect((await board.as("linde-directeur", (ctx) => ownLog(ctx, all))).entries).toMatchObject([{ action: "signed-in", actorName: "Name linde-directeur", actorRole: "leader" }]);
      expect((await board.as("beheerder", (ctx) => boardLog(ctx, everything))).entries).toEqual([]);
    }));

  test("a line cannot be changed, taken away, or put in another board's log", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      await note(board, "beheerder", "people.viewed", null);
      for (const change of [
        () => board.as("beheerder", ({ db }) => db.update(logEntries).set({ actorName: "Iemand anders" })),
        () => board.as("beheerder", ({ db }) => db.delete(logEntries)),
        () => board.as("beheerder", ({ db }) => db.insert(logEntries).values({ organisationId: other.organisationId, at: today, actorName: "x", actorRole: "admin", action: "people.viewed" })),
      ]) {
        const code = await change().then(() => "done", codeOf);
        expect(code).toBe("42501");
      }
    }));
});

describe("reading", () => {
  test("a person reads only what is about themselves, whoever did it", () =>
    inBoard(async (board) => {
      await note(board, "hr", "person.viewed", "linde-leraar-1", minutes(1));
      await note(board, "hr", "person.viewed", "linde-leraar-2", minutes(2));
      await note(board, "linde-leraar-1", "assessment.handed-in", "linde-leraar-1", minutes(3));
      await note(board, "hr", "round.opened", null, minutes(4));
      // Also what the program did about somebody is done by another.
      await board.database.transaction("app_job", { organisationId: board.organisationId, personId: null, roles: [] }, (db) =>
        loggedByProgram(db, { organisationId: board.organisationId, now: minutes(5) }, { action: "round.released", personId: board.person("eik-leraar-1").id }),
      );
      expect((await board.as("eik-leraar-1", (ctx) => ownLog(ctx, { before: null, byOthers: true }))).entries).toHaveLength(1);
      const read = async (key: string) => (await board.as(key, (ctx) => ownLog(ctx, all))).entries.map(({ action }) => action);
      expect(await read("linde-leraar-1")).toEqual(["assessment.handed-in", "person.viewed"]);
      expect((await board.as("linde-leraar-1", (ctx) => ownLog(ctx, { before: null, byOthers: true }))).entries.map(({ action }) => action)).toEqual(["person.viewed"]);
      expect(await read("linde-leraar-2")).toEqual(["person.viewed"]);
      // What HR did to others is not about HR.
      expect(await read("hr")).toEqual([]);
      expect(await read("beheerder")).toEqual([]);
    }));

  test("the database itself shows a colleague nothing, even when asked for everything", () =>
    inBoard(async (board) => {
      await note(board, "hr", "person.viewed", "linde-leraar-1");
      for (const key of ["linde-leraar-2", "linde-directeur", "bestuurder"]) expect(await board.as(key, ({ db }) => db.select().from(logEntries)), key).toEqual([]);
    }));

  test("the administrator reads the own board's log, without who takes part or signs in", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      await note(other, "hr", "round.opened", null);
      await note(board, "linde-leraar-1", "assessment.handed-in", "linde-leraar-1");
      await note(board, "linde-leraar-1", "assessment.withdrawn", "linde-leraar-1");
      await note(board, "linde-leraar-1", "password.changed", "linde-leraar-1");
      await note(board, "linde-leraar-1", "function.corrected", "linde-leraar-1", minutes(1), "groepsleerkracht → vakleerkracht");
      await note(board, "hr", "round.opened", null, minutes(2), "Najaar");
      const read = async (action: LogAction | null) => (await board.as("beheerder", (ctx) => boardLog(ctx, { before: null, action }))).entries.map((entry) => entry.action);
      expect(await read(null)).toEqual(["round.opened", "function.corrected"]);
      expect(await read("function.corrected")).toEqual(["function.corrected"]);
      expect(await read("assessment.handed-in")).toEqual([]);
    }));

  test.each([["linde-leraar-1"], ["linde-directeur"], ["hr"], ["bestuurder"]])("for %s the board's log does not exist", (key) =>
    inBoard(async (board) => {
      const outcome = await board.as(key, (ctx) => boardLog(ctx, everything)).catch((error: unknown) => (error instanceof AppError ? error.kind : error));
      expect(outcome).toBe("not-found");
    }),
  );

  test("pages of fifty stay the same while new lines come in, also within one moment", () =>
    inBoard(async (board) => {
      await board.as("beheerder", ({ db }) =>
        db.insert(logEntries).values(Array.from({ length: 120 }, (_, n) => ({ organisationId: board.organisationId, at: minutes(Math.floor(n / 40)), actorName: "x", actorRole: "hr", action: "round.opened", subject: `${n}` }))),
      );
      const seen: string[] = [];
      const sizes: number[] = [];
      let before: LogCursor | null = null;
      do {
        const page = await board.as("beheerder", (ctx) => boardLog(ctx, { before, action: null }));
        seen.push(...page.entries.map(({ subject }) => subject));
        sizes.push(page.entries.length);
        before = page.older;
        await note(board, "hr", "round.closed", null, minutes(60));
      } while (before);
      expect(sizes).toEqual([50, 50, 20]);
      expect(new Set(seen).size).toBe(120);
      expect(seen.map((subject) => Math.floor(Number(subject) / 40))).toEqual([...seen].map((subject) => Math.floor(Number(subject) / 40)).sort((a, b) => b - a));
    }));

  test("exactly fifty lines are one page", () =>
    inBoard(async (board) => {
      await board.as("beheerder", ({ db }) => db.insert(logEntries).values(Array.from({ length: 50 }, () => ({ organisationId: board.organisationId, at: today, actorName: "x", actorRole: "hr", action: "round.opened" }))));
      const page = await board.as("beheerder", (ctx) => boardLog(ctx, everything));
      expect([page.entries.length, page.older]).toEqual([50, null]);
    }));
});
