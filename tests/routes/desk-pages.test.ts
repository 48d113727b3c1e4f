import axe from "axe-core";
// @ts-expect-error -- jsdom is here without its types
import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { beginTemplate, beginVersion } from "#app/services/desk-begin.server.ts";
import { changeShape } from "#app/services/desk-edit.server.ts";
import { askForReview, withdrawVersion } from "#app/services/desk-publish.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import { published } from "#tests/services/desk-board.ts";
import { opened } from "#tests/services/round-hand-in.ts";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();
const { board } = site;
const text = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "").replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ");
const sent = (fields: Record<string, string>) => Object.entries(fields).reduce((data, [name, value]) => (data.append(name, value), data), new FormData());
const sequenceOf = async (id: string) => String((await board.as("beheerder", (ctx) => deskDocument(ctx, id))).sequence);
const alertIn = (html: string) => text(/role="alert" class="conflict"[\s\S]*?<\/div><\/div><\/div>/.exec(html)?.[0] ?? "");

/** What axe has against a page as the server sent it. */
async function barriers(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: "outside-only" }) as { window: { eval: (script: string) => void; axe: typeof axe; document: Document } };
  window.eval(axe.source);
  const { violations } = await window.axe.run(window.document.documentElement, { rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at.slice(0, 80)).join(" | ")}`);
}

let admin: string;
let done: string;
beforeAll(async () => {
  admin = await site.signIn("beheerder");
  done = await published(board);
});

test("what cannot be done is said on the page one was on, with its status, and nothing changes", async () => {
  const id = await board.as("beheerder", (ctx) => beginTemplate(ctx, "three-levels"));
  const sequence = await sequenceOf(id);
  const last = await site.post(paths.draftItem(id, "2.1"), sent({ do: "remove", sequence }), admin);
  expect(last.status).toBe(422);
  expect(alertIn(last.html)).toContain("Een gebied heeft minstens één competentie.");
  expect(last.html).toContain("Eén plaats omhoog");
  const old = await site.post(paths.draft(id), sent({ do: "add-area", sequence: "99" }), admin);
  expect([old.status, alertIn(old.html).includes("Iemand anders heeft dit concept intussen aangepast.")]).toEqual([409, true]);
  const asked = await site.post(paths.draftMatrix(id), sent({ instrument: "statements", group: "leraar", "in.1.1": "on", "target.1.1": "3", sequence: "99" }), admin);
  expect([asked.status, alertIn(asked.html).includes("Hier staat wat jij koos.")]).toEqual([409, true]);
  expect(asked.html).toMatch(/name="in\.1\.1"[^>]*checked/);
  expect(await sequenceOf(id)).toBe(sequence);
  for (const page of [last, old, asked]) expect(await barriers(page.html)).toEqual([]);
}, 60_000);

test("a version that a round uses stays: the refusal leads to the round", async () => {
  const round = await opened(board, { instrument: "eigen-raamwerk-met-drie-niveaus@0.1.0/statements", families: ["leraar"], schoolIds: [board.schools.linde], name: "Eigen ronde" });
  const refused = await site.post(paths.draftPublish(done), sent({ do: "withdraw" }), admin);
  expect(refused.status).toBe(409);
  expect(alertIn(refused.html)).toContain("‘Eigen ronde’");
  expect(refused.html).toContain(`href="${paths.round(round)}"`);
  expect(await barriers(refused.html)).toEqual([]);
});

test("publishing takes a tick, and somebody who is asked", { timeout: 60_000 }, async () => {
  const id = await board.as("beheerder", async (ctx) => {
    const made = await beginTemplate(ctx, "agreements");
    await askForReview(ctx, made);
    return made;
  });
  const page = await site.get(paths.draft(id), admin);
  expect(text(page.html)).toContain("Nog niemand krijgt een vraag uit dit raamwerk.");
  expect(page.html).toContain(paths.draftMatrix(id, { instrument: "agreements" }));
  const unfinished = await site.post(paths.draftPublish(id), sent({ do: "publish", version: "0.1.0", sure: "on" }), admin);
  expect([unfinished.status, alertIn(unfinished.html).includes("2 dingen te herstellen")]).toEqual([422, true]);
  const ready = await board.as("beheerder", async (ctx) => {
    const made = await beginVersion(ctx, done);
    await changeShape(ctx, made, { do: "remove", id: "1.2" }, 1);
    await askForReview(ctx, made);
    return made;
  });
  const unsure = await site.post(paths.draftPublish(ready), sent({ do: "publish", version: "1.0.0" }), admin);
  expect(unsure.status).toBe(422);
  expect(text(unsure.html)).toContain("Er is nog niets gepubliceerd.");
  expect(unsure.html).toMatch(/value="1\.0\.0"[^>]*checked|checked[^>]*value="1\.0\.0"/);
  // Below 1.0.0 a minor step is enough, and the page says so where something is gone.
  expect(text(unsure.html)).toContain("onder 1.0.0 is deze stap voor alles genoeg");
  expect(await barriers(unsure.html)).toEqual([]);
  expect((await board.as("beheerder", (ctx) => deskDocument(ctx, ready))).state).toBe("review");
  expect((await site.post(paths.draftPublish(ready), sent({ do: "publish", version: "0.2.0", sure: "on" }), admin)).status).toBe(302);
  const diff = await site.get(paths.frameworkDiff("eigen-raamwerk-met-drie-niveaus", { from: "0.1.0", to: "0.2.0" }), admin);
  expect(text(diff.html)).toContain("onder 1.0.0 is die genoeg voor alles");
});

test("a published version is not spoken of as one that is being written; its tab is lit on every page", async () => {
  for (const path of [paths.draft(done), paths.draftLevels(done), paths.draftFacts(done), paths.draftMatrix(done), paths.draftItem(done, "1.1"), paths.draftPublish(done)]) {
    const { html } = await site.get(path, admin);
    expect(text(html), path).not.toMatch(/Te herstellen|aan te passen|vink aan|nu niet worden aangepast|Verander je een code|Voor publicatie/);
    expect(html, path).toMatch(/<a aria-current="true"[^>]*href="\/beheer\/raamwerken"/);
    expect(await barriers(html), path).toEqual([]);
  }
  expect((await site.get(paths.draftItem(done, "1.1"), admin)).html).toMatch(new RegExp(`<a aria-current="true"[^>]*href="${paths.draft(done)}"`));
  expect((await site.get(paths.library(), admin)).html).toMatch(/<a aria-current="page"[^>]*href="\/beheer\/raamwerken"/);
}, 60_000);

test("after it was withdrawn a next version can be begun", async () => {
  const gone = await published(board);
  await board.as("beheerder", (ctx) => withdrawVersion(ctx, gone));
  expect((await site.get(paths.draft(gone), admin)).html).toContain('value="new-version"');
  const begun = await site.post(paths.draft(gone), sent({ do: "new-version" }), admin);
  expect([begun.status, begun.headers.get("Location")]).toEqual([302, expect.stringMatching(/\/eigen\/[0-9a-f-]+$/)]);
  const again = await site.post(paths.draft(gone), sent({ do: "new-version" }), admin);
  expect([again.status, alertIn(again.html).includes("Er is al een concept")]).toEqual([409, true]);
});
