import { hash, verify } from "@node-rs/argon2";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import { createHash, randomBytes } from "node:crypto";
import type { Role } from "#app/domain/access.ts";
import { AppError } from "#app/domain/errors.ts";
import { networkOf } from "#app/domain/network.ts";
import { passwordRules } from "#app/domain/password.ts";
import type { Language } from "#app/domain/text.ts";
import { adapterOn, hashOf } from "#app/services/session-store.server.ts";
import { become, type Database, type Db } from "#db/client.server.ts";
import { accounts, memberships, queueKeys, roleGrants, sessions, signInAttempts } from "#db/schema/index.ts";

/** Everything Lucia, and everything about accounts, lives here and in `session-store` (docs/adr/0004). */

// OWASP Password Storage: argon2id with at least 19 MiB, two passes, one lane.
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Verified when the address is unknown, so that the time taken says nothing. */
const decoy = hash("a password that nobody has", argon);

/** Idle minutes and absolute hours; shorter for those who see figures or manage people (NIST SP 800-63B-4). */
const lifetimes = { staff: { idle: 60, hours: 12 }, managing: { idle: 30, hours: 8 } };
/** Idle minutes at most on a device that others use too. */
const sharedIdle = 30;

const window = 15 * 60_000;
/** Failures in the window before we wait: for one account from one address, for one address, for one account from anywhere. */
const limits = { pair: 10, address: 100, account: 50 };

export type SignedSession = { id: string; accountId: string; organisationId: string; personId: string; email: string; language: Language };

const luciaOn = (db: Db, now: Date) =>
  new Lucia(adapterOn(db, now), {
    sessionExpiresIn: new TimeSpan(lifetimes.staff.idle, "m"),
    getSessionAttributes: ({ organisationId, personId }) => ({ organisationId, personId }),
    getUserAttributes: ({ email, language }) => ({ email, language }),
  });

/** The live session with this id, or null. Slides its idle expiry. The transaction must work as app_session. */
export async function sessionOf(db: Db, sessionId: string, now: Date): Promise<SignedSession | null> {
  if (!/^[a-z0-9]{40,80}$/.test(sessionId)) return null;
  const { session, user } = await luciaOn(db, now).validateSession(sessionId);
  if (!session || !user) return null;
  const { organisationId, personId } = session as unknown as { organisationId: string; personId: string };
  const { email, language } = user as unknown as { email: string; language: Language };
  return { id: session.id, accountId: user.id, organisationId, personId, email, language };
}

/** The same password whichever way a keyboard composes its accents (NIST SP 800-63B-4 3.1.1.2), and never endless. */
const typed = (password: string) => [...password.normalize("NFKC")].slice(0, passwordRules.max).join("");
const key = (kind: string, value: string) => createHash("sha256").update(`${kind}:${value.toLowerCase()}`).digest("hex");

export type Membership = { organisationId: string; personId: string; organisationName: string };
export type SignIn = { ok: true; accountId: string; memberships: Membership[] } | { ok: false };

/**
 * Checks an address and a password. The same answer, in the same time, for an unknown address, a wrong password and a disabled account.
 *
 * Failures are counted per pair of account and network address (10), per network address (100) and per account (50) in fifteen minutes.
 * The pair stops somebody who tries many passwords, without locking out the real user elsewhere: a stranger needs five
 * addresses (of IPv6: five networks) to use up the account's own limit, and then its owner waits a quarter of an hour, no longer (NIST SP 800-63B-4 3.2.2: at most 100).
 * Only failures count: a whole school that signs in from one address on a study day does not use up the limit.
 * @throws AppError "too-many" when one of the three is reached
 */
export async function checkPassword(database: Database, attempt: { email: string; password: string; address: string; now: Date }): Promise<SignIn> {
  const { now } = attempt;
  const email = attempt.email.trim();
  const network = networkOf(attempt.address);
  const keys = { pair: key("pair", `${email} ${network}`), address: key("address", network), account: key("account", email) };
  const tried = await database.transaction("app_session", null, async (db) => {
    await refuseTooMany(db, keys, now);
    // Counted before the password is looked at, so that many at once are counted too; taken back on success.
    const counted = await countAttempt(db, Object.values(keys), now);
    const [account] = await db
      .select({ id: accounts.id, passwordHash: accounts.passwordHash, disabledAt: accounts.disabledAt })
      .from(accounts)
      .where(sql`lower(${accounts.email}) = lower(${email})`);
    return { account, counted };
  });
  const { account } = tried;
  const right = await verify(account?.passwordHash ?? (await decoy), typed(attempt.password));
  if (!account || !right || account.disabledAt) return { ok: false };
  const rows = await database.transaction("app_session", null, async (db) => {
    await db.delete(signInAttempts).where(sql`${signInAttempts.key} = ${keys.pair} or ${signInAttempts.id} = any(${sql.param(tried.counted)}::uuid[])`);
    return db.select().from(memberships).where(eq(memberships.accountId, account.id)).orderBy(memberships.organisationName);
  });
  return rows.length === 0 ? { ok: false } : { ok: true, accountId: account.id, memberships: rows };
}

