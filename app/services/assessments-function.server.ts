import { and, eq, sql } from "drizzle-orm";
import { carryOver, type CarryOver } from "#app/domain/assessment/carry-over.ts";
import type { Mode } from "#app/domain/assessment/questionnaire.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { staffFunction, staffFunctions, type Family, type StaffFunction } from "#app/domain/people/function-group.ts";
import { questionnaireOf, type Pinned } from "#app/services/assessments-questionnaire.server.ts";
import type { OpenAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { appointments } from "#db/schema/index.ts";

/** A function somebody could have instead, with what becomes of their answers; null when it has no questions here. */
export type FunctionChoice = { readonly id: string; readonly family: Family; readonly carry: CarryOver | null };

/** What each function would be asked in this self-assessment, and what becomes of the answers. No statements: questionnaires are kept. */
export function functionChoices(ctx: Context, { framework, profile, instrument, pages, answers, mode }: OpenAssessment): FunctionChoice[] {
  return staffFunctions.map(({ id, family }) => {
    const pinned = { framework: framework.slug, frameworkVersion: framework.version, instrument: instrument.id, profile: profile.slug, profileVersion: profile.version, family, functionId: id };
    const after = questionnaireOf(ctx.library, pinned, mode).pages;
    return { id, family, carry: after.length === 0 ? null : carryOver(pages, after, answers) };
  });
}

/** As whom and where the group figures of a round count this person; null when the round does not ask them. One statement. */
export async function countedAs({ actor, db }: Context, roundId: string): Promise<{ family: Family; functionId: string; school: string } | null> {
  const [row] = (await db.execute(sql`
    select m.family, m.function_id, s.name from round_members m
    join schools s on s.organisation_id = m.organisation_id and s.id = m.school_id
    where m.organisation_id = ${actor.organisationId} and m.round_id = ${roundId} and m.person_id = ${actor.personId}`)) as unknown as { family: Family; function_id: string; name: string }[];
  return row ? { family: row.family, functionId: row.function_id, school: row.name } : null;
}

/**
 * Corrects one's own function, before or while answering. The questions of what is not handed in follow at once; answers
 * are never changed: what is not asked any more is kept and comes back with its question. The list of a running round
 * keeps what it had. The administrator finds the correction in the log.
 * @param assessmentId the self-assessment somebody is answering now, or null before beginning one
 * @throws AppError "invalid" for an unknown function, "not-found" for an assessment that is not there or not theirs,
 * "conflict" when it is handed in or closed, when something answered in a running round has no questions for the function, or without an appointment
 */
export async function correctFunction(ctx: Context, { functionId, assessmentId = null }: { functionId: string; assessmentId?: string | null }): Promise<void> {
  const { actor, db } = ctx;
  const next = staffFunction(functionId);
  if (!next) {
    throw new AppError("invalid", {
      nl: "Deze functie kennen we niet. Er is niets veranderd. Kies een functie uit de lijst.",
      en: "We do not know this function. Nothing has changed. Choose a function from the list.",
    });
  }
  const unfinished = await lockedUnfinished(ctx);
  if (assessmentId !== null && !unfinished.some(({ id }) => id === assessmentId)) throw notFound();
  const fits = (each: Unfinished) => questionnaireOf(ctx.library, { ...each, family: next.family, functionId }, each.mode).pages.length > 0;
  const stuck = unfinished.find((each) => !fits(each) && (each.id === assessmentId || (each.answered && each.round !== null)));
  if (stuck) throw noQuestions(next, stuck);
  // What has no answer yet follows in any case; what was answered for oneself follows when there are questions.
  const followers = unfinished.filter((each) => (each.family !== next.family || each.functionId !== functionId) && (!each.answered || fits(each)));
  const known = actor.functionId === functionId && actor.family === next.family;
  if (known && followers.length === 0) return;
  if (!known) await appoint(ctx, next);
  if (followers.length > 0) {
    await db.execute(sql`
      update assessments set family = ${next.family}, function_id = ${functionId}
      where organisation_id = ${actor.organisationId} and person_id = ${actor.personId} and id = any(${sql.param(followers.map(({ id }) => id))}::uuid[])`);
  }
  const was = known ? followers[0]!.functionId : actor.functionId;
  await logged(ctx, { action: "function.corrected", personId: actor.personId, subject: `${was === null ? "?" : (staffFunction(was)?.title.nl ?? was)} → ${next.title.nl}` });
}

async function appoint({ actor, db }: Context, { family, id }: StaffFunction): Promise<void> {
  const changed = await db
    .update(appointments)
    .set({ family, functionId: id })
    .where(and(eq(appointments.organisationId, actor.organisationId), eq(appointments.personId, actor.personId), eq(appointments.main, true)))
    .returning({ id: appointments.id });
  if (changed.length > 0) return;
  throw new AppError("conflict", {
    nl: "Je staat nog bij geen school in de lijst. Er is niets veranderd. Vraag je beheerder om je toe te voegen.",
    en: "You are not listed at a school yet. Nothing has changed. Ask your administrator to add you.",
  });
}

type Unfinished = Pinned & { readonly id: string; readonly mode: Mode; readonly round: string | null; readonly answered: boolean };

/** Everything of this person that can still be answered, locked: a save or a hand-in waits until the questions are the new ones. */
async function lockedUnfinished({ actor, db, now }: Context): Promise<Unfinished[]> {
  return (await db.execute(sql`
    select a.id, a.framework, a.framework_version as "frameworkVersion", a.instrument, a.profile, a.profile_version as "profileVersion", a.family, a.function_id as "functionId", a.mode, r.name as round,
      exists (select 1 from answers n where n.organisation_id = a.organisation_id and n.assessment_id = a.id) as answered
    from assessments a
    left join rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId} and a.handed_in_at is null
      and (r.id is null or (r.cancelled_at is null and r.closes_at > ${now.toISOString()}::timestamptz))
    order by a.started_at desc
    for update of a`)) as unknown as Unfinished[];
}

function noQuestions({ title }: StaffFunction, { round }: Unfinished): AppError {
  return new AppError("conflict", {
    nl: `${round === null ? "In deze zelfscan" : `In de ronde ‘${round}’`} zijn geen vragen voor de functie ${title.nl}. Er is niets veranderd en je antwoorden zijn bewaard. Je hoeft niets af te maken. Vraag je beheerder om je functie aan te passen.`,
    en: `There are no questions for the function ${title.en} in ${round === null ? "this self-assessment" : `the round ‘${round}’`}. Nothing has changed and your answers are kept. You do not have to finish anything. Ask your administrator to correct your function.`,
  });
}
