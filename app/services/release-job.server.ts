import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { releaseRound, underIdsNow, type CompetenceFigure, type EarlierRelease, type RoundRespondent } from "#app/domain/figures/release-round.ts";
import { continuityBetween } from "#app/domain/framework/continuity.ts";
import { answerScale, competencesOf, instrumentOf, type Framework } from "#app/domain/framework/framework.ts";
import { dueAt, lastCountMoment } from "#app/domain/round.ts";
import { ownLibrary } from "#app/services/own-library.server.ts";
import { loggedByProgram } from "#app/services/log.server.ts";
import type { Database, Db } from "#db/client.server.ts";
import { releaseQueue, releases, rounds } from "#db/schema/index.ts";

/** Where the job says what it did; never about persons. */
export type JobLog = { info(fields: object): void; error(fields: object): void };

type Round = typeof rounds.$inferSelect;

/**
 * Makes the figures of every round whose time has come, over all boards, oldest first; each in one transaction inside its board.
 * Running it again, or twice at once, changes nothing. A round that fails is left for the next time and does not hold up the others.
 * @returns how many rounds were finished now
 */
export async function releaseDueRounds(database: Database, now: Date, log: JobLog): Promise<number> {
  const due = await database.transaction("app_job", null, (db) =>
    db.select({ roundId: releaseQueue.roundId, organisationId: releaseQueue.organisationId }).from(releaseQueue).where(lte(releaseQueue.dueAt, now)).orderBy(asc(releaseQueue.dueAt), asc(releaseQueue.roundId)),
  );
  let finished = 0;
  for (const { roundId, organisationId } of due) {
    try {
      const done = await database.transaction("app_job", { organisationId, personId: null, roles: [] }, (db) => releaseOne(db, organisationId, roundId, now));
      if (done === null) continue;
      finished += 1;
      log.info({ job: "release", roundId, figures: done });
    } catch (error) {
      log.error({ job: "release", roundId, error });
    }
  }
  return finished;
}

/** @returns the number of figures, or null when there was nothing (any more) to do */
async function releaseOne(db: Db, organisationId: string, roundId: string, now: Date): Promise<number | null> {
  // One release of a board at a time: each is audited against the ones before it.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`release:${organisationId}`}, 0))`);
  const [round] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.organisationId, organisationId), eq(rounds.id, roundId)))
    .for("update", { skipLocked: true });
  // Somebody is changing it just now: the next time will do.
  if (!round) return null;
  if (round.cancelledAt === null && round.releasedAt === null) {
    if (dueAt(round.closesAt) > now) return null;
    const figures = round.released ? await writeRelease(db, round) : [];
    await db.execute(responseCounted([roundId], now));
    await db.update(rounds).set({ releasedAt: now }).where(and(eq(rounds.organisationId, organisationId), eq(rounds.id, roundId)));
    await db.delete(releaseQueue).where(eq(releaseQueue.roundId, roundId));
    await loggedByProgram(db, { organisationId, now }, { action: "round.released", personId: null, subject: round.name });
    return figures.length;
  }
  await db.delete(releaseQueue).where(eq(releaseQueue.roundId, roundId));
  return null;
}

async function writeRelease(db: Db, round: Round): Promise<CompetenceFigure[]> {
  const { frameworks } = await ownLibrary(db, round.organisationId);
  const versions = frameworks.filter(({ slug }) => slug === round.framework);
  const framework = versions.find(({ version }) => version === round.frameworkVersion);
  const instrument = framework && instrumentOf(framework, round.instrument);
  const scale = instrument && answerScale(framework, instrument);
  if (!framework || !scale) throw new Error(`There is no ${round.framework}@${round.frameworkVersion} with an instrument "${round.instrument}" in the library.`);
  const levels = scale.levels.length;
  const respondents = await respondentsOf(db, round);
  const earlier = (await earlierReleases(db, round, levels)).map((release) => asAskedNow(release, framework, versions));
  const figures = releaseRound({ threshold: round.threshold, levels, competences: competencesOf(framework).map(({ node }) => node.id), respondents, earlier });
  const { organisationId, id: roundId, profile, profileVersion, threshold } = round;
  const hash = createHash("sha256").update(JSON.stringify(figures)).digest("hex");
  const [release] = await db
    .insert(releases)
    .values({ organisationId, roundId, framework: round.framework, frameworkVersion: round.frameworkVersion, instrument: round.instrument, profile, profileVersion, threshold, levels, closedAt: round.closesAt, hash })
    .returning({ id: releases.id });
  const cells = figures.map(({ competenceId, unit, group, n, mean }) => ({ competence_id: competenceId, school_id: unit, family: group, n, ...mean }));
  await db.execute(sql`
    insert into release_cells (organisation_id, release_id, competence_id, school_id, family, n, shown, "end", low, high)
    select ${organisationId}::uuid, ${release!.id}::uuid, c.competence_id, c.school_id, c.family, c.n, c.shown, c."end", c.low, c.high
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(competence_id text, school_id uuid, family text, n text, shown numeric, "end" text, low numeric, high numeric)`);
  await db.execute(sql`
    insert into release_response (organisation_id, release_id, school_id, invited, handed_in)
    select x.organisation_id, ${release!.id}::uuid, x.school_id, x.invited, ${handedInAt(round.closesAt)}
    from round_schools x where x.organisation_id = ${organisationId} and x.round_id = ${roundId}`);
  const members = respondents.map(({ id, unit, group, levels: given }) => ({ person_id: id, school_id: unit, family: group, competences: Object.keys(given).sort() }));
  await db.execute(sql`
    insert into release_members (organisation_id, release_id, person_id, school_id, family, competences)
    select ${organisationId}::uuid, ${release!.id}::uuid, m.person_id, m.school_id, m.family, m.competences
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(person_id uuid, school_id uuid, family text, competences text[])`);
  return figures;
}

