import { answerScale, competencesOf, levelValue, type Band, type Framework, type FrameworkNode, type Instrument, type Level } from "#app/domain/framework/framework.ts";

/** Points with the level that the bands give them; the level is null unless every item has points. */
export type Points = { readonly points: number; readonly max: number; readonly complete: boolean; readonly level: Level | null };

/** The value (counted from 1) given to a competence, or null for a reason or nothing. */
type ValueOf = (competenceId: string) => number | null;

/**
 * Adds up points over everything and per area, and lays them along the instrument's bands.
 * `max` is what all items together can give, answered or not. An area's level is an indication: areas have few items.
 * @throws for an instrument without bands: the checker lets none through
 */
export function pointsIn(framework: Framework, { scale, bands }: Instrument, valueOf: ValueOf): { readonly total: Points; readonly areas: readonly (Points & { readonly id: string })[] } {
  if (!scale || !bands) throw new Error(`${framework.slug}@${framework.version} asks points without bands`);
  const most = scale.levels.length - 1;
  const over = (nodes: readonly FrameworkNode[], along: readonly Band[]): Points => {
    const values = competencesOf({ ...framework, nodes }).map(({ node }) => valueOf(node.id));
    const complete = values.every((value) => value !== null);
    const points = values.reduce<number>((sum, value) => sum + (value === null ? 0 : value - 1), 0);
    return { points, max: values.length * most, complete, level: complete ? levelFrom(framework, along, points) : null };
  };
  return { total: over(framework.nodes, bands.total), areas: framework.nodes.map((area) => ({ id: area.id, ...over([area], bands.areas[area.id] ?? []) })) };
}

/** The last band that begins at or below these points. */
function levelFrom({ scale }: Framework, along: readonly Band[], points: number): Level | null {
  const band = along.findLast(({ from }) => from <= points);
  return (band && scale?.levels.find(({ code }) => code === band.level)) ?? null;
}

/**
 * The step of the progression that an area's blocks add up to, by a rule of ours: the highest block done in full with all
 * blocks below it done in full. Null when the first one is not.
 */
export function derivedStep(framework: Framework, instrument: Instrument, area: FrameworkNode, valueOf: ValueOf): Level | null {
  const { progression } = framework;
  const full = answerScale(framework, instrument)?.levels.length;
  let reached: Level | null = null;
  for (const block of area.children ?? []) {
    if (valueOf(block.id) !== full) break;
    const place = progression && block.progression !== undefined ? levelValue(progression, block.progression) : null;
    reached = place === null ? reached : progression!.levels[place - 1]!;
  }
  return reached;
}
