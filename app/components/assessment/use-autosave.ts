import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { beforeLeaving } from "#app/components/shell/before-leaving.ts";
import type { SaveState } from "#app/components/ui/saved-note.tsx";
import { chosenFrom } from "#app/components/assessment/chosen.ts";
import { emptyOutbox, sameChosen, slotOf, waitingIn, type Chosen, type Outbox, type OutboxState, type Slot } from "#app/components/assessment/outbox.ts";
import { outboxOf } from "#app/components/assessment/send-answer.ts";
import { paths } from "#app/paths.ts";

export type Autosave = {
  /** False on the server and until the page is awake: then the form works as a plain form. */
  readonly awake: boolean;
  readonly slot: Slot;
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
  const navigate = useNavigate();
  const waiting = useRef<{ chosen: Chosen; timer: ReturnType<typeof setTimeout> } | null>(null);
  const last = useRef(stored);

  useEffect(() => {
    const mine = outboxOf(assessmentId);
    mine.see(itemId, sequence);
    // Just signed in again, perhaps: what waits goes now, not after its pause.
    mine.retry();
    setOutbox(mine);
  }, [assessmentId, itemId, sequence]);

  const flush = useCallback(() => {
    const draft = waiting.current;
    waiting.current = null;
    setPausing(false);
    if (draft === null) return;
    clearTimeout(draft.timer);
    if (sameChosen(draft.chosen, last.current)) return;
    last.current = draft.chosen;
    outboxOf(assessmentId).put(itemId, draft.chosen);
  }, [assessmentId, itemId]);
  // Another question, or another page: what was typed in the last second goes along.
  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  useEffect(
    () =>
      beforeLeaving(async () => {
        flush();
        const mine = outboxOf(assessmentId);
        for (let turn = 0; turn < 60 && isBusy(mine.state()); turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
        return !isBusy(mine.state()) && waitingIn(mine.state()) === 0;
      }),
    [assessmentId, flush],
  );

  const save = useCallback(
    (chosen: Chosen, pause: number) => {
      setLeaving(false);
      setPausing(true);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { chosen, timer: setTimeout(flush, pause) };
      if (pause === 0) flush();
    },
    [flush],
  );

  const settled = outbox !== null && (slot.kind === "idle" || slot.kind === "saved");
  useEffect(() => {
    if (leaving && settled) navigate(to);
    if (slot.kind === "conflict" || slot.kind === "refused") setLeaving(false);
  }, [leaving, settled, slot.kind, navigate, to]);

  return {
    awake: outbox !== null,
    slot,
    note: noteOf(state, { savedAt, pausing, signIn: paths.login({ backTo: paths.question(assessmentId, itemId) }) }),
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

function noteOf(state: OutboxState, { savedAt, pausing, signIn }: { savedAt: Date | null; pausing: boolean; signIn: string }): SaveState {
  if (Object.values(state.slots).some((slot) => slot.kind === "unsaved" && slot.signedOut)) return { kind: "signed-out", signIn };
  const waiting = waitingIn(state);
  if (waiting > 0) return { kind: "unsaved", waiting };
  if (pausing || isBusy(state)) return { kind: "saving" };
  // Refused or in conflict: the page says so, and "saved" beside it would not be true.
  if (Object.values(state.slots).some(({ kind }) => kind === "refused" || kind === "conflict")) return { kind: "idle" };
  const at = state.savedAt ?? savedAt;
  return at === null ? { kind: "idle" } : { kind: "saved", at };
}

const isBusy = (state: OutboxState) => Object.values(state.slots).some(({ kind }) => kind === "saving");
