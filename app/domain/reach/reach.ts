import { levelOf, reasonOf, type Answer } from "#app/domain/assessment/answers.ts";
import { confidences, endOf, inverse, relationKinds, type Confidence, type Crosswalk, type Relation, type RelationKind } from "#app/domain/framework/crosswalk.ts";

/**
 * What a relation allows. suggestion (exact, close): look whether it fits here too, and choose on this question's own scale.
 * part (broader, narrower): one of the two is a part of the other. neighbour (related): points, and nothing else.
 */
export type ReachKind = "suggestion" | "part" | "neighbour";
const kindOf: Readonly<Record<RelationKind, ReachKind>> = { exact: "suggestion", close: "suggestion", broader: "part", narrower: "part", related: "neighbour" };

/** One answered competence that a question is reached from. It names the answer; it never holds a level. */
export type Link = {
  readonly from: string;
  /** Said of the answered competence: "narrower" is that it is a part of the question. */
  readonly relation: RelationKind;
  readonly confidence: Confidence;
  readonly reason: Relation["reason"];
  readonly status: Relation["status"];
  /** False where a reason was given instead of a level: that is shown and reaches nothing. */
  readonly levelled: boolean;
};

/** A question of another framework with what leads to it, strongest first. `kind` is null when only reasons lead to it. */
export type Reached = { readonly competenceId: string; readonly kind: ReachKind | null; readonly links: readonly Link[] };

/** Somebody's answers on one framework. */
export type Answered = { readonly framework: string; readonly answers: ReadonlyMap<string, Answer> };
/** What the same person is asked by another framework, in its own order. */
export type Asked = { readonly framework: string; readonly items: readonly string[] };

/**
 * Which questions of another framework somebody's answers say something about. Only relations between the two frameworks
 * themselves count: what is close to something close may be far. What was chosen makes no difference, only that it was.
 */
export function reachOf({ framework, answers }: Answered, asked: Asked, crosswalks: readonly Crosswalk[]): Reached[] {
  const links = new Map<string, Link[]>();
  for (const { source, target, relation, confidence, reason, status } of relationsBetween(framework, asked.framework, crosswalks)) {
    const from = endOf(source).competenceId;
    const answer = answers.get(from) ?? null;
    const levelled = levelOf(answer) !== null;
    if (!levelled && reasonOf(answer) === null) continue;
    const { competenceId } = endOf(target);
    links.set(competenceId, [...(links.get(competenceId) ?? []), { from, relation, confidence, reason, status, levelled }]);
  }
  return asked.items.flatMap((competenceId) => {
    const found = links.get(competenceId)?.sort(strongestFirst);
    const strongest = found?.find(({ levelled }) => levelled);
    return found ? [{ competenceId, kind: strongest ? kindOf[strongest.relation] : null, links: found }] : [];
  });
}

/** How many questions are reached, in the words of the relation; a part is a part whichever of the two holds the other. */
export type ReachCounts = Readonly<Record<"exact" | "close" | "part" | "neighbour", number>>;

/** How many questions are reached in each way; each counts once, in the strongest. */
export function countsOf(reached: readonly Reached[]): ReachCounts {
  const count = (kind: ReachKind) => reached.filter((each) => each.kind === kind).length;
  const exact = reached.filter(({ links }) => links.find(({ levelled }) => levelled)?.relation === "exact").length;
  return { exact, close: count("suggestion") - exact, part: count("part"), neighbour: count("neighbour") };
}

/** The frameworks that have a question with a relation to one of this framework. */
export function linkedWith(framework: string, crosswalks: readonly Crosswalk[]): ReadonlySet<string> {
  const pairs = crosswalks.flatMap(({ relations }) => relations.map(({ source, target }) => [endOf(source).framework, endOf(target).framework] as const));
  return new Set(pairs.flatMap(([from, to]) => (from === framework ? [to] : to === framework ? [from] : [])).filter((slug) => slug !== framework));
}

/** The questions to answer on their own scale: suggestions first, then those that share a part. A neighbour is no reason to ask. */
export function trailOf(reached: readonly Reached[]): string[] {
  return (["suggestion", "part"] as const).flatMap((kind) => reached.filter((each) => each.kind === kind).map(({ competenceId }) => competenceId));
}

/** The relations from one framework to another, read in that direction; of a pair in several crosswalks the surest. */
function relationsBetween(from: string, to: string, crosswalks: readonly Crosswalk[]): Relation[] {
  const found = new Map<string, { relation: Relation; slug: string }>();
  for (const { slug, relations } of crosswalks) {
    for (const stored of relations) {
      const source = endOf(stored.source).framework;
      const target = endOf(stored.target).framework;
      const relation = source === from && target === to ? stored : source === to && target === from ? inverse(stored) : null;
      if (relation === null) continue;
      const pair = `${relation.source} ${relation.target}`;
      const known = found.get(pair);
      if (!known || surestFirst({ relation, slug }, known) < 0) found.set(pair, { relation, slug });
    }
  }
  return [...found.values()].map(({ relation }) => relation);
}

type Found = { readonly relation: Relation; readonly slug: string };

/** Reviewed before draft, then by certainty; after that only so that the order of files makes no difference. */
function surestFirst(a: Found, b: Found): number {
  const rank = ({ relation: { status, confidence, relation } }: Found) => (status === "reviewed" ? 0 : 100) + 10 * confidences.indexOf(confidence) + relationKinds.indexOf(relation);
  return rank(a) - rank(b) || byText(a.slug, b.slug);
}

/** What was answered with a level before what was not, then by kind of relation and certainty, then by id. */
function strongestFirst(a: Link, b: Link): number {
  const rank = ({ levelled, relation, confidence }: Link) => (levelled ? 0 : 100) + 10 * relationKinds.indexOf(relation) + confidences.indexOf(confidence);
  return rank(a) - rank(b) || byText(a.from, b.from);
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
