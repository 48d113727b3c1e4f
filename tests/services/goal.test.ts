import { expect, test } from "vitest";
import { goalCalendar } from "#app/services/goals-calendar.server.ts";
import { createGoal, finishGoal, goalOf, goalsOf, letGoOfGoal, moveGoal } from "#app/services/goals.server.ts";
import { resultOf } from "#app/services/results.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import { refused } from "#tests/services/assessment-board.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { actorFor, committedBoard, inBoard, otherBoard, today } from "#tests/setup/board.ts";

const later = (days: number) => new Date(today.getTime() + days * 86_400_000);
const plan = (assessmentId: string, more: object = {}) => ({ assessmentId, competenceId: "1.1", step: "Kijk mee bij Noor.", dueOn: "2026-11-30", ...more });

/** Plans a step that must succeed. */
async function planned(ctx: Context, assessmentId: string, more: object = {}): Promise<string> {
  const made = await createGoal(ctx, plan(assessmentId, more));
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return made.goalId;
}

test("a step is planned from a result, stands on the list by date, and is ticked off with a line", () =>
  inBoard(async (board) => {
    const [id, goalId] = await board.as("linde-leraar-1", async (ctx) => {
      const assessmentId = await handInAs(ctx, { answers: { "2.3": 1 }, rest: 4 });
      await planned(ctx, assessmentId, { competenceId: "2.3", step: "Later", dueOn: "2027-01-11" });
      return [assessmentId, await planned(ctx, assessmentId)];
    });
    await board.as("linde-leraar-1", async (ctx) => {
      const { open, done } = await goalsOf(ctx);
      expect(open.map(({ step }) => step)).toEqual(["Kijk mee bij Noor.", "Later"]);
      expect(open[0]).toMatchObject({ id: goalId, assessmentId: id, competenceId: "1.1", about: "Communicatie binnen en vanuit de organisatie", dueOn: "2026-11-30", doneAt: null, reflection: null });
      expect(done).toEqual([]);
      const page = (await resultOf(ctx, id))!;
      expect([page.goal!.step, page.activeGoals]).toEqual(["Later", 2]);
    });
    await board.as("linde-leraar-1", (ctx) => finishGoal(ctx, goalId, "Ging goed."), later(14));
    await board.as("linde-leraar-1", async (ctx) => {
      const { open, done } = await goalsOf(ctx);
      expect(open).toHaveLength(1);
      expect(done).toMatchObject([{ id: goalId, reflection: "Ging goed.", doneAt: later(14) }]);
    });
  }));

test("a step that was done stands on the result until another is planned", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx, { answers: { "2.3": 1 }, rest: 4 });
      await finishGoal(ctx, await planned(ctx, id, { competenceId: "2.3", step: "Eerste" }), "");
      expect((await resultOf(ctx, id))!.goal).toMatchObject({ step: "Eerste", reflection: null });
      await planned(ctx, id, { competenceId: "2.3", step: "Tweede" });
      expect((await resultOf(ctx, id))!.goal).toMatchObject({ step: "Tweede", doneAt: null });
    });
  }));

test("three open at most; a fourth has to wait until one is done or let go", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx);
      const [first, second] = [await planned(ctx, id, { step: "1" }), await planned(ctx, id, { step: "2" }), await planned(ctx, id, { step: "3" })];
      expect(await createGoal(ctx, plan(id, { step: "4" }))).toEqual({ ok: false, errors: { form: "too-many" } });
      await finishGoal(ctx, first, "");
      expect((await createGoal(ctx, plan(id, { step: "4" }))).ok).toBe(true);
      await letGoOfGoal(ctx, second);
      expect((await createGoal(ctx, plan(id, { step: "5" }))).ok).toBe(true);
      expect((await createGoal(ctx, plan(id, { step: "6" }))).ok).toBe(false);
      expect((await goalsOf(ctx)).open.map(({ step }) => step).sort()).toEqual(["3", "4", "5"]);
    });
  }));

test("sending the same form twice makes one step", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx);
      expect(await planned(ctx, id)).toBe(await planned(ctx, id));
      expect((await goalsOf(ctx)).open).toHaveLength(1);
    });
  }));

test("from several tabs at once there are still three at most", async () => {
  const board = await committedBoard(7, 8);
  const actor = actorFor(board.person("linde-leraar-1"), board.organisationId);
  const tenant = { organisationId: actor.organisationId, personId: actor.personId, roles: [] };
  const id = await board.as("linde-leraar-1", (ctx) => handInAs(ctx));
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, tab) => board.database.transaction("app_user", tenant, (db) => createGoal({ library: library(), db, now: today, actor }, plan(id, { step: `tab ${tab}` })))),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(3);
  expect((await board.as("linde-leraar-1", goalsOf)).open).toHaveLength(3);
});

