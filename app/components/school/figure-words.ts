import { levelsAround, type GroupFigure } from "#app/domain/figures/figure.ts";
import type { RoundFacts, Spread } from "#app/domain/figures/report.ts";
import { familyTitles, type Family } from "#app/domain/people/function-group.ts";
import type { Language } from "#app/domain/text.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

/** What of a round is needed to say its figures: the steps, and the number the lowest is shown as. */
export type Measure = Pick<RoundFacts, "scale" | "lowest" | "inPoints">;

/** A published figure and a target in words, in the reader's language. */
export type FigureWords = {
  /** "3,5", or "1,5 of lager" at an open end. */
  readonly shown: (figure: Pick<GroupFigure, "shown" | "end">) => string;
  /** "gemiddeld 3,5 van 6 (B1–B2)". */
  readonly mean: (figure: GroupFigure) => string;
  /** "gemiddeld 2,5 tot 3,0 van 4 op de 2 scholen die we kunnen tonen". */
  readonly spread: (spread: Pick<Spread, "from" | "to" | "schools">) => string;
  /** "2,5 tot 3,0". */
  readonly spreadShort: (spread: Pick<Spread, "from" | "to">) => string;
  /** "streefniveau B2 (4)". */
  readonly target: (target: number | null) => string;
  /** "tussen 3,25 en 3,75". */
  readonly interval: (figure: GroupFigure) => string;
};

/** The words for the figures of a round. */
export function useFigureWords({ scale, lowest, inPoints }: Measure): FigureWords {
  const t = useMessages(school);
  const language = useLanguage();
  // Inside, a value counts from 1; where the lowest step stands for nothing it is shown as 0.
  const number = (value: number) => figureIn(value + lowest - 1, language);
  const highest = scale.length + lowest - 1;
  const shown: FigureWords["shown"] = ({ shown: value, end }) => (end === "≤" ? t.orLower(number(value)) : end === "≥" ? t.orHigher(number(value)) : number(value));
  return {
    shown,
    mean: (figure) => (inPoints ? t.meanPoints(shown(figure), highest) : t.mean(shown(figure), highest, levelsAround(figure.shown).map((level) => scale[level - 1] ?? "").join("–"))),
    spread: ({ from, to, schools }) => t.spread(shown(from), shown(to), highest, schools),
    spreadShort: ({ from, to }) => t.spreadShort(shown(from), shown(to)),
    target: (target) => (target === null ? t.noTarget : t.target(scale[target - 1] ?? "", target + lowest - 1)),
    interval: ({ low, high }) => t.between(number(low), number(high)),
  };
}

/** A mean with at least one decimal, so that "3,0" reads as one. By hand: a page has hundreds of them, and Intl is slow to make. */
function figureIn(value: number, language: Language): string {
  const text = Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value * 1000) / 1000);
  return language === "nl" ? text.replace(".", ",") : text;
}

/** The family as it is called ("leraren"). */
export function familyName(family: Family, language: Language): string {
  return familyTitles[family][language];
}

/** With a capital, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
