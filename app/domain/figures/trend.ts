import { indexed, keyOf, type FigureRow, type RangeRow, type RoundContent } from "#app/domain/figures/grid.ts";
import type { Grid, Range, Trend, TrendBreak, TrendLink, TrendRound } from "#app/domain/figures/report.ts";
import { continuityBetween, rewordingBetween, type Broken } from "#app/domain/framework/continuity.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { staffFunctions } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** How the questions of an earlier round stand to those of the round that is shown. */
export type Seam = { readonly of: (competenceId: string) => TrendLink; readonly broken: readonly Broken[] };

/** Between rounds with the same version: everything is the same question. */
export const noSeam: Seam = { of: (id) => ({ id, why: null, reworded: [] }), broken: [] };

/**
 * Between a round with another version and the one that is shown. Where the other version is not there any more, ids are all there is to go
 * by; such a round is not comparable.
 */
export function seamBetween(then: Framework | null, { framework, instrument, families }: RoundContent, versions: readonly Framework[]): Seam {
  if (then === null || then.version === framework.version) return noSeam;
  const { of, broken } = continuityBetween(then, framework, versions);
  const isReworded = rewordingBetween(then, framework, instrument.id);
  return {
    broken,
    of: (nowId) => {
      const { id, why } = of(nowId);
      const reworded = id === null ? [] : families.filter((family) => staffFunctions.some((each) => each.family === family && isReworded({ thenId: id, nowId }, { family, functionId: each.id })));
      return { id, why, reworded };
    },
  };
}

/** An earlier round as it is read, with how it stands to the one that is shown. */
export type EarlierRound = { readonly round: TrendRound; readonly rows: readonly FigureRow[]; readonly seam: Seam };

/**
 * Rounds with their rows, oldest first and the round that is shown last, as a trend over the places of its grid. A figure follows its
 * question from version to version; where another question was asked there is no figure. Nothing is computed again.
 */
export function trendOf(grid: Grid, earlier: readonly EarlierRound[], shown: TrendRound, language: Language): Trend {
  const before = earlier.map(({ rows }) => indexed(rows));
  const links = grid.competences.map(({ id }) => [...earlier.map(({ seam }) => seam.of(id)), noSeam.of(id)]);
  return {
    rounds: [...earlier.map(({ round }) => round), shown],
    figures: grid.competences.map((_, competence) =>
      grid.families.map((family, place) => {
        const now = grid.cells[competence]![place]!;
        const then = before.map((figures, round) => {
          const { id } = links[competence]![round]!;
          return id === null ? null : (figures.get(keyOf(id, family)) ?? null);
        });
        return [...then, typeof now === "string" ? null : now];
      }),
    ),
    ranges: null,
    links,
    breaks: breaksIn(grid, earlier, language),
  };
}

/** Where lines end or begin: only of what was published then, or is asked now. Each is told once. */
function breaksIn({ competences }: Grid, earlier: readonly EarlierRound[], language: Language): TrendBreak[] {
  const asked = new Set(competences.map(({ id }) => id));
  const found = earlier.flatMap(({ rows, seam }) => {
    const published = new Set(rows.map(([id]) => id));
    return seam.broken.flatMap(({ why, from, to }) => {
      const concerned = why === "new" ? to.some(({ id }) => asked.has(id)) : from.some(({ id }) => published.has(id));
      return concerned ? [{ why, from: from.map(({ title }) => inLanguage(title, language)), to: to.map(({ title }) => inLanguage(title, language)) }] : [];
    });
  });
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/** The trend with what the schools show where the figure over all of them is missing; `rows` per round, in the order of the trend. */
export function withRanges(trend: Trend, { competences, families }: Grid, rows: readonly (readonly RangeRow[])[]): Trend {
  const rounds = rows.map((each) => new Map(each.map(([competenceId, family, schools, low, lowEnd, high, highEnd]): [string, Range] => [keyOf(competenceId, family), { schools, from: { shown: low, end: lowEnd }, to: { shown: high, end: highEnd } }])));
  const rangeAt = (competence: number, place: number, at: number) => {
    const { id } = trend.links[competence]![at]!;
    return trend.figures[competence]![place]![at] || id === null ? null : (rounds[at]!.get(keyOf(id, families[place]!)) ?? null);
  };
  return { ...trend, ranges: competences.map((_, competence) => families.map((_, place) => rounds.map((_, at) => rangeAt(competence, place, at)))) };
}
