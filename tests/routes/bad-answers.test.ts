import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { counts, survive, type BadInput } from "#tests/setup/bad-inputs.ts";
import { openSite } from "#tests/setup/site.ts";
import { visible } from "#tests/setup/site-pages.ts";
import { colleague, owner, tellStory, watchTables } from "#tests/setup/site-story.ts";
import { later } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const now = new Date();
const story = await tellStory(site.board, now);
const admin = postgres(site.board.adminUrl, { max: 1, onnotice: () => {} });
const tables = watchTables(site.board.adminUrl);
afterAll(async () => {
  await admin.end();
  await tables.end();
});
const bench = { site, tables, speak: (language: string) => admin`update accounts set language = ${language}`, secrets: [...story.secrets.notes, ...story.secrets.statements] };
const day = (count: number) => isoDay(later(count, now));
const { ownHalf, ownDone, colleagueDone, competenceId, goal } = story;
const nobody = "6f1c1c0e-0000-4000-8000-000000000001";
const usedByColleague = (await admin<{ id: string }[]>`select client_id as id from answers where assessment_id = ${colleagueDone} limit 1`)[0]!.id;
const mark = story.secrets.notes[0]!;

const fit = { nl: "Dit antwoord past niet bij deze vraag.", en: "This answer does not belong to this question." };
const strange = { nl: "Er kwam iets mee dat we niet begrijpen. Laad de pagina opnieuw", en: "Something came along that we do not understand. Load the page again" };
const missing = { nl: "Deze pagina bestaat niet, of is niet van jou. Er is niets veranderd.", en: "This page does not exist, or is not yours. Nothing has changed." };
const conflict = { nl: /"status":"conflict","theirs":/, en: /"status":"conflict","theirs":/ };
const either = { nl: "Op twee plekken iets anders gekozen", en: "Two different choices in two places" };
const unreadable = { nl: "Dit formulier kon niet worden gelezen. Er is niets opgeslagen.", en: "This form could not be read. Nothing was saved." };

const save = (more: Record<string, unknown>, to = ownHalf) => ({ who: owner, path: paths.saveAnswer(to), json: { itemId: competenceId, clientId: randomUUID(), base: 1, answer: "2", wish: false, note: `${mark} poging`, ...more } });
const page = (more: Record<string, string>) => ({ who: owner, path: paths.question(ownHalf, competenceId), form: { clientId: randomUUID(), base: "1", answer: "2", note: `${mark} poging`, ...more } });
const review = (id: string, what: string, who = owner) => ({ who, path: paths.review(id), form: { do: what } });
const plan = (more: Record<string, string>) => ({ who: owner, path: paths.result(ownDone), form: { competenceId, step: `${mark} stap twee`, dueOn: day(5), ...more } });

