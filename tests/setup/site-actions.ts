import { randomUUID } from "node:crypto";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { digcompedu, kennisnet, later } from "#tests/services/round-hand-in.ts";
import { deskActs } from "./site-desk.ts";
import { garbage, type Kind } from "./site-pages.ts";
import type { Story } from "./site-story.ts";

/** What there is to act on: of a story, or ids that are nothing. */
export type Targets = Pick<Story, "closedRound" | "openRound" | "eikRound" | "ownDone" | "ownHalf" | "colleagueDone" | "competenceId" | "goal" | "lindeTraining" | "eikTraining" | "boardTraining" | "draft" | "following" | "inReview" | "remark"> & { linde: string; eik: string; organisationId: string };

/**
 * Something that can be asked by a form that holds. `by`: for whom it is theirs to ask; for everybody else nothing changes.
 * `status` is what the first of them gets, so that a refusal of the others is about who they are and not about the form.
 */
export type Act = { readonly name: string; readonly path: string; readonly form: Record<string, string>; readonly json?: true; readonly by: readonly Kind[]; readonly status: number };

export const targetsOf = (story: Story): Targets => ({ ...story, linde: story.board.schools.linde, eik: story.board.schools.eik, organisationId: story.board.organisationId });

/** Ids of nothing: nobody's, or what is no id at all. */
export function nothing({ competenceId }: Targets, id: string): Targets {
  return { closedRound: id, openRound: id, eikRound: id, ownDone: id, ownHalf: id, colleagueDone: id, competenceId, goal: id, lindeTraining: id, eikTraining: id, boardTraining: id, draft: id, following: id, inReview: id, remark: id, linde: id, eik: id, organisationId: id };
}

/** Decoded, because the addresses are made by `paths`. */
export const notIds = Object.entries(garbage).map(([name, raw]) => [name, decodeURIComponent(raw)] as const);

