import postgres from "postgres";
import { startEmbedded } from "#db/embedded/server.ts";

/** The database of the running product, for what a browser cannot do: time that passes. */
export async function inDatabase(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const server = await startEmbedded({ dataDir: process.env["E2E_DATA_DIR"]!, log: () => {} });
  const sql = postgres(server.adminUrl, { max: 1 });
  await work(sql);
  await sql.end();
  await server.stop();
}
