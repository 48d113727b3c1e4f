import { setTimeout as pause } from "node:timers/promises";
import { database } from "#app/database.server.ts";
import { log } from "#app/log.server.ts";
import { sweepQueueKeys } from "#app/services/queue-keys.server.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";

/**
 * The process beside the web server that closes rounds and makes their figures, so that no visitor ever waits for it.
 * Once an hour it throws away the keys of answers that waited in a browser for a month.
 * Started by the start script with DATABASE_URL in its environment; ends with it (SIGTERM, or the channel to it gone).
 * With the database away it says so once and tries again; what was due is done when it is back.
 */
const every = 15_000;
const end = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end.abort());
process.on("disconnect", () => end.abort());
// The web server may have been killed before this line was reached, and then nothing tells us any more.
if (process.connected === false) end.abort();

let away = false;
let swept = 0;
const sweepEvery = 3_600_000;
while (!end.signal.aborted) {
  try {
    const now = new Date();
    await releaseDueRounds(database, now, log);
    const counted = await refreshResponse(database, now);
    if (counted > 0) log.info({ job: "response", rounds: counted });
    if (now.getTime() - swept >= sweepEvery) {
      const keys = await sweepQueueKeys(database, now);
      if (keys > 0) log.info({ job: "queue keys", gone: keys });
      swept = now.getTime();
    }
    if (away) log.info({ job: "worker", state: "database is back" });
    away = false;
  } catch (error) {
    if (!away) log.error({ job: "worker", state: "database is away", error });
    away = true;
  }
  // Ends at once when the program is told to stop.
  await pause(every, undefined, { signal: end.signal }).catch(() => {});
}
await database.end();
log.info({ job: "worker", state: "ended" });
process.exit(0);
