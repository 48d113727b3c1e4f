import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { SaveResponse } from "#app/components/assessment/send-answer.ts";
import { openedRound, closeRound } from "#tests/services/assessment-board.ts";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();
const { board } = site;
// The site runs on the real clock, so the round is open around today.
const day = 86_400_000;
const roundId = await openedRound(board, { opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + 7 * day) });

/** Begins in the round, or for oneself, and gives the address of the assessment. */
async function begun(cookie: string, query = `ronde=${roundId}`, mode = "all"): Promise<string> {
  const started = await site.post(`/zelfscans/nieuw?${query}`, { do: "start", mode }, cookie);
  expect(started.status).toBe(302);
  return started.to!;
}
const save = (at: string, cookie: string, more: Record<string, string> = {}) => site.post(`${at}/antwoord`, { itemId: "1.1", clientId: randomUUID(), base: "0", answer: "2", note: "", ...more }, cookie);
const body = ({ html }: { html: string }) => JSON.parse(html) as SaveResponse;

describe("from the start page to the first question", () => {
  test("is two clicks", async () => {
    const cookie = await site.signIn("linde-leraar-1");
    const home = await site.get("/", cookie);
    expect(home.html).toContain(`/zelfscans/nieuw?ronde=${roundId}`);
    expect(home.statements.length).toBeLessThanOrEqual(12);
    const before = await site.get(`/zelfscans/nieuw?ronde=${roundId}`, cookie);
    expect(before.html).toContain("Leraar, groepsleerkracht, De Linde");
    expect(before.statements.length).toBeLessThanOrEqual(12);
    const at = await begun(cookie);
    expect((await site.get(at, cookie)).to).toBe(`${at}/vraag/1.1`);
    const question = await site.get(`${at}/vraag/1.1`, cookie);
    expect([question.status, question.html.includes("Vraag 1 van 22")]).toEqual([200, true]);
    expect(question.statements.length).toBeLessThanOrEqual(8);
    expect((await site.get(`/zelfscans/nieuw?ronde=${roundId}`, cookie)).to).toBe(at);
  });

  test("can be a look round first, which keeps the way back", async () => {
    const cookie = await site.signIn("linde-leraar-9");
    const look = await site.post(`/zelfscans/nieuw?ronde=${roundId}`, { do: "start", mode: "look" }, cookie);
    expect(look.to).toBe(`/zelfscans/rondkijken?ronde=${roundId}`);
    expect((await site.get(look.to!, cookie)).html).toContain(`/zelfscans/nieuw?ronde=${roundId}`);
  });

  test("a wrong function is corrected in one step", async () => {
    const cookie = await site.signIn("eik-leraar-9");
    const corrected = await site.post(`/zelfscans/nieuw?ronde=${roundId}`, { do: "function", functionId: "vakleerkracht" }, cookie);
    expect([corrected.status, corrected.to]).toEqual([302, `/zelfscans/nieuw?ronde=${roundId}`]);
    const page = await site.get(corrected.to!, cookie);
    expect(page.html).toContain("Leraar, vakleerkracht, De Linde".replace("De Linde", "De Eik"));
    expect(page.html).toContain("tel je mee als");
    expect((await site.post(`/zelfscans/nieuw?ronde=${roundId}`, { do: "function", functionId: "kok" }, cookie)).status).toBe(422);
    expect((await site.post(`/zelfscans/nieuw?ronde=${roundId}`, { do: "nonsense" }, cookie)).status).toBe(422);
  });

  test("also while answering: says what becomes of the answers, and leads to where they can be checked", async () => {
    const cookie = await site.signIn("eik-leraar-8");
    const at = await begun(cookie, "raamwerk=kennisnet-ict");
    for (const itemId of ["KN-V1", "KN-V2"]) expect((await save(at, cookie, { itemId })).status).toBe(200);
    expect((await site.get(`${at}/vraag/KN-V1`, cookie)).html).toContain(`href="${at}/functie"`);
    const page = await site.get(`${at}/functie`, cookie);
    expect(page.html).toContain("8 vragen. 1 antwoord blijft staan, bij een zin voor deze functie. Kijk het daarna na. 1 antwoord past niet bij deze vragen.");
    expect(page.html).not.toContain('value="directeur"');
    expect(page.html).not.toContain("In de groepscijfers van deze ronde");
    expect((await site.post(`${at}/functie`, { functionId: "directeur" }, cookie)).status).toBe(409);
    expect((await site.post(`${at}/functie`, { functionId: "concierge" }, cookie)).to).toBe(`${at}/nakijken`);
    expect((await site.get(`${at}/nakijken`, cookie)).html).toContain("Nog 7 vragen zonder antwoord");
    expect((await site.post(`${at}/functie`, { functionId: "groepsleerkracht" }, cookie)).status).toBe(302);
    const inRound = await begun(cookie);
    expect((await site.get(`${inRound}/functie`, cookie)).html).toContain("In de groepscijfers van deze ronde tel je mee als Leraar, groepsleerkracht bij De Eik");
  });

  test("what is not finished can be thrown away, after a page that says what is gone", async () => {
    const cookie = await site.signIn("eik-leraar-7");
    const at = await begun(cookie, "raamwerk=digcompedu");
    expect((await save(at, cookie)).status).toBe(200);
    expect((await site.get("/zelfscans", cookie)).html).toContain(`href="${at}/weggooien"`);
    expect((await site.get(`${at}/weggooien`, cookie)).html).toContain("Wat je bij 1 vraag invulde, is dan weg.");
    expect((await site.post(`${at}/weggooien`, {}, await site.signIn("eik-leraar-6"))).status).toBe(404);
    expect((await site.post(`${at}/weggooien`, {}, cookie)).to).toBe("/zelfscans");
    expect((await site.get(`${at}/nakijken`, cookie)).status).toBe(404);
  });

  test("who is not asked is told so", async () => {
    const cookie = await site.signIn("linde-directeur");
    expect((await site.get(`/zelfscans/nieuw?ronde=${roundId}`, cookie)).status).toBe(404);
    expect((await site.get("/zelfscans/nieuw?ronde=onzin", cookie)).status).toBe(404);
    expect((await site.get("/zelfscans/nieuw?raamwerk=onzin", cookie)).status).toBe(404);
    expect((await site.get("/zelfscans/nieuw", cookie)).status).toBe(200);
  });
});

