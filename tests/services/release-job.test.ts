import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelRound, closeRound } from "#app/services/rounds.server.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";
import { roundOf } from "#app/services/rounds-list.server.ts";
import { codeOf } from "#db/client.server.ts";
import { committedBoard, inBoard, otherBoard, today, type TestBoard } from "#tests/setup/board.ts";
import { handIn, handInAll, later, opened } from "./round-hand-in.ts";

const quiet = { info: () => {}, error: (fields: object) => expect.fail(JSON.stringify(fields)) };
const after = (moment: Date) => new Date(moment.getTime() + 5 * 60_000);
const closed = new Date("2026-11-30T22:59:00Z");

type Cell = { competence_id: string; school_id: string | null; family: string | null; n: string; shown: string; end: string | null; low: string; high: string };
type Rows = { cells: Cell[]; response: { school_id: string; invited: number; handed_in: number }[]; hashes: string[] };

/** What dashboards read, as the role that dashboards read it with. */
function released(board: TestBoard, roundId: string): Promise<Rows> {
  return board.database.transaction("app_report", { organisationId: board.organisationId, personId: null, roles: [] }, async (db) => {
    const rows = async (text: string) => (await db.execute(text)) as unknown as never[];
    const of = `release_id = (select id from releases where round_id = '${roundId}')`;
    return {
      cells: await rows(`select competence_id, school_id, family, n, shown, "end", low, high from release_cells where ${of} order by competence_id, school_id nulls last, family nulls last`),
      response: await rows(`select school_id, invited, handed_in from release_response where ${of} order by school_id`),
      hashes: (await rows(`select hash from releases where round_id = '${roundId}'`)).map(({ hash }) => hash),
    };
  });
}

