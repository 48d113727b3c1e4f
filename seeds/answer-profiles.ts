import type { Answer, Reason } from "#app/domain/assessment/answers.ts";
import type { Page } from "#app/domain/assessment/questionnaire.ts";
import { bell, pick, type Random } from "./random.ts";

/** How somebody of the story answers. Pure: the same person, page and stream give the same answer. */
export type Temper = {
  /** Where this person stands on the whole, in standard deviations from the school. */
  readonly skill: number;
  /** How often this person gives a reason instead of a level, 0..1. */
  readonly reserve: number;
  /** How often this person wants to learn what is still ahead, 0..1. */
  readonly eager: number;
};

export type Told = { readonly answer: Answer; readonly wish: boolean; readonly note: string };

/** Somebody's temper: most people are about average, a few stand out, a few keep things to themselves. */
export function temperFrom(random: Random): Temper {
  return { skill: bell(random), reserve: random() < 0.12 ? 0.2 : 0.035, eager: 0.15 + random() * 0.5 };
}

/**
 * The school's own story: how far a competence lies from its target, in steps of the scale, before anybody is asked.
 * Competences without a story lie a little under it.
 */
export type Story = Readonly<Record<string, number>>;

const notes = [
  "Vragen of Esra dit een keer kan laten zien.",
  "Hier wil ik in de bouwvergadering op terugkomen.",
  "Geprobeerd met groep 6, ging beter dan gedacht.",
  "Tijd is het probleem, niet het willen.",
];

/**
 * One answer.
 * @param growth steps gained since the first round
 * @param levels number of steps of the scale
 */
export function answerTo(page: Page, temper: Temper, story: Story, growth: number, levels: number, random: Random): Told {
  const reason = reasonFor(temper, random);
  if (reason) return { answer: { reason }, wish: reason === "do-not-know" && random() < temper.eager, note: "" };
  const aim = page.target ?? (levels + 1) / 2;
  const spread = levels / 6;
  const stands = aim - 0.35 + (story[page.competenceId] ?? 0) * (levels / 6) + growth + temper.skill * 0.7 * spread + bell(random) * 0.55 * spread;
  const level = Math.min(levels, Math.max(1, Math.round(stands)));
  return { answer: { level }, wish: level < aim && random() < temper.eager, note: random() < 0.03 ? pick(random, notes) : "" };
}

function reasonFor({ reserve }: Temper, random: Random): Reason | null {
  if (random() >= reserve) return null;
  const die = random();
  return die < 0.45 ? "not-in-my-work" : die < 0.75 ? "do-not-know" : die < 0.9 ? "consciously-not" : "rather-not-say";
}
