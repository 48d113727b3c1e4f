import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { openSite } from "#tests/setup/site.ts";
import { watchTables, colleague, owner, tellStory } from "#tests/setup/site-story.ts";
import { digcompedu, later } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const now = new Date();
const story = await tellStory(site.board, now);
const admin = postgres(site.board.adminUrl, { max: 1, onnotice: () => {} });
const tables = watchTables(site.board.adminUrl);
const day = (count: number) => isoDay(later(count, now));
const { linde } = site.board.schools;
afterAll(async () => {
  await admin.end();
  await tables.end();
});

// What is counted may also be a part of a table, or its changes.
const drafts = "library_documents where kind = 'framework' and published_at is null";
const changes = "library_documents d, generate_series(1, d.sequence) where d.kind = 'framework'";
const broughtIn = gzipSync("id;titel\na;Samen leren van elkaar\nb;Veilig werken met gegevens\n").toString("base64url");
const published = (await admin<{ id: string }[]>`select id from library_documents where kind = 'framework' and state = 'published'`)[0]!.id;

type Press = { name: string; who: string; path: string; form: Record<string, string>; rows: string; more: number; /** What was there for the first press may be gone for the second. */ gone?: true };
/** `more`: how many rows there are after two presses in the same moment. */
const presses: Press[] = [
  { name: "save an answer", who: owner, path: paths.saveAnswer(story.ownHalf), form: { itemId: story.competenceId, clientId: randomUUID(), base: "1", answer: "1" }, rows: "answers", more: 1 },
  { name: "answer a question", who: owner, path: paths.question(story.ownHalf, story.competenceId), form: { clientId: randomUUID(), base: "2", answer: "2" }, rows: "answers", more: 1 },
  { name: "begin in a round", who: "linde-assistent-1", path: paths.startAssessment({ roundId: story.openRound }), form: { do: "start", mode: "all" }, rows: "assessments", more: 1 },
  { name: "begin for oneself", who: "eik-leraar-1", path: paths.startAssessment({ framework: "digcompedu" }), form: { do: "start", mode: "all" }, rows: "assessments", more: 1 },
  { name: "withdraw", who: colleague, path: paths.review(story.colleagueDone), form: { do: "withdraw" }, rows: "log_entries", more: 1 },
  { name: "hand in", who: colleague, path: paths.review(story.colleagueDone), form: { do: "hand-in" }, rows: "log_entries", more: 1 },
  { name: "plan a step", who: owner, path: paths.result(story.ownDone), form: { competenceId: story.competenceId, step: "Twee keer geklikt", dueOn: day(7) }, rows: "goals", more: 1 },
  { name: "open a round", who: "hr", path: paths.newRound(), form: { intent: "open", instrument: digcompedu, name: "Twee keer", schoolIds: linde, families: "leraar", closesOn: day(20), threshold: "5", privacy: "confidential" }, rows: "rounds", more: 1 },
  { name: "plan a training", who: "linde-directeur", path: paths.planTraining(story.closedRound), form: { intent: "plan", title: "Twee keer", competenceId: story.competenceId, family: "leraar", schoolId: linde, onDate: day(30), hours: "2" }, rows: "trainings", more: 1 },
  { name: "cancel a training", who: "linde-directeur", path: paths.planTraining(story.closedRound), form: { intent: "cancel", trainingId: story.lindeTraining }, rows: "log_entries", more: 1 },
  { name: "extend a round", who: "eik-directeur", path: paths.round(story.eikRound), form: { intent: "extend", closesOn: day(30) }, rows: "log_entries", more: 1 },
  { name: "close a round", who: "eik-directeur", path: paths.round(story.eikRound), form: { intent: "close" }, rows: "log_entries", more: 1 },
  { name: "begin a framework with a template", who: "beheerder", path: paths.beginFramework(), form: { do: "template", template: "agreements" }, rows: drafts, more: 1 },
  { name: "begin a framework with a copy", who: "beheerder", path: paths.beginFramework(), form: { do: "copy", slug: "digcompedu", version: "2017.2.0" }, rows: drafts, more: 1 },
  { name: "keep a framework that was brought in", who: "beheerder", path: paths.importFramework(), form: { do: "keep", name: "kader.csv", data: broughtIn }, rows: drafts, more: 1 },
  { name: "add an area", who: "beheerder", path: paths.draft(story.draft), form: { do: "add-area", sequence: "1" }, rows: changes, more: 1 },
  { name: "write at a competence", who: "beheerder", path: paths.draftItem(story.draft, "1.1"), form: { do: "save", sequence: "2", code: "1.1", "title.nl": "Twee keer" }, rows: changes, more: 1 },
  { name: "say that the rest is new or gone", who: "beheerder", path: paths.draftFormer(story.following), form: { do: "rest", sequence: "2" }, rows: changes, more: 1 },
  { name: "say something of a framework", who: owner, path: paths.readAlong(story.inReview), form: { do: "comment", item: "geheel", words: "Twee keer geklikt" }, rows: "library_comments", more: 1 },
  { name: "take a remark back", who: owner, path: paths.readAlong(story.inReview), form: { do: "take-back", comment: story.remark }, rows: "library_comments", more: -1, gone: true },
  { name: "begin a scan of the school", who: "eik-directeur", path: paths.schoolScan(site.board.schools.eik), form: { intent: "begin", participants: "4", roles: "directeur en leraren" }, rows: "school_scans", more: 1 },
  { name: "answer a statement of the school", who: "eik-directeur", path: paths.scanStatement(site.board.schools.eik, "VIB-1.3"), form: { base: "0", step: "3", note: "Samen bekeken" }, rows: "school_scan_answers", more: 1 },
  { name: "finish a scan of the school", who: "eik-directeur", path: paths.schoolScan(site.board.schools.eik), form: { intent: "finish", sure: "on" }, rows: "school_scans where finished_at is not null", more: 1 },
  { name: "throw a framework away", who: "beheerder", path: paths.draft(story.following), form: { do: "throw-away" }, rows: drafts, more: -1, gone: true },
  { name: "begin the next version", who: "beheerder", path: paths.draft(published), form: { do: "new-version" }, rows: drafts, more: 1 },
  { name: "withdraw a version", who: "beheerder", path: paths.draftPublish(published), form: { do: "withdraw" }, rows: "library_documents where kind = 'framework' and state = 'withdrawn'", more: 1, gone: true },
];

