import { withVersion } from "#app/domain/desk/begin.ts";
import { formerForm, formerView, tickedIn, type FormerForm, type FormerView } from "#app/domain/desk/former-view.ts";
import type { Values } from "#app/domain/desk/field.ts";
import { formerOf, restSaid, retold, type Standpoint } from "#app/domain/desk/lineage.ts";
import { notFound } from "#app/domain/errors.ts";
import { upgradeEffect } from "#app/domain/framework/effect.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { keptDraft } from "#app/services/desk-edit.server.ts";
import { headOf, type Head } from "#app/services/desk-view.server.ts";
import { deskDocument, type Desk } from "#app/services/desk.server.ts";
import { effectInWords, kindOf, roundsWith, type EffectLine } from "#app/services/framework-versions.server.ts";

/** What the address asks for: the form of one item, or a page of everything. */
export type FormerAsked = { readonly at: Standpoint | null; readonly area: string | null; readonly kind: string | null; readonly page: number };

/** A version beside the one before it; `view` is null for a first version, `form` where no item was asked for. */
export type FormerPage = {
  readonly head: Head;
  readonly sequence: number;
  readonly canWrite: boolean;
  readonly view: FormerView | null;
  readonly form: FormerForm | null;
  readonly effects: readonly EffectLine[];
};

/** Opens what became of the version before. @throws not found for an item that is not there */
export async function openFormer(ctx: Context, documentId: string, asked: FormerAsked): Promise<FormerPage> {
  const desk = await deskDocument(ctx, documentId);
  const { language } = ctx.actor;
  const page = { head: headOf(ctx, desk), sequence: desk.sequence, canWrite: desk.state === "draft" };
  const before = formerOf(desk.draft.framework, ctx.library.frameworks);
  const form = asked.at && before ? formerForm(desk.draft, before, asked.at, asked.area, language) : null;
  if (asked.at && !form) throw notFound();
  if (!before) return { ...page, view: null, form: null, effects: [] };
  const view = formerView(desk.draft, before, ofSlug(ctx, desk), { language, kind: kindOf(asked.kind), page: asked.page });
  return { ...page, view, form, effects: form ? [] : await effectsOf(ctx, desk) };
}

/** What came of telling what an item was: kept, somebody else was first (`chosen` is what stands there now), or it does not hold. */
export type Told = { readonly status: "kept" } | { readonly status: "conflict"; readonly chosen: readonly string[]; readonly sequence: number } | { readonly status: "wrong"; readonly sentence: string };

/** Keeps which items of the version before one item was (or which of this version it became), unless somebody else changed the draft first. */
export async function tellFormer(ctx: Context, documentId: string, at: Standpoint, area: string | null, sent: Values, sequence: number): Promise<Told> {
  const { desk, before } = await draftWithFormer(ctx, documentId);
  const ticked = tickedIn(desk.draft, before, at, area, sent);
  if (!ticked) throw notFound();
  return keep(ctx, documentId, desk, retold(desk.draft, before, at, ticked), sequence, at);
}

/** Keeps that everything which nobody said anything of is new or gone. */
export async function tellRest(ctx: Context, documentId: string, sequence: number): Promise<Told> {
  const { desk, before } = await draftWithFormer(ctx, documentId);
  return keep(ctx, documentId, desk, restSaid(desk.draft, before), sequence, null);
}

async function keep(ctx: Context, documentId: string, desk: Desk, outcome: ReturnType<typeof retold>, sequence: number, at: Standpoint | null): Promise<Told> {
  if (desk.sequence === sequence) {
    if (!outcome.ok) return { status: "wrong", sentence: inLanguage(outcome.sentence, ctx.actor.language) };
    if (await keptDraft(ctx, desk, outcome.draft, sequence)) return { status: "kept" };
  }
  const { desk: now, before } = await draftWithFormer(ctx, documentId);
  const form = at && formerForm(now.draft, before, at, null, ctx.actor.language);
  return { status: "conflict", chosen: form?.options.flatMap(({ chosen, code, title }) => (chosen ? [`${code} ${title}`] : [])) ?? [], sequence: now.sequence };
}

async function draftWithFormer(ctx: Context, documentId: string): Promise<{ desk: Desk; before: Framework }> {
  const desk = await deskDocument(ctx, documentId);
  const before = formerOf(desk.draft.framework, ctx.library.frameworks);
  if (!before) throw notFound();
  return { desk, before };
}

/** What a version does to the trends of rounds that were held with older ones. */
export async function effectsOf(ctx: Context, desk: Desk, version = desk.draft.framework.version): Promise<EffectLine[]> {
  const rounds = await roundsWith(ctx, desk.slug);
  return rounds.length === 0 ? [] : upgradeEffect(withVersion(desk.draft, version).framework, rounds, ofSlug(ctx, desk)).map((effect) => effectInWords(effect, ctx.actor.language));
}

const ofSlug = ({ library }: Context, { slug }: Desk) => library.frameworks.filter((each) => each.slug === slug);
