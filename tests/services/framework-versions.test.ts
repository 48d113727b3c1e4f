import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { schoolFigures } from "#app/services/figures.server.ts";
import { refuseWhenUsed, versionsSideBySide } from "#app/services/framework-versions.server.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { resultOf } from "#app/services/results.server.ts";
import { planTraining } from "#app/services/trainings.server.ts";
import { inBoard, otherBoard, today, type TestBoard } from "#tests/setup/board.ts";
import { firstVersion, instrument, publish, secondVersion, slug } from "./own-versions.ts";
import { handInAll, later, opened } from "./round-hand-in.ts";

const quiet = { info: () => {}, error: ({ error }: { error?: unknown }) => expect.fail(String(error)) };
const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : error));
const newest = { from: null, to: null, kind: null, page: 1 };

/** The teachers of De Linde in two rounds half a year apart, the second with the second version. Everybody is a step further then. */
async function twoVersions(board: TestBoard): Promise<[string, string]> {
  const hold = async (version: string, name: string, level: number, at: number, closesOn: string) => {
    const from = await board.as("hr", async ({ library }) => library);
    const roundId = await opened(board, { instrument: instrument(version), name, schoolIds: [board.schools.linde], families: ["leraar"], closesOn }, later(at));
    await handInAll(board, roundId, "linde-leraar", (place, nth) => level + ((place + nth) % 3 === 0 ? 1 : 0), { at: later(at + 1), instrument: instrument(version), from });
    await releaseDueRounds(board.database, later(at + 30), quiet);
    return roundId;
  };
  await publish(board, firstVersion(), today);
  const first = await hold("1.0.0", "Voorjaar", 1, 0, "2026-11-30");
  await publish(board, secondVersion(), later(150));
  return [first, await hold("2.0.0", "Najaar", 2, 180, "2027-05-31")];
}

const cellsOf = (board: TestBoard, roundId: string) =>
  board.database.transaction("app_report", { organisationId: board.organisationId, personId: null, roles: ["hr"] }, async (db) =>
    (await db.execute(sql`select c.* from release_cells c join releases r on r.organisation_id = c.organisation_id and r.id = c.release_id where r.round_id = ${roundId} order by c.competence_id, c.family`)) as unknown[],
  );

