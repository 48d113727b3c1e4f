import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** What a query runs on: always inside a transaction that has a role and, for the app's own tables, a board. */
export type Db = PostgresJsDatabase<Record<string, never>>;

/** A role of PostgreSQL that a transaction can work as (`roles.ts`). */
export type DbRole = "app_user" | "app_report" | "app_job" | "app_session";

/** Whose rows a transaction sees. Values come from the session row, never from a request. */
export type Tenant = { readonly organisationId: string; readonly personId: string | null; readonly roles: readonly string[] };

export type Database = {
  /** One transaction as this role; the board's settings hold inside it only. Serialisation failures and deadlocks are tried three times. */
  transaction<T>(role: DbRole, tenant: Tenant | null, work: (db: Db) => Promise<T>): Promise<T>;
  /** True when the server answers. */
  ping(): Promise<boolean>;
  end(): Promise<void>;
};

/** Called for each statement sent; the benchmark and the statement budget count with it. */
export type OnStatement = (text: string) => void;

const nobody: Tenant = { organisationId: "", personId: null, roles: [] };
const tryAgain = new Set(["40001", "40P01"]);

/**
 * Opens a pool. `prepare` is on for all statements, so texts must be finite: use `= any($1)` and never a list of varying length.
 * @param max connections; an embedded server has 60 in all
 */
export function openDatabase(url: string, { max = 12, onStatement }: { max?: number; onStatement?: OnStatement } = {}): Database {
  const client = postgres(url, { max, idle_timeout: 60, connect_timeout: 5, onnotice: () => {}, connection: { statement_timeout: 15_000, application_name: "groeikompas" } });
  const begin = client.begin.bind(client) as unknown as (work: (sql: postgres.TransactionSql) => Promise<unknown>) => Promise<unknown>;
  // Drizzle sends a statement unprepared unless it was named; inside our transactions all of them are prepared.
  client.begin = ((work: (sql: postgres.TransactionSql) => Promise<unknown>) =>
    begin((sql) => {
      const unsafe = sql.unsafe.bind(sql);
      sql.unsafe = ((text: string, values: never[], options: object) => {
        onStatement?.(text);
        return unsafe(text, values, { ...options, prepare: true });
      }) as typeof sql.unsafe;
      return work(sql);
    })) as unknown as typeof client.begin;
  const db = drizzle(client);

  async function once<T>(role: DbRole, tenant: Tenant | null, work: (db: Db) => Promise<T>): Promise<T> {
    return db.transaction(async (tx) => {
      await become(tx as unknown as Db, role, tenant ?? nobody);
      return work(tx as unknown as Db);
    });
  }

  return {
    async transaction(role, tenant, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(role, tenant, work);
        } catch (error) {
          if (attempt === 3 || !tryAgain.has(codeOf(error) ?? "")) throw error;
        }
      }
    },
    async ping() {
      try {
        await client`select 1`;
        return true;
      } catch {
        return false;
      }
    },
    end: () => client.end({ timeout: 5 }),
  };
}

/** Gives the running transaction a role and a board. LOCAL, so a pooled connection forgets both at commit. */
export async function become(db: Db, role: DbRole, tenant: Tenant): Promise<void> {
  const raw = rawOf(db);
  await raw(
    "select set_config('role', $1, true), set_config('app.organisation_id', $2, true), set_config('app.person_id', $3, true), set_config('app.roles', $4, true)",
    [role, tenant.organisationId, tenant.personId ?? "", tenant.roles.join(",")],
  );
}

/**
 * Runs the work as another role inside the same transaction and board, and returns to the web role.
 * Await it alone: a query beside it (Promise.all) would run as that role too.
 */
export async function asRole<T>(db: Db, role: DbRole, work: () => Promise<T>): Promise<T> {
  const raw = rawOf(db);
  await raw("select set_config('role', $1, true)", [role]);
  const value = await work();
  // Only on success: after an error the transaction is over anyway.
  await raw("select set_config('role', $1, true)", ["app_user"]);
  return value;
}

type Raw = (text: string, values: string[]) => Promise<unknown>;
function rawOf(db: Db): Raw {
  const { client } = (db as unknown as { session: { client: postgres.TransactionSql } }).session;
  return (text, values) => client.unsafe(text, values);
}

/** PostgreSQL's SQLSTATE of an error, also when Drizzle wrapped it; null when it is no database error. */
export function codeOf(error: unknown): string | null {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { code } = each as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return null;
}
