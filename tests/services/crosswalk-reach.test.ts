import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { handIn, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { confirmOn, reachesOthers, reachFrom, trailOn } from "#app/services/crosswalk-reach.server.ts";
import { answers, assessments } from "#db/schema/index.ts";
import { answerAll, begin, openedRound, refused } from "#tests/services/assessment-board.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { inBoard, otherBoard } from "#tests/setup/board.ts";

/** A teacher with all of Kennisnet handed in, at the second sentence; two answers are reasons. */
const kennisnet = (ctx: Context) => handInAs(ctx, { kennisnet: true, rest: 2, answers: { "KN-V4": "not-in-my-work", "KN-V6": "do-not-know" } });
const sheet = async (ctx: Context, id: string, slug = "digcompedu") => (await reachFrom(ctx, id))!.sheets.find((each) => each.slug === slug)!;
const choose = async (ctx: Context, id: string, itemId: string, level: number) => {
  const saved = await saveAnswer(ctx, id, { itemId, clientId: crypto.randomUUID(), base: 0, answer: { level }, wish: false, note: "" });
  expect(saved.status).toBe("saved");
};
const answered = (ctx: Context, id: string) => ctx.db.select().from(answers).where(eq(answers.assessmentId, id));

test("a teacher's Kennisnet answers: how many of the 22 questions of DigCompEdu, in three kinds, with the sentence, the certainty and why", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const page = (await reachFrom(ctx, await kennisnet(ctx)))!;
      expect(page.framework).toMatch(/Kennisnet/);
      expect(page.sheets.map(({ slug }) => slug)).not.toContain("kennisnet-ict");
      expect(page.sheets.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["digcompedu", "unesco-ai-cft"]));
      expect(page.crosswalks.every(({ draft }) => draft)).toBe(true);
      const found = page.sheets.find(({ slug }) => slug === "digcompedu")!;
      // 3.4 only has a reason, so it is shown and not counted.
      expect(found).toMatchObject({ asked: 22, linked: true, counts: { exact: 0, close: 4, part: 6, neighbour: 3 }, toChoose: 10, stand: { kind: "begin", before: null } });
      const at = (id: string) => found.questions.find(({ competenceId }) => competenceId === id)!;
      expect(at("3.4")).toMatchObject({ kind: null, lines: [{ from: "KN-V4", statement: null, reason: "not-in-my-work" }], own: null });
      expect(at("1.1").lines).toMatchObject([{ from: "KN-O1", relation: "close", confidence: "medium", draft: true, reason: null, statement: expect.stringMatching(/^[A-Z].*\.$/), why: expect.stringContaining("organisatie") }]);
      expect(at("6.1").lines).toMatchObject([{ from: "KN-V7", relation: "broader" }]);
      // What was chosen is the sentence of Kennisnet's own second step.
      const second = ctx.library.frameworks.find(({ slug }) => slug === "kennisnet-ict")!.nodes[1]!.children![0]!.levels![1]!.statement!.nl;
      expect(at("1.1").lines[0]!.statement).toBe(second);
    });
  }));

test("another level changes the sentence and nothing else", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const shape = async (level: number) => {
        const page = (await reachFrom(ctx, await handInAs(ctx, { kennisnet: true, rest: level })))!;
        return JSON.stringify(page.sheets.map((each) => ({ ...each, questions: each.questions.map(({ lines, ...question }) => ({ ...question, lines: lines.map(({ statement: _, ...line }) => line) })) })));
      };
      expect(await shape(4)).toBe(await shape(1));
    });
  }));

