import { eq } from "drizzle-orm";
import { loggedSignIn } from "#app/services/log.server.ts";
import { startSession } from "#app/services/session.server.ts";
import { accounts } from "#db/schema/index.ts";
import { hash } from "@node-rs/argon2";
import type { Ready } from "./database.ts";

/** Somebody who is signed in: the cookie of a session that was started as the sign-in page starts it. */
export type Visitor = { readonly personId: string; readonly cookie: string };
/** Somebody in the middle of a self-assessment of the running round, with the newest sequence of each item asked. */
export type Answerer = Visitor & { readonly assessmentId: string; readonly items: Map<string, number> };

/** Signs people in without a password (that is measured by itself); four at a time. */
export async function signedIn({ database, admin, filled }: Ready, personIds: readonly string[]): Promise<Visitor[]> {
  const organisationId = filled.board.plan.id;
  const rows = await admin<{ account_id: string; person_id: string }[]>`select account_id, person_id from memberships where person_id = any(${[...personIds]}::uuid[])`;
  const accountOf = new Map(rows.map(({ account_id, person_id }) => [person_id, account_id]));
  const visitors = new Map<string, Visitor>();
  const queue = [...personIds];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let personId = queue.shift(); personId !== undefined; personId = queue.shift()) {
        const now = new Date();
        const session = await startSession(database, { accountId: accountOf.get(personId)!, organisationId, personId }, now);
        await loggedSignIn(database, { organisationId, personId, now });
        visitors.set(personId, { personId, cookie: `groeikompas=${session}` });
      }
    }),
  );
  return personIds.map((id) => visitors.get(id)!);
}

/** So many people who have begun the running round of teachers, signed in, in a fixed order. */
export async function answerers(ready: Ready, most: number): Promise<Answerer[]> {
  const rows = await ready.admin<{ id: string; person_id: string }[]>`
    select a.id, a.person_id from assessments a join rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
    where r.closes_at > now() and a.handed_in_at is null and a.framework = 'digcompedu' order by a.person_id limit ${most}`;
  const newest = await ready.admin<{ assessment_id: string; item_id: string; sequence: number }[]>`
    select assessment_id, item_id, max(sequence) as sequence from answers where assessment_id = any(${rows.map(({ id }) => id)}::uuid[]) group by 1, 2`;
  const asked = await ready.admin<{ item_id: string }[]>`
    select distinct r.competence_id as item_id from results r join assessments a on a.organisation_id = r.organisation_id and a.id = r.assessment_id where a.framework = 'digcompedu' order by 1`;
  const visitors = await signedIn(ready, rows.map(({ person_id }) => person_id));
  const found = rows.map(({ id }, at) => ({ ...visitors[at]!, assessmentId: id, items: new Map(asked.map(({ item_id }) => [item_id, 0])) }));
  const byId = new Map(found.map((each) => [each.assessmentId, each]));
  for (const { assessment_id, item_id, sequence } of newest) byId.get(assessment_id)!.items.set(item_id, sequence);
  return found;
}

export const password = "een wachtwoord alleen voor de meting";

/** Gives so many people a password that is known, hashed as the product hashes it; returns their addresses. */
export async function withPassword({ database, admin }: Ready, many: number): Promise<string[]> {
  const rows = await admin<{ id: string; email: string }[]>`
    select a.id, a.email from accounts a join memberships m on m.account_id = a.id
    where not exists (select from role_grants g where g.person_id = m.person_id) order by a.id limit ${many}`;
  for (const { id } of rows) {
    const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await database.transaction("app_session", null, (db) => db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id)));
  }
  return rows.map(({ email }) => email);
}
