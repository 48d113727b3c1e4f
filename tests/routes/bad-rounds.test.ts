import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { newRoundWith } from "#app/components/rounds/new-round-form.tsx";
import { counts, survive, type BadInput } from "#tests/setup/bad-inputs.ts";
import { openSite } from "#tests/setup/site.ts";
import { visible } from "#tests/setup/site-pages.ts";
import { colleague, owner, tellStory, watchTables } from "#tests/setup/site-story.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";
import { digcompedu, handIn, later, opened } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const { board } = site;
const now = new Date();
const story = await tellStory(board, now);
const admin = postgres(board.adminUrl, { max: 1, onnotice: () => {} });
const tables = watchTables(board.adminUrl);
afterAll(async () => {
  await admin.end();
  await tables.end();
});
const bench = { site, tables, speak: (language: string) => admin`update accounts set language = ${language}`, secrets: [...story.secrets.notes, ...story.secrets.statements] };
const { openRound, closedRound, eikRound, ownHalf, ownDone, colleagueDone, competenceId } = story;
const { linde, eik, dorp } = board.schools;
const mark = story.secrets.notes[0]!;
const day = (count: number) => isoDay(later(count, now));

/** The round ends so many minutes from now (earlier: negative), and goes back to two weeks. */
const ends = (minutes: number, round = openRound) => ({
  before: () => admin`update rounds set closes_at = now() + ${minutes} * interval '1 minute' where id = ${round}`,
  after: () => admin`update rounds set closes_at = now() + interval '14 days' where id = ${round}`,
});
const cancelled = { before: () => admin`update rounds set cancelled_at = now() - interval '6 minutes' where id = ${openRound}`, after: () => admin`update rounds set cancelled_at = null where id = ${openRound}` };
const save = () => ({ who: owner, path: paths.saveAnswer(ownHalf), json: { itemId: competenceId, clientId: randomUUID(), base: 1, answer: "2", note: `${mark} te laat` } });
const review = (id: string, what: string, who = owner) => ({ who, path: paths.review(id), form: { do: what } });
const round = (id: string, form: Record<string, string>, who = "hr") => ({ who, path: paths.round(id), form });
const open = (more: Record<string, string>, who = "hr") => ({ who, path: newRoundWith(more["instrument"] ?? digcompedu), form: { intent: "open", instrument: digcompedu, name: "Een ronde", schoolIds: linde, families: "leraar", closesOn: day(20), threshold: "5", privacy: "confidential", ...more } });

