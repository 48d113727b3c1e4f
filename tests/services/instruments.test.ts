import { describe, expect, test } from "vitest";
import { handIn as handInOwn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { schoolFigures } from "#app/services/figures.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { resultOf } from "#app/services/results.server.ts";
import { openRound } from "#app/services/rounds.server.ts";
import type { Answer } from "#app/domain/assessment/answers.ts";
import { inBoard } from "#tests/setup/board.ts";
import { asked, blocks, checkin, digcompedu, handInAll, later, opened } from "./round-hand-in.ts";

const quiet = { info: () => {}, error: (fields: object) => expect.fail(JSON.stringify(fields)) };

/** Starts an instrument for oneself, answers everything through the service and hands in. */
async function answered(ctx: Context, framework: string, instrument: string, give: (competenceId: string, place: number) => Answer): Promise<string> {
  const id = await startAssessment(ctx, { roundId: null, framework, instrument, mode: "all" });
  const { pages } = await openAssessment(ctx, id);
  for (const [place, { competenceId }] of pages.entries()) {
    const saved = await saveAnswer(ctx, id, { itemId: competenceId, clientId: crypto.randomUUID(), base: 0, answer: give(competenceId, place), wish: false, note: "" });
    expect(saved.status).toBe("saved");
  }
  await handInOwn(ctx, id);
  return id;
}

describe("DigCompEdu CheckIn", () => {
  test("gives points: a level over everything and an indication per area, no target and no level per competence", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        // Everything 3 points, but 1.1 the lowest and 6.5 the highest.
        const id = await answered(ctx, "digcompedu", "checkin", (competenceId) => ({ level: competenceId === "1.1" ? 1 : competenceId === "6.5" ? 5 : 4 }));
        const page = (await resultOf(ctx, id))!;
        expect(page.total).toEqual({ points: 64, max: 88, level: "B2 Expert" });
        expect(page.areas.map(({ standing }) => standing)).toMatchObject([{ kind: "indicative", points: 9, max: 16, level: "B1 Integrator" }, ...Array(4).fill({ kind: "indicative" }), { points: 16, max: 20, level: "B2 Expert" }]);
        expect([page.lowest, page.hasTargets, page.levels]).toEqual([0, false, ["0 punten", "1 punt", "2 punten", "3 punten", "4 punten"]]);
        expect(page).toMatchObject({ situation: "grow", focus: { competenceId: "1.1" }, why: { steps: null, decidedBy: "largest" }, colophon: { framework: "DigCompEdu CheckIn in eigen woorden" } });
        expect(page.strengths[0]).toBe("6.5");
        expect(page.areas.flatMap(({ lines }) => lines).every(({ target, gap }) => target === null && gap === null)).toBe(true);
      });
    }));

  test("a reason leaves no level over everything, and never counts as 0", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const page = (await resultOf(ctx, await answered(ctx, "digcompedu", "checkin", (competenceId) => (competenceId === "4.1" ? { reason: "not-in-my-work" } : { level: 5 }))))!;
        expect(page.total).toEqual({ points: 84, max: 88, level: null });
        expect(page.areas.map(({ standing }) => standing!.level?.slice(0, 2) ?? null)).toEqual(["C2", "C2", "C2", null, "C2", "C2"]);
      });
    }));

  test("is released on five steps and shown in points, apart from rounds with statements", () =>
    inBoard(async (board) => {
      const before = await opened(board, { families: ["leraar"], instrument: digcompedu, closesOn: "2026-11-20" });
      await handInAll(board, before, "linde-leraar", 4, { instrument: digcompedu });
      await releaseDueRounds(board.database, later(10), quiet);
      const roundId = await opened(board, { families: ["leraar"], instrument: checkin, closesOn: "2026-12-20" }, later(11));
      await handInAll(board, roundId, "linde-leraar", (place, nth) => (place === 0 ? 1 : 2 + (nth % 2)), { instrument: checkin, at: later(12) });
      await releaseDueRounds(board.database, later(40), quiet);
      const { report } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(41));
      expect(report!.facts).toMatchObject({ id: roundId, lowest: 0, scale: ["0 punten", "1 punt", "2 punten", "3 punten", "4 punten"], frameworkTitle: "DigCompEdu CheckIn in eigen woorden" });
      expect(report!.trend.rounds.map(({ id }) => id)).toEqual([roundId]);
      expect(report!.grid.cells[0]![0]).toMatchObject({ target: null, gap: null, low: 1 });
      expect(report!.findings).toMatchObject({ aimed: false, gap: { competence: 0, family: 0 } });
      expect(report!.findings.strength).not.toEqual(report!.findings.gap);
    }));

  test("keeps a school out of a second open round on the same framework", () =>
    inBoard(async (board) => {
      await opened(board, { families: ["leraar"], instrument: digcompedu });
      const second = await board.as("hr", (ctx) => openRound(ctx, asked(board, { families: ["leraar"], instrument: checkin, name: "Ernaast" })));
      expect(second).toMatchObject({ ok: false, errors: { schoolIds: expect.any(String) } });
    }));
});

