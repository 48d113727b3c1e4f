import { and, asc, eq, isNotNull, sql, type SQL } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { competencesOf, instrumentOf, wordingFor } from "#app/domain/framework/framework.ts";
import { dayProblem, mostActiveGoals, type DayProblem, type Goal } from "#app/domain/result/goal.ts";
import { isId } from "#app/domain/id.ts";
import type { Context } from "#app/services/context.server.ts";
import { frameworkAt } from "#app/services/frameworks.server.ts";
import { assessments, goals, results } from "#db/schema/index.ts";

type Plan = { readonly assessmentId: string; readonly competenceId: string; readonly step: string; readonly dueOn: string };
/** What can be mended is returned by field; "too-many" belongs to the whole form. */
export type Planned = { readonly ok: true; readonly goalId: string } | { readonly ok: false; readonly errors: { readonly dueOn: DayProblem } | { readonly form: "too-many" } };

/**
 * Plans a step for something in one's own handed-in result. Sending the same form twice makes one step.
 * @throws AppError "not-found" when the result is not there, not handed in, or somebody else's
 */
export async function createGoal(ctx: Context, plan: Plan): Promise<Planned> {
  const { actor, db, now } = ctx;
  const { organisationId, personId } = actor;
  if (!isId(plan.assessmentId)) throw notFound();
  // Two tabs at once could both see room for a third; one person's plans go one by one.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`goals of ${personId}`}, 0))`);
  const [asked] = await db
    .select({ personId: results.personId })
    .from(results)
    .innerJoin(assessments, and(eq(assessments.organisationId, results.organisationId), eq(assessments.id, results.assessmentId)))
    .where(and(eq(results.organisationId, organisationId), eq(results.assessmentId, plan.assessmentId), eq(results.competenceId, plan.competenceId), isNotNull(assessments.handedInAt)));
  if (!asked || !may(actor, "own:use", asked)) throw notFound();

  const problem = dayProblem(plan.dueOn, now);
  if (problem) return { ok: false, errors: { dueOn: problem } };
  const active = await db
    .select({ id: goals.id, assessmentId: goals.assessmentId, competenceId: goals.competenceId, step: goals.step, dueOn: goals.dueOn })
    .from(goals)
    .where(and(eq(goals.organisationId, organisationId), eq(goals.personId, personId), sql`${goals.doneAt} is null`));
  const same = active.find((each) => each.assessmentId === plan.assessmentId && each.competenceId === plan.competenceId && each.step === plan.step && each.dueOn === plan.dueOn);
  if (same) return { ok: true, goalId: same.id };
  if (active.length >= mostActiveGoals) return { ok: false, errors: { form: "too-many" } };

  const [made] = await db
    .insert(goals)
    .values({ organisationId, personId, assessmentId: plan.assessmentId, competenceId: plan.competenceId, step: plan.step, dueOn: plan.dueOn, createdAt: now })
    .returning({ id: goals.id });
  return { ok: true, goalId: made!.id };
}

/** All of one's own steps: the open ones by date, the done ones with the newest first. One statement. */
export async function goalsOf(ctx: Context): Promise<{ open: Goal[]; done: Goal[] }> {
  const all = await goalsWhere(ctx, sql`true`);
  return {
    open: all.filter(({ doneAt }) => doneAt === null),
    done: all.filter(({ doneAt }) => doneAt !== null).sort((a, b) => b.doneAt!.getTime() - a.doneAt!.getTime()),
  };
}

/** One's own open steps, and those that came from this self-assessment. For the result page. */
export function goalsFrom(ctx: Context, assessmentId: string): Promise<Goal[]> {
  return goalsWhere(ctx, sql`(${goals.doneAt} is null or ${goals.assessmentId} = ${assessmentId})`);
}

/** One of one's own steps, with when it was made. @throws AppError "not-found" for an unknown one and for somebody else's */
export async function goalOf(ctx: Context, goalId: string): Promise<Goal & { readonly createdAt: Date }> {
  const [goal] = isId(goalId) ? await goalsWhere(ctx, eq(goals.id, goalId)) : [];
  if (!goal) throw notFound();
  return goal;
}

/** Ticks a step off, with a line on how it went. Doing so twice keeps the first moment and takes the newest line. */
export async function finishGoal(ctx: Context, goalId: string, reflection: string): Promise<void> {
  const goal = await goalOf(ctx, goalId);
  await ctx.db
    .update(goals)
    .set({ doneAt: goal.doneAt ?? ctx.now, reflection: reflection === "" ? goal.reflection : reflection })
    .where(own(ctx, goal.id));
}

/** Moves an open step to another day. */
export async function moveGoal(ctx: Context, goalId: string, dueOn: string): Promise<{ readonly ok: true } | { readonly ok: false; readonly errors: { readonly dueOn: DayProblem } }> {
  const goal = await goalOf(ctx, goalId);
  mustBeOpen(goal);
  const problem = dayProblem(dueOn, ctx.now);
  if (problem) return { ok: false, errors: { dueOn: problem } };
  await ctx.db.update(goals).set({ dueOn }).where(own(ctx, goal.id));
  return { ok: true };
}

/** Takes an open step off the list for good: not every plan has to be carried out. What is done stays. */
export async function letGoOfGoal(ctx: Context, goalId: string): Promise<void> {
  const goal = await goalOf(ctx, goalId);
  mustBeOpen(goal);
  await ctx.db.delete(goals).where(own(ctx, goal.id));
}

function mustBeOpen({ doneAt }: Goal): void {
  if (doneAt === null) return;
  throw new AppError("conflict", {
    nl: "Deze stap is al gedaan en blijft zoals hij is. Er is niets veranderd. Plan een nieuwe stap vanuit je resultaat.",
    en: "This step is done already and stays as it is. Nothing has changed. Plan a new step from your result.",
  });
}

const own = ({ actor }: Context, goalId: string) => and(eq(goals.organisationId, actor.organisationId), eq(goals.personId, actor.personId), eq(goals.id, goalId));

async function goalsWhere({ actor, db, library }: Context, which: SQL): Promise<(Goal & { readonly createdAt: Date })[]> {
  const rows = await db
    .select({ goal: goals, framework: assessments.framework, version: assessments.frameworkVersion, instrument: assessments.instrument, family: assessments.family, functionId: assessments.functionId })
    .from(goals)
    .innerJoin(assessments, and(eq(assessments.organisationId, goals.organisationId), eq(assessments.id, goals.assessmentId)))
    .where(and(eq(goals.organisationId, actor.organisationId), eq(goals.personId, actor.personId), which))
    .orderBy(asc(goals.dueOn), asc(goals.createdAt));
  return rows.map(({ goal, framework: slug, version, instrument: asked, family, functionId }) => {
    const framework = frameworkAt(slug, version, library);
    const instrument = framework && instrumentOf(framework, asked);
    const node = framework && competencesOf(framework).find((each) => each.node.id === goal.competenceId)?.node;
    const { id, assessmentId, competenceId, step, dueOn, doneAt, reflection, createdAt } = goal;
    return { id, assessmentId, competenceId, about: framework && instrument && node ? wordingFor(framework, instrument, node, family, functionId).title[actor.language] : null, step, dueOn, doneAt, reflection, createdAt };
  });
}
