import { levelOf, reasonOf, type Answer, type Reason } from "#app/domain/assessment/answers.ts";
import type { Page } from "#app/domain/assessment/questionnaire.ts";
import type { Confidence, RelationKind } from "#app/domain/framework/crosswalk.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import type { ReachCounts, ReachKind, Reached } from "./reach.ts";

/** What somebody chose at one question, in words: a sentence of that question's own scale, or a reason. */
export type ChosenWords = { readonly statement: string | null; readonly reason: Reason | null };

/** An answer elsewhere that leads to a question: what was chosen there, how the two relate, how sure that is, and why. */
export type ReachLine = ChosenWords & { readonly from: string; readonly title: string; readonly relation: RelationKind; readonly confidence: Confidence; readonly why: string; readonly draft: boolean };

/** A question of another framework. `own` is what was chosen on its own scale, null as long as nothing was. */
export type ReachedQuestion = { readonly competenceId: string; readonly title: string; readonly kind: ReachKind | null; readonly lines: readonly ReachLine[]; readonly own: ChosenWords | null };

/** What was handed in on the other framework before, with how many of the suggested questions were chosen in it. */
export type HandedInBefore = { readonly assessmentId: string; readonly handedInAt: Date; readonly chosen: number };

/** Where the person stands with one framework: nothing begun (perhaps handed in before), begun, or every suggested question chosen with others still open. */
export type ReachStand = { readonly kind: "begin"; readonly before: HandedInBefore | null } | { readonly kind: "going"; readonly chosen: number } | { readonly kind: "chosen"; readonly assessmentId: string; readonly open: number };

/** What the answers say about one other framework. */
export type ReachSheet = {
  readonly slug: string;
  readonly title: string;
  /** What was answered is called this. */
  readonly source: string;
  /** False when no question of the two frameworks is related at all, whatever was answered. */
  readonly linked: boolean;
  /** Questions that the person's function is asked. */
  readonly asked: number;
  readonly counts: ReachCounts;
  readonly questions: readonly ReachedQuestion[];
  /** Questions to choose on their own scale, and the minutes that takes. */
  readonly toChoose: number;
  readonly minutes: number;
  readonly stand: ReachStand;
};

/** The whole page, in the reader's language. */
export type ReachPage = {
  readonly assessmentId: string;
  readonly framework: string;
  readonly handedInAt: Date;
  readonly sheets: readonly ReachSheet[];
  readonly crosswalks: readonly { readonly title: string; readonly version: string; readonly draft: boolean }[];
};

/** Beside a question that was begun from another self-assessment (`from`): what was chosen there. */
export type Trail = { readonly from: string; readonly framework: string; readonly slug: string; readonly lines: readonly ReachLine[] };

/** A line as it is read: where, what, how it relates, how certain and why. */
export type WordedLine = { readonly from: string; readonly at: string; readonly chose: string; readonly relation: string; readonly more: string };

/** A trail as it is read beside a question. */
export type TrailWords = Pick<Trail, "from" | "slug"> & { readonly title: string; readonly lines: readonly WordedLine[]; readonly look: string; readonly back: string };

/** Pages of what was answered, with the answers to them. */
export type Chosen = { readonly byId: ReadonlyMap<string, Page>; readonly answers: ReadonlyMap<string, Answer> };

/**
 * The answers that lead to a question, in words. Where something stronger leads to it, its neighbours are left out: they would
 * only take attention from it.
 */
export function linesTo({ kind, links }: Reached, source: Chosen, language: Language): ReachLine[] {
  return links.flatMap(({ from, relation, confidence, reason, status }) => {
    const page = source.byId.get(from);
    if (!page || (relation === "related" && (kind === "suggestion" || kind === "part"))) return [];
    return [{ from, title: inLanguage(page.title, language), ...wordsFor(page, source.answers.get(from) ?? null, language), relation, confidence, why: inLanguage(reason, language), draft: status === "draft" }];
  });
}

/** A question that is reached, with what leads to it and what was chosen on its own scale. */
export function reachedQuestion(reached: Reached, page: Page, { source, own, language }: { source: Chosen; own: ReadonlyMap<string, Answer>; language: Language }): ReachedQuestion {
  const answer = own.get(page.competenceId) ?? null;
  return {
    competenceId: page.competenceId,
    title: inLanguage(page.title, language),
    kind: reached.kind,
    lines: linesTo(reached, source, language),
    own: answer === null ? null : wordsFor(page, answer, language),
  };
}

/** The sentence that belongs to an answer on the question's own scale, or the reason. */
function wordsFor({ choices }: Page, answer: Answer | null, language: Language): ChosenWords {
  const level = levelOf(answer);
  const choice = choices.find(({ value }) => value === level);
  return { statement: choice ? inLanguage(choice.statement, language) : null, reason: reasonOf(answer) };
}
