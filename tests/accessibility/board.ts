import type { Page } from "@playwright/test";
import { signIn, type Login } from "#tests/e2e/support.ts";

/** Signed in as one of the demo people, in the language asked for. The language is kept with the account. */
export async function enter(page: Page, who: Login, language: "nl" | "en"): Promise<void> {
  await signIn(page, who);
  await page.locator(".site-header__who").waitFor(); // until then it is still the page of the visitor, in the browser's language
  await speak(page, language);
}

/** Changes the language when it is another one. */
export async function speak(page: Page, language: "nl" | "en"): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  await page.getByRole("button", { name: language === "en" ? "English" : "Nederlands" }).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** Begins a self-assessment for oneself and stays on its first question. */
export async function begin(page: Page, framework: string, instrument: string): Promise<void> {
  await page.goto(`/zelfscans/nieuw?raamwerk=${framework}&vragenlijst=${instrument}`);
  const ready = page.locator("button[name=do][value=start]");
  if ((await ready.count()) > 0) await ready.click();
  await page.waitForURL(/\/(vraag|nakijken)/);
  await page.locator(".question, .review").waitFor();
}

/** Answers what is still open from this question on, as plain forms would, and stays on the page to check. */
export async function answerAll(page: Page): Promise<void> {
  const review = await page.evaluate(async () => {
    let address = location.href;
    while (/\/vraag\//.test(address)) {
      const before = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
      const form = new FormData(before.querySelector<HTMLFormElement>(".question-form")!);
      const values = [...before.querySelectorAll<HTMLInputElement>(".level-card input")].map(({ value }) => value);
      form.set("answer", values[new URL(address).pathname.length % values.length]!);
      const after = await fetch(address, { method: "POST", body: new URLSearchParams(form as unknown as Record<string, string>) });
      if (after.url === address) throw new Error(`${address} did not go on: ${after.status}`);
      address = after.url;
    }
    return address;
  });
  await page.goto(review);
}

/** Begun, answered and handed in; stays on the result. */
export async function handIn(page: Page, framework: string, instrument: string): Promise<void> {
  await begin(page, framework, instrument);
  await answerAll(page);
  await page.locator("button[name=do][value=hand-in]").click();
  await page.waitForURL(/\/resultaat$/);
}
