import { and, eq, sql } from "drizzle-orm";
import { withVersion } from "#app/domain/desk/begin.ts";
import { storedDraft } from "#app/domain/desk/draft.ts";
import { formerOf, unsaid } from "#app/domain/desk/lineage.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { versionChoices, type VersionChoices } from "#app/domain/desk/publish.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { effectsOf } from "#app/services/desk-former.server.ts";
import { deskDocument, hashOf, type Desk, type DocumentState } from "#app/services/desk.server.ts";
import { refuseWhenUsed, type EffectLine } from "#app/services/framework-versions.server.ts";
import { logged } from "#app/services/log.server.ts";
import { libraryDocuments } from "#db/schema/index.ts";

/** Lets colleagues read a draft along, and answer it as a try-out. */
export async function askForReview(ctx: Context, documentId: string): Promise<void> {
  await changeState(ctx, documentId, "draft", "review");
}

/** Takes a framework back from the review, to write on. What colleagues said stays. */
export async function backToDraft(ctx: Context, documentId: string): Promise<void> {
  await changeState(ctx, documentId, "review", "draft");
}

async function changeState(ctx: Context, documentId: string, from: DocumentState, to: DocumentState): Promise<void> {
  const desk = await deskDocument(ctx, documentId);
  const changed = await ctx.db.update(libraryDocuments).set({ state: to, changedAt: ctx.now }).where(ofDesk(ctx, desk, from)).returning({ id: libraryDocuments.id });
  if (changed.length === 0) throw stateChanged();
  await logged(ctx, { action: to === "review" ? "framework.review" : "framework.draft", personId: null, subject: titleOf(ctx, desk) });
}

/** What publishing would come to. `effects`: what it does to the trends of rounds with older versions. `unsaid`: items that are new or gone without anybody having said so. */
export type Publishing = VersionChoices & { readonly problems: number; readonly effects: readonly EffectLine[]; readonly unsaid: number };

/** The numbers to choose from, how many things have to be mended first, and what happens to trends. */
export async function publishing(ctx: Context, desk: Desk): Promise<Publishing> {
  const { draft } = desk;
  const { frameworks, profiles } = ctx.library;
  const former = formerOf(draft.framework, frameworks);
  const choices = versionChoices(draft, frameworks, profiles);
  const effects = choices.from === null || choices.choices.length === 0 ? [] : await effectsOf(ctx, desk, choices.choices[0]!.version);
  return { ...choices, problems: problemsOf(draft, former).length, effects, unsaid: former ? unsaid(former, draft.framework).length : 0 };
}

/**
 * Publishes a framework with its profiles under one number: from then on it never changes, and a round can be held with it.
 * @returns its version
 * @throws AppError "conflict" when it is not in review, "invalid" when something has to be mended first or the number says too little
 */
export async function publishDocument(ctx: Context, documentId: string, version: string): Promise<string> {
  const desk = await deskDocument(ctx, documentId);
  if (desk.state !== "review") throw notInReview();
  const { choices, problems } = await publishing(ctx, desk);
  if (problems > 0) throw toMendFirst(problems);
  if (!choices.some((each) => each.version === version)) throw choices.length === 0 ? nothingNew() : anotherNumber();
  const draft = withVersion(desk.draft, version);
  const stored = storedDraft(draft);
  if (stored === null) throw toMendFirst(1);
  const { db, now } = ctx;
  const publish = { state: "published" as const, version, publishedAt: now, changedAt: now };
  const [done] = await db.update(libraryDocuments).set({ ...publish, document: stored.framework, hash: hashOf(stored.framework) }).where(and(ofDesk(ctx, desk, "review"), eq(libraryDocuments.id, desk.id), eq(libraryDocuments.sequence, desk.sequence))).returning({ id: libraryDocuments.id });
  if (!done) throw stateChanged();
  for (const [nth, profile] of draft.profiles.entries()) {
    await db.update(libraryDocuments).set({ ...publish, document: stored.profiles[nth], hash: hashOf(stored.profiles[nth]) }).where(and(ofDesk(ctx, desk, "review"), eq(libraryDocuments.slug, profile.slug)));
  }
  await logged(ctx, { action: "framework.published", personId: null, subject: `${titleOf(ctx, desk)} ${version}` });
  return version;
}

