import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { barriers } from "#tests/accessibility/engines.ts";

export type Login = "leraar" | "ondersteuner" | "schoolleider" | "hr" | "beheerder";

/** Signs in through the form, as a visitor would. */
export async function signIn(page: Page, who: Login): Promise<void> {
  await page.goto("/inloggen");
  await page.locator("#email").fill(`${who}@groeikompas.example`);
  await page.locator("#password").fill("groeikompas-demo");
  await page.locator("#password").press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
}

declare const __remixRouter: { state: { navigation: { state: string } } };

/** Nothing is on its way any more and what came is drawn: after a press on a link the address is there before the page is. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  // Without JavaScript every page comes whole.
  if (!(await page.evaluate(() => "__remixRouter" in globalThis))) return;
  await page.waitForFunction(() => __remixRouter.state.navigation.state === "idle");
  await page.evaluate(() => new Promise((drawn) => requestIdleCallback(() => requestAnimationFrame(drawn), { timeout: 5_000 })));
}

/** Follows the first link to a result and waits for it. */
export async function openResult(page: Page, link: Locator = page.getByRole("link", { name: /result/i }).first()): Promise<void> {
  await link.click();
  await page.waitForURL(/\/resultaat$/);
  await settled(page);
  await page.locator(".result-colophon").waitFor();
}

/** No violation of WCAG 2.2 A and AA that axe or IBM's engine can see, on this page in this state. */
export async function hasNoBarriers(page: Page, where: string): Promise<void> {
  await settled(page);
  expect(await barriers(page), where).toEqual([]);
}

/** Everything fits: the page does not scroll sideways. */
export async function fitsAcross(page: Page, where: string): Promise<void> {
  await settled(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} is wider than the screen by ${wider} px`).toBeLessThanOrEqual(0);
}

/** Fails the test on a script error or a refusal of the content security policy. */
export function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}

/** A page in a browser of its own: another person, or without JavaScript, or small. */
export async function freshPage(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}
