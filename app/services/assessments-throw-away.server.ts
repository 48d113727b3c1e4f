import { and, eq, sql } from "drizzle-orm";
import { levelOf, reasonOf } from "#app/domain/assessment/answers.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { isId } from "#app/domain/id.ts";
import { openAssessment, type OpenAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { assessments } from "#db/schema/index.ts";

/** An unfinished self-assessment as it stands before it is thrown away. */
export type ToThrowAway = { readonly open: OpenAssessment; /** Answers and notes that would be gone. */ readonly kept: number };

/**
 * What would be gone. Three statements.
 * @throws AppError "not-found" when it is not there or not theirs, "conflict" when it was handed in or has a step
 */
export async function toThrowAway(ctx: Context, id: string): Promise<ToThrowAway> {
  const open = await openAssessment(ctx, id);
  if (open.handedInAt !== null) {
    throw new AppError("conflict", {
      nl: "Deze zelfscan is ingeleverd en blijft bewaard. Er is niets veranderd.",
      en: "This self-assessment is handed in and is kept. Nothing has changed.",
    });
  }
  // A step was planned from a result: handed in, and withdrawn since. It would go along unseen.
  const steps = await ctx.db.execute(sql`select 1 from goals where organisation_id = ${ctx.actor.organisationId} and person_id = ${ctx.actor.personId} and assessment_id = ${id} limit 1`);
  if (steps.length > 0) {
    throw new AppError("conflict", {
      nl: "Bij deze zelfscan hoort een stap in Mijn stappen, en die zou ook weg zijn. Daarom gooien we hem niet weg. Er is niets veranderd.",
      en: "A step in My steps belongs to this self-assessment and would be gone too, so we do not throw it away. Nothing has changed.",
    });
  }
  const kept = Object.values(open.answers).filter(({ answer, note, wish }) => levelOf(answer) !== null || reasonOf(answer) !== null || note !== "" || wish).length;
  return { open, kept };
}

/**
 * Throws an unfinished self-assessment of one's own away, with every answer in it. It cannot be brought back.
 * @throws AppError as `toThrowAway` does
 */
export async function throwAway(ctx: Context, id: string): Promise<void> {
  const { actor, db } = ctx;
  if (!isId(id)) throw notFound();
  // A save or a hand-in that is on its way comes first.
  await db.select({ id: assessments.id }).from(assessments).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id))).for("update");
  const { open } = await toThrowAway(ctx, id);
  await db.delete(assessments).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id), eq(assessments.personId, actor.personId)));
  // Withdrawn for good. The administrator reads neither: both are among the actions only the person sees.
  await logged(ctx, { action: "assessment.withdrawn", personId: actor.personId, subject: `${open.round?.name ?? questionnaireTitle(open.framework, open.instrument).nl}, weggegooid` });
}
