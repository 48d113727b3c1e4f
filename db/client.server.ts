import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { openConnections } from "./connections.server.ts";

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
 * @param max connections, and one more for `ping`; an embedded server has 60 in all
 * @param patience milliseconds that a transaction waits for a free connection; null for as long as it takes
 */
export function openDatabase(url: string, { max = 12, patience = null, onStatement }: { max?: number; patience?: number | null; onStatement?: OnStatement } = {}): Database {
  const connections = openConnections(url, { max, patience, onStatement });
  return {
    async transaction(role, tenant, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await connections.use((db) =>
            db.transaction(async (tx) => {
              await become(tx as unknown as Db, role, tenant ?? nobody);
              return work(tx as unknown as Db);
            }),
          );
        } catch (error) {
          if (attempt === 3 || !tryAgain.has(codeOf(error) ?? "")) throw error;
          // Two that got in each other's way must not do so again at the same moment.
          await pause(Math.random() * 50 * attempt);
        }
      }
    },
    ping: connections.ping,
    end: connections.end,
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

/** What is the matter with the database, for errors that pass by themselves; the visitor did nothing wrong. */
export type Trouble = "away" | "full" | "busy";

// SQLSTATE: 53100 disk full; 53 resources, 57014 cancelled or timed out, 55P03 lock timeout, 40 rolled back; 08 connection, 57P shutting down, 58 system.
const troubles: readonly (readonly [Trouble, RegExp])[] = [
  ["full", /^(53100|ENOSPC)$/],
  ["busy", /^(POOL_FULL|53...|57014|55P03|40...)$/],
  ["away", /^(CONNECTION_\w+|CONNECT_TIMEOUT|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOENT|HOSTUNREACH|NOTFOUND|AI_AGAIN)|ERR_STREAM_\w+|08...|57P..|58...)$/],
];

/** The trouble that this error tells of, or null for an error that trying again does not mend. */
export function troubleOf(error: unknown): Trouble | null {
  const code = codeOf(error) ?? "";
  return troubles.find(([, pattern]) => pattern.test(code))?.[0] ?? null;
}
