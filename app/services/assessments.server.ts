import { and, eq, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import type { Answer, Answers, Reason } from "#app/domain/assessment/answers.ts";
import type { Mode, Page } from "#app/domain/assessment/questionnaire.ts";
import { endOf, phaseAt, type RoundPhase } from "#app/domain/assessment/round-phase.ts";
import { notFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/id.ts";
import type { Framework, Instrument } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { questionnaireOf } from "#app/services/assessments-questionnaire.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { assessments, rounds } from "#db/schema/index.ts";

/** The round somebody answers in, as far as it concerns them. */
export type RoundAnswered = {
  readonly id: string;
  readonly name: string;
  readonly closesAt: Date;
  /** True when nothing can be handed in or withdrawn any more. */
  readonly closed: boolean;
  readonly phase: RoundPhase;
  /** False: everybody answers for themselves only, and no figures are made. */
  readonly released: boolean;
  readonly threshold: number;
};

/** One's own self-assessment with all that is needed to go on with it. */
export type OpenAssessment = {
  readonly id: string;
  readonly framework: Framework;
  readonly profile: Profile;
  readonly instrument: Instrument;
  readonly pages: readonly Page[];
  readonly answers: Answers;
  readonly mode: Mode;
  readonly family: Family;
  readonly functionId: string;
  readonly startedAt: Date;
  readonly handedInAt: Date | null;
  readonly excluded: boolean;
  /** When something was last saved; null when nothing was. */
  readonly savedAt: Date | null;
  readonly round: RoundAnswered | null;
};

/**
 * One's own self-assessment, with the pages it was started with and the newest answer to each. Two statements.
 * @throws AppError "not-found" for an unknown one and for somebody else's: the two look the same
 */
export async function openAssessment(ctx: Context, id: string): Promise<OpenAssessment> {
  const { actor, db, now } = ctx;
  const [row] = isId(id)
    ? await db
        .select({ own: assessments, roundName: rounds.name, closesAt: rounds.closesAt, cancelledAt: rounds.cancelledAt, released: rounds.released, threshold: rounds.threshold })
        .from(assessments)
        .leftJoin(rounds, and(eq(rounds.organisationId, assessments.organisationId), eq(rounds.id, assessments.roundId)))
        .where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.id, id)))
    : [];
  if (!row || !may(actor, "own:use", row.own)) throw notFound();
  const { own } = row;
  const { framework, profile, instrument, pages } = questionnaireOf(ctx.library, own, own.mode);
  const end = row.closesAt === null ? null : endOf({ closesAt: row.closesAt, cancelledAt: row.cancelledAt });
  const phase = end === null ? "open" : phaseAt(end, now);
  return {
    id: own.id,
    framework,
    profile,
    instrument,
    pages,
    ...(await answersOf(ctx, own.id)),
    mode: own.mode,
    family: own.family,
    functionId: own.functionId,
    startedAt: own.startedAt,
    handedInAt: own.handedInAt,
    excluded: own.excluded,
    round: own.roundId === null || end === null ? null : { id: own.roundId, name: row.roundName!, closesAt: end, closed: phase !== "open", phase, released: row.released!, threshold: row.threshold! },
  };
}

type AnswerRow = { item_id: string; sequence: number; level: number | null; reason: Reason | null; wish: boolean; note: string | null; at: number };

async function answersOf({ actor, db }: Context, assessmentId: string): Promise<{ answers: Answers; savedAt: Date | null }> {
  const rows = (await db.execute(sql`
    select distinct on (item_id) item_id, sequence, level, reason, wish, note, (extract(epoch from answered_at) * 1000)::float8 as at
    from answers where organisation_id = ${actor.organisationId} and assessment_id = ${assessmentId} and person_id = ${actor.personId}
    order by item_id, sequence desc`)) as unknown as AnswerRow[];
  return {
    answers: Object.fromEntries(rows.map((row) => [row.item_id, { answer: answerFrom(row.level, row.reason), wish: row.wish, note: row.note ?? "", sequence: row.sequence }])),
    savedAt: rows.length === 0 ? null : new Date(Math.max(...rows.map(({ at }) => at))),
  };
}

/** A stored level or reason as an answer; null when the row holds neither. */
export function answerFrom(level: number | null, reason: Reason | null): Answer | null {
  if (level !== null) return { level };
  return reason === null ? null : { reason };
}
