import { expect, test } from "@playwright/test";
import { enter, speak } from "./board.ts";
import { barriers, unfold } from "./engines.ts";
import { moving, tooSmall, tooWide, tooWideWhenSpaced } from "./fits.ts";
import { screens } from "./screens.ts";

/** Once as on a desk, once in the dark and as with a window of 1280 px at 400 %: 320 by 256. The language differs too, so that words of other lengths are seen. */
const views = [
  { name: "in Dutch at 1280 px", language: "nl", use: { viewport: { width: 1280, height: 800 } } },
  { name: "in English at 320 px, dark, with less motion", language: "en", use: { viewport: { width: 320, height: 256 }, reducedMotion: "reduce", colorScheme: "dark" } },
] as const;

test.setTimeout(240_000);

for (const { name, language, use } of views) {
  for (const { who, all } of screens) {
    test(`${all.length} screens of ${who ?? "a visitor"} ${name}: both engines, everything fits`, async ({ browser }) => {
      const context = await browser.newContext({ ...use, locale: language === "nl" ? "nl-NL" : "en-GB", bypassCSP: true });
      const page = await context.newPage();
      if (who) await enter(page, who, language);
      for (const screen of all) {
        await screen.open(page);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/\S · Groeikompas$/);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await unfold(page);
        const wrong = [...(await barriers(page)), ...(await tooWide(page)), ...(await tooSmall(page)), ...(await tooWideWhenSpaced(page))];
        if (language === "nl") {
          // 200 %: half the window, twice the dots.
          await page.setViewportSize({ width: 640, height: 400 });
          wrong.push(...(await tooWide(page)).map((each) => `at 200 % ${each}`));
          await page.setViewportSize(use.viewport);
        } else wrong.push(...(await moving(page)));
        expect.soft(wrong, screen.name).toEqual([]);
      }
      if (who) await speak(page, "nl");
      await context.close();
    });
  }
}

test("these checks see what is planted", async ({ page }) => {
  await page.goto("/inloggen");
  expect(await barriers(page)).toEqual([]);
  await page.evaluate(() => {
    document.querySelector("main")!.insertAdjacentHTML(
      "beforeend",
      `<img src="/favicon.svg"><p id="pale">Bleek</p><input id="bare"><p id="long">Dit staat er niet helemaal</p>
       <span id="small"><button>a</button><button>b</button></span><div id="moves"></div><div id="wide">breed</div>`,
    );
    const set = (id: string, style: Partial<CSSStyleDeclaration>) => Object.assign(document.getElementById(id)!.style, style);
    set("pale", { color: "#cccccc", background: "#ffffff" });
    set("long", { width: "40px", overflow: "hidden", whiteSpace: "nowrap" });
    for (const button of document.querySelectorAll<HTMLElement>("#small button")) Object.assign(button.style, { width: "10px", height: "10px", padding: "0" });
    set("moves", { transition: "opacity 1s" });
  });
  const found = (await barriers(page)).join("\n");
  for (const rule of ["axe image-alt", "axe color-contrast", "axe label", "ibm img_alt_valid", "ibm text_contrast_sufficient", "ibm input_label_exists"]) expect(found).toContain(rule);
  expect((await tooSmall(page)).length).toBe(2);
  expect((await moving(page)).join()).toContain("moves: div");
  expect((await tooWide(page)).join()).toContain("cut off: p.");
  await page.evaluate(() => (document.getElementById("wide")!.style.width = "3000px"));
  expect((await tooWide(page)).join()).toContain("px wider than its window");
});
