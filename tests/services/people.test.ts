import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { boardLog } from "#app/services/log-reading.server.ts";
import { listPeople, type PeopleAsked } from "#app/services/people.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { appointments, people, roleGrants } from "#db/schema/index.ts";
import { addPeople } from "#seeds/set-up.ts";
import { actorFor, committedBoard, inBoard, otherBoard, today, type TestBoard } from "#tests/setup/board.ts";

const all: PeopleAsked = { name: "", schoolId: null, family: null, page: 1 };
const list = (board: TestBoard, asked: Partial<PeopleAsked> = {}, key = "beheerder") => board.as(key, (ctx) => listPeople(ctx, { ...all, ...asked }));

async function rename(board: TestBoard, names: string[]) {
  const rows = names.map((name, n) => ({ organisationId: board.organisationId, id: crypto.randomUUID(), name, email: `extra.${n}@test.example` }));
  await board.as("beheerder", ({ db }) => db.insert(people).values(rows));
  return rows;
}

describe("the list of people", () => {
  test("shows function, school, hours and roles, and who has no questionnaire yet", () =>
    inBoard(async (board) => {
      await board.as("beheerder", ({ db }) => db.insert(roleGrants).values({ organisationId: board.organisationId, personId: board.person("linde-directeur").id, role: "leader", schoolId: board.schools.dorp }));
      const { people: found, total, schools } = await list(board, { name: "linde-" });
      expect(total).toBe(16);
      expect(schools.map(({ name }) => name)).toEqual(["De Linde", "De Eik", "Het Dorp", "Bureau"]);
      const by = (key: string) => found.find(({ name }) => name === `Name ${key}`);
      expect(by("linde-leraar-1")).toMatchObject({ jobs: [{ title: "groepsleerkracht", family: "leraar", school: "De Linde", fte: 0.8, asked: true }], grants: [] });
      expect(by("linde-concierge")).toMatchObject({ jobs: [{ title: "conciërge", asked: true }] });
      expect(by("linde-directeur")).toMatchObject({ jobs: [{ title: "directeur", family: "schoolleider", asked: true }], grants: [{ role: "leader", schools: ["De Linde", "Het Dorp"] }] });
    }));

  test("tells nothing of taking part, answers or addresses", () =>
    inBoard(async (board) => {
      const { people: found } = await list(board);
      for (const person of found) expect(Object.keys(person).sort()).toEqual(["grants", "id", "jobs", "name"]);
      expect(JSON.stringify(found)).not.toContain("@");
    }));

  test("searches without accents or capitals, and takes % and _ as they are", () =>
    inBoard(async (board) => {
      await rename(board, ["Zoë van 't Hof", "ÉLISE Öztürk", "Jan 100%", "Piet_Klaas", "Ann\\Marie"]);
      const names = async (name: string) => (await list(board, { name })).people.map((each) => each.name);
      expect(await names("zoe")).toEqual(["Zoë van 't Hof"]);
      expect(await names("ZOË")).toEqual(["Zoë van 't Hof"]);
      expect(await names("élise ozt")).toEqual(["ÉLISE Öztürk"]);
      expect(await names("%")).toEqual(["Jan 100%"]);
      expect(await names("_")).toEqual(["Piet_Klaas"]);
      expect(await names("\\")).toEqual(["Ann\\Marie"]);
      expect(await names("'; drop table people; --")).toEqual([]);
    }));

  test("stands in the order of the alphabet, accents with their letter", () =>
    inBoard(async (board) => {
      await rename(board, ["Zus Test9", "élise Test9", "Fleur Test9", "anna Test9"]);
      expect((await list(board, { name: "test9" })).people.map(({ name }) => name.split(" ")[0])).toEqual(["anna", "élise", "Fleur", "Zus"]);
    }));

  test("filters by school and by function group, by both at once, and by any function of somebody with two", () =>
    inBoard(async (board) => {
      const teacher = board.person("linde-leraar-1");
      await board.as("beheerder", ({ db }) => db.insert(appointments).values({ organisationId: board.organisationId, personId: teacher.id, schoolId: board.schools.dorp, family: "staf", functionId: "beleidsmedewerker", fte: 0.2, main: false }));
      expect((await list(board, { schoolId: board.schools.dorp })).people.map(({ name }) => name)).toEqual(["Name dorp-leraar-1", "Name dorp-leraar-2", "Name linde-leraar-1"]);
      expect((await list(board, { family: "onderwijsondersteuner" })).total).toBe(12);
      expect((await list(board, { family: "leraar", schoolId: board.schools.eik })).total).toBe(9);
      // Both have to be true of one function, not one of each.
      expect((await list(board, { family: "leraar", schoolId: board.schools.dorp })).total).toBe(2);
      expect((await list(board, { name: "linde-leraar-1" })).people[0]!.jobs.map(({ title, school, fte }) => [title, school, fte])).toEqual([
        ["groepsleerkracht", "De Linde", 0.8],
        ["beleidsmedewerker", "Het Dorp", 0.2],
      ]);
    }));

  test("leaves out who left, and shows who has no function", () =>
    inBoard(async (board) => {
      const [, gone] = await rename(board, ["Nieuw Zonder", "Weg Gegaan"]);
      await board.as("beheerder", ({ db }) => db.update(people).set({ leftAt: today }).where(eq(people.id, gone!.id)));
      expect((await list(board, { name: "gegaan" })).people).toEqual([]);
      expect((await list(board, { name: "zonder" })).people).toMatchObject([{ jobs: [], grants: [] }]);
    }));

  test("has a hundred on a page", () =>
    inBoard(async (board) => {
      await rename(board, Array.from({ length: 205 }, (_, n) => `Velen ${String(n).padStart(3, "0")}`));
      const [first, third] = [await list(board, { name: "velen" }), await list(board, { name: "velen", page: 3 })];
      expect([first.people.length, first.pages, first.total, first.from]).toEqual([100, 3, 205, 1]);
      expect([third.people.map(({ name }) => name), third.from]).toEqual([["Velen 200", "Velen 201", "Velen 202", "Velen 203", "Velen 204"], 201]);
      expect(await list(board, { name: "velen", page: 9 })).toMatchObject({ people: [], total: 0 });
    }));

  test("is written down once per visit, about no one person", () =>
    inBoard(async (board) => {
      await list(board);
      await list(board, { name: "linde" });
      const { entries } = await board.as("beheerder", (ctx) => boardLog(ctx, { before: null, action: null }));
      expect(entries).toMatchObject([{ action: "people.viewed", actorRole: "admin", subject: "" }]);
    }));

  test("stays inside the board", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      expect((await list(board)).total).toBe(board.people.length);
      expect((await list(board, { schoolId: other.schools.linde })).people).toEqual([]);
      expect((await list(other)).total).toBe(other.people.length);
    }));

  test.each([["linde-leraar-1"], ["linde-directeur"], ["hr"], ["bestuurder"]])("does not exist for %s", (key) =>
    inBoard(async (board) => {
      expect(await list(board, {}, key).catch((error: unknown) => (error instanceof AppError ? error.kind : error))).toBe("not-found");
    }),
  );

  test("takes as many statements for a thousand people as for forty", async () => {
    const board = await committedBoard(3);
    const counted: string[] = [];
    const database = openDatabase(board.appUrl, { max: 1, onStatement: (text) => void (text.includes("set_config(") || counted.push(text)) });
    const actor = actorFor(board.person("beheerder"), board.organisationId);
    const count = () =>
      database.transaction("app_user", { organisationId: board.organisationId, personId: actor.personId, roles: actor.roles }, async (db) => {
        counted.length = 0;
        await listPeople({ library: library(), db, actor, now: today }, all);
        return counted.length;
      });
    const few = await count();
    await addPeople(
      board.database,
      board.organisationId,
      Array.from({ length: 1000 }, (_, n) => ({ id: crypto.randomUUID(), name: `Velen ${n}`, email: `velen.${n}@test.example`, schoolId: board.schools.eik, family: "leraar" as const, functionId: "groepsleerkracht", fte: 1, roles: [] })),
    );
    expect([few, await count()]).toEqual([3, 3]);
    await database.end();
  });
});
