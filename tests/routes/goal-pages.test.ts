import axe from "axe-core";
// @ts-expect-error -- jsdom is here without its types
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { createGoal, finishGoal } from "#app/services/goals.server.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();
const { board } = site;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What axe has against a page as the server sent it: without a line of script having run. */
async function barriers(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: "outside-only" }) as { window: { eval: (script: string) => void; axe: typeof axe; document: Document } };
  window.eval(axe.source);
  const { violations } = await window.axe.run(window.document.documentElement, { rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at.slice(0, 80)).join(" | ")}`);
}

test("every state of the result and the steps is free of barriers, as the server sends it, in both languages", { timeout: 120_000 }, async () => {
  const who = "linde-leraar-1";
  const cookie = await site.signIn(who);
  const at = new Date();
  const year = new Date(Date.now() - 365 * 86_400_000);
  const ids = await board.as(
    who,
    async (ctx) => {
      await handInAs(ctx, { rest: 3, answers: { "1.2": 5 }, handedInAt: year });
      const grow = await handInAs(ctx, { rest: 4, answers: { "2.3": 1, "1.3": "consciously-not" }, wishes: ["2.3"] });
      const share = await handInAs(ctx, { rest: 6 });
      const nothing = await handInAs(ctx, { rest: "rather-not-say" });
      return { grow, share, nothing };
    },
    at,
  );
  const look = async (label: string, path: string, status = 200, form: Record<string, string> | null = null) => {
    const answered = form ? await site.post(path, form, cookie) : await site.get(path, cookie);
    expect(answered.status, label).toBe(status);
    expect(await barriers(answered.html), label).toEqual([]);
    const { document } = (new JSDOM(answered.html) as { window: { document: Document } }).window;
    expect(document.querySelectorAll("h1"), label).toHaveLength(1);
    expect(document.querySelectorAll("[style]"), label).toHaveLength(0);
  };
  await look("no steps yet", "/stappen");
  for (const language of ["nl", "en"]) {
    await site.post("/taal", { language, backTo: "/" }, cookie);
    for (const [label, id] of Object.entries(ids)) await look(`${label} ${language}`, `/zelfscans/${id}/resultaat`);
    await look(`mistakes ${language}`, `/zelfscans/${ids.grow}/resultaat`, 422, { competenceId: "2.3", step: "", dueOn: "x" });
  }
  const [open, done] = await board.as(
    who,
    async (ctx) => {
      const make = async (step: string) => {
        const made = await createGoal(ctx, { assessmentId: ids.grow, competenceId: "2.3", step, dueOn: inDays(5) });
        return made.ok ? made.goalId : "";
      };
      const pair = [await make("Kijk mee."), await make("Vraag het.")] as const;
      await finishGoal(ctx, pair[1], "Ging goed.");
      return pair;
    },
    at,
  );
  for (const [label, path] of [["planned", `/zelfscans/${ids.grow}/resultaat`], ["steps", "/stappen"], ["open step", `/stappen/${open}`], ["done step", `/stappen/${done}`]] as const) await look(label, path);
  await look("move wrongly", `/stappen/${open}`, 422, { act: "move", dueOn: "2020-01-01" });
  await look("no such step", "/stappen/6f1c1c0e-0000-4000-8000-000000000001", 404);
});
