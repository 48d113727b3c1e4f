import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { environmentFor } from "./child.ts";
import type { Ready } from "./database.ts";
import { measure, percentiles, readingOf, round, type Scenario, type Watched } from "./load/measure.ts";
import { cpuOf, peakMemory, watchMemory } from "./processes.ts";

export type Released = {
  readonly rounds: number;
  readonly people: number;
  readonly figures: number;
  /** From the start of the worker to the last release being there; its own start included. */
  readonly seconds: number;
  readonly workerCpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly workerPeakMiB: number;
  readonly databasePeakMiB: number;
  /** A page that somebody looks at meanwhile, over one connection, and the same page just before. */
  readonly beside: { readonly before: Percentiles; readonly during: Percentiles & { requests: number; errors: number }; readonly longestStandstill: number };
};
type Percentiles = { p50: number; p95: number; p99: number };

const root = fileURLToPath(new URL("../../", import.meta.url));
const giveUp = 30 * 60_000;

/** Lets the product's own worker make the releases that are due, while somebody looks at a page over and over. */
export async function measureRelease({ admin, url }: Ready, page: Scenario, watched: Watched, postmaster: number): Promise<Released> {
  const waiting = async () => (await admin<{ rounds: number }[]>`select count(*)::int as rounds from release_queue where due_at <= now()`)[0]!.rounds;
  const rounds = await waiting();
  const { p50, p95, p99 } = await measure(page, watched, { connections: 1, seconds: 5, atLeast: 200 });
  await readingOf(watched);
  const [memory, databaseBefore, begin] = [watchMemory(postmaster), watched.database(), performance.now()];
  const worker = fork(`${root}scripts/worker.ts`, [], { cwd: root, execArgv: ["--import", "tsx"], env: environmentFor(url), stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const times: number[] = [];
  let [errors, done] = [0, false];
  const looking = (async () => {
    const ask = page.open(0);
    while (!done) {
      const at = performance.now();
      await ask.once(0).catch(() => void (errors += 1));
      times.push(performance.now() - at);
      // Somebody looks, and reads for a moment; a loop without a pause would take a core from the worker.
      await pause(100);
    }
    ask.close();
  })();
  while ((await waiting()) > 0) {
    if (worker.exitCode !== null) throw new Error(`The worker ended with ${worker.exitCode}.`);
    if (performance.now() - begin > giveUp) throw new Error(`The releases were not there after ${giveUp / 60_000} minutes.`);
    await pause(100);
  }
  const seconds = round((performance.now() - begin) / 1_000);
  done = true;
  await looking;
  const { blocked } = await watched.child.reading();
  const workerPeakMiB = peakMemory(worker.pid!);
  const workerCpuSeconds = round(cpuOf(worker.pid!) / 1_000);
  worker.kill("SIGTERM");
  await once(worker, "exit");
  const [made] = await admin<{ people: number; figures: number }[]>`
    with newest as (select organisation_id, id from releases order by closed_at desc, id limit ${rounds})
    select (select count(*) from release_members m join newest n on n.id = m.release_id)::int as people, (select count(*) from release_cells c join newest n on n.id = c.release_id)::int as figures`;
  return {
    ...{ rounds, people: made!.people, figures: made!.figures, seconds, workerCpuSeconds },
    databaseCpuSeconds: round((watched.database() - databaseBefore) / 1_000),
    ...{ workerPeakMiB, databasePeakMiB: memory.stop() },
    beside: { before: { p50, p95, p99 }, during: { ...percentiles(times), requests: times.length, errors }, longestStandstill: round(blocked) },
  };
}
