import { expect, test } from "@playwright/test";
import { freshPage, hasNoBarriers, signIn } from "./support.ts";

// Last of the journeys on purpose: it ends the running round that the others answer.
test("HR closes a round, opens a new one, gives it more time, and calls it off", async ({ page, browser }) => {
  await signIn(page, "hr");
  await page.goto("/rondes");
  await page.getByRole("link", { name: /DigCompEdu najaar/ }).first().click();
  await expect(page.locator("main")).toContainText(/genoeg/);
  await page.getByRole("link", { name: "Sluit de ronde" }).or(page.getByRole("button", { name: "Sluit de ronde" })).click();
  await hasNoBarriers(page, "closing a round");
  await page.getByRole("button", { name: "Ja, sluit de ronde nu" }).click();
  await expect(page.getByText("De cijfers zijn er over ongeveer vijf minuten.").first()).toBeVisible();
  await hasNoBarriers(page, "a closed round");

  await page.goto("/rondes/nieuw");
  await page.getByLabel("Hoe heet de ronde?").fill("DigCompEdu extra");
  for (const school of ["De Linde", "De Eik"]) await page.getByLabel(school).check();
  await page.getByRole("button", { name: "Bekijk wie je vraagt" }).click();
  await expect(page.getByRole("heading", { name: "Klopt dit?" })).toBeVisible();
  await hasNoBarriers(page, "who is asked");
  await page.getByRole("button", { name: "Open de ronde" }).click();
  await expect(page.getByText("De ronde is open.")).toBeVisible();
  await expect(page.getByText("Beste collega’s")).toBeVisible();

  const teacher = await freshPage(browser);
  await signIn(teacher, "leraar");
  await expect(teacher.getByRole("heading", { name: "DigCompEdu extra" })).toBeVisible();

  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Nieuwe laatste dag").fill(day);
  await page.getByRole("button", { name: "Zet de einddatum later" }).click();
  await expect(page.getByText("De einddatum is later gezet.")).toBeVisible();
  await page.getByRole("link", { name: "Breek de ronde af" }).or(page.getByRole("button", { name: "Breek de ronde af" })).click();
  await page.getByRole("button", { name: "Ja, breek de ronde af" }).click();
  await expect(page.getByText("De ronde is afgebroken.")).toBeVisible();
  await teacher.goto("/");
  await expect(teacher.getByRole("heading", { name: "DigCompEdu extra" })).toHaveCount(0);
  await teacher.context().close();
});
