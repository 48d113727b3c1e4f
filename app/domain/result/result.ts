import type { Reason } from "#app/domain/assessment/answers.ts";
import { answerScale, competencesOf, levelName, levelValue, questionnaireTitle, wordingFor, type Framework, type Instrument, type Level, type Wording } from "#app/domain/framework/framework.ts";
import { derivedStep, pointsIn, type Points } from "#app/domain/assessment/overall.ts";
import type { Language } from "#app/domain/text.ts";
import type { Goal } from "./goal.ts";
import { lastTime } from "./last-time.ts";
import { gapBetween, growthChanceOf, hasTargets, strengthsOf, whyGrowth, type Gap, type WhyGrowth } from "./gap.ts";

/** What was frozen at hand-in for one competence. */
export type FrozenAnswer = { readonly competenceId: string; readonly level: number | null; readonly reason: Reason | null; readonly wish: boolean; readonly target: number | null; readonly weight: number };

/** One handed-in self-assessment with the framework version it was made on. */
export type HandedIn = { readonly handedInAt: Date; readonly framework: Framework; readonly instrument: Instrument; readonly family: string; readonly functionId: string; readonly answers: readonly FrozenAnswer[] };

/** The answer of the time before: only when it can be laid beside this one. */
export type Before = { readonly level: number | null; readonly reason: Reason | null; /** Asked in other words then. */ readonly reworded: boolean };

/** Why an answer of now has nothing to stand beside: this version added the question, or made it of one or several others. */
export type BeginsHere = "new" | "split" | "merged";
/** A question of then that this version does not ask any more, in the words of then, with what came of it. */
export type Stopped = { readonly title: string; readonly why: "gone" | "split" | "merged"; readonly into: readonly string[] };

/** One competence on the result page, in the reader's language and the words of the own work. */
export type ResultLine = Gap & { readonly title: string; /** The sentence that was chosen. */ readonly statement: string | null; /** What belongs to it, where the instrument asks about that. */ readonly objectives: readonly string[]; readonly before: Before | null; readonly begins: BeginsHere | null };
/**
 * What the instrument says of an area as a whole. indicative: points with a level that is a hint only.
 * derived: a level made of its blocks by a rule of ours; null when the first block is not done in full.
 */
export type Standing = { readonly kind: "indicative"; readonly points: number; readonly max: number; readonly level: string | null } | { readonly kind: "derived"; readonly level: string | null };
export type ResultArea = { readonly id: string; readonly title: string; readonly lines: readonly ResultLine[]; readonly standing: Standing | null };
/** Points over everything; `level` is null when not every item has points. */
export type Total = { readonly points: number; readonly max: number; readonly level: string | null };

/** What page one is about: something to grow in, something to share, or nothing to go on. */
export type Situation = "grow" | "share" | "no-target" | "no-level";
/** What the next step is about: the growth chance, or the strength to share. */
export type Focus = { readonly competenceId: string; readonly title: string; readonly nextStep: string | null; /** The statement of the level above. */ readonly ahead: string | null; /** What belongs to it, where the instrument asks about that. */ readonly objectives: readonly string[] };

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
  /** Another framework that asks something of this person has a question like one of these. */
  readonly reachesOthers: boolean;
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
  /** The number the lowest level stands for: 0 where it is nothing (no points, not yet). */
  readonly lowest: 0 | 1;
  readonly areas: readonly ResultArea[];
  /** Only for an instrument that adds up points; never on page one. */
  readonly total: Total | null;
  /** False when the instrument sets no targets: then there are no words like "on target" either. */
  readonly hasTargets: boolean;
  /** Questions were thought over; nobody said what they can do. */
  readonly reflects: boolean;
  readonly strengths: readonly string[];
  readonly focus: Focus | null;
  readonly why: WhyGrowth | null;
  readonly previous: { readonly handedInAt: Date; readonly version: string; readonly comparable: boolean; /** Asked then, not now. */ readonly notAgain: readonly string[]; readonly stopped: readonly Stopped[] } | null;
};

/**
 * The result of one person from what was frozen. Levels, targets and weights come from the frozen rows and the words from
 * the pinned framework version, so a profile that changes later changes nothing here. Order is the framework's.
 * @param versions all versions of the framework that are known, to follow a question through those between then and now
 */
