import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { dayAfter } from "#app/domain/round.ts";
import { planning } from "#app/messages/planning.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { openSite } from "#tests/setup/site.ts";
import { digcompedu, handInAll, later, opened } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const { board } = site;
const { linde, dorp } = board.schools;
const now = new Date();
const quiet = { info: () => {}, error: (fields: object) => expect.fail(JSON.stringify(fields)) };
/** The words of a page; numbers keep their neighbours. */
const text = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "").replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ");
/** What the page itself says, without the frame round it. */
const main = (html: string) => text(/<main[\s\S]*<\/main>/.exec(html)![0]);

let roundId: string;
let leader: string;
let hr: string;
beforeAll(async () => {
  leader = await site.signIn("linde-directeur");
  hr = await site.signIn("hr");
  roundId = await opened(board, { name: "=Ronde; \"voorjaar\"", instrument: digcompedu, families: ["leraar"], schoolIds: [linde, board.schools.eik, dorp], closesOn: isoDay(later(-10, now)) }, later(-40, now));
  const at = { at: later(-20, now), instrument: digcompedu };
  await handInAll(board, roundId, "linde-leraar", (place, nth) => 1 + (place % 4) + (nth % 2), at);
  await handInAll(board, roundId, "eik-leraar", (place, nth) => 2 + (place % 3) + (nth % 2), at);
  await handInAll(board, roundId, "dorp-leraar", 6, at);
  await releaseDueRounds(board.database, later(-9, now), quiet);
});

describe("the leader's page", () => {
  test("says three sentences, with a training to plan under the first", async () => {
    const page = await site.get(`/school/${linde}`, leader);
    expect(page.status).toBe(200);
    expect(page.statements.length).toBeLessThanOrEqual(12);
    const said = main(page.html);
    expect(said).toContain("9 van 9 ingeleverd · DigCompEdu 2017.2.0 · profiel 1.1.0 · drempel 5 · gesloten op");
    expect(said).toMatch(/Bij leraren is het verschil met het streefniveau het grootst op “[^”]+”: gemiddeld [\d,]+(?: of (?:lager|hoger))? van 6 \([ABC12–]+\), streefniveau [ABC12]+ \(\d\)\./);
    expect(said).toMatch(/Het dichtst bij het streefniveau zitten leraren|Sterk bij leraren/);
    expect(said).toContain("Niets is te klein");
    expect(page.html).toContain(`/rondes/${roundId}/training?competentie=`);
    expect(page.html).not.toContain("Name linde-leraar");
  });

  test("P4: the head teacher, HR and the board read the same", async () => {
    const pages = await Promise.all([leader, hr, await site.signIn("bestuurder")].map((cookie) => site.get(`/school/${linde}`, cookie)));
    // React 18 leaves zero bytes in what it streams; ours are taken out, or the bytes would differ by chance.
    expect(pages.some(({ html }) => html.includes("\0"))).toBe(false);
    const figures = pages.map(({ html }) => main(html).replace(/Plan (training|dat collega’s dit laten zien)/g, "").replace(/ Onder elke zin hierboven kun je er een plannen\./, "").replace(/\s+/g, " "));
    expect(figures[1]).toBe(figures[0]);
    expect(figures[2]).toBe(figures[0]);
    const files = await Promise.all([leader, hr].map((cookie) => site.get(`/school/${linde}/${roundId}.csv`, cookie)));
    expect(files[0]!.html).toBe(files[1]!.html);
  });

  test("a village school sees that it is too few, what is possible, and no figure", async () => {
    const page = await site.get(`/school/${dorp}`, hr);
    expect(main(page.html)).toContain("Nog te weinig antwoorden om een groep te tonen");
    expect(main(page.html)).toContain("Samen praten kan wel");
    expect(main(page.html)).not.toMatch(/gemiddeld/);
    const file = await site.get(`/school/${dorp}/${roundId}.csv`, hr);
    expect(file.html.split("\r\n").slice(1, -1).every((line) => line.includes("te weinig antwoorden om iets te tonen"))).toBe(true);
  });
});

describe("the page of the board", () => {
  test("has every school in alphabetical order and the whole in words, for whatever area", async () => {
    const page = await site.get("/bestuur", hr);
    expect(page.status).toBe(200);
    expect(page.statements.length).toBeLessThanOrEqual(12);
    const said = main(page.html);
    expect(said).toContain("3 scholen · 20 van 20 ingeleverd");
    expect(said).toContain("Over Het Dorp is niets te zeggen: te weinig antwoorden om iets te tonen.");
    const rows = ["De Eik", "De Linde", "Het Dorp"].map((name) => page.html.indexOf(`>${name}</a>`));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    const area = await site.get(`/bestuur?ronde=${roundId}&gebied=${encodeURIComponent("Evalueren")}`, hr);
    expect(main(area.html)).toContain("Evalueren: gemiddelde per school en functiegroep");
    expect((await site.get("/bestuur?gebied=nergens", hr)).status).toBe(200);
  });
});

