import { reasonOf, levelOf, type Reason } from "./answers.ts";
import { isAnswered, journey } from "./journey.ts";
import { frozenBy, type Answering, type Frozen } from "./question-view.ts";
import { minutesFor, pagesFor, type Mode } from "./questionnaire.ts";
import { questionnaireTitle, type Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** What of an assessment is needed to check it and hand it in. */
export type Reviewing = Omit<Answering, "round"> & {
  readonly framework: Framework;
  readonly profile: Profile;
  readonly mode: Mode;
  readonly excluded: boolean;
  readonly round: (NonNullable<Answering["round"]> & { readonly name: string; readonly closesAt: Date; readonly released: boolean; readonly threshold: number }) | null;
};

/** One question with what was chosen, in words. */
export type ReviewItem = {
  readonly competenceId: string;
  readonly area: string;
  readonly question: string;
  readonly statement: string | null;
  readonly reason: Reason | null;
  readonly wish: boolean;
  readonly hasNote: boolean;
};

/** All questions with their answers, and what can be done with them now. */
export type ReviewView = {
  readonly assessmentId: string;
  readonly framework: string;
  readonly items: readonly ReviewItem[];
  readonly open: number;
  readonly firstOpen: string | null;
  /** The questions that a short self-assessment leaves out; null when there are none. */
  readonly more: { readonly count: number; readonly minutes: number } | null;
  readonly round: { readonly name: string; readonly closesAt: Date; readonly closed: boolean; readonly released: boolean; readonly threshold: number } | null;
  readonly frozen: Frozen;
  readonly handedInAt: Date | null;
  readonly excluded: boolean;
  readonly easy: boolean;
};

/** An assessment as somebody checks it before handing in, or reads it back afterwards. */
export function reviewView(open: Reviewing, language: Language): ReviewView {
  const { pages, answers, round } = open;
  const stand = journey(pages, answers);
  return {
    assessmentId: open.id,
    framework: inLanguage(questionnaireTitle(open.framework, open.instrument), language),
    items: pages.map((page) => {
      const state = answers[page.competenceId];
      const level = levelOf(state?.answer ?? null);
      const choice = page.choices.find(({ value }) => value === level);
      return {
        competenceId: page.competenceId,
        area: inLanguage(page.area.title, language),
        question: inLanguage(page.question, language),
        statement: choice ? inLanguage(choice.statement, language) : null,
        reason: reasonOf(state?.answer ?? null),
        wish: state?.wish ?? false,
        hasNote: (state?.note ?? "") !== "",
      };
    }),
    open: stand.total - stand.done,
    firstOpen: stand.status === "asking" ? stand.next : null,
    more: moreOf(open),
    round: round && { name: round.name, closesAt: round.closesAt, closed: round.phase !== "open", released: round.released, threshold: round.threshold },
    frozen: frozenBy(open),
    handedInAt: open.handedInAt,
    excluded: open.excluded,
    easy: open.family === "onderwijsondersteuner",
  };
}

function moreOf({ framework, profile, family, functionId, mode, answers, instrument, pages }: Reviewing): ReviewView["more"] {
  if (mode === "all") return null;
  const all = pagesFor(framework, profile, { family, functionId }, "all");
  const open = all.filter(({ competenceId }) => !isAnswered(answers, competenceId) && !pages.some((page) => page.competenceId === competenceId)).length;
  return all.length === pages.length ? null : { count: all.length - pages.length, minutes: minutesFor(open, instrument) };
}
