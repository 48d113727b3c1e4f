import { and, eq, gt, lt, lte, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { createHash } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { accounts, sessions } from "#db/schema/index.ts";

/** The table knows only the hash, so a copy of it opens no door. */
export function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

declare module "lucia" {
  interface Register {
    Lucia: import("lucia").Lucia<SessionAttributes, AccountAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: AccountAttributes;
  }
}
export type SessionAttributes = { organisationId: string; personId: string; shared: boolean; idleMinutes: number; absoluteExpiresAt: Date };
export type AccountAttributes = { email: string; language: "nl" | "en" };

const minute = 60_000;

/**
 * Lucia reads the machine's clock and slides a session at half time; here time is a value and a session slides by the minute.
 * So Lucia is given an expiry on its own clock that makes it do the right thing: end the session, slide it, or leave it.
 */
function onLuciasClock({ expiresAt, absoluteExpiresAt, idleMinutes }: { expiresAt: Date; absoluteExpiresAt: Date; idleMinutes: number }, now: Date): Date {
  if (expiresAt <= now) return new Date(0);
  const full = Math.min(absoluteExpiresAt.getTime(), now.getTime() + idleMinutes * minute);
  return new Date(Date.now() + (full - expiresAt.getTime() >= minute ? minute : 24 * 60 * minute));
}

/**
 * Lucia's door to our tables. Differs from the stock adapter in three ways: ids are stored as a hash,
 * a session ends for good at its absolute time, and sliding is written at most once a minute.
 */
export function adapterOn(db: Db, now: Date): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await db
        .select({ session: sessions, email: accounts.email, language: accounts.language })
        .from(sessions)
        .innerJoin(accounts, eq(accounts.id, sessions.accountId))
        .where(and(eq(sessions.id, hashOf(sessionId)), gt(sessions.absoluteExpiresAt, now), sql`${accounts.disabledAt} is null`));
      if (!row) return [null, null];
      const { session } = row;
      const found: DatabaseSession = { id: sessionId, userId: session.accountId, expiresAt: onLuciasClock(session, now), attributes: session };
      const user: DatabaseUser = { id: session.accountId, attributes: { email: row.email, language: row.language } };
      return [found, user];
    },
    async setSession({ id, userId, attributes }) {
      await db.insert(sessions).values({ id: hashOf(id), accountId: userId, createdAt: now, ...attributes, expiresAt: new Date(now.getTime() + attributes.idleMinutes * minute) });
    },
    async updateSessionExpiration(sessionId) {
      // Lucia proposes an expiry; ours follows the role's idle time and never passes the absolute one.
      const next = sql`least(${sessions.absoluteExpiresAt}, ${now.toISOString()}::timestamptz + ${sessions.idleMinutes} * interval '1 minute')`;
      await db
        .update(sessions)
        .set({ expiresAt: next })
        .where(and(eq(sessions.id, hashOf(sessionId)), lte(sessions.expiresAt, sql`${next} - interval '1 minute'`)));
    },
    async deleteSession(sessionId) {
      await db.delete(sessions).where(eq(sessions.id, hashOf(sessionId)));
    },
    async deleteUserSessions(userId) {
      await db.delete(sessions).where(eq(sessions.accountId, userId));
    },
    async deleteExpiredSessions() {
      await db.delete(sessions).where(lt(sessions.absoluteExpiresAt, now));
    },
    async getUserSessions() {
      return [];
    },
  };
}
