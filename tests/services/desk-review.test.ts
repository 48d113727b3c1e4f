import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Context } from "#app/services/context.server.ts";
import { changeSection } from "#app/services/desk-edit.server.ts";
import { beginTemplate, throwAwayDraft } from "#app/services/desk-begin.server.ts";
import { askForReview, backToDraft } from "#app/services/desk-publish.server.ts";
import { allComments, comment, inReview, openReadAlong, reviewDocument, takeBackComment } from "#app/services/desk-review.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import { codeOf } from "#db/client.server.ts";
import { libraryComments } from "#db/schema/index.ts";
import { committedBoard, inBoard, otherBoard, type TestBoard } from "#tests/setup/board.ts";

const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : String(error)));
const readAlong = (ctx: Context, id: string) => openReadAlong(ctx, id, { as: null, place: 1 });
const say = (board: TestBoard, key: string, id: string, words: string, item: string | null = null) => board.as(key, async (ctx) => comment(ctx, await reviewDocument(ctx, id), { item, words }));

/** A framework in review at this board. */
async function begun(board: TestBoard): Promise<string> {
  const id = await board.as("beheerder", (ctx) => beginTemplate(ctx, "agreements"));
  await board.as("beheerder", (ctx) => askForReview(ctx, id));
  return id;
}

describe("reading along", () => {
  test("a colleague reads one's own remarks only; the administrator reads all of them, with names and what they are about", () =>
    inBoard(async (board) => {
      const id = await begun(board);
      expect(await say(board, "linde-leraar-1", id, "  Ook in de pauze?\r\nGraag.  ", "1")).toBeNull();
      expect(await say(board, "eik-concierge", id, "Fijn kort.")).toBeNull();
      const mine = (await board.as("linde-leraar-1", (ctx) => readAlong(ctx, id))).mine;
      expect(mine).toMatchObject([{ item: "1", words: "Ook in de pauze?\nGraag.", who: null }]);
      expect((await board.as("hr", (ctx) => readAlong(ctx, id))).mine).toEqual([]);
      const all = await board.as("beheerder", async (ctx) => allComments(ctx, await deskDocument(ctx, id)));
      expect(all.map(({ about, who }) => [about, who])).toEqual(expect.arrayContaining([["1 Ik lees berichten van school eens per werkdag", "Name linde-leraar-1"], [null, "Name eik-concierge"]]));
      expect(await kindOf(board.as("linde-leraar-2", (ctx) => takeBackComment(ctx, id, mine[0]!.id)))).toBe("not-found");
      await board.as("linde-leraar-1", (ctx) => takeBackComment(ctx, id, mine[0]!.id));
      expect((await board.as("linde-leraar-1", (ctx) => readAlong(ctx, id))).mine).toEqual([]);
    }));

  test("nothing empty, nothing too long, nothing about what is not there, and not a hundred and one", () =>
    inBoard(async (board) => {
      const id = await begun(board);
      expect(await say(board, "hr", id, " \n ")).toEqual({ words: "required" });
      expect(await say(board, "hr", id, "x".repeat(2001))).toEqual({ words: "too-long" });
      expect(await say(board, "hr", id, "Goed", "9")).toEqual({ item: "unknown-item" });
      expect(await say(board, "hr", id, "🌱".repeat(1000))).toBeNull();
      for (let nth = 1; nth < 100; nth += 1) await say(board, "hr", id, `Opmerking ${nth}`);
      expect(await kindOf(say(board, "hr", id, "Nog een"))).toBe("invalid");
    }));

  test("is there while the framework is in review, for this board", () =>
    inBoard(async (board) => {
      const id = await begun(board);
      const there = await otherBoard(board);
      const list = (of: TestBoard) => of.as(of === board ? "linde-leraar-1" : "beheerder", async (ctx) => (await inReview(ctx)).map((each) => each.id));
      expect([await list(board), await list(there)]).toEqual([[id], []]);
      expect(await kindOf(there.as("linde-leraar-1", (ctx) => readAlong(ctx, id)))).toBe("not-found");
      await say(board, "hr", id, "Goed");
      await board.as("beheerder", (ctx) => backToDraft(ctx, id));
      expect(await list(board)).toEqual([]);
      expect(await kindOf(board.as("hr", (ctx) => readAlong(ctx, id)))).toBe("not-found");
      // What was said stays with the draft, and goes with it.
      expect(await board.as("beheerder", async (ctx) => (await allComments(ctx, await deskDocument(ctx, id))).length)).toBe(1);
      await board.as("beheerder", (ctx) => throwAwayDraft(ctx, id));
      expect(await board.as("beheerder", async ({ db }) => db.select().from(libraryComments))).toEqual([]);
    }));

  test("the database itself lets nobody speak for somebody else, nor read along with the administrator", () =>
    inBoard(async (board) => {
      const id = await begun(board);
      await say(board, "hr", id, "Van HR");
      const forged = board.as("linde-leraar-1", ({ db }) => db.insert(libraryComments).values({ organisationId: board.organisationId, documentId: id, personId: board.person("hr").id, words: "Namens HR" }));
      expect(await forged.then(() => "written", (error: unknown) => codeOf(error))).toBe("42501");
      expect(await board.as("linde-leraar-1", async ({ db }) => db.select().from(libraryComments))).toEqual([]);
    }));
});

test("two administrators who save at the same moment: one is kept, the other is shown both", async () => {
  const board = await committedBoard(21);
  const id = await board.as("beheerder", (ctx) => beginTemplate(ctx, "three-levels"));
  const save = (title: string) => board.as("beheerder", (ctx) => changeSection(ctx, id, { part: "node", id: "1.1", group: null }, { "title.nl": title }, 1));
  const outcomes = await Promise.all([save("Een"), save("Twee"), save("Drie")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["conflict", "conflict", "kept"]);
  const { draft, sequence } = await board.as("beheerder", (ctx) => deskDocument(ctx, id));
  expect(sequence).toBe(2);
  const title = draft.framework.nodes[0]!.children![0]!.title.nl;
  expect(title).toBe(["Een", "Twee", "Drie"][outcomes.findIndex(({ status }) => status === "kept")]);
  for (const outcome of outcomes) if (outcome.status === "conflict") expect(outcome.theirs[0]!.fields.find(({ name }) => name === "title.nl")!.value).toBe(title);
}, 60_000);
