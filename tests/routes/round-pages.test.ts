import { beforeAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { dayAfter } from "#app/domain/round.ts";
import { openSite, type Answered } from "#tests/setup/site.ts";
import { digcompedu, handIn, kennisnet } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const { schools } = site.board;
const today = isoDay(new Date());
const here = (instrument = kennisnet) => `/rondes/nieuw?zelfscan=${encodeURIComponent(instrument)}`;

/** The form of a new round; fields that may be ticked more often are given as lists. */
function form(more: Record<string, string | string[]> = {}): FormData {
  const filled = { instrument: kennisnet, name: "Ronde <b>najaar</b>", schoolIds: [schools.linde], families: ["leraar", "onderwijsondersteuner"], closesOn: dayAfter(today, 14), threshold: "5", privacy: "confidential", intent: "review", ...more };
  const data = new FormData();
  for (const [name, value] of Object.entries(filled)) for (const each of Array.isArray(value) ? value : [value]) data.append(name, each);
  return data;
}
const flashOf = (answered: Answered) => answered.headers.getSetCookie().find((each) => each.startsWith("melding="))!.split(";")[0]!.split("=")[1];
const text = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "").replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ");

let leader: string;
let hr: string;
beforeAll(async () => {
  leader = await site.signIn("linde-directeur");
  hr = await site.signIn("hr");
});

describe("opening a round", () => {
  test("a leader sees the own school, and which families have no questionnaire yet", async () => {
    const page = await site.get(here(digcompedu), leader);
    expect(page.status).toBe(200);
    expect(text(page.html)).toContain("Onderwijsondersteuners Hiervoor is bij deze zelfscan nog geen vragenlijst.");
    expect(page.html).toContain(schools.linde);
    expect(page.html).not.toContain(schools.eik);
    expect(page.statements.length).toBeLessThanOrEqual(12);
    for (const key of ["linde-leraar-1", "beheerder", "bestuurder"]) expect((await site.get("/rondes/nieuw", await site.signIn(key))).status).toBe(404);
  });

  test("what has to be mended comes back with what was filled in", async () => {
    const answered = await site.post(here(), form({ name: " ", closesOn: today, families: [] }), leader);
    expect(answered.status).toBe(422);
    expect(text(answered.html)).toContain("Hoe heet de ronde? Vul dit in.");
    expect(text(answered.html)).toContain("Kies een functiegroep.");
    const late = await site.post(here(), form({ closesOn: today }), leader);
    expect([late.status, text(late.html).includes("Kies een dag vanaf morgen.")]).toEqual([422, true]);
    expect(late.html).toContain("Ronde &lt;b&gt;najaar&lt;/b&gt;");
    expect(late.html).toMatch(new RegExp(`value="${schools.linde}"[^>]*checked|checked[^>]*value="${schools.linde}"`));
  });

  test("the second step counts who is asked, and opens nothing; one can go back", async () => {
    const review = await site.post(here(), form({ schoolIds: [schools.linde, schools.dorp] }), hr);
    expect(review.status).toBe(200);
    expect(text(review.html)).toContain("De Linde 15 mensen");
    expect(text(review.html)).toContain("Het Dorp 2 mensen");
    expect(text(review.html)).toContain("Bij Het Dorp vraag je minder dan 5 mensen.");
    expect((await site.get("/rondes", hr)).html).toContain("Nog geen ronde");
    const edit = await site.post(here(), form({ intent: "edit" }), hr);
    expect([edit.status, edit.html.includes("Bekijk wie je vraagt")]).toEqual([200, true]);
  });

  test("another school, another board and an unknown instrument are refused", async () => {
    expect((await site.post(here(), form({ schoolIds: [schools.eik] }), leader)).status).toBe(404);
    expect((await site.post(here(), form({ intent: "open", schoolIds: ["0dd0dd0d-0000-4000-8000-0dd0dd0dd0dd"] }), hr)).status).toBe(404);
    expect((await site.post(here(), form({ intent: "open", instrument: "digcompedu@1.0.0/statements" }), hr)).status).toBe(422);
    expect((await site.post(here(), form({ intent: "open" }), await site.signIn("linde-leraar-1"))).status).toBe(404);
  });

  test("opens, watches, extends and closes a round", async () => {
    const opened = await site.post(here(), form({ intent: "open" }), leader);
    expect([opened.status, flashOf(opened)]).toEqual([302, "round-opened"]);
    const round = opened.to!;
    const busy = await site.post(here(), form({ intent: "open" }), leader);
    expect([busy.status, text(busy.html).includes("loopt al een ronde met dit raamwerk")]).toEqual([422, true]);

    await handIn(site.board, round.split("/").at(-1)!, "linde-leraar-1", 2, { at: new Date() });
    const page = await site.get(round, leader);
    expect(page.status).toBe(200);
    expect(page.statements.length).toBeLessThanOrEqual(12);
    expect(text(page.html)).toContain("De Linde 0 van 15 nog te weinig nog te weinig");
    expect(page.html).toContain("Vanaf nu staat de zelfscan “Ronde &lt;b&gt;najaar&lt;/b&gt;” voor je klaar in Groeikompas (Kennisnet ict-bekwaamheid).");
    expect(page.html).not.toContain("Name linde-leraar-1");

    const earlier = await site.post(round, { intent: "extend", closesOn: dayAfter(today, 3) }, leader);
    expect([earlier.status, text(earlier.html).includes("De einddatum kan alleen later worden.")]).toEqual([422, true]);
    const later = await site.post(round, { intent: "extend", closesOn: dayAfter(today, 20) }, leader);
    expect([later.status, flashOf(later)]).toEqual([302, "round-extended"]);

    expect(text((await site.get(`${round}?bevestig=afbreken`, leader)).html)).toContain("Weet je zeker dat je de ronde afbreekt?");
    const cancel = await site.post(round, { intent: "cancel" }, leader);
    expect([cancel.status, text(cancel.html).includes("Er is al iemand die heeft ingeleverd.")]).toEqual([409, true]);

    expect(text((await site.get(`${round}?bevestig=sluiten`, leader)).html)).toContain("Weet je zeker dat je de ronde nu sluit?");
    expect((await site.post(round, { intent: "close" }, await site.signIn("eik-directeur"))).status).toBe(404);
    const closed = await site.post(round, { intent: "close" }, leader);
    expect([closed.status, flashOf(closed)]).toEqual([302, "round-closed"]);
    expect(text((await site.get(round, leader)).html)).toContain("De cijfers zijn er over ongeveer vijf minuten.");
    expect((await site.post(round, { intent: "close" }, leader)).status).toBe(409);
    expect((await site.post(round, { intent: "reopen" }, leader)).status).toBe(409);
  });

  test("a round opened by mistake is called off", async () => {
    const opened = await site.post(here(digcompedu), form({ intent: "open", instrument: digcompedu, families: ["leraar"] }), hr);
    const cancelled = await site.post(opened.to!, { intent: "cancel" }, hr);
    expect([cancelled.status, flashOf(cancelled)]).toEqual([302, "round-cancelled"]);
    expect(text((await site.get(opened.to!, hr)).html)).toContain("Deze ronde is afgebroken.");
    expect(text((await site.get("/rondes", hr)).html)).toContain("Afgebroken");
  });
});
