import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { matrixGroup } from "#app/domain/desk/matrix.ts";
import { isoDay } from "#app/domain/format.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { handIn as handInOwn } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import { createGoal } from "#app/services/goals.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { beginTemplate, beginVersion } from "#app/services/desk-begin.server.ts";
import { changeMatrix, changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { askForReview, publishDocument } from "#app/services/desk-publish.server.ts";
import { comment, openReadAlong, reviewDocument } from "#app/services/desk-review.server.ts";
import { listPeople } from "#app/services/people.server.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";
import { beginScan, saveScanAnswer } from "#app/services/school-scans.server.ts";
import { planningChoices, planTraining } from "#app/services/trainings.server.ts";
import { trainings } from "#db/schema/index.ts";
import { digcompedu, handIn, later, opened } from "#tests/services/round-hand-in.ts";
import type { TestBoard } from "./board.ts";

/** What only its owner may ever see; no page for anybody else holds one of these. */
export type Secrets = { readonly notes: readonly string[]; readonly statements: readonly string[]; readonly ids: readonly string[]; readonly names: readonly string[] };

/** What happened at a board, by what the tests call it. */
export type Story = {
  readonly board: TestBoard;
  readonly closedRound: string;
  readonly openRound: string;
  /** Runs at De Eik only, so it is not there for the head of De Linde. */
  readonly eikRound: string;
  /** linde-leraar-1: handed in in the closed round, half-way in the open one. linde-leraar-2: handed in in the open one. */
  readonly ownDone: string;
  readonly ownHalf: string;
  readonly colleagueDone: string;
  readonly competenceId: string;
  readonly goal: string;
  readonly lindeTraining: string;
  readonly eikTraining: string;
  readonly boardTraining: string;
  /** Frameworks of the board: one that is being written, one that follows a published version and has something new (agreement 4), one that colleagues read along, and what the owner said of that. */
  readonly draft: string;
  readonly following: string;
  readonly inReview: string;
  readonly remark: string;
  readonly secrets: Secrets;
};

export const owner = "linde-leraar-1";
export const colleague = "linde-leraar-2";
const quiet = { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } };

/**
 * A closed and released round, a running one and one at one school, with answers, hand-ins, a step, trainings and lines in the log;
 * all through the services.
 */
export async function tellStory(board: TestBoard, now: Date): Promise<Story> {
  const mark = `kanarie-${randomUUID().slice(0, 8)}`;
  const closedRound = await opened(board, { name: "Vorige ronde", closesOn: isoDay(later(-10, now)) }, later(-30, now));
  const ownDone = await answer(board, owner, closedRound, { note: `${mark} vorige`, at: later(-20, now), finish: true });
  const others = board.people.filter(({ email, family }) => /^(linde|eik)-/.test(email) && (family === "leraar" || family === "onderwijsondersteuner") && !email.startsWith(`${owner}.`));
  for (const [nth, { email }] of others.entries()) await handIn(board, closedRound, email.split(".")[0]!, (_, place) => ((place + nth) % 3) + 1, { at: later(-20, now) });
  await releaseDueRounds(board.database, later(-9, now), quiet);

  const openRound = await opened(board, { name: "Deze ronde", closesOn: isoDay(later(14, now)) }, later(-2, now));
  const eikRound = await opened(board, { name: "Alleen De Eik", instrument: digcompedu, schoolIds: [board.schools.eik], families: ["leraar"], closesOn: isoDay(later(14, now)) }, later(-2, now));
  const ownHalf = await answer(board, owner, openRound, { note: `${mark} nu`, at: later(-1, now), finish: false });
  const colleagueDone = await answer(board, colleague, openRound, { note: `${mark} collega`, at: later(-1, now), finish: true });
  await refreshResponse(board.database, now);

  const { competenceId, statements } = await board.as(owner, async (ctx) => {
    const { pages } = await openAssessment(ctx, ownHalf);
    return { competenceId: pages[0]!.competenceId, statements: pages.map(({ choices }) => choices.at(-1)!.statement.nl) };
  }, now);
  const goal = await board.as(owner, async (ctx) => {
    const made = await createGoal(ctx, { assessmentId: ownDone, competenceId, step: `${mark} stap`, dueOn: isoDay(later(9, now)) });
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    return made.goalId;
  }, now);
  const lindeTraining = await plan(board, "linde-directeur", closedRound, board.schools.linde, now);
  const eikTraining = await plan(board, "eik-directeur", closedRound, board.schools.eik, now);
  const boardTraining = await plan(board, "hr", closedRound, "alle", now);
  await board.as("linde-directeur", async (ctx) => {
    await beginScan(ctx, board.schools.linde, { intent: "begin", participants: 4, roles: "directeur, leraren, conciërge" });
    await saveScanAnswer(ctx, board.schools.linde, { statementId: "VIB-1.1", base: 0, step: "2", differ: false, note: "" });
  }, now);
  const desk = await tellDesk(board, now);
  await board.as("beheerder", (ctx) => listPeople(ctx, { name: "", schoolId: null, family: null, page: 1 }), now);
  const names = [owner, colleague].flatMap((key) => [board.person(key).name, board.person(key).email]);
  return {
    ...{ board, closedRound, openRound, eikRound, ownDone, ownHalf, colleagueDone, competenceId, goal, lindeTraining, eikTraining, boardTraining, ...desk },
    secrets: { notes: [mark], statements, ids: [ownDone, ownHalf, colleagueDone, goal], names },
  };
}

