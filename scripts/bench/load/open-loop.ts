import { monitorEventLoopDelay } from "node:perf_hooks";
import { randomFrom } from "#seeds/random.ts";
import { percentiles, perRequest, readingOf, round, type Measured, type Watched } from "./measure.ts";

/** Somebody who answers: asks once, and throws when the answer is wrong. */
export type Answering = { readonly once: (turn: number) => Promise<void>; readonly close: () => void };
export type OpenLoop = Measured & {
  readonly people: number;
  readonly seconds: number;
  /** Requests that were due; fewer done than due means that people had to wait for their own earlier one at the end. */
  readonly due: number;
  /** How late this driver itself was, 99th percentile in ms: what is above the server's own share of a delay. */
  readonly driverLate: number;
};

/**
 * Open loop: everybody saves at moments fixed beforehand, every `every` seconds from a moment of their own, whether or not the server
 * keeps up. Times count from the moment a save was due, so a server that stalls is charged for everybody who was kept waiting.
 */
export async function openLoop(name: string, people: readonly Answering[], watched: Watched, { seconds, every, seed }: { seconds: number; every: number; seed: number }): Promise<OpenLoop> {
  const random = randomFrom(seed);
  // Everybody has a connection and has been here before, as in the middle of a round.
  for (let from = 0; from < people.length; from += 50) await Promise.all(people.slice(from, from + 50).map(({ once }) => once(0)));
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const before = await readingOf(watched);
  const times: number[] = [];
  let [errors, due] = [0, 0];
  const begin = performance.now() + 200;
  await Promise.all(
    people.map(async ({ once }) => {
      const first = begin + random() * every * 1_000;
      for (let turn = 0; ; turn += 1) {
        const moment = first + turn * every * 1_000;
        if (moment >= begin + seconds * 1_000) return;
        due += 1;
        const wait = moment - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        try {
          await once(turn + 1);
        } catch (error) {
          errors += 1;
          if (errors <= 5) console.error(`  ${name}: ${String(error).slice(0, 200)}`);
        }
        times.push(performance.now() - moment);
      }
    }),
  );
  const elapsed = (performance.now() - begin) / 1_000;
  const after = await readingOf(watched);
  delay.disable();
  people.forEach(({ close }) => close());
  return {
    ...{ name, connections: people.length, requests: times.length, errors, perSecond: round(times.length / elapsed) },
    ...percentiles(times),
    ...perRequest(before, after, times.length),
    ...{ people: people.length, seconds, due, driverLate: round(delay.percentile(99) / 1e6 - 10) },
  };
}
