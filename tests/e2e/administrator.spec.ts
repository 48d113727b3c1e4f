import { expect, test } from "@playwright/test";
import { hasNoBarriers, signIn } from "./support.ts";

test("the administrator finds people, and none of their results", async ({ page }) => {
  await signIn(page, "beheerder");
  await page.goto("/beheer/mensen");
  await page.getByRole("searchbox").or(page.getByLabel(/naam/i)).first().fill("Sanne");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Sanne de Vries")).toBeVisible();
  const link = await page.request.get("/zelfscans");
  expect(link.status()).toBe(200);
  await page.goto("/beheer/logboek");
  await expect(page.locator("main")).not.toContainText(/ingeleverd|handed in/i);
});

test("other people's administration, school and board are not there for a teacher", async ({ page }) => {
  await signIn(page, "leraar");
  for (const path of ["/beheer", "/beheer/mensen", "/bestuur", "/rondes/nieuw"]) {
    const answered = await page.goto(path);
    expect(answered!.status(), path).toBe(404);
  }
  await hasNoBarriers(page, "not found, signed in");
});