describe("a button pressed twice in the same moment", () => {
  beforeAll(async () => {
    for (const { who } of presses) await site.signIn(who);
  });

  test.each(presses)("$name happens once, and neither answer is an accident of ours", async ({ who, path, form, rows, more, gone }) => {
    const count = async () => (await admin.unsafe<{ count: number }[]>(`select count(*)::int as count from ${rows}`))[0]!.count;
    const before = await count();
    const cookie = await site.signIn(who);
    const both = await Promise.all([site.post(path, form, cookie), site.post(path, form, cookie)]);
    const statuses = both.map(({ status }) => status).sort();
    expect([200, 302]).toContain(statuses[0]);
    expect(gone ? [200, 302, 404, 409, 422] : [200, 302, 409, 422]).toContain(statuses[1]);
    expect((await count()) - before).toBe(more);
  });
});

const strange = ["toString", "__proto__", "constructor", "1e309", "-1", "%00", "%27", "../..", "a".repeat(4000), "6f1c1c0e-0000-4000-8000-000000000001", "%F0%9F%8C%B1"];
const asked: (readonly [who: string | null, path: string])[] = [
  ["hr", `${paths.round(story.openRound)}?bevestig=`],
  ["hr", `${paths.newRound()}?zelfscan=`],
  ["hr", `${paths.board()}?gebied=`],
  ["hr", `${paths.board()}?ronde=`],
  ["linde-directeur", `${paths.school(linde)}?ronde=`],
  ["linde-directeur", `${paths.planTraining(story.closedRound)}?competentie=`],
  ["linde-directeur", `${paths.planTraining(story.closedRound)}?groep=`],
  ["linde-directeur", `${paths.planTraining(story.closedRound)}?school=`],
  ["beheerder", `${paths.managePeople()}?naam=`],
  ["beheerder", `${paths.managePeople()}?school=`],
  ["beheerder", `${paths.managePeople()}?groep=`],
  ["beheerder", `${paths.managePeople()}?bladzijde=`],
  ["beheerder", `${paths.manageLog()}?soort=`],
  ["beheerder", `${paths.manageLog()}?voor=`],
  ["beheerder", `${paths.framework("digcompedu", "2017.1.0")}?als=`],
  ...["nu", "toen", "soort", "pagina", "gebied", "nu=4&gebied"].map((name) => ["beheerder", `${paths.draftFormer(story.following)}?${name}=`] as const),
  ["beheerder", `${paths.draftFacts(story.draft)}?zonder=`],
  [owner, `${paths.log()}?voor=`],
  [owner, `${paths.log()}?wie=`],
  [owner, `${paths.review(story.ownHalf)}?klaar=`],
  [owner, `${paths.question(story.ownHalf, story.competenceId)}?klaar=`],
  [owner, `${paths.lookRound()}?ronde=`],
  [owner, `${paths.startAssessment()}?ronde=`],
  [owner, `${paths.startAssessment()}?raamwerk=`],
  [null, `${paths.login()}?terug=`],
];

describe("an address that nobody typed", () => {
  test.each(asked)("for %s, %s with anything behind it never breaks and changes no answer", async (who, path) => {
    const cookie = who === null ? "" : await site.signIn(who);
    const { log_entries: _, ...before } = await tables.look();
    for (const value of strange) expect([200, 302, 404], value.slice(0, 40)).toContain((await site.get(path + value, cookie)).status);
    const { log_entries: __, ...after } = await tables.look();
    expect(after).toEqual(before);
  });

  test.each([
    ["Cookie", "groeikompas=__proto__; taal=toString; melding=constructor"],
    ["Cookie", `melding=${"x".repeat(3000)}`],
    ["Cookie", "groeikompas=%00; taal=%00; melding=%E0%A4%A"],
    ["Cookie", `groeikompas=${"a".repeat(60)}; =; ;;;`],
    ["Accept-Language", "x".repeat(8000)],
    ["Accept-Language", "*;q=,,,nl-"],
    ["X-Forwarded-Host", "evil.example"],
    ["X-Forwarded-For", `${"1.2.3.4,".repeat(900)}`],
    ["Accept-Encoding", "gzip;q=nonsense, *"],
    ["If-None-Match", '"'.repeat(2000)],
  ])("nor with the header %s: %s", async (name, value) => {
    for (const path of [paths.login(), paths.home(), "/bestaat-niet"]) {
      const answered = await site.get(path, "", { [name]: value });
      expect(answered.status).toBeLessThan(500);
      expect(answered.html).not.toContain("evil.example");
    }
  });

  test("headers of more than sixteen kilobytes are refused by the server itself", async () => {
    expect((await site.get(paths.login(), "", { Cookie: `taal=${"x".repeat(20_000)}` })).status).toBe(431);
  });
});

test("a body of more than two megabytes is answered with 413 before it is read, and its connection is closed", async () => {
  const answered = await site.post("/inloggen", { email: "x".repeat(3_000_000), password: "y" });
  expect(answered.status).toBe(413);
  expect(answered.html).toContain("Er is niets opgeslagen");
});
