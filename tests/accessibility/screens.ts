import type { Page } from "@playwright/test";
import type { Login } from "#tests/e2e/support.ts";
import { answerAll, begin, handIn } from "./board.ts";

/** A page in one state, and how one gets there; in any language. */
export type Screen = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };

const at = (path: string): Screen => ({ name: path, open: (page) => page.goto(path) });
const card = (page: Page, step: number) => page.locator(`.level-card--${step} label`).click();
const saved = (page: Page) => page.locator(".saved-note--saved").waitFor();
const alert = (page: Page) => page.getByRole("alert").waitFor();
const follow = async (page: Page, from: string, link: string) => {
  await page.goto(from);
  await page.goto((await page.locator(link).first().getAttribute("href"))!);
};
const running = "a[href*='?ronde=']";

/** The result of this instrument; made first when there is none. */
async function result(page: Page, framework: string, instrument: string, words: string): Promise<void> {
  await page.goto("/zelfscans");
  const link = page.getByRole("listitem").filter({ hasText: words }).locator("a[href$='/resultaat']").first();
  if ((await link.count()) === 0) return handIn(page, framework, instrument);
  await link.click();
  await page.waitForURL(/\/resultaat/);
}

/** What the newest result says about other frameworks. */
async function otherFrameworks(page: Page): Promise<void> {
  await follow(page, "/zelfscans", "a[href$='/resultaat']");
  await page.goto(page.url().replace(/\/resultaat.*/, "/andere-raamwerken"));
}

/** Answers the question of this page elsewhere, so that the page is behind. */
async function answerElsewhere(page: Page, step: number): Promise<void> {
  await page.evaluate(async (place) => {
    const now = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const form = new FormData(now.querySelector<HTMLFormElement>(".question-form")!);
    form.set("answer", now.querySelector<HTMLInputElement>(`.level-card--${place} input`)!.value);
    await fetch(location.href, { method: "POST", body: new URLSearchParams(form as unknown as Record<string, string>) });
  }, step);
}

const visitor: readonly Screen[] = [
  at("/inloggen"),
  { name: "/inloggen, nothing filled in", open: async (page) => (await page.goto("/inloggen"), await page.locator("#password").press("Enter"), alert(page)) },
  {
    name: "/inloggen, wrong password",
    open: async (page) => {
      await page.goto("/inloggen");
      await page.locator("#email").fill("niemand@groeikompas.example");
      await page.locator("#password").fill("niet het wachtwoord");
      await page.locator("#password").press("Enter");
      await alert(page);
    },
  },
  at("/bestaat-niet"),
];

