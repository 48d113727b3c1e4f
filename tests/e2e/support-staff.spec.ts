import { expect, test } from "@playwright/test";
import { fitsAcross, freshPage, hasNoBarriers, openResult, signIn } from "./support.ts";

test.describe.configure({ mode: "serial" });

test("a caretaker answers in words of his own work, without JavaScript, and gets a result", async ({ browser }) => {
  const page = await freshPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(page, "ondersteuner");
  await page.getByRole("link", { name: "Begin", exact: true }).last().click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/camera|sleutels|schermen/i);
  const words: string[] = [];
  for (let question = 1; question <= 8; question += 1) {
    await expect(page.getByText(`Vraag ${question} van 8`)).toBeVisible();
    words.push((await page.locator("fieldset").first().innerText()).toLowerCase());
    await fitsAcross(page, `question ${question}`);
    await page.locator(question === 3 ? 'input[value="do-not-know"]' : `#answer-${1 + (question % 3)}`).check({ force: true });
    await page.getByRole("button", { name: "Doorgaan" }).click();
  }
  expect(words.join(" ")).not.toMatch(/\b(mijn les|lesgeven|instructie)\b/);
  await page.getByRole("button", { name: "Lever in" }).click();
  await expect(page.getByRole("heading", { name: "Dit kun je al" })).toBeVisible();
  await expect(page.locator("table").first()).toContainText(/Klaar|Bijna|Groeikans/);
  await page.context().close();
});

test("the result of support staff has no barriers in Dutch and English, wide and narrow", async ({ browser }) => {
  for (const [width, english] of [[1280, false], [360, true]] as const) {
    const page = await freshPage(browser, { viewport: { width, height: 800 } });
    await signIn(page, "ondersteuner");
    if (english) await page.getByRole("button", { name: "English" }).click();
    await page.goto("/zelfscans");
    await openResult(page);
    await hasNoBarriers(page, `result at ${width}`);
    await fitsAcross(page, `result at ${width}`);
    if (english) await page.getByRole("button", { name: "Nederlands" }).click();
    await page.context().close();
  }
});
