import { readable, type Draft } from "#app/domain/desk/draft.ts";
import { candidatesFor, lineageOf, partnersOf, unsaid, type Side, type Standpoint } from "#app/domain/desk/lineage.ts";
import { diffView, type DiffView, type KindAsked } from "#app/domain/framework/diff-view.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { textsOf } from "#app/domain/framework/texts.ts";
import { placesOf, type Placed } from "#app/domain/framework/upgrade.ts";
import { inEither, type Language } from "#app/domain/text.ts";

/** An item by its name, with the area it stands in; the area is null for a top area itself. */
export type NamedItem = { readonly id: string; readonly code: string; readonly title: string; readonly area: string | null };
/** What nobody has said yet: an item that is new or gone as far as the ids tell. */
export type Unsaid = NamedItem & { readonly side: Side; readonly layer: string };
/** A version beside the one before it, in the reader's language. */
export type FormerView = { readonly from: string; readonly diff: DiffView; readonly unsaid: readonly Unsaid[]; readonly moreUnsaid: number };

/** One of the items that this could have been or become; `free`: what has no other place in the two versions. */
export type FormerOption = NamedItem & { readonly chosen: boolean; readonly free: boolean };
/** What somebody says of one item: which of the other version it was, or became. */
export type FormerForm = NamedItem & {
  readonly side: Side;
  readonly layer: string;
  /** Its words in the reader's language: the description, and the sentence of each level. */
  readonly words: readonly string[];
  readonly options: readonly FormerOption[];
  /** Where there are too many to show together: the areas of the other version, and the one that is shown. */
  readonly areas: readonly NamedItem[];
  readonly shown: string | null;
};

const mostUnsaid = 40;
const mostOptions = 150;

/** A draft or published version beside the version it follows, one page of the items that were asked for. */
export function formerView({ framework }: Draft, before: Framework, versions: readonly Framework[], asked: { readonly language: Language; readonly kind: KindAsked; readonly page: number }): FormerView {
  const open = unsaid(before, framework);
  const [then, now] = [placesOf(before), placesOf(framework)];
  const diff = diffView(before, readable({ framework, profiles: [] }).framework, versions, asked);
  // A name in the other language says more than dots.
  const items = diff.items.map((item) => ({ ...item, layer: item.to[0] ? layerOf(framework, item.to[0].id, asked.language) : item.layer, to: item.to.map((part) => ({ ...part, title: inEither(now.get(part.id)!.node.title, asked.language) || part.title })) }));
  return {
    from: before.version,
    diff: { ...diff, items },
    unsaid: open.slice(0, mostUnsaid).map(({ side, id }) => ({ side, ...named((side === "now" ? now : then).get(id)!, asked.language), layer: layerOf(side === "now" ? framework : before, id, asked.language) })),
    moreUnsaid: Math.max(0, open.length - mostUnsaid),
  };
}

/** The form for one item. Null when there is no such item. */
export function formerForm({ framework: after }: Draft, before: Framework, at: Standpoint, area: string | null, language: Language): FormerForm | null {
  const all = candidatesFor(before, after, at);
  if (!all) return null;
  const [own, other] = at.side === "now" ? [after, before] : [before, after];
  const lineage = lineageOf(before, after);
  const chosen = new Set(partnersOf(lineage, at));
  const taken = new Set(lineage.edges.map(([then, now]) => (at.side === "now" ? then : now)));
  const byArea = all.length > mostOptions;
  const top = byArea ? (other.nodes.find(({ id }) => id === area) ?? all.find(({ node }) => chosen.has(node.id))?.area ?? all[0]!.area) : null;
  const place = placesOf(own).get(at.id)!;
  return {
    side: at.side,
    ...named(place, language),
    layer: layerOf(own, at.id, language),
    words: textsOf(own, place.node, new Set()).flatMap(({ part, group, language: spoken, text }) => (group === null && spoken === language && (part === "description" || part === "statement") && text !== "" ? [text] : [])),
    options: all.filter((each) => top === null || each.area.id === top.id).map((each) => ({ ...named(each, language), chosen: chosen.has(each.node.id), free: !taken.has(each.node.id) })),
    areas: byArea ? other.nodes.map((node) => named({ node, area: node, parent: null, isCompetence: false }, language)) : [],
    shown: top?.id ?? null,
  };
}

/**
 * Which items were ticked in a form, with those that the form did not show. Fields: `with.<id>`; a box that is not ticked is not sent.
 * Null when there is no such item.
 */
export function tickedIn({ framework }: Draft, before: Framework, at: Standpoint, area: string | null, sent: Readonly<Record<string, string>>): string[] | null {
  const all = candidatesFor(before, framework, at);
  if (!all) return null;
  const chosen = new Set(partnersOf(lineageOf(before, framework), at));
  const isShown = (each: Placed) => all.length <= mostOptions || each.area.id === area;
  return all.filter((each) => (isShown(each) ? Object.hasOwn(sent, `with.${each.node.id}`) && sent[`with.${each.node.id}`] !== "" : chosen.has(each.node.id))).map(({ node }) => node.id);
}

function named({ node: { id, code, title }, area, parent }: Placed, language: Language): NamedItem {
  return { id, code, title: inEither(title, language), area: parent === null ? null : inEither(area.title, language) };
}

function layerOf(framework: Framework, id: string, language: Language): string {
  const places = placesOf(framework);
  let depth = 0;
  for (let parent = places.get(id)!.parent; parent !== null; parent = places.get(parent)!.parent) depth += 1;
  return inEither(framework.layers[Math.min(depth, framework.layers.length - 1)]!.title, language);
}
