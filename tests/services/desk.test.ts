import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Context } from "#app/services/context.server.ts";
import { changeMatrix, changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { beginCopy, beginTemplate, beginVersion, copyable, keepDocument, throwAwayDraft } from "#app/services/desk-begin.server.ts";
import { keepImport, previewImport, unpacked } from "#app/services/desk-import.server.ts";
import { askForReview, backToDraft, publishDocument, publishing, withdrawVersion } from "#app/services/desk-publish.server.ts";
import { deskDocument, documentOf, listDesk } from "#app/services/desk.server.ts";
import { frameworkAt, library } from "#app/services/frameworks.server.ts";
import { boardLog } from "#app/services/log-reading.server.ts";
import { inBoard, otherBoard, type TestBoard } from "#tests/setup/board.ts";
import { leraar, published } from "./desk-board.ts";

const admin = <T>(board: TestBoard, work: (ctx: Context) => Promise<T>) => board.as("beheerder", work);
const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : String(error)));
describe("beginning", () => {
  test("a copy keeps licence and attribution, says that it is adapted, and has a slug of the board", () =>
    inBoard(async (board) => {
      const id = await admin(board, (ctx) => beginCopy(ctx, "digcompedu", "2017.2.0"));
      const { draft, state, origin } = await admin(board, (ctx) => deskDocument(ctx, id));
      const source = frameworkAt("digcompedu", "2017.2.0")!;
      expect(draft.framework).toMatchObject({ slug: "eigen-digcompedu", version: "0.1.0", derivedFrom: { slug: "digcompedu", version: "2017.2.0" }, licence: source.licence, attribution: source.attribution });
      expect(draft.framework.title.nl).toMatch(/\(bewerkt\)$/);
      expect(draft.framework.changes.nl).toContain("Bewerkt door Board 1");
      // Points belong to exactly the questions of the source.
      expect(draft.framework.instruments.map(({ id: each }) => each)).toEqual(["statements"]);
      expect(draft.profiles).toHaveLength(1);
      expect({ state, origin }).toEqual({ state: "draft", origin: "copy: digcompedu@2017.2.0" });
      // As long as nobody wrote on it, it is the one that is begun; after that there can be another.
      expect(await admin(board, (ctx) => beginCopy(ctx, "digcompedu", "2017.2.0"))).toBe(id);
      await admin(board, (ctx) => changeShape(ctx, id, { do: "add-area" }, 1));
      const again = await admin(board, (ctx) => beginCopy(ctx, "digcompedu", "2017.2.0"));
      expect((await admin(board, (ctx) => deskDocument(ctx, again))).slug).toBe("eigen-digcompedu-2");
    }));

  test("a licence that is not known allows no copy, and nothing is stored", () =>
    inBoard(async (board) => {
      expect(await kindOf(admin(board, (ctx) => beginCopy(ctx, "kennisnet-ict", "2023.1.0")))).toBe("forbidden");
      const offered = await admin(board, async (ctx) => copyable(ctx));
      expect(offered.find(({ slug }) => slug === "kennisnet-ict")?.refusal).toBe("unknown");
      expect(offered.find(({ slug }) => slug === "digcompedu")?.refusal).toBeNull();
      expect(await admin(board, listDesk)).toEqual([]);
    }));

  test("a file is shown before anything is kept, and what it brought can be undone", () =>
    inBoard(async (board) => {
      const files = [{ name: "kader.csv", bytes: new TextEncoder().encode("id;ouder;titel;beschrijving\na;;Gebied;Over het gebied\nb;a;Eerste;Over het eerste\nc;a;Tweede;Over het tweede\n") }];
      const stored = () => admin(board, async ({ db }) => (await db.execute(sql`select 1 from library_documents`)).length);
      const seen = await admin(board, async (ctx) => previewImport(ctx, files, {}));
      expect(seen).toMatchObject({ ok: true, view: { format: "table", nodes: 3, tree: [{ title: "Gebied", children: [{ title: "Eerste" }, { title: "Tweede" }] }] } });
      expect(await stored()).toBe(0);
      expect(unpacked(seen.packed)).toEqual([{ name: "kader.csv", bytes: Buffer.from(files[0]!.bytes) }]);
      const named = await admin(board, async (ctx) => previewImport(ctx, files, { title: "Ons kader", "title.nl": "4" }));
      expect(named).toMatchObject({ ok: true, view: { title: "Ons kader", tree: [{ title: "Over het gebied" }] } });
      const id = await admin(board, (ctx) => keepImport(ctx, unpacked(seen.packed), {}));
      expect(await admin(board, listDesk)).toMatchObject([{ id, state: "draft", origin: "import: kader.csv" }]);
      await admin(board, (ctx) => throwAwayDraft(ctx, id));
      expect(await stored()).toBe(0);
    }));

  test("what cannot be read, or changed on its way, is refused in a sentence and leaves nothing", () =>
    inBoard(async (board) => {
      const look = (bytes: Uint8Array, map = {}) => admin(board, async (ctx) => previewImport(ctx, [{ name: "x.json", bytes }], map));
      for (const bytes of [new Uint8Array(), new TextEncoder().encode("{"), new Uint8Array([0, 1, 2, 3]), new Uint8Array(6 * 1_048_576)]) {
        const seen = await look(bytes);
        expect(seen.ok).toBe(false);
        if (!seen.ok) expect(seen.sentence).toMatch(/\S+ \S+ \S+/);
      }
      expect(await look(new TextEncoder().encode("a;b"), { language: "fr" })).toMatchObject({ ok: false });
      expect(() => unpacked([{ name: "x", data: "geen-gzip" }])).toThrow(AppError);
      const bomb = gzipSync(Buffer.alloc(32 * 1_048_576)).toString("base64url");
      expect(() => unpacked([{ name: "x", data: bomb }])).toThrow(AppError);
      expect(await kindOf(board.as("hr", async (ctx) => previewImport(ctx, [], {})))).toBe("not-found");
      expect(await admin(board, listDesk)).toEqual([]);
    }));
});

