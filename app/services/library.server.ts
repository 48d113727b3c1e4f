import { may } from "#app/domain/access.ts";
import { askedAs } from "#app/domain/assessment/asked-as.ts";
import { minutesFor, pagesFor, type Audience, type Page } from "#app/domain/assessment/questionnaire.ts";
import { notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { answerScale, competencesOf, wordingFor, type Framework, type FrameworkNode, type Instrument, type TextStatus } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { newestOf } from "#app/domain/framework/upgrade.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { inLanguage, type Language, type Text } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { frameworkAt, isWithdrawn, profileFor, type Library } from "#app/services/frameworks.server.ts";

/** Whether the words of a framework may be adapted; "unknown" when no licence was found, "ours" when Groeikompas wrote them. */
export type LicenceState = "may-adapt" | "may-not-adapt" | "unknown" | "ours";

export type FrameworkCard = {
  readonly slug: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly licence: { readonly name: string; readonly state: LicenceState };
  /** Areas and competences, named as this framework names them ("6 gebieden"). */
  readonly layers: readonly { readonly name: string; readonly count: number }[];
  readonly levels: number;
  /** Steps to answer on, where the framework has no levels but a questionnaire brings its own; else 0. */
  readonly steps: number;
  readonly scaleStatus: TextStatus | null;
  readonly instruments: readonly string[];
  readonly profiles: readonly { readonly title: string; readonly version: string }[];
  readonly reviewBy: string;
  readonly overdue: boolean;
  /** What takes the place of this source, in the publisher's citation and our words. */
  readonly superseded: { readonly citation: string; readonly note: string } | null;
  /** The numbers of its earlier versions, the latest first. */
  readonly older: readonly string[];
  /** What it is an adaptation of. */
  readonly derivedFrom: string | null;
};

/** The frameworks that a board can use, one card each, in its newest version: those of the product and its own. */
export function listLibrary(ctx: Context): FrameworkCard[] {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const offered = ctx.library.frameworks.filter((framework) => !isWithdrawn(ctx.library, framework));
  const versionsOf = (slug: string) => offered.filter((each) => each.slug === slug);
  return offered.filter((framework) => newestOf(versionsOf(framework.slug)) === framework).map((framework) => cardOf(framework, ctx)).sort((a, b) => a.title.localeCompare(b.title, ctx.actor.language));
}

function cardOf(framework: Framework, { actor: { language }, now, library }: Context): FrameworkCard {
  const say = (text: Text) => inLanguage(text, language);
  const steps = framework.scale ?? framework.progression;
  return {
    slug: framework.slug,
    version: framework.version,
    title: say(framework.title),
    description: say(framework.description),
    licence: { name: framework.licence.name, state: licenceState(framework) },
    layers: framework.layers.map(({ title, plural }, depth) => {
      const count = nodesAt(framework, depth);
      return { name: say(count === 1 ? title : plural), count };
    }),
    levels: steps?.levels.length ?? 0,
    steps: steps ? 0 : Math.max(0, ...framework.instruments.map(({ scale }) => scale?.levels.length ?? 0)),
    scaleStatus: steps?.status ?? null,
    instruments: framework.instruments.map(({ title }) => say(title)),
    profiles: profilesOf(framework, library).map(({ title, version }) => ({ title: say(title), version })),
    reviewBy: framework.reviewBy,
    overdue: framework.reviewBy < isoDay(now),
    superseded: framework.supersededBy ? { citation: framework.supersededBy.citation, note: say(framework.supersededBy.note) } : null,
    older: library.frameworks.filter((each) => each.slug === framework.slug && compareVersions(each.version, framework.version) < 0 && !isWithdrawn(library, each)).map(({ version }) => version).reverse(),
    derivedFrom: framework.derivedFrom ? `${say(frameworkAt(framework.derivedFrom.slug, framework.derivedFrom.version, library)?.title ?? { nl: framework.derivedFrom.slug, en: framework.derivedFrom.slug })} ${framework.derivedFrom.version}` : null,
  };
}

function licenceState({ licence: { adaptationAllowed }, source: { publisher } }: Framework): LicenceState {
  if (publisher === "Groeikompas") return "ours";
  return adaptationAllowed === null ? "unknown" : adaptationAllowed ? "may-adapt" : "may-not-adapt";
}

function nodesAt(framework: Framework, depth: number): number {
  let level = framework.nodes;
  for (let below = 0; below < depth; below += 1) level = level.flatMap(({ children }) => children ?? []);
  return level.length;
}

function profilesOf(framework: Framework, library: Library): Profile[] {
  return library.profiles.filter((each) => each.framework === framework.slug && each.frameworkVersion === framework.version);
}

/** How long the questions take one function group: all of them, and the short choice. */
export type Asked = { readonly key: string; readonly who: string; readonly items: number; readonly minutes: number; readonly shortItems: number; readonly shortMinutes: number };
export type CompetenceView = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleStatus: TextStatus;
  readonly question: string;
  /** Added by the board to a framework of somebody else; never compared with others. */
  readonly extra: boolean;
  readonly asked: boolean;
  readonly target: { readonly code: string; readonly title: string } | null;
  /** What makes up the competence, where the instrument asks about that. */
  readonly objectives: readonly { readonly code: string; readonly statement: string }[];
  readonly levels: readonly { readonly code: string; readonly title: string; readonly statement: string }[];
};
export type AreaView = { readonly id: string; readonly title: string; readonly titleStatus: TextStatus; readonly competences: readonly CompetenceView[] };
export type FrameworkView = {
  readonly card: FrameworkCard;
  /** There are other versions to lay beside this one. */
  readonly compared: boolean;
  readonly facts: Readonly<Record<"attribution" | "changes" | "endorsement" | "licenceNote" | "citation" | "reviewed" | "hash", string>> & { readonly url: string | null };
  readonly scale: readonly { readonly code: string; readonly title: string; readonly description: string }[];
  readonly instruments: readonly { readonly title: string; readonly explanation: string; readonly source: string }[];
  readonly profiles: readonly { readonly title: string; readonly version: string; readonly reasoning: string }[];
  readonly groups: readonly Asked[];
  readonly as: string | null;
  readonly areas: readonly AreaView[];
  /** The first question as this group meets it. */
  readonly sample: { readonly title: string; readonly question: string; readonly objectives: readonly string[]; readonly choices: readonly { readonly value: number; readonly statement: string; readonly example: string | undefined }[] } | null;
};

