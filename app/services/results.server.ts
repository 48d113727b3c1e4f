import { and, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { instrumentOf, type Framework } from "#app/domain/framework/framework.ts";
import { lastDay, proposedDay } from "#app/domain/result/goal.ts";
import { colophonOf, personalResult, type FrozenAnswer, type HandedIn, type ResultPage, type SeenBy } from "#app/domain/result/result.ts";
import { isId } from "#app/domain/id.ts";
import type { Context } from "#app/services/context.server.ts";
import { reachesOthers } from "#app/services/crosswalk-reach.server.ts";
import { frameworkAt, type Library } from "#app/services/frameworks.server.ts";
import { goalsFrom } from "#app/services/goals.server.ts";
import { assessments, results, rounds } from "#db/schema/index.ts";

/**
 * One's own result as it was frozen at hand-in, with the one before it. Four statements, whatever the size of the board.
 * @returns null when it is not handed in (any more): then there is no result
 * @throws AppError "not-found" for an unknown one and for somebody else's: the two look the same
 */
export async function resultOf(ctx: Context, assessmentId: string): Promise<ResultPage | null> {
  const { actor, db, now } = ctx;
  const { language, organisationId } = actor;
  const [row] = isId(assessmentId)
    ? await db
        .select({ own: assessments, released: rounds.released, threshold: rounds.threshold })
        .from(assessments)
        .leftJoin(rounds, and(eq(rounds.organisationId, assessments.organisationId), eq(rounds.id, assessments.roundId)))
        .where(and(eq(assessments.organisationId, organisationId), eq(assessments.id, assessmentId)))
    : [];
  if (!row || !may(actor, "own:use", row.own)) throw notFound();
  const { own } = row;
  if (own.handedInAt === null) return null;

  const before = await handedInBefore(ctx, own, own.handedInAt);
  const frozen = await frozenAnswers(ctx, before ? [own.id, before.id] : [own.id]);
  const framework = frameworkNow(ctx.library, own.framework, own.frameworkVersion, own.instrument);
  const instrument = instrumentOf(framework, own.instrument)!;
  const earlier = before && frameworkAt(own.framework, before.frameworkVersion, ctx.library);
  const earlierInstrument = earlier && instrumentOf(earlier, own.instrument);
  const result = personalResult(
    { ...own, handedInAt: own.handedInAt, framework, instrument, answers: frozen.get(own.id) ?? [] },
    earlier && earlierInstrument ? { ...before!, framework: earlier, instrument: earlierInstrument, answers: frozen.get(before!.id) ?? [] } : null,
    language,
    ctx.library.frameworks.filter(({ slug }) => slug === own.framework),
  );
  const goals = await goalsFrom(ctx, own.id);
  const about = goals.filter(({ assessmentId: from, competenceId }) => from === own.id && competenceId === result.focus?.competenceId);
  return {
    ...result,
    assessmentId: own.id,
    handedInAt: own.handedInAt,
    short: own.mode === "short",
    reachesOthers: reachesOthers(ctx, own.framework),
    seenBy: seenBy(own.excluded, row),
    colophon: colophonOf(framework, instrument, `${own.profile} ${own.profileVersion}`, language),
    goal: about.find(({ doneAt }) => doneAt === null) ?? about[about.length - 1] ?? null,
    activeGoals: goals.filter(({ doneAt }) => doneAt === null).length,
    days: { first: isoDay(now), last: lastDay(now), proposed: proposedDay(now) },
  };
}

type Own = typeof assessments.$inferSelect;
type Earlier = Pick<Own, "id" | "frameworkVersion" | "family" | "functionId"> & Pick<HandedIn, "handedInAt">;

async function handedInBefore({ actor, db }: Context, own: Own, moment: Date): Promise<Earlier | null> {
  const { id, frameworkVersion, handedInAt, family, functionId } = assessments;
  const [found] = await db
    .select({ id, frameworkVersion, handedInAt, family, functionId })
    .from(assessments)
    .where(
      and(
        eq(assessments.organisationId, actor.organisationId),
        eq(assessments.personId, actor.personId),
        eq(assessments.framework, own.framework),
        eq(assessments.instrument, own.instrument),
        isNotNull(handedInAt),
        lt(handedInAt, moment),
      ),
    )
    .orderBy(desc(handedInAt))
    .limit(1);
  return found ? { ...found, handedInAt: found.handedInAt! } : null;
}

async function frozenAnswers({ actor, db }: Context, ids: readonly string[]): Promise<Map<string, FrozenAnswer[]>> {
  const { assessmentId, competenceId, level, reason, wish, target, weight } = results;
  const rows = await db
    .select({ assessmentId, competenceId, level, reason, wish, target, weight })
    .from(results)
    .where(and(eq(results.organisationId, actor.organisationId), eq(results.personId, actor.personId), sql`${assessmentId} = any(${sql.param([...ids])}::uuid[])`));
  const found = new Map<string, FrozenAnswer[]>(ids.map((id) => [id, []]));
  for (const { assessmentId: from, ...answer } of rows) found.get(from)!.push(answer);
  return found;
}

function seenBy(excluded: boolean, { released, threshold }: { released: boolean | null; threshold: number | null }): SeenBy {
  if (!released || threshold === null) return { kind: "self" };
  return { kind: excluded ? "not-counted" : "counted", threshold };
}

function frameworkNow(library: Library, slug: string, version: string, instrument: string): Framework {
  const found = frameworkAt(slug, version, library);
  if (found && instrumentOf(found, instrument) !== null) return found;
  throw new AppError("unavailable", {
    nl: `De teksten van ${slug} ${version} zijn hier nu niet. Je resultaat is bewaard. Vraag je beheerder om deze versie terug te zetten.`,
    en: `The texts of ${slug} ${version} are not here now. Your result is kept. Ask your administrator to put this version back.`,
  });
}
