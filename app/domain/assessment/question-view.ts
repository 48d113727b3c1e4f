import type { Answers, ItemState } from "./answers.ts";
import { highlightOf, isAnswered, isAreaDone, nextToAnswer, pageBefore } from "./journey.ts";
import { minutesFor, type Page } from "./questionnaire.ts";
import { untouched } from "./saving.ts";
import type { RoundPhase } from "./round-phase.ts";
import type { Instrument } from "#app/domain/framework/framework.ts";
import type { TrailWords } from "#app/domain/reach/reach-view.ts";
import { familyMember, staffFunction, type Family } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** What of an assessment in progress is needed to draw a question. */
export type Answering = {
  readonly id: string;
  readonly pages: readonly Page[];
  readonly answers: Answers;
  readonly instrument: Instrument;
  readonly family: Family;
  readonly functionId: string;
  readonly handedInAt: Date | null;
  readonly savedAt: Date | null;
  readonly round: { readonly phase: RoundPhase } | null;
};

/** Why an answer can be seen but not changed (grace: changed, but only for oneself). */
export type Frozen = "handed-in" | "closed" | "grace" | null;

/** Said when an area is finished: its name, and the sentence chosen there that shows most. */
export type AreaPraise = { readonly area: string; readonly statement: string | null };

/** One question in the reader's language, small enough to send. */
export type QuestionView = {
  readonly assessmentId: string;
  readonly competenceId: string;
  readonly area: string;
  readonly question: string;
  readonly description: string | null;
  readonly choices: readonly { readonly value: string; readonly statement: string; readonly example: string | undefined }[];
  /** What is judged together; empty where each card says it all. */
  readonly objectives: readonly string[];
  /** The instrument's own words above the answers; null for the usual ones. */
  readonly prompt: string | null;
  readonly state: ItemState;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly done: number;
  readonly minutesLeft: number;
  readonly overview: readonly { readonly competenceId: string; readonly question: string; readonly area: string; readonly answered: boolean }[];
  readonly previous: string | null;
  /** The competence that "continue" leads to; null for the review. */
  readonly next: string | null;
  /** The area that is finished once this question is answered, and was not before. */
  readonly finishes: string | null;
  readonly frozen: Frozen;
  readonly savedAt: Date | null;
  /** The function whose questions these are: "conciërge". */
  readonly askedAs: string;
  /** Easy reading, for support staff. */
  readonly easy: boolean;
  /** Begun from another result of one's own: these are the questions it leads to, and what was chosen there. */
  readonly trail?: TrailWords;
};

/** One question as somebody sees it, or null when it is not among theirs. */
export function questionView(open: Answering, competenceId: string, language: Language): QuestionView | null {
  const { pages, answers } = open;
  const place = pages.findIndex((page) => page.competenceId === competenceId);
  const page = pages[place];
  if (!page) return null;
  const done = pages.filter((each) => isAnswered(answers, each.competenceId)).length;
  const { area } = page;
  return {
    assessmentId: open.id,
    competenceId,
    area: inLanguage(area.title, language),
    question: inLanguage(page.question, language),
    description: page.description ? inLanguage(page.description, language) : null,
    choices: page.choices.map(({ value, statement, example }) => ({ value: String(value), statement: inLanguage(statement, language), example: example ? inLanguage(example, language) : undefined })),
    objectives: page.objectives.map((each) => inLanguage(each, language)),
    prompt: open.instrument.prompt ? inLanguage(open.instrument.prompt, language) : null,
    state: answers[competenceId] ?? untouched,
    place: place + 1,
    total: pages.length,
    done,
    minutesLeft: minutesFor(pages.length - done, open.instrument),
    overview: pages.map((each) => ({ competenceId: each.competenceId, question: inLanguage(each.question, language), area: inLanguage(each.area.title, language), answered: isAnswered(answers, each.competenceId) })),
    previous: pageBefore(pages, competenceId)?.competenceId ?? null,
    next: nextToAnswer(pages, answers, competenceId)?.competenceId ?? null,
    finishes: !isAnswered(answers, competenceId) && isAreaDone(pages, answers, area.id, competenceId) ? area.id : null,
    frozen: frozenBy(open),
    savedAt: open.savedAt,
    askedAs: inLanguage(staffFunction(open.functionId)?.title ?? familyMember[open.family], language),
    easy: open.family === "onderwijsondersteuner",
  };
}

/** Why answers cannot be changed now; null when they can. */
export function frozenBy({ handedInAt, round }: Pick<Answering, "handedInAt" | "round">): Frozen {
  if (handedInAt !== null) return "handed-in";
  return round === null || round.phase === "open" ? null : round.phase;
}

/** What is said when an area was just finished; null when it is not asked here or not finished. */
export function praiseFor({ pages, answers }: Pick<Answering, "pages" | "answers">, areaId: string | null, language: Language): AreaPraise | null {
  const area = pages.find((page) => page.area.id === areaId)?.area;
  if (!area || !isAreaDone(pages, answers, area.id)) return null;
  const highlight = highlightOf(pages, answers, area.id);
  return { area: inLanguage(area.title, language), statement: highlight ? inLanguage(highlight.statement, language) : null };
}
