import { sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { competenceLines, gridOf, type FigureRow, type RangeRow } from "#app/domain/figures/grid.ts";
import type { BoardFigures, Report, SchoolLine } from "#app/domain/figures/page.ts";
import { findingsOf, spreadOf } from "#app/domain/figures/report.ts";
import { withRanges } from "#app/domain/figures/trend.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { Context } from "#app/services/context.server.ts";
import { contentOf } from "#app/services/figures-content.server.ts";
import { newestOf, toReport, trendLength, type ReleaseRow } from "#app/services/figures.server.ts";
import { trainingsOfBoard } from "#app/services/trainings.server.ts";
import { asRole } from "#db/client.server.ts";

type RoundRow = { id: string; name: string; framework: string; instrument: string; families: Family[]; closesAt: string; schools: { id: string; name: string }[] };

/**
 * The released figures over all schools of a round, the school by school table, and all trainings of the board. Three statements.
 * The round is the newest of more than one school unless told otherwise.
 * @throws AppError "not-found" for whoever may not read over the whole board, and for a round that is not there
 */
export async function boardFigures(ctx: Context, roundId?: string): Promise<BoardFigures> {
  const { actor, db } = ctx;
  if (!may(actor, "board:read", {})) throw notFound();
  const rounds = (await db.execute(sql`
    select r.id, r.name, r.framework, r.instrument, r.families, r.closes_at as "closesAt", json_agg(json_build_object('id', s.id, 'name', s.name)) as schools
    from rounds r
    join round_schools x on x.organisation_id = r.organisation_id and x.round_id = r.id
    join schools s on s.organisation_id = x.organisation_id and s.id = x.school_id
    where r.organisation_id = ${actor.organisationId} and r.released and r.released_at is not null
    group by r.organisation_id, r.id
    order by r.closes_at desc, r.name, r.id`)) as unknown as RoundRow[];
  const chosen = roundId === undefined ? (rounds.find(({ schools }) => schools.length > 1) ?? rounds[0]) : rounds.find(({ id }) => id === roundId);
  if (roundId !== undefined && !chosen) throw notFound();
  const made = chosen ? await madeOf(ctx, rounds, chosen) : null;
  return {
    choices: rounds.map(({ id, name, closesAt, schools }) => ({ id, name, closedAt: new Date(closesAt), schools: schools.length })),
    report: made?.report ?? null,
    schools: made?.schools ?? [],
    trainings: await trainingsOfBoard(ctx, { shown: made?.report ?? null, newest: newestOf(rounds), schoolIds: chosen?.schools.map(({ id }) => id) ?? [] }),
  };
}

type BoardRow = ReleaseRow & { responses: { schoolId: string; invited: number; handedIn: number }[]; perSchool: [schoolId: string, ...row: FigureRow][]; ranges: RangeRow[] };

async function madeOf(ctx: Context, rounds: readonly RoundRow[], chosen: RoundRow): Promise<{ report: Report; schools: SchoolLine[] } | null> {
  const { actor, db } = ctx;
  const only = chosen.schools.length > 1 ? null : chosen.schools[0]!.id;
  // A round of one school says nothing about the board, and the other way round.
  const rows = await asRole(
    db,
    "app_report",
    async () =>
      (await db.execute(sql`
    select r.round_id as "roundId", r.framework_version as "frameworkVersion", r.instrument, r.profile, r.profile_version as "profileVersion", r.threshold, r.levels, r.closed_at as "closedAt",
      x.invited, x.handed_in as "handedIn", x.schools, x.responses,
      coalesce((select json_agg(json_build_array(c.competence_id, c.family, c.n, c.shown, c."end", c.low, c.high))
        from release_cells c where c.organisation_id = r.organisation_id and c.release_id = r.id and c.school_id is null), '[]') as figures,
      coalesce((select json_agg(json_build_array(c.school_id, c.competence_id, c.family, c.n, c.shown, c."end", c.low, c.high))
        from release_cells c where c.organisation_id = r.organisation_id and c.release_id = r.id and c.school_id is not null and c.family is not null and r.round_id = ${chosen.id}), '[]') as "perSchool",
      coalesce((select json_agg(json_build_array(g.competence_id, g.family, g.schools, g.lowest, g.lowest_end, g.highest, g.highest_end)) from (
        select c.competence_id, c.family, count(*) as schools, min(c.shown) as lowest, max(c.shown) as highest,
          (array_agg(c."end" order by c.shown, c.school_id))[1] as lowest_end, (array_agg(c."end" order by c.shown desc, c.school_id))[1] as highest_end
        from release_cells c where c.organisation_id = r.organisation_id and c.release_id = r.id and c.school_id is not null and c.family is not null
        group by c.competence_id, c.family) g), '[]') as ranges
    from releases r
    cross join lateral (
      select sum(z.invited)::int as invited, sum(z.handed_in)::int as handed_in, count(*)::int as schools, min(z.school_id::text) as one,
        json_agg(json_build_object('schoolId', z.school_id, 'invited', z.invited, 'handedIn', z.handed_in)) filter (where r.round_id = ${chosen.id}) as responses
      from release_response z where z.organisation_id = r.organisation_id and z.release_id = r.id) x
    where r.organisation_id = ${actor.organisationId} and r.framework = ${chosen.framework} and r.instrument = ${chosen.instrument} and r.closed_at <= ${chosen.closesAt}::timestamptz
      and case when x.schools = 1 then x.one = ${only} else ${only}::text is null end
    order by r.round_id = ${chosen.id} desc, r.closed_at desc, r.id limit ${trendLength}`)) as unknown as BoardRow[],
  );
  const schoolsOf = (id: string) => rounds.find((round) => round.id === id)?.schools.map((school) => school.id).sort().join() ?? "";
  const report = toReport(ctx, rows.reverse(), { chosen, nameOf: (id) => rounds.find((round) => round.id === id)?.name ?? "", sameSchools: (id) => schoolsOf(id) === schoolsOf(chosen.id) });
  const row = rows.find((each) => each.roundId === chosen.id);
  const content = row && contentOf(ctx.library, chosen.framework, row, chosen.families);
  if (!report || !row || !content) return null;
  const competences = competenceLines(content, actor.language);
  const bySchool = new Map<string, FigureRow[]>();
  for (const { id } of chosen.schools) bySchool.set(id, []);
  for (const [schoolId, ...figure] of row.perSchool) bySchool.get(schoolId)?.push(figure);
  const schools = chosen.schools
    .map(({ id, name }): SchoolLine => {
      const response = row.responses.find(({ schoolId }) => schoolId === id);
      return { id, name, invited: response?.invited ?? 0, handedIn: response?.handedIn ?? 0, cells: gridOf(content, competences, bySchool.get(id)!).cells };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "nl", { ignorePunctuation: true }));
  const { grid } = report;
  const spreads = grid.cells.map((cells, competence) => cells.map((cell, family) => (cell === "closed" ? spreadOf(schools.map((line) => line.cells[competence]![family]!)) : null)));
  const silentSchools = schools.filter(({ cells }) => cells.flat().every((cell) => typeof cell === "string")).map(({ name }) => name);
  const trend = withRanges(report.trend, grid, rows.map(({ ranges }) => ranges));
  return { report: { ...report, spreads, silentSchools, findings: findingsOf(grid, spreads), trend }, schools };
}
