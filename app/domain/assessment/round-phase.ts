import { dueAt } from "#app/domain/round.ts";

/** open: all is possible. grace: what is typed is still kept, but only for oneself. closed: nothing is written any more. */
export type RoundPhase = "open" | "grace" | "closed";

/** When a round ends for those who answer: at its closing time, or earlier when it was cancelled. */
export function endOf({ closesAt, cancelledAt }: { closesAt: Date; cancelledAt: Date | null }): Date {
  return cancelledAt !== null && cancelledAt < closesAt ? cancelledAt : closesAt;
}

/** Where a round stands for the person who answers. Only the server's clock decides. */
export function phaseAt(end: Date, now: Date): RoundPhase {
  if (now < end) return "open";
  return now < dueAt(end) ? "grace" : "closed";
}