export function personalResult(now: HandedIn, before: HandedIn | null, language: Language, versions: readonly Framework[] = []): PersonalResult {
  const frozen = new Map(now.answers.map((each) => [each.competenceId, each]));
  const scaleOf = ({ framework, instrument }: HandedIn) => answerScale(framework, instrument)!;
  const highest = scaleOf(now).levels.length;
  const { previous, beforeOf, beginsAt } = lastTime(now, before, language, versions);
  const { standingOf, total } = overall(now, language);
  const areas = new Map<string, { id: string; title: string; lines: ResultLine[]; standing: Standing | null }>();
  const words = new Map<string, Wording>();
  for (const { node, area } of competencesOf(now.framework)) {
    const answer = frozen.get(node.id);
    if (!answer) continue;
    const wording = wordingFor(now.framework, now.instrument, node, now.family, now.functionId);
    words.set(node.id, wording);
    const into = areas.get(area.id) ?? { id: area.id, title: area.title[language], lines: [], standing: standingOf(area.id) };
    areas.set(area.id, into);
    into.lines.push({
      ...answer,
      gap: gapBetween(answer.level, answer.target),
      title: wording.title[language],
      statement: textAt(now, wording, answer.level)?.statement[language] ?? null,
      // With a prompt of its own the list holds questions; then the chosen sentence says more.
      objectives: now.instrument.prompt ? [] : wording.objectives.map(({ statement }) => statement[language]),
      before: beforeOf(node.id),
      begins: beginsAt(node.id),
    });
  }
  const lines = [...areas.values()].flatMap((area) => area.lines);
  const growth = growthChanceOf(lines, highest);
  // Without targets nothing parts the two, so what is to grow in is not also called a strength.
  const strengths = strengthsOf(hasTargets(lines) ? lines : lines.filter((each) => each.competenceId !== growth?.competenceId));
  const situation = situationOf(lines, growth);
  const about = growth ?? (situation === "share" ? strengths[0]! : null);
  const wording = about && words.get(about.competenceId)!;
  return {
    situation,
    levels: scaleOf(now).levels.map((level) => levelName(level, language)),
    lowest: now.instrument.lowest ?? 1,
    areas: [...areas.values()],
    total,
    hasTargets: hasTargets(lines),
    reflects: now.instrument.prompt !== undefined,
    strengths: strengths.map(({ competenceId }) => competenceId),
    focus: about && wording && {
      competenceId: about.competenceId,
      title: wording.title[language],
      nextStep: growth ? (textAt(now, wording, about.level)?.nextStep?.[language] ?? null) : null,
      ahead: growth ? aheadOf(now, wording, about.level! + 1, language) : null,
      objectives: wording.objectives.map(({ statement }) => statement[language]),
    },
    why: growth && whyGrowth(lines, growth, highest),
    previous,
  };
}

function situationOf(lines: readonly Gap[], growth: Gap | null): Situation {
  if (growth) return "grow";
  if (lines.some(({ gap }) => gap !== null)) return "share";
  return lines.some(({ level }) => level !== null) ? "no-target" : "no-level";
}

function textAt({ framework, instrument }: HandedIn, { levels }: Wording, value: number | null) {
  return value === null ? undefined : levels.find(({ level }) => levelValue(answerScale(framework, instrument)!, level) === value);
}

/** The sentence of the level above; null where that is only the step's own name for "all of it", and what belongs to it is listed. */
function aheadOf(now: HandedIn, wording: Wording, value: number, language: Language): string | null {
  const statement = textAt(now, wording, value)?.statement;
  const step = answerScale(now.framework, now.instrument)!.levels[value - 1];
  return !statement || (wording.objectives.length > 0 && !now.instrument.prompt && statement === step?.description) ? null : statement[language];
}

/** What the instrument's rule says over areas and over everything, from the frozen answers. */
function overall({ framework, instrument, answers }: HandedIn, language: Language): { readonly standingOf: (areaId: string) => Standing | null; readonly total: Total | null } {
  const values = new Map(answers.map(({ competenceId, level }) => [competenceId, level]));
  const valueOf = (id: string) => values.get(id) ?? null;
  const title = (level: Level | null) => level && level.title[language];
  const inWords = ({ points, max, level }: Points): Total => ({ points, max, level: level && levelName(level, language) });
  switch (instrument.scoring) {
    case "level-as-chosen":
      return { standingOf: () => null, total: null };
    case "points-in-bands": {
      const { total, areas } = pointsIn(framework, instrument, valueOf);
      const standings = new Map(areas.map(({ id, ...points }) => [id, inWords(points)]));
      return { standingOf: (id) => ({ kind: "indicative", ...standings.get(id)! }), total: inWords(total) };
    }
    case "blocks-mastered": {
      // Blocks that stand on no steps add up to nothing.
      if (!framework.progression) return { standingOf: () => null, total: null };
      const steps = new Map(framework.nodes.map((area) => [area.id, derivedStep(framework, instrument, area, valueOf)]));
      return { standingOf: (id) => ({ kind: "derived", level: title(steps.get(id) ?? null) }), total: null };
    }
  }
}

/** Source, rule and licence of a framework version, as they stand under a result. */
export function colophonOf(framework: Framework, instrument: Instrument, profile: string, language: Language): Colophon {
  const { licence } = framework;
  const smallest = framework.layers[framework.layers.length - 1]!;
  return {
    framework: questionnaireTitle(framework, instrument)[language],
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