describe("the release of a round", () => {
  test("is made five minutes after the closing time, once, and by nobody before", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      await handInAll(board, roundId, "linde-", 3);
      const almost = new Date(after(closed).getTime() - 1);
      expect(await releaseDueRounds(board.database, almost, quiet)).toBe(0);
      expect((await released(board, roundId)).hashes).toEqual([]);
      expect(await releaseDueRounds(board.database, after(closed), quiet)).toBe(1);
      const first = await released(board, roundId);
      expect(first.hashes).toHaveLength(1);
      expect(first.cells.filter(({ school_id, family }) => school_id === board.schools.linde && family === "leraar").map(({ n, shown, end, low, high }) => [n, Number(shown), end, Number(low), Number(high)])).toEqual(Array(16).fill(["5-9", 3, null, 2.75, 3.25]));
      expect(first.cells.some(({ school_id }) => school_id === board.schools.eik)).toBe(false);
      expect(first.response.map(({ school_id, ...counts }) => [school_id, counts])).toEqual([[board.schools.linde, { invited: 15, handed_in: 15 }], [board.schools.eik, { invited: 15, handed_in: 0 }]].sort());
      expect(await releaseDueRounds(board.database, later(30), quiet)).toBe(0);
      expect(await released(board, roundId)).toEqual(first);
      expect(await board.as("hr", (ctx) => roundOf(ctx, roundId), later(30))).toMatchObject({ state: "released", schools: [{ handedIn: 15, enough: ["leraar", "onderwijsondersteuner"] }, { handedIn: 0, enough: [] }] });
    }));

  test("counts who handed in before the closing time and is not left out; the response counts them too", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { families: ["leraar"], schoolIds: [board.schools.linde] });
      for (const n of [1, 2, 3, 4, 5]) await handIn(board, roundId, `linde-leraar-${n}`, 1);
      // These two would lift the mean.
      await handIn(board, roundId, "linde-leraar-6", 4, { excluded: true });
      await handIn(board, roundId, "linde-leraar-7", 4, { at: closed });
      await releaseDueRounds(board.database, after(closed), quiet);
      const { cells, response } = await released(board, roundId);
      expect(new Set(cells.map(({ n, shown, end }) => `${n} ${Number(shown)} ${end}`))).toEqual(new Set(["5-9 1.5 ≤"]));
      expect(response).toMatchObject([{ invited: 9, handed_in: 6 }]);
    }));

  test("of fewer than the threshold nothing is published, and a reason is no number", () =>
    inBoard(async (board) => {
      const roundId = await opened(board, { families: ["leraar"], schoolIds: [board.schools.linde, board.schools.dorp], threshold: 6 });
      for (const n of [1, 2, 3, 4, 5, 6]) await handIn(board, roundId, `linde-leraar-${n}`, (id) => (id === "KN-V1" && n === 1 ? null : 2));
      for (const n of [1, 2]) await handIn(board, roundId, `dorp-leraar-${n}`, 2);
      await releaseDueRounds(board.database, after(closed), quiet);
      const { cells, response } = await released(board, roundId);
      expect(cells.some(({ school_id }) => school_id === board.schools.dorp)).toBe(false);
      expect(cells.filter(({ competence_id, school_id }) => competence_id === "KN-V1" && school_id !== null)).toEqual([]);
      expect(cells.filter(({ competence_id, school_id }) => competence_id === "KN-V2" && school_id !== null).map(({ n }) => n)).toEqual(["5-9", "5-9"]);
      expect(response).toHaveLength(2);
    }));

  test("a round for oneself only ends without any figure; a cancelled one is only taken from the queue", () =>
    inBoard(async (board) => {
      const own = await opened(board, { privacy: "own-use" });
      const mistake = await opened(board, { instrument: "digcompedu@2017.2.0/statements", families: ["leraar"] });
      await board.as("hr", (ctx) => cancelRound(ctx, mistake), later(1));
      await handInAll(board, own, "linde-", 3);
      expect(await releaseDueRounds(board.database, after(closed), quiet)).toBe(1);
      expect(await released(board, own)).toEqual({ cells: [], response: [], hashes: [] });
      expect(await board.as("hr", (ctx) => roundOf(ctx, own), later(30))).toMatchObject({ state: "released", schools: [{ handedIn: 15 }, { handedIn: 0 }] });
      expect((await board.as("hr", (ctx) => roundOf(ctx, mistake), later(30))).state).toBe("cancelled");
    }));

  test("a round without any hand-in is released empty", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      expect(await releaseDueRounds(board.database, after(closed), quiet)).toBe(1);
      expect(await released(board, roundId)).toMatchObject({ cells: [], response: [{ handed_in: 0 }, { handed_in: 0 }] });
    }));

  test("a later round is audited against the earlier one: with one joiner the cell is coarser or closed, never as before", () =>
    inBoard(async (board) => {
      const first = await opened(board, { families: ["leraar"], schoolIds: [board.schools.linde], closesOn: "2026-11-20" });
      for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await handIn(board, first, `linde-leraar-${n}`, 2);
      await releaseDueRounds(board.database, later(10), quiet);
      const second = await opened(board, { families: ["leraar"], schoolIds: [board.schools.linde], closesOn: "2026-12-20" }, later(11));
      for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await handIn(board, second, `linde-leraar-${n}`, n === 9 ? 4 : 2, { at: later(12) });
      await releaseDueRounds(board.database, later(60), quiet);
      const { cells } = await released(board, second);
      const { cells: alone } = await released(board, first);
      // Eight times 2 and then nine people: anything finer would tell what the ninth chose.
      for (const cell of cells) {
        const before = alone.find((each) => each.competence_id === cell.competence_id && each.school_id === cell.school_id && each.family === cell.family)!;
        expect(Number(cell.low)).toBeLessThanOrEqual(Number(before.high));
      }
    }));

  test("one failing round does not hold up the others, and is tried again", () =>
    inBoard(async (board) => {
      const broken = await opened(board, { schoolIds: [board.schools.linde], closesOn: "2026-11-20" });
      const fine = await opened(board, { schoolIds: [board.schools.eik] });
      const framework = (value: string) => board.database.transaction("app_job", { organisationId: board.organisationId, personId: null, roles: [] }, (db) => db.execute(`update rounds set framework_version = '${value}' where id = '${broken}'`));
      await framework("1900.0.0");
      const said: object[] = [];
      expect(await releaseDueRounds(board.database, later(30), { info: () => {}, error: (fields) => said.push(fields) })).toBe(1);
      expect(said).toMatchObject([{ job: "release", roundId: broken, error: { message: "There is no kennisnet-ict@1900.0.0 with an instrument \"growth\" in the library." } }]);
      expect((await released(board, fine)).hashes).toHaveLength(1);
      await framework("2023.1.0");
      expect(await releaseDueRounds(board.database, later(30), quiet)).toBe(1);
    }));

  test("every board gets its own, and the job inside one board sees nothing of another", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      const [here, there] = [await opened(board), await opened(other)];
      await handInAll(board, here, "linde-leraar", 3);
      await handInAll(other, there, "eik-leraar", 2);
      expect(await releaseDueRounds(board.database, after(closed), quiet)).toBe(2);
      expect((await released(board, here)).cells.every(({ school_id }) => school_id === null || school_id === board.schools.linde)).toBe(true);
      expect((await released(board, there)).hashes).toEqual([]);
      const seen = await board.database.transaction("app_job", { organisationId: board.organisationId, personId: null, roles: [] }, async (db) => [...(await db.execute(`select count(*)::int as n from rounds where id = '${there}'`))]);
      expect(seen).toEqual([{ n: 0 }]);
    }));
});

