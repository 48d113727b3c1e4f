import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { isId } from "#app/domain/id.ts";
import type { NewRound } from "#app/domain/round-input.ts";
import type { BusySchool, Invitation } from "#app/domain/round-view.ts";
import { audienceOf, closingMoment, dueAt, endDateError, extensionError, familiesAsked, inFixedOrder, instrumentKey, roundsInTheWay, roundState } from "#app/domain/round.ts";
import type { Context } from "#app/services/context.server.ts";
import { profileFor, isWithdrawn, type Library } from "#app/services/frameworks.server.ts";
import { logged, loggedForAsked } from "#app/services/log.server.ts";
import { asRole } from "#db/client.server.ts";
import { appointments, assessments, people, releaseQueue, roundSchools, rounds, schools } from "#db/schema/index.ts";

/** An instrument that a round can be held with: it has a profile, so somebody can be asked. */
export type Offer = { readonly framework: Framework; readonly instrument: string; readonly profile: Profile };

/** Every framework instrument that has a questionnaire for somebody; of each framework and profile the newest version. */
export function offers(library: Library): Offer[] {
  const frameworks = library.frameworks.filter((framework) => !isWithdrawn(library, framework));
  return frameworks
    .filter((framework) => !frameworks.some((other) => other.slug === framework.slug && frameworks.indexOf(other) > frameworks.indexOf(framework)))
    .flatMap((framework) =>
      framework.instruments.flatMap(({ id }) => {
        const profile = profileFor(framework, id, library);
        return profile && familiesAsked(profile).length > 0 ? [{ framework, instrument: id, profile }] : [];
      }),
    );
}

/** The offer with this key ("digcompedu@2017.1.0/statements"), or null. */
export function offerWith(library: Library, key: string): Offer | null {
  return offers(library).find(({ framework, instrument }) => instrumentKey({ framework: framework.slug, frameworkVersion: framework.version, instrument }) === key) ?? null;
}

/** Field name to error code, as forms show them. */
export type RoundErrors = Readonly<Partial<Record<keyof NewRound, string>>>;
/** What has to be mended first; `busy` are the rounds that schools are in already. */
type Refused = { readonly ok: false; readonly errors: RoundErrors; readonly busy?: readonly BusySchool[] };
export type Preview = { readonly ok: true; readonly offer: Offer; readonly schools: readonly Invitation[] } | Refused;

/**
 * Who would be asked, per school, if this round were opened now; or what has to be mended first.
 * @throws AppError "not-found" for a school that is not the actor's to open a round at
 */
export async function previewRound(ctx: Context, input: NewRound): Promise<Preview> {
  const { actor, db, now } = ctx;
  if (!may(actor, "rounds:manage", { schoolIds: input.schoolIds })) throw notFound();
  const chosen = await db
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(and(eq(schools.organisationId, actor.organisationId), sql`${schools.id} = any(${sql.param(input.schoolIds)}::uuid[])`))
    .orderBy(schools.position, schools.name);
  if (chosen.length !== new Set(input.schoolIds).size) throw notFound();
  const offer = offerWith(ctx.library, input.instrument);
  if (!offer) return { ok: false, errors: { instrument: "unknown-instrument" } };
  const asked = familiesAsked(offer.profile);
  if (!input.families.every((family) => asked.includes(family))) return { ok: false, errors: { families: "family-not-asked" } };
  const dateError = endDateError(input.closesOn, { opensAt: now, now });
  if (dateError) return { ok: false, errors: { closesOn: dateError } };
  const open = await db
    .select({ schoolId: roundSchools.schoolId, roundId: rounds.id, round: rounds.name, closesAt: rounds.closesAt, cancelledAt: rounds.cancelledAt })
    .from(rounds)
    .innerJoin(roundSchools, and(eq(roundSchools.organisationId, rounds.organisationId), eq(roundSchools.roundId, rounds.id)))
    .where(and(eq(rounds.organisationId, actor.organisationId), eq(rounds.framework, offer.framework.slug), gt(rounds.closesAt, now), isNull(rounds.cancelledAt)));
  const inTheWay = roundsInTheWay(input.schoolIds, open, now);
  const nameOf = new Map(chosen.map(({ id, name }) => [id, name]));
  if (inTheWay.length > 0) return { ok: false, errors: { schoolIds: "school-busy" }, busy: inTheWay.map(({ schoolId, roundId, round }) => ({ school: nameOf.get(schoolId)!, roundId, round })) };
  const counts = await asRole(db, "app_job", () =>
    db
      .select({ schoolId: appointments.schoolId, invited: sql<number>`count(*)::int` })
      .from(appointments)
      .innerJoin(people, and(eq(people.organisationId, appointments.organisationId), eq(people.id, appointments.personId)))
      .where(invitedTo(ctx, input, offer))
      .groupBy(appointments.schoolId),
  );
  const invitedAt = new Map(counts.map(({ schoolId, invited }) => [schoolId, invited]));
  if (counts.length === 0) return { ok: false, errors: { families: "nobody" } };
  return { ok: true, offer, schools: chosen.map(({ id, name }) => ({ schoolId: id, name, invited: invitedAt.get(id) ?? 0 })) };
}

