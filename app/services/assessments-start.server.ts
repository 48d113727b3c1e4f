import { and, eq, sql } from "drizzle-orm";
import type { Mode } from "#app/domain/assessment/questionnaire.ts";
import { endOf, phaseAt } from "#app/domain/assessment/round-phase.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { momentInWords } from "#app/domain/format.ts";
import { isId } from "#app/domain/id.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { questionnaireOf, type Pinned } from "#app/services/assessments-questionnaire.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { profileFor, isWithdrawn, type Library } from "#app/services/frameworks.server.ts";
import { assessments, roundMembers, rounds, schools } from "#db/schema/index.ts";

/** What somebody could begin, before they do. */
export type Beginning = Pinned & {
  readonly round: { readonly id: string; readonly name: string; readonly closesAt: Date; readonly released: boolean; readonly threshold: number; readonly countedAs: CountedAs } | null;
  /** The assessment that was begun in this round already, or null. */
  readonly begun: string | null;
};
/** Where the group figures of the round count this person: as it was when the round opened. */
export type CountedAs = { readonly family: Family; readonly functionId: string; readonly school: string };

/**
 * What is asked of somebody in a round, or by a framework they choose for themselves.
 * The questions follow today's main function; the group figures follow the round's own list, which does not change.
 * @throws AppError "not-found" when the round does not ask them, "conflict" when it is not open or their function has no questions
 */
export async function beginningOf(ctx: Context, at: { roundId: string } | { framework: string; instrument: string | null }): Promise<Beginning> {
  return "roundId" in at ? inRound(ctx, at.roundId) : forMyself(ctx, at.framework, at.instrument);
}

async function inRound({ actor, db, now }: Context, roundId: string): Promise<Beginning> {
  const [row] = isId(roundId)
    ? await db
        .select({ round: rounds, family: roundMembers.family, functionId: roundMembers.functionId, school: schools.name, begun: assessments.id })
        .from(roundMembers)
        .innerJoin(rounds, and(eq(rounds.organisationId, roundMembers.organisationId), eq(rounds.id, roundMembers.roundId)))
        .innerJoin(schools, and(eq(schools.organisationId, roundMembers.organisationId), eq(schools.id, roundMembers.schoolId)))
        .leftJoin(assessments, and(eq(assessments.organisationId, roundMembers.organisationId), eq(assessments.roundId, rounds.id), eq(assessments.personId, roundMembers.personId)))
        .where(and(eq(roundMembers.organisationId, actor.organisationId), eq(roundMembers.roundId, roundId), eq(roundMembers.personId, actor.personId)))
    : [];
  if (!row) throw notAsked();
  const { round } = row;
  const end = endOf(round);
  if (row.begun === null && (now < round.opensAt || phaseAt(end, now) !== "open")) throw notOpen(round.opensAt, end, now);
  return {
    ...pinnedOf(round),
    family: actor.family ?? row.family,
    functionId: actor.functionId ?? row.functionId,
    round: { id: round.id, name: round.name, closesAt: end, released: round.released, threshold: round.threshold, countedAs: { family: row.family, functionId: row.functionId, school: row.school } },
    begun: row.begun,
  };
}

async function forMyself({ actor, library }: Context, slug: string, instrument: string | null): Promise<Beginning> {
  if (actor.family === null || actor.functionId === null) throw noQuestions();
  const newest = newestOf(library, slug, instrument);
  if (!newest) throw notFound();
  return { ...newest, family: actor.family, functionId: actor.functionId, round: null, begun: null };
}

/** The newest version of a framework with its newest profile; null when there is none. Without an instrument: the first that has a profile. */
export function newestOf(library: Library, slug: string, instrument: string | null): Omit<Pinned, "family" | "functionId"> | null {
  const framework = library.frameworks
    .filter((each) => each.slug === slug && !isWithdrawn(library, each))
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  for (const { id } of framework?.instruments ?? []) {
    const profile = instrument === null || instrument === id ? profileFor(framework!, id, library) : null;
    if (profile) return { framework: slug, frameworkVersion: framework!.version, instrument: id, profile: profile.slug, profileVersion: profile.version };
  }
  return null;
}

