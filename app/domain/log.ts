import type { Role } from "#app/domain/access.ts";

/** Everything that is written down: who looked at or changed what. A new key needs its sentence in `messages/log.ts`. */
export const logActions = [
  "round.opened",
  "round.asked",
  "round.closed",
  "round.cancelled",
  "round.extended",
  "round.released",
  "training.planned",
  "training.cancelled",
  "scan.started",
  "scan.finished",
  "function.corrected",
  "person.viewed",
  "people.viewed",
  "framework.begun",
  "framework.imported",
  "framework.changed",
  "framework.review",
  "framework.commented",
  "framework.draft",
  "framework.published",
  "framework.withdrawn",
  "framework.removed",
  "password.changed",
  "sessions.ended",
  "signed-in",
  "assessment.handed-in",
  "assessment.withdrawn",
] as const;
export type LogAction = (typeof logActions)[number];

/** In which quality somebody acted; "system" is the program itself, when a round is worked out. */
export type LogRole = Role | "staff" | "system";

/**
 * What nobody but the person reads, the administrator neither: taking part is voluntary, and an account is private.
 * With these in the board's log, anybody could count who handed in.
 */
export const ownActions: readonly LogAction[] = ["assessment.handed-in", "assessment.withdrawn", "signed-in", "password.changed", "sessions.ended"];

/** Written once for everybody it is about; the board's log has one line for all of them (a round that was opened). */
export const eachActions: readonly LogAction[] = ["round.asked"];

/** What the administrator can read and filter the board's log by. */
export const boardActions: readonly LogAction[] = logActions.filter((action) => !ownActions.includes(action) && !eachActions.includes(action));

/** One line of the log as it is read. */
export type LogEntry = {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: LogRole;
  readonly action: LogAction;
  /** What it was about, in a few words; never an answer or a level. */
  readonly subject: string;
};

const weight: readonly Role[] = ["admin", "hr", "board", "leader"];

/** The one word for somebody's quality in the log: the furthest-reaching role, or plain staff. */
export function logRole(roles: readonly Role[]): LogRole {
  return weight.find((role) => roles.includes(role)) ?? "staff";
}

/** The kind of action that somebody filters the board's log by; null (all of them) for anything that is not in it. */
export function boardActionFrom(text: string | null): LogAction | null {
  return boardActions.find((action) => action === text) ?? null;
}

/** Where a page of the log goes on: just before this entry, newest first. */
export type LogCursor = { readonly at: Date; readonly id: string };

/** "1763800000000-<uuid>": a place in the log that stays the same when newer entries come in. */
export function cursorText({ at, id }: LogCursor): string {
  return `${at.getTime()}-${id}`;
}

/** Reads a cursor from an address; null (the newest page) for anything that is none. */
export function cursorFrom(text: string | null): LogCursor | null {
  const found = /^(\d{1,13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "");
  return found ? { at: new Date(Number(found[1])), id: found[2]! } : null;
}