/** Every action of the product that names something by its id; in an order in which all of them can be done by whose they are. */
export function actsOn(at: Targets, now: Date): Act[] {
  const day = (days: number) => isoDay(later(days, now));
  const answer = { clientId: randomUUID(), base: "9", answer: "1", note: "overschreven" };
  const training = { intent: "plan", title: "Nieuwe training", competenceId: at.competenceId, family: "leraar", onDate: day(30), hours: "2,5" };
  const round = { intent: "open", name: "Nog een ronde", families: "leraar", closesOn: day(20), threshold: "5", privacy: "confidential" };
  const review = (id: string, what: string, more: Record<string, string> = {}) => ({ path: paths.review(id), form: { do: what, ...more } });
  const plan = (schoolId: string) => ({ path: paths.planTraining(at.closedRound), form: { ...training, schoolId } });
  const cancel = (trainingId: string) => ({ path: paths.planTraining(at.closedRound), form: { intent: "cancel", trainingId } });
  const change = (roundId: string, form: Record<string, string>) => ({ path: paths.round(roundId), form });
  const owners: Pick<Act, "by"> = { by: ["owner"] };
  const colleagues: Pick<Act, "by"> = { by: ["colleague"] };
  return [
    // An older state than the stored one: the owner gets a conflict, and nothing is written either way.
    { name: "save an answer", path: paths.saveAnswer(at.ownHalf), form: { ...answer, itemId: at.competenceId, base: "0" }, ...owners, status: 409 },
    { name: "save an answer as JSON", path: paths.saveAnswer(at.ownHalf), form: { ...answer, itemId: at.competenceId, base: "0" }, json: true, ...owners, status: 409 },
    { name: "answer a question", path: paths.question(at.ownHalf, at.competenceId), form: { ...answer, clientId: randomUUID(), base: "1" }, ...owners, status: 302 },
    { name: "hand in what is half-way", ...review(at.ownHalf, "hand-in"), ...owners, status: 409 },
    { name: "not count", ...review(at.colleagueDone, "count", { excluded: "on" }), ...colleagues, status: 302 },
    { name: "withdraw", ...review(at.colleagueDone, "withdraw"), ...colleagues, status: 302 },
    { name: "hand in", ...review(at.colleagueDone, "hand-in", { excluded: "on" }), ...colleagues, status: 302 },
    { name: "extend", ...review(at.ownHalf, "extend"), ...owners, status: 302 },
    { name: "correct the own function", path: paths.ownFunction(at.ownHalf), form: { functionId: "vakleerkracht" }, ...owners, status: 302 },
    { name: "throw away what is handed in", path: paths.throwAway(at.ownDone), form: { do: "throw-away" }, ...owners, status: 409 },
    { name: "throw away what is half-way", path: paths.throwAway(at.ownHalf), form: { do: "throw-away" }, ...owners, status: 302 },
    { name: "withdraw after closing", ...review(at.ownDone, "withdraw"), ...owners, status: 409 },
    { name: "plan a step", path: paths.result(at.ownDone), form: { competenceId: at.competenceId, step: "Een andere stap", dueOn: day(5) }, ...owners, status: 302 },
    { name: "choose on another framework", path: paths.reach(at.ownDone), form: { framework: "digcompedu" }, ...owners, status: 302 },
    { name: "move a step", path: paths.goal(at.goal), form: { act: "move", dueOn: day(6) }, ...owners, status: 302 },
    { name: "finish a step", path: paths.goal(at.goal), form: { act: "finish", reflection: "Gedaan" }, ...owners, status: 302 },
    { name: "let go of a step", path: paths.goal(at.goal), form: { act: "let-go" }, ...owners, status: 409 },
    { name: "begin in a round", path: paths.startAssessment({ roundId: at.openRound }), form: { do: "start", mode: "all" }, by: ["support", "owner", "colleague"], status: 302 },
    { name: "begin in a round of others", path: paths.startAssessment({ roundId: at.eikRound }), form: { do: "start", mode: "all" }, by: [], status: 404 },
    { name: "extend the round", ...change(at.openRound, { intent: "extend", closesOn: day(30) }), by: ["hr"], status: 302 },
    { name: "cancel the round", ...change(at.openRound, { intent: "cancel" }), by: ["hr"], status: 409 },
    { name: "close the round", ...change(at.openRound, { intent: "close" }), by: ["hr"], status: 302 },
    { name: "extend the round of one school", ...change(at.eikRound, { intent: "extend", closesOn: day(30) }), by: ["otherLeader", "hr"], status: 302 },
    { name: "cancel the round of one school", ...change(at.eikRound, { intent: "cancel" }), by: ["otherLeader", "hr"], status: 302 },
    { name: "open a round at two schools", path: paths.newRound(), form: { ...round, instrument: kennisnet, schoolIds: `${at.linde},${at.eik}` }, by: ["hr"], status: 302 },
    { name: "open a round at one school", path: paths.newRound(), form: { ...round, instrument: digcompedu, schoolIds: at.linde }, by: ["leader", "hr"], status: 302 },
    { name: "plan a training", ...plan(at.linde), by: ["leader", "hr"], status: 302 },
    { name: "plan a training at the other school", ...plan(at.eik), by: ["otherLeader", "hr"], status: 302 },
    { name: "plan a training for all schools", ...plan("alle"), by: ["hr"], status: 302 },
    { name: "cancel a training", ...cancel(at.lindeTraining), by: ["leader", "hr"], status: 302 },
    { name: "cancel a training at the other school", ...cancel(at.eikTraining), by: ["otherLeader", "hr"], status: 302 },
    { name: "cancel a training for all schools", ...cancel(at.boardTraining), by: ["hr"], status: 302 },
    { name: "answer a statement of the school", path: paths.scanStatement(at.linde, "VIB-1.2"), form: { base: "0", step: "3", note: "Samen" }, by: ["leader"], status: 302 },
    { name: "answer one at the other school", path: paths.scanStatement(at.eik, "VIB-1.2"), form: { base: "0", step: "3", note: "Samen" }, by: ["otherLeader"], status: 409 },
    { name: "begin a scan at the other school", path: paths.schoolScan(at.eik), form: { intent: "begin", participants: "4", roles: "directeur en leraren" }, by: ["otherLeader"], status: 302 },
    { name: "finish the scan of the school", path: paths.schoolScan(at.linde), form: { intent: "finish", sure: "on" }, by: ["leader"], status: 302 },
    ...deskActs(at),
    { name: "go to a board", path: paths.chooseBoard(), form: { board: at.organisationId }, by: ["owner", "colleague", "support", "leader", "otherLeader", "hr", "board", "admin"], status: 302 },
  ];
}

/** The body of an act as a browser sends it; a list of ids is one field per id. */
export function bodyOf({ form, json }: Pick<Act, "form" | "json">): { body: string; type: string } {
  if (json) return { body: JSON.stringify(form), type: "application/json" };
  const pairs = Object.entries(form).flatMap(([name, value]) => (name === "schoolIds" ? value.split(",").map((each) => [name, each]) : [[name, value]]));
  return { body: new URLSearchParams(pairs).toString(), type: "application/x-www-form-urlencoded" };
}