const teacher: readonly Screen[] = [
  at("/"),
  at("/zelfscans"),
  at("/zelfscans/nieuw"),
  { name: "before a round", open: (page) => follow(page, "/", running) },
  at("/zelfscans/nieuw?raamwerk=unesco-ai-cft&vragenlijst=blocks"),
  at("/zelfscans/nieuw?raamwerk=digcompedu&vragenlijst=checkin"),
  at("/zelfscans/rondkijken"),
  at("/raamwerken"),
  { name: "reading a framework along", open: (page) => follow(page, "/raamwerken", "main a[href$='/meelezen']") },
  { name: "question", open: (page) => begin(page, "digcompedu", "statements") },
  { name: "question, chosen and saved", open: async (page) => (await card(page, 3), saved(page)) },
  {
    name: "question, a reason, the wish and a note",
    open: async (page) => {
      await page.locator(".reasons input").nth(1).check();
      await page.locator(".wish").click();
      await page.locator(".own-note").evaluate((node: HTMLDetailsElement) => (node.open = true));
      await page.locator("#note").fill("Volgende week samen met een collega.");
      await saved(page);
    },
  },
  { name: "question, a note that is too long", open: async (page) => (await page.locator("#note").fill("x".repeat(2001)), page.locator(".saved-note--saved").waitFor({ state: "detached" })) },
  {
    name: "question, not saved yet",
    open: async (page) => {
      await page.locator("#note").fill("Volgende week.");
      await saved(page);
      await page.context().setOffline(true);
      await card(page, 2);
      await page.locator(".saved-note--unsaved").waitFor();
    },
  },
  {
    name: "question, answered in two places",
    open: async (page) => {
      await page.context().setOffline(false);
      await saved(page);
      await page.reload();
      await page.waitForLoadState("networkidle");
      await answerElsewhere(page, 4);
      await card(page, 1);
      await page.locator(".conflict").waitFor();
    },
  },
  { name: "question, another function", open: (page) => page.goto(page.url().replace(/\/vraag\/.*/, "/functie")) },
  { name: "throwing away", open: (page) => page.goto(page.url().replace(/\/functie.*/, "/weggooien")) },
  { name: "checking, with open questions", open: (page) => page.goto(page.url().replace(/\/weggooien.*/, "/nakijken")) },
  { name: "question in blocks", open: (page) => begin(page, "unesco-ai-cft", "blocks") },
  { name: "question in points", open: (page) => begin(page, "digcompedu", "checkin") },
  { name: "checking, all answered", open: async (page) => (await begin(page, "kennisnet-ict", "growth"), answerAll(page)) },
  { name: "result of statements", open: (page) => result(page, "digcompedu", "statements", "DigCompEdu, DigComp") },
  { name: "result of blocks", open: (page) => result(page, "unesco-ai-cft", "blocks", "UNESCO") },
  { name: "result of points", open: (page) => result(page, "digcompedu", "checkin", "CheckIn") },
  { name: "handed in", open: (page) => page.goto(page.url().replace(/\/resultaat.*/, "/nakijken")) },
  { name: "other frameworks", open: async (page) => (await otherFrameworks(page), page.locator(".reach-sheet details").evaluateAll((all: HTMLDetailsElement[]) => all.forEach((each) => (each.open = true)))) },
  { name: "question begun from another result", open: async (page) => (await page.locator(".reach-sheet form button").first().click(), page.locator(".elsewhere").waitFor()) },
  {
    name: "a step without a day",
    open: async (page) => {
      await result(page, "unesco-ai-cft", "blocks", "UNESCO");
      await page.locator("#dueOn").fill("");
      await page.locator("#step").fill("");
      await page.locator("form:has(#step) button[type=submit]").click();
      await alert(page);
    },
  },
  at("/stappen"),
  { name: "one step", open: (page) => follow(page, "/stappen", "main a[href^='/stappen/']") },
  { name: "one step, moved to no day", open: async (page) => (await page.locator("#dueOn").fill(""), await page.locator("form:has(#dueOn) button[type=submit]").click(), alert(page)) },
  at("/account"),
  at("/account/inzagelog"),
  at("/samen"),
  at("/samen/gesprek-leraar"),
  at("/samen/zes-niveaus"),
  at("/samen/zes-niveaus/sommen"),
  at("/samen/zes-niveaus/sommen?gebruik=4&klaar=1"),
  at("/samen/leraar-en-de-loop/advies?fout=ernstig&plek=over&klaar=1"),
  at("/bestuur"),
];

const support: readonly Screen[] = [
  at("/"),
  at("/zelfscans"),
  { name: "before a round, easy reading", open: (page) => follow(page, "/", running) },
  { name: "question, easy reading", open: (page) => begin(page, "kennisnet-ict", "growth") },
  { name: "checking, easy reading", open: (page) => page.goto(page.url().replace(/\/vraag\/.*/, "/nakijken")) },
  { name: "question in blocks, easy reading", open: (page) => begin(page, "unesco-ai-cft", "blocks") },
  { name: "result, easy reading", open: (page) => follow(page, "/zelfscans", "a[href$='/resultaat']") },
  { name: "other frameworks, easy reading", open: otherFrameworks },
  at("/stappen"),
];

const leader: readonly Screen[] = [
  at("/"),
  at("/zelfscans"),
  at("/stappen"),
  { name: "school", open: (page) => follow(page, "/", "nav a[href^='/school/']") },
  { name: "school, an older round", open: async (page) => (await page.locator("#ronde").selectOption({ index: 2 }), await page.locator(".school-choice button").first().click(), page.waitForURL(/ronde=/)) },
  { name: "school too small for figures", open: async (page) => (await page.goto("/"), page.goto((await page.locator("nav a[href^='/school/']").nth(1).getAttribute("href"))!)) },
  { name: "scan of the school", open: async (page) => (await follow(page, "/", "nav a[href^='/school/']"), page.goto(`${page.url()}/scan`)) },
  { name: "a statement of the school", open: (page) => page.goto(`${page.url()}/VIB-1.2`) },
  { name: "a statement without an answer", open: async (page) => (await page.goto(page.url().replace("VIB-1.2", "VIB-1.5")), await page.locator("main form button[type=submit]").first().click(), alert(page)) },
  { name: "no scan yet, nothing filled in", open: async (page) => (await page.goto("/"), await page.goto(`${(await page.locator("nav a[href^='/school/']").nth(1).getAttribute("href"))!}/scan`), await page.locator("main form button[type=submit]").first().click(), alert(page)) },
  at("/samen/vier-in-balans"),
  at("/landelijk"),
  at("/rondes"),
  { name: "a training to plan", open: async (page) => (await follow(page, "/", "nav a[href^='/school/']"), page.locator("a[href*='/training?']").first().click()) },
  { name: "a training, nothing filled in", open: async (page) => (await page.locator("main form button[type=submit]").last().click(), alert(page)) },
  at("/rondes/nieuw"),
  { name: "a new round, nothing filled in", open: async (page) => (await page.locator("main form button[type=submit]").last().click(), alert(page)) },
  { name: "a running round", open: (page) => follow(page, "/rondes", ".round-list a") },
];

