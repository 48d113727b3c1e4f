import { sql } from "drizzle-orm";
import type { Actor, Role } from "#app/domain/access.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { Library } from "#app/services/frameworks.server.ts";
import type { SignedSession } from "#app/services/session.server.ts";
import { libraryOf, libraryStamp } from "#app/services/own-library.server.ts";
import { become, type Db } from "#db/client.server.ts";

type Row = { name: string; family: Family | null; function_id: string | null; school_id: string | null; roles: Role[]; leads: string[]; stamp: string | null };

/**
 * Turns a session into the one who asks, with today's roles and the library of their board, and puts the transaction inside their board.
 * @returns null when the person has left the board
 */
export async function actorOf(db: Db, session: SignedSession): Promise<{ readonly actor: Actor; readonly library: Library } | null> {
  const tenant = { organisationId: session.organisationId, personId: session.personId };
  await become(db, "app_user", { ...tenant, roles: [] });
  const [row] = (await db.execute(sql`
    select p.name, a.family, a.function_id, a.school_id,
      coalesce((select array_agg(distinct g.role) from role_grants g where g.organisation_id = p.organisation_id and g.person_id = p.id), '{}') as roles,
      coalesce((select array_agg(g.school_id::text) from role_grants g where g.organisation_id = p.organisation_id and g.person_id = p.id and g.role = 'leader'), '{}') as leads,
      ${libraryStamp(session.organisationId)} as stamp
    from people p
    left join appointments a on a.organisation_id = p.organisation_id and a.person_id = p.id and a.main
    where p.organisation_id = ${session.organisationId} and p.id = ${session.personId} and p.left_at is null`)) as unknown as Row[];
  if (!row) return null;
  if (row.roles.length > 0) await become(db, "app_user", { ...tenant, roles: row.roles });
  const actor: Actor = {
    personId: session.personId,
    accountId: session.accountId,
    organisationId: session.organisationId,
    name: row.name,
    language: session.language,
    roles: row.roles,
    leads: row.leads,
    schoolId: row.school_id,
    family: row.family,
    functionId: row.function_id,
  };
  return { actor, library: await libraryOf(db, session.organisationId, row.stamp) };
}