/** A framework of the board that is being written, and one in review with a remark of the owner. */
async function tellDesk(board: TestBoard, now: Date): Promise<Pick<Story, "draft" | "following" | "inReview" | "remark">> {
  const begun = (key: "three-levels" | "agreements") => board.as("beheerder", (ctx) => beginTemplate(ctx, key), now);
  const [draft, inReview] = [await begun("three-levels"), await begun("agreements")];
  await board.as("beheerder", (ctx) => askForReview(ctx, inReview), now);
  const remark = await board.as(owner, async (ctx) => {
    await comment(ctx, await reviewDocument(ctx, inReview), { item: "1", words: "Graag ook in de pauze." });
    return (await openReadAlong(ctx, inReview, { as: null, place: 1 })).mine[0]!.id;
  }, now);
  return { draft, following: await followPublished(board, now), inReview, remark };
}

/** Agreements that were published, and a draft of the next version with one more. */
async function followPublished(board: TestBoard, now: Date): Promise<string> {
  const admin = <T>(work: (ctx: Context) => Promise<T>) => board.as("beheerder", work, now);
  const first = await admin((ctx) => beginTemplate(ctx, "agreements"));
  await admin((ctx) => changeSection(ctx, first, { part: "facts" }, { licence: "CC-BY-4.0" }, 1));
  await admin((ctx) => changeMatrix(ctx, first, { instrument: "agreements", group: matrixGroup("leraar")! }, { "in.1": "on" }, 2));
  await admin((ctx) => askForReview(ctx, first));
  await admin((ctx) => publishDocument(ctx, first, "0.1.0"));
  const following = await admin((ctx) => beginVersion(ctx, first));
  await admin((ctx) => changeShape(ctx, following, { do: "add-area" }, 1));
  return following;
}

/** Answers the whole of a round, or half of it, with the highest level, which nobody else in the story chooses. */
async function answer(board: TestBoard, key: string, roundId: string, { note, at, finish }: { note: string; at: Date; finish: boolean }): Promise<string> {
  return board.as(key, async (ctx) => {
    const id = await startAssessment(ctx, { roundId, framework: "", instrument: "", mode: "all" });
    const { pages } = await openAssessment(ctx, id);
    for (const { competenceId, choices } of finish ? pages : pages.slice(0, Math.ceil(pages.length / 2))) {
      const saved = await saveAnswer(ctx, id, { itemId: competenceId, clientId: randomUUID(), base: 0, answer: { level: choices.at(-1)!.value }, wish: true, note });
      if (saved.status !== "saved") throw new Error("The answer was not kept.");
    }
    if (finish) await handInOwn(ctx, id);
    return id;
  }, at);
}

async function plan(board: TestBoard, key: string, roundId: string, schoolId: string, now: Date): Promise<string> {
  return board.as(key, async (ctx) => {
    const { competences } = await planningChoices(ctx, roundId);
    const title = `Training door ${key}`;
    const made = await planTraining(ctx, roundId, { title, competenceId: competences[0]!.id, family: "leraar", schoolId, onDate: isoDay(later(20, now)), hours: 2 });
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    const rows = await ctx.db.select({ id: trainings.id, title: trainings.title }).from(trainings);
    return rows.find((row) => row.title === title)!.id;
  }, now);
}

/** What is in the database, table by table: number of rows and a hash of them all. Sessions slide with every page, so they are left out. */
export function watchTables(adminUrl: string, except: readonly string[] = ["sessions"]): { look: () => Promise<Record<string, string>>; end: () => Promise<void> } {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  let query: string | null = null;
  return {
    async look() {
      if (query === null) {
        const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
        query = tables
          .filter(({ name }) => !except.includes(name))
          .map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as state from "${name}" t`)
          .join(" union all ");
      }
      const rows = await sql.unsafe<{ name: string; state: string }[]>(query);
      return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
    },
    end: () => sql.end(),
  };
}