const hr: readonly Screen[] = [
  at("/"),
  at("/bestuur"),
  { name: "board, an older round", open: async (page) => (await page.locator("#ronde").selectOption({ index: 1 }), await page.locator(".school-choice button").first().click(), page.waitForURL(/ronde=/)) },
  { name: "a new round on blocks", open: async (page) => (await page.goto("/rondes/nieuw"), page.locator(".instruments a[href*='unesco']").first().click()) },
  {
    name: "a new round, who is asked",
    open: async (page) => {
      await page.waitForURL(/unesco/);
      await page.locator("main form input[type=text], main form input:not([type])").first().fill("AI in ons werk extra");
      for (const box of await page.locator("main form input[type=checkbox]:enabled").all()) await box.check();
      await page.locator("main form button[type=submit]").last().click();
      await page.locator(".round-table, table").first().waitFor();
    },
  },
  { name: "closing a round", open: async (page) => (await follow(page, "/rondes", ".round-list a"), page.goto(`${page.url()}?bevestig=sluiten`)) },
];

const administrator: readonly Screen[] = [
  at("/beheer"),
  at("/beheer/mensen"),
  at("/beheer/mensen?naam=bestaat+niet"),
  at("/beheer/rondes"),
  at("/beheer/raamwerken"),
  at("/beheer/raamwerken/digcompedu/2017.1.0"),
  at("/beheer/raamwerken/kennisnet-ict/2023.1.0"),
  at("/beheer/raamwerken/unesco-ai-cft/2024.1.0"),
  at("/beheer/raamwerken/digcompedu/verschil?soort=all"),
  at("/beheer/raamwerken/kennisnet-ict/verschil"),
  at("/beheer/raamwerken/verbanden/po-draft/0.1.0"),
  at("/beheer/raamwerken/nieuw"),
  at("/beheer/raamwerken/inlezen"),
  {
    name: "a file brought in, before it is kept",
    open: async (page) => {
      await page.locator("input[type=file]").setInputFiles({ name: "kader.csv", mimeType: "text/csv", buffer: Buffer.from("id;ouder;titel;beschrijving\na;;Gebied;Over het gebied\nb;a;Eerste;Over het eerste\nb;a;Tweede;Over het tweede\n") });
      await page.locator("button[value=look]").click();
      await page.locator("button[value=keep]").waitFor();
    },
  },
  ...["", "/niveaus", "/wie", "/gegevens", "/voorbeeld", "/publiceren", "/onderdeel/1"].map((part): Screen => ({ name: `own framework in review${part}`, open: async (page) => (await follow(page, "/beheer/raamwerken", "main a[href*='/eigen/']"), page.goto(page.url() + part)) })),
  {
    name: "own framework, a draft with something left to write",
    open: async (page) => {
      await page.goto("/beheer/raamwerken/nieuw");
      await page.locator("button[value=three-levels]").click();
      await page.locator("button[value=add-area]").click();
      await page.waitForURL(/onderdeel/);
      await page.goto(page.url().replace(/\/onderdeel.*/, ""));
    },
  },
  {
    name: "own framework, a competence with too much in it",
    open: async (page) => {
      await page.goto(`${page.url()}/onderdeel/1.1`);
      await page.locator("[name='title.nl']").fill("x".repeat(201));
      await page.locator(".desk-form button[type=submit]").click();
      await alert(page);
    },
  },
  at("/beheer/logboek"),
  at("/stijlgids"),
];

/** Every page in its states, for who sees it. */
export const screens: readonly { readonly who: Login | null; readonly all: readonly Screen[] }[] = [
  { who: null, all: visitor },
  { who: "leraar", all: teacher },
  { who: "ondersteuner", all: support },
  { who: "schoolleider", all: leader },
  { who: "hr", all: hr },
  { who: "beheerder", all: administrator },
];
