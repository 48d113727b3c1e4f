import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { digcompedu, later } from "#tests/services/round-hand-in.ts";
import { deskTargets } from "./site-desk.ts";
import { colleague, owner, type Story } from "./site-story.ts";

/** What may be typed in any field: never a page that breaks, never kept where it does not belong. */
export const nasty: Readonly<Record<string, string>> = {
  empty: "",
  blank: "  ",
  nul: "\0",
  "nul inside": "a\0b",
  megabyte: "x".repeat(1_000_000),
  proto: "__proto__",
  constructor: "constructor",
  "to string": "toString",
  huge: "1e309",
  negative: "-1",
  zero: "0",
  tiny: "1e-60",
  hexadecimal: "0x10",
  half: "5.5",
  "ninety-nine": "99",
  "not a number": "NaN",
  "past the integers": "99999999999999999999",
  "no such day": "2026-02-31",
  "day first": "31-02-2026",
  "far year": "99999-01-01",
  "year zero": "0000-00-00",
  markup: "<script>alert(1)</script>",
  sql: "'; drop table people; --",
  "new header": "x\r\nSet-Cookie: planted=1",
  "half a character": "\uD800",
  directions: "\u202Eabc\u2066",
  emoji: "🌱".repeat(70),
  path: "../../etc/passwd",
  array: "[]",
  object: '{"a":1}',
  null: "null",
  "nobody's id": "6f1c1c0e-0000-4000-8000-000000000001",
};

/** A few of them, where each try costs a hashed password. */
export const fewNasty = Object.fromEntries(["empty", "nul", "nul inside", "megabyte", "proto", "new header", "half a character"].map((name) => [name, nasty[name]!]));

/** Somewhere a form can be sent, with a form that would hold, and what in each field has to be refused. */
export type Target = {
  readonly name: string;
  readonly who: string | null;
  readonly path: string;
  readonly form: () => Promise<Record<string, string>> | Record<string, string>;
  readonly json?: true;
  /** Fields in which these must be refused; in the other fields any text is somebody's own. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
  /** Fields that may be left out. */
  readonly optional?: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  /** What a form that was accepted may change. */
  readonly changes: readonly string[];
  /** What a refusal writes down: that there was a try. */
  readonly counts?: readonly string[];
  /** Puts back what an accepted form changed, so that the next one is judged by itself. */
  readonly reset?: () => Promise<unknown>;
  /** This one is answered with a refusal whatever the form. */
  readonly never?: true;
};

const days = ["empty", "blank", "nul", "no such day", "day first", "far year", "year zero", "huge", "megabyte", "markup", "null"];
const ids = Object.keys(nasty);
const choice = Object.keys(nasty);
const text = ["empty", "blank", "megabyte"];
const numbers = ["empty", "nul", "megabyte", "proto", "huge", "negative", "not a number", "past the integers", "markup", "array", "null"];

