import type { Continuity } from "#app/domain/framework/continuity.ts";
import { releaseCompetence } from "#app/domain/release/release.ts";
import type { Member, ReleasedFigure } from "#app/domain/release/types.ts";

/** Somebody who counts in a round: school, family and the levels given, by competence. */
export type RoundRespondent = Member & { readonly levels: Readonly<Record<string, number>> };

/** A published figure and what it is about. */
export type CompetenceFigure = ReleasedFigure & { readonly competenceId: string };

/** An earlier release of the same board and framework: who gave a level on what, and what was published. */
export type EarlierRelease = { readonly members: readonly (Member & { readonly competences: readonly string[] })[]; readonly figures: readonly CompetenceFigure[] };

export type RoundToRelease = {
  readonly threshold: number;
  /** Steps of the scale. */
  readonly levels: number;
  /** In framework order. */
  readonly competences: readonly string[];
  readonly respondents: readonly RoundRespondent[];
  readonly earlier: readonly EarlierRelease[];
};

/** All figures of a round, competence by competence in framework order; the same input always gives the same list. */
export function releaseRound({ threshold, levels, competences, respondents, earlier }: RoundToRelease): CompetenceFigure[] {
  return competences.flatMap((competenceId) => {
    const people = respondents.flatMap(({ id, unit, group, levels: given }) => {
      const level = given[competenceId];
      return level === undefined ? [] : [{ id, unit, group, level }];
    });
    const previous = earlier.map((release) => ({
      members: release.members.filter((member) => member.competences.includes(competenceId)).map(({ id, unit, group }) => ({ id, unit, group })),
      figures: release.figures.filter((figure) => figure.competenceId === competenceId).map(({ unit, group, n, mean }) => ({ unit, group, n, mean })),
    }));
    return releaseCompetence({ k: threshold, levels, people, previous }).map((figure) => ({ competenceId, ...figure }));
  });
}

/**
 * An earlier release under the ids of the version that is released now. A question with another id takes its past along; one that stopped keeps
 * its own id, unless that id is another question's now, so that at most too much is compared and never too little.
 */
export function underIdsNow(release: EarlierRelease, competences: readonly string[], { of }: Pick<Continuity, "of">): EarlierRelease {
  const now = new Map(competences.flatMap((id) => (of(id).id === null ? [] : [[of(id).id!, id] as const])));
  const taken = new Set(now.values());
  const idNow = (id: string): string[] => (now.has(id) ? [now.get(id)!] : taken.has(id) ? [] : [id]);
  return {
    members: release.members.map((member) => ({ ...member, competences: member.competences.flatMap(idNow) })),
    figures: release.figures.flatMap((figure) => idNow(figure.competenceId).map((competenceId) => ({ ...figure, competenceId }))),
  };
}
