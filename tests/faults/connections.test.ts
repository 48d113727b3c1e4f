import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { sql } from "drizzle-orm";
import { afterAll, expect, inject, test } from "vitest";
import { startEmbedded } from "#db/embedded/server.ts";
import { codeOf, openDatabase, troubleOf } from "#db/client.server.ts";
import { copyTemplate } from "./site.ts";

const dataDir = join(inject("faultsFolder"), "connections");
await copyTemplate(dataDir);
const server = await startEmbedded({ dataDir, log: () => {} });
const admin = postgres(server.adminUrl, { max: 2, onnotice: () => {} });
const database = openDatabase(server.appUrl, { max: 3, patience: 300 });
afterAll(async () => {
  await database.end();
  await admin.end();
  await server.stop();
});

const inTransaction = <T>(work: (db: Parameters<Parameters<typeof database.transaction>[2]>[0]) => Promise<T>) => database.transaction("app_job", null, work);
const failure = (promise: Promise<unknown>) => promise.then(() => "none", (error: unknown) => [codeOf(error), troubleOf(error)]);

test("lists of texts and of ids come back as they went", async () => {
  const texts = ["plain", "", "with, comma", 'with "quotes"', "back\\slash\\", "{braces}", "NULL", "null", " spaces ", "two\nlines", "é Ω 李 👩🏽‍🏫", "'"];
  const ids = ["0b8f2c5e-5d8a-4f3b-9a52-3a6c2f1f0a11", "00000000-0000-4000-8000-000000000000"];
  const back = await inTransaction(async (db) => (await db.execute(sql`select ${sql.param(texts)}::text[] as texts, ${sql.param([])}::text[] as none, ${sql.param(ids)}::uuid[] as ids, array['a', null] as holes, '{}'::text[] as empty`))[0]);
  expect(back).toEqual({ texts, none: [], ids, holes: ["a", null], empty: [] });
});

test("a connection that breaks between two statements ends its transaction, and nothing of it reaches another one", async () => {
  for (let round = 0; round < 20 * inject("faultRounds"); round += 1) {
    const broken = inTransaction(async (db) => {
      const [row] = (await db.execute(sql`select pg_backend_pid() as pid`)) as unknown as { pid: number }[];
      await admin`select pg_terminate_backend(${row!.pid}, 5000)`;
      await pause(round % 3);
      await db.execute(sql`select 1`);
    });
    const others = [1, 2].map((n) =>
      inTransaction(async (db) => {
        // A stray COMMIT or ROLLBACK of the broken one would end the transaction, and with it the settings that are local to it.
        await db.execute(sql`select set_config('app.person_id', ${String(n)}, true)`);
        await pause(4);
        return (await db.execute(sql`select current_setting('app.person_id') as mine, current_user as me`))[0];
      }),
    );
    expect(["CONNECTION_CLOSED", "ECONNRESET", "57P01"]).toContain(((await failure(broken)) as string[])[0]);
    expect(await Promise.all(others)).toEqual([1, 2].map((n) => ({ mine: String(n), me: "app_job" })));
  }
});

test("who waits too long for a free connection hears so; the next one gets it; after the end nobody waits", async () => {
  const free: (() => void)[] = [];
  const held = [1, 2, 3].map(() => inTransaction(() => new Promise<void>((resolve) => free.push(resolve))));
  while (free.length < 3) await pause(5);
  expect(await failure(inTransaction(async () => {}))).toEqual(["POOL_FULL", "busy"]);
  expect(await database.ping()).toBe(true);
  const next = inTransaction(async () => "through");
  free[0]!();
  expect(await next).toBe("through");
  free.forEach((each) => each());
  await Promise.all(held);
  const last = openDatabase(server.appUrl, { max: 1 });
  const working = last.transaction("app_job", null, () => pause(100));
  const waiting = failure(last.transaction("app_job", null, async () => {}));
  await pause(30);
  await last.end();
  expect([await waiting, await failure(working)]).toEqual([["CONNECTION_ENDED", "away"], "none"]);
});
