import { describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { openSite } from "#tests/setup/site.ts";
import { visible } from "#tests/setup/site-pages.ts";

const site = await openSite();
const { linde, eik } = site.board.schools;
const main = (html: string) => visible(html.slice(html.indexOf("<main"), html.indexOf("</main")));
const answer = (base: string, more: Record<string, string> = {}) => ({ base, step: "2", note: "", ...more });

describe("talking together", () => {
  test("everybody finds it from the start page, and a card is played with addresses alone", async () => {
    const cookie = await site.signIn("linde-leraar-1");
    expect((await site.get(paths.home(), cookie)).html).toContain(`href="${paths.together()}"`);
    expect(main((await site.get(paths.together(), cookie)).html)).toMatch(/Samen in gesprek.*bewaart Groeikompas niet.*Gespreksbladen per rol.*Kaarten met situaties.*De school bekijken/);
    expect(main((await site.get(paths.activity("gesprek-leraar"), cookie)).html)).toMatch(/Waarom deze vraag:.*Tot slot.*Er wordt niets bewaard/);
    const card = paths.card("leraar-en-de-loop", "advies");
    expect(main((await site.get(card, cookie)).html)).not.toContain("Praat hierover");
    expect(main((await site.get(`${card}?fout=ernstig&klaar=1`, cookie)).html)).toContain("Kies een antwoord.");
    expect(main((await site.get(`${card}?fout=ernstig&plek=in&klaar=1`, cookie)).html)).toMatch(/Praat hierover Wat je koos ?: Ernstig → Leraar in de loop Jouw keuzes passen bij elkaar/);
  });

  test("what an address adds is never on the page, and no card that is not there", async () => {
    const cookie = await site.signIn("linde-leraar-1");
    const answered = await site.get(`${paths.card("zes-niveaus", "sommen")}?gebruik=%3Cscript%3E&past=__proto__&klaar=1`, cookie);
    expect(answered.status).toBe(200);
    expect(main(answered.html)).not.toContain("script");
    expect((await site.get(paths.card("zes-niveaus", "niets"), cookie)).status).toBe(404);
  });

  test("is in English for who reads English, and in the easy setting for support staff", async () => {
    const cookie = await site.signIn("linde-concierge");
    await site.post("/taal", { language: "en", backTo: "/" }, cookie);
    const { html } = await site.get(paths.together(), cookie);
    expect(main(html)).toContain("Conversation sheet for the teacher");
    expect(html).toContain('class="b1"');
  });
});

describe("the scan of a school, with plain forms", () => {
  test("from beginning to finishing; the other school's is another's", async () => {
    const cookie = await site.signIn("linde-directeur");
    const scan = paths.schoolScan(linde);
    expect((await site.get(paths.school(linde), cookie)).html).toContain(`href="${scan}"`);
    expect((await site.post(scan, { intent: "begin", participants: "1", roles: "" }, cookie)).status).toBe(422);
    expect(await site.post(scan, { intent: "begin", participants: "4", roles: "directeur, leraren" }, cookie)).toMatchObject({ status: 302, to: scan });
    const first = paths.scanStatement(linde, "VIB-1.1");
    const { html } = await site.get(scan, cookie);
    expect(html).toContain(`href="${first}"`);
    // Reading all statements leads back here; any other word in the address leads to the list.
    const sheet = paths.activity("vier-in-balans", { fromSchool: linde });
    expect(html).toContain(`href="${sheet}"`);
    expect((await site.get(sheet, cookie)).html).toMatch(new RegExp(`class="back-link"[^>]*href="${scan}"|href="${scan}"[^>]*class="back-link"`));
    expect((await site.get(paths.activity("vier-in-balans", { fromSchool: "//evil.example" }), cookie)).html).not.toContain("evil.example/scan");
    expect((await site.post(first, answer("0", { step: "" }), cookie)).status).toBe(422);
    expect(await site.post(first, answer("0"), cookie)).toMatchObject({ status: 302, to: paths.scanStatement(linde, "VIB-1.2") });
    const late = await site.post(first, answer("0", { step: "4", note: "Van het andere scherm" }), cookie);
    expect(late.status).toBe(409);
    expect(main(late.html)).toMatch(/net ergens anders veranderd.*nog niet bewaard.*We zijn begonnen/);
    expect(late.html).toContain("Van het andere scherm");
    expect(late.html).toMatch(/name="base" value="1"/);
    // Statements are open: one click does not finish it for good.
    const unsure = await site.post(scan, { intent: "finish" }, cookie);
    expect([unsure.status, main(unsure.html)]).toEqual([422, expect.stringContaining("De scan is nog niet afgerond.")]);
    expect(await site.post(scan, { intent: "finish", sure: "on" }, cookie)).toMatchObject({ status: 302, to: scan });
    const page = await site.get(scan, cookie);
    expect(main(page.html)).toMatch(/Een nieuwe scan beginnen.*Afgerond/);
    expect(page.statements.length).toBeLessThanOrEqual(12);
    expect((await site.get(paths.schoolScan(eik), cookie)).status).toBe(404);
    expect((await site.post(first, answer("1"), cookie)).status).toBe(409);
  });

  test("hr and the board read it, without a form", async () => {
    for (const who of ["hr", "bestuurder"]) {
      const { status, html } = await site.get(paths.schoolScan(linde), await site.signIn(who));
      expect([status, html.slice(html.indexOf("<main"), html.indexOf("</main")).includes("<form")], who).toEqual([200, false]);
    }
  });
});

describe("figures of the sector", () => {
  test("are a page of their own for leader, hr and board, without anything of the board on it", async () => {
    for (const who of ["linde-directeur", "hr", "bestuurder"]) {
      const answered = await site.get(paths.sector(), await site.signIn(who));
      expect(answered.status, who).toBe(200);
      const text = main(answered.html);
      expect(text).toMatch(/geen cijfers over onderwijsondersteuners.*63%.*meer dan 50%.*ongeveer 65%.*minder dan 5%.*Wat wij weglaten/);
      expect(text).not.toMatch(/De Linde|De Eik|Name linde/);
    }
  });
});
