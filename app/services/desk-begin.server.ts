import { and, eq, sql } from "drizzle-orm";
import { copyOf, broughtIn, nextVersion, ownSlug } from "#app/domain/desk/begin.ts";
import { storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { adaptationRefusal, type LicenceRefusal } from "#app/domain/desk/licences.ts";
import { fromTemplate, templateTitles, type TemplateKey } from "#app/domain/desk/templates.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { versionAfter } from "#app/domain/framework/bump.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { newestOf } from "#app/domain/framework/upgrade.ts";
import { inEither, inLanguage, type Language, type Text } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { boardName, deskDocument, mustManage, originOf, storeDraft } from "#app/services/desk.server.ts";
import { frameworkAt, isWithdrawn } from "#app/services/frameworks.server.ts";
import { logged } from "#app/services/log.server.ts";
import { libraryDocuments } from "#db/schema/index.ts";

/** Why a framework of the library can be copied or not, for the page where one chooses. */
export type Copyable = { readonly slug: string; readonly version: string; readonly title: string; readonly licence: string; readonly refusal: LicenceRefusal | null };

/** The newest version of every framework, with whether its licence allows a copy. */
export function copyable(ctx: Context): Copyable[] {
  mustManage(ctx);
  const { library, actor } = ctx;
  const offered = library.frameworks.filter((each) => !isWithdrawn(library, each));
  return offered
    .filter((each) => newestOf(offered.filter(({ slug }) => slug === each.slug)) === each)
    .map((each) => ({ slug: each.slug, version: each.version, title: inLanguage(each.title, actor.language), licence: each.licence.name, refusal: adaptationRefusal(each) }));
}

/** Begins a draft as a copy of a framework. @returns its id @throws AppError "forbidden" when the licence does not allow it */
export async function beginCopy(ctx: Context, slug: string, version: string): Promise<string> {
  mustManage(ctx);
  const source = frameworkAt(slug, version, ctx.library);
  if (!source || source.version !== version) throw notFound();
  const refusal = adaptationRefusal(source);
  if (refusal) throw new AppError("forbidden", licenceSentence[refusal](source));
  const profiles = ctx.library.profiles.filter((each) => each.framework === slug && each.frameworkVersion === version);
  const draft = copyOf(source, profiles, await beginner(ctx, source.shortTitle.nl));
  if (!draft) throw new AppError("forbidden", nothingToAsk(source));
  return begunOnce(ctx, draft, `copy: ${slug}@${version}`, "framework.begun");
}

/** Begins a draft from one of our templates. @returns its id */
export async function beginTemplate(ctx: Context, key: TemplateKey): Promise<string> {
  mustManage(ctx);
  const draft = fromTemplate(key, await beginner(ctx, templateTitles[key].nl));
  return begunOnce(ctx, draft, `template: ${key}`, "framework.begun");
}

/** Keeps a framework that was brought in as a draft. @returns its id */
export async function keepDocument(ctx: Context, document: Framework, files: string, alone: ReadonlyMap<string, Language> = new Map()): Promise<string> {
  mustManage(ctx);
  const draft = broughtIn(document, await beginner(ctx, document.slug), alone);
  return begunOnce(ctx, draft, `import: ${files}`, "framework.imported");
}

/** Begins the next version of a published framework of the board, also when it was withdrawn. @returns the id of the draft @throws AppError "conflict" when there is one already */
export async function beginVersion(ctx: Context, documentId: string): Promise<string> {
  const desk = await deskDocument(ctx, documentId);
  if (desk.state !== "published" && desk.state !== "withdrawn") throw notFound();
  const { actor, db, library } = ctx;
  await oneAtATime(ctx);
  const rows = await db
    .select({ version: libraryDocuments.version, state: libraryDocuments.state })
    .from(libraryDocuments)
    .where(and(eq(libraryDocuments.organisationId, actor.organisationId), eq(libraryDocuments.kind, "framework"), eq(libraryDocuments.slug, desk.slug)));
  if (rows.some(({ state }) => state === "draft" || state === "review")) {
    throw new AppError("conflict", {
      nl: "Er is al een concept voor de volgende versie van dit raamwerk. Er is niets veranderd. Ga daarmee verder, of gooi het eerst weg.",
      en: "There is already a draft for the next version of this framework. Nothing has changed. Go on with that one, or throw it away first.",
    });
  }
  const newest = newestOf(rows)!.version;
  if (newest !== desk.version && library.frameworks.some((each) => each.slug === desk.slug && each.version === newest)) {
    throw new AppError("conflict", {
      nl: `Versie ${newest} is nieuwer dan deze. Er is niets veranderd. Begin een nieuwe versie vanaf de nieuwste.`,
      en: `Version ${newest} is newer than this one. Nothing has changed. Begin a new version from the newest.`,
    });
  }
  const draft = nextVersion(desk.draft, versionAfter(newest, "patch"), isoDay(ctx.now));
  const id = await storeDraft(ctx, draft, `version: ${desk.version}`);
  await logged(ctx, { action: "framework.begun", personId: null, subject: inLanguage(draft.framework.title, actor.language) });
  return id;
}

/** Throws a draft away, with its profiles and what colleagues said of it. Undoes an import, a copy or a template. @returns its title */
export async function throwAwayDraft(ctx: Context, documentId: string): Promise<string> {
  const desk = await deskDocument(ctx, documentId);
  const { actor, db } = ctx;
  const removed = await db
    .delete(libraryDocuments)
    .where(and(eq(libraryDocuments.organisationId, actor.organisationId), eq(libraryDocuments.version, desk.version), sql`${libraryDocuments.state} in ('draft', 'review')`, sql`(${libraryDocuments.id} = ${desk.id}::uuid or (${libraryDocuments.kind} = 'profile' and ${libraryDocuments.document}->>'framework' = ${desk.slug}))`))
    .returning({ id: libraryDocuments.id });
  if (!removed.some(({ id }) => id === desk.id)) {
    throw new AppError("conflict", {
      nl: "Dit raamwerk is gepubliceerd en kan niet worden weggegooid: rondes en resultaten verwijzen ernaar. Er is niets veranderd. Je kunt het wel intrekken als niets het gebruikt.",
      en: "This framework has been published and cannot be thrown away: rounds and results point at it. Nothing has changed. You can withdraw it when nothing uses it.",
    });
  }
  const title = inLanguage(desk.draft.framework.title, actor.language);
  await logged(ctx, { action: "framework.removed", personId: null, subject: title });
  return title;
}

/** Two who begin something at once would take the same slug or number: until the end of its transaction the second waits. */
async function oneAtATime({ actor, db }: Context): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`desk:${actor.organisationId}`}, 0))`);
}

/** Keeps what was begun, and says so in the log. A draft of the same that this person began and nobody touched is used again, so that pressing twice does not make two. */
async function begunOnce(ctx: Context, draft: Draft, origin: string, action: "framework.begun" | "framework.imported"): Promise<string> {
  const { actor, db } = ctx;
  const [there] = (await db.execute(sql`
    select id from library_documents
    where organisation_id = ${actor.organisationId}::uuid and created_by = ${actor.personId}::uuid and kind = 'framework' and state = 'draft' and sequence = 1 and origin = ${originOf(origin)}
      and document - 'slug' = ${JSON.stringify(storedDraft(draft)?.framework ?? null)}::text::jsonb - 'slug'
    limit 1`)) as unknown as { id: string }[];
  if (there) return there.id;
  const id = await storeDraft(ctx, draft, origin);
  await logged(ctx, { action, personId: null, subject: inEither(draft.framework.title, actor.language) });
  return id;
}

async function beginner(ctx: Context, name: string) {
  const { actor, db, library } = ctx;
  await oneAtATime(ctx);
  const own = await db.selectDistinct({ slug: libraryDocuments.slug }).from(libraryDocuments).where(eq(libraryDocuments.organisationId, actor.organisationId));
  return { board: await boardName(ctx), today: isoDay(ctx.now), slug: ownSlug(name, [...library.frameworks, ...own].map(({ slug }) => slug)) };
}

const licenceSentence: Readonly<Record<LicenceRefusal, (source: Framework) => Text>> = {
  "no-derivatives": ({ title, licence }) => ({
    nl: `De licentie van ${title.nl} (${licence.name}) staat geen bewerking toe. Er is niets gekopieerd. Gebruik het raamwerk zoals het is, of begin met een ander.`,
    en: `The licence of ${title.en} (${licence.name}) does not allow adaptation. Nothing was copied. Use the framework as it is, or begin with another one.`,
  }),
  unknown: ({ title }) => ({
    nl: `Van ${title.nl} is geen licentie bekend die bewerken toestaat. Er is niets gekopieerd. Vraag het de uitgever, gebruik het raamwerk zoals het is, of begin met een ander.`,
    en: `No licence of ${title.en} is known that allows adaptation. Nothing was copied. Ask the publisher, use the framework as it is, or begin with another one.`,
  }),
};

const nothingToAsk = ({ title }: Framework): Text => ({
  nl: `${title.nl} wordt alleen met punten gevraagd, en die horen bij precies deze vragen. Er is niets gekopieerd. Begin met een ander raamwerk.`,
  en: `${title.en} is only asked with points, which belong to exactly these questions. Nothing was copied. Begin with another framework.`,
});