const pinnedOf = ({ framework, frameworkVersion, instrument, profile, profileVersion }: Omit<Pinned, "family" | "functionId">) => ({ framework, frameworkVersion, instrument, profile, profileVersion });

/**
 * Begins a self-assessment, or returns the one that was begun in this round before; two at once get the same one.
 * For oneself an unanswered one is used again, so that pressing twice does not make two.
 * @throws AppError as `beginningOf` does, and "conflict" when there are no questions for this function
 */
export async function startAssessment(ctx: Context, { roundId, framework, instrument, mode }: { roundId: string | null; framework: string; instrument: string; mode: Mode }): Promise<string> {
  const beginning = await beginningOf(ctx, roundId === null ? { framework, instrument } : { roundId });
  if (beginning.begun !== null) return beginning.begun;
  const { actor, db, now } = ctx;
  if (questionnaireOf(ctx.library, beginning, mode).pages.length === 0) throw noQuestions();
  const reused = roundId === null ? await reuse(ctx, beginning, mode) : null;
  if (reused !== null) return reused;
  const [row] = await db
    .insert(assessments)
    .values({ ...pinnedOf(beginning), family: beginning.family, functionId: beginning.functionId, organisationId: actor.organisationId, personId: actor.personId, roundId, mode, startedAt: now })
    .onConflictDoNothing()
    .returning({ id: assessments.id });
  // No row: the same person began in this round a moment ago, in another tab.
  return row?.id ?? (await inRound(ctx, roundId!)).begun!;
}

/** The unanswered self-assessment for oneself with the same questions, with its choice of all or short set anew. */
async function reuse({ actor, db, now }: Context, beginning: Beginning, mode: Mode): Promise<string | null> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.personId}, 0))`);
  const rows = (await db.execute(sql`
    update assessments set mode = ${mode}, started_at = ${now.toISOString()}::timestamptz
    where organisation_id = ${actor.organisationId} and id = (
      select a.id from assessments a
      where a.organisation_id = ${actor.organisationId} and a.person_id = ${actor.personId} and a.round_id is null and a.handed_in_at is null
        and a.framework = ${beginning.framework} and a.framework_version = ${beginning.frameworkVersion} and a.instrument = ${beginning.instrument}
        and a.profile = ${beginning.profile} and a.profile_version = ${beginning.profileVersion} and a.family = ${beginning.family} and a.function_id = ${beginning.functionId}
        and not exists (select 1 from answers n where n.organisation_id = a.organisation_id and n.assessment_id = a.id)
      order by a.started_at desc limit 1)
    returning id`)) as unknown as { id: string }[];
  return rows[0]?.id ?? null;
}

function notAsked(): AppError {
  return new AppError("not-found", {
    nl: "Deze ronde is er niet, of vraagt jou niet mee te doen. Je kunt wel een zelfscan voor jezelf invullen.",
    en: "This round is not there, or does not ask you to take part. You can still do a self-assessment for yourself.",
  });
}

function notOpen(opensAt: Date, end: Date, now: Date): AppError {
  return now < opensAt
    ? new AppError("conflict", {
        nl: `Deze ronde begint op ${momentInWords(opensAt, "nl")}. Kom dan terug.`,
        en: `This round starts on ${momentInWords(opensAt, "en")}. Come back then.`,
      })
    : new AppError("conflict", {
        nl: `Deze ronde is gesloten op ${momentInWords(end, "nl")}. Je kunt wel een zelfscan voor jezelf invullen.`,
        en: `This round closed on ${momentInWords(end, "en")}. You can still do a self-assessment for yourself.`,
      });
}

function noQuestions(): AppError {
  return new AppError("conflict", {
    nl: "Voor jouw functie zijn hier nog geen vragen gemaakt. Er is niets begonnen. Klopt je functie niet, pas hem dan aan op de vorige pagina.",
    en: "No questions have been written for your function here yet. Nothing was started. If your function is wrong, correct it on the previous page.",
  });
}
