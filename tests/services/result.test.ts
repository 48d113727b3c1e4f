import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { resultOf } from "#app/services/results.server.ts";
import { handIn, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { assessments, results } from "#db/schema/index.ts";
import { answerAll, begin, openedRound, refused } from "#tests/services/assessment-board.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { inBoard, otherBoard, today } from "#tests/setup/board.ts";

const lastYear = new Date("2025-11-10T12:00:00Z");

test("a teacher's own result: strengths, one growth chance, the next step, and every competence that was asked", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx, { answers: { "2.3": 1, "1.1": 6, "3.4": "not-in-my-work" }, rest: 4, wishes: ["1.1"] });
      const page = (await resultOf(ctx, id))!;
      expect(page).toMatchObject({
        situation: "grow",
        assessmentId: id,
        handedInAt: today,
        short: false,
        seenBy: { kind: "self" },
        why: { wish: false, steps: 3, among: 1, decidedBy: "only" },
        focus: { competenceId: "2.3" },
        colophon: { framework: "DigCompEdu", version: "2017.1.0", profile: "digcompedu-po 1.0.0", noun: { one: "competentie", many: "competenties" } },
        goal: null,
        activeGoals: 0,
        days: { first: "2026-11-16", last: "2027-11-16", proposed: "2026-11-30" },
        previous: null,
      });
      expect(page.strengths[0]).toBe("1.1");
      expect(page.strengths).toHaveLength(3);
      const lines = page.areas.flatMap((area) => area.lines);
      expect(lines).toHaveLength(22);
      expect(lines.find(({ competenceId }) => competenceId === "3.4")).toMatchObject({ level: null, gap: null, reason: "not-in-my-work", statement: null });
      expect(page.focus!.nextStep).toMatch(/\w/);
      expect(page.focus!.ahead).not.toBe(lines.find(({ competenceId }) => competenceId === "2.3")!.statement);
    });
  }));

test("a caretaker reads the words of the own work", () =>
  inBoard(async (board) => {
    await board.as("linde-concierge", async (ctx) => {
      const page = (await resultOf(ctx, await handInAs(ctx, { kennisnet: true, rest: 1 })))!;
      const titles = page.areas.flatMap(({ lines }) => lines.map(({ title }) => title));
      expect(titles.length).toBeGreaterThanOrEqual(8);
      expect(titles.length).toBeLessThanOrEqual(12);
      expect(page.areas.flatMap(({ lines }) => lines).every(({ statement }) => statement)).toBe(true);
      expect(page.levels).toEqual(["Verkennen", "Toepassen", "Afwegen", "Samen verder"]);
    });
  }));

test("what was really answered and handed in is what the result shows", () =>
  inBoard(async (board) => {
    const roundId = await openedRound(board);
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await begin(ctx, roundId);
      await answerAll(ctx, id, (place) => (place % 6) + 1);
      expect(await resultOf(ctx, id)).toBeNull();
      await handIn(ctx, id);
      const page = (await resultOf(ctx, id))!;
      expect(page.areas.flatMap((area) => area.lines).map(({ level }) => level)).toEqual(Array.from({ length: 22 }, (_, place) => (place % 6) + 1));
      expect(page.seenBy).toEqual({ kind: "counted", threshold: 5 });
      await withdraw(ctx, id);
      expect(await resultOf(ctx, id)).toBeNull();
    });
  }));

test("frozen: levels, targets and weights stand as they were, whatever the profile or the answers say later", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx, { rest: 4, targets: { "1.1": 6, "2.3": 6 } });
      const before = (await resultOf(ctx, id))!;
      expect(before.focus!.competenceId).toBe("2.3");
      // A board that changes its profile later pins another version on new assessments; even this row pointing there changes nothing.
      await ctx.db.update(assessments).set({ profileVersion: "9.9.9" }).where(eq(assessments.id, id));
      const after = (await resultOf(ctx, id))!;
      expect(after.areas).toEqual(before.areas);
      expect([after.focus, after.why]).toEqual([before.focus, before.why]);
      // The web role cannot change what was frozen.
      await expect(ctx.db.transaction((tx) => tx.update(results).set({ level: 6 }).where(eq(results.assessmentId, id)))).rejects.toThrow();
    });
  }));

