import type { ItemState } from "#app/domain/assessment/answers.ts";

/** What a question's form holds: the answer as forms write it ("3", a reason, "" for none). */
export type Chosen = { readonly answer: string; readonly wish: boolean; readonly note: string };

/** What was chosen while a save was on its way; already named, so that two tabs that both send it save it once. */
export type Next = Chosen & { readonly clientId: string };

/** One save on its way; sent again as it is until the server has answered, so that nothing is saved twice or lost. */
export type Job = Next & { readonly itemId: string; readonly base: number };

/** All that is needed to go on with an item in another page: the save on its way, and what follows it. */
export type Unsent = { readonly current: Job; readonly next: Next | null };

/** Why something is not saved yet. away: no connection, or the server cannot now. */
export type Why = "away" | "signed-out" | "other-person";

/** What became of a job. */
export type Reply =
  | { readonly status: "saved"; readonly sequence: number; readonly at: Date }
  | { readonly status: "conflict"; readonly theirs: ItemState }
  | { readonly status: "refused"; readonly text: string }
  | { readonly status: Why };

/** How one item stands. `draft` is what was chosen and not acknowledged yet. */
export type Slot =
  | { readonly kind: "idle" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "saving"; readonly draft: Chosen }
  | { readonly kind: "unsaved"; readonly draft: Chosen; readonly why: Why }
  | { readonly kind: "conflict"; readonly draft: Chosen; readonly theirs: ItemState }
  | { readonly kind: "refused"; readonly draft: Chosen; readonly text: string };

/** Everything on its way, by item. A new object at each change. */
export type OutboxState = { readonly slots: Readonly<Record<string, Slot>>; readonly savedAt: Date | null };

/** Told before each sending what is unsent of an item, and null when nothing is any more. */
export type Keep = (itemId: string, unsent: Unsent | null) => void;

export type Outbox = {
  /** The question is on the screen in this state; what is chosen next builds on it. */
  see: (itemId: string, sequence: number) => void;
  put: (itemId: string, chosen: Chosen) => void;
  /** Goes on with what an earlier page could not send. False when something newer was chosen here already. */
  restore: (itemId: string, unsent: Unsent) => boolean;
  /** From now on tells what is unsent; what is now, at once. */
  keepIn: (keep: Keep) => void;
  /** Settles a conflict: with what was chosen here, or with what the other tab saved. */
  keep: (itemId: string, which: "mine" | "theirs") => void;
  /** Tries again at once what waits. */
  retry: () => void;
  /** True while the server still has to answer. */
  isSending: () => boolean;
  /** Sends nothing any more and forgets what it had. */
  stop: () => void;
  state: () => OutboxState;
  subscribe: (listener: () => void) => () => void;
};

type Line = { base: number; current: Job | null; next: Next | null; flying: boolean; tries: number; timer: ReturnType<typeof setTimeout> | undefined };
type Means = { readonly newId: () => string; /** From 0 up to 1. */ readonly random?: () => number };

const longestWait = 30_000;
const nothing: Slot = { kind: "idle" };
export const emptyOutbox: OutboxState = { slots: {}, savedAt: null };

/**
 * Sends what is chosen, one save per item at a time, newest last. Waits longer after each failure (1, 2, 4 … 30 s, up to
 * a third shorter by chance, so that a whole school does not come back in the same second); the first that arrives takes the others along.
 * Lives in memory as long as the page, also when another question is on the screen.
 */
