import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { beforeLeaving } from "#app/components/shell/before-leaving.ts";
import type { SaveState } from "#app/components/ui/saved-note.tsx";
import { chosenFrom } from "#app/components/assessment/chosen.ts";
import { emptyOutbox, sameChosen, slotOf, type Chosen, type Outbox, type OutboxState, type Slot } from "#app/components/assessment/outbox.ts";
import { outboxOf } from "#app/components/assessment/send-answer.ts";
import { usePerson } from "#app/components/shell/person.ts";
import { paths } from "#app/paths.ts";

export type Autosave = {
  /** False on the server and until the page is awake: then the form works as a plain form. */
  readonly awake: boolean;
  readonly slot: Slot;
  /** What to show instead of what the server has: chosen before, in this page or an earlier one, and still on its way. */
  readonly instead: Chosen | null;
  readonly note: SaveState;
  /** Saves what is chosen now, after a pause in milliseconds (0: at once). */
  readonly save: (chosen: Chosen, pause: number) => void;
  readonly keep: (which: "mine" | "theirs") => void;
  /** Goes on as soon as everything of this question is acknowledged. */
  readonly goOn: () => void;
};

type Question = { assessmentId: string; itemId: string; sequence: number; stored: Chosen; savedAt: Date | null; to: string };

const noListening = () => () => {};

/** Autosave of one question: only the acknowledgement makes "saved", failures are tried again, going on waits for it. */
export function useAutosave({ assessmentId, itemId, sequence, stored, savedAt, to }: Question): Autosave {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const state = useSyncExternalStore(outbox?.subscribe ?? noListening, outbox?.state ?? (() => emptyOutbox), () => emptyOutbox);
  const slot = slotOf(state, itemId);
  const [leaving, setLeaving] = useState(false);
  // Chosen, but still in the short pause before it is sent: "saved" would not be true then.
  const [pausing, setPausing] = useState(false);
  const [instead, setInstead] = useState<Chosen | null>(null);
  const navigate = useNavigate();
  const person = usePerson();
  const waiting = useRef<{ chosen: Chosen; timer: ReturnType<typeof setTimeout> } | null>(null);
  const last = useRef(stored);

  useEffect(() => {
    const mine = outboxOf(person, assessmentId);
    mine.see(itemId, sequence);
    // Just signed in again, perhaps: what waits goes now, not after its pause.
    mine.retry();
    setOutbox(mine);
  }, [person, assessmentId, itemId, sequence]);
  // From here on what is unsent outlives the page. Answering waits for nothing of it; without connection, signing out must be there already.
  useEffect(() => {
    if (person === "") return;
    void import("#app/components/assessment/unsent.ts").then(({ keepUnsent }) => keepUnsent(person)).catch(() => {});
    void import("#app/components/shell/sign-out-dialog.tsx").catch(() => {});
  }, [person]);

  const flush = useCallback(() => {
    const draft = waiting.current;
    waiting.current = null;
    setPausing(false);
    if (draft === null) return;
    clearTimeout(draft.timer);
    if (sameChosen(draft.chosen, last.current)) return;
    last.current = draft.chosen;
    outboxOf(person, assessmentId).put(itemId, draft.chosen);
  }, [person, assessmentId, itemId]);
  // Another question, or another page: what was typed in the last second goes along.
  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  useEffect(() => beforeLeaving(flush), [flush]);

  // Something is on its way that was not chosen on this screen.
  useEffect(() => {
    if (slot.kind !== "saving" && slot.kind !== "unsaved") return;
    if (sameChosen(slot.draft, last.current)) return;
    last.current = slot.draft;
    if (waiting.current === null) setInstead(slot.draft);
  }, [slot]);

  const save = useCallback(
    (chosen: Chosen, pause: number) => {
      setLeaving(false);
      setPausing(true);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { chosen, timer: setTimeout(flush, pause) };
      // While nothing arrives, handing over sends nothing, and what is typed is in safety at once.
      if (pause === 0 || slot.kind === "unsaved") flush();
    },
    [flush, slot.kind],
  );

  const settled = outbox !== null && (slot.kind === "idle" || slot.kind === "saved");
  useEffect(() => {
    if (leaving && settled) navigate(to);
    if (slot.kind === "conflict" || slot.kind === "refused") setLeaving(false);
  }, [leaving, settled, slot.kind, navigate, to]);

  return {
    awake: outbox !== null,
    slot,
    instead,
    note: noteOf(state, { savedAt, pausing, here: itemId, toQuestion: (item) => paths.question(assessmentId, item) }),
    save,
    keep: (which) => {
      if (slot.kind === "conflict") last.current = which === "mine" ? slot.draft : chosenFrom(slot.theirs);
      outbox?.keep(itemId, which);
    },
    goOn: () => {
      flush();
      setLeaving(true);
    },
  };
}

type Around = { savedAt: Date | null; pausing: boolean; here: string; toQuestion: (itemId: string) => string };

function noteOf(state: OutboxState, { savedAt, pausing, here, toQuestion }: Around): SaveState {
  const slots = Object.entries(state.slots);
  const unsaved = slots.flatMap(([, slot]) => (slot.kind === "unsaved" ? [slot.why] : []));
  if (unsaved.includes("other-person")) return { kind: "other-person" };
  if (unsaved.includes("signed-out")) return { kind: "signed-out", signIn: paths.login({ backTo: toQuestion(here) }) };
  if (unsaved.length > 0) return { kind: "unsaved", waiting: unsaved.length };
  if (pausing || slots.some(([, { kind }]) => kind === "saving")) return { kind: "saving" };
  // Refused or in conflict: the page says so, and "saved" beside it would not be true. Of another question it is said here.
  const open = slots.filter(([, { kind }]) => kind === "refused" || kind === "conflict").map(([itemId]) => itemId);
  const elsewhere = open.find((itemId) => itemId !== here);
  if (open.includes(here)) return { kind: "idle" };
  if (elsewhere !== undefined) return { kind: "elsewhere", to: toQuestion(elsewhere) };
  const at = state.savedAt ?? savedAt;
  return at === null ? { kind: "idle" } : { kind: "saved", at };
}