test("choosing on the other scale: nothing is filled in, it is for oneself, and it goes on where it was", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const from = await kennisnet(ctx);
      const first = await confirmOn(ctx, from, "digcompedu");
      expect(first.next).toBe("1.1");
      const open = await openAssessment(ctx, first.assessmentId);
      expect(open).toMatchObject({ round: null, mode: "all", handedInAt: null, answers: {} });
      expect(open.framework.slug).toBe("digcompedu");
      expect(await answered(ctx, first.assessmentId)).toEqual([]);
      // Pressed twice: the same one.
      expect(await confirmOn(ctx, from, "digcompedu")).toEqual(first);

      const trail = (await trailOn(ctx, open, from))!;
      expect(trail.pages.map(({ competenceId }) => competenceId)).toEqual(["1.1", "1.2", "1.4", "3.1", "2.3", "6.1", "6.2", "6.3", "6.4", "6.5"]);
      expect(trail.about("1.1")).toMatchObject({ from, slug: "digcompedu", lines: [{ from: "KN-O1" }] });
      // A neighbour beside a suggestion would only distract.
      expect(trail.about("1.2").lines.map(({ relation }) => relation)).toEqual(["close"]);

      await choose(ctx, first.assessmentId, "1.1", 5);
      expect(await confirmOn(ctx, from, "digcompedu")).toEqual({ assessmentId: first.assessmentId, next: "1.2" });
      const going = await sheet(ctx, from);
      expect(going.stand).toEqual({ kind: "going", chosen: 1 });
      const chosen = open.pages.find(({ competenceId }) => competenceId === "1.1")!.choices[4]!.statement.nl;
      expect(going.questions.filter(({ own }) => own !== null)).toMatchObject([{ competenceId: "1.1", own: { statement: chosen, reason: null } }]);

      for (const { competenceId } of trail.pages.slice(1)) await choose(ctx, first.assessmentId, competenceId, 1);
      expect(await confirmOn(ctx, from, "digcompedu")).toEqual({ assessmentId: first.assessmentId, next: null });
      expect((await sheet(ctx, from)).stand).toEqual({ kind: "chosen", assessmentId: first.assessmentId, open: 12 });

      // Handed in, it is what was last chosen on that scale, with its day and the way to it, and confirming begins anew.
      await answerAll(ctx, first.assessmentId, () => 3);
      await handIn(ctx, first.assessmentId);
      const done = await sheet(ctx, from);
      expect(done.stand).toEqual({ kind: "begin", before: { assessmentId: first.assessmentId, handedInAt: ctx.now, chosen: 10 } });
      expect(done.questions.find(({ competenceId }) => competenceId === "1.1")!.own).toEqual({ statement: chosen, reason: null });
      expect((await confirmOn(ctx, from, "digcompedu")).assessmentId).not.toBe(first.assessmentId);
    });
  }));

describe("only one's own", () => {
  test("a colleague, the head, HR, the administrator and another board find nothing, and begin nothing", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", kennisnet);
      const other = await otherBoard(board);
      for (const who of ["linde-leraar-2", "linde-directeur", "hr", "beheerder"]) {
        expect(await refused(board.as(who, (ctx) => reachFrom(ctx, id))), who).toBe("not-found");
        expect(await refused(board.as(who, (ctx) => confirmOn(ctx, id, "digcompedu"))), who).toBe("not-found");
      }
      expect(await refused(other.as("linde-leraar-1", (ctx) => reachFrom(ctx, id)))).toBe("not-found");
      expect(await refused(other.as("linde-leraar-1", (ctx) => confirmOn(ctx, id, "digcompedu")))).toBe("not-found");
      for (const wrong of ["", "x", "6f1c1c0e-0000-4000-8000-000000000001", "' or 1=1"]) expect(await refused(board.as("linde-leraar-1", (ctx) => reachFrom(ctx, wrong)))).toBe("not-found");
    }));

  test("the wall is in the where as well: also without row level security somebody else's answers are not there", () =>
    inBoard(async (board) => {
      const id = await board.as("linde-leraar-1", kennisnet);
      await board.as("linde-leraar-2", async (ctx) => {
        const own = (await confirmOn(ctx, await kennisnet(ctx), "digcompedu")).assessmentId;
        const open = await openAssessment(ctx, own);
        await ctx.db.execute(sql`select set_config('role', 'app_job', true)`);
        expect(await refused(reachFrom(ctx, id))).toBe("not-found");
        expect(await trailOn(ctx, open, id)).toBeNull();
        await ctx.db.execute(sql`select set_config('role', 'app_user', true)`);
      });
    }));

  test("what a colleague chose on the other scale is not shown as one's own", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-2", async (ctx) => {
        const { assessmentId, next } = await confirmOn(ctx, await kennisnet(ctx), "digcompedu");
        await choose(ctx, assessmentId, next!, 6);
      });
      await board.as("linde-leraar-1", async (ctx) => {
        const found = await sheet(ctx, await kennisnet(ctx));
        expect(found.stand).toEqual({ kind: "begin", before: null });
        expect(found.questions.every(({ own }) => own === null)).toBe(true);
      });
    }));
});

