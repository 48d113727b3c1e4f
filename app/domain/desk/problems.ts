import { spokenIn, structureProblems, type Draft } from "#app/domain/desk/draft.ts";
import { leftovers } from "#app/domain/desk/leftovers.ts";
import { upgradeSentence } from "#app/domain/desk/lineage.ts";
import { sentenceFor } from "#app/domain/desk/problem-words.ts";
import { mappingProblems, upgradeProblems } from "#app/domain/framework/check-upgrade.ts";
import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { inEither, type Language, type Text } from "#app/domain/text.ts";

/** Where in the desk something is mended. */
export type Place =
  | { readonly on: "node"; readonly id: string; readonly group: string | null }
  | { readonly on: "scale" }
  | { readonly on: "facts" }
  | { readonly on: "former" }
  | { readonly on: "matrix"; readonly instrument: string };
/** What the program can do about it by itself, when somebody presses the button. */
export type Repair =
  | { readonly act: "new-id"; readonly id: string }
  | { readonly act: "new-code"; readonly id: string }
  | { readonly act: "level-texts"; readonly id: string }
  | { readonly act: "drop-instrument"; readonly id: string }
  | { readonly act: "drop-words"; readonly id: string; readonly group: string };
/** One thing that keeps a draft from being published, for people. */
export type DeskProblem = { readonly place: Place; readonly sentence: Text; readonly repair: Repair | null };

/**
 * Everything that has to be mended before a draft can be published, in the order of the document. An empty list: all is well.
 * @param former the version that it follows, when there is one: what is said of it has to hold too
 */
export function problemsOf(draft: Draft, former: Framework | null = null): DeskProblem[] {
  const { framework, profiles } = structureProblems(draft);
  return [
    ...factGaps(draft),
    ...nodeGaps(draft),
    ...framework.filter(({ where }) => !where.startsWith("upgrade.")).map(({ where, reason }) => problemFor(draft, where, reason)),
    ...lineageProblems(draft, former),
    ...profiles.flatMap(({ instrument, problems }) => problems.map(({ where, reason }): DeskProblem => ({ place: { on: "matrix", instrument }, sentence: sentenceFor(reason, where), repair: null }))),
    ...(draft.framework.licence.adaptationAllowed === null ? [noLicence] : []),
    ...leftovers(draft),
  ];
}

const noLicence: DeskProblem = { place: { on: "facts" }, sentence: { nl: "Er is nog geen licentie gekozen. Kies wat anderen met dit raamwerk mogen.", en: "No licence has been chosen yet. Choose what others may do with this framework." }, repair: null };

/** What was said of the version before and does not hold. */
function lineageProblems({ framework }: Draft, former: Framework | null): DeskProblem[] {
  return [...upgradeProblems(framework), ...mappingProblems(framework, former)].map(({ where, reason }) => ({ place: { on: "former" }, sentence: upgradeSentence(framework, former, where, reason), repair: null }));
}

/** How many texts of a part are empty, in the languages of the draft. */
function gapsIn(value: unknown, spoken: readonly Language[]): number {
  if (typeof value === "string") return value === "" ? 1 : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + gapsIn(each, spoken), 0);
  if (typeof value !== "object" || value === null) return 0;
  const entries = Object.entries(value);
  const isText = entries.length === 2 && entries.every(([key, part]) => (key === "nl" || key === "en") && typeof part === "string");
  return entries.reduce((sum, [key, part]) => (isText && !spoken.includes(key as Language) ? sum : sum + gapsIn(part as unknown, spoken)), 0);
}

const missing = (count: number, nl: string, en: string): Text => ({
  nl: count === 1 ? `${nl}: er moet nog 1 tekst worden geschreven.` : `${nl}: er moeten nog ${count} teksten worden geschreven.`,
  en: count === 1 ? `${en}: 1 text still has to be written.` : `${en}: ${count} texts still have to be written.`,
});

function factGaps(draft: Draft): DeskProblem[] {
  const { nodes: _nodes, instruments, scale, progression, ...facts } = draft.framework;
  const spoken = spokenIn(draft.framework);
  const asking = instruments.map(({ title, explanation, prompt }) => ({ title, explanation, prompt }));
  const about = gapsIn([facts, asking], spoken) + gapsIn(draft.profiles, ["nl", "en"]);
  const steps = gapsIn([scale, progression, instruments.map((each) => each.scale)], spoken);
  return [
    ...(about > 0 ? [{ place: { on: "facts" } as const, sentence: missing(about, "Naam, bron en licentie", "Name, source and licence"), repair: null }] : []),
    ...(steps > 0 ? [{ place: { on: "scale" } as const, sentence: missing(steps, "De niveaus", "The levels"), repair: null }] : []),
  ];
}

