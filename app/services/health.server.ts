import { env } from "#app/env.server.ts";
import type { Database } from "#db/client.server.ts";

export type Health = { status: "ok" | "unavailable"; version: string; database: "embedded" | "postgres" };

/** Whether the app can do its work: the database answers within two seconds. */
export async function health(database: Database): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), 2_000)));
  const up = await Promise.race([database.ping(), late]);
  clearTimeout(timer);
  return { status: up ? "ok" : "unavailable", version: env.GROEIKOMPAS_VERSION, database: env.GROEIKOMPAS_DATABASE };
}
