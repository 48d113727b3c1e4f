import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { settle } from "./answering.ts";
import { openProxy } from "./proxy.ts";
import { openFaultSite } from "./site.ts";

const site = await openFaultSite();
const enough = 1_500 * inject("faultRounds");
const anywhere = (bytes: number) => 1 + Math.floor(Math.random() * bytes);

test("the acknowledgement of every third save is lost", async () => {
  const proxy = await openProxy(() => site.port, (nth) => (nth % 3 === 2 ? { kind: "no-answer" } : { kind: "clear" }));
  const group = await site.people(8, { origin: () => proxy.origin, fresh: true });
  for (const person of group.people) person.begin();
  await pause(enough);
  await settle(group.people);
  await proxy.close();
  expect(proxy.broken()).toBeGreaterThan(10);
  await site.whole(`lost acknowledgement, ${proxy.broken()} of ${proxy.connections()}`, group);
});

test("30 % of connections are reset, anywhere in the request or in the answer", async () => {
  const proxy = await openProxy(() => site.port, () => (Math.random() > 0.3 ? { kind: "clear" } : { kind: Math.random() < 0.5 ? "reset-up" : "reset-down", after: anywhere(700) }));
  const group = await site.people(8, { origin: () => proxy.origin, fresh: true });
  for (const person of group.people) person.begin();
  await pause(enough);
  await settle(group.people);
  await proxy.close();
  expect(proxy.broken()).toBeGreaterThan(10);
  await site.whole(`30 % loss, ${proxy.broken()} of ${proxy.connections()} connections reset`, group);
});

test("every first try is reset in the middle of the request", async () => {
  const proxy = await openProxy(() => site.port, (nth) => (nth % 2 === 0 ? { kind: "reset-up", after: 100 + anywhere(300) } : { kind: "clear" }));
  const group = await site.people(4, { origin: () => proxy.origin, fresh: true });
  for (const person of group.people) person.begin();
  await pause(enough);
  await settle(group.people);
  await proxy.close();
  await site.whole(`reset in the middle of the request, ${proxy.broken()} of ${proxy.connections()}`, group);
});

test("10 s latency: one save each, acknowledged at the first try; 14 s: the page gives up, tries again, and it counts once", async () => {
  let ms = 14_000;
  const [slow, slower] = await Promise.all([openProxy(() => site.port, () => ({ kind: "slow", ms: 10_000 })), openProxy(() => site.port, () => ({ kind: "slow", ms }))]);
  const patient = await site.people(4, { origin: () => slow.origin, fresh: true });
  const tired = await site.people(4, { origin: () => slower.origin, fresh: true, from: 4 });
  for (const person of [...patient.people, ...tired.people]) for (const nth of [0, 1, 2]) person.choose(nth);
  await pause(12_500);
  expect(patient.people.map((person) => person.open())).toEqual([0, 0, 0, 0]);
  expect([...patient.ledger.outcomes]).toEqual([["200", 12]]);
  // Their first try is still under way to the server when the second one overtakes it.
  expect(tired.people.map((person) => person.open())).toEqual([3, 3, 3, 3]);
  ms = 0;
  await settle(tired.people);
  await pause(3_000);
  await Promise.all([slow.close(), slower.close()]);
  expect(tired.ledger.outcomes.get("200")).toBe(12);
  expect([...tired.ledger.outcomes.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(24);
  await site.whole("10 s latency", patient);
  await site.whole("14 s latency, longer than the page waits", tired);
});