/** Texts still to be written, one line per node and wording. */
function nodeGaps({ framework }: Draft): DeskProblem[] {
  const spoken = spokenIn(framework);
  return [...placesOf(framework).values()].flatMap(({ node }) => {
    const { children: _children, variants = {}, ...own } = node;
    const items = framework.instruments.flatMap(({ items: all }) => (all?.[node.id] ? [all[node.id]!] : []));
    const general = gapsIn(own, spoken) + items.reduce((sum, { variants: _variants, ...item }) => sum + gapsIn(item, spoken), 0);
    const groups = [...new Set([...Object.keys(variants), ...items.flatMap((item) => Object.keys(item.variants ?? {}))])];
    return [
      ...(general > 0 ? [gap(node, null, general)] : []),
      ...groups.flatMap((group) => {
        const count = gapsIn(variants[group], spoken) + items.reduce((sum, item) => sum + gapsIn(item.variants?.[group], spoken), 0);
        return count > 0 ? [gap(node, group, count)] : [];
      }),
    ];
  });
}

function gap(node: FrameworkNode, group: string | null, count: number): DeskProblem {
  const named = (language: Language) => `${node.code} ${inEither(node.title, language)}${group === null ? "" : ` (${group})`}`.trim();
  return { place: { on: "node", id: node.id, group }, sentence: missing(count, named("nl"), named("en")), repair: null };
}

function problemFor(draft: Draft, where: string, reason: string): DeskProblem {
  const found = nodeAt(draft, where);
  const instrument = /^instruments\.([^.]+)/.exec(where)?.[1] ?? /which instruments\.(\S+) needs/.exec(reason)?.[1] ?? null;
  const canDrop = instrument !== null && draft.framework.instruments.length > 1 && draft.framework.instruments.some(({ id }) => id === instrument);
  const repair = found ? repairOf(found.node, reason) : null;
  const place: Place = found ? { on: "node", id: found.node.id, group: found.group } : instrument ? { on: "matrix", instrument } : /^(scale|progression)/.test(where) ? { on: "scale" } : { on: "facts" };
  return { place, sentence: sentenceFor(reason, found ? named(found.node) : where), repair: repair ?? (canDrop ? { act: "drop-instrument", id: instrument } : null) };
}

const named = ({ code, title }: FrameworkNode): Text => ({ nl: `${code} ${inEither(title, "nl")}`.trim(), en: `${code} ${inEither(title, "en")}`.trim() });

function repairOf(node: FrameworkNode, reason: string): Repair | null {
  if (/^id .* stands twice/.test(reason)) return { act: "new-id", id: node.id };
  if (/^code .* stands twice/.test(reason)) return { act: "new-code", id: node.id };
  return /^has levels |^has no level texts/.test(reason) ? { act: "level-texts", id: node.id } : null;
}

/** The node that a problem is about: a place is the ids from the top down, or one id, with the part of it behind. */
function nodeAt({ framework }: Draft, where: string): { node: FrameworkNode; group: string | null } | null {
  let best: { node: FrameworkNode; length: number } | null = null;
  const open: { node: FrameworkNode; path: string }[] = framework.nodes.map((node) => ({ node, path: node.id }));
  while (open.length > 0) {
    const { node, path } = open.pop()!;
    for (const name of [path, node.id]) {
      const fits = where === name || where.startsWith(`${name}.levels`) || where.startsWith(`${name}.variants.`);
      if (fits && name.length >= (best?.length ?? 0)) best = { node, length: name.length };
    }
    for (const child of node.children ?? []) open.push({ node: child, path: `${path}.${child.id}` });
  }
  if (!best) {
    const item = /^instruments\.[^.]+\.items\.(.+)$/.exec(where)?.[1];
    return item ? itemNode(framework.nodes, item) : null;
  }
  const { node, length } = best;
  return { node, group: /^\.variants\.([^.]+)/.exec(where.slice(length))?.[1] ?? null };
}

function itemNode(nodes: readonly FrameworkNode[], rest: string): { node: FrameworkNode; group: string | null } | null {
  const all = [...placesOf({ nodes }).values()].map(({ node }) => node).filter(({ id }) => rest === id || rest.startsWith(`${id}.variants.`));
  const node = all.sort((a, b) => b.id.length - a.id.length)[0];
  return node ? { node, group: /^\.variants\.([^.]+)/.exec(rest.slice(node.id.length))?.[1] ?? null } : null;
}