const rows: BadInput[] = [
  { id: "C2", what: "a key that is no key", ...save({ clientId: "1" }), status: 422, ...strange },
  { id: "C2", what: "no key", ...save({ clientId: undefined }), status: 422, ...strange },
  { id: "C2", what: "somebody else's key", ...save({ clientId: usedByColleague }), status: 409, ...conflict },
  { id: "C3", what: "a tab that saw nothing yet", ...save({ base: 0 }), status: 409, ...conflict },
  { id: "C3", what: "a tab that is ahead of what is stored", ...save({ base: 7 }), status: 409, ...conflict },
  { id: "C3", what: "the form of a tab that is behind", ...page({ base: "0" }), status: 409, ...either },
  { id: "C4", what: "a base that is no number", ...save({ base: "veel" }), status: 422, ...strange },
  { id: "C4", what: "a base below nothing", ...save({ base: -1 }), status: 422, ...strange },
  ...[null, "", true, [], 1.5, "0x1", "1e0"].map((base): BadInput => ({ id: "C4", what: `the base ${JSON.stringify(base)}`, ...save({ base }), status: 422, ...strange })),
  { id: "C4", what: "a base beyond numbers", ...save({ base: 1e309 }), status: 422, ...strange },
  ...[0, 5, 9, 99, -1, 1.5, 1e9, "0", "5", "99", "01", "1.5", "+1", "1e0", " 2", "２", "één", "undefined", [2], { level: 2 }, true].map((answer): BadInput => ({ id: "C11", what: `the answer ${JSON.stringify(answer)}`, ...save({ answer }), status: 422, ...fit })),
  ...["0", "5", "1.5", "consciously", "null", "[]"].map((answer): BadInput => ({ id: "C11", what: `the answer "${answer}" in a form`, ...page({ answer }), status: 422, ...fit })),
  { id: "C11", what: "a competence of another framework", ...save({ itemId: "1.1" }), status: 404, ...missing },
  { id: "C11", what: "an area for a competence", ...save({ itemId: "KN-V" }), status: 404, ...missing },
  { id: "C11", what: "a competence in other letters", ...save({ itemId: competenceId.toLowerCase() }), status: 404, ...missing },
  { id: "C11", what: "a competence with a name of JavaScript", ...save({ itemId: "constructor" }), status: 404, ...missing },
  { id: "C11", what: "the page of a competence with a name of JavaScript", who: owner, path: paths.question(ownHalf, "constructor"), status: 404, ...missing },
  { id: "C11", what: "no competence", ...save({ itemId: "" }), status: 422, ...strange },
  { id: "C11", what: "a list of competences", ...save({ itemId: [competenceId] }), status: 422, ...strange },
  { id: "C12", what: "somebody else's self-assessment", ...save({}, colleagueDone), status: 404, ...missing },
  { id: "C12", what: "nobody's self-assessment", ...save({}, nobody), status: 404, ...missing },
  { id: "C12", what: "the form of somebody else", ...page({}), path: paths.question(colleagueDone, competenceId), status: 404, ...missing },
  { id: "C12", what: "somebody else's hand-in", ...review(colleagueDone, "hand-in"), status: 404, ...missing },
  { id: "C12", what: "somebody else's to throw away", who: owner, path: paths.throwAway(colleagueDone), form: {}, status: 404, ...missing },
  { id: "C13", what: "a note of 2001 characters", ...save({ note: "x".repeat(2001) }), status: 422, nl: "Je notitie is langer dan 2000 tekens.", en: "Your note is longer than 2000 characters." },
  { id: "C13", what: "a note of 2001 characters in a form", ...page({ note: `${mark}${"x".repeat(2001)}` }), status: 422, nl: "Je notitie is langer dan 2000 tekens.", en: "Your note is longer than 2000 characters." },
  { id: "C13", what: "a note of a megabyte", ...save({ note: "x".repeat(1_048_576) }), status: 422, nl: "Je notitie is langer dan 2000 tekens.", en: "Your note is longer than 2000 characters." },
  { id: "C13", what: "a note of three megabytes", ...save({ note: "x".repeat(3 * 1_048_576) }), status: 413, nl: "Dit is te groot om te versturen. Er is niets opgeslagen.", en: "This is too large to send. Nothing was saved." },
  { id: "C13", what: "a note that is no text", ...save({ note: { toString: "x" } }), status: 422, ...strange },
  { id: "C1", what: "handing in what was handed in", ...review(colleagueDone, "hand-in", colleague), status: 302, nl: paths.result(colleagueDone), en: paths.result(colleagueDone) },
  { id: "C1", what: "an answer after handing in", ...save({}, colleagueDone), who: colleague, status: 409, nl: "Je zelfscan is ingeleverd, dus je antwoorden staan vast.", en: "Your self-assessment is handed in, so your answers are fixed." },
  { id: "C1", what: "handing in what is half-way", ...review(ownHalf, "hand-in"), status: 409, nl: /Er zijn nog \d+ vragen zonder antwoord\./, en: /\d+ questions have no answer yet\./ },
  { id: "C1", what: "throwing away what was handed in", who: colleague, path: paths.throwAway(colleagueDone), form: {}, status: 409, nl: "Deze zelfscan is ingeleverd en blijft bewaard.", en: "This self-assessment is handed in and is kept." },
  { id: "C1", what: "a button that does not exist", ...review(ownHalf, "delete"), status: 422, nl: "We weten niet wat je wilde doen. Er is niets veranderd.", en: "We do not know what you wanted to do. Nothing has changed." },
  { id: "C1", what: "a body that is no form", who: owner, path: paths.result(ownDone), json: {}, status: 422, ...unreadable },
  { id: "C1", what: "the same step twice", ...plan({ step: `${mark} stap`, dueOn: day(9) }), status: 302, nl: "#", en: "#" },
  { id: "C13", what: "a step of nothing", ...plan({ step: "   " }), status: 422, nl: "Schrijf op wat je gaat doen.", en: "Write down what you are going to do." },
  { id: "C13", what: "a step of 501 characters", ...plan({ step: "x".repeat(501) }), status: 422, nl: "Maak je stap korter: hoogstens 500 tekens.", en: "Make your step shorter: at most 500 characters." },
  { id: "D4", what: "a step yesterday", ...plan({ dueOn: day(-1) }), status: 422, nl: "Deze dag is al voorbij. Kies vandaag of later.", en: "This day has passed. Choose today or later." },
  { id: "D4", what: "a step after more than a year", ...plan({ dueOn: day(400) }), status: 422, nl: "Deze dag is meer dan een jaar weg.", en: "This day is more than a year away." },
  { id: "D4", what: "a step on a day that does not exist", ...plan({ dueOn: "2027-02-29" }), status: 422, nl: "Kies een dag, bijvoorbeeld 12-05-2027.", en: "Choose a day, for example 12/05/2027." },
  { id: "C11", what: "a step for a competence that was not asked", ...plan({ competenceId: "9.9" }), status: 404, ...missing },
  { id: "C12", what: "a step under somebody else's result", ...plan({}), path: paths.result(colleagueDone), status: 404, ...missing },
  { id: "C12", what: "somebody else's step", who: colleague, path: paths.goal(goal), form: { act: "let-go" }, status: 404, ...missing },
  { id: "C1", what: "a change of a step that is done", who: owner, path: paths.goal(goal), form: { act: "move", dueOn: day(12) }, status: 409, nl: "Deze stap is al gedaan en blijft zoals hij is.", en: "This step is done already and stays as it is.", before: () => admin`update goals set done_at = now() where id = ${goal}`, after: () => admin`update goals set done_at = null where id = ${goal}` },
  { id: "C1", what: "a function that does not exist", who: owner, path: paths.ownFunction(ownHalf), form: { functionId: "kok" }, status: 422, nl: "Deze functie kennen we niet.", en: "We do not know this function." },
  { id: "C1", what: "a function without questions", who: owner, path: paths.ownFunction(ownHalf), form: { functionId: "directeur" }, status: 409, nl: "zijn geen vragen voor de functie directeur. Er is niets veranderd en je antwoorden zijn bewaard.", en: "There are no questions for the function head teacher" },
  { id: "C1", what: "beginning in nobody's round", who: owner, path: paths.startAssessment({ roundId: nobody }), form: { do: "start", mode: "all" }, status: 404, nl: "Deze ronde is er niet, of vraagt jou niet mee te doen.", en: "This round is not there, or does not ask you to take part." },
  { id: "C15", what: "an answer after the session ended", ...save({}), who: null, status: 302, nl: "/inloggen", en: "/inloggen" },
  { id: "C15", what: "an answer with a session that is nobody's", ...save({}), who: null, headers: { Cookie: `groeikompas=${"a".repeat(64)}` }, status: 302, nl: "/inloggen", en: "/inloggen" },
];

