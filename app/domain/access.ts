import type { Family } from "./people/function-group.ts";
import type { Language } from "./text.ts";

/** Access roles on top of being staff. leader: own schools; hr and board: the whole board; admin: people, frameworks, settings, no results. */
export const roles = ["leader", "hr", "board", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who is asking: one person at one board, as the session says it. Never built from anything the browser sent. */
export type Actor = {
  readonly personId: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  /** Schools this person leads; empty for everybody who is no leader. */
  readonly leads: readonly string[];
  readonly schoolId: string | null;
  readonly family: Family | null;
  readonly functionId: string | null;
};

type Subjects = {
  /** Somebody's own self-assessment, answers, result, goals and account. */
  "own:use": { personId: string };
  /** Rounds at these schools: open, watch the response, close. */
  "rounds:manage": { schoolIds: readonly string[] };
  /** Released figures and plans of one school. */
  "school:read": { schoolId: string };
  /** Filling in the scan of a school with colleagues; who may read it is "school:read". */
  "scan:fill": { schoolId: string };
  /** Published figures about the whole sector. */
  "sector:read": object;
  /** Released figures and plans over all schools. */
  "board:read": object;
  /** Plan a training for a school (null: for the whole board). */
  "training:plan": { schoolId: string | null };
  /** People, rounds, framework library and the log, for the functional administrator. */
  "board:manage": object;
};
export type Action = keyof Subjects;

const has = (actor: Actor, role: Role) => actor.roles.includes(role);
const overBoard = (actor: Actor) => has(actor, "hr") || has(actor, "board");

const rules: { [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean } = {
  "own:use": (actor, { personId }) => actor.personId === personId,
  "rounds:manage": (actor, { schoolIds }) =>
    has(actor, "hr") || (has(actor, "leader") && schoolIds.length > 0 && schoolIds.every((id) => actor.leads.includes(id))),
  "school:read": (actor, { schoolId }) => overBoard(actor) || (has(actor, "leader") && actor.leads.includes(schoolId)),
  "scan:fill": (actor, { schoolId }) => has(actor, "leader") && actor.leads.includes(schoolId),
  "sector:read": (actor) => overBoard(actor) || has(actor, "leader"),
  "board:read": (actor) => overBoard(actor),
  "training:plan": (actor, { schoolId }) =>
    has(actor, "hr") || (has(actor, "leader") && schoolId !== null && actor.leads.includes(schoolId)),
  "board:manage": (actor) => has(actor, "admin"),
};

/**
 * The only answer to "may they?". Another board is always no.
 * The server asks it in each service, pages ask it to leave out what would be refused.
 */
export function may<A extends Action>(actor: Actor, action: A, subject: Subjects[A] & { organisationId?: string }): boolean {
  if (subject.organisationId !== undefined && subject.organisationId !== actor.organisationId) return false;
  return rules[action](actor, subject);
}