describe("who sees what", () => {
  test("a draft is its makers' alone; in review it is there for every colleague, and for no other board", () =>
    inBoard(async (board) => {
      const id = await admin(board, (ctx) => beginTemplate(ctx, "agreements"));
      const there = await otherBoard(board);
      const asked = (key: string, of = board) => kindOf(of.as(key, (ctx) => documentOf(ctx, id)));
      expect([await asked("linde-leraar-1"), await asked("hr"), await asked("beheerder", there), await asked("beheerder")]).toEqual(["not-found", "not-found", "not-found", "done"]);
      await admin(board, (ctx) => askForReview(ctx, id));
      expect([await asked("linde-leraar-1"), await asked("beheerder", there)]).toEqual(["done", "not-found"]);
      expect(await kindOf(board.as("hr", (ctx) => deskDocument(ctx, id)))).toBe("not-found");
      expect(await kindOf(there.as("beheerder", (ctx) => publishDocument(ctx, id, "0.1.0")))).toBe("not-found");
      expect(await kindOf(there.as("beheerder", (ctx) => throwAwayDraft(ctx, id)))).toBe("not-found");
    }));
});

describe("changing a draft", () => {
  test("what is older than what stands there is not written, and both are shown", () =>
    inBoard(async (board) => {
      const id = await admin(board, (ctx) => beginTemplate(ctx, "three-levels"));
      const node = { part: "node", id: "1.1", group: null } as const;
      expect(await admin(board, (ctx) => changeSection(ctx, id, node, { "title.nl": "Eerste" }, 1))).toEqual({ status: "kept" });
      const second = await admin(board, (ctx) => changeSection(ctx, id, node, { "title.nl": "Tweede" }, 1));
      expect(second).toMatchObject({ status: "conflict", sequence: 2 });
      if (second.status === "conflict") expect(second.theirs[0]!.fields.find(({ name }) => name === "title.nl")?.value).toBe("Eerste");
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, id, { do: "remove", id: "1.1" }, 1)))).toBe("conflict");
      expect(await kindOf(admin(board, (ctx) => changeMatrix(ctx, id, { instrument: "statements", group: leraar }, {}, 1)))).toBe("conflict");
      expect((await admin(board, (ctx) => deskDocument(ctx, id))).draft.framework.nodes[0]!.children![0]!.title.nl).toBe("Eerste");
    }));

  test("only a draft is changed, and what may not be adapted keeps its words", () =>
    inBoard(async (board) => {
      const id = await admin(board, (ctx) => beginTemplate(ctx, "three-levels"));
      await admin(board, (ctx) => askForReview(ctx, id));
      expect(await kindOf(admin(board, (ctx) => changeSection(ctx, id, { part: "scale" }, { "s0.0.title.nl": "Anders" }, 1)))).toBe("conflict");
      await admin(board, (ctx) => backToDraft(ctx, id));
      const source = frameworkAt("digcomp", "2025.1.0")!;
      const fixed = await admin(board, (ctx) => keepDocument(ctx, { ...source, licence: { ...source.licence, id: "CC-BY-ND-4.0", adaptationAllowed: false } }, "nd.json"));
      expect(await kindOf(admin(board, (ctx) => changeShape(ctx, fixed, { do: "add-area" }, 1)))).toBe("forbidden");
      expect(await kindOf(admin(board, (ctx) => changeSection(ctx, fixed, { part: "facts" }, { licence: "CC0-1.0" }, 1)))).toBe("done");
      expect((await admin(board, (ctx) => deskDocument(ctx, fixed))).draft.framework.licence.id).toBe("CC-BY-ND-4.0");
    }));

  test("an addition to somebody else's framework is marked as the board's own", () =>
    inBoard(async (board) => {
      const copy = await admin(board, (ctx) => beginCopy(ctx, "digcompedu", "2017.2.0"));
      const added = await admin(board, (ctx) => changeShape(ctx, copy, { do: "add-competence", id: "1" }, 1));
      const { draft } = await admin(board, (ctx) => deskDocument(ctx, copy));
      const node = draft.framework.nodes[0]!.children!.find(({ id }) => id === added)!;
      expect(node).toMatchObject({ extra: true, title: { nl: "", en: "" } });
      expect(node.levels).toHaveLength(draft.framework.scale!.levels.length);
    }));
});

