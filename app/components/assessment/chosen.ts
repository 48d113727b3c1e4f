import type { Chosen } from "#app/components/assessment/outbox.ts";
import type { ItemState } from "#app/domain/assessment/answers.ts";
import { answerText } from "#app/domain/assessment/saving.ts";

/** A stored state as the form of the question holds it. */
export function chosenFrom({ answer, wish, note }: ItemState): Chosen {
  return { answer: answerText(answer), wish, note };
}

/** What the form of the question holds now. The form is the truth: also what was chosen before the page was awake. */
export function chosenIn(form: HTMLFormElement): Chosen {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  return { answer: text("answer"), wish: data.has("wish"), note: text("note") };
}
