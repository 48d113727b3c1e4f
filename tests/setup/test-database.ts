import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { become, openDatabase, type Database, type Db } from "#db/client.server.ts";

let count = 0;

/** The names of test databases begin so; anything else is refused, so that a test can never touch real data. */
function named(url: string, name: string): string {
  if (!name.startsWith("test_")) throw new Error(`Tests only use databases whose name starts with test_, not "${name}".`);
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

export type OwnDatabase = { database: Database; appUrl: string; adminUrl: string };

/** A fresh, migrated, empty database of this worker alone; for what happens only at commit. Dropped at the end of the run. */
export async function ownDatabase(options: { max?: number } = {}): Promise<OwnDatabase> {
  const template = inject("template");
  const name = `${template.replace("template", "worker")}_${process.pid}_${(count += 1)}`;
  const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template}`);
  await admin.end();
  const appUrl = named(inject("appUrl"), name);
  const database = openDatabase(appUrl, { max: options.max ?? 4 });
  afterAll(() => database.end());
  return { database, appUrl, adminUrl: named(inject("adminUrl"), name) };
}

/** A Database whose transactions are savepoints of one that will be rolled back. */
export function nestedIn(db: Db): Database {
  return {
    transaction: (role, tenant, work) =>
      db.transaction(async (tx) => {
        await become(tx as unknown as Db, role, tenant ?? { organisationId: "", personId: null, roles: [] });
        return work(tx as unknown as Db);
      }),
    ping: async () => true,
    end: async () => {},
  };
}
