import { levelOf, reasonOf, type Answers } from "#app/domain/assessment/answers.ts";
import type { Page } from "#app/domain/assessment/questionnaire.ts";
import { logRole, type LogAction } from "#app/domain/log.ts";
import { gapsOf } from "#app/domain/result/gap.ts";
import { library } from "#app/services/frameworks.server.ts";
import { questionnaireOf, type Pinned } from "#app/services/assessments-questionnaire.server.ts";
import { answerTo, type Story } from "#seeds/answer-profiles.ts";
import { randomFrom, type Random } from "#seeds/random.ts";
import type postgres from "postgres";
import { insertInto, type Value } from "./insert.ts";
import type { Ids, Member } from "./plan.ts";

/** A round as far as answering it goes. */
export type Held = Omit<Pinned, "family" | "functionId"> & { readonly organisationId: string; readonly id: string; readonly name: string; readonly levels: number; readonly from: Date; readonly until: Date; readonly running: boolean; readonly growth: number };
/** How likely somebody who is asked takes part, by family. */
export type Shares = Readonly<Record<string, number>>;

type Table = { columns: readonly string[]; rows: Value[][] };
const tables = {
  assessments: ["organisation_id", "id", "person_id", "round_id", "framework", "framework_version", "instrument", "profile", "profile_version", "family", "function_id", "mode", "excluded", "started_at", "handed_in_at"],
  answers: ["organisation_id", "assessment_id", "item_id", "sequence", "client_id", "person_id", "level", "reason", "wish", "note", "answered_at"],
  results: ["organisation_id", "assessment_id", "competence_id", "person_id", "level", "reason", "wish", "target", "weight"],
  log_entries: ["organisation_id", "at", "actor_id", "actor_name", "actor_role", "action", "person_id", "subject"],
  goals: ["organisation_id", "id", "person_id", "assessment_id", "competence_id", "step", "due_on", "done_at", "reflection", "created_at"],
} as const;
type Name = keyof typeof tables;
type Rows = Record<Name, Table>;

const story: Story = { "1.1": 0.7, "1.4": -0.5, "2.3": -1.1, "4.2": -1.3, "5.2": -0.9, "6.4": 0.5, "KN-V7": -0.8, "KN-O2": -1, "KN-V8": 0.5 };
/** Rows kept in memory before they are written. */
const batch = 100_000;
const day = 86_400_000;

/**
 * Everybody who takes part signs in, starts, answers and hands in, as the services would have written it: the rows come from the same
 * pure functions (questionnaire, gaps) and are compared with those of the services in a test. In a running round nobody has handed in yet.
 * @returns how many self-assessments and answers there are
 */
export async function sitRound(sql: postgres.Sql, round: Held, members: readonly Member[], shares: Shares, { seed, ids }: { seed: number; ids: Ids }): Promise<{ assessments: number; answers: number }> {
  const random = randomFrom(seed);
  const counts = { assessments: 0, answers: 0 };
  let rows = noRows();
  for (const member of members) {
    const stream = randomFrom(Math.floor(random() * 2 ** 31));
    if (stream() >= (shares[member.family] ?? 0)) continue;
    sit(rows, round, member, ids, stream);
    if (rows.answers.rows.length < batch) continue;
    await write(sql, rows, counts);
    rows = noRows();
  }
  await write(sql, rows, counts);
  return counts;
}

/** One person's rows of one round. */
function sit(rows: Rows, round: Held, { id: personId, name, roles, family, functionId, temper }: Member, ids: Ids, random: Random): void {
  const { organisationId } = round;
  const { pages } = questionnaireOf(library(), { ...round, family, functionId }, "all");
  if (pages.length === 0) return;
  const assessmentId = ids();
  let at = round.from.getTime() + 3_600_000 + Math.floor(random() * (round.until.getTime() - round.from.getTime() - 5 * 3_600_000));
  const startedAt = new Date(at);
  const log = (action: LogAction, subject: string) =>
    rows.log_entries.rows.push([organisationId, new Date(at), personId, name, logRole([...new Set(roles.map(({ role }) => role))]), action, personId, subject]);
  log("signed-in", "");
  const asked = round.running ? pages.slice(0, Math.floor(random() * pages.length)) : pages;
  const answers: Record<string, Answers[string]> = {};
  for (const page of asked) {
    // One answer in ten is thought over: the last one counts, the first one stays.
    const times = random() < 0.1 ? 2 : 1;
    for (let sequence = 1; sequence <= times; sequence += 1) {
      at += 20_000 + Math.floor(random() * 50_000);
      const { answer, wish, note } = answerTo(page, temper, story, round.growth, round.levels, random);
      rows.answers.rows.push([organisationId, assessmentId, page.competenceId, sequence, ids(), personId, levelOf(answer), reasonOf(answer), wish, note === "" ? null : note, new Date(at)]);
      answers[page.competenceId] = { answer, wish, note, sequence };
    }
  }
  at += 60_000;
  rows.assessments.rows.push([
    ...[organisationId, assessmentId, personId, round.id, round.framework, round.frameworkVersion, round.instrument, round.profile, round.profileVersion, family, functionId],
    ...["all", !round.running && random() < 0.02, startedAt, round.running ? null : new Date(at)],
  ]);
  if (round.running) return;
  log("assessment.handed-in", round.name);
  const gaps = gapsOf(pages, answers);
  for (const { competenceId, level, reason, wish, target, weight } of gaps) rows.results.rows.push([organisationId, assessmentId, competenceId, personId, level, reason, wish, target, weight]);
  const ahead = gaps.find(({ gap }) => gap !== null && gap > 0);
  if (ahead && random() < 0.25) planStep(rows, round, { id: ids(), personId, assessmentId, page: pages.find(({ competenceId }) => competenceId === ahead.competenceId)! }, random);
}

/** A step planned after the round and ticked off on its day. */
function planStep(rows: Rows, { organisationId, until }: Held, { id, personId, assessmentId, page }: { id: string; personId: string; assessmentId: string; page: Page }, random: Random): void {
  const planned = new Date(until.getTime() + (2 + random() * 10) * day);
  const due = new Date(planned.getTime() + 21 * day);
  const step = `Bekijk samen met een collega: ${page.title.nl}`.slice(0, 500);
  rows.goals.rows.push([organisationId, id, personId, assessmentId, page.competenceId, step, due.toISOString().slice(0, 10), due, "Gelukt, en het gaf me een idee.", planned]);
}

function noRows(): Rows {
  return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, { columns, rows: [] }])) as unknown as Rows;
}

async function write(sql: postgres.Sql, rows: Rows, counts: { assessments: number; answers: number }): Promise<void> {
  // Self-assessments first: the others point at them.
  for (const name of Object.keys(tables) as Name[]) {
    const { columns, rows: list } = rows[name];
    if (list.length > 0) await insertInto(sql, name, columns, list);
  }
  counts.assessments += rows.assessments.rows.length;
  counts.answers += rows.answers.rows.length;
}