/** Offers a published version no longer. What was made with it stays. @throws AppError "conflict" when a round or somebody's own self-assessment uses it */
export async function withdrawVersion(ctx: Context, documentId: string): Promise<void> {
  const desk = await deskDocument(ctx, documentId);
  if (desk.state !== "published") throw notFound();
  const { actor, db, now } = ctx;
  // Whoever opens a round at this moment waits, and then does not find it any more.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rounds:${actor.organisationId}`}, 0))`);
  await refuseWhenUsed(ctx, desk.draft.framework);
  const changed = await db.update(libraryDocuments).set({ state: "withdrawn", changedAt: now }).where(ofDesk(ctx, desk, "published")).returning({ id: libraryDocuments.id });
  if (changed.length === 0) throw stateChanged();
  await logged(ctx, { action: "framework.withdrawn", personId: null, subject: `${titleOf(ctx, desk)} ${desk.version}` });
}

/** The rounds held with this very version, oldest first: to look at when it cannot be withdrawn. */
export async function roundsUsing({ actor, db }: Context, { slug, version }: Desk): Promise<{ readonly id: string; readonly name: string }[]> {
  return (await db.execute(sql`
    select r.id, r.name from rounds r
    where r.organisation_id = ${actor.organisationId}::uuid and r.framework = ${slug} and r.framework_version = ${version} and r.cancelled_at is null
    order by r.opens_at, r.name, r.id`)) as unknown as { id: string; name: string }[];
}

/** The framework and its profiles, in this state. */
function ofDesk({ actor }: Context, desk: Desk, state: DocumentState) {
  return and(
    eq(libraryDocuments.organisationId, actor.organisationId),
    eq(libraryDocuments.version, desk.version),
    eq(libraryDocuments.state, state),
    sql`(${libraryDocuments.id} = ${desk.id}::uuid or (${libraryDocuments.kind} = 'profile' and ${libraryDocuments.document}->>'framework' = ${desk.slug}))`,
  );
}

const titleOf = ({ actor }: Context, { draft }: Desk) => inLanguage(draft.framework.title, actor.language);

function stateChanged(): AppError {
  return new AppError("conflict", {
    nl: "Dit raamwerk is intussen in een andere stand gezet of aangepast. Er is niets veranderd. Ga terug en kijk hoe het er nu voor staat.",
    en: "This framework was put in another state or changed in the meantime. Nothing has changed. Go back and see how it stands now.",
  });
}

function notInReview(): AppError {
  return new AppError("conflict", {
    nl: "Alleen een raamwerk dat ter lezing ligt, kan worden gepubliceerd. Er is niets veranderd. Vraag eerst collega's om mee te lezen.",
    en: "Only a framework in review can be published. Nothing has changed. Ask colleagues to read along first.",
  });
}

function toMendFirst(count: number): AppError {
  return new AppError("invalid", {
    nl: `Er ${count === 1 ? "is nog 1 ding" : `zijn nog ${count} dingen`} te herstellen. Er is niets gepubliceerd. Haal het raamwerk terug en loop de lijst op zijn pagina na.`,
    en: `There ${count === 1 ? "is 1 thing" : `are ${count} things`} to mend first. Nothing was published. Take the framework back and go through the list on its page.`,
  });
}

function nothingNew(): AppError {
  return new AppError("invalid", {
    nl: "Er is niets anders dan in de vorige versie. Er is niets gepubliceerd. Pas eerst iets aan, of gooi dit concept weg.",
    en: "Nothing differs from the version before it. Nothing was published. Change something first, or throw this draft away.",
  });
}

function anotherNumber(): AppError {
  return new AppError("invalid", {
    nl: "Dit versienummer past niet bij wat er veranderde. Er is niets gepubliceerd. Kies een van de nummers op de pagina.",
    en: "This version number does not fit what changed. Nothing was published. Choose one of the numbers on the page.",
  });
}

