import { and, desc, eq, sql } from "drizzle-orm";
import { askedAs } from "#app/domain/assessment/asked-as.ts";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { readable } from "#app/domain/desk/draft.ts";
import { tryOutOf } from "#app/domain/desk/preview.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/id.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { documentOf, mustManage, type Desk } from "#app/services/desk.server.ts";
import { areasIn } from "#app/services/library.server.ts";
import { logged } from "#app/services/log.server.ts";
import { libraryComments, libraryDocuments, people } from "#db/schema/index.ts";

/** What was said of a framework in review; `who` is null for one's own. */
export type Comment = { readonly id: string; readonly item: string | null; readonly about: string | null; readonly words: string; readonly who: string | null; readonly at: Date };

/** At most so many from one person about one framework. */
const mostComments = 100;
/** Characters, as the table holds. */
const longestComment = 2000;

/** A framework in review, for every colleague of the board. @throws not found when it is a draft, published, or not there */
export async function reviewDocument(ctx: Context, documentId: string): Promise<Desk> {
  const desk = await documentOf(ctx, documentId);
  if (desk.state !== "review") throw notFound();
  return desk;
}

/** What is in review at the board now, the latest first. One statement. */
export async function inReview({ actor, db }: Context, most = 50): Promise<{ readonly id: string; readonly title: string }[]> {
  const rows = await db
    .select({ id: libraryDocuments.id, title: sql<{ nl?: string; en?: string }>`${libraryDocuments.document}->'title'` })
    .from(libraryDocuments)
    .where(and(eq(libraryDocuments.organisationId, actor.organisationId), eq(libraryDocuments.kind, "framework"), eq(libraryDocuments.state, "review")))
    .orderBy(desc(libraryDocuments.changedAt))
    .limit(most);
  return rows.map(({ id, title }) => ({ id, title: title[actor.language] ?? title.nl ?? title.en ?? "" }));
}

/** What I said of a framework in review, newest first. */
async function ownComments(ctx: Context, desk: Desk): Promise<Comment[]> {
  return commentsOf(ctx, desk, true);
}

/** Everything that was said of a framework, with who said it, newest first: for the administrator. @throws not found */
export async function allComments(ctx: Context, desk: Desk): Promise<Comment[]> {
  mustManage(ctx);
  return commentsOf(ctx, desk, false);
}

/** A framework in review as a colleague meets it: the questions of a function group (one's own when there are), all sentences, and one's own comments. */
export async function openReadAlong(ctx: Context, documentId: string, { as, place }: { as: string | null; place: number }) {
  const desk = await reviewDocument(ctx, documentId);
  const { language, family, functionId } = ctx.actor;
  const { framework, profiles } = readable(desk.draft);
  const groups = askedAs(framework, (instrument) => profiles.find((each) => each.instrument === instrument) ?? null);
  const own = groups.find(({ audience }) => audience.functionId === functionId) ?? groups.find(({ audience }) => audience.family === family);
  const chosen = groups.find(({ key }) => key === as) ?? own ?? groups[0] ?? null;
  const instrument = chosen?.instrument ?? framework.instruments[0]!;
  return {
    id: desk.id,
    title: inLanguage(framework.title, language),
    tryOut: tryOutOf(desk.draft, chosen?.key ?? null, place, language),
    areas: areasIn(framework, instrument, chosen?.audience ?? null, chosen ? pagesFor(framework, chosen.profile, chosen.audience) : [], language),
    items: [...placesOf(framework).values()].map(({ node }) => ({ value: node.id, label: `${node.code} ${inLanguage(node.title, language)}`.trim() })),
    mine: await ownComments(ctx, desk),
  };
}

async function commentsOf({ actor, db }: Context, { id, draft }: Desk, mine: boolean): Promise<Comment[]> {
  const rows = await db
    .select({ id: libraryComments.id, item: libraryComments.item, words: libraryComments.words, at: libraryComments.createdAt, personId: libraryComments.personId, name: people.name })
    .from(libraryComments)
    .innerJoin(people, and(eq(people.organisationId, libraryComments.organisationId), eq(people.id, libraryComments.personId)))
    .where(and(eq(libraryComments.organisationId, actor.organisationId), eq(libraryComments.documentId, id), sql`(not ${mine}::boolean or ${libraryComments.personId} = ${actor.personId}::uuid)`))
    .orderBy(desc(libraryComments.createdAt), desc(libraryComments.id))
    .limit(500);
  const places = placesOf(draft.framework);
  return rows.map(({ item, personId, name, ...row }) => {
    const node = item === null ? undefined : places.get(item)?.node;
    return { ...row, item, about: node ? `${node.code} ${inLanguage(node.title, actor.language)}`.trim() : item, who: mine && personId === actor.personId ? null : name };
  });
}

/**
 * Keeps what a colleague says, of the whole (null) or of one item; the same words twice are kept once. The administrator reads it with the name.
 * @returns what is wrong with it by field, or null when it is kept @throws AppError "invalid" for too many
 */
export async function comment(ctx: Context, desk: Desk, said: { item: string | null; words: string }): Promise<Readonly<Record<string, string>> | null> {
  const { item } = said;
  const words = said.words.replaceAll("\r\n", "\n").trim();
  if (item !== null && !placesOf(desk.draft.framework).has(item)) return { item: "unknown-item" };
  if (words === "" || words.length > longestComment) return { words: words === "" ? "required" : "too-long" };
  const { actor, db, now } = ctx;
  // Two in the same moment are one after the other, so that a button pressed twice says it once.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`comments of ${actor.personId}`}, 0))`);
  const here = and(eq(libraryComments.organisationId, actor.organisationId), eq(libraryComments.documentId, desk.id), eq(libraryComments.personId, actor.personId));
  const [same] = await db.select({ id: libraryComments.id }).from(libraryComments).where(and(here, eq(libraryComments.words, words), sql`${libraryComments.item} is not distinct from ${item}`)).limit(1);
  if (same) return null;
  const [made] = (await db.execute(sql`select count(*)::int as count from library_comments where organisation_id = ${actor.organisationId}::uuid and document_id = ${desk.id}::uuid and person_id = ${actor.personId}::uuid`)) as unknown as { count: number }[];
  if (made!.count >= mostComments) {
    throw new AppError("invalid", {
      nl: `Je gaf bij dit raamwerk al ${mostComments} opmerkingen; meer kan niet. Deze is niet opgeslagen. Haal er eerst een weg.`,
      en: `You have made ${mostComments} comments on this framework; more is not possible. This one was not saved. Remove one first.`,
    });
  }
  await db.insert(libraryComments).values({ organisationId: actor.organisationId, documentId: desk.id, personId: actor.personId, item, words, createdAt: now });
  await logged(ctx, { action: "framework.commented", personId: null, subject: inLanguage(desk.draft.framework.title, actor.language) });
  return null;
}

/** Takes one of my own comments back. @throws not found */
export async function takeBackComment({ actor, db }: Context, documentId: string, commentId: string): Promise<void> {
  if (!isId(documentId) || !isId(commentId)) throw notFound();
  const removed = await db
    .delete(libraryComments)
    .where(and(eq(libraryComments.organisationId, actor.organisationId), eq(libraryComments.documentId, documentId), eq(libraryComments.id, commentId), eq(libraryComments.personId, actor.personId)))
    .returning({ id: libraryComments.id });
  if (removed.length === 0) throw notFound();
}
