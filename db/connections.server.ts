import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { arrayTypes } from "./arrays.ts";
import type { Db, OnStatement } from "./client.server.ts";

/**
 * Connections that are each a postgres.js client of their own, thrown away at the first sign that they broke.
 * Its own pool takes a broken connection into use again while the transaction that broke with it may still send:
 * its ROLLBACK or COMMIT then ends the process or somebody else's transaction (porsager/postgres 1154, 1208, 1216).
 */
export type Connections = {
  /** Lends a connection for one transaction. @throws code "POOL_FULL" when none came free in time */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** True when the server answers; over a connection of its own, so that it never waits behind visitors. */
  ping(): Promise<boolean>;
  end(): Promise<void>;
};

export type Limits = { max: number; patience: number | null; onStatement: OnStatement | undefined };

type Sql = postgres.TransactionSql;
type Line = { client: postgres.Sql; db: Db; broken: boolean; begun: boolean; lose: (error: Error) => void; idle: NodeJS.Timeout | null };
type Waiter = { take: (line: Line) => void; refuse: (error: Error) => void; timer: NodeJS.Timeout | undefined };

const idleFor = 60_000;
const connectWithin = 5_000;
const nothing = () => {};
/** A new one each time: one for all would keep hold of everything that ever waited for it. */
const forever = () => new Promise<never>(() => {});

/** Opens no connection yet: each is made when it is first needed, and closed after a minute without work. */
export function openConnections(url: string, { max, patience, onStatement }: Limits): Connections {
  const lines = new Set<Line>();
  const idle: Line[] = [];
  const waiting: Waiter[] = [];
  let watch: Line | null = null;
  let ended = false;

  function open(): Line {
    const client = postgres(url, {
      max: 1,
      connect_timeout: connectWithin / 1_000,
      max_lifetime: null,
      fetch_types: false,
      types: arrayTypes,
      onnotice: nothing,
      onclose: () => breaks(line),
      connection: { statement_timeout: 15_000, lock_timeout: 5_000, application_name: "groeikompas" },
    });
    const line: Line = { client, db: null as unknown as Db, broken: false, begun: false, lose: nothing, idle: null };
    client.begin = guardedBegin(line, onStatement) as unknown as typeof client.begin;
    line.db = drizzle(client);
    return line;
  }

  function breaks(line: Line): void {
    line.broken = true;
    line.lose(closedError());
    const place = idle.indexOf(line);
    if (place >= 0) remove(idle.splice(place, 1)[0]!);
    if (watch === line) watch = null;
  }

  function remove(line: Line): void {
    if (line.idle) clearTimeout(line.idle);
    lines.delete(line);
    void line.client.end({ timeout: 0 }).catch(nothing);
  }

  function take(): Promise<Line> {
    if (ended) return Promise.reject(failure("CONNECTION_ENDED", "The connections to the database were closed."));
    const known = idle.pop();
    if (known) {
      if (known.idle) clearTimeout(known.idle);
      return Promise.resolve(known);
    }
    if (lines.size < max) return Promise.resolve(added());
    return new Promise((resolve, reject) => {
      const tired = () => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(failure("POOL_FULL", `All ${max} connections to the database are in use.`));
      };
      const waiter: Waiter = { take: resolve, refuse: reject, timer: patience === null ? undefined : setTimeout(tired, patience) };
      waiting.push(waiter);
    });
  }

  function added(): Line {
    const line = open();
    lines.add(line);
    return line;
  }

  function giveBack(line: Line): void {
    if (line.broken || ended) remove(line);
    const next = waiting.shift();
    if (next) {
      clearTimeout(next.timer);
      return next.take(line.broken ? added() : line);
    }
    if (line.broken || ended) return;
    line.idle = setTimeout(() => remove(idle.splice(idle.indexOf(line), 1)[0]!), idleFor);
    line.idle.unref();
    idle.push(line);
  }

  return {
    async use(work) {
      const line = await take();
      line.begun = false;
      try {
        return await work(line.db);
      } finally {
        // Refused at the door of the server: whatever the reason, the next one starts afresh.
        if (!line.begun) line.broken = true;
        giveBack(line);
      }
    },
    async ping() {
      const line = (watch ??= open());
      try {
        await line.client`select 1`;
        return true;
      } catch {
        if (watch === line) watch = null;
        void line.client.end({ timeout: 0 }).catch(nothing);
        return false;
      }
    },
    async end() {
      ended = true;
      for (const { refuse, timer } of waiting.splice(0)) {
        clearTimeout(timer);
        refuse(failure("CONNECTION_ENDED", "The connections to the database were closed."));
      }
      await Promise.all([...lines, ...(watch ? [watch] : [])].map(({ client }) => client.end({ timeout: 5 })));
    },
  };
}

/**
 * `begin` that is over at the moment the connection breaks. Nothing of its transaction is sent any more, not even the rollback:
 * the server has done that itself. All statements are prepared: Drizzle sends one unprepared unless it was named.
 */
function guardedBegin(line: Line, onStatement: OnStatement | undefined) {
  const begin = line.client.begin.bind(line.client) as unknown as (work: (sql: Sql) => Promise<unknown>) => Promise<unknown>;
  return (work: (sql: Sql) => Promise<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const over = (error: unknown) => {
        line.broken = true;
        reject(error as Error);
        return forever();
      };
      line.lose = over;
      // A server that takes connections and drops them would be asked again and again.
      const late = setTimeout(() => over(failure("CONNECT_TIMEOUT", "The database did not take a connection in time.")), connectWithin);
      begin(async (sql) => {
        clearTimeout(late);
        if (line.broken) return forever();
        line.begun = true;
        const unsafe = sql.unsafe.bind(sql);
        sql.unsafe = ((text: string, values: never[], options: object) => {
          if (line.broken) throw closedError();
          onStatement?.(text);
          return unsafe(text, values, { ...options, prepare: true });
        }) as typeof sql.unsafe;
        try {
          const value = await work(sql);
          return line.broken ? await forever() : value;
        } catch (error) {
          if (line.broken || isLost(error)) return over(error);
          throw error;
        }
      })
        .then(resolve, reject)
        .finally(() => clearTimeout(late));
    });
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

const closedError = () => failure("CONNECTION_CLOSED", "The connection to the database was closed.");

/** The socket failed, as against an error that the server reported over it; its closing is told a little later. */
function isLost(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    const { code, syscall } = each as { code?: unknown; syscall?: unknown };
    if (syscall !== undefined || (typeof code === "string" && /^(CONNECTION_|ERR_STREAM_)/.test(code))) return true;
  }
  return false;
}
