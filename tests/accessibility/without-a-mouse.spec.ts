import { expect, test } from "@playwright/test";
import { enter } from "./board.ts";
import { press, tabTo, type, walk } from "./keys.ts";

// Nothing but the keyboard after signing in: no click, no address. Each stop on the way is looked at.
const main = "main";

test("a teacher signs in, answers, hands in and plans a step", async ({ page }) => {
  await page.goto("/inloggen");
  await walk(page, "signing in");
  await page.goto("/inloggen");
  await type(page, page.locator("#email"), "leraar@groeikompas.example");
  await type(page, page.locator("#password"), "groeikompas-demo");
  await page.keyboard.press("Enter");
  await page.waitForURL("/");
  await walk(page, "home");
  await press(page, page.locator(main).getByRole("link", { name: "Begin", exact: true }));
  await page.waitForURL(/\/nieuw/);
  await walk(page, "before the round");
  await tabTo(page, page.locator("input[name=mode]:checked"));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel(/^Kort/)).toBeChecked();
  await press(page, page.getByRole("button", { name: "Begin" }));
  await page.waitForURL(/\/vraag\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await walk(page, "question");

  const next = page.getByRole("button", { name: "Doorgaan" });
  for (let question = 1; question <= 8; question += 1) {
    await expect(page.getByText(`Vraag ${question} van 8`)).toBeVisible();
    await tabTo(page, page.locator(".level-card input"));
    await page.keyboard.press("Space");
    for (let step = 0; step < question % 4; step += 1) await page.keyboard.press("ArrowDown");
    await expect(page.locator(".level-card input").nth(question % 4)).toBeChecked();
    if (question === 2) {
      // From the last sentence the arrow goes on to the reasons: one group.
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await expect(page.locator(".reasons input:checked")).toHaveCount(1);
      await press(page, page.locator("input[name=wish]"), "Space");
      await press(page, page.locator(".own-note > summary"));
      await type(page, page.locator("#note"), "Met het toetsenbord.");
      await expect(page.locator(".saved-note--saved")).toBeVisible();
    }
    await press(page, next);
  }
  await page.waitForURL(/\/nakijken/);
  await walk(page, "checking");
  await press(page, page.getByRole("button", { name: "Lever in" }));
  await page.waitForURL(/\/resultaat$/);
  await walk(page, "result");
  await press(page, page.getByText("Hoe is dit berekend?"));
  await type(page, page.locator("#step"), "");
  await page.keyboard.press("Delete");
  await press(page, page.getByRole("button", { name: "Plan deze stap" }));
  await expect(page.getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#step")).toBeFocused();
  await page.keyboard.type("Ik laat een collega zien hoe het werkt.");
  await press(page, page.getByRole("button", { name: "Plan deze stap" }));
  await expect(page.getByText("Je stap staat gepland.")).toBeVisible();
});

test("a caretaker answers in easy words, on a small screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 }); // where the bar with the button covers most
  await enter(page, "ondersteuner", "nl");
  await walk(page, "home of support staff");
  await press(page, page.locator(main).getByRole("link", { name: "Begin", exact: true }));
  await page.waitForURL(/\/nieuw/);
  await press(page, page.getByRole("button", { name: "Begin" }));
  await page.waitForURL(/\/vraag\//);
  await walk(page, "question in easy reading");
  await tabTo(page, page.locator(".level-card input"));
  await page.keyboard.press("3");
  await expect(page.locator(".level-card input").nth(2)).toBeChecked();
  await expect(page.locator(".saved-note--saved")).toBeVisible();
  await press(page, page.getByText("Alle vragen"));
  await press(page, page.getByRole("link", { name: /nakijken/i }));
  await page.waitForURL(/\/nakijken/);
  await walk(page, "checking with open questions");
  await press(page, page.getByRole("link", { name: "Mijn stappen" }));
  await page.waitForURL("/stappen");
  await walk(page, "steps of support staff");
});

test("a head teacher reads the school's figures and plans a training", async ({ page }) => {
  await enter(page, "schoolleider", "nl");
  await press(page, page.getByRole("navigation").getByRole("link", { name: "De Linde" }));
  await page.waitForURL(/\/school\//);
  await walk(page, "school");
  const table = page.locator(".scroll-table:has(.heat)").first();
  await page.setViewportSize({ width: 480, height: 800 });
  await tabTo(page, table);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1280, height: 720 });
  await tabTo(page, page.locator("#ronde"));
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Toon" }));
  await page.waitForURL(/ronde=/);
  await page.goBack();
  await press(page, page.getByText("Waarom?").first());
  await expect(page.locator("ol.findings details[open]")).toHaveCount(1);
  await press(page, page.getByRole("link", { name: "Plan training" }));
  await page.waitForURL(/\/training/);
  await walk(page, "training");
  await press(page, page.getByRole("button", { name: "Plan de training" }));
  await expect(page.getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Teamles door onze i-coach");
  await tabTo(page, page.locator("input[type=date]"));
  await page.keyboard.type("10022027");
  await type(page, page.getByLabel("Hoeveel uur per persoon?"), "2,5");
  await press(page, page.getByRole("button", { name: "Plan de training" }));
  await expect(page.getByText("De training staat gepland.")).toBeVisible();
});

test("HR reads the board's figures, opens a round and calls it off", async ({ page }) => {
  await enter(page, "hr", "nl");
  await press(page, page.getByRole("navigation").getByRole("link", { name: "Bestuur" }));
  await page.waitForURL("/bestuur");
  await walk(page, "board");
  await press(page, page.getByRole("navigation").getByRole("link", { name: "Rondes" }));
  await page.waitForURL("/rondes");
  await walk(page, "rounds");
  await press(page, page.getByRole("link", { name: "Open een ronde" }));
  await page.waitForURL(/\/nieuw/);
  await walk(page, "new round");
  await press(page, page.getByRole("link", { name: /UNESCO/ }));
  await page.waitForURL(/unesco/);
  await type(page, page.getByLabel("Hoe heet de ronde?"), "AI met het toetsenbord");
  await press(page, page.getByLabel("De Eik"), "Space");
  await press(page, page.getByRole("button", { name: "Bekijk wie je vraagt" }));
  await expect(page.getByRole("heading", { name: "Klopt dit?" })).toBeVisible();
  await walk(page, "who is asked");
  await press(page, page.getByRole("button", { name: "Open de ronde" }));
  await expect(page.getByText("De ronde is open.")).toBeVisible();
  await walk(page, "a running round");
  await press(page, page.getByRole("link", { name: "Breek de ronde af" }));
  await press(page, page.getByRole("button", { name: "Ja, breek de ronde af" }));
  await expect(page.getByText("De ronde is afgebroken.")).toBeVisible();
});

test("the administrator finds somebody, reads the log and a framework, and signs out", async ({ page }) => {
  await enter(page, "beheerder", "nl");
  await press(page, page.getByRole("navigation").getByRole("link", { name: "Beheer" }));
  await page.waitForURL("/beheer");
  await walk(page, "administration");
  await press(page, page.locator(main).getByRole("link", { name: /Mensen/ }));
  await page.waitForURL("/beheer/mensen");
  await walk(page, "people");
  await type(page, page.getByRole("searchbox"), "Sanne");
  await page.keyboard.press("Enter");
  await page.waitForURL(/Sanne/);
  await expect(page.getByText("Sanne de Vries")).toBeVisible();
  await press(page, page.getByRole("link", { name: /Logboek/ }));
  await page.waitForURL("/beheer/logboek");
  await walk(page, "log");
  await tabTo(page, page.getByRole("combobox"));
  await page.keyboard.press("ArrowDown");
  await press(page, page.locator(".search-form button"));
  await page.waitForURL(/soort=/);
  await press(page, page.getByRole("link", { name: /Raamwerken/ }));
  await page.waitForURL("/beheer/raamwerken");
  await press(page, page.locator(main).getByRole("link", { name: /UNESCO/ }));
  await page.waitForURL(/unesco/);
  await walk(page, "a framework");
  await press(page, page.getByRole("link", { name: "Tim Wolters" }));
  await page.waitForURL("/account");
  await walk(page, "account");
  await press(page, page.getByRole("button", { name: "Uitloggen" }));
  await expect(page.getByText("Je bent uitgelogd.")).toBeVisible();
});
