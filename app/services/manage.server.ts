import { sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { boardActions } from "#app/domain/log.ts";
import { families, familyTitles, type Family } from "#app/domain/people/function-group.ts";
import { roundState, type RoundState } from "#app/domain/round.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { titleOfInstrument } from "#app/domain/framework/framework.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";

/** What the administrator's first page counts. `logged`: entries of the last seven days. */
export type ManageCounts = { readonly people: number; readonly openRounds: number; readonly rounds: number; readonly frameworks: number; readonly logged: number };

/** True counts for the administrator's first page, in one statement. */
export async function manageCounts(ctx: Context): Promise<ManageCounts> {
  const { actor, db } = ctx;
  if (!may(actor, "board:manage", {})) throw notFound();
  const now = ctx.now.toISOString();
  const [row] = (await db.execute(sql`
    select
      (select count(*)::int from people where organisation_id = ${actor.organisationId} and left_at is null) as "people",
      (select count(*)::int from rounds where organisation_id = ${actor.organisationId}) as "rounds",
      (select count(*)::int from rounds where organisation_id = ${actor.organisationId} and cancelled_at is null and released_at is null and closes_at > ${now}::timestamptz) as "openRounds",
      (select count(*)::int from log_entries where organisation_id = ${actor.organisationId} and at > ${now}::timestamptz - interval '7 days' and action = any(${sql.param(boardActions)}::text[])) as "logged"
    `)) as unknown as Omit<ManageCounts, "frameworks">[];
  return { ...row!, frameworks: new Set(ctx.library.frameworks.map(({ slug }) => slug)).size };
}

/** A round as the administrator sees it: what was agreed, and how many of how many handed in, over all its schools. */
export type ManagedRound = {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly framework: { readonly title: string; readonly slug: string; readonly version: string };
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly audience: readonly string[];
  readonly schools: readonly string[];
  readonly threshold: number;
  /** False: everybody answers for themselves only, and no group figures are made. */
  readonly released: boolean;
  readonly invited: number;
  readonly handedIn: number;
  readonly countedAt: Date | null;
};

type Row = {
  id: string;
  name: string;
  framework: string;
  frameworkVersion: string;
  instrument: string;
  families: Family[];
  released: boolean;
  threshold: number;
  opensAt: string;
  closesAt: string;
  cancelledAt: string | null;
  releasedAt: string | null;
  schools: string[];
  invited: number;
  handedIn: number;
  countedAt: string | null;
};

/** All rounds of the board, newest first, in one statement. */
export async function managedRounds(ctx: Context): Promise<ManagedRound[]> {
  const { actor, db } = ctx;
  if (!may(actor, "board:manage", {})) throw notFound();
  const rows = (await db.execute(sql`
    select r.id, r.name, r.framework, r.framework_version as "frameworkVersion", r.instrument, r.families, r.released, r.threshold,
      r.opens_at as "opensAt", r.closes_at as "closesAt", r.cancelled_at as "cancelledAt", r.released_at as "releasedAt",
      coalesce(array_agg(s.name order by s.position, s.name) filter (where s.id is not null), '{}') as schools,
      coalesce(sum(x.invited), 0)::int as invited, coalesce(sum(x.handed_in), 0)::int as "handedIn", max(x.counted_at) as "countedAt"
    from rounds r
    left join round_schools x on x.organisation_id = r.organisation_id and x.round_id = r.id
    left join schools s on s.organisation_id = x.organisation_id and s.id = x.school_id
    where r.organisation_id = ${actor.organisationId}
    group by r.organisation_id, r.id
    order by r.opens_at desc, r.name, r.id`)) as unknown as Row[];
  return rows.map((row) => roundOf(row, ctx));
}

function roundOf(row: Row, { actor, now, library }: Context): ManagedRound {
  const { id, name, released, threshold, schools, invited, handedIn } = row;
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  const times = { closesAt: new Date(row.closesAt), cancelledAt: moment(row.cancelledAt), releasedAt: moment(row.releasedAt) };
  const framework = frameworkAt(row.framework, row.frameworkVersion, library);
  return {
    id,
    name,
    released,
    threshold,
    schools,
    invited,
    handedIn,
    state: roundState(times, now),
    framework: { title: framework ? inLanguage(titleOfInstrument(framework, row.instrument), actor.language) : row.framework, slug: row.framework, version: row.frameworkVersion },
    opensAt: new Date(row.opensAt),
    closesAt: times.closesAt,
    audience: families.filter((family) => row.families.includes(family)).map((family) => inLanguage(familyTitles[family], actor.language)),
    countedAt: moment(row.countedAt),
  };
}
