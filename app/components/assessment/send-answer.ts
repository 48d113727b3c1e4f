import type { ItemState } from "#app/domain/assessment/answers.ts";
import { createOutbox, waitingIn, type Job, type Outbox, type Reply } from "#app/components/assessment/outbox.ts";
import { paths } from "#app/paths.ts";

/** What the address for saving answers with. */
export type SaveResponse =
  | { readonly status: "saved"; readonly state: ItemState; readonly at: string }
  | { readonly status: "conflict"; readonly theirs: ItemState }
  | { readonly status: "refused"; readonly text: string };

const patience = 12_000;

/** Sends one save and waits for the acknowledgement; whatever is not a clear answer counts as no connection. */
export async function sendAnswer(assessmentId: string, job: Job): Promise<Reply> {
  try {
    const response = await fetch(paths.saveAnswer(assessmentId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
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
    return body.status === "conflict" || body.status === "refused" ? body : { status: "away" };
  } catch {
    return { status: "away" };
  }
}

// One per self-assessment, for as long as the page lives. Browser only: a server would share it between people.
const outboxes = new Map<string, Outbox>();

/** The outbox of a self-assessment in this browser tab. Call from effects and handlers only. */
export function outboxOf(assessmentId: string): Outbox {
  const known = outboxes.get(assessmentId);
  if (known) return known;
  const outbox = createOutbox((job) => sendAnswer(assessmentId, job), newId);
  outboxes.set(assessmentId, outbox);
  window.addEventListener("online", outbox.retry);
  // Leaving is only questioned while something is really not saved.
  window.addEventListener("beforeunload", (event) => {
    if (waitingIn(outbox.state()) > 0) event.preventDefault();
  });
  return outbox;
}

/** A random UUID; `randomUUID` itself is only there on https and localhost. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
