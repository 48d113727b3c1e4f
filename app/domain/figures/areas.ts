import type { CompetenceLine, Findings } from "#app/domain/figures/report.ts";

/** One area of the framework: its title, and its competences by their place in the grid (from, up to and not including to). */
export type Area = { readonly title: string; readonly from: number; readonly to: number };

/** The areas of a grid, in framework order; competences of one area stand together. */
export function areasOf(competences: readonly CompetenceLine[]): Area[] {
  const starts = competences.flatMap(({ area }, at) => (competences[at - 1]?.area === area ? [] : [at]));
  return starts.map((from, place) => ({ title: competences[from]!.area, from, to: starts[place + 1] ?? competences.length }));
}

/** The area that was asked for; else the one with the largest gap, because that is where one looks first; else the first. */
export function areaToShow(areas: readonly Area[], asked: string | null, { gap }: Pick<Findings, "gap">): Area | null {
  return areas.find(({ title }) => title === asked) ?? areas.find(({ from, to }) => gap !== null && gap.competence >= from && gap.competence < to) ?? areas[0] ?? null;
}
