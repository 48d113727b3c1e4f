import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { paths } from "#app/paths.ts";
import { send, settle } from "./answering.ts";
import { openFaultSite } from "./site.ts";

const site = await openFaultSite();
const { respondents } = site.story;

test("SIGTERM lets what is under way finish: none of the saves that were being made is cut", async () => {
  const group = await site.people(8);
  let took = 0;
  await site.asAdmin(async (sql) => {
    const held = await sql.reserve();
    await held`begin`;
    await held`select 1 from assessments for update`;
    for (const person of group.people) person.choose();
    for (let waiting = 0; waiting < 8; ) {
      const [row] = await sql<{ n: number }[]>`select count(*)::int as n from pg_stat_activity where application_name = 'groeikompas' and wait_event_type = 'Lock'`;
      waiting = row!.n;
      await pause(20);
    }
    const stopping = site.program().stop();
    await pause(2_000);
    expect(site.program().ended()).toBeNull();
    // Nobody new comes in meanwhile.
    await expect(send(`${site.origin}/health`, { method: "GET", fresh: true })).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await held`rollback`;
    held.release();
    const stopped = await stopping;
    expect(stopped.code).toBe(0);
    ({ took } = stopped);
  });
  expect([...group.ledger.outcomes]).toEqual([["200", 8]]);
  expect(took).toBeLessThan(10_000);
  await site.start();
  await site.whole(`SIGTERM with 8 saves under way, gone after ${(took / 1000).toFixed(1)} s of which 2 waiting`, group);
});

test("a deploy while people answer, again and again: pages of before keep saving to the program of after", async () => {
  const rounds = inject("faultRounds");
  const group = await site.people(8);
  for (const person of group.people) person.begin();
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    await pause(400 + Math.random() * 600);
    const { code, took } = await site.program().stop();
    expect(code).toBe(0);
    longest = Math.max(longest, took);
    await site.start();
    for (const { outbox } of group.people) outbox.retry();
  }
  await settle(group.people);
  expect(longest).toBeLessThan(10_000);
  await site.whole(`deploy while 8 people answer, ${rounds} times, each gone within ${(longest / 1000).toFixed(1)} s`, group);
});

test("what an older page sends is understood: as a form, without the newer fields, with fields of then", async () => {
  const { assessmentId, email, items } = respondents[9]!;
  const cookie = await site.signIn(email);
  const save = (body: string, type: string) => send(site.origin + paths.saveAnswer(assessmentId), { body, headers: { Cookie: cookie, "Content-Type": type } });
  const item = items[7]!;
  const first = await save(new URLSearchParams({ itemId: item.id, clientId: crypto.randomUUID(), base: "0", answer: "1" }).toString(), "application/x-www-form-urlencoded");
  const second = await save(JSON.stringify({ itemId: item.id, clientId: crypto.randomUUID(), base: 1, answer: "2", version: "0.0.9", sentAt: 1 }), "application/json");
  expect([first, second].map(({ status, text }) => [status, (JSON.parse(text) as { state: { sequence: number } }).state.sequence])).toEqual([[200, 1], [200, 2]]);
});
