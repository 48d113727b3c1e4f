import type { virtual as reader } from "@guidepup/virtual-screen-reader";
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const address = "/virtual-screen-reader.js";
const program = readFileSync(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js"), "utf8");
type Reader = { readonly virtual: typeof reader };

/** Brings the virtual screen reader along to every page of this browser; it needs `bypassCSP`. */
export async function bringReader(page: Page): Promise<void> {
  await page.context().route(`**${address}`, (route) => route.fulfill({ contentType: "text/javascript", body: program }));
}

/** What the reader says from the top of this part of the page to its end, one phrase a line; what differs from day to day is replaced. */
export async function heard(page: Page, within = "main"): Promise<string> {
  // The reader does not know that what is folded away is not said.
  await page.addStyleTag({ content: "details:not([open]) > :not(summary) { display: none !important; }" });
  const phrases = await page.evaluate(
    async ([module, selector]) => {
      const { virtual } = (await import(/* @vite-ignore */ module)) as Reader;
      await virtual.start({ container: document.querySelector(selector)! });
      const first = await virtual.lastSpokenPhrase();
      do await virtual.next();
      while ((await virtual.lastSpokenPhrase()) !== `end of ${first}`);
      const log = await virtual.spokenPhraseLog();
      await virtual.stop();
      return log;
    },
    [address, within] as const,
  );
  return `${phrases.filter(isTelling).map(timeless).join("\n")}\n`;
}

/** The same of a long page with tables: its headings and all that can be worked, and of each table the heads and the first line. */
export async function outlineHeard(page: Page): Promise<string> {
  const lines = (await heard(page)).split("\n");
  const worked = /^(heading|region|navigation|figure|img|image|table|columnheader|link|button|radio|checkbox|combobox|textbox|searchbox|spinbutton|status|alert|progressbar)\b/;
  let told = 0;
  const kept = lines.filter((line) => {
    if (/^table\b/.test(line)) told = 0;
    if (/^(rowheader|cell)\b/.test(line)) return (told += 1) <= 4;
    return worked.test(line);
  });
  return `${kept.join("\n")}\n`;
}

/** What the reader says by itself while this happens: live regions. */
export async function announced(page: Page, happens: () => Promise<unknown>): Promise<string[]> {
  const start = await page.evaluate(async (module) => {
    const { virtual } = (await import(/* @vite-ignore */ module)) as Reader;
    await virtual.start({ container: document.body });
    return (await virtual.spokenPhraseLog()).length;
  }, address);
  await happens();
  await page.waitForTimeout(300); // the reader listens a moment later
  const log = await page.evaluate(async (module) => {
    const { virtual } = (await import(/* @vite-ignore */ module)) as Reader;
    const all = await virtual.spokenPhraseLog();
    await virtual.stop();
    return all;
  }, address);
  return log.slice(start).map(timeless);
}

const isTelling = (phrase: string) => !/^(end of|paragraph$|time$|listitem|list$|main$|document$|term$|definition$)/.test(phrase);

/** Days, times, seasons and ids differ from one day to the next, and are not what is listened for. */
function timeless(phrase: string): string {
  return phrase
    // A space that keeps a number with its word sounds like any other.
    .replaceAll("\u00a0", " ")
    .replace(/\b(ma|di|wo|do|vr|za|zo) \d{1,2} \p{L}+ \d{4}\b/gu, "‹dag›")
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, "‹dag›")
    .replace(/\b\d{1,2}:\d{2}\b/g, "‹tijd›")
    .replace(/\b(voorjaar|najaar) \d{4}\b/g, "‹seizoen›")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "‹id›");
}
