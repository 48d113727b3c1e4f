import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "#app/services/context.server.ts";
import { goals, schools } from "#db/schema/index.ts";

/** A step of mine that is not done yet. */
export type PlannedStep = { readonly id: string; readonly step: string; readonly dueOn: string };

/** My next planned steps, the earliest first, at most `most`. One statement. */
export async function plannedSteps({ actor, db }: Context, most = 3): Promise<PlannedStep[]> {
  return db
    .select({ id: goals.id, step: goals.step, dueOn: goals.dueOn })
    .from(goals)
    .where(and(eq(goals.organisationId, actor.organisationId), eq(goals.personId, actor.personId), isNull(goals.doneAt)))
    .orderBy(asc(goals.dueOn))
    .limit(most);
}

/** The school of my main function, and the schools I lead. One statement; empty for somebody without either. */
export async function mySchools({ actor, db }: Context): Promise<{ own: string | null; leads: { id: string; name: string }[] }> {
  const ids = actor.schoolId === null ? [...actor.leads] : [actor.schoolId, ...actor.leads];
  const rows = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(and(eq(schools.organisationId, actor.organisationId), sql`${schools.id} = any(${sql.param(ids)}::uuid[])`))
    .orderBy(asc(schools.position), asc(schools.name));
  return { own: rows.find(({ id }) => id === actor.schoolId)?.name ?? null, leads: rows.filter(({ id }) => actor.leads.includes(id)) };
}
