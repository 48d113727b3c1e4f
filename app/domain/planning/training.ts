import type { CompetenceLine } from "#app/domain/figures/report.ts";
import type { TrainingBeside } from "#app/domain/figures/training-effect.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { dayAfter, isDay } from "#app/domain/round.ts";

/** A training that was planned under a released figure: what, for which family at which school (null: all schools), when, hours for each. */
export type Training = {
  readonly id: string;
  readonly roundId: string;
  readonly title: string;
  readonly competenceId: string;
  readonly family: Family;
  readonly schoolId: string | null;
  readonly onDate: string;
  readonly hours: number;
};

/** A planned training in the reader's words. `school` is null for all schools. */
export type PlannedTraining = Training & { readonly competence: { readonly code: string; readonly title: string }; readonly school: string | null; /** Today or later. */ readonly toCome: boolean; readonly cancellable: boolean; readonly beside: TrainingBeside };

/** What there is to choose from when planning a training under a round. */
export type PlanningChoices = {
  readonly round: { readonly id: string; readonly name: string };
  readonly competences: readonly CompetenceLine[];
  readonly families: readonly Family[];
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** Whether the reader may plan for all schools at once. */
  readonly everySchool: boolean;
};

/** Stands for "all schools of the board" in the form; only HR may choose it. */
export const everySchool = "alle";

/** Longest title, least and most hours for one participant, and how far ahead one plans, in days. */
export const trainingRules = { title: 200, leastHours: 0.1, hours: 200, daysAhead: 730 } as const;

/** What is wrong with the day of a training, or null. Planning is for today and later. */
export function trainingDayError(day: string, today: string): "bad-date" | "past" | "too-far" | null {
  if (!isDay(day)) return "bad-date";
  if (day < today) return "past";
  return day > dayAfter(today, trainingRules.daysAhead) ? "too-far" : null;
}
