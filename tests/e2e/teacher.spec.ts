import { expect, test, type Page } from "@playwright/test";
import { fitsAcross, freshPage, hasNoBarriers, openResult, signIn, watchConsole } from "./support.ts";

test.describe.configure({ mode: "serial" });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
/** The question with this code is there: its address comes before its page. */
const atQuestion = async (page: Page, code: string) => {
  await page.waitForURL(`**/vraag/${code}`);
  await page.locator(".question-form").waitFor();
};
const saved = (page: Page) => page.getByText(/Opgeslagen om \d\d:\d\d/);

test("a teacher reaches the first question in two clicks and answers 22 competences with 24", async ({ page }) => {
  const errors = watchConsole(page);
  await signIn(page, "leraar");
  await hasNoBarriers(page, "start page");
  await page.getByRole("link", { name: "Begin", exact: true }).last().click();
  await expect(page.getByText("± 15 min").first()).toBeVisible();
  await hasNoBarriers(page, "before beginning");
  await page.getByRole("button", { name: "Begin" }).click();
  await atQuestion(page, "1.1");
  await hasNoBarriers(page, "question");

  let clicks = 0;
  const click = async (act: Promise<void>) => {
    await act;
    clicks += 1;
  };
  await click(page.getByText("Sneller antwoorden").click());
  await click(page.getByLabel("Ga meteen door na mijn keuze").click());
  for (let question = 1; question <= 22; question += 1) {
    await expect(page.getByText(`Vraag ${question} van 22`)).toBeVisible();
    const card = page.locator(`label[for="answer-${1 + (question % 4)}"]`);
    await click(card.click());
    await (question < 22 ? expect(page.getByText(`Vraag ${question + 1} van 22`)).toBeVisible() : page.waitForURL(/\/nakijken/));
  }
  expect(clicks).toBeLessThanOrEqual(24);
  await expect(heading(page)).toHaveText("Nakijken en inleveren");
  await hasNoBarriers(page, "review");
  await fitsAcross(page, "review");
  expect(errors).toEqual([]);
});

test("what was answered is there on another device, and by keyboard another sentence is chosen", async ({ browser }) => {
  const page = await freshPage(browser, { viewport: { width: 360, height: 740 } });
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Kijk na en lever in" }).click();
  await page.getByRole("link", { name: /Verander/ }).first().click();
  await atQuestion(page, "1.1");
  await fitsAcross(page, "question at 360 px");
  await expect(page.locator("#answer-2")).toBeChecked();
  await page.locator("#answer-2").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#answer-3")).toBeChecked();
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press("5");
  await expect(page.locator("#answer-5")).toBeChecked();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.locator("#answer-5")).toBeChecked();
  await page.context().close();
});

test("two tabs: the older one is told, sees both, and nothing is overwritten", async ({ browser }) => {
  const first = await freshPage(browser);
  await signIn(first, "leraar");
  await first.getByRole("link", { name: "Kijk na en lever in" }).click();
  await first.getByRole("link", { name: /Verander/ }).nth(1).click();
  await atQuestion(first, "1.2");
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.locator('label[for="answer-6"]').click();
  await expect(saved(second)).toBeVisible();
  await first.locator('label[for="answer-1"]').click();
  await expect(first.getByText("Op twee plekken iets anders gekozen")).toBeVisible();
  await hasNoBarriers(first, "two answers beside each other");
  await second.reload();
  await expect(second.locator("#answer-6")).toBeChecked();
  await first.getByRole("button", { name: "Houd die van hier" }).click();
  await expect(saved(first)).toBeVisible();
  await second.reload();
  await expect(second.locator("#answer-1")).toBeChecked();
  await first.context().close();
});

test("without a connection it says that nothing was saved yet, and saves when the connection is back", async ({ browser }) => {
  const page = await freshPage(browser);
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Kijk na en lever in" }).click();
  await page.getByRole("link", { name: /Verander/ }).nth(2).click();
  await atQuestion(page, "1.3");
  await page.context().setOffline(true);
  await page.locator('label[for="answer-5"]').click();
  await expect(page.getByText(/[Nn]og niet opgeslagen/)).toBeVisible();
  await expect(saved(page)).toHaveCount(0);
  await page.context().setOffline(false);
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  await page.context().close();
});

test("handing in says what goes where; the result starts with strengths and has one step, without a total score", async ({ page }) => {
  const errors = watchConsole(page);
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Kijk na en lever in" }).click();
  await expect(page.getByText("Je naam staat er niet bij")).toBeVisible();
  await page.getByRole("button", { name: "Lever in" }).click();
  await page.waitForURL(/\/resultaat$/);
  await expect(page.getByText("Je zelfscan is ingeleverd.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dit kun je al" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Jouw groeikans" })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/totaalscore|totale score|\d+ punten|\d+ %/i);
  await expect(page.locator(".recharts-surface").first()).toBeVisible({ timeout: 15_000 });
  await hasNoBarriers(page, "result");
  await fitsAcross(page, "result");
  expect(errors).toEqual([]);
});

test("a step gets a date, a calendar file, and is ticked off with a line on how it went", async ({ page }) => {
  await signIn(page, "leraar");
  await page.goto("/zelfscans");
  await page.getByRole("link", { name: /resultaat/ }).first().click();
  await page.getByRole("button", { name: "Plan deze stap" }).click();
  await expect(page.getByText("Je stap staat gepland.")).toBeVisible();
  await page.goto("/stappen");
  await hasNoBarriers(page, "steps");
  await page.locator("main a[href^='/stappen/']").first().click();
  await page.waitForURL(/\/stappen\/[^/]+$/);
  await hasNoBarriers(page, "one step");
  const address = page.url();
  const calendar = await page.request.get(`${address}/agenda.ics`);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
  await page.locator("textarea").first().fill("Ging goed, volgende week weer.");
  await page.getByRole("button", { name: /gedaan/i }).click();
  await expect(page.getByText("Mooi, deze stap is gedaan.")).toBeVisible();
});

test("the first page of the result is one A4", async ({ page }) => {
  await signIn(page, "leraar");
  await page.goto("/zelfscans");
  await openResult(page);
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("until the round closes it can be taken back, and the answers stay", async ({ page }) => {
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Veranderen of terugtrekken" }).click();
  await page.getByRole("button", { name: "Trek mijn zelfscan terug" }).click();
  await expect(page.getByText("Je zelfscan is teruggetrokken.")).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Kijk na en lever in" })).toBeVisible();
});

test("a note typed just before signing out is kept; one that is too long is said to be, and not called saved", async ({ page }) => {
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Kijk na en lever in" }).click();
  await page.getByRole("link", { name: /Verander/ }).nth(3).click();
  await atQuestion(page, "1.4");
  await page.getByText("Schrijf iets op voor jezelf").click();
  await page.getByLabel("Jouw notitie").fill("Vlak voor het uitloggen");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.waitForURL(/inloggen/);
  await signIn(page, "leraar");
  await page.getByRole("link", { name: "Kijk na en lever in" }).click();
  await page.getByRole("link", { name: /Verander/ }).nth(3).click();
  await expect(page.getByLabel("Jouw notitie")).toHaveValue("Vlak voor het uitloggen");
  await page.getByLabel("Jouw notitie").fill("x".repeat(2001));
  await expect(page.getByText(/langer dan 2000 tekens/).first()).toBeVisible();
  await expect(saved(page)).toHaveCount(0);
});
