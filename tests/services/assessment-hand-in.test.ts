import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { extendToAll, handIn, setCounted, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { assessments, logEntries, results } from "#db/schema/index.ts";
import { committedBoard, inBoard, today } from "#tests/setup/board.ts";
import { answerAll, begin, closeRound, draft, minutesAfterClosing, openedRound, refused } from "./assessment-board.ts";

const frozen = (ctx: Context, id: string) => ctx.db.select().from(results).where(eq(results.assessmentId, id)).orderBy(results.competenceId);

describe("handing in", () => {
  it("freezes level, reason, wish, target and weight per competence", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      await board.as("linde-leraar-1", async (ctx) => {
        const id = await begin(ctx, roundId);
        await saveAnswer(ctx, id, draft("1.1", { answer: { level: 5 }, note: "privé" }));
        await saveAnswer(ctx, id, draft("1.2", { answer: { reason: "not-in-my-work" }, wish: true }));
        await answerAll(ctx, id);
        await handIn(ctx, id);
        const rows = await frozen(ctx, id);
        expect(rows).toHaveLength(22);
        expect(rows[0]).toMatchObject({ competenceId: "1.1", level: 5, reason: null, wish: false, target: 4, weight: 1 });
        expect(rows[1]).toMatchObject({ competenceId: "1.2", level: null, reason: "not-in-my-work", wish: true, target: 3 });
        expect(JSON.stringify(rows)).not.toContain("privé");
        expect((await openAssessment(ctx, id)).handedInAt).toEqual(today);
        const log = await ctx.db.select().from(logEntries);
        expect(log.map(({ action, subject }) => [action, subject])).toEqual([["assessment.handed-in", "Najaar"]]);
      });
    }));

  it("needs an answer to every question", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, null, "short");
        await answerAll(ctx, begun);
        const [{ competenceId } = { competenceId: "" }] = (await openAssessment(ctx, begun)).pages;
        await saveAnswer(ctx, begun, draft(competenceId, { base: 1, answer: null, wish: true }));
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => handIn(ctx, id)))).toBe("conflict");
      await board.as("linde-leraar-1", async (ctx) => {
        expect(await frozen(ctx, id)).toEqual([]);
        expect((await openAssessment(ctx, id)).handedInAt).toBeNull();
      });
    }));

  it("is harmless twice, one after the other and at once", async () => {
    const board = await committedBoard(31);
    const id = await board.as("linde-leraar-1", async (ctx) => {
      const begun = await begin(ctx, null, "short");
      await answerAll(ctx, begun);
      return begun;
    });
    await Promise.all([1, 2, 3].map(() => board.as("linde-leraar-1", (ctx) => handIn(ctx, id))));
    await board.as("linde-leraar-1", (ctx) => handIn(ctx, id));
    await board.as("linde-leraar-1", async (ctx) => {
      expect(await frozen(ctx, id)).toHaveLength(8);
      expect(await ctx.db.select().from(logEntries)).toHaveLength(1);
    });
  });

  it("and a save in the same moment exclude each other: what is frozen is what is stored", async () => {
    const board = await committedBoard(32);
    for (let round = 0; round < 6; round += 1) {
      const who = `linde-leraar-${round + 1}`;
      const id = await board.as(who, async (ctx) => {
        const begun = await begin(ctx, null, "short");
        await answerAll(ctx, begun);
        return begun;
      });
      const save = () => board.as(who, (ctx) => saveAnswer(ctx, id, draft("1.4", { base: 1, answer: { level: 6 } }))).catch(() => null);
      const give = () => board.as(who, (ctx) => handIn(ctx, id));
      await Promise.all(round % 2 === 0 ? [save(), give()] : [give(), save()]);
      await board.as(who, async (ctx) => {
        const [row] = (await frozen(ctx, id)).filter(({ competenceId }) => competenceId === "1.4");
        expect((await openAssessment(ctx, id)).answers["1.4"]!.answer).toEqual({ level: row!.level });
      });
    }
  });

  it("is not possible after closing", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, roundId, "short");
        await answerAll(ctx, begun);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => handIn(ctx, id), minutesAfterClosing(1)))).toBe("conflict");
      await closeRound(board, roundId, today);
      expect(await refused(board.as("linde-leraar-1", (ctx) => handIn(ctx, id)))).toBe("conflict");
    }));

  it("knows only one's own", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", async (ctx) => begin(ctx, null));
      for (const work of [handIn, withdraw, extendToAll, (ctx: Context, own: string) => setCounted(ctx, own, false)]) {
        expect(await refused(board.as("linde-leraar-2", (ctx) => work(ctx, id)))).toBe("not-found");
        expect(await refused(board.as("linde-leraar-1", (ctx) => work(ctx, "nonsense")))).toBe("not-found");
      }
    }));
});

describe("taking back", () => {
  it("removes the frozen result and keeps the answers, while the round is open", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, roundId, "short");
        await answerAll(ctx, begun);
        await handIn(ctx, begun);
        await withdraw(ctx, begun);
        expect(await frozen(ctx, begun)).toEqual([]);
        const open = await openAssessment(ctx, begun);
        expect([open.handedInAt, Object.keys(open.answers).length]).toEqual([null, 8]);
        await withdraw(ctx, begun);
        await saveAnswer(ctx, begun, draft("1.4", { base: 1, answer: { level: 6 } }));
        await handIn(ctx, begun);
        expect((await frozen(ctx, begun)).find(({ competenceId }) => competenceId === "1.4")!.level).toBe(6);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => withdraw(ctx, id), minutesAfterClosing(1)))).toBe("conflict");
    }));
});

describe("not being counted", () => {
  it("can change until the round closes, before and after hand-in", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, roundId, "short");
        await setCounted(ctx, begun, false);
        await answerAll(ctx, begun);
        await handIn(ctx, begun);
        expect((await openAssessment(ctx, begun)).excluded).toBe(true);
        await setCounted(ctx, begun, true);
        await setCounted(ctx, begun, false);
        const [row] = await ctx.db.select().from(assessments).where(eq(assessments.id, begun));
        expect([row!.excluded, row!.handedInAt]).toEqual([true, today]);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => setCounted(ctx, id, true), minutesAfterClosing(0)))).toBe("conflict");
      const own = await board.as("linde-leraar-1", (ctx) => begin(ctx, null));
      expect(await refused(board.as("linde-leraar-1", (ctx) => setCounted(ctx, own, false)))).toBe("conflict");
    }));
});

describe("from short to all", () => {
  it("adds the other questions and keeps the answers", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", async (ctx) => {
        const begun = await begin(ctx, null, "short");
        await answerAll(ctx, begun);
        await extendToAll(ctx, begun);
        await extendToAll(ctx, begun);
        const open = await openAssessment(ctx, begun);
        expect([open.pages.length, Object.keys(open.answers).length]).toEqual([22, 8]);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-1", (ctx) => handIn(ctx, id)))).toBe("conflict");
      const handedIn = await board.as("linde-leraar-2", async (ctx) => {
        const begun = await begin(ctx, null, "short");
        await answerAll(ctx, begun);
        await handIn(ctx, begun);
        return begun;
      });
      expect(await refused(board.as("linde-leraar-2", (ctx) => extendToAll(ctx, handedIn)))).toBe("conflict");
    }));
});
