import { answerScale, competencesOf, levelAt, type Framework, type Instrument } from "#app/domain/framework/framework.ts";
import { isReason, levelOf, reasons, type Answer } from "./answers.ts";
import { derivedStep, pointsIn } from "./overall.ts";

export type Score = {
  /** Points and level over everything, or null when the instrument has no such thing. */
  readonly total: { readonly points: number; readonly max: number; readonly level: string | null } | null;
  readonly areas: readonly { readonly id: string; readonly points: number | null; readonly max: number | null; readonly level: string | null }[];
  readonly competences: readonly { readonly id: string; readonly level: string | null }[];
  /** What a reader must know about these figures, in English. */
  readonly notes: readonly string[];
};
export type InputProblem = { readonly where: string; readonly message: string };

/**
 * Reads answers to an instrument. Numbers must be whole and among its steps, counted from the instrument's lowest number
 * (0 or 1); a reason is never a number.
 * @returns the answers by competence id with values counted from 1, or the first thing that is wrong
 */
export function readAnswers(framework: Framework, instrument: Instrument, input: unknown): { ok: true; answers: ReadonlyMap<string, Answer> } | { ok: false; problem: InputProblem } {
  const wrong = (where: string, message: string) => ({ ok: false as const, problem: { where, message } });
  if (typeof input !== "object" || input === null || Array.isArray(input)) return wrong("answers", "must be an object of item id and answer");
  const known = new Set(competencesOf(framework).map(({ node }) => node.id));
  const lowest = instrument.lowest ?? 1;
  const highest = lowest + (answerScale(framework, instrument)?.levels.length ?? 0) - 1;
  const answers = new Map<string, Answer>();
  for (const [id, value] of Object.entries(input)) {
    const where = `answers.${id}`;
    if (!known.has(id)) return wrong(where, `there is no item "${id}" in ${framework.slug}@${framework.version}`);
    if (typeof value === "number") {
      if (!Number.isInteger(value) || value < lowest || value > highest) return wrong(where, `must be a whole number from ${lowest} to ${highest}`);
      answers.set(id, { level: value - lowest + 1 });
    } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const { reason, ...rest } = value as { reason?: unknown };
      if (!isReason(reason) || Object.keys(rest).length > 0) return wrong(where, `must have a reason: ${reasons.join(", ")}`);
      answers.set(id, { reason });
    } else return wrong(where, "must be a number or an object with a reason");
  }
  return { ok: true, answers };
}

/** Scores answers with the instrument's named rule. Pure: the same answers always give the same score. */
export function scoreOf(framework: Framework, instrument: Instrument, answers: ReadonlyMap<string, Answer>): Score {
  const score = rules[instrument.scoring](framework, instrument, answers);
  return { ...score, notes: [...score.notes, ...gapsNoted(framework, answers)] };
}

type Rule = (framework: Framework, instrument: Instrument, answers: ReadonlyMap<string, Answer>) => Score;

const rules: Readonly<Record<Instrument["scoring"], Rule>> = {
  /** The level of a competence is the level of the statement that was chosen; nothing is added up. */
  "level-as-chosen": (framework, instrument, answers) => ({
    total: null,
    areas: framework.nodes.map(({ id }) => ({ id, points: null, max: null, level: null })),
    competences: stepsOf(framework, instrument, answers),
    notes: [`${instrument.title.en}: the level is that of the statement chosen; there is no level per area or overall.`],
  }),

  /** Points are added up and laid along the bands: over everything, and per area as an indication. An item is no level. */
  "points-in-bands": (framework, instrument, answers) => {
    const { total, areas } = pointsIn(framework, instrument, (id) => levelOf(answers.get(id) ?? null));
    return {
      total: { points: total.points, max: total.max, level: total.level?.code ?? null },
      areas: areas.map(({ id, points, max, level }) => ({ id, points, max, level: level?.code ?? null })),
      competences: competencesOf(framework).map(({ node }) => ({ id: node.id, level: null })),
      notes: [
        `${instrument.title.en}: levels per area are an indication only, because an area has few items; there is no level per competence.`,
        ...(total.complete ? [] : ["Not every item has points, so there is no level over everything, nor for an area with such an item: the points are those of what was answered."]),
      ],
    };
  },

  /** Each block stands by itself; the level of an aspect is derived: the highest block done in full with all below it in full. */
  "blocks-mastered": (framework, instrument, answers) => ({
    total: null,
    areas: framework.nodes.map((area) => ({ id: area.id, points: null, max: null, level: derivedStep(framework, instrument, area, (id) => levelOf(answers.get(id) ?? null))?.code ?? null })),
    competences: stepsOf(framework, instrument, answers),
    notes: [
      framework.progression
        ? `${instrument.title.en}: every block is a competency of its own and nothing is added up. The level of an aspect is derived by a rule of ours: the highest block done in full, with all blocks below it done in full.`
        : `${instrument.title.en}: every item stands by itself; nothing is added up and there is no level.`,
    ],
  }),
};

function stepsOf(framework: Framework, instrument: Instrument, answers: ReadonlyMap<string, Answer>): Score["competences"] {
  const scale = answerScale(framework, instrument);
  return competencesOf(framework).map(({ node }) => {
    const value = levelOf(answers.get(node.id) ?? null);
    return { id: node.id, level: value === null || !scale ? null : (levelAt(scale, value)?.code ?? null) };
  });
}

function gapsNoted(framework: Framework, answers: ReadonlyMap<string, Answer>): string[] {
  const missing = competencesOf(framework).flatMap(({ node }) => (answers.has(node.id) ? [] : [node.id]));
  const reasoned = [...answers].flatMap(([id, answer]) => ("reason" in answer ? [`${id} (${answer.reason})`] : []));
  return [...(missing.length > 0 ? [`Not answered: ${missing.join(", ")}.`] : []), ...(reasoned.length > 0 ? [`A reason instead of an answer: ${reasoned.join(", ")}.`] : [])];
}
