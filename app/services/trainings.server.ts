import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { askedWith, competenceLines } from "#app/domain/figures/grid.ts";
import type { Grid, Trend } from "#app/domain/figures/report.ts";
import { besideOf, type TrainingBeside } from "#app/domain/figures/training-effect.ts";
import { continuityBetween } from "#app/domain/framework/continuity.ts";
import { competencesOf, titleOfInstrument } from "#app/domain/framework/framework.ts";
import { isId } from "#app/domain/id.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { NewTraining } from "#app/domain/planning/training-input.ts";
import { everySchool, trainingDayError, type PlannedTraining, type PlanningChoices, type Training } from "#app/domain/planning/training.ts";
import { dayAfter } from "#app/domain/round.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { contentOf } from "#app/services/figures-content.server.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";
import { logged } from "#app/services/log.server.ts";
import { trainings } from "#db/schema/index.ts";

/** The figures on the page, and where those of other instruments stand (framework and instrument → the newest released round). */
type Page = { readonly shown: { readonly facts: { readonly id: string; readonly asked: string; readonly version: string }; readonly grid: Grid; readonly trend: Trend } | null; readonly newest: ReadonlyMap<string, string> };

/** Trainings of a school (and those for all schools) of the last two years and to come, newest first, each beside the figures round it. */
export function trainingsBeside(ctx: Context, schoolId: string, page: Page): Promise<PlannedTraining[]> {
  return listed(ctx, sql`(t.school_id = ${schoolId} or t.school_id is null)`, (training, framework) => besideAt(ctx, training, framework, schoolId, page));
}

/** All trainings of the board of the last two years and to come, newest first; those of one school have their figures on its own page. */
export function trainingsOfBoard(ctx: Context, page: Page & { readonly schoolIds: readonly string[] }): Promise<PlannedTraining[]> {
  return listed(ctx, sql`true`, (training, framework) => {
    if (training.schoolId === null) return besideAt(ctx, training, framework, null, page);
    const here = page.shown?.facts.asked === framework.asked && page.schoolIds.includes(training.schoolId);
    return { kind: "elsewhere", title: training.school ?? "", schoolId: training.schoolId, roundId: here ? page.shown!.facts.id : null };
  });
}

type Row = Training & { school: string | null; framework: string; instrument: string; version: string };

async function listed({ actor, db, now, library }: Context, which: SQL, besideOne: (training: Row, framework: { asked: string; title: string }) => TrainingBeside): Promise<PlannedTraining[]> {
  const today = isoDay(now);
  const rows = (await db.execute(sql`
    select t.id, t.round_id as "roundId", t.title, t.competence_id as "competenceId", t.family, t.school_id as "schoolId", t.on_date::text as "onDate", t.hours,
      s.name as school, r.framework, r.instrument, r.framework_version as version
    from trainings t
    join rounds r on r.organisation_id = t.organisation_id and r.id = t.round_id
    left join schools s on s.organisation_id = t.organisation_id and s.id = t.school_id
    where t.organisation_id = ${actor.organisationId} and t.cancelled_at is null and t.on_date >= ${dayAfter(today, -730)}::date and ${which}
    order by t.on_date desc, t.id`)) as unknown as Row[];
  return rows.map((row) => {
    const { framework: slug, instrument, version, ...training } = row;
    const framework = frameworkAt(slug, version, library);
    const node = framework && competencesOf(framework).find((each) => each.node.id === training.competenceId)?.node;
    return {
      ...training,
      competence: { code: node?.code ?? training.competenceId, title: node ? inLanguage(node.title, actor.language) : training.competenceId },
      toCome: training.onDate >= today,
      // What is past is not planned any more.
      cancellable: training.onDate >= today && may(actor, "training:plan", { schoolId: training.schoolId }),
      beside: besideOne(row, { asked: askedWith(slug, instrument), title: framework ? inLanguage(titleOfInstrument(framework, instrument), actor.language) : slug }),
    };
  });
}

function besideAt(ctx: Context, training: Row, { asked, title }: { asked: string; title: string }, schoolId: string | null, { shown, newest }: Page): TrainingBeside {
  if (shown?.facts.asked !== asked) return newest.has(asked) ? { kind: "elsewhere", title, schoolId, roundId: newest.get(asked)! } : { kind: "waits" };
  const { grid, trend } = shown;
  const competenceId = idIn(ctx, training, shown.facts.version);
  if (competenceId === null) return { kind: "ended" };
  const figures = trend.figures[grid.competences.findIndex(({ id }) => id === competenceId)]?.[grid.families.indexOf(training.family)] ?? [];
  return besideOf(
    new Date(`${training.onDate}T12:00:00Z`),
    trend.rounds.map(({ name, closedAt, comparable }, at) => ({ name, closedAt, comparable, figure: figures[at] ?? null })),
  );
}

/** What a training was about, in another version of its framework: the id there, or null when that question is asked no more. */
function idIn({ library }: Context, { framework: slug, version, competenceId }: Row, shown: string): string | null {
  const versions = library.frameworks.filter((each) => each.slug === slug);
  const [then, now] = [version, shown].map((asked) => versions.find((each) => each.version === asked));
  if (!then || !now || then === now) return competenceId;
  const { of } = continuityBetween(then, now, versions);
  return competencesOf(now).find(({ node }) => of(node.id).id === competenceId)?.node.id ?? null;
}

