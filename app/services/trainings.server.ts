import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { competenceLines } from "#app/domain/figures/grid.ts";
import type { Grid, Trend } from "#app/domain/figures/report.ts";
import { effectOf, type TrainingEffect } from "#app/domain/figures/training-effect.ts";
import { competencesOf } from "#app/domain/framework/framework.ts";
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

type Shown = { readonly facts: { readonly framework: string }; readonly grid: Grid; readonly trend: Trend };

/** Trainings of a school (and those for all schools) of the last two years and to come, newest first, each beside the figures round it. */
export function trainingsBeside(ctx: Context, schoolId: string, shown: Shown | null): Promise<PlannedTraining[]> {
  return listed(ctx, sql`(t.school_id = ${schoolId} or t.school_id is null)`, shown, false);
}

/** All trainings of the board of the last two years and to come, newest first; those for all schools beside the figures over all schools. */
export function trainingsOfBoard(ctx: Context, shown: Shown | null): Promise<PlannedTraining[]> {
  return listed(ctx, sql`true`, shown, true);
}

type Row = Training & { school: string | null; framework: string; version: string };

async function listed({ actor, db, now }: Context, which: SQL, shown: Shown | null, overBoard: boolean): Promise<PlannedTraining[]> {
  const rows = (await db.execute(sql`
    select t.id, t.round_id as "roundId", t.title, t.competence_id as "competenceId", t.family, t.school_id as "schoolId", t.on_date::text as "onDate", t.hours,
      s.name as school, r.framework, r.framework_version as version
    from trainings t
    join rounds r on r.organisation_id = t.organisation_id and r.id = t.round_id
    left join schools s on s.organisation_id = t.organisation_id and s.id = t.school_id
    where t.organisation_id = ${actor.organisationId} and t.cancelled_at is null and t.on_date >= ${dayAfter(isoDay(now), -730)}::date and ${which}
    order by t.on_date desc, t.id`)) as unknown as Row[];
  return rows.map(({ framework: slug, version, ...training }) => {
    const framework = frameworkAt(slug, version);
    const node = framework && competencesOf(framework).find((each) => each.node.id === training.competenceId)?.node;
    // Over the board a school's own training has no figure beside it: there the figure is of all schools.
    const beside = shown?.facts.framework === slug && (!overBoard || training.schoolId === null);
    return {
      ...training,
      competence: { code: node?.code ?? training.competenceId, title: node ? inLanguage(node.title, actor.language) : training.competenceId },
      cancellable: may(actor, "training:plan", { schoolId: training.schoolId }),
      effect: beside ? effectIn(shown, training) : null,
    };
  });
}

function effectIn({ grid, trend }: Shown, { competenceId, family, onDate }: Training): TrainingEffect | null {
  const competence = grid.competences.findIndex(({ id }) => id === competenceId);
  const place = grid.families.indexOf(family);
  if (competence === -1 || place === -1) return null;
  const figures = trend.figures[competence]![place]!;
  return effectOf(
    new Date(`${onDate}T12:00:00Z`),
    trend.rounds.map(({ name, closedAt, comparable }, at) => ({ name, closedAt, comparable, figure: figures[at] ?? null })),
  );
}

/** The released round with its competences, families, and the schools that the actor plans for. One statement. */
export async function planningChoices({ actor, db }: Context, roundId: string): Promise<PlanningChoices> {
  if (!isId(roundId)) throw notFound();
  const [round] = (await db.execute(sql`
    select r.id, r.name, r.framework, r.framework_version as "frameworkVersion", r.profile, r.profile_version as "profileVersion", r.families,
      json_agg(json_build_object('id', s.id, 'name', s.name) order by s.position, s.name) as schools
    from rounds r
    join round_schools x on x.organisation_id = r.organisation_id and x.round_id = r.id
    join schools s on s.organisation_id = x.organisation_id and s.id = x.school_id
    where r.organisation_id = ${actor.organisationId} and r.id = ${roundId} and r.released and r.released_at is not null
    group by r.organisation_id, r.id`)) as unknown as { id: string; name: string; framework: string; frameworkVersion: string; profile: string; profileVersion: string; families: Family[]; schools: { id: string; name: string }[] }[];
  const content = round && contentOf(round.framework, round, round.families);
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
  await db.insert(trainings).values({ organisationId: actor.organisationId, roundId, competenceId, family, schoolId, title, onDate, hours, plannedBy: actor.personId });
  await logged(ctx, { action: "training.planned", personId: null, subject: title });
  return { ok: true, schoolId };
}

/** Takes a training off the plan; the row stays, for the log. @throws AppError "not-found", or "conflict" when it was taken off already */
export async function cancelTraining(ctx: Context, trainingId: string): Promise<{ readonly schoolId: string | null; readonly roundId: string }> {
  const { actor, db, now } = ctx;
  if (!isId(trainingId)) throw notFound();
  const here = and(eq(trainings.organisationId, actor.organisationId), eq(trainings.id, trainingId));
  const [training] = await db.select({ schoolId: trainings.schoolId, roundId: trainings.roundId, title: trainings.title }).from(trainings).where(here);
  if (!training || !may(actor, "training:plan", { schoolId: training.schoolId })) throw notFound();
  const changed = await db.update(trainings).set({ cancelledAt: now }).where(and(here, isNull(trainings.cancelledAt))).returning({ id: trainings.id });
  if (changed.length === 0) {
    throw new AppError("conflict", { nl: "Deze training was al van de planning gehaald. Er is niets veranderd.", en: "This training was taken off the plan already. Nothing has changed." });
  }
  await logged(ctx, { action: "training.cancelled", personId: null, subject: training.title });
  return { schoolId: training.schoolId, roundId: training.roundId };
}
