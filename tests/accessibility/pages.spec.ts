import { expect, test } from "@playwright/test";
import { enter, speak } from "./board.ts";
import { barriers, unfold } from "./engines.ts";
import { moving, tooSmall, tooWide, tooWideWhenSpaced } from "./fits.ts";
import { screens } from "./screens.ts";

/** Once as on a desk, once as with a window of 1280 px at 400 %: 320 by 256. The language differs too, so that words of other lengths are seen. */
const views = [
  { name: "in Dutch at 1280 px", language: "nl", use: { viewport: { width: 1280, height: 800 } } },
  { name: "in English at 320 px, with less motion", language: "en", use: { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" } },
] as const;

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