/** The released round with its competences, families, and the schools that the actor plans for. One statement. */
export async function planningChoices({ actor, db, library }: Context, roundId: string): Promise<PlanningChoices> {
  if (!isId(roundId)) throw notFound();
  const [round] = (await db.execute(sql`
    select r.id, r.name, r.framework, r.instrument, r.framework_version as "frameworkVersion", r.profile, r.profile_version as "profileVersion", r.families,
      json_agg(json_build_object('id', s.id, 'name', s.name) order by s.position, s.name) as schools
    from rounds r
    join round_schools x on x.organisation_id = r.organisation_id and x.round_id = r.id
    join schools s on s.organisation_id = x.organisation_id and s.id = x.school_id
    where r.organisation_id = ${actor.organisationId} and r.id = ${roundId} and r.released and r.released_at is not null
    group by r.organisation_id, r.id`)) as unknown as { id: string; name: string; framework: string; instrument: string; frameworkVersion: string; profile: string; profileVersion: string; families: Family[]; schools: { id: string; name: string }[] }[];
  const content = round && contentOf(library, round.framework, round, round.families);
  const schools = round?.schools.filter(({ id }) => may(actor, "training:plan", { schoolId: id })) ?? [];
  if (!round || !content || schools.length === 0) throw notFound();
  return { round: { id: round.id, name: round.name }, competences: competenceLines(content, actor.language), families: round.families, schools, everySchool: may(actor, "training:plan", { schoolId: null }) };
}

/**
 * Plans a training under a released round.
 * @returns where it was planned, or what has to be mended
 * @throws AppError "not-found" for a round that is not there, or a school that is not the actor's to plan for
 */
export async function planTraining(ctx: Context, roundId: string, input: NewTraining): Promise<{ readonly ok: true; readonly schoolId: string | null } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }> {
  const { actor, db, now } = ctx;
  const choices = await planningChoices(ctx, roundId);
  const schoolId = input.schoolId === everySchool ? null : input.schoolId;
  if (!may(actor, "training:plan", { schoolId }) || (schoolId !== null && !choices.schools.some(({ id }) => id === schoolId))) throw notFound();
  if (!choices.competences.some(({ id }) => id === input.competenceId)) return { ok: false, errors: { competenceId: "required" } };
  if (!choices.families.includes(input.family)) return { ok: false, errors: { family: "required" } };
  const dayError = trainingDayError(input.onDate, isoDay(now));
  if (dayError) return { ok: false, errors: { onDate: dayError } };
  const { title, competenceId, family, onDate, hours } = input;
  const training = { organisationId: actor.organisationId, roundId, competenceId, family, schoolId, title, onDate, hours, plannedBy: actor.personId };
  if (await plannedAlready(ctx, training)) return { ok: true, schoolId };
  await db.insert(trainings).values(training);
  await logged(ctx, { action: "training.planned", personId: null, subject: title });
  return { ok: true, schoolId };
}

/** True when the same person just planned exactly this: a button pressed twice. Two in the same moment are one after the other. */
async function plannedAlready({ actor, db }: Context, training: typeof trainings.$inferInsert): Promise<boolean> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trainings of ${actor.personId}`}, 0))`);
  const { roundId, competenceId, family, schoolId, title, onDate, hours } = training;
  const same = await db
    .select({ id: trainings.id })
    .from(trainings)
    .where(
      and(
        ...[eq(trainings.organisationId, actor.organisationId), eq(trainings.plannedBy, actor.personId), eq(trainings.roundId, roundId), eq(trainings.competenceId, competenceId), eq(trainings.family, family)],
        ...[eq(trainings.title, title), eq(trainings.onDate, onDate), eq(trainings.hours, hours), sql`${trainings.schoolId} is not distinct from ${schoolId}::uuid`, isNull(trainings.cancelledAt)],
      ),
    );
  return same.length > 0;
}

/** Takes a training off the plan of this round; the row stays, for the log. @throws AppError "not-found", or "conflict" when it was taken off already */
export async function cancelTraining(ctx: Context, roundId: string, trainingId: string): Promise<{ readonly schoolId: string | null }> {
  const { actor, db, now } = ctx;
  if (!isId(roundId) || !isId(trainingId)) throw notFound();
  const here = and(eq(trainings.organisationId, actor.organisationId), eq(trainings.roundId, roundId), eq(trainings.id, trainingId));
  const [training] = await db.select({ schoolId: trainings.schoolId, title: trainings.title }).from(trainings).where(here);
  if (!training || !may(actor, "training:plan", { schoolId: training.schoolId })) throw notFound();
  const changed = await db.update(trainings).set({ cancelledAt: now }).where(and(here, isNull(trainings.cancelledAt))).returning({ id: trainings.id });
  if (changed.length === 0) {
    throw new AppError("conflict", { nl: "Deze training was al van de planning gehaald. Er is niets veranderd.", en: "This training was taken off the plan already. Nothing has changed." });
  }
  await logged(ctx, { action: "training.cancelled", personId: null, subject: training.title });
  return { schoolId: training.schoolId };
}
