import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { checkPassword, createAccount } from "#app/services/session.server.ts";
import { accounts, signInAttempts } from "#db/schema/index.ts";
import { inBoard, today, type TestBoard } from "#tests/setup/board.ts";

const password = "vier losse woorden hier";
const later = (minutes: number) => new Date(today.getTime() + minutes * 60_000);

async function withAccount(work: (board: TestBoard, attempt: (more?: Partial<Parameters<typeof checkPassword>[1]>) => ReturnType<typeof checkPassword>, email: string) => Promise<void>) {
  await inBoard(async (board) => {
    const person = board.person("linde-leraar-1");
    await createAccount(board.database, { email: person.email, password, language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: person.id });
    await work(board, (more = {}) => checkPassword(board.database, { email: person.email, password, address: "192.0.2.1", now: today, ...more }), person.email);
  });
}
const outcome = (work: Promise<{ ok: boolean }>) => work.then(({ ok }) => ok, (error: unknown) => (error instanceof AppError ? error.kind : error));

describe("signing in", () => {
  test("with the right password, in any case of the address, gives the boards of the account", () =>
    withAccount(async (board, attempt, email) => {
      expect(await attempt({ email: ` ${email.toUpperCase()} ` })).toMatchObject({ ok: true, memberships: [{ organisationId: board.organisationId, organisationName: "Board 1" }] });
    }));

  test("says the same for a wrong password, an unknown address and a disabled account", () =>
    withAccount(async (board, attempt, email) => {
      expect(await attempt({ password: `${password}.` })).toEqual({ ok: false });
      expect(await attempt({ password: "" })).toEqual({ ok: false });
      expect(await attempt({ email: "nobody@test.example" })).toEqual({ ok: false });
      await board.database.transaction("app_session", null, (db) => db.update(accounts).set({ disabledAt: today }).where(eq(accounts.email, email)));
      expect(await attempt()).toEqual({ ok: false });
    }));

  test("does the same work for an unknown address: the password is verified against a decoy", () =>
    withAccount(async (_board, attempt) => {
      await attempt({ email: "warm.up@test.example" });
      const time = async (work: () => Promise<unknown>) => {
        const taken: number[] = [];
        for (let n = 0; n < 3; n += 1) {
          const start = performance.now();
          await work();
          taken.push(performance.now() - start);
        }
        return Math.min(...taken);
      };
      const unknown = await time(() => attempt({ email: "nobody@test.example", password: "wrong" }));
      const known = await time(() => attempt({ password: "wrong" }));
      // argon2id takes tens of milliseconds; without the decoy an unknown address would answer in two or three.
      expect(unknown).toBeGreaterThan(known / 4);
    }));

  test("accepts an accent however the keyboard composed it", () =>
    withAccount(async (board, attempt) => {
      const other = board.person("linde-leraar-2");
      await createAccount(board.database, { email: other.email, password: "caf\u00e9 crème brûlée", language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: other.id });
      expect(await outcome(attempt({ email: other.email, password: "cafe\u0301 crème brûlée".normalize("NFD") }))).toBe(true);
    }));
});

describe("too many attempts", () => {
  test("ten failures on one account from one address: wait, also with the right password, and in again after a quarter", () =>
    withAccount(async (_board, attempt) => {
      for (let n = 0; n < 10; n += 1) expect(await outcome(attempt({ password: "wrong" }))).toBe(false);
      expect(await outcome(attempt())).toBe("too-many");
      expect(await outcome(attempt({ now: later(14) }))).toBe("too-many");
      expect(await outcome(attempt({ now: later(16) }))).toBe(true);
    }));

  test("the real user elsewhere still gets in, and so does a colleague at the same address", () =>
    withAccount(async (board, attempt) => {
      const colleague = board.person("linde-leraar-2");
      await createAccount(board.database, { email: colleague.email, password, language: "nl", organisationId: board.organisationId, organisationName: "Board 1", personId: colleague.id });
      for (let n = 0; n < 11; n += 1) await outcome(attempt({ password: "wrong", address: "203.0.113.9" }));
      expect(await outcome(attempt({ address: "203.0.113.9" }))).toBe("too-many");
      expect(await outcome(attempt({ address: "192.0.2.7" }))).toBe(true);
      expect(await outcome(attempt({ email: colleague.email, address: "203.0.113.9" }))).toBe(true);
    }));

  test("an unknown address is limited like a known one, so the limit tells nothing", () =>
    withAccount(async (_board, attempt) => {
      const unknown = { email: "nobody@test.example", password: "wrong" };
      for (let n = 0; n < 10; n += 1) expect(await outcome(attempt(unknown))).toBe(false);
      expect(await outcome(attempt(unknown))).toBe("too-many");
    }));

  test("fifty failures on one account from many addresses: everybody waits for that account", () =>
    withAccount(async (_board, attempt) => {
      for (let n = 0; n < 50; n += 1) expect(await outcome(attempt({ password: "wrong", address: `203.0.113.${n}` }))).toBe(false);
      expect(await outcome(attempt({ address: "192.0.2.7" }))).toBe("too-many");
      expect(await outcome(attempt({ address: "192.0.2.7", now: later(16) }))).toBe(true);
    }));

  test("a hundred failures from one address on as many accounts: that address waits", () =>
    withAccount(async (board, attempt) => {
      const key = (await seenKeys(board, () => attempt({ password: "wrong" }))).find((each) => each.count === 1)!.key;
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      for (let n = 0; n < 99; n += 1) await outcome(attempt({ email: `nobody.${n}@test.example`, password: "wrong" }));
      expect(await outcome(attempt())).toBe("too-many");
      expect(await outcome(attempt({ address: "192.0.2.7" }))).toBe(true);
    }));

  test("a whole school that signs in from one address uses up nothing", () =>
    withAccount(async (board, attempt) => {
      for (let n = 0; n < 12; n += 1) expect(await outcome(attempt())).toBe(true);
      expect(await seenKeys(board, async () => {})).toEqual([]);
    }));

  test("signing in forgives the own typing mistakes at this address", () =>
    withAccount(async (_board, attempt) => {
      for (let n = 0; n < 9; n += 1) await attempt({ password: "wrong" });
      expect(await outcome(attempt())).toBe(true);
      for (let n = 0; n < 9; n += 1) expect(await outcome(attempt({ password: "wrong" }))).toBe(false);
      expect(await outcome(attempt())).toBe(true);
    }));
});

/** What the table keeps: hashes and moments, never an address or a name. */
async function seenKeys(board: TestBoard, work: () => Promise<unknown>): Promise<{ key: string; count: number }[]> {
  await work();
  const rows = await board.database.transaction("app_session", null, (db) => db.select({ key: signInAttempts.key }).from(signInAttempts));
  return [...new Set(rows.map(({ key }) => key))].map((key) => ({ key, count: rows.filter((row) => row.key === key).length }));
}
