import type { Answers } from "./answers.ts";
import type { Page } from "./questionnaire.ts";

/** Where somebody stands: at the first page without an answer, or ready to hand in. */
export type Journey =
  | { readonly status: "asking"; readonly next: string; readonly done: number; readonly total: number }
  | { readonly status: "ready"; readonly done: number; readonly total: number };

/** A page is done when it has a level or a reason. The order of answering is free. */
export function journey(pages: readonly Page[], answers: Answers): Journey {
  const open = pages.filter(({ competenceId }) => (answers[competenceId]?.answer ?? null) === null);
  const total = pages.length;
  const done = total - open.length;
  return open.length === 0 ? { status: "ready", done, total } : { status: "asking", next: open[0]!.competenceId, done, total };
}

/** The page after this one in the questionnaire, or null after the last. */
export function pageAfter(pages: readonly Page[], competenceId: string): Page | null {
  const place = pages.findIndex((page) => page.competenceId === competenceId);
  return place === -1 ? null : (pages[place + 1] ?? null);
}

/** The page before this one, or null before the first. */
export function pageBefore(pages: readonly Page[], competenceId: string): Page | null {
  const place = pages.findIndex((page) => page.competenceId === competenceId);
  return place <= 0 ? null : pages[place - 1]!;
}

/** Per area how many of its pages are done, in the order of the pages. */
export function progressPerArea(pages: readonly Page[], answers: Answers): { id: string; title: Page["area"]["title"]; done: number; total: number }[] {
  const areas = new Map<string, { id: string; title: Page["area"]["title"]; done: number; total: number }>();
  for (const page of pages) {
    const area = areas.get(page.area.id) ?? { ...page.area, done: 0, total: 0 };
    area.total += 1;
    if ((answers[page.competenceId]?.answer ?? null) !== null) area.done += 1;
    areas.set(page.area.id, area);
  }
  return [...areas.values()];
}
