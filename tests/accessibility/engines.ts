import type { Page } from "@playwright/test";
import type * as Ace from "accessibility-checker-engine";
import type axeCore from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answered, standing, type Verdict } from "./judged.ts";

type Finding = { readonly ruleId: string; readonly value: readonly string[]; readonly message: string; readonly snippet: string };
declare const axe: typeof axeCore;
declare const ace: typeof Ace;

const { resolve } = createRequire(import.meta.url);
const engines = [resolve("axe-core/axe.min.js"), resolve("accessibility-checker-engine/ace.js")].map((file) => readFileSync(file, "utf8"));
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe and IBM's engine find on the page as it stands, apart from what is folded away. Empty is good. */
export async function barriers(page: Page): Promise<string[]> {
  // Once per document; through the debugger, so that the content security policy stays as it is.
  if (!(await page.evaluate(() => "ace" in globalThis))) for (const engine of engines) await page.evaluate(engine);
  return [...(await ofAxe(page)), ...(await ofIbm(page))];
}

/** Opens everything that folds, so that the engines see it. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
}

async function ofAxe(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => (await axe.run({ runOnly, resultTypes: ["violations"] })).violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => String(target)) })), tags);
  return violations.map(({ id, targets }) => `axe ${id}: ${targets.slice(0, 3).join(" | ")}`);
}

async function ofIbm(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { results: all } = await new ace.Checker().check(document, ["WCAG_2_2"]);
    // In what is folded away the engine sees fields but not their labels.
    const isFolded = (node: Node | undefined) => node instanceof Element && node.closest("details:not([open]) > :not(summary)") !== null;
    return all.filter(({ value: [kind, outcome], node }) => kind === "VIOLATION" && outcome !== "PASS" && !isFolded(node)).map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
  });
  return results.filter((each) => !isJudged(each)).map(({ ruleId, value: [, outcome], message, snippet }) => `ibm ${ruleId} (${outcome}): ${message} ${snippet}`);
}

function isJudged({ ruleId, value: [, outcome], snippet }: Finding): boolean {
  const verdicts: readonly Verdict[] = outcome === "FAIL" ? standing : [...standing, ...answered];
  return verdicts.some(({ rule, only }) => rule === ruleId && (only?.test(snippet) ?? true));
}
