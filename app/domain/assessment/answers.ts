/** Why somebody gives no level. A reason is data of its own and never a number. */
export const reasons = ["not-in-my-work", "do-not-know", "rather-not-say", "consciously-not"] as const;
export type Reason = (typeof reasons)[number];

/** An answer is a level (1 = lowest of the scale) or a reason; the type makes it impossible to add up a reason. */
export type Answer = { readonly level: number } | { readonly reason: Reason };

/** What is kept per item: an answer or none yet, the wish to learn, a private note, and how often it was saved. */
export type ItemState = {
  readonly answer: Answer | null;
  readonly wish: boolean;
  readonly note: string;
  /** Sequence number of the last saved state; 0 when nothing was saved. */
  readonly sequence: number;
};

/** Answers by item id. A missing key means: not asked yet. */
export type Answers = Readonly<Record<string, ItemState>>;

/** The level of an answer, or null when there is none to go on. */
export function levelOf(answer: Answer | null): number | null {
  return answer !== null && "level" in answer ? answer.level : null;
}

/** The reason of an answer, or null when a level was given or nothing yet. */
export function reasonOf(answer: Answer | null): Reason | null {
  return answer !== null && "reason" in answer ? answer.reason : null;
}

/** True for one of the four reasons. */
export function isReason(value: unknown): value is Reason {
  return (reasons as readonly unknown[]).includes(value);
}