test("in a round nothing is laid beside a question: there everybody is asked the same way", () =>
  inBoard(async (board) => {
    const roundId = await openedRound(board);
    await board.as("linde-leraar-1", async (ctx) => {
      const from = await kennisnet(ctx);
      const open = await openAssessment(ctx, await begin(ctx, roundId));
      expect(open.framework.slug).toBe("digcompedu");
      expect(await trailOn(ctx, open, from)).toBeNull();
      // The one of the round is not taken for the one to go on with either.
      await choose(ctx, open.id, "1.1", 2);
      expect((await sheet(ctx, from)).stand).toEqual({ kind: "begin", before: null });
      expect((await confirmOn(ctx, from, "digcompedu")).assessmentId).not.toBe(open.id);
    });
  }));

test("not handed in, or taken back: there is nothing to say yet", () =>
  inBoard(async (board) => {
    const roundId = await openedRound(board);
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await begin(ctx, roundId);
      await answerAll(ctx, id, () => 2);
      expect(await reachFrom(ctx, id)).toBeNull();
      expect(await refused(confirmOn(ctx, id, "kennisnet-ict"))).toBe("conflict");
      await handIn(ctx, id);
      expect((await sheet(ctx, id, "kennisnet-ict")).counts.close).toBeGreaterThan(0);
      await withdraw(ctx, id);
      expect(await reachFrom(ctx, id)).toBeNull();
    });
  }));

test("a framework without a suggestion, without questions for this person, or that is not there, begins nothing", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const from = await kennisnet(ctx);
      const before = await ctx.db.select({ id: assessments.id }).from(assessments);
      for (const slug of ["kennisnet-ict", "digcomp", "nothing", "", "__proto__", "\0"]) expect(await refused(confirmOn(ctx, from, slug)), slug).toBe("conflict");
      expect(await ctx.db.select({ id: assessments.id }).from(assessments)).toEqual(before);
    });
  }));

test("a caretaker sees only what a caretaker is asked, in the words of the own work", () =>
  inBoard(async (board) => {
    await board.as("linde-concierge", async (ctx) => {
      const page = (await reachFrom(ctx, await handInAs(ctx, { kennisnet: true, rest: 1 })))!;
      expect(page.sheets.map(({ slug }) => slug)).not.toContain("digcompedu");
      const found = page.sheets.find(({ slug }) => slug === "unesco-ai-cft")!;
      expect(found.asked).toBe(7);
      expect(found.questions.length).toBeGreaterThan(0);
      const teacher = ctx.library.frameworks.find(({ slug }) => slug === "kennisnet-ict")!.nodes.flatMap(({ children }) => children!.map(({ levels }) => levels![0]!.statement!.nl));
      for (const { lines } of found.questions) for (const { statement } of lines) expect(teacher).not.toContain(statement);
    });
  }));

test("answers given on an older version of a framework count, because an id is for ever", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx, { rest: 4 });
      const [row] = await ctx.db.select().from(assessments).where(eq(assessments.id, id));
      expect(row!.frameworkVersion).toBe("2017.1.0");
      expect((await sheet(ctx, id, "kennisnet-ict")).counts).toEqual({ exact: 0, close: 5, part: 2, neighbour: 9 });
    });
  }));

test("the way to other frameworks is there only where a question is related to one that the reader is asked", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      expect(reachesOthers(ctx, "kennisnet-ict")).toBe(true);
      for (const slug of ["eu-ai-ethics", "eu-ai-competences", "digcomp", "own-framework"]) expect(reachesOthers(ctx, slug), slug).toBe(false);
      const { sheets } = (await reachFrom(ctx, await kennisnet(ctx)))!;
      expect(sheets.filter(({ linked }) => !linked).map(({ slug }) => slug)).toEqual(expect.arrayContaining(["s4t", "eu-ai-ethics"]));
      expect(sheets.filter(({ linked, questions }) => !linked && questions.length > 0)).toEqual([]);
    });
    // A caretaker is asked nothing by the only framework that this one is related to.
    await board.as("linde-concierge", async (ctx) => {
      expect(reachesOthers(ctx, "s4t")).toBe(false);
      expect(reachesOthers(ctx, "kennisnet-ict")).toBe(true);
    });
  }));
