import { eq, sql, type SQL } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { minutesFor } from "#app/domain/assessment/questionnaire.ts";
import { notFound } from "#app/domain/errors.ts";
import { instrumentOf, titleOfInstrument, type Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { isId } from "#app/domain/id.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { inOfferedOrder, type RoundChoices, type RoundView, type SchoolResponse } from "#app/domain/round-view.ts";
import { familiesAsked, instrumentKey, roundState } from "#app/domain/round.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { frameworkAt, profileAt } from "#app/services/frameworks.server.ts";
import { offers } from "#app/services/rounds.server.ts";
import { rounds, schools } from "#db/schema/index.ts";

type Row = {
  id: string;
  name: string;
  framework: string;
  version: string;
  instrument: string;
  profile: string;
  profileVersion: string;
  families: Family[];
  threshold: number;
  released: boolean;
  opensAt: string;
  closesAt: string;
  cancelledAt: string | null;
  releasedAt: string | null;
  schoolIds: string[];
  countedAt: string;
  schools: SchoolResponse[];
};

/** The rounds that the actor may see, newest first: all for HR, those at own schools for a leader. One statement. */
export async function roundsOf(ctx: Context): Promise<RoundView[]> {
  if (!seesRounds(ctx)) throw notFound();
  return viewed(ctx, sql`true`);
}

/** One round. @throws AppError "not-found" when it is not there or not at a school of the actor */
export async function roundOf(ctx: Context, roundId: string): Promise<RoundView> {
  if (!seesRounds(ctx) || !isId(roundId)) throw notFound();
  const [round] = await viewed(ctx, sql`r.id = ${roundId}`);
  if (!round) throw notFound();
  return round;
}

/** What there is to choose from when opening a round. Two statements, sent together. */
export async function roundChoices(ctx: Context): Promise<RoundChoices> {
  const { actor, db } = ctx;
  if (!seesRounds(ctx)) throw notFound();
  const [rows, used] = await Promise.all([
    db.select({ id: schools.id, name: schools.name }).from(schools).where(eq(schools.organisationId, actor.organisationId)).orderBy(schools.position, schools.name),
    db.select({ framework: rounds.framework, instrument: rounds.instrument }).from(rounds).where(eq(rounds.organisationId, actor.organisationId)).groupBy(rounds.framework, rounds.instrument).orderBy(sql`max(${rounds.opensAt}) desc`, rounds.framework, rounds.instrument),
  ]);
  const offered = inOfferedOrder(offers(ctx.library), ({ framework, instrument, profile }) => ({ framework: framework.slug, instrument, families: familiesAsked(profile).length, superseded: framework.supersededBy !== undefined }), used);
  return {
    schools: rows.filter(({ id }) => may(actor, "rounds:manage", { schoolIds: [id] })),
    instruments: offered.map(({ framework, instrument, profile }) => ({
      key: instrumentKey({ framework: framework.slug, frameworkVersion: framework.version, instrument }),
      title: inLanguage(titleOfInstrument(framework, instrument), actor.language),
      version: framework.version,
      description: inLanguage(framework.instruments[0]?.id === instrument ? framework.description : instrumentOf(framework, instrument)!.explanation, actor.language),
      families: familiesAsked(profile),
      minutes: minutesAtMost(framework, instrument, profile, familiesAsked(profile)),
      superseded: framework.supersededBy !== undefined,
      reflects: instrumentOf(framework, instrument)?.prompt !== undefined,
    })),
  };
}

/** Leaders and HR work with rounds; the board's own role reads released figures only. */
function seesRounds({ actor }: Context): boolean {
  return actor.roles.includes("hr") || actor.leads.length > 0;
}

async function viewed({ actor, db, now, library }: Context, which: SQL): Promise<RoundView[]> {
  const everywhere = may(actor, "rounds:manage", { schoolIds: [] });
  const rows = (await db.execute(sql`
    select r.id, r.name, r.framework, r.framework_version as version, r.instrument, r.profile, r.profile_version as "profileVersion", r.families, r.threshold, r.released,
      r.opens_at as "opensAt", r.closes_at as "closesAt", r.cancelled_at as "cancelledAt", r.released_at as "releasedAt",
      array_agg(x.school_id::text) as "schoolIds", max(x.counted_at) as "countedAt",
      json_agg(json_build_object('id', s.id, 'name', s.name, 'invited', x.invited, 'handedIn', x.handed_in, 'enough', x.enough) order by s.position, s.name)
        filter (where ${everywhere} or s.id = any(${sql.param([...actor.leads])}::uuid[])) as schools
    from rounds r
    join round_schools x on x.organisation_id = r.organisation_id and x.round_id = r.id
    join schools s on s.organisation_id = x.organisation_id and s.id = x.school_id
    where r.organisation_id = ${actor.organisationId} and ${which}
    group by r.organisation_id, r.id
    order by r.opens_at desc, r.name, r.id`)) as unknown as (Omit<Row, "schools"> & { schools: SchoolResponse[] | null })[];
  return rows.flatMap((row) => (row.schools === null ? [] : [viewOf({ ...row, schools: row.schools })]));

  function viewOf(row: Row): RoundView {
    const closesAt = new Date(row.closesAt);
    const moment = (text: string | null) => (text === null ? null : new Date(text));
    const framework = frameworkAt(row.framework, row.version, library);
    const profile = profileAt(row.profile, row.profileVersion, library);
    return {
      id: row.id,
      name: row.name,
      state: roundState({ closesAt, cancelledAt: moment(row.cancelledAt), releasedAt: moment(row.releasedAt) }, now),
      framework: framework ? inLanguage(titleOfInstrument(framework, row.instrument), actor.language) : row.framework,
      version: row.version,
      families: row.families,
      threshold: row.threshold,
      privacy: row.released ? "confidential" : "own-use",
      minutes: framework && profile ? minutesAtMost(framework, row.instrument, profile, row.families) : 0,
      opensAt: new Date(row.opensAt),
      closesAt,
      countedAt: new Date(row.countedAt),
      schools: row.schools,
      manageable: may(actor, "rounds:manage", { schoolIds: row.schoolIds }),
    };
  }
}

/** Minutes that all questions take the function that is asked most. */
function minutesAtMost(framework: Framework, instrument: string, profile: Profile, families: readonly Family[]): number {
  const most = Math.max(0, ...families.flatMap((family) => Object.values(profile.families[family]?.asked ?? {}).map(({ items }) => items.length)));
  const form = framework.instruments.find(({ id }) => id === instrument);
  return form ? minutesFor(most, form) : 0;
}
