import { expect, test, type Page } from "@playwright/test";
import { signIn } from "#tests/e2e/support.ts";
import { begin, enter } from "./board.ts";
import { walk } from "./keys.ts";

const follow = async (page: Page, from: string, link: string) => {
  await page.goto(from);
  await page.goto((await page.locator(link).first().getAttribute("href"))!);
};

/** How the first of these is drawn. */
const drawn = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((node) => {
    const { borderTopWidth, borderTopStyle, fill, stroke, backgroundColor } = getComputedStyle(node);
    return { border: `${borderTopWidth} ${borderTopStyle}`, fill, stroke, backgroundColor };
  });

test.describe("in the reader's own colours", () => {
  test.use({ forcedColors: "active", reducedMotion: "reduce" });

  test("the focus, the chosen sentence, the wish and the saved sign still tell", async ({ page }) => {
    await enter(page, "leraar", "nl");
    await begin(page, "digcompedu", "statements");
    await page.locator(".level-card--2 label").click();
    await page.locator(".wish").click();
    await page.locator(".saved-note--saved").waitFor();
    await walk(page, "question in forced colours");
    const [chosen, other] = [await drawn(page, ".level-card:has(input:checked)"), await drawn(page, ".level-card:not(:has(input:checked))")];
    expect(chosen.border).not.toBe(other.border);
    expect(Number.parseFloat((await drawn(page, ".wish")).border)).toBeGreaterThan(1);
    await expect(page.locator(".saved-note--saved")).toContainText("Opgeslagen");
    await expect(page.locator(".saved-note--saved svg")).toBeVisible();
    await expect(page.locator(".level-card input:checked")).toBeVisible();
  });

  test("bars differ from their track, and each cell of the heat map has its words", async ({ page }) => {
    await enter(page, "hr", "nl");
    await page.goto("/bestuur");
    await page.locator(".chart-table summary").first().click();
    const [bar, track, open] = [await drawn(page, ".gap-bar__level"), await drawn(page, ".gap-bar__track"), await drawn(page, ".gap-bar__open")];
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(bar.fill).not.toBe(track.fill);
    expect(bar.fill).not.toBe(canvas);
    expect(open.stroke, "what is open has an edge").not.toBe("none");
    const cells = await page.locator("table.heat td").allInnerTexts();
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((words) => words.trim() === "")).toEqual([]);
    await expect(page.locator(".heat__distance").first()).toBeVisible();
    expect((await page.locator(".heat__distance").first().boundingBox())!.height, "how far the target is, in words").toBeGreaterThan(10);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  const main = "main";

  test("a teacher answers, stops, and reads a result", async ({ page }) => {
    await signIn(page, "leraar");
    await page.goto("/zelfscans/nieuw?raamwerk=digcompedu&vragenlijst=checkin");
    await page.getByRole("button", { name: "Begin" }).or(page.getByRole("button", { name: "Doorgaan" })).first().click();
    const before = await page.getByRole("heading", { level: 1 }).innerText();
    await page.locator(".level-card input:enabled").first().check({ force: true });
    await page.getByRole("button", { name: "Doorgaan" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before);
    await page.getByRole("link", { name: "Stoppen en later verder" }).click();
    await page.getByRole("listitem").filter({ hasText: "Kennisnet" }).locator("a[href$='/resultaat']").first().click();
    await expect(page.locator("table").first()).toContainText(/Klaar|Bijna|Groeikans/);
  });

  test("a head teacher chooses another round, reads why, and plans a training after a mistake", async ({ page }) => {
    await signIn(page, "schoolleider");
    await follow(page, "/", "nav a[href^='/school/']");
    const [before, name] = [await page.locator("table.heat").innerText(), page.locator("#ronde option:checked")];
    const round = await name.innerText();
    await page.locator("#ronde").selectOption({ index: 2 });
    await page.getByRole("button", { name: "Toon" }).first().click();
    await expect(name).not.toHaveText(round);
    expect(await page.locator("table.heat").innerText()).not.toBe(before);
    await page.getByText("Waarom?").first().click();
    await expect(page.locator("ol.findings details[open]")).toHaveCount(1);
    await follow(page, "/", "nav a[href^='/school/']");
    await page.getByRole("link", { name: "Plan training" }).first().click();
    await page.getByRole("button", { name: "Plan de training" }).click();
    await expect(page.getByRole("alert")).toContainText("Vul dit in");
    await page.getByLabel("Wat ga je doen?").fill("Zonder script");
    await page.getByLabel("Op welke dag?").fill("2027-02-10");
    await page.getByLabel("Hoeveel uur per persoon?").fill("2");
    await page.getByRole("button", { name: "Plan de training" }).click();
    await expect(page.getByText("De training staat gepland.")).toBeVisible();
  });

  test("HR chooses an area and sees who would be asked", async ({ page }) => {
    await signIn(page, "hr");
    await page.goto("/bestuur");
    await page.locator("#gebied").selectOption({ index: 0 });
    await page.getByRole("button", { name: "Toon" }).last().click();
    await page.waitForURL(/gebied=/);
    await page.goto("/rondes/nieuw");
    await page.getByRole("button", { name: "Bekijk wie je vraagt" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("De Eik").check();
    await page.getByLabel("Hoe heet de ronde?").fill("Zonder script");
    await page.locator(main).getByRole("link", { name: /UNESCO AI/ }).click();
    await page.getByLabel("De Eik").check();
    await page.getByLabel("Hoe heet de ronde?").fill("Zonder script");
    await page.getByRole("button", { name: "Bekijk wie je vraagt" }).click();
    await expect(page.getByRole("heading", { name: "Klopt dit?" })).toBeVisible();
  });

  test("the administrator searches, filters the log, sees another questionnaire and signs out", async ({ page }) => {
    await signIn(page, "beheerder");
    await page.goto("/beheer/mensen");
    await page.getByRole("searchbox").fill("Rachid");
    await page.getByRole("button", { name: "Zoek" }).click();
    await expect(page.getByText("Rachid Benali")).toBeVisible();
    await page.goto("/beheer/logboek");
    await page.getByRole("combobox").selectOption({ index: 1 });
    await page.locator(".search-form button").click();
    await page.waitForURL(/soort=/);
    await page.goto("/beheer/raamwerken/kennisnet-ict/2023.1.0");
    await page.getByRole("combobox").selectOption({ index: 2 });
    await page.getByRole("button", { name: "Toon" }).click();
    await page.waitForURL(/als=|voorbeeld/);
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await expect(page).toHaveURL(/inloggen/);
  });
});
