import postgres from "postgres";
import { openDatabase } from "#db/client.server.ts";
import { fillPracticeBoard } from "./fill.ts";

/**
 * Fills an empty database with the practice board. Accounts are made last, in one go, so "there are accounts" means it is complete;
 * what an interrupted run left behind is cleared first.
 */
const url = process.env["DATABASE_URL"];
const adminUrl = process.env["MIGRATE_DATABASE_URL"] ?? url;
if (!url || !adminUrl) throw new Error("DATABASE_URL is not set.");

const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
const [state] = await admin<{ accounts: boolean; boards: boolean }[]>`select exists (select from accounts) as accounts, exists (select from organisations) as boards`;
const anew = process.argv.includes("--clear");
if (state!.accounts && !anew) {
  console.error("There are people in this database already; nothing was changed.");
} else {
  if (state!.boards || anew) await clear(admin);
  const database = openDatabase(url, { max: 8 });
  try {
    await fillPracticeBoard(database, new Date(), (line) => console.error(line));
  } finally {
    await database.end();
  }
}
await admin.end();

async function clear(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")}`);
}
