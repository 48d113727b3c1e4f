import { expect, test } from "@playwright/test";
import { fitsAcross, hasNoBarriers, signIn, watchConsole } from "./support.ts";

test.describe.configure({ mode: "serial" });

test("a head teacher reads three sentences, why, and plans a training under one of them", async ({ page }) => {
  const errors = watchConsole(page);
  await signIn(page, "schoolleider");
  await page.getByRole("navigation").getByRole("link", { name: "De Linde" }).click();
  await expect(page.getByRole("heading", { name: "Wat het eerst opvalt" })).toBeVisible();
  expect(await page.locator("ol.findings > li").count()).toBe(3);
  await page.getByText("Waarom?").first().click();
  await expect(page.locator("ol.findings details[open]").first()).toContainText(/mensen|streef/i);
  await expect(page.locator("table.heat")).toContainText("te weinig");
  await expect(page.locator(".recharts-surface").first()).toBeVisible({ timeout: 15_000 });
  for (const chart of await page.locator("[role=img]:has(.recharts-surface)").all()) {
    const name = await chart.evaluate((node) => node.getAttribute("aria-label") ?? document.getElementById(node.getAttribute("aria-labelledby") ?? "")?.textContent ?? "");
    expect(name.length, "each chart has a name").toBeGreaterThan(5);
  }
  await hasNoBarriers(page, "leader's page");
  await fitsAcross(page, "leader's page");
  await page.getByRole("link", { name: "Plan training" }).first().click();
  await hasNoBarriers(page, "planning a training");
  await page.getByLabel("Wat ga je doen?").fill("Teamles privacy door onze i-coach");
  await page.getByLabel("Op welke dag?").fill("2027-02-10");
  await page.getByLabel("Hoeveel uur per persoon?").fill("2,5");
  await page.getByRole("button", { name: "Plan de training" }).click();
  await expect(page.getByText("De training staat gepland.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /Teamles privacy/ })).toBeVisible();
  expect(errors).toEqual([]);
});

test("a training without its fields comes back with what was typed and what is missing", async ({ page }) => {
  await signIn(page, "schoolleider");
  await page.getByRole("navigation").getByRole("link", { name: "De Linde" }).click();
  await page.getByRole("link", { name: "Plan training" }).first().click();
  await page.getByLabel("Wat ga je doen?").fill("Half ingevuld");
  await page.getByLabel("Hoeveel uur per persoon?").fill("veel");
  await page.getByRole("button", { name: "Plan de training" }).click();
  await expect(page.getByRole("alert")).toContainText("aantal uren");
  await expect(page.getByLabel("Wat ga je doen?")).toHaveValue("Half ingevuld");
  await hasNoBarriers(page, "a training with an error");
});

test("of the village school of four nothing is shown, and it says what can be done instead", async ({ page }) => {
  await signIn(page, "schoolleider");
  await page.getByRole("navigation").getByRole("link", { name: "'t Veldje" }).click();
  await expect(page.getByRole("heading", { name: /Nog te weinig antwoorden/ })).toBeVisible();
  await expect(page.locator(".recharts-surface")).toHaveCount(0);
  await hasNoBarriers(page, "village school");
});

test("a school that is in a round already cannot be in a second one, and what was typed is kept", async ({ page }) => {
  await signIn(page, "schoolleider");
  await page.goto("/rondes/nieuw");
  await hasNoBarriers(page, "new round");
  await page.getByRole("link", { name: /Kennisnet/ }).click();
  await expect(page.getByLabel("Onderwijsondersteuners")).toBeEnabled();
  await page.getByLabel("Hoe heet de ronde?").fill("Ict-bekwaamheid leraren");
  await page.getByLabel("De Linde").check();
  await page.getByRole("button", { name: "Bekijk wie je vraagt" }).click();
  // De Linde is in a running round on Kennisnet already, so it cannot be in a second one.
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Hoe heet de ronde?")).toHaveValue("Ict-bekwaamheid leraren");
  await page.goto("/rondes");
  await hasNoBarriers(page, "rounds");
  await page.locator("main a[href^='/rondes/']:not([href$='nieuw'])").first().click();
  await hasNoBarriers(page, "one round");
  await expect(page.locator("main")).toContainText(/genoeg|te weinig/);
});

test("the CSV holds exactly what the page shows, and nothing else", async ({ page }) => {
  await signIn(page, "schoolleider");
  await page.getByRole("navigation").getByRole("link", { name: "De Linde" }).click();
  const link = page.getByRole("link", { name: /CSV/ });
  const file = await page.request.get((await link.getAttribute("href"))!);
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  const text = await file.text();
  const number = (written: string) => Number(written.replace(",", "."));
  const shown = (await page.locator("table.heat td").allInnerTexts()).flatMap((cell) => cell.match(/^\d(,\d+)?/)?.[0] ?? []).map(number);
  const [head, ...rows] = text.replace(/^\uFEFF/, "").trim().split(/\r?\n/).map((line) => line.split(";"));
  const column = head!.findIndex((name) => /gemiddelde/i.test(name));
  const written = rows.map((row) => row[column]!).filter((value) => value !== "").map(number);
  expect(shown.length).toBeGreaterThan(10);
  expect(written.sort()).toEqual(shown.sort());
});

test("HR sees all schools in fixed order, all trainings with hours, and no ranking", async ({ page }) => {
  const errors = watchConsole(page);
  await signIn(page, "hr");
  await page.getByRole("navigation").getByRole("link", { name: "Bestuur" }).click();
  await hasNoBarriers(page, "board page");
  await fitsAcross(page, "board page");
  const schools = await page.locator("tbody th[scope=row] a[href^='/school/']").allInnerTexts();
  expect(schools.length).toBeGreaterThanOrEqual(3);
  expect([...schools]).toEqual([...schools].sort((a, b) => a.localeCompare(b, "nl", { ignorePunctuation: true })));
  await expect(page.getByText("Privacy aan de balie en op het plein")).toBeVisible();
  expect(errors).toEqual([]);
});
