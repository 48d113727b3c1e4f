import { and, eq, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import type { Answer, Reason } from "#app/domain/assessment/answers.ts";
import { minutesFor, type Page } from "#app/domain/assessment/questionnaire.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isDraft } from "#app/domain/framework/crosswalk.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { isId } from "#app/domain/id.ts";
import { countsOf, linkedWith, reachOf, trailOf, type Reached } from "#app/domain/reach/reach.ts";
import { linesTo, reachedQuestion, type Chosen, type ReachPage, type ReachSheet, type Trail } from "#app/domain/reach/reach-view.ts";
import { inLanguage } from "#app/domain/text.ts";
import { offeredTo } from "#app/services/assessments-list.server.ts";
import { questionnaireOf, type Pinned, type Questionnaire } from "#app/services/assessments-questionnaire.server.ts";
import { newestOf, startAssessment } from "#app/services/assessments-start.server.ts";
import { answerFrom, type OpenAssessment } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { newestCrosswalks } from "#app/services/frameworks.server.ts";
import { assessments, results } from "#db/schema/index.ts";

/**
 * What one's own result says about the other frameworks one may be asked. Four statements.
 * @returns null when it is not handed in (any more)
 * @throws AppError "not-found" for an unknown one and for somebody else's: the two look the same
 */
export async function reachFrom(ctx: Context, assessmentId: string): Promise<ReachPage | null> {
  const source = await sourceOf(ctx, assessmentId);
  if (source === null) throw notFound();
  if (source.handedInAt === null) return null;
  const { language } = ctx.actor;
  const { framework, instrument } = source.questionnaire;
  const targets = targetsOf(ctx, framework.slug);
  const own = await ownOn(ctx, targets);
  const crosswalks = newestCrosswalks(ctx.library).filter(({ frameworks }) => frameworks.some(({ slug }) => slug === framework.slug));
  return {
    assessmentId,
    framework: inLanguage(questionnaireTitle(framework, instrument), language),
    handedInAt: source.handedInAt,
    sheets: targets.map((target) => sheetOf(ctx, source, target, own.get(target.pinned.framework) ?? null)),
    crosswalks: crosswalks.map((each) => ({ title: inLanguage(each.title, language), version: each.version, draft: isDraft(each) })),
  };
}

/** Whether a result on this framework can say something about another one that has questions for the reader. No statement. */
export function reachesOthers(ctx: Context, framework: string): boolean {
  const linked = linkedWith(framework, newestCrosswalks(ctx.library));
  return linked.size > 0 && offeredTo(ctx).some(({ slug }) => linked.has(slug));
}

/**
 * Begins, or goes on with, a self-assessment of another framework for oneself, to choose on its own scale. Nothing is filled in.
 * @returns it and the first question that is still to be chosen; null when all of them are
 * @throws AppError "not-found" as `reachFrom` does, "conflict" when there is nothing to choose
 */
export async function confirmOn(ctx: Context, assessmentId: string, slug: string): Promise<{ readonly assessmentId: string; readonly next: string | null }> {
  const source = await sourceOf(ctx, assessmentId);
  if (source === null) throw notFound();
  const target = source.handedInAt === null ? undefined : targetsOf(ctx, source.questionnaire.framework.slug).find(({ pinned }) => pinned.framework === slug);
  const trail = target ? trailOf(reachedIn(ctx, source, target)) : [];
  if (!target || trail.length === 0) throw nothingToChoose();
  const own = (await ownOn(ctx, [target])).get(slug);
  if (own && own.handedInAt === null) return { assessmentId: own.id, next: trail.find((id) => !own.answers.has(id)) ?? null };
  const { framework, instrument } = target.pinned;
  return { assessmentId: await startAssessment(ctx, { roundId: null, framework, instrument, mode: "all" }), next: trail[0]! };
}

/**
 * The questions of a self-assessment for oneself that another result of one's own leads to, suggestions first. Two statements.
 * @returns null when there are none, in a round (there everybody is asked the same way), or when `from` is not one's own result
 */
export async function trailOn(ctx: Context, open: OpenAssessment, from: string): Promise<{ readonly pages: readonly Page[]; readonly about: (competenceId: string) => Trail } | null> {
  const source = open.round === null ? await sourceOf(ctx, from) : null;
  if (source === null || source.handedInAt === null || source.questionnaire.framework.slug === open.framework.slug) return null;
  const { framework, instrument } = source.questionnaire;
  const byId = new Map(open.pages.map((page) => [page.competenceId, page]));
  const reached = reachOf({ framework: framework.slug, answers: source.answers }, { framework: open.framework.slug, items: [...byId.keys()] }, newestCrosswalks(ctx.library));
  const pages = trailOf(reached).map((id) => byId.get(id)!);
  if (pages.length === 0) return null;
  const { language } = ctx.actor;
  const title = inLanguage(questionnaireTitle(framework, instrument), language);
  const about = (id: string): Trail => ({ from, framework: title, slug: open.framework.slug, lines: reached.filter(({ competenceId }) => competenceId === id).flatMap((each) => linesTo(each, source, language)) });
  return { pages, about };
}

type Source = Chosen & { readonly questionnaire: Questionnaire; readonly handedInAt: Date | null };
type Target = { readonly pinned: Pinned; readonly questionnaire: Questionnaire };
/** What was chosen on a framework's own scale: in the self-assessment that is going on, else in the last that was handed in. */
type Own = { readonly id: string; readonly handedInAt: Date | null; readonly answers: ReadonlyMap<string, Answer> };

/** A self-assessment of one's own with what was frozen at hand-in; null for what is not there and for somebody else's. */
async function sourceOf({ actor, db, library }: Context, id: string): Promise<Source | null> {
  const [own] = isId(id) ? await db.select().from(assessments).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id))) : [];
  if (!own || !may(actor, "own:use", own)) return null;
  const { competenceId, level, reason } = results;
  const rows = await db
    .select({ competenceId, level, reason })
    .from(results)
    .where(and(eq(results.organisationId, actor.organisationId), eq(results.assessmentId, id), eq(results.personId, actor.personId)));
  const questionnaire = questionnaireOf(library, own, "all");
  return { questionnaire, handedInAt: own.handedInAt, byId: questionnaire.byId, answers: answersFrom(rows.map((row) => ({ item: row.competenceId, level: row.level, reason: row.reason }))) };
}

