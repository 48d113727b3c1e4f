import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { actorOf } from "#app/services/actor.server.ts";
import { createAccount, endSession, sessionOf, startSession } from "#app/services/session.server.ts";
import { accounts, people, sessions } from "#db/schema/index.ts";
import { inBoard, today, type TestBoard } from "#tests/setup/board.ts";

const minutes = (count: number) => new Date(today.getTime() + count * 60_000);

async function started(board: TestBoard, key: string): Promise<{ id: string; accountId: string }> {
  const person = board.person(key);
  const accountId = await createAccount(board.database, { email: person.email, password: "vier losse woorden hier", language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: person.id });
  return { accountId, id: await startSession(board.database, { accountId, organisationId: board.organisationId, personId: person.id }, today) };
}
const seen = (board: TestBoard, id: string, now: Date) => board.database.transaction("app_session", null, (db) => sessionOf(db, id, now));

describe("a session", () => {
  test("belongs to one account at one board", () =>
    inBoard(async (board) => {
      const { id, accountId } = await started(board, "linde-leraar-1");
      expect(await seen(board, id, today)).toMatchObject({ id, accountId, organisationId: board.organisationId, personId: board.person("linde-leraar-1").id, language: "nl" });
    }));

  test("is kept as a hash of its id; what stands in the table opens nothing", () =>
    inBoard(async (board) => {
      const { id } = await started(board, "linde-leraar-1");
      expect(id).toMatch(/^[0-9a-f]{64}$/);
      const [row] = await board.database.transaction("app_session", null, (db) => db.select().from(sessions));
      expect(row!.id).toBe(createHash("sha256").update(id).digest("hex"));
      expect(await seen(board, row!.id, today)).toBeNull();
    }));

  test("two in a row have nothing in common", () =>
    inBoard(async (board) => {
      const { id, accountId } = await started(board, "linde-leraar-1");
      const other = await startSession(board.database, { accountId, organisationId: board.organisationId, personId: board.person("linde-leraar-1").id }, today);
      expect(other).not.toBe(id);
      expect(await seen(board, id, today)).not.toBeNull();
      expect(await seen(board, other, today)).not.toBeNull();
    }));

  test.each([["linde-leraar-1", 60, 12 * 60], ["linde-directeur", 30, 8 * 60], ["beheerder", 30, 8 * 60], ["hr", 30, 8 * 60]])("%s: over after %i idle minutes, and for good after %i", (key, idle, absolute) =>
    inBoard(async (board) => {
      const { id } = await started(board, key);
      expect(await seen(board, id, minutes(idle + 1))).toBeNull();
      // An expired session is gone, also when a clock is set back.
      expect(await seen(board, id, today)).toBeNull();

      const { accountId } = { accountId: (await board.database.transaction("app_session", null, (db) => db.select().from(accounts)))[0]!.id };
      const busy = await startSession(board.database, { accountId, organisationId: board.organisationId, personId: board.person(key).id }, today);
      for (let at = 10; at < absolute; at += 10) expect(await seen(board, busy, minutes(at)), `${at} minutes`).not.toBeNull();
      expect(await seen(board, busy, minutes(absolute))).toBeNull();
    }),
  );

  test("slides at most once a minute, so that a busy page does not write at every click", () =>
    inBoard(async (board) => {
      const { id } = await started(board, "linde-leraar-1");
      const expiry = async () => (await board.database.transaction("app_session", null, (db) => db.select().from(sessions)))[0]!.expiresAt.getTime();
      const first = await expiry();
      await seen(board, id, new Date(today.getTime() + 30_000));
      expect(await expiry()).toBe(first);
      await seen(board, id, minutes(40));
      expect(await expiry()).toBe(minutes(100).getTime());
    }));

  test.each([[""], ["x".repeat(64)], ["A".repeat(64)], ["0".repeat(39)], ["0".repeat(81)], ["'; drop table sessions; --"]])("%j is nobody's", (id) =>
    inBoard(async (board) => {
      await started(board, "linde-leraar-1");
      expect(await seen(board, id, today)).toBeNull();
    }),
  );

  test("signing out ends it on the server", () =>
    inBoard(async (board) => {
      const { id } = await started(board, "linde-leraar-1");
      await endSession(board.database, id, today);
      expect(await seen(board, id, today)).toBeNull();
      expect(await board.database.transaction("app_session", null, (db) => db.select().from(sessions))).toEqual([]);
    }));

  test("a disabled account has none left", () =>
    inBoard(async (board) => {
      const { id, accountId } = await started(board, "linde-leraar-1");
      await board.database.transaction("app_session", null, (db) => db.update(accounts).set({ disabledAt: today }).where(eq(accounts.id, accountId)));
      expect(await seen(board, id, today)).toBeNull();
    }));

  test("somebody who left the board is nobody there, at the next click", () =>
    inBoard(async (board) => {
      const { id } = await started(board, "linde-leraar-1");
      const person = board.person("linde-leraar-1");
      const asked = () => board.database.transaction("app_session", null, async (db) => actorOf(db, (await sessionOf(db, id, today))!));
      expect(await asked()).toMatchObject({ actor: { name: "Name linde-leraar-1" } });
      await board.as("beheerder", ({ db }) => db.update(people).set({ leftAt: today }).where(eq(people.id, person.id)));
      expect(await asked()).toBeNull();
    }));
});
