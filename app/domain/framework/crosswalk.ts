import type { Text } from "#app/domain/text.ts";

/** How two competences relate, said of the first: "narrower" is that the first is a part of the second. Strongest first. */
export const relationKinds = ["exact", "close", "broader", "narrower", "related"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** How sure the author is of a relation, surest first. */
export const confidences = ["high", "medium", "low"] as const;
export type Confidence = (typeof confidences)[number];

/** One competence of a framework: "digcompedu:1.3". */
export type End = Readonly<{ framework: string; competenceId: string }>;

/** A relation between two competences of different frameworks. It is stored once; the other direction is made. */
export type Relation = {
  readonly source: string;
  readonly target: string;
  readonly relation: RelationKind;
  readonly skos: SkosMatch;
  /** Why, in words that are true from both sides. */
  readonly reason: Text;
  readonly confidence: Confidence;
  readonly author: string;
  /** A draft is the author's reading; reviewed is agreed by experts who read both sides apart from each other. */
  readonly status: "draft" | "reviewed";
};

/** Relations between frameworks; versioned apart from them. */
export type Crosswalk = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  readonly title: Text;
  /** How it was made, and what it is not to be used for. */
  readonly reasoning: Text;
  readonly author: string;
  /** The versions in which both ends were looked at. */
  readonly frameworks: readonly Readonly<{ slug: string; version: string }>[];
  readonly relations: readonly Relation[];
};

/**
 * SKOS reads the other way round: "A skos:broadMatch B" says that B is the broader one, so A is narrower.
 * Both words stand in the file, and the checker sees that they agree.
 */
export const skosOf = { exact: "skos:exactMatch", close: "skos:closeMatch", broader: "skos:narrowMatch", narrower: "skos:broadMatch", related: "skos:relatedMatch" } as const satisfies Record<RelationKind, string>;
export type SkosMatch = (typeof skosOf)[RelationKind];

const inverseOf: Readonly<Record<RelationKind, RelationKind>> = { exact: "exact", close: "close", broader: "narrower", narrower: "broader", related: "related" };

/** The two parts of "digcompedu:1.3"; an id holds no colon. */
export function endOf(text: string): End {
  const colon = text.indexOf(":");
  return { framework: text.slice(0, colon), competenceId: text.slice(colon + 1) };
}

/** The same relation said of its other end. */
export function inverse({ source, target, relation, ...rest }: Relation): Relation {
  return { ...rest, source: target, target: source, relation: inverseOf[relation], skos: skosOf[inverseOf[relation]] };
}

/** True as long as one of its relations was not reviewed. */
export function isDraft({ relations }: Crosswalk): boolean {
  return relations.some(({ status }) => status === "draft");
}
