import { eq, sql } from "drizzle-orm";
import { library } from "#app/services/frameworks.server.ts";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { NewRound } from "#app/domain/round-input.ts";
import { boardLog, ownLog } from "#app/services/log-reading.server.ts";
import { roundOf, roundsOf } from "#app/services/rounds-list.server.ts";
import { cancelRound, closeRound, extendRound, offers, openRound, previewRound } from "#app/services/rounds.server.ts";
import { asRole } from "#db/client.server.ts";
import { logEntries, releaseQueue, roundMembers, rounds } from "#db/schema/index.ts";
import { committedBoard, inBoard, otherBoard, today } from "#tests/setup/board.ts";
import { asked, digcompedu, handIn, kennisnet, later, opened } from "./round-hand-in.ts";

const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : error));

describe("opening a round", () => {
  test("the library offers every instrument that asks somebody something", () => {
    expect(offers(library()).map(({ framework, instrument }) => `${framework.slug}/${instrument}`)).toEqual(library().frameworks.flatMap(({ slug, instruments }, at, all) => (all.some((other, later) => other.slug === slug && later > at) ? [] : instruments.map(({ id }) => `${slug}/${id}`))));
  });

  test("keeps who was asked, at the main appointment, and only who has a questionnaire", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { families: ["onderwijsondersteuner", "leraar"] });
      const { members, round, queue } = await board.as("hr", ({ db }) =>
        asRole(db, "app_job", async () => ({
          members: await db.select().from(roundMembers).where(eq(roundMembers.roundId, roundId)),
          round: (await db.select().from(rounds).where(eq(rounds.id, roundId)))[0]!,
          queue: await db.select().from(releaseQueue).where(eq(releaseQueue.roundId, roundId)),
        })),
      );
      expect(members).toHaveLength(30);
      expect(members.every(({ schoolId }) => [board.schools.linde, board.schools.eik].includes(schoolId))).toBe(true);
      expect(members.find(({ personId }) => personId === board.person("linde-concierge").id)).toMatchObject({ family: "onderwijsondersteuner", functionId: "concierge", schoolId: board.schools.linde });
      expect(round).toMatchObject({ framework: "kennisnet-ict", frameworkVersion: "2023.1.0", profile: "kennisnet-po", families: ["leraar", "onderwijsondersteuner"], released: true, opensAt: today });
      expect(round.closesAt.toISOString()).toBe("2026-11-30T22:59:00.000Z");
      expect(queue).toMatchObject([{ organisationId: board.organisationId, dueAt: new Date("2026-11-30T23:04:00Z") }]);
    }));

  test("the preview counts per school who would be asked, and opens nothing", () =>
    inBoard(async (board) => {
      const preview = await board.as("hr", (ctx) => previewRound(ctx, asked(board, { schoolIds: [board.schools.dorp, board.schools.linde], instrument: digcompedu, families: ["leraar"] })));
      expect(preview).toMatchObject({ ok: true, schools: [{ name: "De Linde", invited: 9 }, { name: "Het Dorp", invited: 2 }] });
      expect(await board.as("hr", roundsOf)).toEqual([]);
    }));

  test.each([
    ["an instrument that is not there", { instrument: "digcompedu@1999.0.0/statements" }, { instrument: "unknown-instrument" }],
    ["a family without a questionnaire", { instrument: digcompedu, families: ["leraar", "onderwijsondersteuner"] }, { families: "family-not-asked" }],
    ["an end today", { closesOn: "2026-11-16" }, { closesOn: "too-early" }],
    ["an end after 120 days", { closesOn: "2027-03-17" }, { closesOn: "too-late" }],
    ["no date at all", { closesOn: "2026-02-30" }, { closesOn: "bad-date" }],
  ] satisfies [string, Partial<NewRound>, object][])("%s is to be mended", (_, more, errors) =>
    inBoard(async (board) => {
      expect(await board.as("hr", (ctx) => openRound(ctx, asked(board, more)))).toEqual({ ok: false, errors });
    }),
  );

  test("at a school where nobody is in the family, nobody can be asked", () =>
    inBoard(async (board) => {
      expect(await board.as("hr", (ctx) => openRound(ctx, asked(board, { schoolIds: [board.schools.dorp], families: ["onderwijsondersteuner"] })))).toEqual({ ok: false, errors: { families: "nobody" } });
    }));

  test("a leader opens at the own school only; staff, board and administrator nowhere; another board's school is not there", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      const at = (key: string, schoolIds: string[]) => kindOf(board.as(key, (ctx) => openRound(ctx, asked(board, { schoolIds }))));
      expect(await at("linde-directeur", [board.schools.eik])).toBe("not-found");
      expect(await at("linde-directeur", [board.schools.linde, board.schools.eik])).toBe("not-found");
      expect(await at("linde-leraar-1", [board.schools.linde])).toBe("not-found");
      expect(await at("bestuurder", [board.schools.linde])).toBe("not-found");
      expect(await at("beheerder", [board.schools.linde])).toBe("not-found");
      expect(await at("hr", [other.schools.linde])).toBe("not-found");
      expect(await at("linde-directeur", [board.schools.linde])).toBe("done");
    }));

  test("a school is in at most one open round of a framework; another framework and a closed round do not count", () =>
    inBoard(async (board) => {
      const first = await opened(board, { schoolIds: [board.schools.linde] });
      expect(await board.as("hr", (ctx) => openRound(ctx, asked(board)))).toMatchObject({ ok: false, errors: { schoolIds: "school-busy" }, busy: [{ school: "De Linde", roundId: first }] });
      await opened(board, { instrument: digcompedu, families: ["leraar"] });
      await opened(board, { schoolIds: [board.schools.eik] });
      await board.as("hr", (ctx) => closeRound(ctx, first), later(1));
      expect(await opened(board, { schoolIds: [board.schools.linde] }, later(2))).toMatch(/^[0-9a-f-]{36}$/);
    }));

  test("two leaders who open at the same moment get one round", async () => {
    const board = await committedBoard(31, 6);
    const tries = await Promise.all(["hr", "linde-directeur", "hr", "linde-directeur"].map((key) => board.as(key, (ctx) => openRound(ctx, asked(board, { schoolIds: [board.schools.linde] })))));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tries.filter(({ ok }) => !ok).map((each) => ("errors" in each ? each.errors : null))).toEqual(Array(3).fill({ schoolIds: "school-busy" }));
  });
});

