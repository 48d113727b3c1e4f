import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { correctFunction } from "#app/services/assessments-function.server.ts";
import { assessmentsOf, offeredTo } from "#app/services/assessments-list.server.ts";
import { plannedSteps, mySchools } from "#app/services/assessments-home.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { beginningOf, startAssessment } from "#app/services/assessments-start.server.ts";
import { appointments, assessments, goals, logEntries } from "#db/schema/index.ts";
import { committedBoard, inBoard, otherBoard, today } from "#tests/setup/board.ts";
import { answerAll, begin, draft, minutesAfterClosing, openedRound, refused } from "./assessment-board.ts";

describe("starting", () => {
  it("pins a round's versions and asks what fits the function", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board, { kennisnet: true });
      const open = await board.as("linde-concierge", async (ctx) => openAssessment(ctx, await begin(ctx, roundId)));
      expect(open.framework.slug).toBe("kennisnet-ict");
      expect(open.profile.version).toBe("1.0.0");
      expect(open.pages).toHaveLength(8);
      expect(open.functionId).toBe("concierge");
      expect(open.round).toMatchObject({ id: roundId, closed: false, threshold: 5, released: true });
      expect(open.answers).toEqual({});
    }));

  it("gives the same assessment however often one begins in a round", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      const [first, again] = await board.as("linde-leraar-1", async (ctx) => [await begin(ctx, roundId), await begin(ctx, roundId, "short")]);
      expect(again).toBe(first);
    }));

  it("gives two tabs that begin in the same moment one assessment", async () => {
    const board = await committedBoard(11);
    const roundId = await openedRound(board);
    const ids = await Promise.all([1, 2, 3, 4].map(() => board.as("linde-leraar-1", (ctx) => begin(ctx, roundId))));
    expect(new Set(ids).size).toBe(1);
    const own = await Promise.all([1, 2, 3].map(() => board.as("linde-leraar-1", (ctx) => begin(ctx, null))));
    expect(new Set(own).size).toBe(1);
  });

  it("refuses who is not asked, and a round that is not open", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      expect(await refused(board.as("linde-directeur", (ctx) => begin(ctx, roundId)))).toBe("not-found");
      expect(await refused(board.as("linde-leraar-1", (ctx) => begin(ctx, "no-uuid")))).toBe("not-found");
      expect(await refused(board.as("linde-leraar-1", (ctx) => begin(ctx, roundId), minutesAfterClosing(1)))).toBe("conflict");
      expect(await refused(board.as("linde-leraar-1", (ctx) => begin(ctx, roundId), new Date(today.getTime() - 30 * 86_400_000)))).toBe("conflict");
      const cancelled = await openedRound(board, { cancelledAt: new Date(today.getTime() - 1000) });
      expect(await refused(board.as("linde-leraar-2", (ctx) => begin(ctx, cancelled)))).toBe("conflict");
    }));

  it("refuses when there are no questions for a function yet", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      expect(await refused(board.as("linde-concierge", (ctx) => begin(ctx, roundId)))).toBe("conflict");
      expect(await refused(board.as("hr", (ctx) => begin(ctx, null)))).toBe("conflict");
      expect(await refused(board.as("linde-leraar-1", (ctx) => startAssessment(ctx, { roundId: null, framework: "nothing", instrument: "statements", mode: "all" })))).toBe("not-found");
    }));

  it("begins for oneself on the newest version, and uses an unanswered one again", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const first = await begin(ctx, null);
        expect(await begin(ctx, null, "short")).toBe(first);
        const open = await openAssessment(ctx, first);
        expect([open.mode, open.pages.length, open.round, open.framework.version]).toEqual(["short", 8, null, "2017.2.0"]);
        await saveAnswer(ctx, first, draft("1.4"));
        expect(await begin(ctx, null)).not.toBe(first);
      });
    }));

  it("offers what there is for a function", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => expect(offeredTo(ctx).map(({ slug, items }) => [slug, items])).toEqual(expect.arrayContaining([["digcompedu", 22], ["kennisnet-ict", 16], ["po-personeel", 22], ["unesco-ai-cft", 15], ["unesco-ict-cft", 18]])));
      await board.as("linde-concierge", async (ctx) => expect(offeredTo(ctx).map(({ slug, items }) => [slug, items])).toEqual([["po-personeel", 8], ["unesco-ict-cft", 7], ["unesco-ai-cft", 7], ["kennisnet-ict", 8], ["digcomp", 9]]));
      await board.as("hr", async (ctx) => expect(offeredTo(ctx).map(({ slug, items }) => [slug, items])).toEqual([["po-personeel", 13], ["unesco-ict-cft", 10]]));
    }));
});

