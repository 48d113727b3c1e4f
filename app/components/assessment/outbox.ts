import type { ItemState } from "#app/domain/assessment/answers.ts";

/** What a question's form holds: the answer as forms write it ("3", a reason, "" for none). */
export type Chosen = { readonly answer: string; readonly wish: boolean; readonly note: string };

/** One save on its way; sent again as it is until the server has answered, so that nothing is saved twice or lost. */
export type Job = Chosen & { readonly itemId: string; readonly clientId: string; readonly base: number };

/** What became of a job. away: no connection, or the server cannot now. */
export type Reply =
  | { readonly status: "saved"; readonly sequence: number; readonly at: Date }
  | { readonly status: "conflict"; readonly theirs: ItemState }
  | { readonly status: "refused"; readonly text: string }
  | { readonly status: "signed-out" }
  | { readonly status: "away" };

/** How one item stands. `draft` is what was chosen and not acknowledged yet. */
export type Slot =
  | { readonly kind: "idle" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "saving"; readonly draft: Chosen }
  | { readonly kind: "unsaved"; readonly draft: Chosen; readonly signedOut: boolean }
  | { readonly kind: "conflict"; readonly draft: Chosen; readonly theirs: ItemState }
  | { readonly kind: "refused"; readonly draft: Chosen; readonly text: string };

/** Everything on its way, by item. A new object at each change. */
export type OutboxState = { readonly slots: Readonly<Record<string, Slot>>; readonly savedAt: Date | null };

export type Outbox = {
  /** The question is on the screen in this state; what is chosen next builds on it. */
  see: (itemId: string, sequence: number) => void;
  put: (itemId: string, chosen: Chosen) => void;
  /** Settles a conflict: with what was chosen here, or with what the other tab saved. */
  keep: (itemId: string, which: "mine" | "theirs") => void;
  /** Tries again at once what waits for a connection. */
  retry: () => void;
  state: () => OutboxState;
  subscribe: (listener: () => void) => () => void;
};

type Line = { base: number; current: Job | null; next: Chosen | null; tries: number; timer: ReturnType<typeof setTimeout> | null };

const longestWait = 30_000;
const nothing: Slot = { kind: "idle" };
export const emptyOutbox: OutboxState = { slots: {}, savedAt: null };

/**
 * Sends what is chosen, one save per item at a time, newest last; waits longer after each failure (1, 2, 4 … 30 s).
 * Lives in memory as long as the page, also when another question is on the screen.
 */
export function createOutbox(send: (job: Job) => Promise<Reply>, newId: () => string): Outbox {
  const lines = new Map<string, Line>();
  const listeners = new Set<() => void>();
  let state = emptyOutbox;

  const lineOf = (itemId: string): Line => {
    const line = lines.get(itemId) ?? { base: 0, current: null, next: null, tries: 0, timer: null };
    lines.set(itemId, line);
    return line;
  };
  const show = (itemId: string, slot: Slot) => {
    state = { slots: { ...state.slots, [itemId]: slot }, savedAt: slot.kind === "saved" ? slot.at : state.savedAt };
    for (const listener of listeners) listener();
  };
  const newest = (line: Line): Chosen => {
    const { answer, wish, note } = line.next ?? line.current!;
    return { answer, wish, note };
  };

  const go = async (itemId: string): Promise<void> => {
    const line = lineOf(itemId);
    if (line.timer !== null) clearTimeout(line.timer);
    line.timer = null;
    line.current ??= line.next === null ? null : { ...line.next, itemId, clientId: newId(), base: line.base };
    const job = line.current;
    if (job === null) return;
    if (line.next === null || sameChosen(line.next, job)) line.next = null;
    show(itemId, { kind: "saving", draft: newest(line) });
    arrived(itemId, line, await send(job));
  };

  const arrived = (itemId: string, line: Line, reply: Reply): void => {
    const draft = newest(line);
    if (reply.status === "away" || reply.status === "signed-out") {
      line.timer = setTimeout(() => void go(itemId), Math.min(longestWait, 1000 * 2 ** line.tries));
      line.tries += 1;
      return show(itemId, { kind: "unsaved", draft, signedOut: reply.status === "signed-out" });
    }
    line.tries = 0;
    line.current = null;
    if (reply.status === "saved") {
      line.base = reply.sequence;
      if (line.next !== null) return void go(itemId);
      return show(itemId, { kind: "saved", at: reply.at });
    }
    line.next = null;
    show(itemId, reply.status === "conflict" ? { kind: "conflict", draft, theirs: reply.theirs } : { kind: "refused", draft, text: reply.text });
  };

  const put = (itemId: string, chosen: Chosen): void => {
    const line = lineOf(itemId);
    line.next = chosen;
    if (line.current === null) return void go(itemId);
    // On its way or waiting: what was chosen last follows it.
    const slot = state.slots[itemId];
    if (slot?.kind === "saving" || slot?.kind === "unsaved") show(itemId, { ...slot, draft: chosen });
  };

  return {
    see: (itemId, sequence) => {
      const kind = state.slots[itemId]?.kind;
      const line = lineOf(itemId);
      if (line.current === null && kind !== "conflict") line.base = sequence;
    },
    put,
    keep: (itemId, which) => {
      const slot = state.slots[itemId];
      if (slot?.kind !== "conflict") return;
      lineOf(itemId).base = slot.theirs.sequence;
      if (which === "mine") put(itemId, slot.draft);
      else show(itemId, nothing);
    },
    retry: () => {
      for (const [itemId, { timer }] of lines) if (timer !== null) void go(itemId);
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How this item stands. */
export function slotOf(state: OutboxState, itemId: string): Slot {
  return state.slots[itemId] ?? nothing;
}

/** How many items were not acknowledged yet. */
export function waitingIn(state: OutboxState): number {
  return Object.values(state.slots).filter(({ kind }) => kind === "unsaved").length;
}

/** True when both hold the same. */
export function sameChosen(a: Chosen, b: Chosen): boolean {
  return a.answer === b.answer && a.wish === b.wish && a.note === b.note;
}
