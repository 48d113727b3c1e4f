import postgres from "postgres";

/** The login of the web app. It owns nothing; what it may do, the migrations say. */
export const appRole = "groeikompas_app";
export const databaseName = "groeikompas";

/** Address of one of the server's databases; the password needs no escaping (base64url). */
export function addressOf(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Asks something over a connection of its own, which is closed again. */
export async function ask<T>(address: string, question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(address, { max: 1, connect_timeout: 5, idle_timeout: 5, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/**
 * Sees to the database and to the app's login: never a superuser, never past row level security,
 * and without inheritance, so that it is a role of the app only where a transaction says so.
 */
export async function ensureDatabase(adminAddress: string, appAddress: string, appPassword: string): Promise<void> {
  const attributes = "login nosuperuser nobypassrls noinherit nocreatedb nocreaterole noreplication";
  const quoted = `password '${appPassword.replaceAll("'", "''")}'`;
  await ask(adminAddress, async (sql) => {
    const [role] = await sql<{ sound: boolean }[]>`
      select rolcanlogin and not (rolsuper or rolbypassrls or rolinherit or rolcreatedb or rolcreaterole or rolreplication) as sound
      from pg_roles where rolname = ${appRole}`;
    if (!role) await sql.unsafe(`create role ${appRole} ${attributes} ${quoted}`);
    else if (!role.sound) await sql.unsafe(`alter role ${appRole} ${attributes}`);

    const [database] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!database) await sql.unsafe(`create database ${databaseName}`);

    // A restored folder may hold another password than the file beside it.
    if (!(await opens(appAddress))) await sql.unsafe(`alter role ${appRole} ${quoted}`);
  });
}

async function opens(address: string): Promise<boolean> {
  try {
    await ask(address, (sql) => sql`select 1`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") return false;
    throw error;
  }
}