/** How many of a school in a round (row x) handed in before this moment; those who are left out of the figures too, so that nobody can see who they are. */
function handedInAt(before: Date) {
  return sql`(select count(*) from round_members m
    join assessments a on a.organisation_id = m.organisation_id and a.round_id = m.round_id and a.person_id = m.person_id
    where m.organisation_id = x.organisation_id and m.round_id = x.round_id and m.school_id = x.school_id and a.handed_in_at < ${before.toISOString()}::timestamptz)`;
}

/** Who counts: handed in before the closing time and not left out, at the place where they were when the round opened. */
async function respondentsOf(db: Db, { organisationId, id, closesAt }: Round): Promise<RoundRespondent[]> {
  return (await db.execute(sql`
    select m.person_id as id, m.school_id as unit, m.family as "group", json_object_agg(r.competence_id, r.level) as levels
    from round_members m
    join assessments a on a.organisation_id = m.organisation_id and a.round_id = m.round_id and a.person_id = m.person_id
    join results r on r.organisation_id = a.organisation_id and r.assessment_id = a.id and r.level is not null
    where m.organisation_id = ${organisationId} and m.round_id = ${id} and not a.excluded and a.handed_in_at < ${closesAt.toISOString()}::timestamptz
    group by m.person_id, m.school_id, m.family
    order by m.person_id`)) as unknown as RoundRespondent[];
}

type HeldRelease = EarlierRelease & { readonly version: string };

/** A question that has another id since is audited against what was published under its old one: the two are shown as one trend. */
function asAskedNow(release: HeldRelease, now: Framework, versions: readonly Framework[]): EarlierRelease {
  const then = versions.find(({ version }) => version === release.version);
  return !then || then === now ? release : underIdsNow(release, competencesOf(now).map(({ node }) => node.id), continuityBetween(then, now, versions));
}

/** What was published before about this framework, on the same scale, and who stood behind it. */
async function earlierReleases(db: Db, { organisationId, framework, instrument }: Round, levels: number): Promise<HeldRelease[]> {
  return (await db.execute(sql`
    select r.framework_version as version,
      coalesce((select json_agg(json_build_object('id', m.person_id, 'unit', m.school_id, 'group', m.family, 'competences', m.competences))
        from release_members m where m.organisation_id = r.organisation_id and m.release_id = r.id), '[]') as members,
      coalesce((select json_agg(json_build_object('competenceId', c.competence_id, 'unit', c.school_id, 'group', c.family, 'n', c.n,
          'mean', json_build_object('shown', c.shown, 'end', c."end", 'low', c.low, 'high', c.high)))
        from release_cells c where c.organisation_id = r.organisation_id and c.release_id = r.id), '[]') as figures
    from releases r
    where r.organisation_id = ${organisationId} and r.framework = ${framework} and r.instrument = ${instrument} and r.levels = ${levels}
    order by r.closed_at, r.id`)) as unknown as HeldRelease[];
}

/** Counts the response of rounds as it is now: how many handed in per school, and which families have enough. */
function responseCounted(roundIds: readonly string[], now: Date) {
  return sql`
    with counted as (
      select m.organisation_id, m.round_id, m.school_id, m.family, count(a.id) filter (where a.handed_in_at < least(r.closes_at, ${now.toISOString()}::timestamptz)) as n, min(r.threshold) as threshold
      from round_members m
      join rounds r on r.organisation_id = m.organisation_id and r.id = m.round_id
      left join assessments a on a.organisation_id = m.organisation_id and a.round_id = m.round_id and a.person_id = m.person_id
      where m.round_id = any(${sql.param(roundIds)}::uuid[])
      group by m.organisation_id, m.round_id, m.school_id, m.family)
    update round_schools x set counted_at = ${now.toISOString()}::timestamptz,
      handed_in = coalesce((select sum(c.n) from counted c where c.organisation_id = x.organisation_id and c.round_id = x.round_id and c.school_id = x.school_id), 0),
      enough = coalesce((select array_agg(c.family order by c.family) from counted c where c.organisation_id = x.organisation_id and c.round_id = x.round_id and c.school_id = x.school_id and c.n >= c.threshold), '{}')
    where x.round_id = any(${sql.param(roundIds)}::uuid[])`;
}

/**
 * Once a day, at seven in the morning: counts per school of every running round how many handed in. More often would tell who just did.
 * @returns how many rounds were counted now
 */
export async function refreshResponse(database: Database, now: Date): Promise<number> {
  const running = await database.transaction("app_job", null, (db) =>
    db.select({ roundId: releaseQueue.roundId, organisationId: releaseQueue.organisationId }).from(releaseQueue).where(gt(releaseQueue.dueAt, now)),
  );
  let counted = 0;
  for (const organisationId of new Set(running.map((each) => each.organisationId))) {
    const roundIds = running.filter((each) => each.organisationId === organisationId).map(({ roundId }) => roundId);
    counted += await database.transaction("app_job", { organisationId, personId: null, roles: [] }, async (db) => {
      const stale = (await db.execute(sql`
        select x.round_id as id from round_schools x
        where x.organisation_id = ${organisationId} and x.round_id = any(${sql.param(roundIds)}::uuid[])
        group by x.round_id having min(x.counted_at) < ${lastCountMoment(now).toISOString()}::timestamptz`)) as unknown as { id: string }[];
      if (stale.length > 0) await db.execute(responseCounted(stale.map(({ id }) => id), now));
      return stale.length;
    });
  }
  return counted;
}
