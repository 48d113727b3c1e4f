import { and, eq, gt, sql } from "drizzle-orm";
import type { Context } from "#app/services/context.server.ts";
import { hashOf } from "#app/services/session-store.server.ts";
import { asRole, type Database, type Db } from "#db/client.server.ts";
import { accounts, sessions } from "#db/schema/index.ts";

/** Until when a session lasts, for the page that warns before it ends. */
export type SessionEnd = {
  readonly personId: string;
  readonly shared: boolean;
  /** Seconds until it ends when nothing is done. */
  readonly endsIn: number;
  /** Whether using it makes it last longer; false when it ends for good then. */
  readonly extends: boolean;
};

/** How the session with this id stands, null when it has ended. Only looks: asking does not make it last longer. */
export async function sessionEnd(database: Database, sessionId: string, now: Date): Promise<SessionEnd | null> {
  return database.transaction("app_session", null, (db) => endOf(db, sessionId, now));
}

/** The same for somebody who came through the door, which has just made their session last longer. */
export async function ownSessionEnd(ctx: Context, sessionId: string): Promise<SessionEnd | null> {
  return asRole(ctx.db, "app_session", () => endOf(ctx.db, sessionId, ctx.now));
}

async function endOf(db: Db, sessionId: string, now: Date): Promise<SessionEnd | null> {
  const [row] = await db
    .select({ personId: sessions.personId, shared: sessions.shared, expiresAt: sessions.expiresAt, last: sessions.absoluteExpiresAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, hashOf(sessionId)), gt(sessions.expiresAt, now), gt(sessions.absoluteExpiresAt, now), sql`${accounts.disabledAt} is null`));
  if (!row) return null;
  const ends = Math.min(row.expiresAt.getTime(), row.last.getTime());
  return { personId: row.personId, shared: row.shared, endsIn: Math.floor((ends - now.getTime()) / 1000), extends: ends < row.last.getTime() };
}
