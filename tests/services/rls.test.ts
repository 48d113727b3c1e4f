import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { inBoard, otherBoard } from "#tests/setup/board.ts";
import { ownDatabase } from "#tests/setup/test-database.ts";

/** Tables without a board: accounts and sessions with their keys, and the queue that says where a round is due. */
const outsideTenants = ["accounts", "memberships", "queue_keys", "release_queue", "sessions", "sign_in_attempts"];

test("every table stands behind forced row level security, and every tenant table behind its wall", async () => {
  const { adminUrl } = await ownDatabase();
  const admin = postgres(adminUrl, { max: 1 });
  const tables = await admin<{ name: string; rls: boolean; force: boolean; owner: string; tenant: boolean; wall: number }[]>`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as force, pg_get_userbyid(c.relowner) as owner,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') or c.relname = 'organisations' as tenant,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null) as wall
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`;
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter((t) => !t.rls || !t.force).map((t) => t.name)).toEqual([]);
  expect(tables.filter((t) => t.owner !== "app_owner").map((t) => t.name)).toEqual([]);
  expect(tables.filter((t) => t.wall === 0).map((t) => t.name)).toEqual(outsideTenants);
  await admin.end();
});

test("roles own nothing, bypass nothing, and have the four verbs at most", async () => {
  const { adminUrl } = await ownDatabase();
  const admin = postgres(adminUrl, { max: 1 });
  const roles = await admin<{ name: string; bad: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or (rolcanlogin and rolname like 'app_%') as bad
    from pg_roles where rolname in ('app_owner','app_user','app_report','app_job','app_session','groeikompas_test_app')`;
  expect(roles).toHaveLength(6);
  expect(roles.filter((role) => role.bad)).toEqual([]);
  const grants = await admin<{ grantee: string; table: string; privilege: string }[]>`
    select grantee, table_name as table, privilege_type as privilege from information_schema.role_table_grants where table_schema = 'public' and grantee <> 'app_owner'`;
  expect(grants.filter(({ privilege }) => !["SELECT", "INSERT", "UPDATE", "DELETE"].includes(privilege))).toEqual([]);
  expect(grants.filter(({ grantee }) => grantee === "PUBLIC")).toEqual([]);
  const report = grants.filter(({ grantee }) => grantee === "app_report").map(({ table, privilege }) => `${table} ${privilege}`);
  expect(report.sort()).toEqual(["organisations SELECT", "release_cells SELECT", "release_response SELECT", "releases SELECT"]);
  const answers = grants.filter(({ table }) => table === "answers").map(({ grantee, privilege }) => `${grantee} ${privilege}`);
  expect(answers.sort()).toEqual(["app_user INSERT", "app_user SELECT"]);
  const keys = grants.filter(({ table }) => table === "queue_keys").map(({ grantee, privilege }) => `${grantee} ${privilege}`);
  expect(keys.sort()).toEqual(["app_session DELETE", "app_session INSERT", "app_session SELECT"]);
  await admin.end();
});

test("no views, no definer functions, and foreign keys between boards' tables carry the board", async () => {
  const { adminUrl } = await ownDatabase();
  const admin = postgres(adminUrl, { max: 1 });
  const [counts] = await admin<{ views: number; definers: number }[]>`
    select (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v','m')) as views,
      (select count(*)::int from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef) as definers`;
  expect(counts).toEqual({ views: 0, definers: 0 });
  const loose = await admin<{ name: string }[]>`
    select con.conname as name from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
    where con.contype = 'f' and n.nspname = 'public' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any(con.conkey) and a.attname = 'organisation_id')`;
  // Sessions and memberships point at accounts, which belong to no board.
  expect(loose.map(({ name }) => name).sort()).toEqual(["memberships_account_id_accounts_id_fk", "sessions_account_id_accounts_id_fk"]);
  await admin.end();
});

test("indexes of tenant tables start with the board, or serve the job", async () => {
  const { adminUrl } = await ownDatabase();
  const admin = postgres(adminUrl, { max: 1 });
  const other = await admin<{ name: string }[]>`
    select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where n.nspname = 'public' and a.attname <> 'organisation_id' and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id') order by 1`;
  expect(other.map(({ name }) => name)).toEqual(["memberships_key", "memberships_person", "release_queue_due", "release_queue_pkey", "rounds_due", "sessions_account", "sessions_expires", "sessions_pkey"]);
  await admin.end();
});

test("nothing is visible without a board, and a setting does not outlive its transaction", async () => {
  const { database } = await ownDatabase({ max: 1 });
  const tenant = { organisationId: "6f1c1c0e-0000-4000-8000-000000000001", personId: null, roles: ["admin"] };
  await database.transaction("app_user", tenant, async (db) => void (await db.execute(sql`insert into organisations (id, name) values (${tenant.organisationId}, 'A')`)));
  const seen = await database.transaction("app_user", null, (db) => db.execute(sql`select * from organisations`));
  expect(seen).toHaveLength(0);
  await expect(
    database.transaction("app_user", tenant, async () => {
      throw new Error("half-way");
    }),
  ).rejects.toThrow("half-way");
  const [after] = await database.transaction("app_session", null, (db) => db.execute<{ board: string }>(sql`select current_setting('app.organisation_id', true) as board`));
  expect(after!.board).toBe("");
});

test("another board's rows are not there, whatever the verb", async () => {
  await inBoard(async (board) => {
    const other = await otherBoard(board);
    const theirs = other.person("linde-leraar-1");
    await board.as("beheerder", async ({ db }) => {
      for (const table of ["organisations", "schools", "people", "appointments", "role_grants"]) {
        const key = table === "organisations" ? sql`id` : sql`organisation_id`;
        const rows = await db.execute(sql`select * from ${sql.identifier(table)} where ${key} = ${other.organisationId}`);
        expect(rows, table).toHaveLength(0);
      }
      const updated = await db.execute(sql`update people set name = 'stolen' where id = ${theirs.id} returning id`);
      expect(updated).toHaveLength(0);
      const deleted = await db.execute(sql`delete from role_grants where organisation_id = ${other.organisationId} returning id`);
      expect(deleted).toHaveLength(0);
    });
    for (const attack of [
      sql`insert into people (organisation_id, name, email) values (${other.organisationId}, 'x', 'x@x.example')`,
      sql`update people set organisation_id = ${other.organisationId} where organisation_id = ${board.organisationId}`,
    ]) {
      await expect(board.as("beheerder", ({ db }) => db.execute(attack))).rejects.toThrow();
    }
  });
});

test("within a board, people see their own rows only, and a leader nobody's", async () => {
  await inBoard(async (board) => {
    for (const key of ["linde-leraar-1", "linde-directeur", "bestuurder", "hr"]) {
      await board.as(key, async ({ db, actor }) => {
        const rows = await db.execute<{ id: string }>(sql`select id from people`);
        expect(rows.map(({ id }) => id)).toEqual([actor.personId]);
      });
    }
    await board.as("linde-leraar-1", async ({ db, actor }) => {
      await expect(db.transaction((tx) => tx.execute(sql`insert into role_grants (organisation_id, person_id, role) values (${board.organisationId}, ${actor.personId}, 'admin')`))).rejects.toThrow();
      await expect(db.transaction((tx) => tx.execute(sql`select * from releases`))).rejects.toThrow();
      await expect(db.transaction((tx) => tx.execute(sql`truncate people`))).rejects.toThrow();
    });
  });
});
