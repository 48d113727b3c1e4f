import { cpuOf, family } from "./processes.ts";

export type Measured = { name: string; requests: number; p50: number; p95: number; perSecond: number; appCpu: number; databaseCpu: number };
type Processes = { app: number; database: number };

/**
 * Asks the same thing again and again over one connection and reports medians and processor time per request, in milliseconds.
 * @param ask must check its own answer and throw when it is not what was expected
 */
export async function measure(name: string, processes: Processes, ask: (turn: number) => Promise<void>, requests = 200, warmUp = 60): Promise<Measured> {
  for (let turn = 0; turn < warmUp; turn += 1) await ask(turn);
  const [app, database] = [[processes.app], family(processes.database)];
  const before = { app: cpuOf(app), database: cpuOf(database) };
  const times: number[] = [];
  const begin = performance.now();
  for (let turn = 0; turn < requests; turn += 1) {
    const at = performance.now();
    await ask(warmUp + turn);
    times.push(performance.now() - at);
  }
  const elapsed = performance.now() - begin;
  times.sort((a, b) => a - b);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    name,
    requests,
    p50: round(times[Math.floor(requests * 0.5)]!),
    p95: round(times[Math.floor(requests * 0.95)]!),
    perSecond: Math.round((requests / elapsed) * 1_000),
    appCpu: round((cpuOf(app) - before.app) / requests),
    databaseCpu: round((cpuOf(database) - before.database) / requests),
  };
}
