import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Context } from "#app/services/context.server.ts";
import { beginVersion, keepDocument } from "#app/services/desk-begin.server.ts";
import { changeMatrix, changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { askForReview, backToDraft, publishDocument, publishing } from "#app/services/desk-publish.server.ts";
import { openFacts, openItem, openLevels } from "#app/services/desk-view.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";
import { offers } from "#app/services/rounds.server.ts";
import { inBoard, otherBoard, type TestBoard } from "#tests/setup/board.ts";
import { leraar, published } from "./desk-board.ts";

const admin = <T>(board: TestBoard, work: (ctx: Context) => Promise<T>) => board.as("beheerder", work);
const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : String(error)));
const next = async (board: TestBoard) => {
  const first = await published(board);
  return admin(board, (ctx) => beginVersion(ctx, first));
};

describe("a second language", () => {
  test("goes after it was said what is lost, and comes back to be written; only a whole framework is published", () =>
    inBoard(async (board) => {
      const id = await next(board);
      expect((await admin(board, (ctx) => openFacts(ctx, id, "en"))).tongues).toMatchObject({ spoken: ["nl", "en"], toAdd: null, losing: { language: "en", only: 0 }, canChange: true });
      await admin(board, (ctx) => changeShape(ctx, id, { do: "remove-language", language: "en" }, 1));
      const one = await admin(board, (ctx) => deskDocument(ctx, id));
      expect(one.draft.framework).toMatchObject({ languages: ["nl"], title: { nl: "Eigen raamwerk met drie niveaus", en: "Eigen raamwerk met drie niveaus" } });
      expect((await admin(board, (ctx) => openFacts(ctx, id, "nl"))).tongues).toEqual({ spoken: ["nl"], toAdd: "en", losing: null, canChange: true });
      expect(await admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, id)))).toMatchObject({ problems: 0, needed: "minor" });

      await admin(board, (ctx) => changeShape(ctx, id, { do: "add-language" }, 2));
      const { groups } = await admin(board, (ctx) => openItem(ctx, id, "1.1", null));
      const titles = groups[0]!.fields.filter(({ part }) => part === "title").map(({ language, value }) => [language, value]);
      expect(titles).toEqual([["nl", "Kennis delen"], ["en", ""]]);
      await admin(board, (ctx) => askForReview(ctx, id));
      expect(await kindOf(admin(board, (ctx) => publishDocument(ctx, id, "0.2.0")))).toBe("invalid");
    }));

  test("published versions keep what they have; only of a draft, with the newest number, whose words may be adapted", () =>
    inBoard(async (board) => {
      const id = await next(board);
      const drop = (sequence: number) => kindOf(admin(board, (ctx) => changeShape(ctx, id, { do: "remove-language", language: "nl" }, sequence)));
      expect(await drop(7)).toBe("conflict");
      await admin(board, (ctx) => askForReview(ctx, id));
      expect(await drop(1)).toBe("conflict");
      expect((await admin(board, (ctx) => openFacts(ctx, id, "nl"))).tongues).toMatchObject({ losing: null, canChange: false });
      await admin(board, (ctx) => backToDraft(ctx, id));
      const there = await otherBoard(board);
      expect(await kindOf(there.as("beheerder", (ctx) => changeShape(ctx, id, { do: "add-language" }, 1)))).toBe("not-found");
      expect(await drop(1)).toBe("done");
      expect(await admin(board, async (ctx) => ctx.library.frameworks.find(({ slug }) => slug.startsWith("eigen-"))?.title.nl)).toBe("Eigen raamwerk met drie niveaus");
      const source = frameworkAt("digcomp", "2025.1.0")!;
      const fixed = await admin(board, (ctx) => keepDocument(ctx, { ...source, licence: { ...source.licence, id: "CC-BY-ND-4.0", adaptationAllowed: false } }, "nd.json"));
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, fixed, { do: "remove-language", language: "en" }, 1)))).toBe("forbidden");
    }));
});

describe("moving a competence", () => {
  test("takes who is asked along, asks for a larger step, and is refused where an area would be empty", () =>
    inBoard(async (board) => {
      const id = await next(board);
      const { item } = await admin(board, (ctx) => openItem(ctx, id, "1.2", null));
      expect(item.areas).toEqual([{ value: "2", label: "2 Veilig werken" }]);
      const before = (await admin(board, (ctx) => deskDocument(ctx, id))).draft;
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, id, { do: "move", id: "2.1", area: "1" }, 1)))).toBe("invalid");
      expect(await admin(board, (ctx) => changeShape(ctx, id, { do: "move", id: "1.2", area: "2" }, 1))).toBe("1.2");
      const { draft } = await admin(board, (ctx) => deskDocument(ctx, id));
      expect(draft.framework.nodes.map(({ children }) => children!.map((each) => each.id))).toEqual([["1.1"], ["2.1", "1.2"]]);
      expect(draft.profiles).toEqual(before.profiles);
      expect(await admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, id)))).toMatchObject({ counts: { moved: 1 }, needed: "major", problems: 0 });
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, id, { do: "move", id: "1.1", area: "2" }, 1)))).toBe("conflict");
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, id, { do: "move", id: "1.1", area: "2" }, 2)))).toBe("invalid");
    }));
});

test("how something is asked is written with the details, and what is left empty is named", () =>
  inBoard(async (board) => {
    const id = await next(board);
    expect(await admin(board, (ctx) => changeSection(ctx, id, { part: "facts" }, { "asks.0.title.nl": "Welke zin past?", "asks.0.explanation.en": "" }, 1))).toEqual({ status: "kept" });
    const { draft } = await admin(board, (ctx) => deskDocument(ctx, id));
    expect(draft.framework.instruments[0]).toMatchObject({ title: { nl: "Welke zin past?" }, explanation: { en: "" } });
    expect((await admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, id)))).problems).toBe(1);
  }));

test("another way of asking is a questionnaire of its own: published with the version, offered for a round, and taken away with who it was asked", () =>
  inBoard(async (board) => {
    const id = await next(board);
    const profiles = async () => (await admin(board, (ctx) => deskDocument(ctx, id))).draft.profiles.map(({ instrument }) => instrument);
    await admin(board, (ctx) => changeShape(ctx, id, { do: "add-way", way: "how-often" }, 1));
    await admin(board, (ctx) => changeShape(ctx, id, { do: "remove-way", way: "how-often" }, 2));
    expect(await profiles()).toEqual(["statements"]);
    await admin(board, (ctx) => changeShape(ctx, id, { do: "add-way", way: "growth-steps" }, 3));
    expect((await profiles()).sort()).toEqual(["growth-steps", "statements"]);
    expect((await admin(board, (ctx) => openLevels(ctx, id))).waysToAdd.map(({ value }) => value)).toEqual(["how-often"]);
    expect(await admin(board, (ctx) => changeMatrix(ctx, id, { instrument: "growth-steps", group: leraar }, { "in.1.1": "on", "in.2.1": "on" }, 4))).toBeNull();
    await admin(board, (ctx) => askForReview(ctx, id));
    await admin(board, (ctx) => publishDocument(ctx, id, "0.2.0"));
    const offered = await board.as("hr", async (ctx) => offers(ctx.library).filter(({ framework }) => framework.slug.startsWith("eigen-")).map(({ framework, instrument }) => `${framework.version} ${instrument}`));
    expect(offered).toEqual(["0.2.0 statements", "0.2.0 growth-steps"]);
  }));