/** One framework with its whole tree in the words of one function group, to look at before a round. @throws not found */
export function openFramework(ctx: Context, slug: string, version: string, as: string | null): FrameworkView {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const framework = frameworkAt(slug, version, ctx.library);
  if (!framework) throw notFound();
  const { language } = ctx.actor;
  const say = (text: Text) => inLanguage(text, language);
  const profiles = profilesOf(framework, ctx.library);
  const groups = askedAs(framework, (instrument) => profileFor(framework, instrument, ctx.library));
  const chosen = groups.find(({ key }) => key === as) ?? groups[0] ?? null;
  const pages = chosen ? pagesFor(framework, chosen.profile, chosen.audience) : [];
  const first = pages[0];
  const instrument = chosen?.instrument ?? framework.instruments[0]!;
  const scale = answerScale(framework, instrument);
  return {
    card: cardOf(framework, ctx),
    compared: ctx.library.frameworks.some((each) => each.slug === slug && each.version !== framework.version),
    facts: {
      attribution: say(framework.attribution),
      changes: say(framework.changes),
      endorsement: say(framework.endorsement),
      licenceNote: say(framework.licence.note),
      citation: framework.source.citation,
      url: framework.source.url ?? null,
      reviewed: framework.reviewed,
      hash: ctx.library.hashes[`${framework.slug}/${framework.version}.json`] ?? "",
    },
    scale: (scale?.levels ?? []).map(({ code, title, description }) => ({ code, title: say(title), description: say(description) })),
    instruments: framework.instruments.map(({ title, explanation, source }) => ({ title: say(title), explanation: say(explanation), source })),
    profiles: profiles.map(({ title, version: of, reasoning }) => ({ title: say(title), version: of, reasoning: say(reasoning) })),
    groups: groups.map(({ key, who, audience, profile, instrument }) => {
      const [all, short] = (["all", "short"] as const).map((mode) => pagesFor(framework, profile, audience, mode).length) as [number, number];
      return { key, who: say(who), items: all, minutes: minutesFor(all, instrument), shortItems: short, shortMinutes: minutesFor(short, instrument) };
    }),
    as: chosen?.key ?? null,
    areas: areasIn(framework, instrument, chosen?.audience ?? null, pages, language),
    sample: first ? { title: say(first.title), question: say(first.question), objectives: first.objectives.map(say), choices: first.choices.map(({ value, statement, example }) => ({ value, statement: say(statement), example: example ? say(example) : undefined })) } : null,
  };
}

/** The whole tree in the words of one function group, with what it is asked. */
export function areasIn(framework: Framework, instrument: Instrument, audience: Audience | null, pages: readonly Page[], language: Language): AreaView[] {
  const say = (text: Text) => inLanguage(text, language);
  const levelOf = (node: FrameworkNode) => {
    const page = pages.find(({ competenceId }) => competenceId === node.id);
    const wording = wordingFor(framework, instrument, node, audience?.family ?? "", audience?.functionId ?? "");
    const scale = answerScale(framework, instrument);
    const named = (code: string) => scale?.levels.find((level) => level.code === code);
    const target = page?.target ? scale?.levels[page.target - 1] : undefined;
    return {
      id: node.id,
      code: node.code,
      title: say(wording.title),
      extra: node.extra ?? false,
      titleStatus: wording.title === node.title ? node.titleStatus[language] : ("ours" as const),
      question: say(wording.question ?? wording.title),
      asked: page !== undefined,
      target: target ? { code: target.code, title: say(target.title) } : null,
      objectives: wording.objectives.map(({ code, statement }) => ({ code, statement: say(statement) })),
      levels: wording.levels.map(({ level, statement }) => ({ code: level, title: named(level) ? say(named(level)!.title) : level, statement: say(statement) })),
    };
  };
  return framework.nodes.map((area) => ({
    id: area.id,
    title: say(area.title),
    titleStatus: area.titleStatus[language],
    competences: competencesOf(framework).filter((each) => each.area === area).map(({ node }) => levelOf(node)),
  }));
}
