import { levelOf, type Answers } from "./answers.ts";
import type { Choice, Page } from "./questionnaire.ts";

/** Where somebody stands: at the first page without an answer, or ready to hand in. */
export type Journey =
  | { readonly status: "asking"; readonly next: string; readonly done: number; readonly total: number }
  | { readonly status: "ready"; readonly done: number; readonly total: number };

/** A page is done when it has a level or a reason. The order of answering is free. */
export function journey(pages: readonly Page[], answers: Answers): Journey {
  const open = pages.filter(({ competenceId }) => !isAnswered(answers, competenceId));
  const total = pages.length;
  const done = total - open.length;
  return open.length === 0 ? { status: "ready", done, total } : { status: "asking", next: open[0]!.competenceId, done, total };
}

/**
 * Where "continue" leads from a page: to the first open question after it, else to the first open one before it,
 * else (null) to the review. The page itself is taken as seen, answered or not, because the order is free.
 */
export function nextToAnswer(pages: readonly Page[], answers: Answers, competenceId: string): Page | null {
  const place = pages.findIndex((page) => page.competenceId === competenceId);
  const inTurn = [...pages.slice(place + 1), ...pages.slice(0, Math.max(place, 0))];
  return inTurn.find((page) => !isAnswered(answers, page.competenceId)) ?? null;
}

/** True when an item has a level or a reason. */
export function isAnswered(answers: Answers, competenceId: string): boolean {
  return (answers[competenceId]?.answer ?? null) !== null;
}

/** True when all pages of an area are answered; `andThis` counts as answered whatever it holds. False for an area that is not asked. */
export function isAreaDone(pages: readonly Page[], answers: Answers, areaId: string, andThis: string | null = null): boolean {
  const inArea = pages.filter(({ area }) => area.id === areaId);
  return inArea.length > 0 && inArea.every(({ competenceId }) => competenceId === andThis || isAnswered(answers, competenceId));
}

/**
 * The sentence somebody chose that lies highest in an area, to say at its end what they do already.
 * Null when nothing above the lowest step was chosen: then there is nothing honest to praise.
 */
export function highlightOf(pages: readonly Page[], answers: Answers, areaId: string): Choice | null {
  return pages
    .filter(({ area }) => area.id === areaId)
    .flatMap(({ competenceId, choices }) => choices.filter(({ value }) => value > 1 && value === levelOf(answers[competenceId]?.answer ?? null)))
    .reduce<Choice | null>((best, each) => (best === null || each.value > best.value ? each : best), null);
}

/** The page before this one, or null before the first. */
export function pageBefore(pages: readonly Page[], competenceId: string): Page | null {
  const place = pages.findIndex((page) => page.competenceId === competenceId);
  return place <= 0 ? null : pages[place - 1]!;
}
