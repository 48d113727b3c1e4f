import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Context } from "#app/services/context.server.ts";
import { queueKeysOf, sweepQueueKeys } from "#app/services/queue-keys.server.ts";
import { sessionEnd } from "#app/services/session-end.server.ts";
import { createAccount, endAllSessions, endSession, sessionOf, signOut, startSession } from "#app/services/session.server.ts";
import { accounts, queueKeys } from "#db/schema/index.ts";
import { inBoard, today, type TestBoard } from "#tests/setup/board.ts";

const later = (hours: number) => new Date(today.getTime() + hours * 3_600_000);
type Somebody = { key: string; accountId: string; session: string };

async function signedIn(board: TestBoard, key: string, { shared = false, accountId = "" } = {}): Promise<Somebody> {
  const person = board.person(key);
  const account = accountId || (await createAccount(board.database, { email: person.email, password: "vier losse woorden hier", language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: person.id }));
  return { key, accountId: account, session: await startSession(board.database, { accountId: account, organisationId: board.organisationId, personId: person.id, shared }, today) };
}
const keysOf = (board: TestBoard, { key, accountId, session }: Somebody, now = today) =>
  board.as(key, (ctx: Context) => queueKeysOf({ ...ctx, actor: { ...ctx.actor, accountId } }, session), now);
const rows = (board: TestBoard) => board.database.transaction("app_session", null, (db) => db.select().from(queueKeys));
const asSession = <T>(board: TestBoard, work: (db: Context["db"]) => Promise<T>) => board.database.transaction("app_session", null, work);

describe("a key for what waits in a browser", () => {
  test("is 32 bytes, one per session, the same each time it is asked for", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      const { current, earlier } = await keysOf(board, me);
      expect(Buffer.from(current!.key, "base64")).toHaveLength(32);
      expect(earlier).toEqual([]);
      expect(await keysOf(board, me)).toEqual({ current, earlier });
      expect(await rows(board)).toHaveLength(1);
    }));

  test("is there for the same person who signs in again, also when the session before is long gone", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      const { current } = await keysOf(board, me);
      expect(await asSession(board, (db) => sessionOf(db, me.session, later(2)))).toBeNull();
      const again = await signedIn(board, me.key, { accountId: me.accountId });
      const now = await keysOf(board, again, later(2));
      expect(now.earlier).toEqual([current]);
      expect(now.current!.id).not.toBe(current!.id);
      // Another session in its place (another board, another sign-in) is no signing out either.
      await endSession(board.database, again.session, later(2));
      const third = await signedIn(board, me.key, { accountId: me.accountId });
      expect((await keysOf(board, third, later(3))).earlier.map(({ id }) => id).sort()).toEqual([current!.id, now.current!.id].sort());
    }));

  test("is never another account's, whoever's session is named", () =>
    inBoard(async (board) => {
      const [me, colleague] = [await signedIn(board, "linde-leraar-1"), await signedIn(board, "linde-leraar-2")];
      const mine = await keysOf(board, me);
      const theirs = await keysOf(board, colleague);
      expect(theirs.earlier).toEqual([]);
      expect(theirs.current!.id).not.toBe(mine.current!.id);
      // With my session id in hand, a colleague's account gets nothing of it.
      expect(await keysOf(board, { ...colleague, session: me.session })).toEqual({ current: null, earlier: [] });
      expect(await keysOf(board, { ...colleague, session: "0".repeat(64) })).toEqual({ current: null, earlier: [] });
      expect(await rows(board)).toHaveLength(2);
    }));

  test("is not given on a shared device, and earlier ones are not either", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      await keysOf(board, me);
      const shared = await signedIn(board, me.key, { accountId: me.accountId, shared: true });
      expect(await keysOf(board, shared)).toEqual({ current: null, earlier: [] });
    }));

  test("is gone when its owner signs out, and only that one", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      const other = await signedIn(board, me.key, { accountId: me.accountId });
      const { current } = await keysOf(board, me);
      await keysOf(board, other);
      await signOut(board.database, other.session, today);
      expect((await rows(board)).map(({ id }) => id)).toEqual([current!.id]);
      expect(await asSession(board, (db) => sessionOf(db, other.session, today))).toBeNull();
    }));

  test("is gone when all sessions are ended, as with a new password", () =>
    inBoard(async (board) => {
      const [me, colleague] = [await signedIn(board, "linde-leraar-1"), await signedIn(board, "linde-leraar-2")];
      await keysOf(board, me);
      const theirs = await keysOf(board, colleague);
      await asSession(board, (db) => endAllSessions(db, me.accountId, today));
      expect((await rows(board)).map(({ id }) => id)).toEqual([theirs.current!.id]);
    }));

  test("is swept after thirty days, and at once for an account that may not sign in any more", () =>
    inBoard(async (board) => {
      const [me, colleague] = [await signedIn(board, "linde-leraar-1"), await signedIn(board, "linde-leraar-2")];
      await keysOf(board, me);
      await keysOf(board, colleague);
      expect(await sweepQueueKeys(board.database, later(30 * 24 + 12))).toBe(0);
      await asSession(board, (db) => db.update(accounts).set({ disabledAt: today }).where(eq(accounts.id, colleague.accountId)));
      expect(await sweepQueueKeys(board.database, today)).toBe(1);
      expect(await sweepQueueKeys(board.database, later(30 * 24 + 13))).toBe(1);
      expect(await rows(board)).toEqual([]);
    }));
});

describe("asking how long a session lasts", () => {
  test("says it, without making it last longer", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      const personId = board.person(me.key).id;
      expect(await sessionEnd(board.database, me.session, today)).toEqual({ personId, shared: false, endsIn: 3600, extends: true });
      expect(await sessionEnd(board.database, me.session, later(0.75))).toMatchObject({ endsIn: 900 });
      expect(await sessionEnd(board.database, me.session, later(1))).toBeNull();
      expect(await sessionEnd(board.database, "nobody's", today)).toBeNull();
    }));

  test("says when it ends for good", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1");
      for (let hours = 0.5; hours < 12; hours += 0.5) await asSession(board, (db) => sessionOf(db, me.session, later(hours)));
      expect(await sessionEnd(board.database, me.session, later(11.5))).toMatchObject({ endsIn: 1800, extends: false });
      expect(await sessionEnd(board.database, me.session, later(12))).toBeNull();
    }));

  test("is half an hour at most on a shared device, and nothing for a disabled account", () =>
    inBoard(async (board) => {
      const me = await signedIn(board, "linde-leraar-1", { shared: true });
      expect(await sessionEnd(board.database, me.session, today)).toMatchObject({ shared: true, endsIn: 1800 });
      await asSession(board, (db) => db.update(accounts).set({ disabledAt: today }).where(eq(accounts.id, me.accountId)));
      expect(await sessionEnd(board.database, me.session, today)).toBeNull();
    }));
});
