import { sql } from "drizzle-orm";
import { minutesFor, type Mode } from "#app/domain/assessment/questionnaire.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { inOfferedOrder } from "#app/domain/round-view.ts";
import { familiesAsked } from "#app/domain/round.ts";
import type { Text } from "#app/domain/text.ts";
import type { Library } from "#app/services/frameworks.server.ts";
import { questionnaireOf, type Pinned } from "#app/services/assessments-questionnaire.server.ts";
import { newestOf } from "#app/services/assessments-start.server.ts";
import type { Context } from "#app/services/context.server.ts";

/** One of my self-assessments, as far as a list shows it. */
export type AssessmentLine = {
  readonly id: string;
  readonly framework: Text;
  readonly round: { readonly name: string; readonly closesAt: Date; readonly closed: boolean } | null;
  readonly mode: Mode;
  readonly startedAt: Date;
  readonly handedInAt: Date | null;
  readonly done: number;
  readonly total: number;
  /** Minutes for what is not answered yet. */
  readonly minutes: number;
};

/** An open round that asks me, with how far I am. */
export type AskingRound = {
  readonly id: string;
  readonly name: string;
  readonly closesAt: Date;
  readonly released: boolean;
  readonly threshold: number;
  readonly framework: Text;
  /** Items and minutes of the whole questionnaire; 0 items when there is none for my function yet. */
  readonly items: number;
  readonly minutes: number;
  readonly mine: AssessmentLine | null;
};

/** An instrument of a framework that has questions for my function, to choose for myself. */
export type OfferedFramework = { readonly slug: string; readonly instrument: string; readonly title: Text; readonly items: number; readonly minutes: number; readonly superseded: boolean };

type PinnedRow = { framework: string; framework_version: string; instrument: string; profile: string; profile_version: string; family: Pinned["family"]; function_id: string };
type AssessmentRow = PinnedRow & {
  id: string; round_id: string | null; round_name: string | null; ends: number | null; mode: Mode; started_at: number; handed_in_at: number | null; answered: string[];
};
type RoundRow = PinnedRow & { id: string; name: string; ends: number; released: boolean; threshold: number };

/** Open rounds that ask me, and all my self-assessments, newest first. Two statements. */
export async function assessmentsOf(ctx: Context): Promise<{ asking: AskingRound[]; own: AssessmentLine[] }> {
  const { actor, library, now } = ctx;
  const [mine, open] = await Promise.all([mineOf(ctx), openRoundsOf(ctx)]);
  const own = mine.map((row) => ({ roundId: row.round_id, line: lineOf(library, row, now) }));
  const asking = open.map((row) => {
    const begun = own.find(({ roundId }) => roundId === row.id)?.line ?? null;
    const audience = { family: actor.family ?? row.family, functionId: actor.functionId ?? row.function_id };
    const { framework, instrument, pages } = questionnaireOf(library, { ...pinned(row), ...audience }, "all");
    return { id: row.id, name: row.name, closesAt: new Date(row.ends), released: row.released, threshold: row.threshold, framework: questionnaireTitle(framework, instrument), items: pages.length, minutes: minutesFor(pages.length, instrument), mine: begun };
  });
  return { asking, own: own.map(({ line }) => line) };
}

/** What asks something of my function: every instrument of the newest version of each framework. What most colleagues can fill in comes first. */
export function offeredTo({ actor, library }: Context): OfferedFramework[] {
  const { family, functionId } = actor;
  if (family === null || functionId === null) return [];
  const slugs = [...new Set(library.frameworks.map(({ slug }) => slug))];
  const offered = slugs.flatMap((slug) => {
    const instruments = library.frameworks.filter((each) => each.slug === slug).at(-1)?.instruments ?? [];
    return instruments.flatMap(({ id }) => {
      const newest = newestOf(library, slug, id);
      if (!newest) return [];
      const { framework, instrument, profile, pages } = questionnaireOf(library, { ...newest, family, functionId }, "all");
      return pages.length === 0 ? [] : [{ slug, instrument: id, title: questionnaireTitle(framework, instrument), items: pages.length, minutes: minutesFor(pages.length, instrument), superseded: framework.supersededBy !== undefined, families: familiesAsked(profile).length }];
    });
  });
  return inOfferedOrder(offered, ({ slug, ...each }) => ({ framework: slug, ...each }), []).map(({ families: _, ...each }) => each);
}

async function mineOf({ actor, db }: Context): Promise<AssessmentRow[]> {
  return (await db.execute(sql`
    select a.id, a.framework, a.framework_version, a.instrument, a.profile, a.profile_version, a.family, a.function_id, a.mode, a.round_id,
      r.name as round_name, (extract(epoch from least(r.closes_at, r.cancelled_at)) * 1000)::float8 as ends,
      (extract(epoch from a.started_at) * 1000)::float8 as started_at, (extract(epoch from a.handed_in_at) * 1000)::float8 as handed_in_at,
      case when a.handed_in_at is not null then '{}'::text[] else array(
        select n.item_id from (
          select distinct on (item_id) item_id, level, reason from answers
          where organisation_id = a.organisation_id and assessment_id = a.id order by item_id, sequence desc
        ) n where n.level is not null or n.reason is not null) end as answered
    from assessments a
    left join rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId}
    order by a.started_at desc limit 100`)) as unknown as AssessmentRow[];
}

async function openRoundsOf({ actor, db, now }: Context): Promise<RoundRow[]> {
  return (await db.execute(sql`
    select r.id, r.name, r.framework, r.framework_version, r.instrument, r.profile, r.profile_version, r.released, r.threshold,
      (extract(epoch from r.closes_at) * 1000)::float8 as ends, m.family, m.function_id
    from round_members m
    join rounds r on r.organisation_id = m.organisation_id and r.id = m.round_id
    where m.organisation_id = ${actor.organisationId} and m.person_id = ${actor.personId}
      and r.cancelled_at is null and r.opens_at <= ${now.toISOString()}::timestamptz and r.closes_at > ${now.toISOString()}::timestamptz
    order by r.closes_at, r.name`)) as unknown as RoundRow[];
}

function lineOf(library: Library, row: AssessmentRow, now: Date): AssessmentLine {
  const { framework, instrument, pages } = questionnaireOf(library, pinned(row), row.mode);
  const answered = new Set(row.answered);
  const handedInAt = row.handed_in_at === null ? null : new Date(row.handed_in_at);
  const done = handedInAt === null ? pages.filter(({ competenceId }) => answered.has(competenceId)).length : pages.length;
  return {
    id: row.id,
    framework: questionnaireTitle(framework, instrument),
    round: row.ends === null ? null : { name: row.round_name!, closesAt: new Date(row.ends), closed: now.getTime() >= row.ends },
    mode: row.mode,
    startedAt: new Date(row.started_at),
    handedInAt,
    done,
    total: pages.length,
    minutes: minutesFor(pages.length - done, instrument),
  };
}

const pinned = (row: PinnedRow): Pinned => ({
  framework: row.framework,
  frameworkVersion: row.framework_version,
  instrument: row.instrument,
  profile: row.profile,
  profileVersion: row.profile_version,
  family: row.family,
  functionId: row.function_id,
});
