import type { Language, Text } from "#app/domain/text.ts";

/** Who wrote a text: the publisher, us, or us translating the publisher's. */
export type TextStatus = "official" | "translated" | "ours";

/** One step of a scale. `code` is what outputs and files show ("B1"); its value is its place, counted from 1. */
export type Level = {
  readonly code: string;
  readonly title: Text;
  readonly titleStatus: Readonly<{ nl: TextStatus; en: TextStatus }>;
  readonly description: Text;
};

/** An ordered scale, lowest step first. `status` says whether the publisher made it or we did. */
export type Scale = { readonly id: string; readonly title: Text; readonly status: TextStatus; readonly levels: readonly Level[] };

/** What one level of one competence looks like in somebody's work. */
export type LevelText = {
  readonly level: string;
  /** What a colleague could see me do, first person. */
  readonly statement: Text;
  /** One moment at a primary school; an illustration, no requirement. */
  readonly example: Text;
  /** A small act of at most two hours towards the level above. */
  readonly nextStep: Text;
};

/** The words for one function family or function (the key it stands under). */
export type Variant = { readonly title?: Text; readonly question?: Text; readonly levels: readonly LevelText[] };

/** A node of the framework's tree: an area with children, or a competence with levels. */
export type FrameworkNode = {
  readonly id: string;
  readonly code: string;
  readonly title: Text;
  readonly titleStatus: Readonly<{ nl: TextStatus; en: TextStatus }>;
  readonly description: Text;
  readonly question?: Text;
  readonly children?: readonly FrameworkNode[];
  readonly levels?: readonly LevelText[];
  /** Wording per function family or function id; the most specific one that exists is used. */
  readonly variants?: Readonly<Record<string, Variant>>;
};

/** How a competence is asked. */
export type QuestionForm = "choose-statement";

/** The named scoring rules; each is a pure function in `app/domain/assessment/scoring.ts`. */
export type ScoringRule = "level-as-chosen";

/** A way to ask and score a framework. */
export type Instrument = {
  readonly id: string;
  readonly title: Text;
  readonly form: QuestionForm;
  readonly scoring: ScoringRule;
  /** The rule in words, shown under "how is this calculated?". */
  readonly explanation: Text;
  readonly source: string;
  readonly status: TextStatus;
  /** Seconds one item takes, for the estimate of the time needed. */
  readonly secondsPerItem: number;
};

export type Framework = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  readonly title: Text;
  readonly shortTitle: Text;
  readonly description: Text;
  readonly source: Readonly<{ citation: string; publisher: string; year: number; doi?: string; isbn?: string; url?: string }>;
  readonly licence: Readonly<{ id: string; name: string; url?: string; adaptationAllowed: boolean | null; note: Text }>;
  readonly attribution: Text;
  readonly changes: Text;
  readonly endorsement: Text;
  readonly contact: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  /** One name per depth of the tree, top first. */
  readonly layers: readonly Readonly<{ id: string; title: Text; plural: Text }>[];
  readonly scale: Scale | null;
  readonly nodes: readonly FrameworkNode[];
  readonly instruments: readonly Instrument[];
};

/** A leaf of the tree with the area (top node) it stands in. */
export type Competence = { readonly node: FrameworkNode; readonly area: FrameworkNode };

/** All competences in the framework's own order. Walks without recursion, so depth is no danger. */
export function competencesOf(framework: Framework): Competence[] {
  const found: Competence[] = [];
  for (const area of framework.nodes) {
    const open: FrameworkNode[] = [area];
    while (open.length > 0) {
      const node = open.pop()!;
      if (node.children && node.children.length > 0) open.push(...[...node.children].reverse());
      else found.push({ node, area });
    }
  }
  return found;
}

/** The place of a level's code on the scale, 1 for the lowest; null when the scale has no such code. */
export function levelValue(scale: Scale, code: string): number | null {
  const place = scale.levels.findIndex((level) => level.code === code);
  return place === -1 ? null : place + 1;
}

/** "B1 Integrator": the code of the framework with its name; of a scale that is only numbered the name alone, because a level is no mark. */
export function levelName({ code, title }: Level, language: Language): string {
  return /^\d+$/.test(code) ? title[language] : `${code} ${title[language]}`;
}

/** The level at this place (1 = lowest), or null when there is none. */
export function levelAt(scale: Scale, value: number): Level | null {
  return scale.levels[value - 1] ?? null;
}

/** The words of a competence for somebody: those of the function, else of the family, else the general ones. */
export type Wording = { readonly title: Text; readonly question: Text | null; readonly description: Text | null; readonly levels: readonly LevelText[] };

/** A variant has words of its own work only: the general description is about somebody else's and is left out. */
export function wordingFor(node: FrameworkNode, family: string, functionId: string): Wording {
  const variant = node.variants?.[functionId] ?? node.variants?.[family];
  if (!variant) return { title: node.title, question: node.question ?? null, description: node.description, levels: node.levels ?? [] };
  return { title: variant.title ?? node.title, question: variant.question ?? node.question ?? null, description: null, levels: variant.levels };
}
