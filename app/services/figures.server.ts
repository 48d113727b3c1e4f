import { sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { askedWith, competenceLines, factsOf, gridOf, type FigureRow } from "#app/domain/figures/grid.ts";
import type { Report, Response, RunningRound, SchoolFigures } from "#app/domain/figures/page.ts";
import { findingsOf, type TrendRound } from "#app/domain/figures/report.ts";
import { seamBetween, trendOf } from "#app/domain/figures/trend.ts";
import { isSameScale } from "#app/domain/framework/continuity.ts";
import { isId } from "#app/domain/id.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { roundState } from "#app/domain/round.ts";
import type { Context } from "#app/services/context.server.ts";
import { contentOf } from "#app/services/figures-content.server.ts";
import { trainingsBeside } from "#app/services/trainings.server.ts";
import { asRole } from "#db/client.server.ts";

/** How many rounds a trend looks back, the round that is shown included. */
export const trendLength = 6;

type RoundRow = { id: string; name: string; framework: string; instrument: string; families: Family[]; released: boolean; closesAt: string; cancelledAt: string | null; releasedAt: string | null; invited: number; handedIn: number; enough: Family[]; countedAt: string };

/**
 * What is known about one school: the released figures of a round (the newest unless told), the rounds to choose from, what runs now,
 * and the trainings beside it. Four statements, whatever the size of the board.
 * @throws AppError "not-found" for a school or round that is not there for the actor
 */
export async function schoolFigures(ctx: Context, schoolId: string, roundId?: string): Promise<SchoolFigures> {
  const { actor, db, now } = ctx;
  if (!isId(schoolId) || !may(actor, "school:read", { schoolId })) throw notFound();
  const [school] = (await db.execute(sql`
    select s.id, s.name, coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'framework', r.framework, 'instrument', r.instrument, 'families', r.families, 'released', r.released,
      'closesAt', r.closes_at, 'cancelledAt', r.cancelled_at, 'releasedAt', r.released_at,
      'invited', x.invited, 'handedIn', x.handed_in, 'enough', x.enough, 'countedAt', x.counted_at) order by r.closes_at desc, r.name, r.id) filter (where r.id is not null), '[]') as rounds
    from schools s
    left join round_schools x on x.organisation_id = s.organisation_id and x.school_id = s.id
    left join rounds r on r.organisation_id = x.organisation_id and r.id = x.round_id
    where s.organisation_id = ${actor.organisationId} and s.id = ${schoolId}
    group by s.organisation_id, s.id`)) as unknown as { id: string; name: string; rounds: RoundRow[] }[];
  if (!school) throw notFound();
  const finished = school.rounds.filter(({ released, releasedAt }) => released && releasedAt !== null);
  const chosen = roundId === undefined ? finished[0] : finished.find(({ id }) => id === roundId);
  if (roundId !== undefined && !chosen) throw notFound();
  const report = chosen ? await reportOf(ctx, { schoolId, rounds: finished, chosen }) : null;
  return {
    school: { id: school.id, name: school.name },
    choices: finished.map(({ id, name, closesAt }) => ({ id, name, closedAt: new Date(closesAt) })),
    running: school.rounds.flatMap((round) => runningOf(round, now)),
    report,
    trainings: await trainingsBeside(ctx, schoolId, { shown: report, newest: newestOf(finished) }),
  };
}

/** The newest released round of each instrument of a framework; rounds are newest first. */
export function newestOf(rounds: readonly { readonly id: string; readonly framework: string; readonly instrument: string }[]): Map<string, string> {
  return new Map([...rounds].reverse().map(({ framework, instrument, id }) => [askedWith(framework, instrument), id]));
}

function runningOf({ id, name, families, enough, invited, handedIn, countedAt, ...round }: RoundRow, now: Date): RunningRound[] {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  const closesAt = new Date(round.closesAt);
  const state = roundState({ closesAt, cancelledAt: moment(round.cancelledAt), releasedAt: moment(round.releasedAt) }, now);
  if (state !== "open" && state !== "closing") return [];
  return [{ id, name, state, closesAt, invited, handedIn, countedAt: new Date(countedAt), families: families.map((family) => ({ family, enough: enough.includes(family) })) }];
}

/** A release as it is read: what it was made with, its response, and its figures at one place. */
export type ReleaseRow = Response & { roundId: string; frameworkVersion: string; instrument: string; profile: string; profileVersion: string; threshold: number; levels: number; closedAt: string; schools: number; figures: FigureRow[] };

async function reportOf(ctx: Context, { schoolId, rounds, chosen }: { schoolId: string; rounds: readonly RoundRow[]; chosen: RoundRow }): Promise<Report | null> {
  const { actor, db } = ctx;
  const rows = await asRole(
    db,
    "app_report",
    async () =>
      (await db.execute(sql`
    select r.round_id as "roundId", r.framework_version as "frameworkVersion", r.instrument, r.profile, r.profile_version as "profileVersion", r.threshold, r.levels, r.closed_at as "closedAt",
      x.invited, x.handed_in as "handedIn", 1 as schools,
      coalesce((select json_agg(json_build_array(c.competence_id, c.family, c.n, c.shown, c."end", c.low, c.high))
        from release_cells c where c.organisation_id = r.organisation_id and c.release_id = r.id and c.school_id = ${schoolId}), '[]') as figures
    from releases r
    join release_response x on x.organisation_id = r.organisation_id and x.release_id = r.id and x.school_id = ${schoolId}
    where r.organisation_id = ${actor.organisationId} and r.framework = ${chosen.framework} and r.instrument = ${chosen.instrument} and r.closed_at <= ${chosen.closesAt}::timestamptz
    order by r.round_id = ${chosen.id} desc, r.closed_at desc, r.id limit ${trendLength}`)) as unknown as ReleaseRow[],
  );
  return toReport(ctx, rows.reverse(), { chosen, nameOf: (id) => rounds.find((round) => round.id === id)?.name ?? "" });
}

/** The figures of the chosen round with those before it; rows are oldest first. Null when the round's release is not there. */
export function toReport({ actor, library }: Context, rows: readonly ReleaseRow[], { chosen, nameOf, sameSchools = () => true }: { chosen: { id: string; name: string; framework: string; instrument: string; families: readonly Family[] }; nameOf: (roundId: string) => string; sameSchools?: (roundId: string) => boolean }): Report | null {
  const row = rows.find(({ roundId }) => roundId === chosen.id);
  const content = row && contentOf(library, chosen.framework, row, chosen.families);
  if (!row || !content) return null;
  const grid = gridOf(content, competenceLines(content, actor.language), row.figures);
  const asRound = (each: ReleaseRow): TrendRound => ({
    id: each.roundId,
    name: nameOf(each.roundId),
    closedAt: new Date(each.closedAt),
    version: each.frameworkVersion,
    schools: each.schools,
    comparable: each.levels === row.levels && onSameScale(each) && sameSchools(each.roundId),
  });
  const versions = library.frameworks.filter(({ slug }) => slug === chosen.framework);
  const heldWith = (each: ReleaseRow) => versions.find(({ version }) => version === each.frameworkVersion) ?? null;
  const onSameScale = (each: ReleaseRow) => each.frameworkVersion === row.frameworkVersion || (heldWith(each) !== null && isSameScale(heldWith(each)!, content.framework, chosen.instrument));
  const earlier = rows.filter((each) => each !== row).map((each) => ({ round: asRound(each), rows: each.figures, seam: seamBetween(heldWith(each), content, versions) }));
  return {
    facts: factsOf({ id: chosen.id, name: chosen.name, closedAt: new Date(row.closedAt), threshold: row.threshold }, content, actor.language),
    response: { invited: row.invited, handedIn: row.handedIn },
    grid,
    spreads: null,
    silentSchools: [],
    findings: findingsOf(grid),
    trend: trendOf(grid, earlier, asRound(row), actor.language),
  };
}