describe("publishing", () => {
  test("only from review, only when nothing is left to mend, and then it never changes again", () =>
    inBoard(async (board) => {
      const id = await admin(board, (ctx) => beginTemplate(ctx, "three-levels"));
      expect(await kindOf(admin(board, (ctx) => publishDocument(ctx, id, "0.1.0")))).toBe("conflict");
      await admin(board, (ctx) => askForReview(ctx, id));
      // The licence has not been chosen.
      expect(await kindOf(admin(board, (ctx) => publishDocument(ctx, id, "0.1.0")))).toBe("invalid");
      const done = await published(board);
      expect(await kindOf(admin(board, (ctx) => backToDraft(ctx, done)))).toBe("conflict");
      expect(await kindOf(admin(board, (ctx) => throwAwayDraft(ctx, done)))).toBe("conflict");
      const mine = await board.as("linde-leraar-1", async (ctx) => ctx.library);
      expect(mine.frameworks.length).toBe(library().frameworks.length + 1);
      expect(mine.hashes["eigen-raamwerk-met-drie-niveaus-2/0.1.0.json"]).toMatch(/^[0-9a-f]{64}$/);
      const refusal = await admin(board, ({ db }) => db.execute(sql`update library_documents set document = '{}'::jsonb where id = ${done}::uuid`)).then(() => "changed", (error: unknown) => String((error as { cause?: unknown }).cause ?? error));
      expect(refusal).toContain("never changes");
    }));

  test("the next version gets a number that says what changed, and only one draft at a time", () =>
    inBoard(async (board) => {
      const id = await published(board);
      const next = await admin(board, (ctx) => beginVersion(ctx, id));
      expect(await kindOf(admin(board, (ctx) => beginVersion(ctx, id)))).toBe("conflict");
      const choices = () => admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, next)));
      expect((await choices()).choices).toEqual([]);
      await admin(board, (ctx) => changeSection(ctx, next, { part: "node", id: "1.1", group: null }, { "levels.0.statement.nl": "Iets heel anders dan er eerst stond." }, 1));
      expect(await choices()).toMatchObject({ from: "0.1.0", needed: "minor", counts: { reworded: 1 }, choices: [{ version: "0.2.0" }, { version: "1.0.0" }] });
      await admin(board, (ctx) => askForReview(ctx, next));
      expect(await kindOf(admin(board, (ctx) => publishDocument(ctx, next, "0.1.1")))).toBe("invalid");
      expect(await admin(board, (ctx) => publishDocument(ctx, next, "0.2.0"))).toBe("0.2.0");
      expect(await admin(board, async (ctx) => ctx.library.frameworks.filter(({ slug }) => slug.startsWith("eigen-")).map(({ version }) => version))).toEqual(["0.1.0", "0.2.0"]);
    }));

  test("a version that nothing uses can be withdrawn, and every act is in the log", () =>
    inBoard(async (board) => {
      const id = await published(board);
      await admin(board, (ctx) => withdrawVersion(ctx, id));
      expect(await admin(board, async (ctx) => ctx.library.withdrawn)).toHaveLength(1);
      expect(await admin(board, async (ctx) => copyable(ctx).some(({ slug }) => slug.startsWith("eigen-")))).toBe(false);
      const { entries } = await admin(board, (ctx) => boardLog(ctx, { before: null, action: null }));
      expect(entries.map(({ action }) => action).filter((each) => each.startsWith("framework.")).sort()).toEqual(["framework.begun", "framework.changed", "framework.published", "framework.review", "framework.withdrawn"]);
    }));
});
