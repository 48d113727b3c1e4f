import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { startEmbedded } from "#db/embedded/server.ts";
import { blocked } from "./blocked.ts";
import { copyTemplate } from "./site.ts";

const dataDir = join(inject("faultsFolder"), "release");
const clock = join(inject("faultsFolder"), "release-clock");
const { roundId } = await copyTemplate(dataDir);
const database = await startEmbedded({ dataDir, log: () => {} });
const sql = postgres(database.adminUrl, { max: 3, onnotice: () => {} });
// The round runs for thirty days more.
writeFileSync(clock, String(31 * 86_400_000));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await sql.end({ timeout: 1 });
  await database.stop();
});

/** The worker as the start script makes it, with a clock that says the round has ended. */
function startWorker(): { killNine: () => Promise<void> } {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, DATABASE_URL: database.appUrl, NODE_ENV: "production", FAULT_CLOCK: clock, NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  return {
    async killNine() {
      child.kill("SIGKILL");
      await gone;
      running.delete(child);
    },
  };
}

const tables = ["releases", "release_cells", "release_response", "release_members"] as const;

/** Every row of a release, without the numbers that are new each time. */
async function bytes(): Promise<string> {
  const parts = await Promise.all(tables.map((table) => sql.unsafe(`select (to_jsonb(t) - 'id' - 'release_id' - 'created_at')::text as row from ${table} t order by 1`)));
  return JSON.stringify(parts.map((rows) => rows.map(({ row }) => String(row))));
}

async function rowsOf(): Promise<number[]> {
  return Promise.all(tables.map(async (table) => (await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]!.n));
}

async function untilReleased(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const [row] = await sql<{ released: boolean }[]>`select released_at is not null as released from rounds where id = ${roundId}`;
    if (row!.released) return;
    await pause(50);
  }
  throw new Error("The round is not released.");
}

test("killed half way, the job leaves nothing; then it makes one release, to the byte what it makes undisturbed", async () => {
  const rounds = inject("faultRounds");
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Half way: stopped at each table in turn, with everything before it written.
    for (const table of tables) {
      const held = await sql.reserve();
      await held.unsafe(`begin; lock table ${table} in share mode`);
      const worker = startWorker();
      await blocked(sql);
      await worker.killNine();
      kills += 1;
      await held`rollback`;
      held.release();
      // Its process at the server goes on to the end of the statement, and then finds nobody there.
      for (let turn = 0; turn < 100; turn += 1) {
        const [row] = await sql<{ n: number }[]>`select count(*)::int as n from pg_stat_activity where application_name = 'groeikompas'`;
        if (row!.n === 0) break;
        await pause(20);
      }
      expect(await rowsOf(), table).toEqual([0, 0, 0, 0]);
    }
  }
  const workers = [startWorker(), startWorker()];
  await untilReleased();
  await Promise.all(workers.map((worker) => worker.killNine()));
  const [first, rows] = [await bytes(), await rowsOf()];
  expect(rows[0]).toBe(1);
  expect(rows.every((n) => n > 0)).toBe(true);

  await sql.begin(async (tx) => {
    for (const table of [...tables].reverse()) await tx.unsafe(`delete from ${table}`);
    await tx`update rounds set released_at = null`;
    await tx`insert into release_queue (round_id, organisation_id, due_at) select id, organisation_id, closes_at + interval '5 minutes' from rounds`;
  });
  const undisturbed = startWorker();
  await untilReleased();
  await undisturbed.killNine();
  // The clock is not part of a release.
  expect(await bytes()).toBe(first);
  console.log(`release job killed half way — ${kills} kills, releases 1, rows ${rows.join("/")}, identical bytes`);
});
