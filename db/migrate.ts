import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { roleStatements } from "./roles.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database up to date, as app_owner, one process at a time.
 * @param adminUrl a login that may create roles, or one that may already become app_owner
 * @param login the role that the app itself logs in as
 * @throws a sentence that names what is missing on a given server
 */
export async function migrate(adminUrl: string, login: string): Promise<void> {
  const client = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [me] = await client<{ database: string; createrole: boolean }[]>`
      select current_database() as database, (rolsuper or rolcreaterole) as createrole from pg_roles where rolname = current_user`;
    if (me!.createrole) for (const statement of roleStatements(login, me!.database)) await client.unsafe(statement);
    const [owner] = await client<{ exists: boolean; member: boolean }[]>`
      select exists (select from pg_roles where rolname = 'app_owner') as exists,
        coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'app_owner'), false) as member`;
    if (!owner!.exists) throw new Error("The roles of Groeikompas are missing on this server: run the SQL of docs/operations.md once, as an administrator.");
    if (!owner!.member) throw new Error("This login may not become app_owner, so it cannot update the tables: set MIGRATE_DATABASE_URL (docs/operations.md).");
    // Two processes that start together must not both migrate; the number is only a name for the lock.
    await client`select pg_advisory_lock(726118)`;
    await client`set role app_owner`;
    await client`create schema if not exists drizzle authorization app_owner`.catch(() => {});
    await runMigrations(drizzle(client), { migrationsFolder });
    await client`reset role`;
    await client`select pg_advisory_unlock(726118)`;
  } finally {
    await client.end();
  }
}