describe("UNESCO AI CFT", () => {
  test("each block stands by itself; a level per aspect is derived and says so", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const page = (await resultOf(ctx, await answered(ctx, "unesco-ai-cft", "blocks", (competenceId) => ({ level: competenceId.endsWith(".1") ? 3 : competenceId === "1.2" ? 3 : competenceId === "2.2" ? 1 : 2 }))))!;
        expect(page.total).toBeNull();
        expect(page.areas.map(({ standing }) => standing)).toEqual([{ kind: "derived", level: "Verdiepen" }, ...Array(4).fill({ kind: "derived", level: "Verwerven" })]);
        expect(page.levels).toEqual(["Nog niet", "Voor een deel", "Helemaal"]);
        expect(page).toMatchObject({ situation: "grow", focus: { competenceId: "2.2" }, hasTargets: true, lowest: 0 });
        expect(page.focus!.objectives.length).toBeGreaterThanOrEqual(3);
      });
    }));

  test("one step further of a block is told in sentences of its own; the name of the step alone says nothing", () =>
    inBoard(async (board) => {
      await board.as("linde-leraar-1", async (ctx) => {
        const page = (await resultOf(ctx, await answered(ctx, "eu-ai-competences", "blocks", () => ({ level: 2 }))))!;
        expect(page.focus).toMatchObject({ ahead: null, nextStep: expect.stringMatching(/\w/) });
        expect(page.focus!.objectives.length).toBeGreaterThan(0);
        const ict = (await resultOf(ctx, await answered(ctx, "unesco-ict-cft", "blocks", () => ({ level: 2 }))))!;
        expect(ict.focus!.ahead).toMatch(/\w/);
      });
    }));

  test("a caretaker and a head teacher are asked in words of their own work", () =>
    inBoard(async (board) => {
      const wordsOf = (key: string) =>
        board.as(key, async (ctx) => {
          const { pages } = await openAssessment(ctx, await startAssessment(ctx, { roundId: null, framework: "unesco-ai-cft", instrument: "blocks", mode: "all" }));
          return pages.flatMap(({ objectives }) => objectives.map(({ nl }) => nl));
        });
      const [teacher, caretaker, head] = [await wordsOf("linde-leraar-1"), await wordsOf("linde-concierge"), await wordsOf("linde-directeur")];
      expect(teacher).toHaveLength(60);
      for (const own of [caretaker, head]) for (const words of own) expect(teacher).not.toContain(words);
    }));

  test("is released on three steps, per block, with targets only where the profile sets one", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { families: ["leraar"], instrument: blocks });
      await handInAll(board, roundId, "linde-leraar", (place, nth) => 1 + ((place + nth) % 3), { instrument: blocks });
      await releaseDueRounds(board.database, later(30), quiet);
      const { report } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(31));
      expect(report!.facts).toMatchObject({ lowest: 0, inPoints: false, scale: ["Nog niet", "Voor een deel", "Helemaal"] });
      const targets = report!.grid.cells.map(([cell]) => (typeof cell === "string" ? cell : cell!.target));
      expect(targets.slice(0, 3)).toEqual([3, 2, null]);
      expect(report!.findings.aimed).toBe(true);
    }));
});