test.each([
  ["2026-11-15", "past"],
  ["2027-11-17", "too-far"],
  ["2026-02-30", "no-date"],
  ["morgen", "no-date"],
] as const)("the day %s cannot be planned or moved to: %s", (dueOn, problem) =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const id = await handInAs(ctx);
      expect(await createGoal(ctx, plan(id, { dueOn }))).toEqual({ ok: false, errors: { dueOn: problem } });
      const goalId = await planned(ctx, id);
      expect(await moveGoal(ctx, goalId, dueOn)).toEqual({ ok: false, errors: { dueOn: problem } });
      expect((await goalOf(ctx, goalId)).dueOn).toBe("2026-11-30");
    });
  }),
);

test("a step moves to another day while it is open; what is done stays", () =>
  inBoard(async (board) => {
    await board.as("linde-leraar-1", async (ctx) => {
      const goalId = await planned(ctx, await handInAs(ctx));
      expect(await moveGoal(ctx, goalId, "2026-11-16")).toEqual({ ok: true });
      expect((await goalOf(ctx, goalId)).dueOn).toBe("2026-11-16");
      await finishGoal(ctx, goalId, "Eerst.");
      expect(await refused(moveGoal(ctx, goalId, "2026-12-01"))).toBe("conflict");
      expect(await refused(letGoOfGoal(ctx, goalId))).toBe("conflict");
    });
    await board.as("linde-leraar-1", async (ctx) => {
      const { done } = await goalsOf(ctx);
      await finishGoal({ ...ctx, now: later(3) }, done[0]!.id, "Nog een keer.");
      await finishGoal({ ...ctx, now: later(3) }, done[0]!.id, "");
      expect(await goalOf(ctx, done[0]!.id)).toMatchObject({ doneAt: today, reflection: "Nog een keer." });
    });
  }));

test("only from one's own handed-in result, and only for what was asked there", () =>
  inBoard(async (board) => {
    const id = await board.as("linde-leraar-1", (ctx) => handInAs(ctx));
    expect(await refused(board.as("linde-leraar-2", (ctx) => createGoal(ctx, plan(id))))).toBe("not-found");
    expect(await refused(board.as("linde-directeur", (ctx) => createGoal(ctx, plan(id))))).toBe("not-found");
    const other = await otherBoard(board);
    expect(await refused(other.as("linde-leraar-1", (ctx) => createGoal(ctx, plan(id))))).toBe("not-found");
    await board.as("linde-leraar-1", async (ctx) => {
      expect(await refused(createGoal(ctx, plan(id, { competenceId: "9.9" })))).toBe("not-found");
      expect(await refused(createGoal(ctx, plan("nonsense")))).toBe("not-found");
      const open = await handInAs(ctx, { handedInAt: null });
      expect(await refused(createGoal(ctx, plan(open)))).toBe("not-found");
    });
  }));

test("nobody else finds, changes, downloads or removes a step", () =>
  inBoard(async (board) => {
    const goalId = await board.as("linde-leraar-1", async (ctx) => planned(ctx, await handInAs(ctx)));
    const other = await otherBoard(board);
    const strangers = [(work: (ctx: Context) => Promise<unknown>) => board.as("linde-leraar-2", work), (work: (ctx: Context) => Promise<unknown>) => board.as("linde-directeur", work), (work: (ctx: Context) => Promise<unknown>) => other.as("linde-leraar-1", work)];
    for (const as of strangers) {
      for (const work of [
        (ctx: Context) => goalOf(ctx, goalId),
        (ctx: Context) => finishGoal(ctx, goalId, "x"),
        (ctx: Context) => moveGoal(ctx, goalId, "2026-12-01"),
        (ctx: Context) => letGoOfGoal(ctx, goalId),
        (ctx: Context) => goalCalendar(ctx, goalId, "https://groei.example/x"),
      ]) {
        expect(await refused(as(work))).toBe("not-found");
      }
      expect(await as(goalsOf)).toEqual({ open: [], done: [] });
    }
    await board.as("linde-leraar-1", async (ctx) => expect(await goalOf(ctx, goalId)).toMatchObject({ doneAt: null, dueOn: "2026-11-30" }));
  }));
