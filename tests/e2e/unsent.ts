import { expect, type BrowserContext, type Page } from "@playwright/test";
import { signIn } from "./support.ts";

/** What the journeys with answers that cannot be sent have in common. */
export const saved = (page: Page) => page.getByText(/Opgeslagen om \d\d:\d\d|Saved at \d\d:\d\d/);
export const unsaved = (page: Page) => page.getByText(/[Nn]og niet opgeslagen|[Nn]ot saved yet/).first();
export const card = (page: Page, place: number) => page.locator(`label[for="answer-${place}"]`);

const address = /\/antwoord$/;
export const away = (context: BrowserContext) => context.route(address, (route) => route.abort());
export const back = (context: BrowserContext) => context.unroute(address);

/** A self-assessment of one's own, at a question that was not answered; ready when the page has its key. Gives its address. */
export async function begun(page: Page, who: "leraar" | "ondersteuner" | null = "leraar", keys = true): Promise<string> {
  if (who) await signIn(page, who);
  const key = keys ? page.waitForResponse(/\/sessie\/sleutels$/) : null;
  await page.goto("/zelfscans/nieuw?raamwerk=kennisnet-ict");
  await page.getByRole("button", { name: /Begin|Ga verder|Start|Continue|Go on/ }).last().click();
  await page.waitForURL(/\/vraag\//);
  await key;
  return page.url();
}

/** What lies in the browser, as its owner's neighbour could read it. */
export function lying(page: Page): Promise<{ item: string; text: string }[]> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "groeikompas")) return [];
    return new Promise((resolve) => {
      const open = indexedDB.open("groeikompas");
      open.onsuccess = () => {
        const all = open.result.transaction("unsent").objectStore("unsent").getAll() as IDBRequest<{ item: string; sealed: ArrayBuffer }[]>;
        all.onsuccess = () => {
          open.result.close();
          resolve(all.result.map(({ item, sealed }) => ({ item, text: new TextDecoder("latin1").decode(sealed) })));
        };
      };
    });
  });
}
export const kept = (page: Page, count: number) => expect.poll(async () => (await lying(page)).length, { timeout: 10_000 }).toBe(count);
