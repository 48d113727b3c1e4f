import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";

/** Waits until a process of the app waits for a lock, and gives it. */
export async function blocked(sql: postgres.Sql): Promise<number> {
  for (let turn = 0; turn < 200; turn += 1) {
    const [row] = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'groeikompas' and wait_event_type = 'Lock'`;
    if (row) return row.pid;
    await pause(20);
  }
  throw new Error("Nothing of the app waits for a lock.");
}