describe("a wrong function", () => {
  it("is corrected in one step, changes the questions and is in the log; the round's list stays", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board, { kennisnet: true });
      const { id: personId } = board.person("linde-concierge");
      const begun = await board.as("linde-concierge", (ctx) => begin(ctx, roundId));
      await board.as("linde-concierge", (ctx) => correctFunction(ctx, { functionId: "onderwijsassistent" }));
      await board.as("linde-concierge", async (ctx) => {
        const [row] = await ctx.db.select().from(appointments).where(eq(appointments.personId, personId));
        expect([row!.family, row!.functionId]).toEqual(["onderwijsondersteuner", "onderwijsassistent"]);
        const entries = await ctx.db.select().from(logEntries).where(eq(logEntries.action, "function.corrected"));
        expect(entries.map(({ personId: about, subject }) => [about, subject])).toEqual([[personId, "conciërge → onderwijsassistent"]]);
        const corrected = { ...ctx, actor: { ...ctx.actor, functionId: "onderwijsassistent" } };
        const beginning = await beginningOf(corrected, { roundId });
        expect([beginning.functionId, beginning.round!.countedAs.functionId, beginning.begun]).toEqual(["onderwijsassistent", "concierge", begun]);
        expect((await openAssessment(corrected, begun)).pages).toHaveLength(11);
      });
    }));

  it("is no function that we know: nothing changes", () =>
    inBoard(async (board) => expect(await refused(board.as("linde-leraar-2", (ctx) => correctFunction(ctx, { functionId: "kok" })))).toBe("invalid")));
});

describe("what asks me now", () => {
  it("lists open rounds with how far I am, and my own", () =>
    inBoard(async (board) => {
      const roundId = await openedRound(board);
      await board.as("linde-leraar-1", async (ctx) => {
        expect(await assessmentsOf(ctx)).toMatchObject({ asking: [{ id: roundId, items: 22, minutes: 15, mine: null }], own: [] });
        const id = await begin(ctx, roundId);
        await saveAnswer(ctx, id, draft("1.1"));
        await saveAnswer(ctx, id, draft("1.2", { answer: { reason: "do-not-know" } }));
        await saveAnswer(ctx, id, draft("1.3", { answer: null, wish: true }));
        const [asking] = (await assessmentsOf(ctx)).asking;
        expect(asking!.mine).toMatchObject({ id, done: 2, total: 22, handedInAt: null });
      });
      await board.as("linde-directeur", async (ctx) => expect(await assessmentsOf(ctx)).toEqual({ asking: [], own: [] }));
      await board.as("linde-leraar-1", async (ctx) => {
        const { asking, own } = await assessmentsOf(ctx);
        expect(asking).toEqual([]);
        expect(own[0]!.round).toMatchObject({ closed: true });
      }, minutesAfterClosing(1));
    }));

  it("says that there are no questions when a round asks a function that has none", () =>
    inBoard(async (board) => {
      await openedRound(board);
      await board.as("linde-concierge", async (ctx) => expect((await assessmentsOf(ctx)).asking[0]!.items).toBe(0));
    }));

  it("shows my steps that are not done, the first to come on top, and my schools", () =>
    inBoard(async (board) => {
      await board.as("linde-directeur", async (ctx) => expect(await mySchools(ctx)).toEqual({ own: "De Linde", leads: [{ id: board.schools.linde, name: "De Linde" }] }));
      await board.as("linde-leraar-1", async (ctx) => {
        const assessmentId = await begin(ctx, null);
        const common = { organisationId: board.organisationId, personId: ctx.actor.personId, assessmentId, competenceId: "1.1" };
        await ctx.db.insert(goals).values([
          { ...common, step: "later", dueOn: "2026-12-01" },
          { ...common, step: "first", dueOn: "2026-11-20" },
          { ...common, step: "done", dueOn: "2026-11-01", doneAt: today },
        ]);
        expect((await plannedSteps(ctx)).map(({ step }) => step)).toEqual(["first", "later"]);
        expect(await mySchools(ctx)).toEqual({ own: "De Linde", leads: [] });
      });
    }));
});

describe("the walls", () => {
  it("another person, another board and nonsense all look the same: not there", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      const roundId = await openedRound(board);
      const id = await board.as("linde-leraar-1", (ctx) => begin(ctx, roundId));
      expect(await refused(board.as("linde-leraar-2", (ctx) => openAssessment(ctx, id)))).toBe("not-found");
      expect(await refused(board.as("hr", (ctx) => openAssessment(ctx, id)))).toBe("not-found");
      expect(await refused(other.as("linde-leraar-1", (ctx) => openAssessment(ctx, id)))).toBe("not-found");
      expect(await refused(other.as("linde-leraar-1", (ctx) => begin(ctx, roundId)))).toBe("not-found");
      expect(await refused(board.as("linde-leraar-1", (ctx) => openAssessment(ctx, "'; drop table answers; --")))).toBe("not-found");
      await other.as("linde-leraar-1", async (ctx) => expect(await ctx.db.select().from(assessments)).toEqual([]));
      await board.as("linde-leraar-1", (ctx) => answerAll(ctx, id));
    }));
});
