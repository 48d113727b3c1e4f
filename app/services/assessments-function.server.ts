import { and, eq, sql } from "drizzle-orm";
import { AppError } from "#app/domain/errors.ts";
import { staffFunction } from "#app/domain/people/function-group.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { appointments } from "#db/schema/index.ts";

/**
 * Corrects one's own function group, before the first answer in a running round. The questions follow at once;
 * the list of a running round keeps what it had. The administrator finds it in the log.
 * @throws AppError "invalid" for an unknown function, "conflict" after the first answer or without an appointment
 */
export async function correctFunction(ctx: Context, { functionId }: { functionId: string }): Promise<void> {
  const { actor, db } = ctx;
  const next = staffFunction(functionId);
  if (!next) {
    throw new AppError("invalid", {
      nl: "Deze functie kennen we niet. Er is niets veranderd. Kies een functie uit de lijst.",
      en: "We do not know this function. Nothing has changed. Choose a function from the list.",
    });
  }
  if (actor.functionId === functionId) return;
  if (!(await canCorrectFunction(ctx))) {
    throw new AppError("conflict", {
      nl: "Je hebt in deze ronde al antwoord gegeven. Je functie blijft daarom zoals hij is tot de ronde sluit. Klopt hij niet, vraag het dan aan je beheerder.",
      en: "You have already answered in this round, so your function stays as it is until the round closes. If it is wrong, ask your administrator.",
    });
  }
  const changed = await db
    .update(appointments)
    .set({ family: next.family, functionId })
    .where(and(eq(appointments.organisationId, actor.organisationId), eq(appointments.personId, actor.personId), eq(appointments.main, true)))
    .returning({ id: appointments.id });
  if (changed.length === 0) {
    throw new AppError("conflict", {
      nl: "Je staat nog bij geen school in de lijst. Er is niets veranderd. Vraag je beheerder om je toe te voegen.",
      en: "You are not listed at a school yet. Nothing has changed. Ask your administrator to add you.",
    });
  }
  // What was begun without an answer asks the right questions too; what has answers keeps its own.
  await db.execute(sql`
    update assessments a set family = ${next.family}, function_id = ${functionId}
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId} and a.handed_in_at is null
      and not exists (select 1 from answers n where n.organisation_id = a.organisation_id and n.assessment_id = a.id)`);
  const before = actor.functionId === null ? "?" : (staffFunction(actor.functionId)?.title.nl ?? actor.functionId);
  await logged(ctx, { action: "function.corrected", personId: actor.personId, subject: `${before} → ${next.title.nl}` });
}

/** True while nothing was answered in a running round that asks this person. */
export async function canCorrectFunction({ actor, db, now }: Context): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from assessments a
    join rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId}
      and r.cancelled_at is null and r.closes_at > ${now.toISOString()}::timestamptz
      and exists (select 1 from answers n where n.organisation_id = a.organisation_id and n.assessment_id = a.id)
    limit 1`);
  return rows.length === 0;
}
