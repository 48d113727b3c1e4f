import { desc, eq, sql } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import type { Context } from "#app/services/context.server.ts";
import { hashOf } from "#app/services/session-store.server.ts";
import { asRole, type Database } from "#db/client.server.ts";
import { queueKeys } from "#db/schema/index.ts";

/** A key as the browser gets it: 32 bytes in base64. */
export type QueueKey = { readonly id: string; readonly key: string };
/** What somebody may lock and open what waits in their browser with. No current one on a shared device, where nothing is kept. */
export type QueueKeys = { readonly current: QueueKey | null; readonly earlier: readonly QueueKey[] };

/** Days that a key outlives its session. A session lasts twelve hours at most, so counting from its making is half a day more. */
const keptDays = 30;
const longestSession = 0.5;

/** The keys of who asks, and nobody else's; the one of this session is made when it is first asked for. */
export async function queueKeysOf({ actor, db, now }: Context, sessionId: string): Promise<QueueKeys> {
  return asRole(db, "app_session", async () => {
    const session = hashOf(sessionId);
    // A shared session gets none, whoever asks; two tabs that ask at once get the same one.
    await db.execute(sql`
      insert into queue_keys (account_id, session_id, key, created_at)
      select s.account_id, s.id, ${randomBytes(32)}, ${now.toISOString()}::timestamptz from sessions s
      where s.id = ${session} and s.account_id = ${actor.accountId} and not s.shared
      on conflict (session_id) do nothing`);
    const rows = await db
      .select({ id: queueKeys.id, key: queueKeys.key, sessionId: queueKeys.sessionId })
      .from(queueKeys)
      .where(eq(queueKeys.accountId, actor.accountId))
      .orderBy(desc(queueKeys.createdAt), queueKeys.id);
    const current = rows.find((row) => row.sessionId === session);
    if (!current) return { current: null, earlier: [] };
    const shown = ({ id, key }: { id: string; key: Buffer }): QueueKey => ({ id, key: key.toString("base64") });
    return { current: shown(current), earlier: rows.filter((row) => row !== current).map(shown) };
  });
}

/** Throws away the keys that have had their time, and those of accounts that may not sign in any more. Returns how many. */
export async function sweepQueueKeys(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - (keptDays + longestSession) * 86_400_000);
  return database.transaction("app_session", null, async (db) => {
    const gone = await db.execute(sql`
      delete from queue_keys where created_at < ${before.toISOString()}::timestamptz
        or account_id in (select id from accounts where disabled_at is not null) returning id`);
    return gone.length;
  });
}
