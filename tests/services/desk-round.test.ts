import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { matrixGroup } from "#app/domain/desk/matrix.ts";
import { AppError } from "#app/domain/errors.ts";
import { handIn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { changeMatrix, changeSection } from "#app/services/desk-edit.server.ts";
import { beginTemplate, beginVersion } from "#app/services/desk-begin.server.ts";
import { askForReview, publishDocument, publishing, withdrawVersion } from "#app/services/desk-publish.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import { listLibrary, openFramework } from "#app/services/library.server.ts";
import { schoolFigures } from "#app/services/figures.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { resultOf } from "#app/services/results.server.ts";
import { offers } from "#app/services/rounds.server.ts";
import { committedBoard, otherBoard, today } from "#tests/setup/board.ts";
import { handInAll, later, opened } from "./round-hand-in.ts";

const slug = "eigen-raamwerk-met-drie-niveaus";
const instrument = `${slug}@0.1.0/statements`;
const quiet = { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } };

test("a board's own framework goes the whole way: written, read along, published, asked, answered, released, and followed by a next version", async () => {
  const board = await committedBoard(11);
  const admin = <T>(work: (ctx: Context) => Promise<T>, now = today) => board.as("beheerder", work, now);
  const id = await admin((ctx) => beginTemplate(ctx, "three-levels"));
  expect(await board.as("hr", async (ctx) => offers(ctx.library).some(({ framework }) => framework.slug === slug))).toBe(false);
  await admin(async (ctx) => {
    await changeSection(ctx, id, { part: "facts" }, { licence: "CC-BY-4.0" }, 1);
    const items = ["1.1", "1.2", "2.1"].flatMap((each) => [[`in.${each}`, "on"], [`target.${each}`, "2"]]);
    expect(await changeMatrix(ctx, id, { instrument: "statements", group: matrixGroup("leraar")! }, Object.fromEntries(items), 2)).toBeNull();
    await askForReview(ctx, id);
    await publishDocument(ctx, id, "0.1.0");
  });

  const roundId = await opened(board, { instrument, families: ["leraar"], schoolIds: [board.schools.linde], name: "Eigen ronde" });
  const mine = await board.as("linde-leraar-1", async (ctx) => {
    const assessment = await startAssessment(ctx, { roundId, framework: "", instrument: "", mode: "all" });
    const { pages } = await openAssessment(ctx, assessment);
    expect(pages.map(({ competenceId, target }) => [competenceId, target])).toEqual([["1.1", 2], ["1.2", 2], ["2.1", 2]]);
    for (const { competenceId } of pages) expect((await saveAnswer(ctx, assessment, { itemId: competenceId, clientId: randomUUID(), base: 0, answer: { level: 1 }, wish: false, note: "" })).status).toBe("saved");
    await handIn(ctx, assessment);
    return assessment;
  }, later(1));
  const from = await board.as("hr", async (ctx) => ctx.library);
  for (let nth = 2; nth <= 9; nth += 1) await handInAll(board, roundId, `linde-leraar-${nth}`, 1 + (nth % 3), { instrument, from });
  await releaseDueRounds(board.database, new Date("2026-12-02T12:00:00Z"), quiet);
  const figures = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde, roundId), later(20));
  expect(JSON.stringify(figures)).toContain("Gegevens beschermen");
  const result = await board.as("linde-leraar-1", (ctx) => resultOf(ctx, mine), later(20));
  expect(JSON.stringify(result)).toContain("Ik weet welke gegevens ik niet mag rondsturen.");

  // Used, so it stays; the round that uses it is named.
  const refusal = await admin((ctx) => withdrawVersion(ctx, id)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AppError);
  expect((refusal as AppError).text.nl).toContain("‘Eigen ronde’");

  // The next version says what it does to the trends, and the old result keeps its own words.
  const next = await admin((ctx) => beginVersion(ctx, id), later(30));
  await admin((ctx) => changeSection(ctx, next, { part: "node", id: "2.1", group: null }, { "levels.0.statement.nl": "Ik weet wat ik niet hoor te delen met mensen buiten de school." }, 1), later(30));
  expect(await admin(async (ctx) => publishing(ctx, await deskDocument(ctx, next)), later(30))).toMatchObject({ needed: "minor", counts: { reworded: 1 }, effects: [{ effect: "seam", why: "same" }, { effect: "seam", why: "same" }, { effect: "seam", why: "reworded", rounds: ["Eigen ronde"] }], unsaid: 0, problems: 0 });
  await admin((ctx) => askForReview(ctx, next), later(30));
  await admin((ctx) => publishDocument(ctx, next, "0.2.0"), later(30));
  const after = await board.as("linde-leraar-1", (ctx) => resultOf(ctx, mine), later(31));
  expect(JSON.stringify(after)).toContain("Ik weet welke gegevens ik niet mag rondsturen.");
  expect(await board.as("hr", async (ctx) => offers(ctx.library).filter(({ framework }) => framework.slug === slug).map(({ framework }) => framework.version))).toEqual(["0.2.0"]);
  // It is this board's alone.
  const there = await otherBoard(board, 12);
  expect(await there.as("hr", async (ctx) => offers(ctx.library).some(({ framework }) => framework.slug === slug))).toBe(false);
  expect(await there.as("beheerder", async (ctx) => listLibrary(ctx).some((card) => card.slug === slug))).toBe(false);
  await expect(there.as("beheerder", async (ctx) => openFramework(ctx, slug, "0.1.0", null))).rejects.toThrow(AppError);
  expect(await admin(async (ctx) => openFramework(ctx, slug, "0.1.0", null).groups.map(({ items }) => items))).toEqual([3]);
}, 60_000);
