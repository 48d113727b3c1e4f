import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Context } from "#app/services/context.server.ts";
import { beginTemplate, beginVersion } from "#app/services/desk-begin.server.ts";
import { changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { openFormer, tellFormer, tellRest, type FormerAsked } from "#app/services/desk-former.server.ts";
import { askForReview, backToDraft, publishDocument, publishing } from "#app/services/desk-publish.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import { versionsSideBySide } from "#app/services/framework-versions.server.ts";
import { inBoard, otherBoard, type TestBoard } from "#tests/setup/board.ts";
import { published } from "./desk-board.ts";
import { opened } from "./round-hand-in.ts";

const all: FormerAsked = { at: null, area: null, kind: null, page: 1 };
const kindOf = (work: Promise<unknown>) => work.then(() => "done", (error: unknown) => (error instanceof AppError ? error.kind : String(error)));
const now = (id: string) => ({ side: "now", id }) as const;
const admin = <T>(board: TestBoard, work: (ctx: Context) => Promise<T>) => board.as("beheerder", work);

/** A next version, in which 1.2 made way for 1.3, of a framework that a round was held with. */
async function followed(board: TestBoard): Promise<string> {
  const first = await published(board);
  await opened(board, { instrument: "eigen-raamwerk-met-drie-niveaus@0.1.0/statements", families: ["leraar"], schoolIds: [board.schools.linde], name: "Eigen ronde" });
  const next = await admin(board, (ctx) => beginVersion(ctx, first));
  await admin(board, (ctx) => changeShape(ctx, next, { do: "add-competence", id: "1" }, 1));
  await admin(board, (ctx) => changeShape(ctx, next, { do: "remove", id: "1.2" }, 2));
  const words = Object.fromEntries(["title", "description", "question", "levels.0.statement", "levels.1.statement", "levels.2.statement"].flatMap((name) => [[`${name}.nl`, `Nieuws volgen: ${name}`], [`${name}.en`, `Following news: ${name}`]]));
  expect(await admin(board, (ctx) => changeSection(ctx, next, { part: "node", id: "1.3", group: null }, words, 3))).toEqual({ status: "kept" });
  return next;
}
const effects = (board: TestBoard, id: string) => admin(board, async (ctx) => (await openFormer(ctx, id, all)).effects.map(({ title, effect, why }) => `${title}: ${effect}, ${why}`));

test("what an item was is said once, changes what happens to its trend, and is published with the version", () =>
  inBoard(async (board) => {
    const id = await followed(board);
    const page = await admin(board, (ctx) => openFormer(ctx, id, all));
    expect(page.view).toMatchObject({ from: "0.1.0", moreUnsaid: 0, unsaid: [{ side: "now", id: "1.3", layer: "competentie", area: "Samen leren" }, { side: "then", id: "1.2" }] });
    expect(await effects(board, id)).toEqual(["Kennis delen: seam, same", "Nieuws bijhouden: stops, gone", "Gegevens beschermen: seam, same"]);
    expect(await admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, id)))).toMatchObject({ unsaid: 2, counts: { new: 1, gone: 1 } });

    const { form } = await admin(board, (ctx) => openFormer(ctx, id, { ...all, at: now("1.3") }));
    expect(form?.options.map(({ id: each, free, chosen }) => [each, free, chosen])).toEqual([["1.1", false, false], ["1.2", true, false], ["2.1", false, false]]);
    expect(form?.words).toContain("Nieuws volgen: description");
    expect(await admin(board, (ctx) => tellFormer(ctx, id, now("1.3"), null, { "with.1.2": "on" }, 4))).toEqual({ status: "kept" });
    expect(await effects(board, id)).toEqual(["Kennis delen: seam, same", "Nieuws bijhouden: seam, reworded", "Gegevens beschermen: seam, same"]);

    await admin(board, (ctx) => askForReview(ctx, id));
    expect(await admin(board, async (ctx) => publishing(ctx, await deskDocument(ctx, id)))).toMatchObject({ unsaid: 0, problems: 0, counts: { renamed: 1 }, choices: [{ version: "0.2.0" }, { version: "1.0.0" }], effects: [{ effect: "seam" }, { effect: "seam", why: "reworded" }, { effect: "seam" }] });
    await admin(board, (ctx) => publishDocument(ctx, id, "0.2.0"));
    const kept = await admin(board, async (ctx) => ctx.library.frameworks.find(({ slug, version }) => slug.startsWith("eigen-") && version === "0.2.0"));
    expect(kept?.upgrade).toEqual({ from: "0.1.0", items: [{ from: ["1.2"], to: ["1.3"] }] });
    // The running round and everybody else see the same: the trend goes on.
    const side = await admin(board, (ctx) => versionsSideBySide(ctx, "eigen-raamwerk-met-drie-niveaus", { from: null, to: null, kind: "renamed", page: 1 }));
    expect(side.diff?.counts).toMatchObject({ renamed: 1, new: 0, gone: 0 });
    expect(side.use.rounds).toEqual(["Eigen ronde"]);
  }));