/** @throws AppError "too-many" when one of the keys has used up its limit in the window before now */
async function refuseTooMany(db: Db, keys: Partial<Record<keyof typeof limits, string>>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - window);
  await db.delete(signInAttempts).where(lt(signInAttempts.at, since));
  const rows = await db
    .select({ key: signInAttempts.key, count: sql<number>`count(*)::int` })
    .from(signInAttempts)
    .where(and(sql`${signInAttempts.key} = any(${sql.param(Object.values(keys))}::text[])`, gt(signInAttempts.at, since)))
    .groupBy(signInAttempts.key);
  const full = Object.entries(keys).some(([kind, of]) => (rows.find((row) => row.key === of)?.count ?? 0) >= limits[kind as keyof typeof limits]);
  if (full) throw tooMany();
}

async function countAttempt(db: Db, keys: readonly string[], now: Date): Promise<string[]> {
  const rows = (await db.execute(
    sql`insert into sign_in_attempts (key, at) select unnest(${sql.param([...keys])}::text[]), ${now.toISOString()}::timestamptz returning id`,
  )) as unknown as { id: string }[];
  return rows.map(({ id }) => id);
}

function tooMany(): AppError {
  return new AppError("too-many", {
    nl: "Er is te vaak geprobeerd in te loggen. Je account is niet geblokkeerd. Wacht een kwartier en probeer het opnieuw.",
    en: "There were too many attempts to sign in. Your account is not blocked. Wait fifteen minutes and try again.",
  });
}

type Starting = { accountId: string; organisationId: string; personId: string; /** On a device that others use too. */ shared?: boolean };

/** Starts a session with a new id (never one that came from the browser) and returns that id for the cookie. */
export async function startSession(database: Database, account: Starting, now: Date): Promise<string> {
  return database.transaction("app_session", null, async (db) => {
    const roles = await rolesOf(db, account);
    const { idle, hours } = roles.length > 0 ? lifetimes.managing : lifetimes.staff;
    const shared = account.shared ?? false;
    const lucia = luciaOn(db, now);
    await lucia.deleteExpiredSessions();
    const session = await lucia.createSession(
      account.accountId,
      { organisationId: account.organisationId, personId: account.personId, shared, idleMinutes: shared ? Math.min(idle, sharedIdle) : idle, absoluteExpiresAt: new Date(now.getTime() + hours * 3_600_000) },
      { sessionId: randomBytes(32).toString("hex") },
    );
    return session.id;
  });
}

async function rolesOf(db: Db, { organisationId, personId }: Starting): Promise<Role[]> {
  await become(db, "app_user", { organisationId, personId, roles: [] });
  const rows = await db.select({ role: roleGrants.role }).from(roleGrants).where(and(eq(roleGrants.organisationId, organisationId), eq(roleGrants.personId, personId)));
  await become(db, "app_session", { organisationId: "", personId: null, roles: [] });
  return rows.map(({ role }) => role);
}

/** Ends this session; the cookie is worth nothing afterwards. What waits in the browser can still be read after signing in again. */
export async function endSession(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.transaction("app_session", null, (db) => luciaOn(db, now).invalidateSession(sessionId));
}

/** Ends this session because its owner says so: what still waits in the browser can never be read again. */
export async function signOut(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.transaction("app_session", null, async (db) => {
    await luciaOn(db, now).invalidateSession(sessionId);
    await db.delete(queueKeys).where(eq(queueKeys.sessionId, hashOf(sessionId)));
  });
}

/**
 * Changes the password after checking the old one, and ends all sessions of the account. The transaction must work as app_session.
 * @returns "changed", or "wrong" when the old password is not right
 * @throws AppError "too-many" after ten wrong old passwords in fifteen minutes: an open browser must not be a place to guess
 */
export async function changePassword(db: Db, change: { accountId: string; old: string; next: string; now: Date }): Promise<"changed" | "wrong"> {
  const pair = key("change", change.accountId);
  await refuseTooMany(db, { pair }, change.now);
  const [account] = await db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, change.accountId));
  if (!account || !(await verify(account.passwordHash, typed(change.old)))) {
    await countAttempt(db, [pair], change.now);
    return "wrong";
  }
  await db.update(accounts).set({ passwordHash: await hash(typed(change.next), argon) }).where(eq(accounts.id, change.accountId));
  await endAllSessions(db, change.accountId, change.now);
  return "changed";
}

/** Ends every session of the account, on all devices and boards; what waits in their browsers cannot be read any more. The transaction must work as app_session. */
export async function endAllSessions(db: Db, accountId: string, now: Date): Promise<void> {
  await luciaOn(db, now).invalidateUserSessions(accountId);
  await db.delete(queueKeys).where(eq(queueKeys.accountId, accountId));
}

/** How many live sessions the account has. The transaction must work as app_session. */
export async function countSessions(db: Db, accountId: string, now: Date): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(sessions).where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), gt(sessions.absoluteExpiresAt, now)));
  return row?.count ?? 0;
}

/** Makes an account for a person of a board. Used when a board is set up; invitations by mail come later. */
export async function createAccount(
  database: Database,
  account: { email: string; password: string; language: Language; organisationId: string; organisationName: string; personId: string },
): Promise<string> {
  const passwordHash = await hash(typed(account.password), argon);
  return database.transaction("app_session", null, async (db) => {
    const [row] = await db.insert(accounts).values({ email: account.email, passwordHash, language: account.language }).returning({ id: accounts.id });
    await db.insert(memberships).values({ accountId: row!.id, organisationId: account.organisationId, personId: account.personId, organisationName: account.organisationName });
    return row!.id;
  });
}
