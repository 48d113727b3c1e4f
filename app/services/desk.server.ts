import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { openDraft, storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/id.ts";
import { inEither, type Language, type Text } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { libraryDocuments } from "#db/schema/index.ts";

export type DocumentState = (typeof libraryDocuments.$inferSelect)["state"];
/** A document of the board as it lies at the desk: what is stored, read. */
export type Desk = { readonly id: string; readonly slug: string; readonly version: string; readonly state: DocumentState; readonly sequence: number; readonly origin: string; readonly draft: Draft };
/** One line per framework of the board. */
export type DeskLine = { readonly id: string; readonly slug: string; readonly version: string; readonly state: DocumentState; readonly title: string; readonly origin: string; readonly changedAt: Date; readonly comments: number };

/** The board's own frameworks, those that are being made first. One statement. */
export async function listDesk(ctx: Context): Promise<DeskLine[]> {
  mustManage(ctx);
  const { actor, db } = ctx;
  const rows = (await db.execute(sql`
    select d.id, d.slug, d.version, d.state, d.document->'title' as title, d.origin, d.changed_at as "changedAt",
      (select count(*)::int from library_comments c where c.organisation_id = d.organisation_id and c.document_id = d.id) as comments
    from library_documents d
    where d.organisation_id = ${actor.organisationId}::uuid and d.kind = 'framework'
    order by array_position(array['draft', 'review', 'published', 'withdrawn'], d.state), d.changed_at desc`)) as unknown as (Omit<DeskLine, "title" | "changedAt"> & { title: Partial<Text>; changedAt: string })[];
  return rows.map(({ title, changedAt, origin, ...row }) => ({ ...row, title: titleIn(title, actor.language), origin: originIn(ctx, origin), changedAt: new Date(changedAt) }));
}

/** What a framework of the board began as, with the title of what it is a copy of: "copy: DigCompEdu 2017.2.0". */
export function originIn({ library, actor }: Context, origin: string): string {
  const [, slug, version] = /^copy: (.+)@(.+)$/.exec(origin) ?? [];
  const source = library.frameworks.find((each) => each.slug === slug && each.version === version);
  return source ? `copy: ${inEither(source.title, actor.language)}, ${source.version}` : origin;
}

function titleIn(title: Partial<Text>, language: Language): string {
  return title[language] || Object.values(title).find(Boolean) || "…";
}

/** A document of the board with its profiles, for whoever manages it. @throws not found */
export async function deskDocument(ctx: Context, id: string): Promise<Desk> {
  mustManage(ctx);
  return documentOf(ctx, id);
}

/** The same for any reader: row level security shows a draft to its makers only. One statement. @throws not found */
export async function documentOf({ actor, db }: Context, id: string): Promise<Desk> {
  if (!isId(id)) throw notFound();
  const rows = (await db.execute(sql`
    select d.id, d.kind, d.slug, d.version, d.state, d.sequence, d.origin, d.document
    from library_documents f
    join library_documents d on d.organisation_id = f.organisation_id and (d.id = f.id or (d.kind = 'profile' and d.version = f.version and d.document->>'framework' = f.slug))
    where f.organisation_id = ${actor.organisationId}::uuid and f.id = ${id}::uuid and f.kind = 'framework'
    order by d.slug`)) as unknown as (Omit<Desk, "draft"> & { kind: string; document: unknown })[];
  const row = rows.find(({ kind }) => kind === "framework");
  const draft = row && openDraft({ framework: row.document, profiles: rows.filter(({ kind }) => kind === "profile").map(({ document }) => document) });
  if (!row || !draft) throw notFound();
  const { slug, version, state, sequence, origin } = row;
  return { id: row.id, slug, version, state, sequence, origin, draft };
}

/** Where a document came from, as long as is kept. */
export const originOf = (origin: string): string => origin.slice(0, 300);

/** Stores a new draft with its profiles. @returns the id of its framework */
export async function storeDraft({ actor, db, now }: Context, draft: Draft, origin: string): Promise<string> {
  const stored = mustStore(draft);
  const { slug, version } = draft.framework;
  const base = { organisationId: actor.organisationId, version, origin: originOf(origin), createdBy: actor.personId, createdAt: now, changedAt: now };
  const [row] = await db
    .insert(libraryDocuments)
    .values({ ...base, kind: "framework", slug, document: stored.framework, hash: hashOf(stored.framework) })
    .returning({ id: libraryDocuments.id });
  for (const [nth, profile] of draft.profiles.entries()) await db.insert(libraryDocuments).values({ ...base, kind: "profile", slug: profile.slug, document: stored.profiles[nth], hash: hashOf(stored.profiles[nth]) });
  return row!.id;
}

/**
 * Writes a changed draft over the one that was read. @returns false when somebody else changed it in the meantime: then nothing is written
 * @throws AppError "conflict" when it is no draft any more
 */
export async function writeDraft(ctx: Context, desk: Desk, draft: Draft, sequence: number): Promise<boolean> {
  if (desk.state !== "draft") throw notADraft();
  const { actor, db, now } = ctx;
  const stored = mustStore(draft);
  const [changed] = await db
    .update(libraryDocuments)
    .set({ document: stored.framework, hash: hashOf(stored.framework), sequence: sql`${libraryDocuments.sequence} + 1`, changedAt: now, version: draft.framework.version })
    .where(and(eq(libraryDocuments.organisationId, actor.organisationId), eq(libraryDocuments.id, desk.id), eq(libraryDocuments.state, "draft"), eq(libraryDocuments.sequence, sequence)))
    .returning({ id: libraryDocuments.id });
  if (!changed) return false;
  await writeProfiles(ctx, desk, draft, stored.profiles);
  return true;
}

/** Profiles follow their framework: those that fell out go, new ones come, the others get what they say now. */
async function writeProfiles({ actor, db, now }: Context, desk: Desk, draft: Draft, stored: readonly unknown[]): Promise<void> {
  const ofThis = (slug: string) => and(eq(libraryDocuments.organisationId, actor.organisationId), eq(libraryDocuments.kind, "profile"), eq(libraryDocuments.slug, slug), eq(libraryDocuments.version, desk.version));
  for (const { slug } of desk.draft.profiles.filter(({ slug: each }) => !draft.profiles.some((profile) => profile.slug === each))) await db.delete(libraryDocuments).where(ofThis(slug));
  for (const [nth, profile] of draft.profiles.entries()) {
    const hash = hashOf(stored[nth]);
    if (!desk.draft.profiles.some(({ slug }) => slug === profile.slug)) {
      await db.insert(libraryDocuments).values({ organisationId: actor.organisationId, kind: "profile", slug: profile.slug, version: profile.version, origin: desk.origin, createdBy: actor.personId, createdAt: now, changedAt: now, document: stored[nth], hash });
      continue;
    }
    if (profile === desk.draft.profiles.find(({ slug }) => slug === profile.slug)) continue;
    await db.update(libraryDocuments).set({ document: stored[nth], hash, changedAt: now, version: profile.version }).where(ofThis(profile.slug));
  }
}

/** SHA-256 of a document, the same whatever the order of its fields: the database keeps its own order. */
export function hashOf(document: unknown): string {
  return createHash("sha256").update(JSON.stringify(document, (_, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value))).digest("hex");
}

function mustStore(draft: Draft) {
  const stored = storedDraft(draft);
  if (stored === null) {
    throw new AppError("invalid", {
      nl: "Dit kan niet zo worden opgeslagen. Er is niets veranderd. Ga terug en probeer het met minder of andere woorden.",
      en: "This cannot be saved like this. Nothing has changed. Go back and try with fewer or other words.",
    });
  }
  return stored;
}

/** Said when something can only be done with a draft. */
export function notADraft(): AppError {
  return new AppError("conflict", {
    nl: "Dit raamwerk is geen concept meer, dus de woorden veranderen niet. Er is niets opgeslagen. Haal het terug uit het meelezen, of maak een nieuwe versie.",
    en: "This framework is not a draft any more, so its words do not change. Nothing was saved. Take it back from the review, or make a new version.",
  });
}

/** Frameworks are managed by the administrator. @throws not found */
export function mustManage(ctx: Context): void {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
}

/** The name of the board, for who made a framework. */
export async function boardName({ actor, db }: Context): Promise<string> {
  const [row] = (await db.execute(sql`select name from organisations where id = ${actor.organisationId}::uuid`)) as unknown as { name: string }[];
  return row?.name ?? "";
}
