import { expect, test, type Page } from "@playwright/test";
import { answerAll, begin, enter } from "./board.ts";
import { announced, bringReader, heard, outlineHeard } from "./reader.ts";

// What a screen reader says on the main screens of the five journeys, kept in heard/ and read by a person when it changes.
test.use({ bypassCSP: true });
test.beforeEach(({ page }) => bringReader(page));

const said = (words: string, name: string) => expect(words).toMatchSnapshot(`${name}.txt`);
const follow = async (page: Page, from: string, link: string) => {
  await page.goto(from);
  await page.goto((await page.locator(link).first().getAttribute("href"))!);
};

test("signing in, and what is said when it fails", async ({ page }) => {
  await page.goto("/inloggen");
  said(await heard(page, "body"), "sign-in");
  const words = await announced(page, async () => {
    await page.getByRole("button", { name: "Inloggen" }).click();
    await page.getByRole("alert").waitFor();
  });
  expect(words.join("\n")).toMatch(/alert, Kijk nog even naar dit/);
  said(await heard(page), "sign-in-failed");
});

test("a teacher: home, before the round, question, checking, result, steps", async ({ page }) => {
  await enter(page, "leraar", "nl");
  said(await heard(page, "body"), "teacher-home");
  await follow(page, "/", "a[href*='?ronde=']");
  said(await heard(page), "teacher-before-the-round");
  await begin(page, "digcompedu", "statements");
  said(await heard(page), "teacher-question");
  const saved = await announced(page, async () => {
    await page.locator(".level-card--2 label").click();
    await page.locator(".saved-note--saved").waitFor();
  });
  expect(saved.at(-1)).toMatch(/^polite: Opgeslagen om ‹tijd›/);
  const waiting = await announced(page, async () => {
    await page.context().setOffline(true);
    await page.locator(".level-card--3 label").click();
    await page.locator(".saved-note--unsaved").waitFor();
  });
  expect(waiting.at(-1)).toMatch(/^polite: .*nog niet opgeslagen/i);
  await page.context().setOffline(false);
  await page.locator(".saved-note--saved").waitFor({ timeout: 30_000 });
  said(await heard(page), "teacher-question-answered");
  await begin(page, "digcompedu", "checkin");
  said(await heard(page), "teacher-question-in-points");
  await begin(page, "unesco-ai-cft", "blocks");
  said(await heard(page), "teacher-question-in-blocks");
  await answerAll(page);
  said(await outlineHeard(page), "teacher-checking");
  await page.locator("button[name=do][value=hand-in]").click();
  await page.waitForURL(/\/resultaat$/);
  await page.locator(".recharts-surface").first().waitFor();
  said(await outlineHeard(page), "teacher-result");
  const arrived = await announced(page, async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Mijn stappen" }).click();
    await page.waitForURL("/stappen");
  });
  expect(arrived).toContain("polite: Mijn stappen · Groeikompas");
  said(await heard(page), "teacher-steps");
});

test("a caretaker: home, question in easy words, checking, result", async ({ page }) => {
  await enter(page, "ondersteuner", "nl");
  said(await heard(page), "support-home");
  await begin(page, "kennisnet-ict", "growth");
  said(await heard(page), "support-question");
  await page.goto(page.url().replace(/\/vraag\/.*/, "/nakijken"));
  said(await heard(page), "support-checking");
  await follow(page, "/zelfscans", "a[href$='/resultaat']");
  await page.locator(".recharts-surface").first().waitFor();
  said(await heard(page), "support-result");
});

test("a head teacher: school, a school too small, a training with mistakes", async ({ page }) => {
  await enter(page, "schoolleider", "nl");
  await follow(page, "/", "nav a[href^='/school/']");
  await page.locator(".recharts-surface").first().waitFor();
  said(await outlineHeard(page), "leader-school");
  await page.getByRole("navigation").getByRole("link", { name: "'t Veldje" }).click();
  await page.getByRole("heading", { name: /te weinig/ }).first().waitFor();
  said(await heard(page), "leader-school-too-small");
  await follow(page, "/", "nav a[href^='/school/']");
  await page.getByRole("link", { name: "Plan training" }).first().click();
  await page.getByRole("button", { name: "Plan de training" }).click();
  await page.getByRole("alert").waitFor();
  said(await heard(page), "leader-training-with-mistakes");
});

test("HR: board, new round", async ({ page }) => {
  await enter(page, "hr", "nl");
  await page.goto("/bestuur");
  await page.locator(".recharts-surface").first().waitFor();
  said(await outlineHeard(page), "hr-board");
  await page.goto("/rondes/nieuw");
  said(await heard(page), "hr-new-round");
  await follow(page, "/rondes", ".round-list a");
  said(await outlineHeard(page), "hr-round");
});

test("the administrator: overview, people, a framework, account", async ({ page }) => {
  await enter(page, "beheerder", "nl");
  await page.goto("/beheer");
  said(await heard(page), "administrator-overview");
  await page.goto("/beheer/mensen?naam=Sanne");
  said(await heard(page), "administrator-people");
  await page.goto("/beheer/raamwerken/unesco-ai-cft/2024.1.0");
  said(await outlineHeard(page), "administrator-framework");
  await page.goto("/account");
  said(await heard(page), "administrator-account");
});
