import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { choosePassword, ownAccount, signOutEverywhere } from "#app/services/account.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { checkPassword, createAccount, sessionOf, startSession } from "#app/services/session.server.ts";
import { become } from "#db/client.server.ts";
import { logEntries, sessions } from "#db/schema/index.ts";
import { inBoard, today, type TestBoard } from "#tests/setup/board.ts";

const old = "vier losse woorden hier";
const next = "vijf andere woorden daar";

type Own = { board: TestBoard; accountId: string; as: <T>(work: (ctx: Context) => Promise<T>, now?: Date) => Promise<T>; signIn: () => Promise<string> };

function own(key: string, work: (own: Own) => Promise<void>) {
  return inBoard(async (board) => {
    const person = board.person(key);
    const accountId = await createAccount(board.database, { email: person.email, password: old, language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: person.id });
    await work({
      board,
      accountId,
      as: (act, now = today) => board.as(key, (ctx) => act({ ...ctx, actor: { ...ctx.actor, accountId } }), now),
      signIn: () => startSession(board.database, { accountId, organisationId: board.organisationId, personId: person.id }, today),
    });
  });
}
const alive = ({ board }: Own, id: string) => board.database.transaction("app_session", null, async (db) => (await sessionOf(db, id, today)) !== null);
const signsIn = async ({ board }: Own, key: string, password: string) => (await checkPassword(board.database, { email: board.person(key).email, password, address: "", now: today })).ok;

describe("the own account", () => {
  test("says who somebody is, at which school, with which roles", () =>
    own("linde-directeur", async (mine) => {
      await mine.signIn();
      await mine.signIn();
      expect(await mine.as(ownAccount)).toEqual({
        name: "Name linde-directeur",
        email: "linde-directeur.1@test.example",
        functionTitle: "directeur",
        school: "De Linde",
        roles: [{ role: "leader", schools: ["De Linde"] }],
        organisation: "Board 1",
        practice: false,
        sessions: 2,
      });
    }));

  test("counts only sessions that still live", () =>
    own("linde-leraar-1", async (mine) => {
      await mine.signIn();
      expect(await mine.as(ownAccount, new Date(today.getTime() + 59 * 60_000))).toMatchObject({ sessions: 1 });
      expect(await mine.as(ownAccount, new Date(today.getTime() + 61 * 60_000))).toMatchObject({ sessions: 0 });
    }));

  test("works for somebody without an appointment", () =>
    own("linde-leraar-1", async (mine) => {
      const account = await mine.as((ctx) => ownAccount({ ...ctx, actor: { ...ctx.actor, family: null, functionId: null, schoolId: null } }));
      expect(account).toMatchObject({ functionTitle: null, school: null, roles: [] });
    }));
});

describe("a new password", () => {
  test("replaces the old one, ends every session, and is in the person's own log", () =>
    own("linde-leraar-1", async (mine) => {
      const [here, elsewhere] = [await mine.signIn(), await mine.signIn()];
      expect(await mine.as((ctx) => choosePassword(ctx, { old, next }))).toBe("changed");
      expect([await alive(mine, here), await alive(mine, elsewhere)]).toEqual([false, false]);
      expect([await signsIn(mine, "linde-leraar-1", old), await signsIn(mine, "linde-leraar-1", next)]).toEqual([false, true]);
      const entries = await mine.as(({ db }) => db.select().from(logEntries));
      expect(entries).toMatchObject([{ action: "password.changed", personId: mine.board.person("linde-leraar-1").id, subject: "", at: today }]);
    }));

  test("leaves the sessions of others alone", () =>
    own("linde-leraar-1", async (mine) => {
      const other = mine.board.person("linde-leraar-2");
      const accountId = await createAccount(mine.board.database, { email: other.email, password: old, language: "nl", organisationId: mine.board.organisationId, organisationName: "Board 1", personId: other.id });
      const theirs = await startSession(mine.board.database, { accountId, organisationId: mine.board.organisationId, personId: other.id }, today);
      await mine.as((ctx) => choosePassword(ctx, { old, next }));
      expect(await alive(mine, theirs)).toBe(true);
      expect(await signsIn(mine, "linde-leraar-2", old)).toBe(true);
    }));

  test("changes nothing when the old one is wrong, or the new one is weak", () =>
    own("linde-leraar-1", async (mine) => {
      const here = await mine.signIn();
      expect(await mine.as((ctx) => choosePassword(ctx, { old: "not the old password", next }))).toEqual({ field: "old", problem: "wrong" });
      expect(await mine.as((ctx) => choosePassword(ctx, { old, next: "groeikompas-2026" }))).toEqual({ field: "next", problem: "too-near" });
      expect(await mine.as((ctx) => choosePassword(ctx, { old, next: "linde-leraar-1.1@test.example" }))).toEqual({ field: "next", problem: "too-near" });
      expect(await mine.as((ctx) => choosePassword(ctx, { old, next: old }))).toEqual({ field: "next", problem: "same" });
      expect(await alive(mine, here)).toBe(true);
      expect(await mine.as(({ db }) => db.select().from(logEntries))).toEqual([]);
      expect(await signsIn(mine, "linde-leraar-1", old)).toBe(true);
    }));

  test("an open browser is no place to guess the old one: ten tries in a quarter of an hour", () =>
    own("linde-leraar-1", async (mine) => {
      const guess = (now = today) => mine.as((ctx) => choosePassword(ctx, { old: "not the old password", next }), now).catch((error: unknown) => (error instanceof AppError ? error.kind : error));
      for (let n = 0; n < 10; n += 1) expect(await guess()).toMatchObject({ problem: "wrong" });
      expect(await guess()).toBe("too-many");
      expect(await guess(new Date(today.getTime() + 16 * 60_000))).toMatchObject({ problem: "wrong" });
    }));

  test("cannot be set on the practice board, whose logins are printed", () =>
    own("linde-leraar-1", async (mine) => {
      const id = crypto.randomUUID();
      // A practice board beside it: the same account, seen from there.
      await mine.board.database.transaction("app_user", { organisationId: id, personId: null, roles: ["admin"] }, (db) => db.execute(sql`insert into organisations (id, name, practice) values (${id}, 'Oefenbestuur', true)`));
      const here = await mine.signIn();
      const refused = await mine
        .as(async (ctx) => {
          await become(ctx.db, "app_user", { organisationId: id, personId: ctx.actor.personId, roles: [] });
          return choosePassword({ ...ctx, actor: { ...ctx.actor, organisationId: id } }, { old, next });
        })
        .catch((error: unknown) => (error instanceof AppError ? [error.kind, error.text.nl] : error));
      expect(refused).toEqual(["forbidden", expect.stringContaining("oefenbestuur")]);
      expect(await alive(mine, here)).toBe(true);
      expect(await signsIn(mine, "linde-leraar-1", old)).toBe(true);
    }));
});

test("signing out everywhere ends all sessions of the account and writes it down", () =>
  own("linde-leraar-1", async (mine) => {
    const [here, elsewhere] = [await mine.signIn(), await mine.signIn()];
    await mine.as(signOutEverywhere);
    expect([await alive(mine, here), await alive(mine, elsewhere)]).toEqual([false, false]);
    expect(await mine.board.database.transaction("app_session", null, (db) => db.select().from(sessions).where(eq(sessions.accountId, mine.accountId)))).toEqual([]);
    expect(await mine.as(({ db }) => db.select().from(logEntries))).toMatchObject([{ action: "sessions.ended" }]);
  }));
