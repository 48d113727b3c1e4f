import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { beginScan, finishScan, openSchoolScan, openStatement, saveScanAnswer } from "#app/services/school-scans.server.ts";
import { committedBoard, inBoard, otherBoard, type TestBoard } from "#tests/setup/board.ts";

const about = { intent: "begin", participants: 4, roles: "directeur, leraren, conciërge" } as const;
const answer = (statementId: string, base = 0, more: { step?: string | null; differ?: boolean; note?: string } = {}) => ({ statementId, base, step: "2", differ: false, note: "", ...more });
const begin = (board: TestBoard, who = "linde-directeur", school = board.schools.linde) => board.as(who, (ctx) => beginScan(ctx, school, about));
const save = (board: TestBoard, ...given: Parameters<typeof answer>) => board.as("linde-directeur", (ctx) => saveScanAnswer(ctx, board.schools.linde, answer(...given)));
const page = (board: TestBoard, who = "linde-directeur", school = board.schools.linde) => board.as(who, (ctx) => openSchoolScan(ctx, school));
const kind = (work: Promise<unknown>) => work.then(() => "done", (error: { kind?: string }) => error.kind ?? String(error));
const cells = async (board: TestBoard, id: string) => (await page(board)).overview.elements.flatMap(({ statements }) => statements).find((each) => each.id === id)!.cells;

describe("a scan at one table", () => {
  test("is begun, answered statement by statement, and finished; it then stands beside the next", async () => {
    await inBoard(async (board) => {
      expect(await page(board)).toMatchObject({ open: false, mayFill: true, overview: { columns: [], next: null } });
      await begin(board);
      expect((await page(board)).overview).toMatchObject({ columns: [{ participants: 4, roles: about.roles, answered: 0, of: 20, finishedAt: null }], next: "VIB-1.1" });
      expect(await save(board, "VIB-1.1")).toEqual({ status: "saved", next: "VIB-1.2" });
      expect(await save(board, "VIB-1.2", 0, { step: null, differ: true, note: "Twee beelden." })).toEqual({ status: "saved", next: "VIB-1.3" });
      expect(await cells(board, "VIB-1.2")).toEqual([{ step: null, differ: true, note: "Twee beelden." }]);
      // One click is not enough while statements are open.
      expect(await board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: false }))).toBe(false);
      expect(await page(board)).toMatchObject({ open: true, overview: { columns: [{ finishedAt: null }] } });
      expect(await board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: true }), new Date("2026-11-17T10:00:00Z"))).toBe(true);
      expect(await page(board)).toMatchObject({ open: false, overview: { columns: [{ answered: 2, finishedAt: new Date("2026-11-17T10:00:00Z") }] } });
      await board.as("linde-directeur", (ctx) => beginScan(ctx, board.schools.linde, { ...about, participants: 6 }), new Date("2026-11-18T10:00:00Z"));
      expect(await save(board, "VIB-1.1", 0, { step: "4" })).toMatchObject({ status: "saved" });
      expect((await page(board)).overview.columns.map(({ participants, answered }) => [participants, answered])).toEqual([[6, 1], [4, 2]]);
      expect(await cells(board, "VIB-1.1")).toEqual([{ step: "Het staat er, en wij kijken ernaar om", differ: false, note: "" }, { step: "We zijn begonnen", differ: false, note: "" }]);
      const { view } = await board.as("linde-directeur", (ctx) => openStatement(ctx, board.schools.linde, "VIB-1.1"));
      expect(view).toMatchObject({ stored: { step: "4", sequence: 1 }, earlier: [{ cell: { step: "We zijn begonnen" } }] });
      const log = await board.as("beheerder", ({ db }) => db.execute<{ action: string; subject: string }>(sql`select action, subject from log_entries where action like 'scan.%' order by at, action desc`));
      expect(log.map(({ action, subject }) => `${action} ${subject}`)).toEqual(["scan.started De Linde", "scan.finished De Linde", "scan.started De Linde"]);
    });
  });

  test("two screens do not overwrite each other, and the same said twice is once", async () => {
    await inBoard(async (board) => {
      await begin(board);
      await save(board, "VIB-2.1", 0, { step: "1" });
      expect(await save(board, "VIB-2.1", 0, { step: "3", note: "Van het andere scherm" })).toEqual({ status: "conflict", theirs: { step: "1", differ: false, note: "", sequence: 1 } });
      expect(await cells(board, "VIB-2.1")).toEqual([{ step: "Nog niet", differ: false, note: "" }]);
      expect((await save(board, "VIB-2.1", 0, { step: "1" })).status).toBe("saved");
      expect((await save(board, "VIB-2.1", 1, { step: "3" })).status).toBe("saved");
      const { view } = await board.as("linde-directeur", (ctx) => openStatement(ctx, board.schools.linde, "VIB-2.1"));
      expect(view.stored).toEqual({ step: "3", differ: false, note: "", sequence: 2 });
      // A page that saw an answer that is not there (it was never saved) is asked too.
      expect(await save(board, "VIB-2.2", 3)).toEqual({ status: "conflict", theirs: { step: null, differ: false, note: "", sequence: 0 } });
    });
  });

  test("there is one on the table: beginning twice is beginning once, and what does not belong is refused", async () => {
    await inBoard(async (board) => {
      expect(await kind(save(board, "VIB-1.1"))).toBe("conflict");
      expect(await kind(board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: true })))).toBe("conflict");
      await begin(board);
      await begin(board);
      expect((await page(board)).overview.columns).toHaveLength(1);
      expect(await kind(board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: true })))).toBe("conflict");
      expect([await kind(save(board, "VIB-9.9")), await kind(save(board, "__proto__"))]).toEqual(["not-found", "not-found"]);
      expect([await kind(save(board, "VIB-1.1", 0, { step: "9" })), await kind(save(board, "VIB-1.1", 0, { step: null }))]).toEqual(["invalid", "invalid"]);
      expect((await page(board)).overview.columns[0]!.answered).toBe(0);
    });
  });
});

