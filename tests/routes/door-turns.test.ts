import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { committedBoard } from "#tests/setup/board.ts";
import { createAccount, startSession } from "#app/services/session.server.ts";
import { asRole, openDatabase } from "#db/client.server.ts";

const board = await committedBoard(5);
const counted: string[] = [];
(globalThis as { groeikompasDatabase?: unknown }).groeikompasDatabase = openDatabase(board.appUrl, { max: 3, onStatement: (text) => counted.push(text) });
Object.assign(process.env, { DATABASE_URL: board.appUrl });
const { signedIn } = await import("#app/door.server.ts");

const person = board.person("linde-directeur");
const accountId = await createAccount(board.database, { email: "x@test.example", password: "a long enough password", language: "nl", organisationId: board.organisationId, organisationName: "B", personId: person.id });
const session = await startSession(board.database, { accountId, organisationId: board.organisationId, personId: person.id }, new Date());
const args = () => ({ request: new Request("http://x.example/", { headers: { Cookie: `groeikompas=${session}` } }), context: {}, params: {} });

test("loaders of one request share one transaction, and one that works as another role does not disturb the others", async () => {
  const one = args();
  const role = sql`select current_user::text as role, pg_backend_pid() as pid`;
  const seen = await Promise.all([
    signedIn(one, async ({ db }) => asRole(db, "app_report", async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return (await db.execute<{ role: string; pid: number }>(role))[0]!;
    })),
    signedIn(one, async ({ db }) => (await db.execute<{ role: string; pid: number }>(role))[0]!),
    signedIn(one, async ({ db }) => (await db.execute<{ role: string; pid: number }>(role))[0]!),
  ]);
  expect(seen.map((each) => each.role)).toEqual(["app_report", "app_user", "app_user"]);
  expect(new Set(seen.map((each) => each.pid)).size).toBe(1);
});

test("one loader that is refused leaves the others their answer, and the next request starts anew", async () => {
  const one = args();
  const [first, second] = await Promise.allSettled([
    signedIn(one, async () => {
      throw new Response(null, { status: 404 });
    }),
    signedIn(one, async ({ actor }) => actor.name),
  ]);
  expect(first.status).toBe("rejected");
  expect(second).toEqual({ status: "fulfilled", value: person.name });
  expect(await signedIn(args(), async ({ actor }) => actor.roles)).toEqual(["leader"]);
});

test("the door costs two statements, whatever the number of loaders", async () => {
  counted.length = 0;
  const one = args();
  await Promise.all([1, 2, 3].map(() => signedIn(one, async () => 1)));
  expect(counted.filter((text) => !text.includes("set_config("))).toHaveLength(2);
});
