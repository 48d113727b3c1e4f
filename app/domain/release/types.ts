/** The four classes that stand for the number of people; exact counts of groups are never published. */
export type SizeClass = "5-9" | "10-19" | "20-49" | "50+";

/** A cell (both named), a school total (group null), a family total (unit null) or the board total (both null). */
export type Block = { unit: string | null; group: string | null };

/** One person who gave a level: counted once, in one school and one function family. */
export type Respondent = { id: string; unit: string; group: string; level: number };

/** What is remembered of a person in an earlier release: where counted, never what was answered. */
export type Member = { id: string; unit: string; group: string };

/** A published mean: as shown, whether it is an open end, and the interval it leaves possible (level units, 1..L). */
export type PublishedMean = { shown: number; end: null | "≤" | "≥"; low: number; high: number };

/** One published figure; null means all. */
export type ReleasedFigure = Block & { n: SizeClass; mean: PublishedMean };

/** An earlier release of the same board, framework and competence: everyone counted in it, and what it published. */
export type PreviousRelease = { members: readonly Member[]; figures: readonly ReleasedFigure[] };

/** Closed integer interval. */
export type Span = { low: number; high: number };

/** One cell of the table school × family: people and the sum of their levels. */
export type Cell = { unit: string; group: string; n: number; sum: number };

/** A block that the plan allows, with its exact number of people (for the audits only). */
export type PlannedBlock = Block & { n: number };

/** A figure on its way to publication: the exact count and sum never leave the module. */
export type Figure = PlannedBlock & { sum: number; step: number; mean: PublishedMean };
