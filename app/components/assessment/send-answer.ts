import type { ItemState } from "#app/domain/assessment/answers.ts";
import { createOutbox, type Job, type Keep, type Outbox, type Reply, type Unsent } from "#app/components/assessment/outbox.ts";
import { keptHere } from "#app/components/shell/before-leaving.ts";
import { paths } from "#app/paths.ts";

/** What the address for saving answers with. */
export type SaveResponse =
  | { readonly status: "saved"; readonly state: ItemState; readonly at: string }
  | { readonly status: "conflict"; readonly theirs: ItemState }
  | { readonly status: "refused"; readonly text: string }
  | { readonly status: "other-person" };

/** The header that says whose answer this is. In a browser somebody else may have signed in since. */
export const personHeader = "X-Person";

const patience = 12_000;

/** Sends one save and waits for the acknowledgement; whatever is not a clear answer counts as no connection. */
export async function sendAnswer(person: string, assessmentId: string, job: Job): Promise<Reply> {
  try {
    const response = await fetch(paths.saveAnswer(assessmentId), {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(person ? { [personHeader]: person } : {}) },
      body: JSON.stringify(job),
      credentials: "same-origin",
      // A session that has ended answers with the way to the sign-in page; following it would look like success.
      redirect: "manual",
      keepalive: true,
      signal: AbortSignal.timeout(patience),
    });
    if (response.type === "opaqueredirect") return { status: "signed-out" };
    if (response.status === 429 || response.status >= 500) return { status: "away" };
    const body = (await response.json()) as SaveResponse;
    if (body.status === "saved") return { status: "saved", sequence: body.state.sequence, at: new Date(body.at) };
    return body.status === "conflict" || body.status === "refused" || body.status === "other-person" ? body : { status: "away" };
  } catch {
    return { status: "away" };
  }
}

type Kept = { readonly person: string; readonly assessmentId: string; readonly outbox: Outbox };
// One per person and self-assessment, for as long as the page lives. Browser only: a server would share it between people.
const outboxes = new Map<string, Kept>();
const keeps = new Map<string, (assessmentId: string, itemId: string, unsent: Unsent | null) => void>();

/** The outbox of a self-assessment in this browser tab. Call from effects and handlers only. */
export function outboxOf(person: string, assessmentId: string): Outbox {
  const key = `${person} ${assessmentId}`;
  const known = outboxes.get(key);
  if (known) return known.outbox;
  const outbox = createOutbox((job) => sendAnswer(person, assessmentId, job), { newId });
  const kept = { person, assessmentId, outbox };
  outboxes.set(key, kept);
  keepIn(kept);
  const awake = () => document.visibilityState === "visible" && outbox.retry();
  // Leaving is only questioned while something of who sits here is really not saved.
  const leaving = (event: Event) => Object.values(outbox.state().slots).some((slot) => slot.kind === "unsaved" && slot.why !== "other-person") && event.preventDefault();
  window.addEventListener("online", outbox.retry);
  window.addEventListener("focus", awake);
  window.addEventListener("beforeunload", leaving);
  keptHere({
    person,
    retry: outbox.retry,
    async finish() {
      outbox.retry();
      for (let turn = 0; turn < 60 && outbox.isSending(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      return Object.values(outbox.state().slots).filter(({ kind }) => kind === "unsaved" || kind === "saving").length;
    },
    forget() {
      outbox.stop();
      outboxes.delete(key);
      keeps.delete(person);
      window.removeEventListener("online", outbox.retry);
      window.removeEventListener("focus", awake);
      window.removeEventListener("beforeunload", leaving);
    },
  });
  return outbox;
}

/** The outboxes of this person in this browser tab, by self-assessment. */
export function outboxesOf(person: string): readonly Kept[] {
  return [...outboxes.values()].filter((kept) => kept.person === person);
}

/** Everything of this person that is unsent, now and later, is told here. */
export function keepUnsentIn(person: string, keep: (assessmentId: string, itemId: string, unsent: Unsent | null) => void): void {
  keeps.set(person, keep);
  outboxesOf(person).forEach(keepIn);
}

function keepIn({ person, assessmentId, outbox }: Kept): void {
  const keep = keeps.get(person);
  const told: Keep = (itemId, unsent) => keep?.(assessmentId, itemId, unsent);
  if (keep) outbox.keepIn(told);
}

/** A random UUID; `randomUUID` itself is only there on https and localhost. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
