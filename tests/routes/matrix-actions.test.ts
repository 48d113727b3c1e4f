import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { otherBoard } from "#tests/setup/board.ts";
import { openSite } from "#tests/setup/site.ts";
import { actsOn, bodyOf, nothing, notIds, targetsOf, type Act, type Targets } from "#tests/setup/site-actions.ts";
import { allKinds, kinds, visible, type Kind } from "#tests/setup/site-pages.ts";
import { tellStory, watchTables } from "#tests/setup/site-story.ts";

const site = await openSite();
const now = new Date();
const tables = watchTables(site.board.adminUrl);
const cookies = {} as Record<Kind, string>;
const refusals = [403, 404, 409, 422];
let here: Targets;
let there: Targets;
let sent = 0;

beforeAll(async () => {
  here = targetsOf(await tellStory(site.board, now));
  there = targetsOf(await tellStory(await otherBoard(site.board, 2), now));
  for (const kind of allKinds) cookies[kind] = kinds[kind] === null ? "" : await site.signIn(kinds[kind]);
});
afterAll(tables.end);

type Sent = { status: number; to: string | null; text: string };
async function send(act: Act, kind: Kind, { data = false } = {}): Promise<Sent> {
  sent += 1;
  const { body, type } = bodyOf(act);
  const [path = "", query] = act.path.split("?");
  const response = await fetch(`${site.origin}${path}${data ? ".data" : ""}${query ? `?${query}` : ""}`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Cookie: cookies[kind], "Content-Type": type, Origin: site.origin, "Accept-Language": "nl" },
  });
  return { status: response.status, to: response.headers.get("Location"), text: visible(await response.text()) };
}

/** Sends every act to which this kind has no right, as a form and as the browser's script would; gives what is wrong, and how each was refused. */
async function refusedTo(kind: Kind, acts: readonly Act[]): Promise<{ wrong: string[]; how: Map<string, Sent> }> {
  const wrong: string[] = [];
  const how = new Map<string, Sent>();
  let before = await tables.look();
  for (const act of acts.filter(({ by }) => !by.includes(kind))) {
    for (const data of [false, true]) {
      const answered = await send(act, kind, { data });
      const name = `${act.name}${data ? " as data" : ""}: ${answered.status}`;
      if (!data) how.set(act.name, answered);
      if (kind === "stranger") {
        if (answered.status !== (data ? 202 : 302) || (!data && !answered.to?.startsWith("/inloggen"))) wrong.push(`${name} to ${answered.to}`);
      } else if (!refusals.includes(answered.status)) wrong.push(name);
    }
    const after = await tables.look();
    for (const [table, state] of Object.entries(after)) if (state !== before[table]) wrong.push(`${act.name} changed ${table}`);
    before = after;
  }
  return { wrong, how };
}

describe.each(allKinds)("an action on what is not theirs, for %s,", (kind) => {
  test("is refused like one on what is not there, and changes nothing", async () => {
    const wrong: string[] = [];
    const nobodys = (at: Targets) => actsOn(at, now).map((act) => ({ ...act, by: [] }));
    const own = await refusedTo(kind, actsOn(here, now));
    const others = await refusedTo(kind, nobodys(there));
    const unknown = await refusedTo(kind, nobodys(nothing(here, crypto.randomUUID())));
    for (const [of, { wrong: more }] of Object.entries({ "this board": own, "other board": others, unknown })) wrong.push(...more.map((each) => `${of}: ${each}`));
    for (const [of, { how }] of Object.entries({ "this board": own, "other board": others })) {
      for (const [name, { status, text }] of how) {
        const not = unknown.how.get(name)!;
        if (status !== not.status || text !== not.text) wrong.push(`${of}: ${name} is refused (${status}) otherwise than what is not there (${not.status})`);
      }
    }
    for (const [what, id] of notIds) wrong.push(...(await refusedTo(kind, nobodys(nothing(here, id)))).wrong.map((each) => `id ${what}: ${each}`));
    expect(wrong).toEqual([]);
  });
});

test("a function is changed of oneself only, whatever the form says", async () => {
  const victim = site.board.person("linde-leraar-3").id;
  const others = async () => site.board.as("beheerder", async ({ db }) => (await db.execute(`select * from appointments where person_id <> '${site.board.person("linde-assistent-1").id}' order by id`)).map((row) => JSON.stringify(row)));
  const before = await others();
  for (const roundId of [here.openRound, there.openRound, here.eikRound, "x"]) {
    const answered = await site.post(`/zelfscans/nieuw?ronde=${roundId}`, { do: "function", functionId: "concierge", personId: victim, person_id: victim, organisationId: there.organisationId }, cookies.support);
    expect(answered.status).toBe(302);
  }
  expect(await others()).toEqual(before);
  expect(await site.board.as("linde-leraar-3", async ({ db }) => (await db.execute(`select 1 from appointments where function_id = 'concierge' and person_id = '${victim}'`)).length)).toBe(0);
});

test("each of these forms holds: whose it is, may", async () => {
  const wrong: string[] = [];
  for (const act of actsOn(here, now)) {
    const kind = act.by[0];
    if (kind === undefined) continue;
    const { status } = await send(act, kind);
    if (status !== act.status) wrong.push(`${act.name} by ${kind}: ${status} and not ${act.status}`);
  }
  expect(wrong).toEqual([]);
  console.info(`matrix of actions: ${actsOn(here, now).length} actions × ${allKinds.length} kinds of user × 10 sorts of ids, ${sent} requests`);
});