/** People of the chosen schools and families whose function has a questionnaire, at their main appointment. */
function invitedTo({ actor }: Context, { schoolIds, families }: NewRound, { profile }: Offer) {
  const { whole, functions } = audienceOf(profile, families);
  return sql`${appointments.organisationId} = ${actor.organisationId} and ${appointments.main} and ${people.leftAt} is null
    and ${appointments.schoolId} = any(${sql.param(schoolIds)}::uuid[])
    and (${appointments.family} = any(${sql.param(whole)}::text[]) or ${appointments.family} || '/' || ${appointments.functionId} = any(${sql.param(functions)}::text[]))`;
}

/**
 * Opens a round now and keeps who was asked, at which school and in which family. Two at once are one after the other.
 * @returns its id, or what has to be mended
 */
export async function openRound(ctx: Context, input: NewRound): Promise<{ readonly ok: true; readonly roundId: string } | Refused> {
  const { actor, db, now } = ctx;
  // Held until commit: whoever opens a round at the same moment then sees this one.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rounds:${actor.organisationId}`}, 0))`);
  const preview = await previewRound(ctx, input);
  if (!preview.ok) return preview;
  const { framework, instrument, profile } = preview.offer;
  const closesAt = closingMoment(input.closesOn)!;
  const [round] = await db
    .insert(rounds)
    .values({
      organisationId: actor.organisationId,
      name: input.name,
      framework: framework.slug,
      frameworkVersion: framework.version,
      instrument,
      profile: profile.slug,
      profileVersion: profile.version,
      families: inFixedOrder(input.families),
      released: input.privacy === "confidential",
      threshold: input.threshold,
      opensAt: now,
      closesAt,
      openedBy: actor.personId,
    })
    .returning({ id: rounds.id });
  const roundId = round!.id;
  await asRole(db, "app_job", async () => {
    await db.execute(sql`
      insert into round_members (organisation_id, round_id, person_id, school_id, family, function_id)
      select ${appointments.organisationId}, ${roundId}::uuid, ${appointments.personId}, ${appointments.schoolId}, ${appointments.family}, ${appointments.functionId}
      from ${appointments} inner join ${people} on ${people.organisationId} = ${appointments.organisationId} and ${people.id} = ${appointments.personId}
      where ${invitedTo(ctx, input, preview.offer)}`);
    await db.execute(sql`
      insert into round_schools (organisation_id, round_id, school_id, invited, counted_at)
      select ${actor.organisationId}::uuid, ${roundId}::uuid, school.id, coalesce(asked.people, 0), ${now.toISOString()}::timestamptz
      from (select distinct unnest(${sql.param(input.schoolIds)}::uuid[]) as id) school
      left join (select m.school_id, count(*)::int as people from round_members m where m.organisation_id = ${actor.organisationId} and m.round_id = ${roundId} group by m.school_id) asked on asked.school_id = school.id`);
    await loggedForAsked(ctx, { roundId, subject: input.name });
  });
  await db.insert(releaseQueue).values({ roundId, organisationId: actor.organisationId, dueAt: dueAt(closesAt) });
  await logged(ctx, { action: "round.opened", personId: null, subject: input.name });
  return { ok: true, roundId };
}

const sameMoment = 5_000;

/** Closes a running round now; the figures follow after the grace time. @throws AppError "conflict" when it is not running any more */
export async function closeRound(ctx: Context, roundId: string): Promise<void> {
  const round = await managed(ctx, roundId);
  // Pressed twice: the press that was first may come second, and then the end lies a moment after its own "now".
  if (round.closesAt.getTime() - ctx.now.getTime() < sameMoment) throw notRunning();
  // A round lasts at least one tick of the clock, also when it is closed at once.
  const closesAt = new Date(Math.max(ctx.now.getTime(), round.opensAt.getTime() + 1));
  await changeRunning(ctx, roundId, { closesAt });
  await ctx.db.update(releaseQueue).set({ dueAt: dueAt(closesAt) }).where(eq(releaseQueue.roundId, roundId));
  await logged(ctx, { action: "round.closed", personId: null, subject: round.name });
}

