import { describe, expect, it } from "vitest";
import { handIn, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { throwAway, toThrowAway } from "#app/services/assessments-throw-away.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { answers, assessments, goals, logEntries, results } from "#db/schema/index.ts";
import { inBoard } from "#tests/setup/board.ts";
import { answerAll, begin, draft, openedRound, refused } from "./assessment-board.ts";

describe("throwing away what is not finished", () => {
  it("takes every answer along, only of this one, and is in the log for the person alone", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const away = await begin(ctx, null);
        await saveAnswer(ctx, away, draft("1.1"));
        await saveAnswer(ctx, away, draft("1.2", { answer: null, note: "een gedachte" }));
        await saveAnswer(ctx, away, draft("1.3", { answer: null }));
        const other = await begin(ctx, null);
        await saveAnswer(ctx, other, draft("1.1"));
        expect((await toThrowAway(ctx, away)).kept).toBe(2);
        await throwAway(ctx, away);
        expect(await refused(openAssessment(ctx, away))).toBe("not-found");
        expect(await refused(throwAway(ctx, away))).toBe("not-found");
        expect((await ctx.db.select().from(answers)).map(({ assessmentId }) => assessmentId)).toEqual([other]);
        expect((await ctx.db.select().from(logEntries)).map(({ action, subject }) => [action, subject])).toEqual([["assessment.withdrawn", "DigCompEdu, weggegooid"]]);
      });
      await board.as("beheerder", async (ctx) => expect(await ctx.db.select().from(logEntries)).toEqual([]));
    }));

  it("can be begun anew in its round", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      await board.as("linde-leraar-1", async (ctx) => {
        const first = await begin(ctx, roundId);
        await saveAnswer(ctx, first, draft("1.1"));
        await throwAway(ctx, first);
        expect((await openAssessment(ctx, await begin(ctx, roundId))).answers).toEqual({});
      });
    }));

  it("never takes what was handed in, nor a step", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        await answerAll(ctx, id);
        await handIn(ctx, id);
        expect(await refused(throwAway(ctx, id))).toBe("conflict");
        expect(await ctx.db.select().from(results)).toHaveLength(22);
        await ctx.db.insert(goals).values({ organisationId: board.organisationId, personId: ctx.actor.personId, assessmentId: id, competenceId: "1.1", step: "een stap", dueOn: "2026-12-01" });
        await withdraw(ctx, id);
        expect(await refused(throwAway(ctx, id))).toBe("conflict");
        await ctx.db.delete(goals);
        await throwAway(ctx, id);
        expect(await ctx.db.select().from(assessments)).toEqual([]);
      });
    }));

  it("is not there for anybody else", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", (ctx) => begin(ctx, null));
      for (const who of ["linde-leraar-2", "linde-directeur", "hr", "beheerder"]) expect(await refused(board.as(who, (ctx) => throwAway(ctx, id)))).toBe("not-found");
      expect(await refused(board.as("linde-leraar-1", (ctx) => throwAway(ctx, "no-id")))).toBe("not-found");
      await board.as("linde-leraar-1", async (ctx) => expect((await openAssessment(ctx, id)).id).toBe(id));
    }));
});
