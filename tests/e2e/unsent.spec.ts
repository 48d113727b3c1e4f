import { expect, test } from "@playwright/test";
import { unfold } from "#tests/accessibility/engines.ts";
import { inDatabase } from "./database.ts";
import { freshPage, hasNoBarriers, signIn } from "./support.ts";
import { away, back, begun, card, kept, lying, saved, unsaved } from "./unsent.ts";

test.describe.configure({ mode: "serial" });

test("answers that could not be sent survive the closing of the tab, and the start page sends them", async ({ browser }) => {
  const page = await freshPage(browser);
  const first = await begun(page);
  await away(page.context());
  await card(page, 3).click();
  await page.getByText("Schrijf iets op voor jezelf").click();
  await page.getByLabel("Jouw notitie").fill("alleen voor mij");
  await expect(unsaved(page)).toBeVisible();
  await hasNoBarriers(page, "not saved yet");
  // The choice, and the note that follows it.
  await expect.poll(async () => (await lying(page))[0]?.text.length ?? 0).toBeGreaterThan(220);
  expect((await lying(page))[0]!.text).not.toContain("alleen voor mij");
  const context = page.context();
  await page.close();

  const later = await context.newPage();
  await back(context);
  await later.goto("/");
  await expect(later.getByText("1 antwoord van eerder is alsnog opgeslagen.")).toBeVisible();
  await hasNoBarriers(later, "saved after all");
  await kept(later, 0);
  await later.goto(first);
  await expect(later.locator("#answer-3")).toBeChecked();
  await expect(later.getByLabel("Jouw notitie")).toHaveValue("alleen voor mij");
  await context.close();
});

test("a question that is opened again shows what was chosen and saves it; a second time nothing is sent", async ({ browser }) => {
  const page = await freshPage(browser);
  const first = await begun(page);
  await away(page.context());
  await card(page, 1).click();
  await card(page, 4).click();
  await expect(unsaved(page)).toBeVisible();
  await kept(page, 1);
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto(first);
  await expect(again.locator("#answer-4")).toBeChecked();
  await expect(unsaved(again)).toBeVisible();
  await back(context);
  await expect(saved(again)).toBeVisible({ timeout: 30_000 });
  await kept(again, 0);
  const sent: string[] = [];
  again.on("request", (request) => request.url().endsWith("/antwoord") && sent.push(request.url()));
  await again.goto("/");
  await again.goto(first);
  await expect(again.locator("#answer-4")).toBeChecked();
  expect(sent).toEqual([]);
  await context.close();
});

test("on the same browser a colleague sees and sends nothing of it; its owner finds it again", async ({ browser }) => {
  const page = await freshPage(browser);
  const first = await begun(page);
  await away(page.context());
  await card(page, 2).click();
  await expect(unsaved(page)).toBeVisible();
  await kept(page, 1);
  const context = page.context();
  await page.close();
  // The session ends by itself; nobody signed out.
  await context.clearCookies();
  await back(context);

  const theirs = await context.newPage();
  const posted: string[] = [];
  theirs.on("request", (request) => request.url().includes("/antwoord") && posted.push(request.url()));
  await begun(theirs, "ondersteuner");
  await theirs.goto("/");
  await theirs.waitForLoadState("networkidle");
  expect(posted).toEqual([]);
  await expect(theirs.getByText(/van eerder/)).toHaveCount(0);
  await theirs.getByRole("button", { name: "Uitloggen" }).click();
  await theirs.waitForURL(/inloggen/);
  await kept(theirs, 1);

  await signIn(theirs, "leraar");
  await expect(theirs.getByText("1 antwoord van eerder is alsnog opgeslagen.")).toBeVisible();
  await theirs.goto(first);
  await expect(theirs.locator("#answer-2")).toBeChecked();
  await context.close();
});

test("a session that ends while answering keeps the answer for the same person, in the same tab", async ({ browser }) => {
  const page = await freshPage(browser);
  const first = await begun(page);
  await inDatabase((sql) => sql`delete from sessions`);
  await card(page, 3).click();
  await expect(page.getByText("Je bent uitgelogd.").first()).toBeVisible();
  await unfold(page);
  await hasNoBarriers(page, "session ended");
  await page.getByRole("link", { name: "Log opnieuw in, dan slaan we het op." }).click();
  await page.getByLabel("E-mailadres").fill("leraar@groeikompas.example");
  await page.getByLabel("Wachtwoord").fill("groeikompas-demo");
  await page.getByRole("button", { name: "Inloggen" }).click();
  await page.waitForURL(first);
  await expect(saved(page)).toBeVisible({ timeout: 10_000 });
  await expect(page.locator("#answer-3")).toBeChecked();
  await page.reload();
  await expect(page.locator("#answer-3")).toBeChecked();
  await page.context().close();
});

test("when another person signs in after it, in that tab or another, it stays with its owner", async ({ browser }) => {
  const page = await freshPage(browser);
  const first = await begun(page);
  await inDatabase((sql) => sql`delete from sessions`);
  await card(page, 2).click();
  await expect(page.getByText("Je bent uitgelogd.").first()).toBeVisible();
  await kept(page, 1);
  const other = await page.context().newPage();
  await signIn(other, "ondersteuner");
  const replies: number[] = [];
  page.on("response", (response) => response.url().endsWith("/antwoord") && replies.push(response.status()));
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(page.getByText("In deze browser is nu iemand anders ingelogd.").first()).toBeVisible({ timeout: 20_000 });
  await unfold(page);
  await hasNoBarriers(page, "somebody else signed in");
  expect(replies.every((status) => status === 403)).toBe(true);
  // In this very tab: the memory of the page goes too.
  await page.getByRole("link", { name: "Begin", exact: true }).first().click();
  await expect(page.getByText(/van eerder/)).toHaveCount(0);
  await kept(page, 1);
  await page.context().clearCookies();
  await signIn(page, "leraar");
  await expect(page.getByText("1 antwoord van eerder is alsnog opgeslagen.")).toBeVisible();
  await page.goto(first);
  await expect(page.locator("#answer-2")).toBeChecked();
  await page.context().close();
});

test("what an open tab cannot send stays that tab's, and goes on in another one when it is closed", async ({ browser }) => {
  const first = await freshPage(browser);
  const question = await begun(first);
  const context = first.context();
  await away(context);
  await card(first, 1).click();
  await expect(unsaved(first)).toBeVisible();
  await kept(first, 1);
  const second = await context.newPage();
  const sent: string[] = [];
  second.on("request", (request) => request.url().endsWith("/antwoord") && sent.push(request.url()));
  const keys = second.waitForResponse(/\/sessie\/sleutels$/);
  await second.goto(question);
  await keys;
  await second.waitForLoadState("networkidle");
  await expect(second.locator("[name=answer]:checked")).toHaveCount(0);
  expect(sent).toEqual([]);
  await second.getByRole("button", { name: "Uitloggen" }).click();
  await expect(second.getByRole("dialog")).toContainText("1 antwoord is nog niet opgeslagen");
  await second.keyboard.press("Escape");
  await back(context);
  await context.route(/\/antwoord$/, (route) => (route.request().frame().page() === first ? route.abort() : route.continue()));
  await first.close();
  await expect(saved(second)).toBeVisible({ timeout: 10_000 });
  await expect(second.locator("#answer-1")).toBeChecked();
  await kept(second, 0);
  await context.close();
});
