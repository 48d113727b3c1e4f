import { Agent, request } from "node:http";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createOutbox, slotOf, type Job, type Outbox, type Reply } from "#app/components/assessment/outbox.ts";
import { personHeader, type SaveResponse } from "#app/components/assessment/send-answer.ts";
import { paths } from "#app/paths.ts";

/** Somebody with a started self-assessment and the levels that each item can have. */
export type Respondent = { readonly key: string; readonly email: string; readonly personId: string; readonly assessmentId: string; readonly items: readonly { readonly id: string; readonly levels: readonly number[] }[] };

/** One save as the browser made it, and the number under which it was acknowledged. */
export type Save = Job & { readonly assessmentId: string; acknowledged: number | null };

export type Ledger = {
  /** All that was sent, by client-made id. */
  readonly saves: Map<string, Save>;
  readonly outcomes: Map<string, number>;
  /** The newest number of each item ("assessment item") before. */
  readonly before: Map<string, number>;
  /** Refusals that do not say in both languages what is the matter, with a reference and when to come back. */
  readonly unclear: string[];
};

/** A ledger in which nothing was written yet. */
export function newLedger(): Ledger {
  return { saves: new Map(), outcomes: new Map(), before: new Map(), unclear: [] };
}

export type Sent = { status: number; headers: Record<string, string | string[] | undefined>; text: string; took: number };

const kept = new Agent({ keepAlive: true, maxSockets: 64 });
const isClear = /Wat al was opgeslagen, is er nog\..* \([0-9a-f]{8}\)\n\n.*What was saved is still there\..* \([0-9a-f]{8}\)/;
/** As long as the page waits for an acknowledgement (`send-answer.ts`). */
const patience = 12_000;

/** One request over HTTP. @throws what the socket said when the connection broke or patience ran out */
export function send(url: string, { method = "POST", body = "", headers = {}, fresh = false }: { method?: string; body?: string; headers?: Record<string, string>; fresh?: boolean } = {}): Promise<Sent> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sending = request(url, { method, agent: fresh ? false : kept, signal: AbortSignal.timeout(patience), headers: { Origin: new URL(url).origin, "Accept-Language": "nl", "Content-Length": Buffer.byteLength(body), ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("aborted", () => reject(Object.assign(new Error("The answer was cut."), { code: "CUT" })));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString(), took: performance.now() - from }));
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

type Options = { origin: () => string; cookie: () => string; ledger: Ledger; fresh?: boolean };

export type Answering = {
  readonly outbox: Outbox;
  /** Chooses something else for one of the first items. */
  readonly choose: (nth?: number) => void;
  /** Goes on choosing until `stop`, a choice every so many milliseconds. */
  readonly begin: (every?: number) => void;
  readonly stop: () => Promise<void>;
  /** How many choices are neither acknowledged nor refused. */
  readonly open: () => number;
};

/** A respondent with the browser's own outbox, over real HTTP and with the rules of `send-answer.ts`. */
export function answering(respondent: Respondent, { origin, cookie, ledger, fresh = false }: Options): Answering {
  const { assessmentId, items } = respondent;
  const outbox = createOutbox(async (job) => {
    const save = ledger.saves.get(job.clientId) ?? { ...job, assessmentId, acknowledged: null };
    ledger.saves.set(job.clientId, save);
    const { reply, outcome } = await deliver(origin() + paths.saveAnswer(assessmentId), job, { Cookie: cookie(), [personHeader]: respondent.personId }, fresh, ledger.unclear);
    ledger.outcomes.set(outcome, (ledger.outcomes.get(outcome) ?? 0) + 1);
    if (reply.status === "saved") save.acknowledged = reply.sequence;
    return reply;
  }, { newId: () => randomUUID() });
  let going = false;
  let loop: Promise<void> = Promise.resolve();
  let count = 0;
  const choose = (nth = count) => {
    const item = items[nth % Math.min(items.length, 6)]!;
    count += 1;
    outbox.put(item.id, { answer: String(item.levels[count % item.levels.length]), wish: count % 3 === 0, note: `keuze ${count}` });
  };
  const choosing = async (every: number) => {
    while (going) {
      choose();
      await pause(every * (0.5 + Math.random()));
    }
  };
  return {
    outbox,
    choose,
    begin(every = 30) {
      going = true;
      loop = choosing(every);
    },
    async stop() {
      going = false;
      await loop;
    },
    open: () => items.filter(({ id }) => ["saving", "unsaved"].includes(slotOf(outbox.state(), id).kind)).length,
  };
}

/** Stops choosing and waits until all is acknowledged; a browser that hears "online" tries at once, and so do these. */
export async function settle(people: readonly Answering[], within = 60_000): Promise<void> {
  for (const person of people) await person.stop();
  const giveUp = Date.now() + within;
  while (people.some((person) => person.open() > 0)) {
    if (Date.now() > giveUp) throw new Error(`Not acknowledged after ${within} ms: ${people.map((person) => person.open()).join(", ")} choices of each`);
    for (const person of people) person.outbox.retry();
    await pause(250);
  }
}

async function deliver(url: string, job: Job, headers: Record<string, string>, fresh: boolean, unclear: string[]): Promise<{ reply: Reply; outcome: string }> {
  try {
    const answered = await send(url, { body: JSON.stringify(job), headers: { ...headers, "Content-Type": "application/json" }, fresh });
    const outcome = String(answered.status);
    if (answered.status === 302) return { reply: { status: "signed-out" }, outcome };
    if (answered.status === 503 && !(isClear.test(answered.text) && Number(answered.headers["retry-after"]) > 0)) unclear.push(answered.text);
    if (answered.status === 429 || answered.status >= 500) return { reply: { status: "away" }, outcome };
    const body = JSON.parse(answered.text) as SaveResponse;
    if (body.status === "saved") return { reply: { status: "saved", sequence: body.state.sequence, at: new Date(body.at) }, outcome };
    return { reply: body, outcome: `${outcome} ${body.status}` };
  } catch (error) {
    return { reply: { status: "away" }, outcome: String((error as { code?: string }).code ?? (error as Error).name) };
  }
}
