import { eq, sql } from "drizzle-orm";
import type { Context } from "#app/services/context.server.ts";
import { organisations, schools } from "#db/schema/index.ts";

export type Shell = { organisation: string; practice: boolean; leads: { id: string; name: string }[] };

/** What the frame of every page shows: the board, and the schools this person leads. One statement. */
export async function shellOf(ctx: Context): Promise<Shell> {
  const { actor, db } = ctx;
  const rows = await db
    .select({ organisation: organisations.name, practice: organisations.practice, id: schools.id, name: schools.name })
    .from(organisations)
    .leftJoin(schools, sql`${schools.organisationId} = ${organisations.id} and ${schools.id} = any(${sql.param([...actor.leads])}::uuid[])`)
    .where(eq(organisations.id, actor.organisationId))
    .orderBy(schools.position, schools.name);
  return {
    organisation: rows[0]?.organisation ?? "",
    practice: rows[0]?.practice ?? false,
    leads: rows.flatMap(({ id, name }) => (id && name ? [{ id, name }] : [])),
  };
}
