import { randomBytes } from "node:crypto";
import { and, eq, sql as text } from "drizzle-orm";
import type postgres from "postgres";
import type { Actor } from "#app/domain/access.ts";
import { isoDay } from "#app/domain/format.ts";
import { answerScale, instrumentOf } from "#app/domain/framework/framework.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { closingMoment, dayAfter, dueAt, instrumentKey, lastCountMoment } from "#app/domain/round.ts";
import type { Context } from "#app/services/context.server.ts";
import { offers, openRound } from "#app/services/rounds.server.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";
import { planTraining } from "#app/services/trainings.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import type { Database } from "#db/client.server.ts";
import { people, roundMembers } from "#db/schema/index.ts";
import { addPeople, setUpBoard } from "#seeds/set-up.ts";
import { insertInto } from "./insert.ts";
import { benchBoard, type BenchBoard, type Member, type Size } from "./plan.ts";
import { sitRound, type Held, type Shares } from "./sittings.ts";

export type Handles = { readonly database: Database; readonly admin: postgres.Sql };
export type Filled = { readonly board: BenchBoard; readonly counts: { people: number; assessments: number; answers: number }; readonly releases: { round: string; seconds: number }[] };

/** What is held at every moment: all teachers on one framework, everybody on the other (where fewer take part). */
const series: readonly { framework: string; instrument: string; families: Family[]; shares: Shares }[] = [
  { framework: "digcompedu", instrument: "statements", families: ["leraar"], shares: { leraar: 0.85 } },
  { framework: "kennisnet-ict", instrument: "growth", families: ["leraar", "onderwijsondersteuner"], shares: { leraar: 0.4, onderwijsondersteuner: 0.85 } },
];
const between = 182;

/**
 * Fills an empty database with a board of this size: rounds are opened, released and followed by trainings through the services; what
 * thousands of people did in between is written in bulk. The same seed and day give the same board.
 * @param holdLast leaves the last closed moment unreleased, for whoever wants to measure the release job
 */
export async function fillBoard(handles: Handles, size: Size, { seed, now, holdLast = false }: { seed: number; now: Date; holdLast?: boolean }): Promise<Filled> {
  const { database, admin } = handles;
  const board = benchBoard(size, seed);
  const counts = { people: 0, assessments: 0, answers: 0 };
  const releases: Filled["releases"] = [];
  await setUpBoard(database, board.plan);
  for (let moment = 0; moment <= size.rounds; moment += 1) {
    const running = moment === size.rounds;
    const opensAt = new Date(`${dayAfter(isoDay(now), running ? -6 : -(size.rounds - moment) * between)}T08:30:00Z`);
    await changeStaff(handles, board, moment, opensAt);
    const closesOn = dayAfter(isoDay(opensAt), 28);
    for (const [nth, each] of series.entries()) {
      const round = await open(handles, board, each, { opensAt, closesOn, growth: moment * 0.25, running, now });
      const members = await membersOf(handles, board, round.id);
      const sat = await sitRound(admin, round, members, each.shares, { seed: seed + moment * 10 + nth, ids: board.ids });
      counts.assessments += sat.assessments;
      counts.answers += sat.answers;
      if (running || (holdLast && moment === size.rounds - 1)) continue;
      // Weeks lie between answering and release; autovacuum has counted the rows by then.
      await admin`analyze`;
      const begin = performance.now();
      await releaseDueRounds(database, dueAt(round.until), { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } });
      releases.push({ round: round.name, seconds: Math.round(performance.now() - begin) / 1_000 });
      if (nth === 0) await planTrainings(handles, board, round);
    }
  }
  await refreshResponse(database, lastCountMoment(now));
  counts.people = await addAccounts(handles, board);
  // What autovacuum does within a minute or two in a running installation.
  await admin`vacuum (analyze)`;
  return { board, counts, releases };
}

async function changeStaff({ database }: Handles, { plan, members }: BenchBoard, moment: number, at: Date): Promise<void> {
  const joining = members.filter(({ joins }) => joins === moment);
  for (let from = 0; from < joining.length; from += 500) await addPeople(database, plan.id, joining.slice(from, from + 500));
  const leaving = members.filter(({ leaves }) => leaves === moment).map(({ id }) => id);
  if (leaving.length === 0) return;
  await database.transaction("app_user", { organisationId: plan.id, personId: null, roles: ["admin"] }, (db) =>
    db.update(people).set({ leftAt: at }).where(and(eq(people.organisationId, plan.id), text`${people.id} = any(${text.param(leaving)}::uuid[])`)),
  );
}