describe("what is written stays (P7)", () => {
  let board: Awaited<ReturnType<typeof committedBoard>>;
  let sql: postgres.Sql;
  let roundId: string;
  let first: Rows;
  beforeAll(async () => {
    board = await committedBoard(41, 6);
    sql = postgres(board.adminUrl, { max: 1, onnotice: () => {} });
    roundId = await opened(board);
    await handInAll(board, roundId, "linde-", (place, nth) => 1 + ((place + nth) % 4));
    await handInAll(board, roundId, "eik-leraar", 2);
    // Two jobs at the same moment: one makes the release, the other finds nothing to do.
    const finished = await Promise.all([1, 2, 3].map(() => releaseDueRounds(board.database, after(closed), quiet)));
    expect(finished.reduce((sum, each) => sum + each, 0)).toBe(1);
    first = await released(board, roundId);
    expect(first.hashes).toHaveLength(1);
    expect(first.cells.length).toBeGreaterThan(60);
  });
  afterAll(() => sql.end());

  test("answers that come late change nothing", async () => {
    await handIn(board, roundId, "eik-concierge", 4, { at: new Date(closed.getTime() + 1) });
    await releaseDueRounds(board.database, later(20), quiet);
    await refreshResponse(board.database, later(20));
    expect(await released(board, roundId)).toEqual(first);
  });

  test("made again from the same answers it is the same, to the last byte", async () => {
    await sql.begin(async (tx) => {
      for (const table of ["release_cells", "release_response", "release_members", "releases"]) await tx.unsafe(`delete from ${table}`);
      await tx.unsafe("update rounds set released_at = null");
      await tx`insert into release_queue (round_id, organisation_id, due_at) values (${roundId}, ${board.organisationId}, ${after(closed)})`;
    });
    expect(await releaseDueRounds(board.database, later(20), quiet)).toBe(1);
    expect(await released(board, roundId)).toEqual(first);
  });

  test("erasing people, and emptying what they answered, changes nothing", async () => {
    await sql`delete from people where id = ${board.person("linde-leraar-1").id}`;
    expect(await sql`select 1 from assessments where person_id = ${board.person("linde-leraar-1").id}`).toHaveLength(0);
    expect(await released(board, roundId)).toEqual(first);
    await sql`truncate answers, results, assessments cascade`;
    await releaseDueRounds(board.database, later(20), quiet);
    await refreshResponse(board.database, later(20));
    expect(await released(board, roundId)).toEqual(first);
  });

  test("the reporting role reads released rows and nothing of persons; the job cannot change what it wrote", async () => {
    const refused = (role: "app_report" | "app_job", text: string) =>
      board.database.transaction(role, { organisationId: board.organisationId, personId: null, roles: ["hr"] }, (db) => db.execute(text)).then(
        () => "allowed",
        (error: unknown) => codeOf(error),
      );
    for (const table of ["answers", "results", "assessments", "people", "appointments", "round_members", "release_members", "goals", "accounts"]) expect(await refused("app_report", `select * from ${table}`), table).toBe("42501");
    for (const table of ["releases", "release_cells", "release_response"]) {
      expect(await refused("app_report", `delete from ${table}`)).toBe("42501");
      expect(await refused("app_job", `delete from ${table}`)).toBe("42501");
    }
    expect(await refused("app_job", "update release_cells set shown = 4")).toBe("42501");
    expect(await refused("app_job", "select * from answers")).toBe("42501");
  });

  test("a second release of the same round is refused by the table itself", async () => {
    await expect(sql`insert into releases select organisation_id, gen_random_uuid(), round_id, framework, framework_version, instrument, profile, profile_version, threshold, levels, closed_at, hash, created_at from releases`).rejects.toMatchObject({ code: "23505" });
  });
});

describe("the response of a running round (P9)", () => {
  test("is counted once a day at seven, and closing or leaving out does not show", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      for (const n of [1, 2, 3, 4, 5]) await handIn(board, roundId, `linde-leraar-${n}`, 2, { at: later(0.1), excluded: n === 5 });
      const view = (now: Date) => board.as("hr", (ctx) => roundOf(ctx, roundId), now);
      expect(await refreshResponse(board.database, later(0.2))).toBe(0);
      expect((await view(later(0.2))).schools[0]).toMatchObject({ handedIn: 0, enough: [] });
      // Opened on Monday 14:02; Tuesday 6:59 is too early, 7:00 is the moment.
      expect(await refreshResponse(board.database, new Date("2026-11-17T05:59:59Z"))).toBe(0);
      const seven = new Date("2026-11-17T06:00:00Z");
      expect(await refreshResponse(board.database, seven)).toBe(1);
      expect(await view(seven)).toMatchObject({ countedAt: seven, schools: [{ handedIn: 5, enough: ["leraar"] }, { handedIn: 0, enough: [] }] });
      await handIn(board, roundId, "linde-leraar-6", 2, { at: later(1) });
      expect(await refreshResponse(board.database, later(1.1))).toBe(0);
      expect((await view(later(1.1))).schools[0]).toMatchObject({ handedIn: 5 });
      expect(await refreshResponse(board.database, later(2))).toBe(1);
      expect((await view(later(2))).schools[0]).toMatchObject({ handedIn: 6 });
    }));

  test("stops when the round is over", () =>
    inBoard(async (board) => {
      const roundId = await opened(board);
      await board.as("hr", (ctx) => closeRound(ctx, roundId), later(1));
      expect(await refreshResponse(board.database, later(2))).toBe(0);
      expect((await board.as("hr", (ctx) => roundOf(ctx, roundId), later(2))).countedAt).toEqual(today);
    }));
});
