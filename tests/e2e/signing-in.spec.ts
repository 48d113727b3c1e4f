import { expect, test } from "@playwright/test";
import { freshPage, hasNoBarriers, signIn, watchConsole } from "./support.ts";

test("a wrong password gets one clear sentence, keeps the address, and the focus goes there", async ({ page }) => {
  const errors = watchConsole(page);
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill("leraar@groeikompas.example");
  await page.getByLabel("Wachtwoord").fill("iets anders dan het wachtwoord");
  await page.getByRole("button", { name: "Inloggen" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("horen niet bij elkaar");
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("E-mailadres")).toHaveValue("leraar@groeikompas.example");
  await hasNoBarriers(page, "sign-in with an error");
  expect(errors).toEqual([]);
});

test("signing in, changing language and signing out, and the way back afterwards shows nothing", async ({ page }) => {
  await signIn(page, "leraar");
  await expect(page.getByRole("link", { name: "Sanne de Vries" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByText("Je bent uitgelogd.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("link", { name: "Sanne de Vries" })).toHaveCount(0);
});

test("without JavaScript one can sign in as somebody of the practice school", async ({ browser }) => {
  const page = await freshPage(browser, { javaScriptEnabled: false });
  await page.goto("/inloggen");
  await page.getByRole("button", { name: "Ga verder als conciërge" }).click();
  await expect(page.getByRole("link", { name: "Rachid Benali" })).toBeVisible();
  await page.context().close();
});
