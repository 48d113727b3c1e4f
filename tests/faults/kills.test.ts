import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { findBinaries } from "#db/embedded/binaries.ts";
import { openHome } from "#db/embedded/home.ts";
import { run } from "#db/embedded/processes.ts";
import { join } from "node:path";
import { adminUrlOf, healthAt, postmasterOf, untilHealth, type Program } from "./program.ts";
import { openFaultSite } from "./site.ts";

const site = await openFaultSite();
const rounds = inject("faultRounds");
const workerEnded = ({ said }: Program) => said.some((line) => line.includes('"job":"worker","state":"ended"'));
const awhile = () => pause(300 + Math.random() * 700);

test("kill -9 of the app in the middle of autosave", async () => {
  const group = await site.people(8);
  for (const person of group.people) person.begin();
  const killed: Program[] = [];
  for (let round = 0; round < rounds * 2; round += 1) {
    // A little longer, because it begins slowly.
    await awhile();
    await awhile();
    await site.program().killNine();
    expect(await healthAt(site.port)).toBe(0);
    killed.push(site.program());
    await site.start();
    for (const { outbox } of group.people) outbox.retry();
  }
  await awhile();
  await site.whole(`kill -9 of the app, ${rounds * 2} times`, group);
  // Their workers have gone after them, also one that had hardly begun: each would keep a connection.
  for (let turn = 0; turn < 100 && !killed.every(workerEnded); turn += 1) await pause(100);
  expect(killed.filter((program) => !workerEnded(program)).length).toBe(0);
});

test("kill -9 of a process of the database, and of all of it, in the middle of autosave", async () => {
  const group = await site.people(8);
  for (const person of group.people) person.begin();
  let slowest = 0;
  for (let round = 0; round < rounds * 2; round += 1) {
    await awhile();
    const from = performance.now();
    const before = postmasterOf(site.dataDir);
    if (round % 2 === 0) {
      process.kill(before, "SIGKILL");
      // Its other processes may answer a little longer: it is back when there is another one.
      while ([0, before].includes(postmasterOf(site.dataDir))) await pause(20);
    } else {
      process.kill(await busyBackend(), "SIGKILL");
    }
    await untilHealth(site.port, 200, site.program());
    slowest = Math.max(slowest, performance.now() - from);
    for (const { outbox } of group.people) outbox.retry();
  }
  await awhile();
  expect(site.program().ended()).toBeNull();
  await site.whole(`kill -9 of the database, ${rounds * 2} times, back within ${(slowest / 1000).toFixed(1)} s`, group);
});

test("orderly restarts and a stop of the database in the middle of autosave", async () => {
  const group = await site.people(8);
  for (const person of group.people) person.begin();
  const home = await openHome(site.dataDir, () => {});
  const { pgCtl } = await findBinaries(home.folder, home.account);
  for (let round = 0; round < rounds; round += 1) {
    await awhile();
    // By hand, and once by a hand that only stops it: then the product starts it again.
    const act = round === 1 ? "stop" : "restart";
    const start = act === "restart" ? ["-s", "-l", join(home.folder, "postgres", "restart.log")] : ["-s"];
    const { code, output } = await run(pgCtl, [act, "-D", join(home.folder, "postgres"), "-m", "fast", "-w", "-t", "30", ...start], home.account);
    expect([code, output]).toEqual([0, ""]);
    await untilHealth(site.port, 200, site.program());
    for (const { outbox } of group.people) outbox.retry();
  }
  await awhile();
  await site.whole(`orderly restart or stop of the database, ${rounds} times`, group);
});

/** A process of PostgreSQL that works for the app just now. */
async function busyBackend(): Promise<number> {
  const sql = postgres(adminUrlOf(site.dataDir), { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'groeikompas' order by (state <> 'idle') desc, state_change desc limit 1`;
    return row!.pid;
  } finally {
    await sql.end();
  }
}