/** Every other framework that has questions for this person, in the way of asking that comes first. */
function targetsOf(ctx: Context, besides: string): Target[] {
  const { family, functionId } = ctx.actor;
  const offers = offeredTo(ctx).filter(({ slug }, place, all) => slug !== besides && all.findIndex((each) => each.slug === slug) === place);
  return offers.map(({ slug, instrument }) => {
    const pinned = { ...newestOf(ctx.library, slug, instrument)!, family: family!, functionId: functionId! };
    return { pinned, questionnaire: questionnaireOf(ctx.library, pinned, "all") };
  });
}

const reachedIn = ({ library }: Context, { questionnaire, answers }: Source, target: Target): Reached[] =>
  reachOf({ framework: questionnaire.framework.slug, answers }, { framework: target.pinned.framework, items: [...target.questionnaire.byId.keys()] }, newestCrosswalks(library));

function sheetOf(ctx: Context, source: Source, target: Target, own: Own | null): ReachSheet {
  const { language } = ctx.actor;
  const { framework, instrument, pages, byId } = target.questionnaire;
  const reached = reachedIn(ctx, source, target);
  const trail = trailOf(reached);
  const answers = own?.answers ?? new Map<string, Answer>();
  const chosen = trail.filter((id) => answers.has(id)).length;
  const open = pages.filter(({ competenceId }) => !answers.has(competenceId)).length;
  return {
    slug: framework.slug,
    title: inLanguage(questionnaireTitle(framework, instrument), language),
    source: inLanguage(questionnaireTitle(source.questionnaire.framework, source.questionnaire.instrument), language),
    linked: linkedWith(source.questionnaire.framework.slug, newestCrosswalks(ctx.library)).has(framework.slug),
    asked: pages.length,
    counts: countsOf(reached),
    questions: reached.map((each) => reachedQuestion(each, byId.get(each.competenceId)!, { source, own: answers, language })),
    toChoose: trail.length,
    minutes: minutesFor(trail.length - (own?.handedInAt === null ? chosen : 0), instrument),
    stand: !own ? { kind: "begin", before: null } : own.handedInAt ? { kind: "begin", before: { assessmentId: own.id, handedInAt: own.handedInAt, chosen } } : chosen < trail.length ? { kind: "going", chosen } : { kind: "chosen", assessmentId: own.id, open },
  };
}

type OwnRow = { id: string; framework: string; handed_in_at: number | null };
type AnswerRow = { assessment_id: string; item: string; level: number | null; reason: Reason | null };

/**
 * Per framework the self-assessment to look at: for oneself, all questions, not handed in and just as it would begin now; else the
 * last one handed in on this version and in this way of asking. Two statements.
 */
async function ownOn({ actor, db }: Context, targets: readonly Target[]): Promise<ReadonlyMap<string, Own>> {
  const asked = JSON.stringify(targets.map(({ pinned }) => pinned));
  const rows = (await db.execute(sql`
    select distinct on (a.framework) a.id, a.framework, (extract(epoch from a.handed_in_at) * 1000)::float8 as handed_in_at
    from assessments a
    join jsonb_to_recordset(${asked}::text::jsonb) as t(framework text, "frameworkVersion" text, instrument text, profile text, "profileVersion" text, family text, "functionId" text)
      on t.framework = a.framework and t."frameworkVersion" = a.framework_version and t.instrument = a.instrument
    where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId}
      and (a.handed_in_at is not null
        or (a.round_id is null and a.mode = 'all' and t.profile = a.profile and t."profileVersion" = a.profile_version and t.family = a.family and t."functionId" = a.function_id))
    order by a.framework, a.handed_in_at desc nulls first, a.started_at desc`)) as unknown as OwnRow[];
  const answers = (await db.execute(sql`
    select distinct on (assessment_id, item_id) assessment_id, item_id as item, level, reason from answers
    where organisation_id = ${actor.organisationId} and person_id = ${actor.personId} and assessment_id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])
    order by assessment_id, item_id, sequence desc`)) as unknown as AnswerRow[];
  return new Map(rows.map(({ id, framework, handed_in_at: at }) => [framework, { id, handedInAt: at === null ? null : new Date(at), answers: answersFrom(answers.filter((each) => each.assessment_id === id)) }]));
}

function answersFrom(rows: readonly { readonly item: string; readonly level: number | null; readonly reason: Reason | null }[]): ReadonlyMap<string, Answer> {
  return new Map(
    rows.flatMap(({ item, level, reason }) => {
      const answer = answerFrom(level, reason);
      return answer === null ? [] : [[item, answer] as const];
    }),
  );
}

function nothingToChoose(): AppError {
  return new AppError("conflict", {
    nl: "Hier is niets om op de schaal van dat raamwerk te kiezen. Er is niets begonnen. Ga terug naar je resultaat.",
    en: "There is nothing here to choose on the scale of that framework. Nothing was started. Go back to your result.",
  });
}
