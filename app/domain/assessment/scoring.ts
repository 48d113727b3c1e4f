import { competencesOf, levelAt, type Framework, type Instrument } from "#app/domain/framework/framework.ts";
import { isReason, reasons, type Answer, type Reason } from "./answers.ts";

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
 * Reads answers to an instrument. Numbers must be whole and on the scale; a reason is never a number.
 * @returns the answers by competence id, or the first thing that is wrong
 */
export function readAnswers(framework: Framework, input: unknown): { ok: true; answers: ReadonlyMap<string, Answer> } | { ok: false; problem: InputProblem } {
  const wrong = (where: string, message: string) => ({ ok: false as const, problem: { where, message } });
  if (typeof input !== "object" || input === null || Array.isArray(input)) return wrong("answers", "must be an object of item id and answer");
  const known = new Set(competencesOf(framework).map(({ node }) => node.id));
  const highest = framework.scale?.levels.length ?? 0;
  const answers = new Map<string, Answer>();
  for (const [id, value] of Object.entries(input)) {
    const where = `answers.${id}`;
    if (!known.has(id)) return wrong(where, `there is no item "${id}" in ${framework.slug}@${framework.version}`);
    if (typeof value === "number") {
      if (!Number.isInteger(value) || value < 1 || value > highest) return wrong(where, `must be a whole number from 1 to ${highest}`);
      answers.set(id, { level: value });
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
  return rules[instrument.scoring](framework, instrument, answers);
}

const rules: Record<Instrument["scoring"], (framework: Framework, instrument: Instrument, answers: ReadonlyMap<string, Answer>) => Score> = {
  /** The level of a competence is the level of the statement that was chosen; nothing is added up. */
  "level-as-chosen": (framework, instrument, answers) => {
    const competences = competencesOf(framework).map(({ node }) => {
      const answer = answers.get(node.id);
      const level = answer && "level" in answer && framework.scale ? levelAt(framework.scale, answer.level) : null;
      return { id: node.id, level: level?.code ?? null };
    });
    const missing = competences.filter(({ id }) => !answers.has(id)).map(({ id }) => id);
    const reasoned = [...answers].filter(([, answer]) => "reason" in answer).map(([id, answer]) => `${id} (${(answer as { reason: Reason }).reason})`);
    return {
      total: null,
      areas: framework.nodes.map(({ id }) => ({ id, points: null, max: null, level: null })),
      competences,
      notes: [
        `${instrument.title.en}: the level is that of the statement chosen; there is no level per area or overall.`,
        ...(missing.length > 0 ? [`Not answered: ${missing.join(", ")}.`] : []),
        ...(reasoned.length > 0 ? [`A reason instead of a level: ${reasoned.join(", ")}.`] : []),
      ],
    };
  },
};