/** Every form of the product, with a sensible content. */
export function targetsOf(story: Story, sql: postgres.Sql, now: Date): Target[] {
  const { linde } = story.board.schools;
  const day = (count: number) => isoDay(later(count, now));
  const sequence = async () => (await sql<{ last: number }[]>`select coalesce(max(sequence), 0)::int as last from answers where assessment_id = ${story.ownHalf} and item_id = ${story.competenceId}`)[0]!.last;
  const answer = async () => ({ clientId: randomUUID(), base: String(await sequence()), answer: "2", wish: "on", note: "Een gewone notitie" });
  // An id that the browser made is as good as any other.
  const answerRefused = { clientId: ids.filter((each) => each !== "nobody's id"), base: [...numbers, "half"].filter((each) => !["empty", "null", "nul"].includes(each)), answer: choice.filter((each) => !["empty", "nul"].includes(each)), note: ["megabyte"] };
  const save = { who: owner, path: paths.saveAnswer(story.ownHalf), form: async () => ({ ...(await answer()), itemId: story.competenceId }), refused: { ...answerRefused, itemId: choice }, optional: ["answer", "wish", "note"], changes: ["answers"] } as const;
  const review = (who: string, id: string, what: string, more: Partial<Target>): Target => ({ name: `review: ${what}`, who, path: paths.review(id), form: () => ({ do: what, excluded: "on" }), refused: { do: choice }, optional: ["excluded"], changes: ["assessments", "results", "log_entries"], ...more });
  const goalBack = () => sql`update goals set done_at = null, reflection = null where id = ${story.goal}`;
  const roundBack = () => sql`update rounds set closes_at = now() + interval '14 days', cancelled_at = null where id = ${story.eikRound}`;
  const goal = (act: string, more: Record<string, string>, refused: Target["refused"], optional: string[] = []): Target => ({ name: `step: ${act}`, who: owner, path: paths.goal(story.goal), form: () => ({ act, ...more }), refused: { act: choice, ...refused }, optional, changes: ["goals"], reset: goalBack });
  const round = (intent: string, more: Record<string, string> = {}): Target => ({ name: `round: ${intent}`, who: "eik-directeur", path: paths.round(story.eikRound), form: () => ({ intent, ...more }), refused: { intent: choice, closesOn: days }, changes: ["rounds", "release_queue", "log_entries"], reset: roundBack });
  return [
    { name: "save an answer", ...save },
    { name: "save an answer as JSON", ...save, json: true },
    { name: "answer a question", who: owner, path: paths.question(story.ownHalf, story.competenceId), form: answer, refused: answerRefused, optional: ["answer", "wish", "note"], changes: ["answers"] },
    review(owner, story.ownHalf, "hand-in", { never: true }),
    review(owner, story.ownHalf, "extend", {}),
    review(colleague, story.colleagueDone, "count", {}),
    { name: "correct the own function", who: owner, path: paths.ownFunction(story.ownHalf), form: () => ({ functionId: "vakleerkracht" }), refused: { functionId: choice }, changes: ["assessments", "appointments", "log_entries"] },
    { name: "plan a step", who: owner, path: paths.result(story.ownDone), form: () => ({ competenceId: story.competenceId, step: "Een stap", dueOn: day(7) }), refused: { competenceId: choice, step: [...text, "nul"], dueOn: days }, changes: ["goals"], reset: () => sql`delete from goals where id <> ${story.goal} and organisation_id = ${story.board.organisationId}` },
    { name: "choose on another framework", who: owner, path: paths.reach(story.ownDone), form: () => ({ framework: "digcompedu" }), refused: { framework: choice }, changes: ["assessments"] },
    goal("finish", { reflection: "Goed gegaan" }, { reflection: ["megabyte"] }, ["reflection"]),
    goal("move", { dueOn: day(12) }, { dueOn: days }),
    { name: "begin for oneself", who: "eik-leraar-9", path: paths.startAssessment({ framework: "digcompedu" }), form: () => ({ do: "start", mode: "all" }), refused: { do: choice, mode: choice }, changes: ["assessments"] },
    { name: "begin in a round", who: "linde-assistent-2", path: paths.startAssessment({ roundId: story.openRound }), form: () => ({ do: "start", mode: "short" }), refused: { do: choice, mode: choice }, changes: ["assessments"] },
    { name: "correct the function", who: "linde-assistent-3", path: paths.startAssessment({ roundId: story.openRound }), form: () => ({ do: "function", functionId: "concierge" }), refused: { do: choice, functionId: choice }, changes: ["appointments", "assessments", "log_entries"] },
    round("extend", { closesOn: day(30) }),
    round("close"),
    round("cancel"),
    {
      name: "open a round",
      who: "hr",
      path: paths.newRound(),
      form: () => ({ intent: "open", instrument: digcompedu, name: "Een ronde", schoolIds: linde, families: "leraar", closesOn: day(20), threshold: "5", privacy: "confidential" }),
      refused: { instrument: choice, name: text, schoolIds: ids, families: choice, closesOn: days, threshold: [...numbers, "zero", "half", "ninety-nine", "blank"], privacy: choice },
      optional: ["intent"],
      changes: ["rounds", "round_members", "round_schools", "release_queue", "log_entries"],
      reset: () => sql`update rounds set cancelled_at = now() + interval '1 second' where name not in ('Vorige ronde', 'Deze ronde', 'Alleen De Eik') and cancelled_at is null`,
    },
    {
      name: "plan a training",
      who: "linde-directeur",
      path: paths.planTraining(story.closedRound),
      form: () => ({ intent: "plan", title: "Een training", competenceId: story.competenceId, family: "leraar", schoolId: linde, onDate: day(30), hours: "2,5" }),
      refused: { intent: choice, title: text, competenceId: choice, family: choice, schoolId: ids, onDate: days, hours: [...numbers, "zero", "tiny", "blank"] },
      changes: ["trainings", "log_entries"],
      reset: () => sql`delete from trainings where id not in (${story.lindeTraining}, ${story.eikTraining}, ${story.boardTraining})`,
    },
    { name: "cancel a training", who: "linde-directeur", path: paths.planTraining(story.closedRound), form: () => ({ intent: "cancel", trainingId: story.lindeTraining }), refused: { intent: choice, trainingId: ids }, changes: ["trainings", "log_entries"], reset: () => sql`update trainings set cancelled_at = null where id = ${story.lindeTraining}` },
    {
      name: "begin a scan of the school",
      who: "eik-directeur",
      path: paths.schoolScan(story.board.schools.eik),
      form: () => ({ intent: "begin", participants: "4", roles: "directeur en leraren" }),
      refused: { intent: choice, participants: [...numbers, "zero", "half", "ninety-nine", "tiny", "hexadecimal", "blank"], roles: [...text, "nul"] },
      changes: ["school_scans", "log_entries"],
      reset: () => sql`delete from school_scans where school_id = ${story.board.schools.eik}`,
    },
    {
      name: "answer a statement of the school",
      who: "linde-directeur",
      path: paths.scanStatement(linde, "VIB-1.3"),
      form: () => ({ base: "0", step: "3", differ: "on", note: "Samen bekeken" }),
      refused: { base: [...numbers, "half"], step: choice.filter((each) => !["empty", "nul"].includes(each)), differ: choice, note: ["megabyte"] },
      optional: ["step", "differ", "note"],
      changes: ["school_scan_answers"],
      reset: () => sql`delete from school_scan_answers where statement_id = 'VIB-1.3'`,
    },
    ...deskTargets(story, sql),
    { name: "change the password", who: "linde-leraar-5", path: paths.account(), form: () => ({ intent: "password", oldPassword: "niet dit wachtwoord", newPassword: "vijf andere woorden daar", newPasswordAgain: "vijf andere woorden daar" }), refused: { intent: ids, oldPassword: ids, newPassword: ids, newPasswordAgain: ids }, values: fewNasty, never: true, counts: ["sign_in_attempts"], changes: [] },
    { name: "go to a board", who: "linde-leraar-6", path: paths.chooseBoard(), form: () => ({ board: randomUUID() }), refused: { board: ids }, never: true, changes: [] },
    { name: "sign in", who: null, path: paths.login(), form: () => ({ email: `${randomUUID()}@test.example`, password: "niet dit wachtwoord" }), refused: { email: ids, password: ids }, values: fewNasty, never: true, counts: ["sign_in_attempts"], changes: [] },
    { name: "choose a language", who: null, path: paths.language(), form: () => ({ language: "nl", backTo: "/" }), refused: { language: choice }, optional: ["backTo"], changes: [] },
    { name: "choose one's language", who: "linde-leraar-7", path: paths.language(), form: () => ({ language: "nl", backTo: "/" }), refused: { language: choice }, optional: ["backTo"], changes: ["accounts"] },
    { name: "sign out", who: null, path: paths.logout(), form: () => ({}), refused: {}, changes: [] },
  ];
}

/** Pages that take no form at all. */
export const noForms = ["/?index", paths.assessments(), paths.goals(), paths.log(), paths.lookRound(), paths.manage(), paths.rounds(), paths.board(), "/bestaat-niet"];
/** Addresses that are no page and take no form: no link or button of ours sends one there, so only that nothing breaks matters. */
export const noPages = [paths.home(), paths.health(), "/stappen/x/agenda.ics", "/bestuur/x.csv", "/school/x/x.csv", "/zelfscans/x"];
