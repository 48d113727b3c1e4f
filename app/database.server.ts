import { env } from "#app/env.server.ts";
import { openDatabase, type Database } from "#db/client.server.ts";

// One pool per process, also when the dev server loads this module again.
const kept = globalThis as { groeikompasDatabase?: Database };

/** The app's own connection pool. */
export const database: Database = (kept.groeikompasDatabase ??= openDatabase(env.DATABASE_URL));
