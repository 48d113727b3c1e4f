import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support.ts";

/** Kilobytes of scripts as they came over the wire, after everything lazy has arrived. */
async function scripts(page: Page, path: string): Promise<number> {
  // What the page before still fetches is not of this one.
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const kinds = new Map<string, string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  // The compressed bodies; headers are not counted.
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === "Script") bytes += encodedDataLength;
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1_000);
  await session.detach();
  return bytes / 1_000;
}

test("the answering page is light, and charts are loaded only where they are drawn", async ({ page }) => {
  await signIn(page, "leraar");
  await page.goto("/zelfscans/nieuw?raamwerk=kennisnet-ict");
  await page.getByRole("button", { name: /Begin|Ga verder/ }).last().click();
  await page.waitForURL(/\/vraag\//);
  const question = await scripts(page, page.url());
  await page.goto("/zelfscans");
  const result = await scripts(page, (await page.locator("a[href$='/resultaat']").first().getAttribute("href"))!);
  await page.context().clearCookies();
  await signIn(page, "schoolleider");
  const school = await scripts(page, (await page.locator("nav a[href^='/school/']").first().getAttribute("href"))!);
  console.log(`Scripts over the wire: question ${question.toFixed(1)} kB, result ${result.toFixed(1)} kB, leader's page ${school.toFixed(1)} kB`);
  expect(question).toBeLessThan(100);
  expect(result).toBeLessThan(250);
  expect(school).toBeLessThan(250);
  expect(result, "Recharts is there").toBeGreaterThan(question + 30);
});
