import { vi } from "vitest";
import { createOutbox, slotOf, type Chosen, type Job, type Reply } from "#app/components/assessment/outbox.ts";

export const at = new Date("2026-11-16T13:02:00Z");
export const chose = (answer: string): Chosen => ({ answer, wish: false, note: "" });
export const away: Reply = { status: "away" };

/** An outbox whose server answers when the test says so. */
export function setUp(chance = 0) {
  const sent: Job[] = [];
  const answers: ((reply: Reply) => void)[] = [];
  let made = 0;
  const outbox = createOutbox(
    (job) => {
      sent.push(job);
      return new Promise((resolve) => answers.push(resolve));
    },
    { newId: () => `id ${(made += 1)}`, random: () => chance },
  );
  const reply = async (answer: Reply) => {
    answers.shift()!(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  const saved = (sequence: number) => reply({ status: "saved", sequence, at });
  return { outbox, sent, reply, saved, kind: (item = "1.1") => slotOf(outbox.state(), item).kind };
}
