import type { Cell, Findings, Grid, RoundFacts, Spreads, Trend } from "#app/domain/figures/report.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { PlannedTraining } from "#app/domain/planning/training.ts";

/** Invited and handed in: the only exact counts there are. */
export type Response = { readonly invited: number; readonly handedIn: number };

/** The released figures of one place, ready to be drawn. */
export type Report = { readonly facts: RoundFacts; readonly response: Response; readonly grid: Grid; /** Over several schools only. */ readonly spreads: Spreads | null; /** Schools of which nothing at all could be shown; for a page over several schools. */ readonly silentSchools: readonly string[]; readonly findings: Findings; readonly trend: Trend };

/** A released round to choose. */
export type RoundChoice = { readonly id: string; readonly name: string; readonly closedAt: Date };

/** A round that runs or is being worked out: the response, counted once a day, and per family enough or not. */
export type RunningRound = Response & {
  readonly id: string;
  readonly name: string;
  readonly state: "open" | "closing";
  readonly closesAt: Date;
  readonly countedAt: Date;
  readonly families: readonly { readonly family: Family; readonly enough: boolean }[];
};

/** All there is to see about one school. */
export type SchoolFigures = {
  readonly school: { readonly id: string; readonly name: string };
  readonly choices: readonly RoundChoice[];
  readonly running: readonly RunningRound[];
  readonly report: Report | null;
  readonly trainings: readonly PlannedTraining[];
};

/** One school in the table over all schools: response, and its figures per [competence][family]. */
export type SchoolLine = Response & { readonly id: string; readonly name: string; readonly cells: readonly (readonly Cell[])[] };

/** All there is to see over the schools of a board. */
export type BoardFigures = {
  readonly choices: readonly (RoundChoice & { readonly schools: number })[];
  readonly report: Report | null;
  /** In alphabetical order, always: never by a figure. */
  readonly schools: readonly SchoolLine[];
  readonly trainings: readonly PlannedTraining[];
};
