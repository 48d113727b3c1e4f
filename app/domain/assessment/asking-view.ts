import { inLanguage, type Language, type Text } from "#app/domain/text.ts";

type Asking<T> = {
  readonly id: string;
  readonly name: string;
  readonly framework: T;
  readonly closesAt: Date;
  readonly released: boolean;
  readonly threshold: number;
  /** Items and minutes of the whole questionnaire; 0 items when there is none for this function yet. */
  readonly items: number;
  readonly minutes: number;
  readonly mine: { readonly id: string; readonly done: number; readonly total: number; readonly minutes: number; readonly handedInAt: Date | null } | null;
};

/** An open round as the person it asks sees it. */
export type AskingView = Asking<string>;

/** An open round in the reader's language, with only what the page shows. */
export function askingView({ framework, mine, ...round }: Asking<Text>, language: Language): AskingView {
  return { ...round, framework: inLanguage(framework, language), mine: mine && { id: mine.id, done: mine.done, total: mine.total, minutes: mine.minutes, handedInAt: mine.handedInAt } };
}

/** True when this round still wants something of the person. */
export function isWaiting({ items, mine }: AskingView): boolean {
  return items > 0 && (mine === null || mine.handedInAt === null);
}
