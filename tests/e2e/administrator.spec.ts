import { expect, test } from "@playwright/test";
import { fitsAcross, freshPage, hasNoBarriers, signIn } from "./support.ts";

const pages = ["/beheer", "/beheer/mensen", "/beheer/rondes", "/beheer/raamwerken", "/beheer/raamwerken/digcompedu/2017.1.0", "/beheer/raamwerken/kennisnet-ict/2023.1.0", "/beheer/logboek", "/account", "/account/inzagelog", "/stijlgids"];

for (const [width, english] of [[1280, false], [360, true]] as const) {
  test(`administration and account without barriers at ${width} px in ${english ? "English" : "Dutch"}`, async ({ browser }) => {
    const page = await freshPage(browser, { viewport: { width, height: 800 } });
    await signIn(page, "beheerder");
    if (english) await page.getByRole("button", { name: "English" }).click();
    for (const path of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await hasNoBarriers(page, path);
      await fitsAcross(page, path);
    }
    if (english) await page.getByRole("button", { name: "Nederlands" }).click();
    await page.context().close();
  });
}

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