const missing = { nl: "Deze pagina bestaat niet, of is niet van jou. Er is niets veranderd.", en: "This page does not exist, or is not yours. Nothing has changed." };
// With the day of the week and the time on Dutch clocks.
const closed = { nl: /De ronde is gesloten op (ma|di|wo|do|vr|za|zo) \d+ [a-z]+ \d{4}, \d\d:\d\d\. Je antwoorden tot dat moment zijn bewaard\. Dit antwoord kwam daarna en is niet opgeslagen; kopieer het/, en: /The round closed on (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d\. Your answers up to that moment are kept\. This answer came later and was not saved; copy it/ };
const fixed = { nl: /De ronde is gesloten op (ma|di|wo|do|vr|za|zo) .*daarna verandert er niets meer/, en: /The round closed on (Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*nothing changes after that/ };
const stopped = { nl: "Deze ronde loopt niet meer. Er is niets veranderd.", en: "This round is not running any more. Nothing has changed." };
const login = { status: 302, nl: "/inloggen", en: "/inloggen" };
const noSuchDay = { status: 422, nl: "Deze datum bestaat niet. Kies een dag.", en: "This date does not exist. Choose a day." };
const tooEarly = { status: 422, nl: "Kies een dag vanaf morgen.", en: "Choose a day from tomorrow on." };

const rows: BadInput[] = [
  { id: "D1", what: "an answer six minutes after closing", ...save(), ...ends(-6), status: 409, ...closed },
  { id: "D1", what: "an answer to a round that was called off", ...save(), ...cancelled, status: 409, ...closed },
  { id: "D1", what: "a form six minutes after closing: what was typed comes back", who: owner, path: paths.question(ownHalf, competenceId), form: { clientId: randomUUID(), base: "1", answer: "2", note: "1, 2, 3" }, ...ends(-6), status: 409, ...closed },
  { id: "D12", what: "handing in one minute after closing", ...review(ownHalf, "hand-in"), ...ends(-1), status: 409, ...fixed },
  { id: "D12", what: "taking back after closing", ...review(colleagueDone, "withdraw", colleague), ...ends(-1), status: 409, ...fixed },
  { id: "D12", what: "not counting after closing", ...review(colleagueDone, "count", colleague), ...ends(-1), status: 409, ...fixed },
  { id: "D12", what: "taking back after the figures were made", ...review(ownDone, "withdraw"), status: 409, ...fixed },
  { id: "D12", what: "beginning after closing", who: "linde-assistent-1", path: paths.startAssessment({ roundId: openRound }), form: { do: "start", mode: "all" }, ...ends(-1), status: 409, nl: /gesloten/, en: /closed/ },
  { id: "D12", what: "beginning in a round that was called off", who: "linde-assistent-1", path: paths.startAssessment({ roundId: openRound }), form: { do: "start", mode: "all" }, ...cancelled, status: 409, nl: /gesloten|afgebroken/, en: /closed|cancelled/ },
  { id: "D1", what: "a round without a date that is to be longer", ...round(openRound, { intent: "extend", closesOn: "" }), status: 422, nl: "Vul dit in.", en: "Fill this in." },
  { id: "D2", what: "closing a round that ended a second ago", ...round(openRound, { intent: "close" }), ...ends(-0.02), status: 409, ...stopped },
  { id: "D2", what: "calling off a round that ended", ...round(eikRound, { intent: "cancel" }), ...ends(-1, eikRound), status: 409, ...stopped },
  { id: "D2", what: "making a round longer that ended", ...round(openRound, { intent: "extend", closesOn: day(30) }), ...ends(-1), status: 409, ...stopped },
  { id: "D2", what: "calling off when somebody handed in", ...round(openRound, { intent: "cancel" }), status: 409, nl: "Er is al iemand die heeft ingeleverd. Afbreken kan dan niet meer", en: "Somebody has handed in already. The round cannot be cancelled any more" },
  { id: "D3", what: "reopening", ...round(closedRound, { intent: "reopen" }), status: 409, ...stopped },
  { id: "D3", what: "reopening a round that runs", ...round(openRound, { intent: "reopen" }), status: 422, nl: "Vul dit in.", en: "Fill this in." },
  { id: "D2", what: "a longer round, without a date, that ended", ...round(openRound, { intent: "extend", closesOn: "" }), ...ends(-1), status: 409, ...stopped },
  { id: "D2", what: "a longer round, without a date, at more schools than one's own", ...round(openRound, { intent: "extend", closesOn: "" }, "linde-directeur"), status: 404, ...missing },
  { id: "D3", what: "closing what is released", ...round(closedRound, { intent: "close" }), status: 409, ...stopped },
  { id: "D3", what: "making longer what is released", ...round(closedRound, { intent: "extend", closesOn: day(30) }), status: 409, ...stopped },
  { id: "D3", what: "calling off what is released", ...round(closedRound, { intent: "cancel" }), status: 409, nl: /loopt niet meer|al iemand die heeft ingeleverd/, en: /not running any more|handed in already/ },
  ...["2027-02-29", "2027-02-30", "2027-04-31", "2027-13-01", "2027-00-10", "31-03", "31-03-2027", "2027-3-1", "morgen", "2027-03-28T02:30", "2027/03/28", "99999-01-01", "-1-01-01"].map((closesOn): BadInput => ({ id: "D4", what: `an end on ${closesOn}`, ...open({ closesOn }), ...noSuchDay })),
  ...["2027-02-29", "31-03-2027", "0000-00-00"].map((closesOn): BadInput => ({ id: "D4", what: `a longer round until ${closesOn}`, ...round(openRound, { intent: "extend", closesOn }), ...noSuchDay })),
  { id: "D15", what: "an end today", ...open({ closesOn: day(0) }), ...tooEarly },
  { id: "D15", what: "an end before the start", ...open({ closesOn: day(-3) }), ...tooEarly },
  { id: "D15", what: "an end in more than 120 days", ...open({ closesOn: day(122) }), status: 422, nl: "Kies een dag binnen 120 dagen na het begin.", en: "Choose a day within 120 days of the start." },
  { id: "D15", what: "an earlier end", ...round(openRound, { intent: "extend", closesOn: day(3) }), status: 422, nl: "De einddatum kan alleen later worden.", en: "The end date can only move later." },
  { id: "D15", what: "a second round at the same school", ...open({ instrument: "kennisnet-ict@2023.1.0/growth" }), status: 422, nl: "Bij een van deze scholen loopt al een ronde", en: "At one of these schools a round" },
  { id: "D15", what: "nobody to ask", ...open({ instrument: "kennisnet-ict@2023.1.0/growth", schoolIds: dorp, families: "onderwijsondersteuner" }), status: 422, nl: "Bij deze scholen werkt niemand in deze functiegroepen.", en: "Nobody at these schools works in these function groups." },
  { id: "D15", what: "a group without questions", ...open({ families: "bestuurder" }), status: 422, nl: "Voor een van deze functiegroepen is nog geen vragenlijst.", en: "One of these function groups has no questionnaire yet." },
  { id: "D15", what: "a group that does not exist", ...open({ families: "kok" }), status: 422, nl: "Voor een van deze functiegroepen is nog geen vragenlijst.", en: "One of these function groups has no questionnaire yet." },
  { id: "D15", what: "a self-assessment that does not exist", ...open({ instrument: "digcompedu@1999.0.0/statements" }), status: 422, nl: "Deze zelfscan is er niet.", en: "This self-assessment is not there." },
  ...["4", "11", "0", "-5", "5.5", "vijf", "1e309"].map((threshold): BadInput => ({ id: "D11", what: `groups of ${threshold}`, ...open({ threshold }), status: 422, nl: "Kies een getal van 5 tot en met 10.", en: "Choose a number from 5 to 10." })),
  { id: "D15", what: "a round without a name", ...open({ name: " \t" }), status: 422, nl: "Vul dit in.", en: "Fill this in." },
  { id: "D15", what: "a round with a name of 81 letters", ...open({ name: "x".repeat(81) }), status: 422, nl: "Houd het op 80 tekens.", en: "Keep it to 80 characters." },
  { id: "D15", what: "a school of nobody", ...open({ schoolIds: randomUUID() }), status: 404, ...missing },
  { id: "D15", what: "another leader's school", ...open({ schoolIds: eik }, "linde-directeur"), status: 404, ...missing },
  { id: "D6", what: "the school page of a leader who is no leader any more", who: "eik-directeur", path: paths.school(eik), before: () => admin`update role_grants set role = 'board' where role = 'leader' and school_id = ${eik}`.catch(() => admin`delete from role_grants where role = 'leader' and school_id = ${eik}`), status: 404, ...missing },
  { id: "D6", what: "the round of a leader who is no leader any more", ...round(eikRound, { intent: "close" }, "eik-directeur"), status: 404, ...missing },
  { id: "D6", what: "the page of an administrator who is none any more", who: "beheerder", path: paths.managePeople(), before: () => admin`delete from role_grants where role = 'admin'`, status: 404, ...missing },
  { id: "D6", what: "a page of a disabled account", who: "linde-leraar-3", path: paths.account(), before: () => admin`update accounts set disabled_at = now() where email like 'linde-leraar-3.%'`, ...login },
  { id: "D6", what: "a form of a disabled account", who: "linde-leraar-3", path: paths.startAssessment({ roundId: openRound }), form: { do: "start", mode: "all" }, ...login },
  { id: "D8", what: "a page of somebody who left the board", who: "linde-leraar-4", path: paths.assessments(), before: () => admin`update people set left_at = now() where email like 'linde-leraar-4.%'`, ...login },
  { id: "D8", what: "a form of somebody who left the board", who: "linde-leraar-4", path: paths.startAssessment({ roundId: openRound }), form: { do: "start", mode: "all" }, ...login },
];

test.each(rows.map((row) => [`${row.id} ${row.what}`, row] as const))("%s", async (_, row) => {
  expect(await survive(bench, row)).toEqual([]);
});

describe("a round that ends while somebody answers", () => {
  test("D1: what comes before counts, within five minutes it is kept for oneself, and what was typed after comes back", async () => {
    const cookie = await site.signIn(owner);
    const sequence = async () => (await admin<{ last: number }[]>`select max(sequence)::int as last from answers where assessment_id = ${ownHalf} and item_id = ${competenceId}`)[0]!.last;
    const send = async () => site.post(paths.saveAnswer(ownHalf), { itemId: competenceId, clientId: randomUUID(), base: String(await sequence()), answer: "3", note: `net ${await sequence()}` }, cookie);
    for (const [minutes, status] of [[0.5, 200], [-0.5, 200], [-4.5, 200], [-5.5, 409]] as const) {
      await ends(minutes).before();
      const before = await sequence();
      expect((await send()).status, `${minutes}`).toBe(status);
      expect((await sequence()) - before, `${minutes}`).toBe(status === 200 ? 1 : 0);
    }
    const typed = await site.post(paths.question(ownHalf, competenceId), { clientId: randomUUID(), base: String(await sequence()), answer: "4", note: "een lange zin die ik net typte" }, cookie);
    expect([typed.status, typed.html.includes("een lange zin die ik net typte")]).toEqual([409, true]);
    await ends(0).after();
  });
});

const page = async (path: string, who: string) => {
  const { status, html } = await site.get(path, await site.signIn(who));
  expect(status, path).toBe(200);
  expect(visible(html), path).not.toMatch(/NaN|undefined|Infinity|Invalid Date|\[object|null\b/);
  // A picture without a text beside it says nothing to who cannot see it.
  for (const figure of html.match(/<figure[\s\S]*?<\/figure>/g) ?? []) expect(figure, path).toMatch(/<figcaption|<table|aria-label/);
  return visible(html);
};

describe("D15: a round with nothing in it", () => {
  const quiet = { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } };
  test.each([["nobody", 0], ["one", 1], ["four", 4]] as const)("in which %s handed in has pages in words, before and after the figures", async (_, handedIn) => {
    await admin`update accounts set language = 'nl'`;
    await admin`update rounds set closes_at = opens_at + interval '1 millisecond' where framework = 'digcompedu' and closes_at > now() and id <> ${eikRound}`;
    const roundId = await opened(board, { name: `Stille ronde ${handedIn}`, instrument: digcompedu, schoolIds: [linde, dorp], families: ["leraar"], closesOn: day(1) }, new Date());
    for (let nth = 1; nth <= handedIn; nth += 1) await handIn(board, roundId, `linde-leraar-${nth + 4}`, 2, { at: now, instrument: digcompedu });
    await refreshResponse(board.database, now);
    for (const who of ["hr", "linde-directeur"]) await page(paths.round(roundId), who);
    await page(paths.rounds(), "hr");
    await releaseDueRounds(board.database, later(3, now), quiet);
    for (const who of ["hr", "linde-directeur", "bestuurder"]) expect(await page(paths.school(linde, { roundId }), who)).toMatch(/te weinig|nog niet|geen|niet genoeg/i);
    await page(paths.school(dorp, { roundId }), "hr");
    for (const who of ["hr", "bestuurder"]) await page(paths.board({ roundId }), who);
    const csv = (await site.get(paths.boardCsv(roundId), await site.signIn("hr"))).html;
    expect(csv).not.toMatch(/NaN|undefined|Infinity|null/);
    await page(paths.home(), "linde-leraar-9");
  });
});

test("the number of cases that were tried", () => {
  console.info(`bad rounds: tried ${counts.tried}, ${counts.wordless} without words, ${counts.serverErrors} server errors`);
  expect([counts.wordless, counts.serverErrors]).toEqual([0, 0]);
});
