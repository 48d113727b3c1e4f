import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { closingMoment, dayAfter } from "#app/domain/round.ts";
import { momentOf } from "#app/domain/result/goal.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { handIn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { schoolFigures } from "#app/services/figures.server.ts";
import { closeRound } from "#app/services/rounds.server.ts";
import { roundOf } from "#app/services/rounds-list.server.ts";
import { appointments } from "#db/schema/index.ts";
import { inBoard } from "#tests/setup/board.ts";
import { handInAll, later, opened } from "./round-hand-in.ts";

const quiet = { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } };

describe("a round keeps Dutch time", () => {
  test.each([
    ["2027-03-28", "2027-03-28T21:59:00.000Z", "zo 28 maart 2027, 23:59"],
    ["2027-03-31", "2027-03-31T21:59:00.000Z", "wo 31 maart 2027, 23:59"],
    ["2027-10-31", "2027-10-31T22:59:00.000Z", "zo 31 oktober 2027, 23:59"],
    ["2028-02-29", "2028-02-29T22:59:00.000Z", "di 29 februari 2028, 23:59"],
    ["2027-12-31", "2027-12-31T22:59:00.000Z", "vr 31 december 2027, 23:59"],
  ])("until the end of %s: before it counts, within five minutes it is kept, after that it is said", (day, moment, words) =>
    inBoard(async (board) => {
      const end = closingMoment(day)!;
      expect(end.toISOString()).toBe(moment);
      const roundId = await opened(board, { closesOn: day }, momentOf(dayAfter(day, -10), "00:30"));
      const id = await board.as("linde-leraar-1", (ctx) => startAssessment(ctx, { roundId, framework: "", instrument: "", mode: "all" }), later(-1, end));
      const items = await board.as("linde-leraar-1", async (ctx) => (await openAssessment(ctx, id)).pages.map(({ competenceId }) => competenceId), later(-1, end));
      const save = (place: number, after: number) =>
        board
          .as("linde-leraar-1", (ctx) => saveAnswer(ctx, id, { itemId: items[place]!, clientId: randomUUID(), base: 0, answer: { level: 2 }, wish: false, note: "" }), new Date(end.getTime() + after))
          .then(({ status }) => status, (error: unknown) => (error instanceof AppError ? error.text.nl : String(error)));
      expect(await save(0, -1)).toBe("saved");
      expect(await save(1, 0)).toBe("saved");
      expect(await save(2, 299_999)).toBe("saved");
      expect(await save(3, 300_000)).toBe(`De ronde is gesloten op ${words}. Je antwoorden tot dat moment zijn bewaard. Dit antwoord kwam daarna en is niet opgeslagen; kopieer het als je het wilt houden.`);
      await expect(board.as("linde-leraar-1", (ctx) => handIn(ctx, id), end)).rejects.toThrow(/closed/);
      const release = (after: number) => releaseDueRounds(board.database, new Date(end.getTime() + after), quiet);
      expect([await release(299_999), await release(300_000), await release(600_000)]).toEqual([0, 1, 0]);
    }),
  );
});

test("closing twice in the same moment happens once, also when the later press is the first to be done", () =>
  inBoard(async (board) => {
    const roundId = await opened(board);
    const moment = later(3);
    await board.as("hr", (ctx) => closeRound(ctx, roundId), moment);
    await expect(board.as("hr", (ctx) => closeRound(ctx, roundId), new Date(moment.getTime() - 2))).rejects.toThrow(/not running/);
    expect(await board.as("hr", (ctx) => roundOf(ctx, roundId), later(4))).toMatchObject({ closesAt: moment });
  }));

describe("somebody who moves while a round runs", () => {
  test("D5: keeps the own form and counts where the round found them; the new leader sees nothing of it", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      await handInAll(board, roundId, "linde-leraar", 2);
      await handInAll(board, roundId, "eik-leraar", 3);
      const { id } = board.person("linde-leraar-1");
      await board.as("beheerder", ({ db }) => db.update(appointments).set({ schoolId: board.schools.eik, family: "onderwijsondersteuner", functionId: "concierge" }).where(eq(appointments.personId, id)));
      await releaseDueRounds(board.database, new Date("2026-12-01T00:00:00Z"), quiet);
      const after = new Date("2026-12-02T12:00:00Z");
      const response = (await board.as("hr", (ctx) => roundOf(ctx, roundId), after)).schools.map(({ name, invited, handedIn }) => [name, invited, handedIn]);
      expect(response).toEqual([["De Linde", 15, 9], ["De Eik", 15, 9]]);
      const eik = JSON.stringify(await board.as("eik-directeur", (ctx) => schoolFigures(ctx, board.schools.eik, roundId), after));
      expect(eik).not.toContain(id);
      expect(eik).not.toContain("linde-leraar-1");
    }));
});
