import type { Lens, ScenarioCard, Scenarios } from "#app/domain/activity/activity.ts";

/** Which card is on the table, and what was chosen at it; null is not chosen yet. */
export type OpenCard = {
  readonly card: ScenarioCard;
  /** Counted from 1. */
  readonly place: number;
  readonly of: number;
  /** Per question the id of the chosen step. */
  readonly chosen: readonly (string | null)[];
  /** How the two choices lie to each other, once both are there. */
  readonly comparison: "same" | "lower" | "higher" | null;
};

/** A card with the choices that an address names, by question; null when there is no such card. Choices that do not exist are not chosen. */
export function cardFrom(scenarios: Scenarios, cardId: string, asked: (question: string) => string | null): OpenCard | null {
  const place = scenarios.cards.findIndex(({ id }) => id === cardId);
  if (place === -1) return null;
  const places = scenarios.questions.map(({ id, lens }) => lensOf(scenarios, lens).steps.findIndex((step) => step.id === asked(id)));
  const [first, second] = places as [number, number];
  return {
    card: scenarios.cards[place]!,
    place: place + 1,
    of: scenarios.cards.length,
    chosen: scenarios.questions.map(({ lens }, at) => lensOf(scenarios, lens).steps[places[at]!]?.id ?? null),
    comparison: places.includes(-1) ? null : first === second ? "same" : second < first ? "lower" : "higher",
  };
}

/** The lens of a question; the checker saw that it is there. */
export function lensOf({ lenses }: Scenarios, id: string): Lens {
  return lenses.find((lens) => lens.id === id)!;
}