test("what does not hold is refused in a sentence, and what is older than the draft is not written", () =>
  inBoard(async (board) => {
    const id = await followed(board);
    const stored = async () => (await admin(board, (ctx) => deskDocument(ctx, id))).draft.framework.upgrade;
    const wrong = await admin(board, (ctx) => tellFormer(ctx, id, now("1.3"), null, { "with.1.1": "on", "with.2.1": "on" }, 4));
    expect(wrong).toMatchObject({ status: "wrong", sentence: expect.stringContaining("zo worden meer onderdelen") as string });
    expect(await stored()).toBeUndefined();
    expect(await admin(board, (ctx) => tellFormer(ctx, id, now("1.3"), null, { "with.1.2": "on" }, 4))).toEqual({ status: "kept" });
    expect(await admin(board, (ctx) => tellFormer(ctx, id, now("1.3"), null, {}, 4))).toEqual({ status: "conflict", chosen: ["1.2 Nieuws bijhouden"], sequence: 5 });
    expect(await admin(board, (ctx) => tellRest(ctx, id, 4))).toEqual({ status: "conflict", chosen: [], sequence: 5 });
    expect(await stored()).toEqual({ from: "0.1.0", items: [{ from: ["1.2"], to: ["1.3"] }] });
  }));

test("the rest is new or gone in one go; only of a draft, only by its board, and only where there is a version before", () =>
  inBoard(async (board) => {
    const id = await followed(board);
    await admin(board, (ctx) => askForReview(ctx, id));
    expect(await kindOf(admin(board, (ctx) => tellRest(ctx, id, 4)))).toBe("conflict");
    await admin(board, (ctx) => backToDraft(ctx, id));
    expect(await admin(board, (ctx) => tellRest(ctx, id, 4))).toEqual({ status: "kept" });
    expect((await admin(board, (ctx) => openFormer(ctx, id, all))).view?.unsaid).toEqual([]);
    const first = await admin(board, (ctx) => beginTemplate(ctx, "agreements"));
    expect(await admin(board, (ctx) => openFormer(ctx, first, all))).toMatchObject({ view: null, form: null, effects: [] });
    const there = await otherBoard(board);
    const tries = [
      () => admin(board, (ctx) => tellRest(ctx, first, 1)),
      () => admin(board, (ctx) => openFormer(ctx, id, { ...all, at: now("9.9") })),
      () => admin(board, (ctx) => tellFormer(ctx, id, now("9.9"), null, {}, 5)),
      () => there.as("beheerder", (ctx) => openFormer(ctx, id, all)),
      () => there.as("beheerder", (ctx) => tellRest(ctx, id, 5)),
      () => board.as("hr", (ctx) => tellFormer(ctx, id, now("1.3"), null, {}, 5)),
    ];
    for (const each of tries) expect(await kindOf(each())).toBe("not-found");
  }));
