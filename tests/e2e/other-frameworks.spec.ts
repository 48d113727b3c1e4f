import { expect, test } from "@playwright/test";
import { signIn } from "./support.ts";

test("a result leads to questions of another framework, which one chooses on its own scale; with the keyboard alone", async ({ page }) => {
  await signIn(page, "ondersteuner");
  await page.goto("/zelfscans");
  await page.goto((await page.locator("a[href$='/resultaat']").first().getAttribute("href"))!);
  await page.getByRole("link", { name: "Wat dit zegt over andere raamwerken" }).press("Enter");
  await page.waitForURL(/\/andere-raamwerken$/);
  const overview = new URL(page.url()).pathname;
  const sheet = page.locator(".reach-sheet").first();
  const name = await sheet.getByRole("heading", { level: 2 }).innerText();
  await expect(sheet).toContainText(/\d+ van \d+ vragen bereikt/);
  await sheet.locator("summary").first().press("Enter");
  const said = await sheet.locator(".reach-lines p").nth(1).innerText();
  expect(said).toMatch(/^‘.+\.’$/);
  await expect(sheet.locator(".reach-own").first()).toHaveText(`Op de schaal van ${name} koos je nog niets.`);

  await sheet.getByRole("button", { name: `Bevestig op de schaal van ${name}` }).press("Enter");
  await page.waitForURL(/\/vraag\/.*\?van=/);
  await page.waitForLoadState("networkidle");
  const words = await page.locator(".progress__words").first().innerText();
  const total = Number(/van (\d+)/.exec(words)![1]);
  expect(total).toBeGreaterThan(0);
  for (let place = 1; place <= total; place += 1) {
    await expect(page.locator(".progress__words")).toContainText(`Vraag ${place} van ${total}`);
    await expect(page.getByRole("region", { name: "Wat je eerder koos" })).toContainText("Er is niets voor je ingevuld");
    expect(await page.locator("input[name=answer]:checked").count()).toBe(0);
    await page.locator("input[name=answer]").first().press("Space");
    const here = page.url();
    await page.getByRole("button", { name: "Doorgaan" }).press("Enter");
    await page.waitForURL((url) => url.href !== here);
  }
  // Back where one came from, at that framework, with what was chosen there.
  await page.waitForURL((url) => url.pathname === overview && url.hash !== "");
  await expect(sheet).toContainText("Je koos hier overal zelf.");
  await sheet.locator("summary").first().press("Enter");
  await expect(sheet.locator(".reach-own").first()).toContainText(`Op de schaal van ${name} koos je: ‘`);
  await expect(sheet.getByRole("link", { name: `Antwoorden nakijken en inleveren bij ${name}` })).toBeVisible();
});
