import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, inject, test } from "vitest";
import { paths } from "#app/paths.ts";
import { kennisnet } from "#tests/services/round-hand-in.ts";
import { send, settle, type Sent } from "./answering.ts";
import { openFaultSite } from "./site.ts";

const clock = join(inject("faultsFolder"), "clock");
writeFileSync(clock, "0");
const site = await openFaultSite({ clock });
const { schools, respondents, hr } = site.story;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** Sets the clock of the web server and of its worker, so far from ours. */
async function shift(by: number): Promise<void> {
  writeFileSync(clock, String(by));
  await pause(60);
}
const setTo = (moment: Date) => shift(moment.getTime() - Date.now());
const plainText = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "").replace(/<[^>]+>/g, " ").replace(/&nbsp;|\u00a0/g, " ").replace(/\s+/g, " ");
const form = (path: string, cookie: string, fields: Record<string, string>) => send(site.origin + path, { body: new URLSearchParams(fields).toString(), headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" } });
const page = async (path: string, cookie: string) => plainText((await send(site.origin + path, { method: "GET", headers: { Cookie: cookie } })).text);

test("the clock of the server jumps two hours ahead and a day back while people answer", async () => {
  const group = await site.people(4);
  for (const person of group.people) person.begin();
  await pause(700);
  // Everybody's hour is over; what they chose waits for the same person to sign in again.
  await shift(2 * hour);
  await pause(700);
  for (const person of group.people) await person.stop();
  await pause(300);
  expect(group.ledger.outcomes.get("302")).toBeGreaterThan(0);
  expect(group.people.every((person) => person.open() > 0)).toBe(true);
  await group.signInAgain();
  for (const person of group.people) person.begin();
  for (const { outbox } of group.people) outbox.retry();
  await pause(700);
  await shift(-day);
  await pause(700);
  await settle(group.people);
  for (const person of group.people) person.choose(0);
  await settle(group.people);
  const newest = [...group.ledger.saves.values()].filter(({ assessmentId, itemId }) => assessmentId === respondents[0]!.assessmentId && itemId === respondents[0]!.items[0]!.id).at(-1)!;
  const { text } = await send(site.origin + paths.question(newest.assessmentId, newest.itemId), { method: "GET", headers: { Cookie: await site.signIn(respondents[0]!.email) } });
  expect(text).toContain(`${newest.note}</textarea>`);
  await shift(0);
  await site.whole("clock +2 h and -1 day", group);
});

/** The last Sunday of a month, as its number. */
const lastSunday = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate() - new Date(Date.UTC(year, month, 0)).getUTCDay();
const year = new Date().getUTCFullYear() + 1;
const leapYear = year + 1 + ((4 - ((year + 1) % 4)) % 4);
const summer = [21, 59] as const;
const winter = [22, 59] as const;
/** Days on which a round ends, in order, with the time in UTC at which it is 23:59 in Amsterdam. */
const ends = [
  ["the evening before summer time", year, 3, lastSunday(year, 3) - 1, winter],
  ["the day summer time begins", year, 3, lastSunday(year, 3), summer],
  ["a deadline of 31-03", year, 4, 0, summer],
  ["the day summer time ends", year, 10, lastSunday(year, 10), winter],
  ["the last day of the year", year, 12, 31, winter],
  ["29 February", leapYear, 2, 29, winter],
] as const;
const weekdays = ["zo", "ma", "di", "wo", "do", "vr", "za"];
const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

let opened = 0;
test.each(ends)("a round ends at 23:59 in Amsterdam on %s", async (_, endYear, month, date, [hours, minutes]) => {
  const closes = new Date(Date.UTC(endYear, month - 1, date, hours, minutes));
  const words = `${weekdays[closes.getUTCDay()]} ${closes.getUTCDate()} ${months[closes.getUTCMonth()]} ${closes.getUTCFullYear()}, 23:59`;
  const at = (ms: number) => setTo(new Date(closes.getTime() + ms));
  // Two days before, at noon or so.
  await at(-42 * hour);
  const asked = { instrument: kennisnet, name: `Ronde tot ${words}`, schoolIds: opened % 2 === 0 ? schools.linde : schools.eik, families: "leraar", closesOn: closes.toISOString().slice(0, 10), threshold: "5", privacy: "confidential", intent: "open" };
  const round = await form(paths.newRound(), await site.signIn(hr.email), asked);
  expect([round.status, round.status === 302 ? "" : plainText(round.text).slice(0, 600)]).toEqual([302, ""]);
  const roundPath = String(round.headers["location"]);
  const roundId = roundPath.split("/").at(-1)!;
  const stored = () => site.asAdmin(async (sql) => (await sql<{ closes_at: Date; released_at: Date | null }[]>`select closes_at, released_at from rounds where id = ${roundId}`)[0]!);
  expect((await stored()).closes_at.toISOString()).toBe(closes.toISOString());
  expect(await page(roundPath, await site.signIn(hr.email))).toContain(words);

  await at(-30 * minute);
  const { email, items } = respondents[opened % 2 === 0 ? 0 : 5]!;
  opened += 1;
  const cookie = await site.signIn(email);
  expect(await page(paths.home(), cookie)).toContain(words);
  const begun = await form(paths.startAssessment({ roundId }), cookie, { do: "start", mode: "all" });
  const assessmentId = String(begun.headers["location"]).split("/")[2]!;
  let base = 0;
  const save = async (): Promise<Sent> => {
    const answered = await send(site.origin + paths.saveAnswer(assessmentId), { body: JSON.stringify({ itemId: items[0]!.id, clientId: randomUUID(), base, answer: String(1 + (base % 3)) }), headers: { Cookie: cookie, "Content-Type": "application/json" } });
    if (answered.status === 200) base += 1;
    return answered;
  };
  // Before: it counts. In the five minutes after: it is kept. Later: it is said, with the moment.
  await at(-10_000);
  expect((await save()).status).toBe(200);
  await at(10_000);
  expect((await save()).status).toBe(200);
  expect((await form(paths.review(assessmentId), cookie, { do: "hand-in" })).status).toBe(409);
  await at(5 * minute - 5_000);
  expect((await save()).status).toBe(200);
  expect((await stored()).released_at).toBeNull();
  await at(5 * minute + 1_000);
  const late = await save();
  expect([late.status, JSON.parse(late.text)]).toEqual([409, { status: "refused", text: expect.stringContaining(`De ronde is gesloten op ${words}. Je antwoorden tot dat moment zijn bewaard.`) as string }]);
  const rows = await site.asAdmin((sql) => sql`select sequence from answers where assessment_id = ${assessmentId} order by sequence`);
  expect(rows.map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3]);
});

test("the worker releases them all, each once, when its time has come", async () => {
  const due = () => site.asAdmin((sql) => sql<{ name: string; closes_at: Date; released_at: Date | null; n: number }[]>`select r.name, r.closes_at, r.released_at, (select count(*) from releases x where x.round_id = r.id)::int as n from rounds r order by r.closes_at`);
  let rounds = await due();
  for (let turn = 0; turn < 100 && rounds.some(({ released_at }) => released_at === null); turn += 1) {
    await pause(300);
    rounds = await due();
  }
  expect(rounds.map(({ n }) => n)).toEqual(Array(ends.length + 1).fill(1));
  for (const { closes_at, released_at } of rounds) expect(released_at!.getTime()).toBeGreaterThanOrEqual(closes_at.getTime() + 5 * minute);
  await shift(0);
});
