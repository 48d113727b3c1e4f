import type { CsvCell } from "#app/domain/csv.ts";
import { isoDay } from "#app/domain/format.ts";
import type { GroupFigure } from "#app/domain/figures/figure.ts";
import type { Report, Response, SchoolLine } from "#app/domain/figures/page.ts";
import type { Cell, RoundFacts, Spread, Spreads } from "#app/domain/figures/report.ts";

/** The columns of an export, in this order. Files that were read once keep being readable. */
export const columns = ["round", "closed", "framework", "profile", "threshold", "school", "invited", "handedIn", "family", "area", "competence", "status", "n", "mean", "end", "low", "high", "levels", "target", "gap"] as const;

/** Further columns of the file over all schools, after the others: what the schools show where the whole could not be published. */
export const rangeColumns = ["schools", "lowest", "lowestEnd", "highest", "highestEnd"] as const;

/** Heads of the columns and the few words in the cells, in the reader's language. */
export type ExportWords = Readonly<Record<(typeof columns)[number] | (typeof rangeColumns)[number] | "shown" | "rangeStatus" | "closedStatus" | "notAsked" | "allSchools" | "allFamilies" | "orLower" | "orHigher", string>> & { readonly familyName: (family: Report["grid"]["families"][number]) => string };

/** The figures of one school, row by row: exactly what its page shows. */
export function schoolRows({ facts, response, grid }: Report, name: string, words: ExportWords): CsvCell[][] {
  return [columns.map((column) => words[column]), ...rowsOf(facts, grid, grid, { name, response }, words)];
}

/** The figures over all schools, and then those of each school: exactly what the page of the board shows. */
export function boardRows({ facts, response, grid, spreads }: Report, schools: readonly SchoolLine[], words: ExportWords): CsvCell[][] {
  return [
    [...columns, ...rangeColumns].map((column) => words[column]),
    ...rowsOf(facts, grid, grid, { name: words.allSchools, response, spreads: spreads ?? [] }, words),
    ...schools.flatMap((line) => rowsOf(facts, grid, { cells: line.cells, totals: [] }, { name: line.name, response: line, spreads: [] }, words)),
  ];
}

type Grid = Report["grid"];

function rowsOf(facts: RoundFacts, { competences, families }: Pick<Grid, "competences" | "families">, { cells, totals }: Pick<Grid, "cells" | "totals">, place: { name: string; response: Response; /** Only in the file over all schools. */ spreads?: Spreads }, words: ExportWords): CsvCell[][] {
  // A bare "1.1", "5-9" or "1.1.0" would be a date to a Dutch spreadsheet, so none stands alone in a cell.
  const round = [facts.name, isoDay(facts.closedAt), `${facts.frameworkTitle} ${facts.version}`, `${words.profile} ${facts.profileVersion}`, facts.threshold, place.name, place.response.invited, place.response.handedIn];
  return competences.flatMap(({ area, code, title }, at) => {
    const row = (family: string, cell: Cell | GroupFigure, spread: Spread | null = null): CsvCell[] => [
      ...round,
      ...[family, area, `${code} ${title}`],
      ...(spread ? [words.rangeStatus, null, null, null, null, null, facts.scale.length, ...aimCells(spread, facts)] : figureCells(cell, facts, words)),
      ...(place.spreads ? rangeCells(spread, facts, words) : []),
    ];
    return [...families.map((family, column) => row(words.familyName(family), cells[at]![column]!, place.spreads?.[at]?.[column])), ...(totals.length === 0 ? [] : [row(words.allFamilies, totals[at] ?? "closed")])];
  });
}

function figureCells(cell: Cell | GroupFigure, facts: RoundFacts, words: ExportWords): CsvCell[] {
  if (cell === "closed" || cell === "not-asked") return [cell === "closed" ? words.closedStatus : words.notAsked, null, null, null, null, null, facts.scale.length, null, null];
  const { n, shown, end, low, high } = cell;
  return [words.shown, n.replace("-", "–"), asShown(shown, facts), endWords(end, words), asShown(low, facts), asShown(high, facts), facts.scale.length, ...("target" in cell ? aimCells(cell, facts) : [null, null])];
}

function aimCells({ target, gap }: Pick<Spread, "target" | "gap">, { scale }: RoundFacts): CsvCell[] {
  return [target === null ? null : (scale[target - 1] ?? null), gap === null ? null : Math.round(gap * 1000) / 1000];
}

function rangeCells(spread: Spread | null, facts: RoundFacts, words: ExportWords): CsvCell[] {
  if (spread === null) return rangeColumns.map(() => null);
  const { schools, from, to } = spread;
  return [schools, asShown(from.shown, facts), endWords(from.end, words), asShown(to.shown, facts), endWords(to.end, words)];
}

/** Points count from 0, as on the page. */
function asShown(value: number, { lowest }: RoundFacts): number {
  return value + lowest - 1;
}

function endWords(end: GroupFigure["end"], words: ExportWords): string | null {
  return end === "≤" ? words.orLower : end === "≥" ? words.orHigher : null;
}