export function createOutbox(send: (job: Job) => Promise<Reply>, { newId, random = Math.random }: Means): Outbox {
  const lines = new Map<string, Line>();
  const listeners = new Set<() => void>();
  let state = emptyOutbox;
  let keeper: Keep | null = null;
  let stopped = false;

  const lineOf = (itemId: string): Line => {
    const line = lines.get(itemId) ?? { base: 0, current: null, next: null, flying: false, tries: 0, timer: undefined };
    lines.set(itemId, line);
    return line;
  };
  const show = (itemId: string, slot: Slot) => {
    state = { slots: { ...state.slots, [itemId]: slot }, savedAt: slot.kind === "saved" ? slot.at : state.savedAt };
    for (const listener of listeners) listener();
  };
  const tell = (itemId: string, { current, next }: Line) => keeper?.(itemId, current && { current, next });

  const go = async (itemId: string): Promise<void> => {
    const line = lineOf(itemId);
    clearTimeout(line.timer);
    line.current ??= line.next && { ...line.next, itemId, base: line.base };
    const job = line.current;
    if (job === null || line.flying || stopped) return;
    if (line.next !== null && sameChosen(line.next, job)) line.next = null;
    tell(itemId, line);
    line.flying = true;
    // Tried before: it stays "not saved yet", or it would be announced again at every try.
    if (line.tries === 0) show(itemId, { kind: "saving", draft: newest(line) });
    const reply = await send(job);
    line.flying = false;
    if (!stopped) arrived(itemId, line, reply);
  };

  const arrived = (itemId: string, line: Line, reply: Reply): void => {
    const draft = newest(line);
    if (isWhy(reply)) {
      // With somebody else signed in, asking on and on would keep their session alive.
      if (reply.status !== "other-person") line.timer = setTimeout(() => void go(itemId), Math.min(longestWait, 1000 * 2 ** line.tries) * (1 - random() / 3));
      line.tries += 1;
      return show(itemId, { kind: "unsaved", draft, why: reply.status });
    }
    line.tries = 0;
    line.current = null;
    if (reply.status === "saved") {
      line.base = reply.sequence;
      if (line.next !== null) void go(itemId);
      else {
        tell(itemId, line);
        show(itemId, { kind: "saved", at: reply.at });
      }
      return retry();
    }
    line.next = null;
    if (reply.status === "conflict") return show(itemId, { kind: "conflict", draft, theirs: reply.theirs });
    tell(itemId, line);
    show(itemId, { kind: "refused", draft, text: reply.text });
  };

  const put = (itemId: string, chosen: Chosen): void => {
    if (stopped) return;
    const line = lineOf(itemId);
    line.next = { ...chosen, clientId: newId() };
    if (line.current === null) return void go(itemId);
    // On its way or waiting: what was chosen last follows it.
    tell(itemId, line);
    const slot = state.slots[itemId];
    if (slot?.kind === "saving" || slot?.kind === "unsaved") show(itemId, { ...slot, draft: chosen });
  };

  const retry = (): void => {
    for (const [itemId, { current }] of lines) if (current !== null) void go(itemId);
  };

  return {
    see: (itemId, sequence) => {
      const line = lineOf(itemId);
      // The page may have been made just before the last acknowledgement came.
      if (line.current === null && state.slots[itemId]?.kind !== "conflict") line.base = Math.max(line.base, sequence);
    },
    put,
    restore: (itemId, { current, next }) => {
      const line = lineOf(itemId);
      if (stopped || line.current !== null || slotOf(state, itemId).kind !== "idle") return false;
      Object.assign(line, { current, next });
      void go(itemId);
      return true;
    },
    keepIn: (keep) => {
      keeper = keep;
      for (const [itemId, line] of lines) if (line.current !== null) tell(itemId, line);
    },
    keep: (itemId, which) => {
      const slot = state.slots[itemId];
      if (slot?.kind !== "conflict") return;
      const line = lineOf(itemId);
      line.base = slot.theirs.sequence;
      if (which === "mine") return put(itemId, slot.draft);
      tell(itemId, line);
      show(itemId, nothing);
    },
    retry,
    isSending: () => [...lines.values()].some(({ flying }) => flying),
    stop: () => {
      stopped = true;
      for (const { timer } of lines.values()) clearTimeout(timer);
      lines.clear();
      state = emptyOutbox;
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isWhy(reply: Reply): reply is Extract<Reply, { status: Why }> {
  return reply.status === "away" || reply.status === "signed-out" || reply.status === "other-person";
}

function newest({ next, current }: Line): Chosen {
  const { answer, wish, note } = next ?? current!;
  return { answer, wish, note };
}

/** How this item stands. */
export function slotOf(state: OutboxState, itemId: string): Slot {
  return state.slots[itemId] ?? nothing;
}

/** How many items were not acknowledged yet, after trying. */
export function waitingIn(state: OutboxState): number {
  return Object.values(state.slots).filter(({ kind }) => kind === "unsaved").length;
}

/** True when both hold the same. */
export function sameChosen(a: Chosen, b: Chosen): boolean {
  return a.answer === b.answer && a.wish === b.wish && a.note === b.note;
}
