import { levelOf, type Answers } from "./answers.ts";
import { isAnswered } from "./journey.ts";
import type { Page } from "./questionnaire.ts";

/** What becomes of answers when other questions take the place of these. Nothing is ever lost: `left` is kept, but not asked. */
export type CarryOver = {
  /** How many questions there are then. */
  readonly asked: number;
  /** Answers that stay as they are: the same question in the same words. */
  readonly same: number;
  /** Answers that stay, at the sentence of the same level in other words: worth another look. */
  readonly reworded: number;
  /** Answers to what is not asked any more. */
  readonly left: number;
};

/** Counts what happens to the answers when `after` is asked instead of `before`. */
export function carryOver(before: readonly Page[], after: readonly Page[], answers: Answers): CarryOver {
  const was = new Map(before.map((page) => [page.competenceId, page]));
  const then = new Map(after.map((page) => [page.competenceId, page]));
  const fates = Object.keys(answers)
    .filter((itemId) => isAnswered(answers, itemId))
    .map((itemId): Exclude<keyof CarryOver, "asked"> => {
      const page = then.get(itemId);
      const level = levelOf(answers[itemId]!.answer);
      if (!page || (level !== null && !page.choices.some(({ value }) => value === level))) return "left";
      const old = was.get(itemId);
      return old && sameWords(old, page) ? "same" : "reworded";
    });
  const count = (fate: (typeof fates)[number]) => fates.filter((each) => each === fate).length;
  return { asked: after.length, same: count("same"), reworded: count("reworded"), left: count("left") };
}

/** Dutch is what every wording is written in first, so it tells them apart. */
function sameWords(a: Page, b: Page): boolean {
  const words = ({ question, choices, objectives }: Page) => [question, ...choices.map(({ statement }) => statement), ...objectives].map(({ nl }) => nl).join("\n");
  return a.choices.length === b.choices.length && words(a) === words(b);
}
