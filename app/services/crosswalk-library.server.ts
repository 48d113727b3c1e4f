import { may } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { endOf, isDraft, relationKinds, type Confidence, type Crosswalk, type Relation, type RelationKind } from "#app/domain/framework/crosswalk.ts";
import { competencesOf, type FrameworkNode } from "#app/domain/framework/framework.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { crosswalkAt, frameworkAt } from "#app/services/frameworks.server.ts";

export type CrosswalkCard = {
  readonly slug: string;
  readonly version: string;
  readonly title: string;
  /** True as long as not every relation was reviewed. */
  readonly draft: boolean;
  readonly author: string;
  readonly frameworks: readonly { readonly slug: string; readonly version: string; readonly title: string }[];
  readonly counts: readonly { readonly relation: RelationKind; readonly count: number }[];
};
type EndView = { readonly code: string; readonly title: string };
export type RelationRow = { readonly source: EndView; readonly target: EndView; readonly relation: RelationKind; readonly skos: string; readonly confidence: Confidence; readonly reason: string; readonly status: Relation["status"]; readonly author: string };
export type CrosswalkView = {
  readonly card: CrosswalkCard;
  readonly reasoning: string;
  /** The relations by the two frameworks they lie between, as they stand in the file. */
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly rows: readonly RelationRow[] }[];
};

/** The crosswalks that ship with the product, newest version last. */
export function listCrosswalks(ctx: Context): CrosswalkCard[] {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  return ctx.library.crosswalks.map((crosswalk) => cardOf(ctx, crosswalk));
}

/** One crosswalk with every relation, to read. @throws AppError "not-found" */
export function openCrosswalk(ctx: Context, slug: string, version: string): CrosswalkView {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const crosswalk = crosswalkAt(slug, version, ctx.library);
  if (!crosswalk) throw notFound();
  const { language } = ctx.actor;
  const card = cardOf(ctx, crosswalk);
  const nodes = new Map<string, FrameworkNode>();
  for (const each of crosswalk.frameworks) for (const { node } of competencesOf(frameworkAt(each.slug, each.version, ctx.library)!)) nodes.set(`${each.slug}:${node.id}`, node);
  const titleOf = (framework: string) => card.frameworks.find((each) => each.slug === framework)!.title;
  const endView = (end: string): EndView => ({ code: nodes.get(end)!.code, title: inLanguage(nodes.get(end)!.title, language) });
  const pairs = new Map<string, { from: string; to: string; rows: RelationRow[] }>();
  for (const { source, target, reason, ...rest } of crosswalk.relations) {
    const [from, to] = [endOf(source).framework, endOf(target).framework];
    const pair = pairs.get(`${from} ${to}`) ?? { from: titleOf(from), to: titleOf(to), rows: [] };
    pair.rows.push({ ...rest, source: endView(source), target: endView(target), reason: inLanguage(reason, language) });
    pairs.set(`${from} ${to}`, pair);
  }
  return { card, reasoning: inLanguage(crosswalk.reasoning, language), pairs: [...pairs.values()] };
}

function cardOf({ actor: { language }, library }: Context, crosswalk: Crosswalk): CrosswalkCard {
  const { slug, version, title, author, frameworks, relations } = crosswalk;
  return {
    slug,
    version,
    title: inLanguage(title, language),
    draft: isDraft(crosswalk),
    author,
    frameworks: frameworks.map((each) => ({ ...each, title: inLanguage(frameworkAt(each.slug, each.version, library)!.shortTitle, language) })),
    counts: relationKinds.flatMap((relation) => {
      const count = relations.filter((each) => each.relation === relation).length;
      return count === 0 ? [] : [{ relation, count }];
    }),
  };
}