describe("closing, cancelling and extending", () => {
  test("closing now moves the end and the job's appointment, once", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      const moment = later(3);
      await board.as("hr", (ctx) => closeRound(ctx, roundId), moment);
      expect(await board.as("hr", (ctx) => roundOf(ctx, roundId), moment)).toMatchObject({ state: "closing", closesAt: moment });
      const queue = await board.as("hr", ({ db }) => db.select().from(releaseQueue));
      expect(queue).toMatchObject([{ dueAt: new Date(moment.getTime() + 300_000) }]);
      expect(await kindOf(board.as("hr", (ctx) => closeRound(ctx, roundId), later(4)))).toBe("conflict");
    }));

  test("a round can be cancelled until the first hand-in, then only closed", () =>
    inBoard(async (board) => {
      const [mistake, real] = [await opened(board, { schoolIds: [board.schools.linde] }), await opened(board, { schoolIds: [board.schools.eik] })];
      await board.as("hr", (ctx) => cancelRound(ctx, mistake), later(1));
      expect((await board.as("hr", (ctx) => roundOf(ctx, mistake), later(1))).state).toBe("cancelled");
      await handIn(board, real, "eik-leraar-1", 2);
      expect(await kindOf(board.as("hr", (ctx) => cancelRound(ctx, real), later(2)))).toBe("conflict");
      expect(await kindOf(board.as("hr", (ctx) => closeRound(ctx, real), later(2)))).toBe("done");
      expect(await board.as("hr", ({ db }) => db.select({ roundId: releaseQueue.roundId }).from(releaseQueue))).toEqual([{ roundId: real }]);
    }));

  test("an end date only moves later, and not past 120 days", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      const extend = (day: string, now = later(2)) => board.as("hr", (ctx) => extendRound(ctx, roundId, day), now);
      expect(await extend("2026-11-30")).toBe("not-later");
      expect(await extend("2026-11-25")).toBe("not-later");
      expect(await extend("2027-04-01")).toBe("too-late");
      expect(await extend("2026-13-01")).toBe("bad-date");
      expect(await extend("2026-12-04")).toBeNull();
      expect((await board.as("hr", (ctx) => roundOf(ctx, roundId))).closesAt.toISOString()).toBe("2026-12-04T22:59:00.000Z");
      expect(await kindOf(extend("2026-12-20", new Date("2026-12-05T12:00:00Z")))).toBe("conflict");
    }));

  test("who does not manage all schools of a round cannot change it; who leads one of them can read it", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      for (const change of [closeRound, cancelRound]) expect(await kindOf(board.as("linde-directeur", (ctx) => change(ctx, roundId)))).toBe("not-found");
      expect(await kindOf(board.as("linde-directeur", (ctx) => extendRound(ctx, roundId, "2026-12-04")))).toBe("not-found");
      const seen = await board.as("linde-directeur", (ctx) => roundOf(ctx, roundId));
      expect(seen.manageable).toBe(false);
      expect(seen.schools.map(({ name }) => name)).toEqual(["De Linde"]);
      for (const key of ["linde-leraar-1", "bestuurder", "beheerder"]) expect(await kindOf(board.as(key, (ctx) => roundOf(ctx, roundId)))).toBe("not-found");
      const elsewhere = await opened(board, { schoolIds: [board.schools.eik], instrument: digcompedu, families: ["leraar"] });
      expect(await kindOf(board.as("linde-directeur", (ctx) => roundOf(ctx, elsewhere)))).toBe("not-found");
      expect((await board.as("linde-directeur", roundsOf)).map(({ id }) => id)).toEqual([roundId]);
    }));

  test("a round of another board is not there, and an id that is none neither", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      const roundId = await opened(other);
      for (const id of [roundId, "x", "' or 1=1", later(0).toISOString()]) {
        expect(await kindOf(board.as("hr", (ctx) => roundOf(ctx, id)))).toBe("not-found");
        expect(await kindOf(board.as("hr", (ctx) => closeRound(ctx, id)))).toBe("not-found");
      }
      expect(await board.as("hr", roundsOf)).toEqual([]);
    }));

  test("whoever is asked reads who asked them; the administrator reads one line for all", () =>
    inBoard(async (board) => {
      await opened(board, { name: "Najaar" });
      const asked = await board.as("linde-assistent-1", (ctx) => ownLog(ctx, { before: null, byOthers: true }));
      expect(asked.entries).toMatchObject([{ action: "round.asked", subject: "Najaar", actorName: "Name hr", actorRole: "hr" }]);
      expect((await board.as("bestuurder", (ctx) => ownLog(ctx, { before: null, byOthers: true }))).entries).toEqual([]);
      expect((await board.as("beheerder", (ctx) => boardLog(ctx, { before: null, action: null }))).entries.map(({ action }) => action)).toEqual(["round.opened"]);
    }));

  test("each change is in the log with the name of the round", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { name: "Najaar" });
      await board.as("hr", (ctx) => extendRound(ctx, roundId, "2026-12-04"), later(1));
      await board.as("hr", (ctx) => closeRound(ctx, roundId), later(2));
      const mistake = await opened(board, { name: "Vergissing", instrument: digcompedu, families: ["leraar"] }, later(3));
      await board.as("hr", (ctx) => cancelRound(ctx, mistake), later(4));
      const lines = await board.as("beheerder", ({ db }) => db.select({ action: logEntries.action, subject: logEntries.subject, personId: logEntries.personId }).from(logEntries).orderBy(logEntries.at));
      const forAll = lines.filter(({ action }) => action !== "round.asked");
      expect(forAll.map(({ action, subject, personId }) => [action, subject, personId])).toEqual([
        ["round.opened", "Najaar", null],
        ["round.extended", "Najaar", null],
        ["round.closed", "Najaar", null],
        ["round.opened", "Vergissing", null],
        ["round.cancelled", "Vergissing", null],
      ]);
    }));
});