describe("the file", () => {
  test("holds exactly the figures of the page, and no cell is a formula", async () => {
    const [page, file] = await Promise.all([site.get(`/school/${linde}`, leader), site.get(`/school/${linde}/${roundId}.csv`, leader)]);
    expect(file.status).toBe(200);
    expect(file.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="groeikompas-de-linde-ronde-voorjaar.csv"');
    const lines = file.html.split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFF?Ronde;Gesloten op;Raamwerk;/);
    expect(lines).toHaveLength(24);
    expect(lines[1]).toMatch(/^"'=Ronde; ""voorjaar""";/);
    const means = lines.slice(1, -1).map((line) => line.split(";").at(-7));
    const shown = [...page.html.matchAll(/<td class="heat__cell heat__cell--(?:met|\d)">([\d,]+)( of (?:lager|hoger))?/g)].map(([, mean]) => mean!.replace(/,0$/, ""));
    expect(shown).toEqual(means);
  });

  test("is not there for a round that has no figures, or for whoever may not look", async () => {
    const running = await opened(board, { name: "Loopt", closesOn: dayAfter(isoDay(now), 9) }, now);
    for (const [path, cookie] of [[`/school/${linde}/${running}.csv`, leader], [`/bestuur/${running}.csv`, hr], [`/bestuur/${roundId}.csv`, leader], [`/school/${dorp}/${roundId}.csv`, leader], ["/bestuur/x.csv", hr]] as const) {
      expect((await site.get(path, cookie)).status, path).toBe(404);
    }
  });
});

describe("planning a training", () => {
  const at = () => `/rondes/${roundId}/training`;
  const filled = () => ({ intent: "plan", title: "Samen <i>kijken</i>", competenceId: "4.2", family: "leraar", schoolId: linde, onDate: dayAfter(isoDay(now), 30), hours: "2,5" });

  test("comes filled in from the sentence, and back to the figures with the training beside them", async () => {
    const form = await site.get(`${at()}?competentie=4.2&groep=leraar&school=${linde}`, leader);
    expect(form.status).toBe(200);
    expect(form.html).toMatch(/<option value="4\.2" selected=""|<option selected="" value="4\.2"/);
    const planned = await site.post(at(), filled(), leader);
    expect([planned.status, planned.to]).toEqual([302, `/school/${linde}?ronde=${roundId}#trainings`]);
    const page = await site.get(planned.to!, leader);
    expect(page.html).toContain("Samen &lt;i&gt;kijken&lt;/i&gt;");
    expect(main(page.html)).toContain(planning.nl.effectWaits);
    const trainingId = /name="trainingId" value="([^"]+)"/.exec(page.html)![1]!;
    expect((await site.post(at(), { intent: "cancel", trainingId }, await site.signIn("eik-directeur"))).status).toBe(404);
    const cancelled = await site.post(at(), { intent: "cancel", trainingId }, leader);
    expect([cancelled.status, cancelled.to]).toEqual([302, `/school/${linde}?ronde=${roundId}#trainings`]);
    expect((await site.post(at(), { intent: "cancel", trainingId }, leader)).status).toBe(409);
  });

  test("what has to be mended comes back; what is not the leader's to plan is not there", async () => {
    const answered = await site.post(at(), { ...filled(), title: "", onDate: "2020-01-01", hours: "veel" }, leader);
    expect(answered.status).toBe(422);
    expect(text(answered.html)).toContain("Wat ga je doen? Vul dit in.");
    expect(text(answered.html)).toContain("Hoeveel uur per persoon? Vul een aantal uren in tussen 0 en 200");
    expect(text((await site.post(at(), { ...filled(), onDate: "2020-01-01" }, leader)).html)).toContain("Deze dag is al voorbij.");
    expect((await site.post(at(), { ...filled(), schoolId: board.schools.eik }, leader)).status).toBe(404);
    expect((await site.post(at(), { ...filled(), schoolId: "alle" }, leader)).status).toBe(404);
    expect((await site.post(at(), filled(), await site.signIn("bestuurder"))).status).toBe(404);
    expect((await site.get(at(), await site.signIn("linde-leraar-1"))).status).toBe(404);
    expect((await site.post(at(), { ...filled(), schoolId: "alle" }, hr)).to).toBe(`/bestuur?ronde=${roundId}#trainings`);
  });
});

test("P6: pages and files are the same bytes with the answers, results and assessments emptied", async () => {
  const read = async () => {
    const answers = [];
    for (const [path, cookie] of [[`/school/${linde}?ronde=${roundId}`, leader], [`/bestuur?ronde=${roundId}`, hr], [`/school/${linde}/${roundId}.csv`, leader], [`/bestuur/${roundId}.csv`, hr]] as const) {
      const { html, status } = await site.get(path, cookie);
      expect(status).toBe(200);
      // Only the nonce and the reference of the request differ from visit to visit.
      answers.push(html.replace(/nonce="[^"]*"/g, "").replace(/\\"reference\\",\\"[^"\\]+\\"/g, ""));
    }
    return answers;
  };
  const before = await read();
  const sql = postgres(board.adminUrl, { max: 1, onnotice: () => {} });
  await sql`truncate answers, results, assessments, goals cascade`;
  await sql.end();
  expect(await read()).toEqual(before);
});
