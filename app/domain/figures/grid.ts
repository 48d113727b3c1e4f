import { aimOf, cellOf, type GroupFigure } from "#app/domain/figures/figure.ts";
import type { Cell, CompetenceLine, Grid, RoundFacts } from "#app/domain/figures/report.ts";
import { competencesOf, levelName, questionnaireTitle, stepName, type Framework, type Instrument, type Scale } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** A published figure as it is read: competence, family (null: all together), class of n, shown, end, low, high. */
export type FigureRow = readonly [competenceId: string, family: Family | null, n: GroupFigure["n"], shown: number, end: GroupFigure["end"], low: number, high: number];

/** What the schools of a round show together, as it is read: competence, family, number of schools, lowest with its end, highest with its end. */
export type RangeRow = readonly [competenceId: string, family: Family, schools: number, lowest: number, lowestEnd: GroupFigure["end"], highest: number, highestEnd: GroupFigure["end"]];

/** What a round was about: the framework and profile it was pinned to, and the families asked. */
export type RoundContent = { readonly framework: Framework; readonly instrument: Instrument; readonly scale: Scale; readonly profile: Profile; readonly families: readonly Family[] };

/** The framework of a figure in the reader's words. */
export function factsOf(round: { id: string; name: string; closedAt: Date; threshold: number }, { framework, instrument, scale, profile }: Omit<RoundContent, "families">, language: Language): RoundFacts {
  const leaf = framework.layers.at(-1)!;
  return {
    ...round,
    asked: askedWith(framework.slug, instrument.id),
    lowest: instrument.lowest ?? 1,
    inPoints: instrument.scoring === "points-in-bands",
    noun: { one: inLanguage(leaf.title, language), many: inLanguage(leaf.plural, language) },
    frameworkTitle: inLanguage(questionnaireTitle(framework, instrument), language),
    version: framework.version,
    profileVersion: profile.version,
    scale: scale.levels.map((level) => stepName(level, language)),
    steps: scale.levels.map((level) => levelName(level, language)),
    ownScale: scale.status === "ours",
  };
}

/** What rounds are compared within: one instrument of one framework. */
export function askedWith(framework: string, instrument: string): string {
  return `${framework}/${instrument}`;
}

/** The competences that at least one family of the round was asked, in framework order. */
export function competenceLines({ framework, profile, families }: RoundContent, language: Language): CompetenceLine[] {
  const asked = new Set(families.flatMap((family) => [...askedOf(profile, family)]));
  return competencesOf(framework)
    .filter(({ node }) => asked.has(node.id))
    .map(({ node, area }) => ({ id: node.id, code: node.code, title: inLanguage(node.title, language), area: inLanguage(area.title, language) }));
}

/** The figures of one place as a table competence × family, each beside the target of the round's own profile. */
export function gridOf(content: RoundContent, competences: readonly CompetenceLine[], rows: readonly FigureRow[]): Grid {
  const { families, profile, scale } = content;
  const figures = indexed(rows);
  const asked = families.map((family) => askedOf(profile, family));
  return {
    competences,
    families,
    cells: competences.map(({ id }) =>
      families.map((family, place): Cell => {
        const figure = figures.get(keyOf(id, family));
        if (figure) return cellOf(figure, aimOf(profile, scale, family, id), scale.levels.length);
        return asked[place]!.has(id) ? "closed" : "not-asked";
      }),
    ),
    totals: families.length < 2 ? [] : competences.map(({ id }) => figures.get(keyOf(id, null)) ?? null),
  };
}

/** What any function of this family is asked. */
export function askedOf(profile: Profile, family: Family): ReadonlySet<string> {
  return new Set(Object.values(profile.families[family]?.asked ?? {}).flatMap(({ items }) => items));
}

/** Figures by what they are about, to look them up with `keyOf`. */
export function indexed(rows: readonly FigureRow[]): Map<string, GroupFigure> {
  return new Map(rows.map(([competenceId, family, n, shown, end, low, high]) => [keyOf(competenceId, family), { n, shown, end, low, high }]));
}

/** What a figure is about, as one text. */
export function keyOf(competenceId: string, family: Family | null): string {
  return `${family ?? ""}|${competenceId}`;
}