describe("who may", () => {
  test("the leader of the school fills in; hr and board read; nobody else knows of it", async () => {
    await inBoard(async (board) => {
      await begin(board);
      await save(board, "VIB-1.1");
      const { linde, eik, office } = board.schools;
      expect([(await page(board, "hr")).mayFill, (await page(board, "bestuurder")).mayFill]).toEqual([false, false]);
      for (const who of ["linde-leraar-1", "linde-concierge", "eik-directeur", "beheerder"]) expect(await kind(page(board, who)), who).toBe("not-found");
      for (const who of ["hr", "bestuurder", "linde-leraar-1", "eik-directeur", "beheerder"]) {
        expect(await kind(begin(board, who)), who).toBe("not-found");
        expect(await kind(board.as(who, (ctx) => saveScanAnswer(ctx, linde, answer("VIB-1.2")))), who).toBe("not-found");
        expect(await kind(board.as(who, (ctx) => finishScan(ctx, linde, { sure: true }))), who).toBe("not-found");
        expect(await kind(board.as(who, (ctx) => openStatement(ctx, linde, "VIB-1.1"))), who).toBe("not-found");
      }
      expect(await kind(begin(board, "linde-directeur", eik))).toBe("not-found");
      // The office is no school.
      expect(await kind(page(board, "hr", office))).toBe("not-found");
      for (const id of ["x", "", "__proto__"]) expect(await kind(page(board, "hr", id)), id).toBe("not-found");
    });
  });

  test("the database says so too: a leader of another school, another board, and everybody after the end", async () => {
    await inBoard(async (board) => {
      await begin(board);
      await save(board, "VIB-1.1");
      const seen = (of: TestBoard, who: string) => of.as(who, async ({ db }) => (await db.execute(sql`select 1 from school_scan_answers`)).length + (await db.execute(sql`select 1 from school_scans`)).length);
      const other = await otherBoard(board);
      expect([await seen(board, "linde-directeur"), await seen(board, "hr"), await seen(board, "bestuurder")]).toEqual([2, 2, 2]);
      expect([await seen(board, "eik-directeur"), await seen(board, "linde-leraar-1"), await seen(board, "beheerder"), await seen(other, "linde-directeur"), await seen(other, "hr")]).toEqual([0, 0, 0, 0, 0]);
      const tries = [sql`update school_scan_answers set note = 'x' returning 1`, sql`update school_scans set roles = 'x' returning 1`];
      const changed = (who: string) => board.as(who, async ({ db }) => Promise.all(tries.map(async (each) => (await db.execute(each)).length)));
      expect([await changed("hr"), await changed("eik-directeur")]).toEqual([[0, 0], [0, 0]]);
      await expect(board.as("hr", ({ db }) => db.execute(sql`insert into school_scans (organisation_id, school_id, activity, version, participants, roles, started_at) values (${board.organisationId}, ${board.schools.eik}, 'vier-in-balans', '1.0.0', 3, 'x', now())`))).rejects.toThrow();
      await expect(board.as("linde-directeur", ({ db }) => db.execute(sql`delete from school_scans`))).rejects.toThrow();
      await board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: true }));
      expect(await changed("linde-directeur")).toEqual([[0, 0]].flat());
    });
  });
});

test("with an answer to every statement it is finished without a second question", async () => {
  await inBoard(async (board) => {
    await begin(board);
    const ids = (await page(board)).overview.elements.flatMap(({ statements }) => statements.map(({ id }) => id));
    for (const id of ids) await save(board, id);
    expect(await board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: false }))).toBe(true);
    expect((await page(board)).open).toBe(false);
  });
});

test("two screens at the same moment: one is kept, the other is told", async () => {
  const board = await committedBoard(31);
  await begin(board);
  await begin(board).catch(() => {});
  const both = await Promise.all(["1", "3"].map((step) => save(board, "VIB-3.1", 0, { step })));
  expect(both.map(({ status }) => status).sort()).toEqual(["conflict", "saved"]);
  const [kept, told] = [both.findIndex(({ status }) => status === "saved"), both.find(({ status }) => status === "conflict")!];
  expect(told).toMatchObject({ theirs: { step: ["1", "3"][kept], sequence: 1 } });
  // Begun by two at once there is still one.
  await board.as("linde-directeur", (ctx) => finishScan(ctx, board.schools.linde, { sure: true }));
  await Promise.all([begin(board), begin(board)]);
  expect((await page(board)).overview.columns.filter(({ finishedAt }) => finishedAt === null)).toHaveLength(1);
});
