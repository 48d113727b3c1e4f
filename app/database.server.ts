import { env } from "#app/env.server.ts";
import { openDatabase, type Database } from "#db/client.server.ts";

// One pool per process, also when the dev server loads this module again.
const kept = globalThis as { groeikompasDatabase?: Database };

/** The app's own connection pool. Nobody waits longer than two seconds for a turn: then it is better to say so. */
export const database: Database = (kept.groeikompasDatabase ??= openDatabase(env.DATABASE_URL, { patience: 2_000 }));
