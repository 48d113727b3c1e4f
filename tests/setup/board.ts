import type { Actor, Role } from "#app/domain/access.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { Context } from "#app/services/context.server.ts";
import { ownLibrary } from "#app/services/own-library.server.ts";
import { become, type Database, type Db } from "#db/client.server.ts";
import { randomFrom, uuidFrom } from "#seeds/random.ts";
import { addPeople, setUpBoard, type PersonPlan } from "#seeds/set-up.ts";
import { nestedIn, ownDatabase } from "./test-database.ts";

/** Who is at the test board: nine teachers and six supporters at each of two schools, two teachers at a small one. */
export type TestBoard = {
  db: Db;
  /** For services that open their own transactions; inside the test's transaction when `inBoard` made it. */
  database: Database;
  organisationId: string;
  schools: { linde: string; eik: string; dorp: string; office: string };
  people: readonly PersonPlan[];
  person: (key: string) => PersonPlan;
  /** Runs work as this person: a real web-role transaction with this person's settings. */
  as: <T>(key: string | PersonPlan, work: (ctx: Context) => Promise<T>, now?: Date) => Promise<T>;
};

/** The day of the tests: a Monday afternoon, summer time is over. */
export const today = new Date("2026-11-16T13:02:00Z");

let worker: Promise<{ database: Database }> | null = null;

/** A board in a transaction that is rolled back at the end: nothing stays, tests can run in any order. */
export async function inBoard(work: (board: TestBoard) => Promise<void>, seed = 1): Promise<void> {
  const { database } = await (worker ??= ownDatabase());
  const done = new Error("rolled back on purpose");
  await database
    .transaction("app_session", null, async (db) => {
      await work(await makeBoard(db, nestedIn(db), seed));
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
}

/** A second board beside the first, in the same transaction: for the walls between them. */
export function otherBoard(board: TestBoard, seed = 2): Promise<TestBoard> {
  return makeBoard(board.db, board.database, seed);
}

/** A board in a database of its own, committed: for races, the job, and what happens only at commit. */
export async function committedBoard(seed = 1, max = 4): Promise<TestBoard & { appUrl: string; adminUrl: string }> {
  const own = await ownDatabase({ max });
  const board = await makeBoard(null, own.database, seed);
  return { ...board, appUrl: own.appUrl, adminUrl: own.adminUrl };
}

/** A board with people in the database; `db` is null when everything is committed. */
export async function makeBoard(db: Db | null, database: Database, seed: number): Promise<TestBoard> {
  const random = randomFrom(seed);
  const id = () => uuidFrom(random);
  const organisationId = id();
  const schools = { linde: id(), eik: id(), dorp: id(), office: id() };
  await setUpBoard(database, {
    id: organisationId,
    name: `Board ${seed}`,
    practice: false,
    schools: [
      { id: schools.linde, name: "De Linde", kind: "school" },
      { id: schools.eik, name: "De Eik", kind: "school" },
      { id: schools.dorp, name: "Het Dorp", kind: "school" },
      { id: schools.office, name: "Bureau", kind: "office" },
    ],
  });
  const keys = new Map<string, PersonPlan>();
  const add = (key: string, schoolId: string, family: Family, functionId: string, roles: { role: Role; schoolId?: string }[] = []) =>
    keys.set(key, { id: id(), name: `Name ${key}`, email: `${key}.${seed}@test.example`, schoolId, family, functionId, fte: 0.8, roles });
  for (const school of ["linde", "eik"] as const) {
    for (let n = 1; n <= 9; n += 1) add(`${school}-leraar-${n}`, schools[school], "leraar", "groepsleerkracht");
    for (let n = 1; n <= 4; n += 1) add(`${school}-assistent-${n}`, schools[school], "onderwijsondersteuner", "onderwijsassistent");
    add(`${school}-concierge`, schools[school], "onderwijsondersteuner", "concierge");
    add(`${school}-administratie`, schools[school], "onderwijsondersteuner", "administratief-medewerker");
    add(`${school}-directeur`, schools[school], "schoolleider", "directeur", [{ role: "leader", schoolId: schools[school] }]);
  }
  add("dorp-leraar-1", schools.dorp, "leraar", "groepsleerkracht");
  add("dorp-leraar-2", schools.dorp, "leraar", "groepsleerkracht");
  add("hr", schools.office, "staf", "hr-adviseur", [{ role: "hr" }]);
  add("bestuurder", schools.office, "bestuurder", "bestuurder", [{ role: "board" }]);
  add("beheerder", schools.office, "staf", "stafmedewerker-ict", [{ role: "admin" }]);
  const people = [...keys.values()];
  await addPeople(database, organisationId, people);
  const person = (key: string) => {
    const found = keys.get(key);
    if (!found) throw new Error(`Nobody at the test board is called "${key}": ${[...keys.keys()].join(", ")}`);
    return found;
  };
  return {
    db: db!,
    database,
    organisationId,
    schools,
    people,
    person,
    as: (key, work, now = today) => {
      const actor = actorFor(typeof key === "string" ? person(key) : key, organisationId);
      const tenant = { organisationId, personId: actor.personId, roles: actor.roles };
      return database.transaction("app_user", tenant, async (tx) => work({ db: tx, now, actor, library: await ownLibrary(tx, organisationId) }));
    },
  };
}

/** The actor that the door would make of this person. */
export function actorFor(plan: PersonPlan, organisationId: string): Actor {
  return {
    personId: plan.id,
    accountId: plan.id,
    organisationId,
    name: plan.name,
    language: "nl",
    roles: [...new Set(plan.roles.map(({ role }) => role))],
    leads: plan.roles.flatMap(({ role, schoolId }) => (role === "leader" && schoolId ? [schoolId] : [])),
    schoolId: plan.schoolId,
    family: plan.family,
    functionId: plan.functionId,
  };
}

/** Goes back to a role after a service worked as another; needed only when a test queries by hand. */
export async function asOwner(board: TestBoard, key: string): Promise<void> {
  const actor = actorFor(board.person(key), board.organisationId);
  await become(board.db, "app_user", { organisationId: board.organisationId, personId: actor.personId, roles: actor.roles });
}