test("P9: while a round runs its managers see per school invited and handed in as counted at the opening, and nothing about answers", () =>
  inBoard(async (board) => {
    const roundId = await opened(board, { instrument: kennisnet });
    const before = await board.as("hr", (ctx) => roundOf(ctx, roundId), later(0));
    for (const key of ["linde-leraar-1", "linde-leraar-2", "linde-concierge"]) await handIn(board, roundId, key, 3, { at: later(0, new Date(today.getTime() + 60_000)) });
    const after = await board.as("hr", (ctx) => roundOf(ctx, roundId), later(0));
    expect(after).toEqual(before);
    expect(Object.keys(after).sort()).toEqual(["closesAt", "countedAt", "families", "framework", "id", "manageable", "minutes", "name", "opensAt", "privacy", "schools", "state", "threshold", "version"]);
    expect(after.schools).toEqual([
      { id: board.schools.linde, name: "De Linde", invited: 15, handedIn: 0, enough: [] },
      { id: board.schools.eik, name: "De Eik", invited: 15, handedIn: 0, enough: [] },
    ]);
    // Nor can the web role of a manager reach what others answered, or who was asked.
    for (const key of ["hr", "linde-directeur", "beheerder", "bestuurder"]) {
      const seen = await board.as(key, async ({ db }) => [...(await db.execute(sql`select (select count(*) from assessments)::int as a, (select count(*) from results)::int as r, (select count(*) from answers)::int as n, (select count(*) from round_members)::int as m`))][0]);
      expect(seen).toEqual({ a: 0, r: 0, n: 0, m: 0 });
    }
  }));
