import { eq } from "drizzle-orm";
import type { Mode } from "#app/domain/assessment/questionnaire.ts";
import type { AnswerToSave } from "#app/domain/assessment/saving.ts";
import { AppError, type ErrorKind } from "#app/domain/errors.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { asRole } from "#db/client.server.ts";
import { roundMembers, rounds } from "#db/schema/index.ts";
import { randomUUID } from "node:crypto";
import { today, type TestBoard } from "#tests/setup/board.ts";

const day = 86_400_000;
/** Moments around a round that opened a week ago and closes in a week. */
export const closesAt = new Date(today.getTime() + 7 * day);
export const minutesAfterClosing = (minutes: number) => new Date(closesAt.getTime() + minutes * 60_000);

/** A round with everybody of these families as they are listed now, without the service that opens rounds. */
export async function openedRound(board: TestBoard, { kennisnet = false, families = ["leraar", "onderwijsondersteuner"] as Family[], cancelledAt = null as Date | null, opensAt = new Date(today.getTime() - 7 * day), closesAt: ends = closesAt } = {}): Promise<string> {
  const hr = board.person("hr");
  return board.as("hr", async (ctx) => {
    const [row] = await ctx.db
      .insert(rounds)
      .values({
        organisationId: board.organisationId,
        name: "Najaar",
        framework: kennisnet ? "kennisnet-ict" : "digcompedu",
        frameworkVersion: kennisnet ? "2023.1.0" : "2017.1.0",
        instrument: kennisnet ? "growth" : "statements",
        profile: kennisnet ? "kennisnet-po" : "digcompedu-po",
        profileVersion: "1.0.0",
        families,
        opensAt,
        closesAt: ends,
        cancelledAt,
        openedBy: hr.id,
      })
      .returning({ id: rounds.id });
    const members = board.people.filter(({ family }) => families.includes(family)).map(({ id, schoolId, family, functionId }) => ({ organisationId: board.organisationId, roundId: row!.id, personId: id, schoolId, family, functionId }));
    await asRole(ctx.db, "app_job", () => ctx.db.insert(roundMembers).values(members));
    return row!.id;
  });
}

/** The kind of the AppError that this work ends in. */
export async function refused(work: Promise<unknown>): Promise<ErrorKind> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`);
  return error.kind;
}

/** Begins in a round, or for oneself on DigCompEdu. */
export function begin(ctx: Context, roundId: string | null, mode: Mode = "all"): Promise<string> {
  return startAssessment(ctx, { roundId, framework: "digcompedu", instrument: "statements", mode });
}

/** A save with everything filled in, to change what a test is about. */
export function draft(itemId: string, more: Partial<AnswerToSave> = {}): AnswerToSave {
  return { itemId, clientId: randomUUID(), base: 0, answer: { level: 2 }, wish: false, note: "", ...more };
}

/** Answers every page that has no answer yet, with the level for its place. */
export async function answerAll(ctx: Context, id: string, levelAt: (place: number) => number = () => 2): Promise<void> {
  const { pages, answers } = await openAssessment(ctx, id);
  for (const [place, { competenceId }] of pages.entries()) {
    if (answers[competenceId]?.answer) continue;
    await saveAnswer(ctx, id, draft(competenceId, { base: answers[competenceId]?.sequence ?? 0, answer: { level: levelAt(place) } }));
  }
}

/** Moves the end of a round, as a leader does who closes it early. */
export async function closeRound(board: TestBoard, roundId: string, at: Date): Promise<void> {
  await board.as("hr", (ctx) => ctx.db.update(rounds).set({ closesAt: at }).where(eq(rounds.id, roundId)));
}
