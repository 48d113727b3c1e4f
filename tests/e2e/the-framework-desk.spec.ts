import { expect, test } from "@playwright/test";
import { fitsAcross, hasNoBarriers, signIn, watchConsole } from "./support.ts";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a framework of the board: begun, written, asked of teachers, read along, published", async ({ page, browser }) => {
      const errors = watchConsole(page);
      await signIn(page, "beheerder");
      await page.goto("/beheer/raamwerken/nieuw");
      await page.locator("button[value=three-levels]").click();
      await page.waitForURL(/\/eigen\/[0-9a-f-]+$/);
      const draft = new URL(page.url()).pathname;

      await page.goto(`${draft}/onderdeel/1.1`);
      await page.locator("[name='title.nl']").fill("Kennis delen met het team");
      await page.locator(".desk-form button[type=submit]").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("1.1 Kennis delen met het team");

      await page.goto(`${draft}/wie`);
      // The target is proposed; a tick is enough.
      for (const id of ["1.1", "1.2", "2.1"]) await page.locator(`[name='in.${id}']`).check();
      await page.locator(".action-bar button").click();
      await expect(page).toHaveURL(/groep=leraar/);

      await page.goto(`${draft}/gegevens`);
      await page.locator("#licence").selectOption("CC-BY-4.0");
      await page.locator(".action-bar button").click();
      await expect(page.locator(".flash")).toContainText("Opgeslagen");
      await page.goto(draft);
      await expect(page.locator("main")).toContainText("De controle vindt niets meer om te herstellen.");

      await page.goto(`${draft}/publiceren`);
      await page.locator("button[value=ask-for-review]").click();
      const address = page.locator("a[href$='/meelezen']");
      await expect(address).toBeVisible();
      if (scripts) await hasNoBarriers(page, "in review");

      const colleague = await browser.newPage({ javaScriptEnabled: scripts });
      await signIn(colleague, "leraar");
      await colleague.goto((await address.getAttribute("href"))!);
      await colleague.locator("label", { hasText: "Ik laat een collega zien" }).first().click();
      await colleague.locator("#words").fill("De tweede zin is duidelijk.");
      await colleague.locator("button[value=comment]").click();
      await expect(colleague.locator("main")).toContainText("De tweede zin is duidelijk.");
      // Trying stores nothing: when the page comes anew, the choice is not there.
      await colleague.reload();
      expect(await colleague.locator("input[name=proef]:checked").count()).toBe(0);
      await fitsAcross(colleague, "reading along");
      await colleague.close();

      await page.reload();
      await expect(page.locator("main")).toContainText("Sanne de Vries");
      await page.locator("button[value=publish]").click();
      await expect(page.locator(".error-summary")).toContainText("Er is nog niets gepubliceerd.");
      if (scripts) await hasNoBarriers(page, "not sure yet");
      await page.locator("[name=sure]").check();
      await page.locator("button[value=publish]").click();
      await expect(page.locator("main")).toContainText("Deze versie is gepubliceerd en verandert niet meer.");
      expect(errors).toEqual([]);
    });

    test("a next version: what became of each item is said once, beside the version before; a language and a way of asking come and go", async ({ page }) => {
      const errors = watchConsole(page);
      await signIn(page, "beheerder");
      await page.goto("/beheer/raamwerken/nieuw");
      await page.locator("button[value=agreements]").click();
      await page.waitForURL(/\/eigen\/[0-9a-f-]+$/);
      const first = new URL(page.url()).pathname;
      await page.goto(`${first}/wie`);
      await page.locator("[name='in.1']").check();
      await page.locator(".action-bar button").click();
      await expect(page).toHaveURL(/groep=leraar/);
      await page.goto(`${first}/gegevens`);
      await page.locator("#licence").selectOption("CC-BY-4.0");
      await page.locator(".desk-form .action-bar button").click();
      await expect(page.locator(".flash")).toContainText("Opgeslagen");
      await page.goto(`${first}/publiceren`);
      await page.locator("button[value=ask-for-review]").click();
      await page.locator("[name=sure]").check();
      await page.locator("button[value=publish]").click();
      await expect(page.locator("main")).toContainText("Deze versie is gepubliceerd en verandert niet meer.");

      await page.goto(first);
      await page.locator("button[value=new-version]").click();
      await page.waitForURL((url) => /\/eigen\/[0-9a-f-]+$/.test(url.pathname) && url.pathname !== first);
      const next = new URL(page.url()).pathname;
      await page.locator("button[value=add-area]").click();
      await page.waitForURL(/onderdeel\/4$/);
      await page.goto(`${next}/vorige-versie`);
      await expect(page.locator(".desk-list")).toContainText("staat alleen in deze versie");
      if (scripts) await hasNoBarriers(page, "beside the version before");
      await page.goto(`${next}/vorige-versie?nu=4`);
      await page.locator(".fieldset summary").click();
      await page.locator("[name='with.2']").check();
      await page.locator("[name='with.3']").check();
      await page.locator("button[value=save]").click();
      await expect(page.locator(".error-summary")).toContainText("zo worden meer onderdelen samen meer andere");
      if (scripts) await hasNoBarriers(page, "what does not hold");
      await page.locator("[name='with.2']").uncheck();
      await page.locator("button[value=save]").click();
      await expect(page.locator("main")).toContainText("Van elk onderdeel staat vast wat het was of werd.");
      await expect(page.locator(".diff-list").first()).toContainText("gesplitst");
      await fitsAcross(page, "beside the version before");

      await page.goto(`${next}/niveaus`);
      await page.locator("button[value=add-way]").click();
      await expect(page.locator("button[value=remove-way]")).toHaveCount(2);
      await page.goto(`${next}/gegevens?zonder=en`);
      await expect(page.locator("main")).toContainText(/teksten verloren/);
      await page.locator("button[value=remove-language]").click();
      await expect(page.locator("main")).toContainText("Dit raamwerk is alleen in het Nederlands.");
      await page.locator("summary", { hasText: "Voeg het Engels toe" }).click();
      await page.locator("button[value=add-language]").click();
      await expect(page.locator("[name='title.en']")).toHaveValue("");
      await expect(page.locator("[name='title.nl']")).toHaveValue("Onze teamafspraken");
      expect(errors).toEqual([]);
    });

    test("a file is shown with what was mended before it is kept, and can be undone", async ({ page }) => {
      await signIn(page, "beheerder");
      await page.goto("/beheer/raamwerken/inlezen");
      await page.locator("input[type=file]").setInputFiles({ name: "kader.csv", mimeType: "text/csv", buffer: Buffer.from("id;ouder;titel;beschrijving\na;;Gebied;Over het gebied\nb;a;Eerste;Over het eerste\nb;a;Tweede;Over het tweede\n") });
      await page.locator("button[value=look]").click();
      await expect(page.locator("main")).toContainText("Er is nog niets bewaard.");
      await expect(page.locator("main")).toContainText("komt vaker voor");
      await page.locator("button[value=keep]").click();
      await page.waitForURL(/\/eigen\//);
      await page.locator("summary").last().click();
      await page.locator("button[value=throw-away]").click();
      await expect(page).toHaveURL(/\/beheer\/raamwerken$/);
      await expect(page.locator("main")).not.toContainText("kader.csv");
    });
  });
}
