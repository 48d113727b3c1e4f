import type { Upgrade } from "#app/domain/framework/upgrade.ts";
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
  /** What a colleague could see me do, first person. In an instrument's items it may be left out: then the scale's own words for the step are used. */
  readonly statement?: Text;
  /** One moment at a primary school; an illustration, no requirement. Instruments that ask points have none. */
  readonly example?: Text;
  /** A small act of at most two hours towards the level above. Frameworks that were brought in may have none. */
  readonly nextStep?: Text;
};

/** One thing somebody can do, of several that make up a competence; `code` is the publisher's. */
export type Objective = { readonly code: string; readonly statement: Text };

/** The words for one function family or function (the key it stands under). */
export type Variant = { readonly title?: Text; readonly description?: Text; readonly question?: Text; readonly objectives?: readonly Objective[]; readonly levels?: readonly LevelText[] };

/** What a link of a node says about its target: SKOS's five, and what other formats know besides. */
export const linkRelations = ["exact", "close", "broader", "narrower", "related", "part-of", "precedes", "replaced-by", "exemplar", "skill-level", "other"] as const;

/** A pointer that the source gave: to another publication, or to a node of this framework ("#id"). Nothing is computed from it; crosswalks do that. */
export type NodeLink = { readonly relation: (typeof linkRelations)[number]; readonly target: string; readonly title?: string };

/** A node of the framework's tree: an area with children, or a competence with levels. */
export type FrameworkNode = {
  readonly id: string;
  readonly code: string;
  readonly title: Text;
  readonly titleStatus: Readonly<{ nl: TextStatus; en: TextStatus }>;
  readonly description: Text;
  readonly question?: Text;
  readonly children?: readonly FrameworkNode[];
  /** Added by a board to a framework of somebody else: asked and shown there, never compared with others. */
  readonly extra?: true;
  /** The step of the framework's progression that this competence stands on. */
  readonly progression?: string;
  /** What makes up the competence, where the publisher lists it; judged together. */
  readonly objectives?: readonly Objective[];
  readonly levels?: readonly LevelText[];
  /** Wording per function family or function id; the most specific one that exists is used. */
  readonly variants?: Readonly<Record<string, Variant>>;
  readonly links?: readonly NodeLink[];
};

/**
 * How a competence is asked. choose-statement: a sentence per level of the framework's scale. choose-option: a sentence per
 * number of points. rate-block: how much of the objectives somebody does.
 */
export type QuestionForm = "choose-statement" | "choose-option" | "rate-block";

/** The named scoring rules; each is a pure function in `app/domain/assessment/scoring.ts`. */
export type ScoringRule = "level-as-chosen" | "points-in-bands" | "blocks-mastered";

/** From how many points a level of the framework's scale begins; the first of a list begins at 0. */
export type Band = { readonly level: string; readonly from: number };
export type Bands = { readonly total: readonly Band[]; readonly areas: Readonly<Record<string, readonly Band[]>>; readonly source: string };

/** How an instrument words one competence, where it has words of its own. */
export type InstrumentItem = Variant & { readonly levels: readonly LevelText[]; readonly variants?: Readonly<Record<string, Variant>> };

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
  /** What is asked above the answers, where "how much of this do you do?" does not fit what is listed. */
  readonly prompt?: Text;
  /** The steps of an answer where they are not the framework's own scale. */
  readonly scale?: Scale;
  /** The number that the lowest step has in files and commands: 1 unless told. Inside, a value always counts from 1. */
  readonly lowest?: 0 | 1;
  /** Words by competence id; needed with an own scale. */
  readonly items?: Readonly<Record<string, InstrumentItem>>;
  /** Only with "points-in-bands". */
  readonly bands?: Bands;
};