describe("two rounds on two versions of a framework", () => {
  test("the trend of a school goes on where the question is the same, and stops where it is another", () =>
    inBoard(async (board) => {
      const [, second] = await twoVersions(board);
      const { report } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(220));
      const { grid, trend, facts } = report!;
      expect(facts).toMatchObject({ id: second, version: "2.0.0" });
      expect(trend.rounds.map(({ version, comparable }) => [version, comparable])).toEqual([["1.0.0", true], ["2.0.0", true]]);
      const at = (id: string) => grid.competences.findIndex((each) => each.id === id);
      const shown = (id: string) => trend.figures[at(id)]![0]!.map((figure) => figure !== null);
      const link = (id: string) => trend.links[at(id)]![0];
      expect([shown("KN-V7"), link("KN-V7")]).toEqual([[true, true], { id: "KN-V7", why: null, reworded: [] }]);
      expect([shown("KN-V1"), link("KN-V1")]).toEqual([[true, true], { id: "KN-V1", why: null, reworded: ["leraar"] }]);
      expect([shown("KN-V2n"), link("KN-V2n")]).toEqual([[true, true], { id: "KN-V2", why: null, reworded: [] }]);
      for (const [id, why] of [["KN-V3a", "split"], ["KN-V3b", "split"], ["KN-V4", "merged"], ["KN-NEW", "new"]] as const) expect([shown(id), link(id)]).toEqual([[false, true], { id: null, why, reworded: [] }]);
      const old = firstVersion().nodes.flatMap(({ children }) => children!);
      const titles = (...ids: string[]) => ids.map((id) => old.find((node) => node.id === id)!.title.nl);
      expect(trend.breaks).toHaveLength(4);
      expect(trend.breaks).toEqual(expect.arrayContaining([
        { why: "split", from: titles("KN-V3"), to: ["Eerste helft", "Tweede helft"] },
        { why: "merged", from: titles("KN-V4", "KN-V5"), to: titles("KN-V4") },
        { why: "gone", from: titles("KN-V6"), to: [] },
        { why: "new", from: [], to: ["Een nieuwe vraag"] },
      ]));
    }));

  test("the figures of the first round stand as they were released, and its page has the words of its own version", () =>
    inBoard(async (board) => {
      await publish(board, firstVersion(), today);
      const before = await cellsAfterFirst(board);
      await publish(board, secondVersion(), later(150));
      const page = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde, before.roundId), later(220));
      expect(await cellsOf(board, before.roundId)).toEqual(before.cells);
      expect(page.report!.grid.competences.map(({ id }) => id)).toContain("KN-V6");
      expect(page.report!.facts.version).toBe("1.0.0");
      expect(page.report!.trend.breaks).toEqual([]);
    }));

  test("a person's last time goes on and stops in the same way, and every result keeps the words of its own version", () =>
    inBoard(async (board) => {
      const [first, second] = await twoVersions(board);
      await board.as("linde-leraar-1", async (ctx) => {
        const of = async (roundId: string) => {
          const [row] = (await ctx.db.execute(sql`select id from assessments where person_id = ${ctx.actor.personId} and round_id = ${roundId}`)) as unknown as { id: string }[];
          return (await resultOf(ctx, row!.id))!;
        };
        const now = await of(second);
        const line = (id: string) => now.areas.flatMap(({ lines }) => lines).find(({ competenceId }) => competenceId === id)!;
        expect([line("KN-V1").before?.reworded, line("KN-V2n").before?.reworded, line("KN-V7").before?.reworded]).toEqual([true, false, false]);
        expect([line("KN-V3a"), line("KN-V4"), line("KN-NEW")].map(({ before, begins }) => [before, begins])).toEqual([[null, "split"], [null, "merged"], [null, "new"]]);
        expect(now.previous).toMatchObject({ version: "1.0.0", comparable: true, notAgain: [] });
        expect(now.previous!.stopped.map(({ why }) => why)).toEqual(["split", "merged", "merged", "gone"]);
        const then = await of(first);
        expect(then.colophon.version).toBe("1.0.0");
        const words = firstVersion().nodes.flatMap(({ children }) => children!);
        for (const { competenceId, title, level, statement } of then.areas.flatMap(({ lines }) => lines)) {
          const node = words.find(({ id }) => id === competenceId)!;
          expect([title, statement]).toEqual([node.title.nl, node.levels![level! - 1]!.statement!.nl]);
        }
        expect(line("KN-V1").title).toBe("Zelf kiezen wat werkt");
      }, later(220));
    }));

  test("a training stands beside the figures of its question, also under another id; where the question ended, that is said", () =>
    inBoard(async (board) => {
      await publish(board, firstVersion(), today);
      const { roundId } = await cellsAfterFirst(board);
      for (const competenceId of ["KN-V2", "KN-V3"]) {
        const planned = await board.as("hr", (ctx) => planTraining(ctx, roundId, { title: `Over ${competenceId}`, competenceId, family: "leraar", schoolId: board.schools.linde, onDate: "2027-03-12", hours: 2 }), later(40));
        expect(planned.ok).toBe(true);
      }
      await publish(board, secondVersion(), later(150));
      const from = await board.as("hr", async ({ library }) => library);
      const second = await opened(board, { instrument: instrument("2.0.0"), schoolIds: [board.schools.linde], families: ["leraar"], closesOn: "2027-05-31" }, later(180));
      await handInAll(board, second, "linde-leraar", 3, { at: later(181), instrument: instrument("2.0.0"), from });
      await releaseDueRounds(board.database, later(210), quiet);
      const { trainings } = await board.as("linde-directeur", (ctx) => schoolFigures(ctx, board.schools.linde), later(220));
      const beside = (about: string) => trainings.find(({ title }) => title === `Over ${about}`)!.beside;
      expect(beside("KN-V2")).toMatchObject({ kind: "effect", effect: { before: { figure: expect.anything() }, after: { figure: expect.anything() } } });
      expect(beside("KN-V3")).toEqual({ kind: "ended" });
    }));
});

