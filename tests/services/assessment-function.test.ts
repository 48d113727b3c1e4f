import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { correctFunction, countedAs, functionChoices } from "#app/services/assessments-function.server.ts";
import { handIn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { answers, appointments, assessments, logEntries } from "#db/schema/index.ts";
import { inBoard, type TestBoard } from "#tests/setup/board.ts";
import { answerAll, begin, draft, minutesAfterClosing, openedRound, refused } from "./assessment-board.ts";

const beginKennisnet = (ctx: Context) => startAssessment(ctx, { roundId: null, framework: "kennisnet-ict", instrument: "growth", mode: "all" });
const appointed = async (ctx: Context) => (await ctx.db.select().from(appointments).where(eq(appointments.personId, ctx.actor.personId))).map(({ family, functionId }) => `${family}/${functionId}`);
const correctionsOf = (board: TestBoard, key: string) => board.as(key, async (ctx) => (await ctx.db.select().from(logEntries).where(eq(logEntries.action, "function.corrected"))).map(({ subject }) => subject));

describe("a wrong function while answering", () => {
  it("is corrected in one step: the questions change, every answer stays in the database, and the list of the round too", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board, { kennisnet: true });
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, roundId);
        for (const item of ["KN-V1", "KN-V2", "KN-V3", "KN-V8"]) await saveAnswer(ctx, id, draft(item, { note: `note ${item}` }));
        const open = await openAssessment(ctx, id);
        const choices = functionChoices(ctx, open);
        expect(choices.find(({ id: each }) => each === "vakleerkracht")!.carry).toEqual({ asked: 16, same: 4, reworded: 0, left: 0 });
        expect(choices.find(({ id: each }) => each === "concierge")!.carry).toEqual({ asked: 8, same: 0, reworded: 2, left: 2 });
        expect(choices.filter(({ carry }) => carry === null).map(({ id: each }) => each)).toContain("directeur");

        await correctFunction(ctx, { functionId: "concierge", assessmentId: id });
        const after = await openAssessment(ctx, id);
        expect([after.family, after.functionId, after.pages.length]).toEqual(["onderwijsondersteuner", "concierge", 8]);
        expect(after.answers["KN-V1"]).toMatchObject({ answer: { level: 2 }, note: "note KN-V1" });
        expect(await ctx.db.select().from(answers)).toHaveLength(4);
        expect(await appointed(ctx)).toEqual(["onderwijsondersteuner/concierge"]);
        expect(await countedAs(ctx, roundId)).toEqual({ family: "leraar", functionId: "groepsleerkracht", school: "De Linde" });
        // What is not asked any more cannot be saved, and comes back with its question.
        expect(await refused(saveAnswer(ctx, id, draft("KN-V1", { base: 1 })))).toBe("not-found");
        await correctFunction({ ...ctx, actor: { ...ctx.actor, family: "onderwijsondersteuner", functionId: "concierge" } }, { functionId: "groepsleerkracht", assessmentId: id });
        expect(functionChoices(ctx, await openAssessment(ctx, id)).find(({ id: each }) => each === "groepsleerkracht")!.carry).toEqual({ asked: 16, same: 4, reworded: 0, left: 0 });
      });
      expect(await correctionsOf(board, "linde-leraar-1")).toEqual(["groepsleerkracht → conciërge", "conciërge → groepsleerkracht"]);
    }));

  it("changes nothing when the running round has no questions for it, from whichever page it is asked", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, roundId);
        await saveAnswer(ctx, id, draft("1.1"));
        const own = await beginKennisnet(ctx);
        for (const assessmentId of [id, own, null]) expect(await refused(correctFunction(ctx, { functionId: "concierge", assessmentId }))).toBe("conflict");
        expect(await appointed(ctx)).toEqual(["leraar/groepsleerkracht"]);
        expect((await openAssessment(ctx, own)).functionId).toBe("groepsleerkracht");
      });
      expect(await correctionsOf(board, "linde-leraar-1")).toEqual([]);
    }));

  it("takes along everything unfinished that has questions; what was answered for oneself without any keeps its own", () =>
    inBoard(async (board) =>
      board.as("linde-leraar-1", async (ctx) => {
        const answered = await begin(ctx, null);
        await saveAnswer(ctx, answered, draft("1.1"));
        const other = await beginKennisnet(ctx);
        await saveAnswer(ctx, other, draft("KN-V2"));
        await correctFunction(ctx, { functionId: "onderwijsassistent", assessmentId: other });
        expect((await openAssessment(ctx, other)).pages).toHaveLength(11);
        expect((await openAssessment(ctx, answered)).pages).toHaveLength(22);
      }),
    ));

  it("mends a self-assessment that asks the wrong questions while the list is right already", () =>
    inBoard(async (board) =>
      board.as("linde-concierge", async (ctx) => {
        const id = await beginKennisnet(ctx);
        await ctx.db.update(assessments).set({ functionId: "onderwijsassistent" }).where(eq(assessments.id, id));
        await correctFunction(ctx, { functionId: "concierge", assessmentId: id });
        await correctFunction(ctx, { functionId: "concierge", assessmentId: id });
        expect((await openAssessment(ctx, id)).pages).toHaveLength(8);
        expect(await ctx.db.select().from(logEntries).where(eq(logEntries.action, "function.corrected"))).toHaveLength(1);
      }),
    ));

  it("leaves alone what is handed in, closed, or somebody else's", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const own = await begin(ctx, roundId);
        await answerAll(ctx, own);
        await handIn(ctx, own);
        expect(await refused(correctFunction(ctx, { functionId: "vakleerkracht", assessmentId: own }))).toBe("not-found");
        // Before beginning something else it is put right all the same; what was handed in stays as it was.
        await correctFunction(ctx, { functionId: "vakleerkracht" });
        expect((await openAssessment(ctx, own)).functionId).toBe("groepsleerkracht");
        return own;
      });
      expect(await refused(board.as("linde-leraar-2", (ctx) => correctFunction(ctx, { functionId: "vakleerkracht", assessmentId: id })))).toBe("not-found");
      const late = await board.as("linde-leraar-3", (ctx) => begin(ctx, roundId));
      expect(await refused(board.as("linde-leraar-3", (ctx) => correctFunction(ctx, { functionId: "vakleerkracht", assessmentId: late }), minutesAfterClosing(1)))).toBe("not-found");
    }));
});
