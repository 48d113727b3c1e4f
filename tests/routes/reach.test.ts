import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { openSite } from "#tests/setup/site.ts";
import { visible } from "#tests/setup/site-pages.ts";

const site = await openSite();
const { board } = site;
const now = () => new Date();
const who = "linde-leraar-1";
/** Kennisnet handed in at the second sentence; one answer is a reason. */
const resultFor = (person: string) => board.as(person, (ctx) => handInAs(ctx, { kennisnet: true, rest: 2, answers: { "KN-V4": "not-in-my-work" } }), now());
const main = (html: string) => visible(html.slice(html.indexOf("<main"), html.indexOf("</main")));
const confirm = async (person: string, from: string) => {
  const answered = await site.post(paths.reach(from), { framework: "digcompedu" }, await site.signIn(person));
  expect(answered.status).toBe(302);
  return answered.to!;
};
const answer = (level: string, base = "0") => ({ clientId: randomUUID(), base, answer: level, note: "" });

describe("what a result says about other frameworks", () => {
  test("is one link from the result, and says per framework how many, which sentence, how certain and why; in at most twelve statements", async () => {
    const [id, cookie] = [await resultFor(who), await site.signIn(who)];
    expect((await site.get(paths.result(id), cookie)).html).toContain(`href="${paths.reach(id)}"`);
    const answered = await site.get(paths.reach(id), cookie);
    expect(answered.status).toBe(200);
    expect(answered.statements.length).toBeLessThanOrEqual(12);
    expect(answered.html).toContain("<title>Wat dit zegt over andere raamwerken · Groeikompas</title>");
    expect(answered.html.replaceAll(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/ style="/);
    const text = main(answered.html);
    expect(text).toContain("Alleen jij ziet dit.");
    expect(text).toContain("Een concept van ons");
    expect(text).toMatch(/13 van 22 vragen bereikt : 4 bijna hetzelfde, 6 voor een deel en 3 buurvragen/);
    expect(text).toMatch(/bijna hetzelfde · zekerheid gemiddeld ?\. Digitale middelen gebruiken voor contact/);
    expect(text).toContain("Je gaf een reden: komt in mijn werk niet voor.");
    // Not a level of either scale, of what was chosen: the sentence only.
    expect(text).not.toMatch(/\b(A1|A2|B1|B2|C1|C2)\b|niveau \d/);
  });

  test("is in English for who reads English", async () => {
    const cookie = await site.signIn("eik-leraar-1");
    await site.post("/taal", { language: "en", backTo: "/" }, cookie);
    const text = main((await site.get(paths.reach(await resultFor("eik-leraar-1")), cookie)).html);
    expect(text).toMatch(/What this says about other frameworks.*A draft of ours.*13 of 22 questions reached.*almost the same · certainty medium/);
  });

  test("does not exist before hand-in, and is nobody else's", async () => {
    const half = await board.as(who, (ctx) => handInAs(ctx, { kennisnet: true, handedInAt: null }), now());
    expect(await site.get(paths.reach(half), await site.signIn(who))).toMatchObject({ status: 302, to: paths.assessment(half) });
    const id = await resultFor(who);
    for (const other of ["linde-leraar-2", "linde-directeur", "hr", "beheerder"]) {
      const cookie = await site.signIn(other);
      expect((await site.get(paths.reach(id), cookie)).status, other).toBe(404);
      expect((await site.post(paths.reach(id), { framework: "digcompedu" }, cookie)).status, other).toBe(404);
    }
  });

  test("a support worker reads it in the easy setting", async () => {
    const id = await resultFor("linde-concierge");
    expect((await site.get(paths.reach(id), await site.signIn("linde-concierge"))).html).toContain('class="reach b1"');
  });
});

describe("choosing on the other scale, with plain forms", () => {
  const person = "linde-leraar-3";

  test("from the suggested questions, one after another, and back to the overview; nothing is filled in", async () => {
    const [from, cookie] = [await resultFor(person), await site.signIn(person)];
    let at = await confirm(person, from);
    const assessmentId = /zelfscans\/([^/]+)\//.exec(at)![1]!;
    const seen: string[] = [];
    for (let turn = 0; turn < 12 && at.includes("/vraag/"); turn += 1) {
      expect(at).toContain(`?van=${from}`);
      const page = await site.get(at, cookie);
      expect(page.statements.length).toBeLessThanOrEqual(12);
      const text = main(page.html);
      seen.push(/vraag\/([^?]+)/.exec(at)![1]!);
      expect(text).toContain(`Vraag ${seen.length} van 10`);
      expect(text).toMatch(/Wat je eerder koos Kennisnet.*Er is niets voor je ingevuld/);
      expect(page.html).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
      at = (await site.post(at, answer("4"), cookie)).to!;
    }
    expect(seen).toEqual(["1.1", "1.2", "1.4", "3.1", "2.3", "6.1", "6.2", "6.3", "6.4", "6.5"]);
    expect(at).toBe(`${paths.reach(from)}#digcompedu`);
    const text = main((await site.get(paths.reach(from), cookie)).html);
    expect(text).toContain("Je koos hier overal zelf. Dat is bewaard. Een resultaat bij DigCompEdu is er pas als elke vraag een antwoord heeft en je inlevert. Er staan nog 12 vragen open.");
    expect(text.match(/Op de schaal van DigCompEdu koos je:/g)).toHaveLength(10);
    const { answers } = await board.as(person, (ctx) => openAssessment(ctx, assessmentId), now());
    expect(Object.keys(answers)).toHaveLength(10);
  });

  test("the questions after that, and a question with an address that names nothing of one's own, are as they always are", async () => {
    const who = "linde-leraar-4";
    const [from, cookie] = [await resultFor(who), await site.signIn(who)];
    const theirs = await resultFor("linde-leraar-5");
    const at = await confirm(who, from);
    const plain = at.split("?")[0]!;
    for (const van of [theirs, randomUUID(), "x", "", "%00", "' or 1=1", "a".repeat(300)]) {
      const page = await site.get(`${plain}?van=${encodeURIComponent(van)}`, cookie);
      expect(page.status, van).toBe(200);
      expect(main(page.html), van).toContain("Vraag 1 van 22");
      expect(page.html, van).not.toContain("Wat je eerder koos");
    }
    // 5.3 is a neighbour only: nothing is laid beside it.
    const neighbour = await site.get(plain.replace(/vraag\/.*/, `vraag/5.3?van=${from}`), cookie);
    expect(main(neighbour.html)).toContain("van 22");
    expect(neighbour.html).not.toContain("Wat je eerder koos");
  });

  test("answered in two places, the choice between them stays on the way", async () => {
    const who = "linde-leraar-6";
    const [from, cookie] = [await resultFor(who), await site.signIn(who)];
    const at = await confirm(who, from);
    await site.post(at, answer("2"), cookie);
    expect((await site.post(at, answer("3"), cookie)).status).toBe(409);
    expect((await site.post(at, { ...answer("3"), keep: "theirs" }, cookie)).to).toBe(at);
  });

  test("what is no framework to choose on begins nothing", async () => {
    const [from, cookie] = [await resultFor("linde-leraar-7"), await site.signIn("linde-leraar-7")];
    const statuses = [];
    for (const framework of ["kennisnet-ict", "nothing", ""]) statuses.push((await site.post(paths.reach(from), { framework }, cookie)).status);
    statuses.push((await site.post(paths.reach(from), {}, cookie)).status, (await site.post(paths.reach(from), { framework: "x".repeat(61) }, cookie)).status);
    expect(statuses).toEqual([409, 409, 409, 422, 422]);
  });
});

describe("the administrator's pages on relations", () => {
  test("are in the library, say that they are a draft of ours, and show every relation with its SKOS word the right way round", async () => {
    const cookie = await site.signIn("beheerder");
    const list = await site.get(paths.library(), cookie);
    expect(main(list.html)).toMatch(/Verbanden tussen raamwerken.*Vier raamwerken naast elkaar \(concept\).*concept van ons/);
    expect(list.html).toContain(`href="${paths.crosswalk("po-draft", "0.1.0")}"`);
    const page = await site.get(paths.crosswalk("po-draft", "0.1.0"), cookie);
    expect(page.status).toBe(200);
    expect(page.html.match(/<th scope="row"/g)).toHaveLength(102);
    const text = main(page.html);
    expect(text).toMatch(/KN-O2 Privacywet \(AVG\) in eigen rol is een deel van skos:broadMatch 2\.3 Digitale bronnen beheren/);
    expect(text).toMatch(/KN-V7 Digitale geletterdheid aanleren is ruimer dan skos:narrowMatch 6\.1/);
  });
});