test.each(rows.map((row) => [`${row.id} ${row.what}`, row] as const))("%s", async (_, row) => {
  expect(await survive(bench, row)).toEqual([]);
});

describe("what is no mistake of anybody", () => {
  const notes = ["<script>alert(1)</script>", "=cmd|'/c calc'!A1", "'; drop table answers; --", "a\u202eb \ud83c\udf31 e\u0301", "null", "{{7*7}}", "regel één\nregel twee"];
  test.each(notes)("C13: the note %j is kept and shown as it was typed", async (note) => {
    const cookie = await site.signIn(owner);
    const [{ last }] = (await admin<{ last: number }[]>`select max(sequence)::int as last from answers where assessment_id = ${ownHalf} and item_id = ${competenceId}`) as unknown as [{ last: number }];
    const answered = await site.post(paths.saveAnswer(ownHalf), { itemId: competenceId, clientId: randomUUID(), base: String(last), answer: "2", note }, cookie);
    expect(answered.status).toBe(200);
    const [row] = await admin<{ note: string }[]>`select note from answers where assessment_id = ${ownHalf} and item_id = ${competenceId} order by sequence desc limit 1`;
    expect(row!.note).toBe(note);
    const { html } = await site.get(paths.question(ownHalf, competenceId), cookie);
    expect(html).not.toContain("<script>alert(1)");
    expect(visible(html)).not.toContain("[object");
    expect((await admin`select 1 from answers limit 1`).length).toBe(1);
  });

  test("C13: a note of spaces is no note, and one of two thousand characters is", async () => {
    const cookie = await site.signIn(colleague);
    const at = (await site.post(paths.startAssessment({ framework: "digcompedu" }), { do: "start", mode: "short" }, cookie)).to!;
    const item = (await site.get(at, cookie)).to!.split("/").at(-1)!;
    const kept = async (base: number, note: string) => JSON.parse((await site.post(`${at}/antwoord`, { itemId: item, clientId: randomUUID(), base: String(base), answer: "1", note }, cookie)).html) as { state: { note: string } };
    expect((await kept(0, "   \n\t ")).state.note).toBe("");
    expect((await kept(1, "é".repeat(2000))).state.note).toHaveLength(2000);
  });
});

test("the number of cases that were tried", () => {
  console.info(`bad answers: tried ${counts.tried}, ${counts.wordless} without words, ${counts.serverErrors} server errors`);
  expect([counts.wordless, counts.serverErrors]).toEqual([0, 0]);
});