async function open({ database }: Handles, board: BenchBoard, { framework: slug, instrument, families }: (typeof series)[number], when: { opensAt: Date; closesOn: string; growth: number; running: boolean; now: Date }): Promise<Held> {
  const { framework, profile } = offers(library()).find((offer) => offer.framework.slug === slug && offer.instrument === instrument)!;
  const name = `${framework.shortTitle.nl} ${isoDay(when.opensAt)}`.slice(0, 80);
  const schoolIds = board.plan.schools.filter(({ kind }) => kind === "school").map(({ id }) => id);
  const opened = await as(database, board, board.hr, when.opensAt, (ctx) =>
    openRound(ctx, { instrument: instrumentKey({ framework: slug, frameworkVersion: framework.version, instrument }), name, schoolIds, families, closesOn: when.closesOn, threshold: 5, privacy: "confidential" }),
  );
  if (!opened.ok) throw new Error(`The round ${name} could not be opened: ${JSON.stringify(opened.errors)}`);
  const { levels } = answerScale(framework, instrumentOf(framework, instrument)!)!;
  const pinned = { framework: slug, frameworkVersion: framework.version, instrument, profile: profile.slug, profileVersion: profile.version };
  return { ...pinned, organisationId: board.plan.id, id: opened.roundId, name, levels: levels.length, from: when.opensAt, until: when.running ? when.now : closingMoment(when.closesOn)!, running: when.running, growth: when.growth };
}

/** Who was asked, in a fixed order: the database gave the rows in any. */
async function membersOf({ database }: Handles, { plan, members }: BenchBoard, roundId: string): Promise<Member[]> {
  const rows = await database.transaction("app_job", { organisationId: plan.id, personId: null, roles: [] }, (db) =>
    db.select({ id: roundMembers.personId }).from(roundMembers).where(and(eq(roundMembers.organisationId, plan.id), eq(roundMembers.roundId, roundId))),
  );
  const asked = new Set(rows.map(({ id }) => id));
  return members.filter(({ id }) => asked.has(id));
}

/** One school in five plans a training under what the release showed. */
async function planTrainings({ database }: Handles, board: BenchBoard, { id, until }: Held): Promise<void> {
  for (const leader of board.leaders.filter((_, nth) => nth % 5 === 0)) {
    const planned = await as(database, board, leader, new Date(until.getTime() + 3 * 86_400_000), (ctx) =>
      planTraining(ctx, id, { title: "Studiemiddag met eigen lessen", competenceId: "4.2", family: "leraar", schoolId: leader.schoolId, onDate: dayAfter(isoDay(until), 60), hours: 3 }),
    );
    if (!planned.ok) throw new Error(`A training could not be planned: ${JSON.stringify(planned.errors)}`);
  }
}

/** An account for everybody who is there. Nobody knows these passwords: a salt and a digest like those of argon2id, drawn at random. */
async function addAccounts({ admin }: Handles, { plan, ids, members }: BenchBoard): Promise<number> {
  const there = members.filter(({ leaves }) => leaves === null).map((member) => ({ member, accountId: ids() }));
  const secret = () => `$argon2id$v=19$m=19456,t=2,p=1$${randomBytes(16).toString("base64").replaceAll("=", "")}$${randomBytes(32).toString("base64").replaceAll("=", "")}`;
  await insertInto(admin, "accounts", ["id", "email", "password_hash", "language"], there.map(({ member, accountId }) => [accountId, member.email, secret(), "nl"]));
  await insertInto(admin, "memberships", ["account_id", "organisation_id", "person_id", "organisation_name"], there.map(({ member, accountId }) => [accountId, plan.id, member.id, plan.name]));
  return there.length;
}

/** Does something as this person at that moment, as the door would let them. */
function as<T>(database: Database, { plan }: BenchBoard, member: Member, now: Date, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { id, name, schoolId, family, functionId } = member;
  const roles = [...new Set(member.roles.map(({ role }) => role))];
  const leads = member.roles.flatMap(({ role, schoolId: led }) => (role === "leader" && led ? [led] : []));
  const actor: Actor = { personId: id, accountId: id, organisationId: plan.id, name, language: "nl", roles, leads, schoolId, family, functionId };
  return database.transaction("app_user", { organisationId: plan.id, personId: id, roles }, (db) => work({ library: library(), db, now, actor }));
}
