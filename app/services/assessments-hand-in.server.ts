import { and, eq, isNull, sql } from "drizzle-orm";
import { journey } from "#app/domain/assessment/journey.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { momentInWords } from "#app/domain/format.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { isId } from "#app/domain/id.ts";
import { gapsOf } from "#app/domain/result/gap.ts";
import { openAssessment, type OpenAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { assessments, results } from "#db/schema/index.ts";

/**
 * Hands in: freezes level, target and gap per competence, for the person; in a round the group figures are made of it later.
 * Pressing twice is harmless.
 * @throws AppError "conflict" when something is not answered yet or the round is closed
 */
export async function handIn(ctx: Context, id: string): Promise<void> {
  const own = await locked(ctx, id);
  if (own.handedInAt !== null) return;
  mustBeOpen(own);
  const { status, done, total } = journey(own.pages, own.answers);
  if (total === 0 || status !== "ready") throw notReady(total - done);
  const { actor, db, now } = ctx;
  const first = await db
    .update(assessments)
    .set({ handedInAt: now })
    .where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id), isNull(assessments.handedInAt)))
    .returning({ id: assessments.id });
  if (first.length === 0) return;
  // One text whatever the number of competences, so that it is prepared once.
  const rows = JSON.stringify(gapsOf(own.pages, own.answers).map(({ competenceId, level, reason, wish, target, weight }) => ({ competence_id: competenceId, level, reason, wish, target, weight })));
  await db.execute(sql`
    insert into results (organisation_id, assessment_id, person_id, competence_id, level, reason, wish, target, weight)
    select ${actor.organisationId}, ${id}, ${actor.personId}, r.competence_id, r.level, r.reason, r.wish, r.target, r.weight
    from jsonb_to_recordset(${rows}::text::jsonb) as r(competence_id text, level smallint, reason text, wish boolean, target smallint, weight real)`);
  await logged(ctx, { action: "assessment.handed-in", personId: actor.personId, subject: own.round?.name ?? questionnaireTitle(own.framework, own.instrument).nl });
}

/**
 * Takes a hand-in back: the frozen result goes, the answers stay and can be changed again. Harmless when it was not handed in.
 * @throws AppError "conflict" when the round is closed
 */
export async function withdraw(ctx: Context, id: string): Promise<void> {
  const own = await locked(ctx, id);
  if (own.handedInAt === null) return;
  mustBeOpen(own);
  const { actor, db } = ctx;
  await db.delete(results).where(and(eq(results.organisationId, actor.organisationId), eq(results.assessmentId, id)));
  await change(ctx, id, { handedInAt: null });
  await logged(ctx, { action: "assessment.withdrawn", personId: actor.personId, subject: own.round?.name ?? questionnaireTitle(own.framework, own.instrument).nl });
}

/**
 * "Tel mij niet mee": whether this person counts in the group figures of the round. Before and after hand-in.
 * @throws AppError "conflict" when the round is closed, or when there is no round
 */
export async function setCounted(ctx: Context, id: string, counted: boolean): Promise<void> {
  const own = await locked(ctx, id);
  if (own.round === null) {
    throw new AppError("conflict", {
      nl: "Deze zelfscan is alleen voor jezelf en telt nergens mee. Er is niets veranderd.",
      en: "This self-assessment is only for yourself and counts nowhere. Nothing has changed.",
    });
  }
  mustBeOpen(own);
  await change(ctx, id, { excluded: !counted });
}

/**
 * Makes the whole of a short self-assessment; what was answered stays. Harmless when it is whole already.
 * @throws AppError "conflict" when it was handed in or the round is closed
 */
export async function extendToAll(ctx: Context, id: string): Promise<void> {
  const own = await locked(ctx, id);
  if (own.mode === "all") return;
  mustBeOpen(own);
  if (own.handedInAt !== null) {
    throw new AppError("conflict", {
      nl: "Je zelfscan is ingeleverd. Trek hem eerst terug als je de andere vragen ook wilt beantwoorden.",
      en: "Your self-assessment is handed in. Withdraw it first if you want to answer the other questions too.",
    });
  }
  await change(ctx, id, { mode: "all" });
}

/** The assessment, with its row locked: a save waits for a hand-in and the other way round. */
async function locked(ctx: Context, id: string): Promise<OpenAssessment> {
  const { actor, db } = ctx;
  if (!isId(id)) throw notFound();
  await db.select({ id: assessments.id }).from(assessments).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id))).for("update");
  return openAssessment(ctx, id);
}

async function change({ actor, db }: Context, id: string, values: { handedInAt?: null; excluded?: boolean; mode?: "all" }): Promise<void> {
  await db.update(assessments).set(values).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id)));
}

function mustBeOpen({ round }: OpenAssessment): void {
  if (!round?.closed) return;
  throw new AppError("conflict", {
    nl: `De ronde is gesloten op ${momentInWords(round.closesAt, "nl")}. Wat je toen had ingeleverd, telt; daarna verandert er niets meer. Je antwoorden zijn bewaard.`,
    en: `The round closed on ${momentInWords(round.closesAt, "en")}. What you had handed in by then counts; nothing changes after that. Your answers are kept.`,
  });
}

function notReady(open: number): AppError {
  return new AppError("conflict", {
    nl: open === 1 ? "Er is nog 1 vraag zonder antwoord. Kies een zin of een reden, dan kun je inleveren." : `Er zijn nog ${open} vragen zonder antwoord. Kies bij elke een zin of een reden, dan kun je inleveren.`,
    en: open === 1 ? "One question has no answer yet. Choose a sentence or a reason, then you can hand in." : `${open} questions have no answer yet. Choose a sentence or a reason for each, then you can hand in.`,
  });
}
