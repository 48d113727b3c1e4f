import type { Answer, ItemState } from "./answers.ts";

/** What somebody wants to have saved for one item. `base` is the sequence they last saw; `clientId` names this very save. */
export type AnswerToSave = {
  readonly itemId: string;
  readonly clientId: string;
  readonly base: number;
  readonly answer: Answer | null;
  readonly wish: boolean;
  readonly note: string;
};

/** The choices of a save, without what it was saved for. */
export type Draft = Pick<AnswerToSave, "answer" | "wish" | "note">;

/** A saved state, with the save that made it and its moment. */
export type SavedState = { readonly state: ItemState; readonly clientId: string; readonly at: Date };

/** add: write a row. saved: it is there already. conflict: somebody saved something else since, and nothing is overwritten. */
export type SaveDecision =
  | { readonly status: "add"; readonly sequence: number; readonly newId: boolean }
  | { readonly status: "saved"; readonly state: ItemState; readonly at: Date }
  | { readonly status: "conflict"; readonly theirs: ItemState };

/** Longest private note, in characters. */
export const longestNote = 2000;

/** What an item holds before anything was saved for it. */
export const untouched: ItemState = { answer: null, wish: false, note: "", sequence: 0 };

/**
 * What to do with a save. Sending the same save twice is harmless, also when it was overtaken.
 * A save on an older state than the stored one is a conflict, unless both say the same or the newest state came
 * from this very form (somebody went back in the browser and chose again).
 * @param latest the newest state of the item; null when there is none
 * @param same the state that was saved under this clientId; null when there is none
 */
export function decideSave(sent: AnswerToSave, latest: SavedState | null, same: SavedState | null): SaveDecision {
  if (same !== null && sameDraft(same.state, sent)) return { status: "saved", state: same.state, at: same.at };
  const stored = latest?.state ?? untouched;
  if (stored.sequence === sent.base) return { status: "add", sequence: sent.base + 1, newId: same !== null };
  if (latest !== null && sameDraft(stored, sent)) return { status: "saved", state: stored, at: latest.at };
  if (latest !== null && latest.clientId === sent.clientId) return { status: "add", sequence: stored.sequence + 1, newId: true };
  return { status: "conflict", theirs: stored };
}

/** True when two drafts say the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return a.wish === b.wish && a.note === b.note && sameAnswer(a.answer, b.answer);
}

function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  return answerText(a) === answerText(b);
}

/** An answer as forms write it: "3" for a level, the reason itself, "" for none yet. */
export function answerText(answer: Answer | null): string {
  if (answer === null) return "";
  return "level" in answer ? String(answer.level) : answer.reason;
}