describe("the administrator", () => {
  test("sees what differs, what it does to the rounds, and who uses the older version", () =>
    inBoard(async (board) => {
      await twoVersions(board);
      const page = await board.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, newest));
      expect(page).toMatchObject({ versions: ["2.0.0", "1.0.0"], from: "1.0.0", to: "2.0.0", use: { rounds: ["Voorjaar"], own: false } });
      expect(page.diff!.counts).toMatchObject({ reworded: 1, renamed: 1, split: 1, merged: 1, gone: 1, new: 1 });
      expect(page.diff!.step).toEqual({ given: "major", needed: "major" });
      expect(page.diff!.items.map(({ kind }) => kind).sort()).toEqual(["gone", "merged", "new", "renamed", "reworded", "split"]);
      const count = (effect: string) => page.effects.filter((each) => each.effect === effect).length;
      expect([count("seam"), count("stops")]).toEqual([12, 4]);
      const only = await board.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, { ...newest, kind: "split" }));
      expect(only.diff!.items).toHaveLength(1);
      expect(only.diff!.items[0]!.rows.some(({ before }) => before !== null) && only.diff!.items[0]!.rows.some(({ after }) => after !== null)).toBe(true);
    }));

  test("cannot withdraw a version that a round uses: it is refused and named; an unused one can go", () =>
    inBoard(async (board) => {
      await publish(board, firstVersion(), today);
      await publish(board, secondVersion(), today);
      const refused = (version: string) => board.as("beheerder", (ctx) => refuseWhenUsed(ctx, frameworkAt(slug, version, ctx.library)!));
      await refused("1.0.0");
      await refused("2.0.0");
      const from = await board.as("hr", async ({ library }) => library);
      const roundId = await opened(board, { instrument: instrument("2.0.0"), name: "Voorjaar", schoolIds: [board.schools.linde], families: ["leraar"] });
      await handInAll(board, roundId, "linde-leraar", 3, { instrument: instrument("2.0.0"), from });
      await expect(refused("2.0.0")).rejects.toMatchObject({ kind: "conflict", text: { nl: expect.stringContaining("‘Voorjaar’"), en: expect.stringContaining("‘Voorjaar’") } });
      await refused("1.0.0");
      await board.as("linde-leraar-2", ({ db, actor }) => db.execute(sql`update assessments set round_id = null where person_id = ${actor.personId}`));
      const { use } = await board.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, { ...newest, from: "2.0.0" }));
      expect(use).toEqual({ rounds: ["Voorjaar"], own: true });
    }));

  test("alone sees it, of the own board alone, and a framework or version that is not there is not there", () =>
    inBoard(async (board) => {
      await publish(board, firstVersion(), today);
      const other = await otherBoard(board);
      expect(await kindOf(board.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, newest)))).toBe("done");
      expect(await kindOf(other.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, newest)))).toBe("not-found");
      for (const who of ["hr", "linde-directeur", "bestuurder", "linde-leraar-1"]) expect(await kindOf(board.as(who, (ctx) => versionsSideBySide(ctx, slug, newest)))).toBe("not-found");
      for (const asked of [{ from: "9.9.9" }, { to: "9.9.9" }, { to: "__proto__" }]) expect(await kindOf(board.as("beheerder", (ctx) => versionsSideBySide(ctx, "digcompedu", { ...newest, ...asked })))).toBe("not-found");
      expect(await kindOf(board.as("hr", (ctx) => refuseWhenUsed(ctx, firstVersion())))).toBe("not-found");
      // One version has nothing to be laid beside.
      expect((await board.as("beheerder", (ctx) => versionsSideBySide(ctx, slug, newest))).diff).toBeNull();
    }));
});

async function cellsAfterFirst(board: TestBoard): Promise<{ roundId: string; cells: unknown[] }> {
  const from = await board.as("hr", async ({ library }) => library);
  const roundId = await opened(board, { instrument: instrument("1.0.0"), name: "Voorjaar", schoolIds: [board.schools.linde], families: ["leraar"] });
  await handInAll(board, roundId, "linde-leraar", (place, nth) => 1 + ((place + nth) % 3), { instrument: instrument("1.0.0"), from });
  await releaseDueRounds(board.database, later(30), quiet);
  const cells = await cellsOf(board, roundId);
  expect(cells.length).toBeGreaterThan(20);
  return { roundId, cells };
}
