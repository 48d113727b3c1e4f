import { expect, test, type Page } from "@playwright/test";
import { brotliCompressSync } from "node:zlib";
import { fitsAcross, hasNoBarriers, openResult, signIn, watchConsole } from "./support.ts";

/** Opens the newest result of the signed-in person on this framework. */
async function openResultOn(page: Page, framework: RegExp): Promise<void> {
  await page.goto("/zelfscans");
  await openResult(page, page.getByRole("listitem").filter({ hasText: framework }).getByRole("link", { name: /resultaat/i }).first());
}

/** The sheets of paper this page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

for (const [who, framework] of [["leraar", /DigCompEdu/], ["leraar", /Kennisnet/], ["ondersteuner", /Kennisnet/]] as const) {
  test(`the result of ${who} on ${framework.source} prints on one A4 and has no barriers, large or small`, async ({ page }) => {
    const errors = watchConsole(page);
    await signIn(page, who);
    await openResultOn(page, framework);
    expect(await sheets(page)).toBe(1);
    await expect(page.locator(".chart-canvas svg.recharts-surface")).toBeVisible();
    await hasNoBarriers(page, "result");
    await page.setViewportSize({ width: 360, height: 740 });
    await fitsAcross(page, "result at 360 px");
    await hasNoBarriers(page, "result at 360 px");
    expect(errors).toEqual([]);
  });
}

test("also with the longest sentences and step that fit, page one is one A4", async ({ page }) => {
  await signIn(page, "leraar");
  await openResultOn(page, /DigCompEdu/);
  const long = "Samen met collega's van de bovenbouw bespreek ik hoe we de digitale toetsgegevens van onze leerlingen gebruiken, zodat iedereen er iets aan heeft. ";
  await page.evaluate((sentence) => {
    for (const words of document.querySelectorAll(".findings__words, .result-ladder dd")) words.textContent = sentence;
    for (const words of document.querySelectorAll(".step-card h3, .print-only p:first-child")) words.textContent = sentence.repeat(4).slice(0, 500);
  }, long);
  expect(await sheets(page)).toBe(1);
});

test("the chart takes no keyboard and comes after the page; the page weighs at most 250 kB of script", async ({ page }) => {
  await signIn(page, "leraar");
  await openResultOn(page, /DigCompEdu/);
  // Of a page that is left the bodies cannot be read any more, so it starts here: the page is loaded anew.
  await page.waitForLoadState("networkidle");
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.set(response.url(), response.body().then((body) => brotliCompressSync(body).length));
  });
  await page.reload();
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(scripts.values());
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250_000);
  expect(await page.locator('.chart-canvas [tabindex="0"], .chart-canvas [role="application"]').count()).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the tables say everything, and no empty space is kept for a drawing", async ({ page }) => {
    await page.goto("/inloggen");
    await page.locator("#email").fill("leraar@groeikompas.example");
    await page.locator("#password").fill("groeikompas-demo");
    await page.locator("#password").press("Enter");
    await page.goto("/zelfscans");
    await page.getByRole("listitem").filter({ hasText: /DigCompEdu/ }).getByRole("link", { name: /resultaat/i }).first().click();
    await expect(page.getByRole("table", { name: /Waar je staat/ })).toBeVisible();
    await expect(page.locator(".chart-box")).toBeHidden();
    await expect(page.getByRole("button", { name: /Print/ })).toBeHidden();
  });
});
