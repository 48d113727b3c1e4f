import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/assessment/answers.ts";
import { handIn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { answers } from "#db/schema/index.ts";
import { committedBoard, inBoard, otherBoard, today } from "#tests/setup/board.ts";
import { answerAll, begin, draft, minutesAfterClosing, openedRound, refused } from "./assessment-board.ts";

describe("saving an answer", () => {
  it("adds a row per change and gives the newest back", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        const first = await saveAnswer(ctx, id, draft("1.1", { answer: { level: 3 }, note: "privé" }));
        expect(first).toEqual({ status: "saved", state: { answer: { level: 3 }, wish: false, note: "privé", sequence: 1 }, at: today });
        const second = await saveAnswer(ctx, id, draft("1.1", { base: 1, answer: { reason: "consciously-not" }, wish: true }));
        expect(second).toMatchObject({ status: "saved", state: { answer: { reason: "consciously-not" }, sequence: 2 } });
        const open = await openAssessment(ctx, id);
        expect(open.answers).toEqual({ "1.1": { answer: { reason: "consciously-not" }, wish: true, note: "", sequence: 2 } });
        expect(open.savedAt).toEqual(today);
        const rows = await ctx.db.select({ level: answers.level, note: answers.note }).from(answers).where(eq(answers.assessmentId, id)).orderBy(asc(answers.sequence));
        expect(rows).toEqual([{ level: 3, note: "privé" }, { level: null, note: null }]);
      });
    }));

  it("takes the same save twice as one, also when another overtook it", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        const sent = draft("1.1", { answer: { level: 2 } });
        const first = await saveAnswer(ctx, id, sent);
        expect(await saveAnswer(ctx, id, sent)).toEqual(first);
        await saveAnswer(ctx, id, draft("1.1", { base: 1, answer: { level: 5 } }));
        expect(await saveAnswer(ctx, id, sent)).toEqual(first);
        expect((await openAssessment(ctx, id)).answers["1.1"]).toMatchObject({ answer: { level: 5 }, sequence: 2 });
      });
    }));

  it("writes nothing on an older state, and gives the stored one", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        await saveAnswer(ctx, id, draft("1.1", { answer: { level: 4 }, note: "tab 1" }));
        expect(await saveAnswer(ctx, id, draft("1.1", { answer: { level: 2 } }))).toEqual({ status: "conflict", theirs: { answer: { level: 4 }, wish: false, note: "tab 1", sequence: 1 } });
        expect(await saveAnswer(ctx, id, draft("1.2", { base: 7 }))).toMatchObject({ status: "conflict", theirs: { answer: null, sequence: 0 } });
        expect((await openAssessment(ctx, id)).answers["1.1"]).toMatchObject({ answer: { level: 4 } });
        // Both tabs chose the same: there is nothing to choose between.
        expect(await saveAnswer(ctx, id, draft("1.1", { answer: { level: 4 }, note: "tab 1" }))).toMatchObject({ status: "saved", state: { sequence: 1 } });
      });
    }));

  it("lets somebody go back in the browser and choose again on the same form", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        const form = draft("1.1", { answer: { level: 2 } });
        await saveAnswer(ctx, id, form);
        const changed = { ...form, answer: { level: 3 } };
        expect(await saveAnswer(ctx, id, changed)).toMatchObject({ status: "saved", state: { answer: { level: 3 }, sequence: 2 } });
        expect(await saveAnswer(ctx, id, changed)).toMatchObject({ status: "saved", state: { answer: { level: 3 }, sequence: 2 } });
      });
    }));

  it("keeps one of two saves on the same state in the same moment, and tells the other", async () => {
    const board = await committedBoard(21);
    const id = await board.as("linde-leraar-1", (ctx) => begin(ctx, null));
    const levels = [1, 2, 3, 4];
    const saved = await Promise.all(levels.map((level) => board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, draft("1.1", { answer: { level } })))));
    expect(saved.map(({ status }) => status).sort()).toEqual(["conflict", "conflict", "conflict", "saved"]);
    const kept = saved.find(({ status }) => status === "saved")!;
    const now = await board.as("linde-leraar-1", async (ctx) => (await openAssessment(ctx, id)).answers["1.1"]);
    expect(kept).toMatchObject({ state: now });
    for (const other of saved.filter(({ status }) => status === "conflict")) expect(other).toEqual({ status: "conflict", theirs: now });

    const same = draft("1.2");
    const twice = await Promise.all([1, 2, 3].map(() => board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, same))));
    expect(twice.map((each) => each.status === "saved" && each.state.sequence)).toEqual([1, 1, 1]);
  });

  it("refuses a level off the scale, an unknown reason, a note that is too long and a broken key", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, null);
        for (const level of [0, 7, 1.5, -1, Number.NaN]) expect(await refused(saveAnswer(ctx, id, draft("1.1", { answer: { level } })))).toBe("invalid");
        expect(await refused(saveAnswer(ctx, id, draft("1.1", { answer: { reason: "because" } as unknown as Answer })))).toBe("invalid");
        expect(await refused(saveAnswer(ctx, id, draft("1.1", { note: "x".repeat(2001) })))).toBe("invalid");
        expect(await refused(saveAnswer(ctx, id, draft("1.1", { clientId: "x" })))).toBe("invalid");
        expect(await refused(saveAnswer(ctx, id, draft("1.1", { base: 0.5 })))).toBe("invalid");
        expect(await saveAnswer(ctx, id, draft("1.1", { note: "é🙂".repeat(600) }))).toMatchObject({ status: "saved" });
      });
    }));

  it("knows only the items this person is asked, and only one's own assessment", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      const roundId = await openedRound(board, { kennisnet: true });
      const id = await board.as("linde-concierge", (ctx) => begin(ctx, roundId));
      const asked = await board.as("linde-concierge", async (ctx) => (await openAssessment(ctx, id)).pages[0]!.competenceId);
      expect(await refused(board.as("linde-concierge", (ctx) => saveAnswer(ctx, id, draft("1.1"))))).toBe("not-found");
      expect(await refused(board.as("linde-concierge", (ctx) => saveAnswer(ctx, id, draft("__proto__"))))).toBe("not-found");
      expect(await refused(board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, draft(asked))))).toBe("not-found");
      expect(await refused(board.as("beheerder", (ctx) => saveAnswer(ctx, id, draft(asked))))).toBe("not-found");
      expect(await refused(other.as("linde-concierge", (ctx) => saveAnswer(ctx, id, draft(asked))))).toBe("not-found");
      expect(await refused(board.as("linde-concierge", (ctx) => saveAnswer(ctx, "nonsense", draft(asked))))).toBe("not-found");
    }));

  it("does nothing with a key that belongs to another save, and tells nothing of it", () =>
    inBoard(async (board) => {
      const clientId = randomUUID();
      await board.as("linde-leraar-1", async (ctx) => saveAnswer(ctx, await begin(ctx, null), draft("1.1", { clientId, note: "geheim" })));
      await board.as("linde-leraar-2", async (ctx) => {
        const id = await begin(ctx, null);
        expect(await saveAnswer(ctx, id, draft("1.1", { clientId }))).toEqual({ status: "conflict", theirs: { answer: null, wish: false, note: "", sequence: 0 } });
        expect((await openAssessment(ctx, id)).answers).toEqual({});
      });
    }));

  it("is over after hand-in, but what was saved before may be said again", () =>
    inBoard(async (board) => {
      const before = draft("1.1", { answer: { level: 1 } });
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, null, "short");
        await saveAnswer(ctx, begun, { ...before, itemId: "1.4" });
        await answerAll(ctx, begun);
        await handIn(ctx, begun);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, draft("1.4", { base: 1 }))))).toBe("conflict");
      expect(await board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, { ...before, itemId: "1.4" }))).toMatchObject({ status: "saved" });
    }));

  it("keeps drafts five minutes after closing, and then says so", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", (ctx) => begin(ctx, roundId));
      const save = (minutes: number, itemId: string) => board.as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, draft(itemId)), minutesAfterClosing(minutes));
      expect(await save(-1, "1.1")).toMatchObject({ status: "saved" });
      expect(await save(4.9, "1.2")).toMatchObject({ status: "saved" });
      expect(await refused(save(5, "1.3"))).toBe("conflict");
      const open = await board.as("linde-leraar-1", (ctx) => openAssessment(ctx, id), minutesAfterClosing(6));
      expect([open.round!.closed, open.round!.phase, Object.keys(open.answers)]).toEqual([true, "closed", ["1.1", "1.2"]]);
    }));
});
