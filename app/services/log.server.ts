import { sql } from "drizzle-orm";
import { logRole, type LogAction, type LogRole } from "#app/domain/log.ts";
import type { Context } from "#app/services/context.server.ts";
import type { Database, Db } from "#db/client.server.ts";
import { logEntries } from "#db/schema/index.ts";

/** What happened. `personId`: whom it is about (they read it), or null when it is about no one person. `subject`: a few words, never an answer or a level. */
export type Entry = { action: LogAction; personId: string | null; subject?: string };

const longest = 200;

/** Writes down, in the same transaction, what the actor looked at or changed. */
export async function logged(ctx: Context, { action, personId, subject = "" }: Entry): Promise<void> {
  const { actor, db, now } = ctx;
  await db.insert(logEntries).values({
    organisationId: actor.organisationId,
    at: now,
    actorId: actor.personId,
    actorName: actor.name,
    actorRole: logRole(actor.roles),
    action,
    personId,
    subject: subject.slice(0, longest),
  });
}

/** Writes down for everybody who is asked in a round that the actor asked them. The transaction must work as app_job inside the board. */
export async function loggedForAsked({ actor, db, now }: Context, { roundId, subject }: { roundId: string; subject: string }): Promise<void> {
  await db.execute(sql`
    insert into log_entries (organisation_id, at, actor_id, actor_name, actor_role, action, person_id, subject)
    select m.organisation_id, ${now.toISOString()}::timestamptz, ${actor.personId}::uuid, ${actor.name}, ${logRole(actor.roles)}, ${"round.asked" satisfies LogAction}, m.person_id, ${subject.slice(0, longest)}
    from round_members m where m.organisation_id = ${actor.organisationId} and m.round_id = ${roundId}`);
}

/** Writes down what the program did by itself (a round worked out). The transaction must work as app_job inside the board. */
export async function loggedByProgram(db: Db, board: { organisationId: string; now: Date }, { action, personId, subject = "" }: Entry): Promise<void> {
  await db.insert(logEntries).values({
    organisationId: board.organisationId,
    at: board.now,
    actorId: null,
    actorName: "Groeikompas",
    actorRole: "system" satisfies LogRole,
    action,
    personId,
    subject: subject.slice(0, longest),
  });
}

/**
 * Writes down that somebody looked at something, or went on writing at it, once per visit: not again within half an hour,
 * so that turning pages and searching do not fill the log.
 */
export async function loggedOnce(ctx: Context, { action, personId, subject = "" }: Entry): Promise<void> {
  const { actor, db, now } = ctx;
  await db.execute(sql`
    insert into log_entries (organisation_id, at, actor_id, actor_name, actor_role, action, person_id, subject)
    select ${actor.organisationId}::uuid, ${now.toISOString()}::timestamptz, ${actor.personId}::uuid, ${actor.name}, ${logRole(actor.roles)}, ${action}, ${personId}::uuid, ${subject.slice(0, longest)}
    where not exists (
      select 1 from log_entries
      where organisation_id = ${actor.organisationId} and actor_id = ${actor.personId} and action = ${action}
        and person_id is not distinct from ${personId}::uuid and subject = ${subject.slice(0, longest)}
        and at > ${now.toISOString()}::timestamptz - interval '30 minutes')`);
}

/** Writes down a sign-in. At that moment there is no visit yet, so it opens a transaction of its own inside the board. */
export async function loggedSignIn(database: Database, { organisationId, personId, now }: { organisationId: string; personId: string; now: Date }): Promise<void> {
  await database.transaction("app_user", { organisationId, personId, roles: [] }, async (db) => {
    const [person] = (await db.execute(sql`
      select p.name, coalesce((select array_agg(distinct g.role) from role_grants g where g.organisation_id = p.organisation_id and g.person_id = p.id), '{}') as roles
      from people p where p.organisation_id = ${organisationId} and p.id = ${personId}`)) as unknown as { name: string; roles: Parameters<typeof logRole>[0] }[];
    if (!person) return;
    await db.insert(logEntries).values({ organisationId, at: now, actorId: personId, actorName: person.name, actorRole: logRole(person.roles), action: "signed-in", personId });
  });
}