/** Calls off a round that was opened by mistake. @throws AppError "conflict" when somebody handed in already, or it is not running */
export async function cancelRound(ctx: Context, roundId: string): Promise<void> {
  const { actor, db, now } = ctx;
  const round = await managed(ctx, roundId);
  const [handedIn] = await asRole(db, "app_job", () =>
    db.select({ id: assessments.id }).from(assessments).where(and(eq(assessments.organisationId, actor.organisationId), eq(assessments.roundId, roundId), sql`${assessments.handedInAt} is not null`)).limit(1),
  );
  if (handedIn) {
    throw new AppError("conflict", {
      nl: "Er is al iemand die heeft ingeleverd. Afbreken kan dan niet meer; de ronde sluiten kan wel. Er is niets veranderd.",
      en: "Somebody has handed in already. The round cannot be cancelled any more; you can close it. Nothing has changed.",
    });
  }
  await changeRunning(ctx, roundId, { cancelledAt: now });
  await db.delete(releaseQueue).where(eq(releaseQueue.roundId, roundId));
  await logged(ctx, { action: "round.cancelled", personId: null, subject: round.name });
}

/** Gives a running round a later end date. @returns what is wrong with the date, or null when it is done */
export async function extendRound(ctx: Context, roundId: string, closesOn: string): Promise<string | null> {
  const round = await mustBeRunning(ctx, roundId);
  const error = extensionError(closesOn, round, ctx.now);
  if (error) return error;
  const closesAt = closingMoment(closesOn)!;
  await changeRunning(ctx, roundId, { closesAt });
  await ctx.db.update(releaseQueue).set({ dueAt: dueAt(closesAt) }).where(eq(releaseQueue.roundId, roundId));
  await logged(ctx, { action: "round.extended", personId: null, subject: round.name });
  return null;
}

/** Before anything is said about a form: a page that is out of date has no place to show what is wrong with it. @throws as the changes of a round do */
export async function mustBeRunning(ctx: Context, roundId: string): Promise<Managed> {
  const round = await managed(ctx, roundId);
  if (roundState(round, ctx.now) !== "open") throw notRunning();
  return round;
}

type Managed = { name: string; opensAt: Date; closesAt: Date; cancelledAt: Date | null; releasedAt: Date | null };

/** The round, if the actor manages all of its schools; locked, so that closing, extending and releasing wait for each other. */
async function managed({ actor, db }: Context, roundId: string): Promise<Managed> {
  if (!isId(roundId)) throw notFound();
  const [round] = await db
    .select({
      name: rounds.name,
      opensAt: rounds.opensAt,
      closesAt: rounds.closesAt,
      cancelledAt: rounds.cancelledAt,
      releasedAt: rounds.releasedAt,
      schoolIds: sql<string[]>`array(select s.school_id::text from round_schools s where s.organisation_id = ${rounds.organisationId} and s.round_id = ${rounds.id})`,
    })
    .from(rounds)
    .where(and(eq(rounds.organisationId, actor.organisationId), eq(rounds.id, roundId)))
    .for("update", { of: rounds });
  if (!round || !may(actor, "rounds:manage", { schoolIds: round.schoolIds })) throw notFound();
  return round;
}

/** The update says itself that the round must be running; a double press finds nothing to change. */
async function changeRunning({ actor, db, now }: Context, roundId: string, change: { closesAt: Date } | { cancelledAt: Date }): Promise<void> {
  const changed = await db
    .update(rounds)
    .set(change)
    .where(and(eq(rounds.organisationId, actor.organisationId), eq(rounds.id, roundId), isNull(rounds.cancelledAt), isNull(rounds.releasedAt), gt(rounds.closesAt, now)))
    .returning({ id: rounds.id });
  if (changed.length === 0) throw notRunning();
}

function notRunning(): AppError {
  return new AppError("conflict", {
    nl: "Deze ronde loopt niet meer. Er is niets veranderd. Ga terug naar de rondes om te zien hoe het ervoor staat.",
    en: "This round is not running any more. Nothing has changed. Go back to the rounds to see where it stands.",
  });
}
