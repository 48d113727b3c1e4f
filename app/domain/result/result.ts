import type { Reason } from "#app/domain/assessment/answers.ts";
import { competencesOf, levelName, levelValue, wordingFor, type Framework, type Instrument } from "#app/domain/framework/framework.ts";
import type { Language } from "#app/domain/text.ts";
import type { Goal } from "./goal.ts";
import { gapBetween, growthChanceOf, strengthsOf, whyGrowth, type Gap, type WhyGrowth } from "./gap.ts";

/** What was frozen at hand-in for one competence. */
export type FrozenAnswer = { readonly competenceId: string; readonly level: number | null; readonly reason: Reason | null; readonly wish: boolean; readonly target: number | null; readonly weight: number };

/** One handed-in self-assessment with the framework version it was made on. */
export type HandedIn = { readonly handedInAt: Date; readonly framework: Framework; readonly family: string; readonly functionId: string; readonly answers: readonly FrozenAnswer[] };

/** The answer of the time before: only when it can be laid beside this one. */
export type Before = { readonly level: number | null; readonly reason: Reason | null };

/** One competence on the result page, in the reader's language and the words of the own work. */
export type ResultLine = Gap & { readonly title: string; /** The sentence that was chosen. */ readonly statement: string | null; readonly before: Before | null };
export type ResultArea = { readonly id: string; readonly title: string; readonly lines: readonly ResultLine[] };

/** What page one is about: something to grow in, something to share, or nothing to go on. */
export type Situation = "grow" | "share" | "no-target" | "no-level";
/** What the next step is about: the growth chance, or the strength to share. */
export type Focus = { readonly competenceId: string; readonly title: string; readonly nextStep: string | null; /** The statement of the level above. */ readonly ahead: string | null };

/** Who else sees something of this, and whether it counts in figures about groups of at least `threshold` people. */
export type SeenBy = { readonly kind: "self" } | { readonly kind: "counted" | "not-counted"; readonly threshold: number };

/** What every figure on the page comes with: where it is from and by which rule it was made. */
export type Colophon = {
  readonly framework: string;
  readonly version: string;
  readonly profile: string;
  readonly rule: string;
  /** What the framework calls its smallest part: "competentie", "competenties". */
  readonly noun: { readonly one: string; readonly many: string };
  readonly attribution: string;
  readonly endorsement: string;
  /** One or more sentences. */
  readonly licence: string;
};

/** The whole result page, in the reader's language. */
export type ResultPage = PersonalResult & {
  readonly assessmentId: string;
  readonly handedInAt: Date;
  readonly short: boolean;
  readonly seenBy: SeenBy;
  readonly colophon: Colophon;
  /** The step that was planned from this page: the open one, else the last that was done. */
  readonly goal: Goal | null;
  readonly activeGoals: number;
  /** The days a step can be planned on, and the one to propose. */
  readonly days: { readonly first: string; readonly last: string; readonly proposed: string };
};

export type PersonalResult = {
  readonly situation: Situation;
  /** Titles of the scale, lowest first. */
  readonly levels: readonly string[];
  readonly areas: readonly ResultArea[];
  readonly strengths: readonly string[];
  readonly focus: Focus | null;
  readonly why: WhyGrowth | null;
  readonly previous: { readonly handedInAt: Date; readonly version: string; readonly comparable: boolean; /** Asked then, not now. */ readonly notAgain: readonly string[] } | null;
};

/**
 * The result of one person from what was frozen. Levels, targets and weights come from the frozen rows and the words from
 * the pinned framework version, so a profile that changes later changes nothing here. Order is the framework's.
 */
export function personalResult(now: HandedIn, before: HandedIn | null, language: Language): PersonalResult {
  const frozen = new Map(now.answers.map((each) => [each.competenceId, each]));
  const scaleOf = ({ framework }: HandedIn) => framework.scale!;
  const comparable = before !== null && scaleOf(before).id === scaleOf(now).id && scaleOf(before).levels.length === scaleOf(now).levels.length;
  const then = new Map(comparable ? before.answers.map((each) => [each.competenceId, each]) : []);
  const areas = new Map<string, { id: string; title: string; lines: ResultLine[] }>();
  const words = new Map<string, ReturnType<typeof wordingFor>>();
  for (const { node, area } of competencesOf(now.framework)) {
    const answer = frozen.get(node.id);
    if (!answer) continue;
    const wording = wordingFor(node, now.family, now.functionId);
    words.set(node.id, wording);
    const earlier = then.get(node.id);
    const into = areas.get(area.id) ?? { id: area.id, title: area.title[language], lines: [] };
    areas.set(area.id, into);
    into.lines.push({
      ...answer,
      gap: gapBetween(answer.level, answer.target),
      title: wording.title[language],
      statement: textAt(now.framework, wording, answer.level)?.statement[language] ?? null,
      before: earlier ? { level: earlier.level, reason: earlier.reason } : null,
    });
  }
  const lines = [...areas.values()].flatMap((area) => area.lines);
  const strengths = strengthsOf(lines);
  const growth = growthChanceOf(lines);
  const situation = situationOf(lines, growth);
  const about = growth ?? (situation === "share" ? strengths[0]! : null);
  const wording = about && words.get(about.competenceId)!;
  return {
    situation,
    levels: scaleOf(now).levels.map((level) => levelName(level, language)),
    areas: [...areas.values()],
    strengths: strengths.map(({ competenceId }) => competenceId),
    focus: about && wording && {
      competenceId: about.competenceId,
      title: wording.title[language],
      nextStep: growth ? (textAt(now.framework, wording, about.level)?.nextStep[language] ?? null) : null,
      ahead: growth ? (textAt(now.framework, wording, about.level! + 1)?.statement[language] ?? null) : null,
    },
    why: growth && whyGrowth(lines, growth),
    previous: before && { handedInAt: before.handedInAt, version: before.framework.version, comparable, notAgain: comparable ? titlesOf(before, frozen, language) : [] },
  };
}

function situationOf(lines: readonly Gap[], growth: Gap | null): Situation {
  if (growth) return "grow";
  if (lines.some(({ gap }) => gap !== null)) return "share";
  return lines.some(({ level }) => level !== null) ? "no-target" : "no-level";
}

function textAt(framework: Framework, { levels }: ReturnType<typeof wordingFor>, value: number | null) {
  return value === null ? undefined : levels.find(({ level }) => levelValue(framework.scale!, level) === value);
}

function titlesOf({ framework, family, functionId, answers }: HandedIn, known: ReadonlyMap<string, unknown>, language: Language): string[] {
  const asked = new Set(answers.map(({ competenceId }) => competenceId));
  return competencesOf(framework).flatMap(({ node }) => (asked.has(node.id) && !known.has(node.id) ? [wordingFor(node, family, functionId).title[language]] : []));
}

/** Source, rule and licence of a framework version, as they stand under a result. */
export function colophonOf(framework: Framework, instrument: Instrument, profile: string, language: Language): Colophon {
  const { licence } = framework;
  const smallest = framework.layers[framework.layers.length - 1]!;
  return {
    framework: framework.shortTitle[language],
    version: framework.version,
    profile,
    rule: instrument.explanation[language],
    noun: { one: smallest.title[language], many: smallest.plural[language] },
    attribution: framework.attribution[language],
    endorsement: framework.endorsement[language],
    // Of a licence that nobody could check the note says so; its name says nothing.
    licence: licence.adaptationAllowed === null ? licence.note[language] : language === "nl" ? `Licentie van het raamwerk (officiële naam): ‘${licence.name}’.` : `Licence of the framework (official name): ‘${licence.name}’.`,
  };
}