test("only one's own: a colleague, the head, the administrator and another board find nothing", () =>
  inBoard(async (board) => {
    const id = await board.as("linde-leraar-1", (ctx) => handInAs(ctx));
    for (const who of ["linde-leraar-2", "linde-directeur", "hr", "beheerder"]) expect(await refused(board.as(who, (ctx) => resultOf(ctx, id))), who).toBe("not-found");
    const other = await otherBoard(board);
    expect(await refused(other.as("linde-leraar-1", (ctx) => resultOf(ctx, id)))).toBe("not-found");
    for (const wrong of ["", "x", "6f1c1c0e-0000-4000-8000-000000000001", "' or 1=1"]) expect(await refused(board.as("linde-leraar-1", (ctx) => resultOf(ctx, wrong)))).toBe("not-found");
  }));

test("the wall is in the where as well: also without row level security somebody else's result is not there", () =>
  inBoard(async (board) => {
    const id = await board.as("linde-leraar-1", (ctx) => handInAs(ctx));
    await board.as("linde-leraar-2", async (ctx) => {
      // The same query as a role that may read all results of the board.
      await ctx.db.execute(sql`select set_config('role', 'app_job', true)`);
      expect(await refused(resultOf(ctx, id))).toBe("not-found");
      await ctx.db.execute(sql`select set_config('role', 'app_user', true)`);
    });
  }));

test("the time before is the last one of the same framework, and never somebody else's", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-2", (ctx) => handInAs(ctx, { handedInAt: new Date("2026-06-01T12:00:00Z"), rest: 6 }));
    await board.as("linde-leraar-1", async (ctx) => {
      await handInAs(ctx, { handedInAt: new Date("2024-11-10T12:00:00Z"), rest: 1 });
      const then = await handInAs(ctx, { handedInAt: lastYear, rest: 2, answers: { "1.2": "do-not-know" }, without: ["6.5"] });
      await handInAs(ctx, { kennisnet: true, handedInAt: new Date("2026-03-01T12:00:00Z") });
      await handInAs(ctx, { handedInAt: null });
      const id = await handInAs(ctx, { rest: 3 });
      const page = (await resultOf(ctx, id))!;
      expect(page.previous).toEqual({ handedInAt: lastYear, version: "2017.1.0", comparable: true, notAgain: [], stopped: [] });
      const before = Object.fromEntries(page.areas.flatMap((area) => area.lines).map((line) => [line.competenceId, line.before]));
      expect([before["1.1"], before["1.2"], before["6.5"]]).toEqual([{ level: 2, reason: null, reworded: false }, { level: null, reason: "do-not-know", reworded: false }, null]);
      expect((await resultOf(ctx, then))!.previous).toMatchObject({ handedInAt: new Date("2024-11-10T12:00:00Z") });
    });
  }));

test.each([
  [false, false, { kind: "counted", threshold: 5 }],
  [true, false, { kind: "not-counted", threshold: 5 }],
  [false, true, { kind: "self" }],
] as const)("who sees it: left out %s, a round for oneself %s", (excluded, forOneself, seenBy) =>
  inBoard(async (board) => {
    const roundId = await openedRound(board);
    if (forOneself) await board.as("hr", (ctx) => ctx.db.execute(sql`update rounds set released = false where organisation_id = ${board.organisationId} and id = ${roundId}`));
    await board.as("linde-leraar-1", async (ctx) => {
      expect((await resultOf(ctx, await handInAs(ctx, { roundId, excluded })))!.seenBy).toEqual(seenBy);
    });
  }),
);

test("a framework version that is gone is said in words, and nothing is made up", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx);
      await ctx.db.update(assessments).set({ frameworkVersion: "2010.1.0" }).where(eq(assessments.id, id));
      expect(await refused(resultOf(ctx, id))).toBe("unavailable");
    });
  }));
