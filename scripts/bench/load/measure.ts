import type { Child, Reading } from "../child.ts";

/** Milliseconds per request unless said otherwise; CPU over app and database processes together and apart. */
export type Measured = {
  readonly name: string;
  readonly connections: number;
  readonly requests: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly appCpu: number;
  readonly databaseCpu: number;
  readonly statements: number;
};

/** What is asked over and over: for each connection a function that asks once, checks the answer and throws when it is wrong. */
export type Scenario = { readonly name: string; readonly open: (nth: number) => Ask };
export type Ask = { readonly once: (turn: number) => Promise<void>; readonly close: () => void };
/** Whose processor time is counted: the server's process, and the database with all its processes (its clock, in milliseconds). */
export type Watched = { readonly child: Child; readonly database: () => number };

export type Pace = { readonly connections: number; readonly seconds: number; readonly atLeast: number };

const warmUp = 200;

/** Closed loop: every connection asks again as soon as it has its answer, for so many seconds and at least so many requests in all. */
export async function measure({ name, open }: Scenario, watched: Watched, { connections, seconds, atLeast }: Pace): Promise<Measured> {
  const asks = Array.from({ length: connections }, (_, nth) => open(nth));
  const times: number[] = [];
  const errors = new Map<string, number>();
  const loop = async (until: (done: number) => boolean, keep: boolean) => {
    await Promise.all(
      asks.map(async ({ once }) => {
        for (let turn = 0; until(turn); turn += 1) {
          const at = performance.now();
          try {
            await once(turn);
          } catch (error) {
            // The kind of the error; addresses in it differ every time.
            const kind = String(error).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…").slice(0, 200);
            errors.set(kind, (errors.get(kind) ?? 0) + 1);
            if (errors.get(kind)! > 50) throw error;
          }
          if (keep) times.push(performance.now() - at);
        }
      }),
    );
  };
  // Code is compiled, and connections and statements are prepared by then.
  await loop((turn) => turn < Math.max(5, Math.ceil(warmUp / connections)), false);
  const before = await readingOf(watched);
  const begin = performance.now();
  await loop(() => performance.now() - begin < seconds * 1_000 || times.length < atLeast, true);
  const elapsed = performance.now() - begin;
  const after = await readingOf(watched);
  asks.forEach(({ close }) => close());
  for (const [kind, count] of errors) console.error(`  ${name}: ${count} × ${kind}`);
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  return { name, connections, requests: times.length, errors: failed, perSecond: round(times.length / (elapsed / 1_000)), ...percentiles(times), ...perRequest(before, after, times.length) };
}

export type Standing = Reading & { databaseCpu: number };

export async function readingOf({ child, database }: Watched): Promise<Standing> {
  const databaseCpu = database();
  return { ...(await child.reading()), databaseCpu };
}

export function perRequest(before: Standing, after: Standing, requests: number): Pick<Measured, "appCpu" | "databaseCpu" | "statements"> {
  const each = (of: (standing: Standing) => number) => Math.round(((of(after) - of(before)) / Math.max(1, requests)) * 1_000) / 1_000;
  return { appCpu: each(({ cpu }) => cpu), databaseCpu: each(({ databaseCpu }) => databaseCpu), statements: each(({ statements }) => statements) };
}

export function percentiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const round = (value: number): number => Math.round(value * 100) / 100;
