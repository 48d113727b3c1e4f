import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { createGoal, finishGoal } from "#app/services/goals.server.ts";
import { listPeople } from "#app/services/people.server.ts";
import { releaseDueRounds } from "#app/services/release-job.server.ts";
import { addPeople } from "#seeds/set-up.ts";
import { otherBoard } from "#tests/setup/board.ts";
import { openSite } from "#tests/setup/site.ts";
import { allKinds, expected, kinds, pagesOf, type Kind, type Row } from "#tests/setup/site-pages.ts";
import { owner, tellStory, type Story } from "#tests/setup/site-story.ts";
import { handIn, later, opened } from "#tests/services/round-hand-in.ts";

const most = 12;
const site = await openSite();
const { board } = site;
const now = new Date();
const cookies = {} as Record<Kind, string>;
let here: Story;
let rows: Row[];

beforeAll(async () => {
  here = await tellStory(board, now);
  rows = pagesOf(here, await tellStory(await otherBoard(board, 2), now));
  for (const kind of allKinds) cookies[kind] = kinds[kind] === null ? "" : await site.signIn(kinds[kind]);
});

/** Statements of every page for everybody who may see it; each is asked twice, because the first visit may warm something up. */
async function counted(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const kind of allKinds.filter((each) => expected(row, each) === 200)) {
      await site.get(row.url, cookies[kind]);
      const { status, statements } = await site.get(row.url, cookies[kind]);
      expect(status, `${row.page} for ${kind}`).toBe(200);
      counts.set(`${row.page} ${row.subject} for ${kind}`, statements.length);
    }
  }
  return counts;
}

/** Two hundred more people, three more rounds with their releases and trainings' figures, a long log and many finished steps. */
async function grow(): Promise<void> {
  const extra = Array.from({ length: 200 }, (_, nth) => ({ id: randomUUID(), name: `Extra ${nth}`, email: `extra-${nth}@test.example`, schoolId: board.schools.linde, family: "leraar" as const, functionId: "groepsleerkracht", fte: 1, roles: [] }));
  await addPeople(board.database, board.organisationId, extra);
  const teachers = board.people.filter(({ email }) => /^(linde|eik)-(leraar|assistent)/.test(email));
  // They are told after what came later, so the rounds of the story step aside: a school has one round at a time.
  const admin = postgres(board.adminUrl, { max: 1 });
  const running = await admin<{ id: string }[]>`update rounds set cancelled_at = closes_at where cancelled_at is null returning id`;
  for (const days of [-300, -200, -100]) {
    const roundId = await opened(board, { name: `Ronde ${days}`, closesOn: isoDay(later(days + 20, now)) }, later(days, now));
    for (const [nth, { email }] of teachers.entries()) await handIn(board, roundId, email.split(".")[0]!, (_, place) => ((place + nth) % 4) + 1, { at: later(days + 10, now) });
  }
  await admin`update rounds set cancelled_at = null where id in ${admin(running.map(({ id }) => id))}`;
  await admin.end();
  await releaseDueRounds(board.database, later(-9, now), { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } });
  for (let nth = 0; nth < 80; nth += 1) await board.as("beheerder", (ctx) => listPeople(ctx, { name: "", schoolId: null, family: null, page: 1 }), now);
  for (let nth = 0; nth < 30; nth += 1) {
    await board.as(owner, async (ctx) => {
      const made = await createGoal(ctx, { assessmentId: here.ownDone, competenceId: here.competenceId, step: `Stap ${nth}`, dueOn: isoDay(later(5, now)) });
      if (!made.ok) throw new Error(JSON.stringify(made.errors));
      await finishGoal(ctx, made.goalId, "Gedaan");
    }, now);
  }
}

test("every page takes at most twelve statements, and no more of them on a board with much more in it", async () => {
  const before = await counted();
  const tooMany = [...before].filter(([, count]) => count > most);
  expect(tooMany).toEqual([]);
  await grow();
  const after = await counted();
  expect([...after].filter(([, count]) => count > most)).toEqual([]);
  expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
  const [name, highest] = [...after].sort((a, b) => b[1] - a[1])[0]!;
  console.info(`statements: ${after.size} pages seen by somebody, at most ${highest} (${name})`);
});

test("the bigger board is really bigger", async () => {
  const people = await site.get("/beheer/mensen", cookies.admin);
  expect(people.html.includes("Extra ")).toBe(true);
  const leader = await site.get(`/school/${board.schools.linde}`, cookies.leader);
  for (const name of ["Ronde -300", "Ronde -200", "Ronde -100", "Vorige ronde"]) expect(leader.html.includes(name), name).toBe(true);
});
