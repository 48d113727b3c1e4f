import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { codeOf } from "#db/client.server.ts";
import { fillPracticeBoard } from "#seeds/fill.ts";
import { practiceBoard } from "#seeds/practice-board.ts";
import { committedBoard, today } from "#tests/setup/board.ts";
import { sql } from "drizzle-orm";

/** Every tenant table × every verb × every role, from one board at the rows of another. A new table is in it by itself. */
const board = await committedBoard(3);
const theirs = practiceBoard().plan.id;
const admin = postgres(board.adminUrl, { max: 1, onnotice: () => {} });
const tables = (
  await admin<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'organisation_id' and table_name not in ('memberships', 'sessions', 'release_queue') order by 1`
).map(({ name }) => name);
const roles = ["app_user", "app_report", "app_job", "app_session"] as const;
/** insufficient_privilege: no grant, or refused by row level security. */
const refused = "42501";

beforeAll(async () => {
  await fillPracticeBoard(board.database, today, () => {});
}, 60_000);

const attempt = (role: (typeof roles)[number], statement: string, values: unknown[] = []) =>
  board.database
    .transaction(role, { organisationId: board.organisationId, personId: board.person("beheerder").id, roles: ["admin", "hr", "leader", "board"] }, async (db) => {
      const parts = statement.split(/\$\d/);
      const query = parts.slice(1).reduce((sum, part, place) => sql`${sum}${values[place]}${sql.raw(part)}`, sql.raw(parts[0]!));
      return (await db.execute(query)).length;
    })
    .catch((error: unknown) => codeOf(error) ?? String(error));

test("there are rows of the other board in every table, so that an open door would show", async () => {
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables) {
    const [{ count }] = (await admin.unsafe(`select count(*)::int as count from ${table} where organisation_id = '${theirs}'`)) as unknown as [{ count: number }];
    expect(count, table).toBeGreaterThan(0);
  }
});

describe.each(roles)("as %s", (role) => {
  test.each(tables)("%s", async (table) => {
    const at = `where organisation_id = '${theirs}'`;
    expect([0, refused]).toContain(await attempt(role, `select 1 from ${table} ${at}`));
    expect([0, refused]).toContain(await attempt(role, `update ${table} set organisation_id = organisation_id ${at} returning 1`));
    expect([0, refused]).toContain(await attempt(role, `delete from ${table} ${at} returning 1`));
    const [row] = (await admin.unsafe(`select to_json(t)::text as json from ${table} t ${at} limit 1`)) as unknown as [{ json: string }];
    expect(await attempt(role, `insert into ${table} select * from json_populate_record(null::${table}, $1::json)`, [row.json])).toBe(refused);
    expect([0, refused]).toContain(await attempt(role, `update ${table} set organisation_id = '${theirs}' returning 1`));
    expect(await attempt(role, `truncate ${table}`)).toBe(refused);
  });
});

test("a wall that is taken away is noticed: without its policy the other board's rows are there", async () => {
  await admin.unsafe("drop policy people_tenant on people");
  expect(await attempt("app_user", `select 1 from people where organisation_id = '${theirs}'`)).toBeGreaterThan(0);
});