export type Framework = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  /** The only language it is written in; absent when it is in both. In memory the other language then holds the same words. */
  readonly languages?: readonly Language[];
  /** The framework and version that this one is an adaptation of. */
  readonly derivedFrom?: Readonly<{ slug: string; version: string }>;
  /** What became of the parts of an older version, where that is more than other words. */
  readonly upgrade?: Upgrade;
  /** A newer publication that takes the place of this source. */
  readonly supersededBy?: Readonly<{ citation: string; year: number; doi?: string; url?: string; note: Text }>;
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
  /** Steps that competences themselves stand on (a block of "Deepen"); no scale to answer on. */
  readonly progression?: Scale;
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

/** "B1 Integrator": a published code with its name; a number ("2") or a word of ours ("partly") says less than the name, which then stands alone. */
export function levelName({ code, title }: Level, language: Language): string {
  return hasOwnName(code) ? `${code} ${title[language]}` : title[language];
}

/** The short name of a step: the code where it says something ("B1"), else the title. */
export function stepName({ code, title }: Level, language: Language): string {
  return hasOwnName(code) ? code : title[language];
}

const hasOwnName = (code: string) => /^[A-Z]/.test(code);

/** The level at this place (1 = lowest), or null when there is none. */
export function levelAt(scale: Scale, value: number): Level | null {
  return scale.levels[value - 1] ?? null;
}

/** The steps somebody answers on: the instrument's own, else the framework's; null when there is neither. */
export function answerScale(framework: Framework, instrument: Instrument): Scale | null {
  return instrument.scale ?? framework.scale;
}

/** What a questionnaire is called: the framework's short name; of a second instrument the instrument's own title. */
export function questionnaireTitle({ instruments, shortTitle }: Framework, { id, title }: Instrument): Text {
  return instruments[0]?.id === id ? shortTitle : title;
}

/** The same by the instrument's id; the framework's short name when there is no such instrument. */
export function titleOfInstrument(framework: Framework, instrumentId: string): Text {
  const instrument = instrumentOf(framework, instrumentId);
  return instrument ? questionnaireTitle(framework, instrument) : framework.shortTitle;
}

/** The instrument with this id, or null. */
export function instrumentOf(framework: Framework, id: string): Instrument | null {
  return framework.instruments.find((each) => each.id === id) ?? null;
}

/** A level in somebody's words, complete: where an item has no statement, the step's own words stand. */
export type WordedLevel = { readonly level: string; readonly statement: Text; readonly example: Text | null; readonly nextStep: Text | null };

/** The words of a competence for somebody: those of the function, else of the family, else the general ones. */
export type Wording = { readonly title: Text; readonly question: Text | null; readonly description: Text | null; readonly objectives: readonly Objective[]; readonly levels: readonly WordedLevel[] };

/** A variant has words of its own work only: without a description of its own it has none, since the general description is about somebody else's and is left out. */
export function wordingFor(framework: Framework, instrument: Instrument, node: FrameworkNode, family: string, functionId: string): Wording {
  const variant = node.variants?.[functionId] ?? node.variants?.[family];
  const item = instrument.items?.[node.id];
  const itemVariant = item?.variants?.[functionId] ?? item?.variants?.[family];
  const levels = itemVariant?.levels ?? item?.levels ?? variant?.levels ?? node.levels ?? [];
  return {
    title: variant?.title ?? node.title,
    question: itemVariant?.question ?? item?.question ?? variant?.question ?? node.question ?? null,
    description: variant ? (variant.description ?? null) : saysMore(node) ? node.description : null,
    objectives: instrument.form === "rate-block" ? (variant?.objectives ?? node.objectives ?? []) : [],
    levels: levels.map((text) => ({ level: text.level, statement: text.statement ?? stepWords(answerScale(framework, instrument), text.level), example: text.example ?? null, nextStep: text.nextStep ?? null })),
  };
}

/** Frameworks that were brought in may have nothing but titles; the same words twice would only be in the way. */
function saysMore({ title, description }: FrameworkNode): boolean {
  return description.nl !== title.nl || description.en !== title.en;
}

function stepWords(scale: Scale | null, code: string): Text {
  return scale?.levels.find((level) => level.code === code)?.description ?? { nl: code, en: code };
}
