import type { Answer, Answers, ItemState } from "#app/domain/assessment/answers.ts";
import type { Page } from "#app/domain/assessment/questionnaire.ts";

const text = (words: string) => ({ nl: `${words} nl`, en: `${words} en` });

/** A page with so many cards, in an area named by the first part of its id ("2.1" stands in area "2"). */
export function pageOf(id: string, { cards = 4, target = 3 as number | null } = {}): Page {
  return {
    competenceId: id,
    code: id,
    area: { id: id.split(".")[0]!, title: text(`area ${id.split(".")[0]}`) },
    title: text(`title ${id}`),
    question: text(`question ${id}`),
    description: text(`about ${id}`),
    objectives: [],
    choices: Array.from({ length: cards }, (_, place) => ({
      value: place + 1,
      code: `L${place + 1}`,
      levelTitle: text(`level ${place + 1}`),
      statement: text(`statement ${id}.${place + 1}`),
      example: text(`example ${id}.${place + 1}`),
      nextStep: text(`step ${id}.${place + 1}`),
    })),
    target,
    weight: 1,
  };
}

/** A stored state with this answer. */
export function stateOf(answer: Answer | null, more: Partial<ItemState> = {}): ItemState {
  return { answer, wish: false, note: "", sequence: 1, ...more };
}

/** Answers from levels by id; null stands for "I don't know yet". */
export function levels(given: Record<string, number | null>): Answers {
  return Object.fromEntries(Object.entries(given).map(([id, level]) => [id, stateOf(level === null ? { reason: "do-not-know" } : { level })]));
}