describe("autosave", () => {
  test("answers with the saved state, in one read and one insert after the session", async () => {
    const cookie = await site.signIn("linde-leraar-2");
    const at = await begun(cookie);
    const saved = await save(at, cookie, { wish: "on", note: "privé" });
    expect(saved.status).toBe(200);
    expect(body(saved)).toMatchObject({ status: "saved", state: { answer: { level: 2 }, wish: true, note: "privé", sequence: 1 } });
    expect(saved.statements.length).toBeLessThanOrEqual(5);
  });

  test("twice is once; an older tab gets 409 and the other's answer", async () => {
    const cookie = await site.signIn("linde-leraar-3");
    const at = await begun(cookie);
    const clientId = randomUUID();
    const [first, again] = [await save(at, cookie, { clientId }), await save(at, cookie, { clientId })];
    expect([again.status, body(again)]).toEqual([200, body(first)]);
    const old = await save(at, cookie, { answer: "4" });
    expect([old.status, body(old)]).toMatchObject([409, { status: "conflict", theirs: { answer: { level: 2 }, sequence: 1 } }]);
  });

  test("refuses what does not hold with 422 and a sentence, and what is not there with 404", async () => {
    const cookie = await site.signIn("linde-leraar-4");
    const at = await begun(cookie);
    for (const answer of ["0", "7", "1.5", "x", "[1]", "1e9"]) {
      const refused = await save(at, cookie, { answer });
      expect(refused.status, answer).toBe(422);
      expect(body(refused)).toMatchObject({ status: "refused", text: expect.stringContaining("past niet bij deze vraag") });
    }
    expect((await save(at, cookie, { note: "x".repeat(2001) })).status).toBe(422);
    expect((await save(at, cookie, { clientId: "1" })).status).toBe(422);
    expect((await site.post(`${at}/antwoord`, {}, cookie)).status).toBe(422);
    expect((await save(at, cookie, { itemId: "KN-V1" })).status).toBe(404);
    expect((await save("/zelfscans/onzin", cookie)).status).toBe(404);
    expect((await save(at, await site.signIn("linde-leraar-5"))).status).toBe(404);
    expect((await site.get(`${at}/antwoord`, cookie)).status).toBe(404);
    expect((await save(at, "")).to).toContain("/inloggen");
    const foreign = await site.post(`${at}/antwoord`, { itemId: "1.1" }, cookie, { Origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
  });
});

describe("without JavaScript", () => {
  const form = (more: Record<string, string> = {}) => ({ clientId: randomUUID(), base: "0", note: "", ...more });

  test("continue saves and leads on, also without a choice, and says when an area is finished", async () => {
    const cookie = await site.signIn("linde-leraar-6");
    const at = await begun(cookie);
    const q = (id: string) => `${at}/vraag/${id}`;
    expect((await site.post(q("1.1"), form(), cookie)).to).toBe(q("1.2"));
    expect((await site.get(q("1.1"), cookie)).html).not.toContain("Opgeslagen om");
    for (const id of ["1.1", "1.2", "1.3"]) await site.post(q(id), form({ answer: "3" }), cookie);
    const last = await site.post(q("1.4"), form({ answer: "not-in-my-work" }), cookie);
    expect(last.to).toBe(`${q("2.1")}?klaar=1`);
    const next = await site.get(last.to!, cookie);
    expect(next.html).toContain("is klaar.");
    expect(next.html).toContain("Opgeslagen om");
    expect((await site.get(`${q("2.1")}?klaar=3`, cookie)).html).not.toContain("is klaar.");
  });

  test("a second tab gets a 409 page with both answers, and either can be kept", async () => {
    const cookie = await site.signIn("linde-leraar-7");
    const at = await begun(cookie);
    const q = `${at}/vraag/1.1`;
    await site.post(q, form({ answer: "2" }), cookie);
    const conflict = await site.post(q, form({ answer: "5", wish: "on" }), cookie);
    expect(conflict.status).toBe(409);
    expect(conflict.html).toContain("Op twee plekken iets anders gekozen");
    expect((await site.post(q, form({ base: "1", answer: "5", keep: "theirs" }), cookie)).to).toBe(q);
    expect((await site.post(q, form({ base: "1", answer: "5", wish: "on", keep: "mine" }), cookie)).to).toBe(`${at}/vraag/1.2`);
    expect(body(await save(at, cookie, { base: "9" }))).toMatchObject({ theirs: { answer: { level: 5 }, wish: true, sequence: 2 } });
  });

  test("what does not hold comes back with what was typed", async () => {
    const cookie = await site.signIn("linde-leraar-8");
    const at = await begun(cookie);
    const long = await site.post(`${at}/vraag/1.1`, form({ answer: "2", note: `lang ${"x".repeat(2000)}` }), cookie);
    expect(long.status).toBe(422);
    expect(long.html).toContain("langer dan 2000 tekens");
    expect(long.html).toContain("lang xxx");
    expect((await site.post(`${at}/vraag/1.1`, form({ answer: "7" }), cookie)).status).toBe(422);
    expect((await site.post(`${at}/vraag/9.9`, form({ answer: "2" }), cookie)).status).toBe(404);
    expect((await site.get(`${at}/vraag/9.9`, cookie)).status).toBe(404);
    expect((await site.get(`${at}/vraag/1.1`, await site.signIn("eik-leraar-1"))).status).toBe(404);
  });
});

describe("handing in", () => {
  test("a whole journey: answer, leave out, hand in twice, take back", async () => {
    const cookie = await site.signIn("eik-leraar-2");
    const at = await begun(cookie, `ronde=${roundId}`, "short");
    expect((await site.post(`${at}/nakijken`, { do: "hand-in" }, cookie)).status).toBe(409);
    let next = (await site.get(at, cookie)).to!;
    for (let question = 1; question <= 8; question += 1) next = (await site.post(next.split("?")[0]!, { clientId: randomUUID(), base: "0", answer: "2", note: "" }, cookie)).to!;
    expect(next).toMatch(/\/nakijken/);
    const review = await site.get(next, cookie);
    expect(review.html).toContain("Tel mij niet mee");
    expect(review.statements.length).toBeLessThanOrEqual(8);
    expect((await site.post(`${at}/nakijken`, { do: "hand-in", excluded: "on" }, cookie)).to).toBe(`${at}/resultaat`);
    expect((await site.post(`${at}/nakijken`, { do: "hand-in" }, cookie)).to).toBe(`${at}/resultaat`);
    expect((await site.get(at, cookie)).to).toBe(`${at}/resultaat`);
    const done = await site.get(`${at}/nakijken`, cookie);
    expect(done.html).toContain("Je antwoorden tellen niet mee");
    expect((await save(at, cookie, { itemId: "1.4", base: "1", answer: "3" })).status).toBe(409);
    expect((await site.post(`${at}/nakijken`, { do: "count" }, cookie)).to).toBe(`${at}/nakijken`);
    expect((await site.get(`${at}/nakijken`, cookie)).html).toContain("Je antwoorden tellen mee");
    expect((await site.post(`${at}/nakijken`, { do: "withdraw" }, cookie)).to).toBe(`${at}/nakijken`);
    expect((await site.get(at, cookie)).to).toBe(`${at}/nakijken`);
    expect((await site.post(`${at}/nakijken`, { do: "extend" }, cookie)).to).toBe(at);
    expect((await site.get(`${at}/vraag/1.1`, cookie)).html).toContain("van 22");
    expect((await site.post(`${at}/nakijken`, { do: "erase" }, cookie)).status).toBe(422);
    expect((await site.post(`${at}/nakijken`, { do: "withdraw" }, await site.signIn("eik-leraar-3"))).status).toBe(404);
  });

  test("after closing what was typed comes back to be copied, and the page can still be read", async () => {
    const closing = await openedRound(board, { opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) });
    const cookie = await site.signIn("eik-leraar-4");
    const at = await begun(cookie, `ronde=${closing}`);
    await closeRound(board, closing, new Date(Date.now() - 60_000));
    expect((await save(at, cookie)).status).toBe(200);
    expect((await site.get(`${at}/vraag/1.1`, cookie)).html).toContain("De ronde is net gesloten");
    await closeRound(board, closing, new Date(Date.now() - 600_000));
    const late = await site.post(`${at}/vraag/1.2`, { clientId: randomUUID(), base: "0", answer: "3", note: "te laat getypt" }, cookie);
    expect(late.status).toBe(409);
    expect(late.html).toContain("De ronde is gesloten op");
    expect(late.html).toContain("te laat getypt");
    expect((await save(at, cookie, { itemId: "1.2" })).status).toBe(409);
    expect((await site.get(at, cookie)).to).toBe(`${at}/nakijken`);
    expect((await site.get(`${at}/nakijken`, cookie)).html).toContain("Je had niet ingeleverd");
    expect((await site.get("/zelfscans", cookie)).html).toContain("de ronde is gesloten");
  });
});
