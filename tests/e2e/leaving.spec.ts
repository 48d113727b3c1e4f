import { expect, test } from "@playwright/test";
import { unfold } from "#tests/accessibility/engines.ts";
import { inDatabase } from "./database.ts";
import { fitsAcross, freshPage, hasNoBarriers, signIn } from "./support.ts";
import { away, back, begun, card, lying, saved, unsaved } from "./unsent.ts";

test.describe.configure({ mode: "serial" });

test("signing out with an answer that is not saved asks: staying keeps it, waiting saves it first", async ({ browser }) => {
  const page = await freshPage(browser);
  const question = await begun(page);
  await away(page.context());
  await card(page, 4).click();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  const dialog = page.getByRole("dialog", { name: "Nog niet alles is opgeslagen" });
  await expect(dialog).toContainText("1 antwoord is nog niet opgeslagen. Als je nu uitlogt, is het weg.");
  await expect(dialog.getByRole("button", { name: "Wacht en sla op" })).toBeFocused();
  await unfold(page);
  await hasNoBarriers(page, "leaving");
  await page.setViewportSize({ width: 360, height: 740 });
  await fitsAcross(page, "leaving at 360 px");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(unsaved(page)).toBeVisible();

  await page.getByRole("button", { name: "Uitloggen" }).click();
  await dialog.getByRole("button", { name: "Wacht en sla op" }).click();
  await expect(dialog).toContainText("Zodra het is opgeslagen, loggen we je uit.");
  await hasNoBarriers(page, "waiting to leave");
  await back(page.context());
  await expect(page.getByText("Je bent uitgelogd.")).toBeVisible({ timeout: 15_000 });
  await signIn(page, "leraar");
  await expect(page.getByText(/van eerder/)).toHaveCount(0);
  await page.goto(question);
  await expect(page.locator("#answer-4")).toBeChecked();
  await page.context().close();
});

test("signing out without saving leaves nothing behind, also not for its owner", async ({ browser }) => {
  const page = await freshPage(browser);
  const question = await begun(page);
  await away(page.context());
  await card(page, 1).click();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("button", { name: "Log uit zonder op te slaan" }).click();
  await expect(page.getByText("Je bent uitgelogd.")).toBeVisible();
  await back(page.context());
  await signIn(page, "leraar");
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(/van eerder/)).toHaveCount(0);
  expect(await lying(page)).toEqual([]);
  await page.goto(question);
  await expect(page.locator("[name=answer]:checked")).toHaveCount(0);
  await page.context().close();
});

test("from another page, what lies in the browser is counted as well", async ({ browser }) => {
  const page = await freshPage(browser);
  await begun(page);
  await away(page.context());
  await card(page, 2).click();
  await expect(unsaved(page)).toBeVisible();
  const context = page.context();
  await page.close();
  const other = await context.newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: "Uitloggen" }).click();
  await expect(other.getByRole("dialog")).toContainText("1 antwoord is nog niet opgeslagen");
  await back(context);
  await other.getByRole("button", { name: "Wacht en sla op" }).click();
  await expect(other.getByText("Je bent uitgelogd.")).toBeVisible({ timeout: 15_000 });
  await context.close();
});

test("on a shared device nothing is kept in the browser; in one that keeps nothing answering works as ever", async ({ browser }) => {
  const shared = await freshPage(browser, { locale: "en-GB" });
  await shared.goto("/inloggen");
  await shared.getByLabel(/This is a shared device/).check();
  await shared.locator("#email").fill("leraar@groeikompas.example");
  await shared.locator("#password").fill("groeikompas-demo");
  await shared.locator("#password").press("Enter");
  await shared.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
  await begun(shared, null);
  await away(shared.context());
  await card(shared, 3).click();
  await expect(unsaved(shared)).toBeVisible();
  expect(await lying(shared)).toEqual([]);
  await back(shared.context());
  await expect(saved(shared)).toBeVisible({ timeout: 30_000 });
  await shared.context().close();

  for (const broken of ["indexedDB", "subtle"] as const) {
    const page = await freshPage(browser);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.addInitScript((what) => {
      if (what === "indexedDB") IDBFactory.prototype.open = () => { throw new DOMException("blocked", "SecurityError"); };
      else Object.defineProperty(Crypto.prototype, "subtle", { value: undefined });
    }, broken);
    await begun(page, "leraar", false);
    await away(page.context());
    await card(page, 2).click();
    await expect(unsaved(page)).toBeVisible();
    await back(page.context());
    await expect(saved(page)).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await expect(page.getByText("Je bent uitgelogd.")).toBeVisible();
    expect(errors, broken).toEqual([]);
    await page.context().close();
  }
});

test("two minutes before a session ends it is said, once; it can be made longer, and its end is told with the way back in", async ({ browser }) => {
  const page = await freshPage(browser);
  await page.clock.install();
  await signIn(page, "leraar");
  await inDatabase((sql) => sql`update sessions set expires_at = now() + interval '118 seconds'`);
  await page.clock.runFor(61_000);
  const note = page.getByRole("status").filter({ hasText: "word je uitgelogd" });
  await expect(note).toContainText("Over 2 minuten word je uitgelogd. Je deed een tijd niets. Ben je er nog?");
  await hasNoBarriers(page, "session ends soon");
  await page.setViewportSize({ width: 360, height: 740 });
  await fitsAcross(page, "session ends soon at 360 px");
  await page.getByRole("button", { name: "Blijf ingelogd" }).click();
  await expect(page.getByText("Je blijft ingelogd.")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();

  await inDatabase((sql) => sql`update sessions set expires_at = now() + interval '90 seconds', absolute_expires_at = now() + interval '90 seconds'`);
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText("Dat doen we na een werkdag altijd.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Blijf ingelogd" })).toHaveCount(0);
  await inDatabase((sql) => sql`delete from sessions`);
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(page.getByText("Je bent uitgelogd. Wat je op deze pagina invulde, staat er nog.")).toBeVisible();
  await hasNoBarriers(page, "session has ended");
  await page.getByRole("link", { name: "Log opnieuw in" }).click();
  await expect(page).toHaveURL(/\/inloggen/);
  await page.context().close();
});

test("without JavaScript signing out is one press", async ({ browser }) => {
  const page = await freshPage(browser, { javaScriptEnabled: false });
  await signIn(page, "leraar");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByText("Je bent uitgelogd.")).toBeVisible();
  await page.context().close();
});
