import { library } from "#app/services/frameworks.server.ts";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { loggedOnce, logged } from "#app/services/log.server.ts";
import { manageCounts, managedRounds } from "#app/services/manage.server.ts";
import { cancelRound, closeRound } from "#app/services/rounds.server.ts";
import { people } from "#db/schema/index.ts";
import { inBoard, otherBoard, today } from "#tests/setup/board.ts";
import { eq } from "drizzle-orm";
import { opened } from "./round-hand-in.ts";

const days = (count: number) => new Date(today.getTime() + count * 86_400_000);

describe("the administrator's first page", () => {
  const frameworks = new Set(library().frameworks.map(({ slug }) => slug)).size;
  test("counts what is there: people, rounds, frameworks, and a week of the log", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      await opened(other);
      expect(await board.as("beheerder", manageCounts)).toEqual({ people: board.people.length, rounds: 0, openRounds: 0, frameworks, logged: 0 });
      await opened(board);
      await board.as("beheerder", ({ db }) => db.update(people).set({ leftAt: today }).where(eq(people.id, board.person("eik-leraar-9").id)));
      await board.as("beheerder", (ctx) => loggedOnce(ctx, { action: "people.viewed", personId: null }));
      // Not the administrator's to see, so not to count either.
      await board.as("linde-leraar-1", (ctx) => logged(ctx, { action: "assessment.handed-in", personId: ctx.actor.personId }));
      expect(await board.as("beheerder", manageCounts)).toEqual({ people: board.people.length - 1, rounds: 1, openRounds: 1, frameworks, logged: 2 });
      expect(await board.as("beheerder", manageCounts, days(8))).toMatchObject({ logged: 0 });
      expect(await board.as("beheerder", manageCounts, days(60))).toMatchObject({ rounds: 1, openRounds: 0 });
    }));
});

describe("the administrator's rounds", () => {
  test("say what was agreed and how many were asked, over all schools", () =>
    inBoard(async (board) => {
      await opened(board, { families: ["onderwijsondersteuner", "leraar"], name: "Najaar" });
      expect(await board.as("beheerder", managedRounds)).toMatchObject([
        {
          name: "Najaar",
          state: "open",
          framework: { title: "Kennisnet ict-bekwaamheid", slug: "kennisnet-ict", version: "2023.1.0" },
          audience: ["leraren", "onderwijsondersteuners"],
          schools: ["De Linde", "De Eik"],
          threshold: 5,
          released: true,
          invited: 30,
          handedIn: 0,
        },
      ]);
    }));

  test("go from open to closing to cancelled, and stay inside the board", () =>
    inBoard(async (board) => {
      const other = await otherBoard(board);
      await opened(other);
      expect(await board.as("beheerder", managedRounds)).toEqual([]);
      const first = await opened(board);
      await board.as("hr", (ctx) => closeRound(ctx, first), days(1));
      const states = async () => (await board.as("beheerder", managedRounds, days(1))).map(({ state }) => state);
      expect(await states()).toEqual(["closing"]);
      const second = await opened(board, {}, days(1));
      await board.as("hr", (ctx) => cancelRound(ctx, second), days(1));
      expect((await states()).sort()).toEqual(["cancelled", "closing"]);
    }));

  test.each([["linde-leraar-1"], ["linde-directeur"], ["hr"], ["bestuurder"]])("and the first page do not exist for %s", (key) =>
    inBoard(async (board) => {
      for (const service of [managedRounds, manageCounts] as const)
        expect(await board.as(key, (ctx) => service(ctx) as Promise<unknown>).catch((error: unknown) => (error instanceof AppError ? error.kind : error))).toBe("not-found");
    }),
  );
});
