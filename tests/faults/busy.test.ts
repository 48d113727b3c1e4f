import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { send, settle, type Sent } from "./answering.ts";
import { blocked } from "./blocked.ts";
import { healthAt } from "./program.ts";
import { openFaultSite } from "./site.ts";

const site = await openFaultSite();
const { respondents } = site.story;

/** What a page, or a script that saves, is told while the database has trouble. */
function mustBeSaidPlainly({ status, headers, text }: Sent, said: RegExp): void {
  expect(status).toBe(503);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(text).toMatch(said);
  expect(text).not.toMatch(/PostgresError|Unexpected Server Error| at .*\.(ts|js):/);
}

/** The reference in what the visitor saw is in the log, with what was the matter. */
async function mustBeLogged({ text }: Sent, code: string): Promise<void> {
  const reference = /\(([0-9a-f]{8})\)/.exec(text)?.[1];
  const find = () => site.program().said.find((each) => each.includes(`"reference":"${reference}"`));
  // It comes to us through a pipe, and so a little later.
  for (let turn = 0; turn < 100 && !find(); turn += 1) await pause(20);
  const line = find();
  expect(JSON.parse(line ?? "null")).toMatchObject({ level: 50, reference, code });
}

test("all connections taken: a save says so within three seconds, does not hang, and goes through afterwards", async () => {
  const group = await site.people(4);
  const cookie = await site.signIn(respondents[9]!.email);
  await site.asAdmin(async (sql) => {
    const held = await sql.reserve();
    await held`begin`;
    await held`lock table goals in access exclusive mode`;
    const pages = Array.from({ length: 14 }, () => send(site.origin + paths.goals(), { method: "GET", headers: { Cookie: cookie }, fresh: true }));
    await blocked(sql);
    await pause(300);
    const refused = await send(site.origin + paths.saveAnswer(respondents[9]!.assessmentId), { body: JSON.stringify({ itemId: respondents[9]!.items[0]!.id, clientId: randomUUID(), base: 0, answer: "1" }), headers: { Cookie: cookie, "Content-Type": "application/json" }, fresh: true });
    expect(refused.took).toBeGreaterThan(1_500);
    expect(refused.took).toBeLessThan(3_000);
    mustBeSaidPlainly(refused, /Het is nu heel druk, en dit is niet gelukt[\s\S]*It is very busy now/);
    await mustBeLogged(refused, "POOL_FULL");
    expect(await healthAt(site.port)).toBe(200);
    for (const person of group.people) person.choose();
    await pause(2_600);
    expect(group.people.map((person) => person.open())).toEqual([1, 1, 1, 1]);
    await held`rollback`;
    held.release();
    for (const page of await Promise.all(pages)) if (page.status !== 200) mustBeSaidPlainly(page, /heel druk/);
    await settle(group.people);
  });
  await site.whole("all connections taken", group);
});

describe("what the database itself refuses", () => {
  test("a save that waits for a lock says so after five seconds; one that is cancelled at once; both go through afterwards", async () => {
    const group = await site.people(1);
    const [person] = group.people;
    const { assessmentId } = respondents[0]!;
    await site.asAdmin(async (sql) => {
      const held = await sql.reserve();
      await held`begin`;
      await held`select 1 from assessments where id = ${assessmentId} for update`;
      const cookie = await site.signIn(respondents[0]!.email);
      const by = () => send(site.origin + paths.saveAnswer(assessmentId), { body: JSON.stringify({ itemId: "nothing", clientId: randomUUID(), base: 0, answer: "1" }), headers: { Cookie: cookie, "Content-Type": "application/json" } });
      const locked = await by();
      mustBeSaidPlainly(locked, /heel druk/);
      await mustBeLogged(locked, "55P03");
      expect(locked.took).toBeLessThan(6_000);
      const cancelled = by();
      await sql`select pg_cancel_backend(${await blocked(sql)})`;
      mustBeSaidPlainly(await cancelled, /heel druk/);
      await mustBeLogged(await cancelled, "57014");
      person!.choose();
      await sql`select pg_terminate_backend(${await blocked(sql)})`;
      await pause(200);
      expect(group.ledger.outcomes.get("503")).toBe(1);
      await held`rollback`;
      held.release();
    });
    await settle(group.people);
    await site.whole("lock timeout, cancelled statement, terminated connection", group);
  });

  test("a deadlock is tried again by the server itself, with the same answer", async () => {
    const group = await site.people(1);
    const { assessmentId, email } = respondents[0]!;
    await site.asAdmin(async (sql) => {
      const other = await sql.reserve();
      await other`set deadlock_timeout = '10s'`;
      for (let round = 0; round < 3; round += 1) {
        // A session that was not used for two minutes is prolonged by the save, which then holds its row.
        await sql`update sessions set expires_at = expires_at - interval '2 minutes' where account_id = (select id from accounts where email = ${email})`;
        await other`begin`;
        await other`select 1 from assessments where id = ${assessmentId} for update`;
        group.people[0]!.choose();
        await blocked(sql);
        await other`update sessions set idle_minutes = idle_minutes where account_id = (select id from accounts where email = ${email})`;
        await other`commit`;
        await settle(group.people);
      }
      other.release();
      expect(await deadlocks(sql)).toBeGreaterThanOrEqual(3);
    });
    expect([...group.ledger.outcomes]).toEqual([["200", 3]]);
    await site.whole("deadlock, 3 times", group);
  });

  test("serialisation failures are tried again; what fails three times is said, and the page tries again", async () => {
    const isolation = (value: string) => site.asAdmin((sql) => sql.unsafe(`alter role groeikompas_app ${value}`));
    await isolation("set default_transaction_isolation = 'serializable'");
    await site.program().stop();
    await site.start();
    const group = await site.people(8);
    for (const person of group.people) person.begin(10);
    await pause(2_500);
    await settle(group.people);
    await isolation("reset default_transaction_isolation");
    expect(site.program().said.some((line) => line.includes('"code":"40001"'))).toBe(true);
    await site.whole("serialisation failures", group);
  });
});

async function deadlocks(sql: postgres.Sql): Promise<number> {
  // Counted by the server a moment later.
  for (let turn = 0; ; turn += 1) {
    const [row] = await sql<{ n: number }[]>`select deadlocks::int as n from pg_stat_database where datname = current_database()`;
    if (row!.n >= 3 || turn === 50) return row!.n;
    await pause(100);
  }
}
