import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/server.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be merged
  export interface ProvidedContext {
    adminUrl: string;
    appUrl: string;
    template: string;
  }
}

/** The login that the app's own connections use in tests; bound by row level security like in production. */
const login = { name: "groeikompas_test_app", password: "only-for-tests" };

/**
 * One server per run: the one of TEST_DATABASE_URL or DATABASE_URL (a login that may create databases and roles),
 * else an embedded one. On it a migrated template that every worker copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"] ?? process.env["DATABASE_URL"];
  const folder = join(tmpdir(), `groeikompas-test-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 10)}`);
  const embedded = given ? null : await startEmbedded({ dataDir: folder, log: () => {} });
  const serverUrl = given ?? embedded!.adminUrl;
  const template = `test_template_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(
    `do $$ begin create role ${login.name} login password '${login.password}' nosuperuser nobypassrls noinherit; exception when duplicate_object or unique_violation then null; end $$`,
  );
  await admin.unsafe(`create database ${template}`);
  await migrate(withDatabase(serverUrl, template), login.name);
  const app = new URL(serverUrl);
  app.username = login.name;
  app.password = login.password;
  project.provide("adminUrl", serverUrl);
  project.provide("appUrl", app.href);
  project.provide("template", template);
  return async () => {
    const mine = await admin<{ name: string }[]>`select datname as name from pg_database where datname = ${template} or datname like ${`${template.replace("template", "worker")}%`}`;
    for (const { name } of mine) await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
    await embedded?.stop();
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
