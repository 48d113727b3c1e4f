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

/** Follows the first link to a result. The address is there before the page is, so the page is waited for. */
export async function openResult(page: Page, link: Locator = page.getByRole("link", { name: /result/i }).first()): Promise<void> {
  await link.click();
  await page.waitForURL(/\/resultaat$/);
  await page.locator(".result-colophon").waitFor();
  await page.waitForLoadState("networkidle");
}

/** No violation of WCAG 2.2 A and AA that axe or IBM's engine can see, on this page in this state. */
export async function hasNoBarriers(page: Page, where: string): Promise<void> {
  expect(await barriers(page), where).toEqual([]);
}

/** Everything fits: the page does not scroll sideways. */
export async function fitsAcross(page: Page, where: string): Promise<void> {
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
