import type { Draft } from "#app/domain/desk/draft.ts";
import { sentenceFor } from "#app/domain/desk/problem-words.ts";
import { mappingProblems, upgradeProblems } from "#app/domain/framework/check-upgrade.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { linksBetween, placesOf, versionBefore, type Mapping, type Placed, type Upgrade } from "#app/domain/framework/upgrade.ts";
import { inEither, languages, type Language, type Text } from "#app/domain/text.ts";

/** An item of the version before, or one of this version. */
export type Side = "then" | "now";
export type Standpoint = { readonly side: Side; readonly id: string };

/**
 * Which items of the version before became which of this one. `said`: new or gone because somebody said so; what is new or gone and not said is
 * only what follows from the ids.
 */
export type Lineage = { readonly edges: readonly (readonly [then: string, now: string])[]; readonly said: Readonly<Record<Side, ReadonlySet<string>>> };

/** The version that a draft or a published version follows; null for the first. */
export function formerOf(framework: Framework, versions: readonly Framework[]): Framework | null {
  return versionBefore(framework, versions.filter(({ slug }) => slug === framework.slug));
}

/** What a version says about the one before it; where it says nothing, the same id is the same item. */
export function lineageOf(before: Framework, after: Framework): Lineage {
  const items = after.upgrade?.from === before.version ? after.upgrade.items : [];
  return {
    edges: linksBetween(before, after, [before]).flatMap(({ from, to }) => from.flatMap((then) => to.map((now) => [then, now] as const))),
    said: { then: new Set(items.flatMap(({ from, to }) => (to.length === 0 ? from : []))), now: new Set(items.flatMap(({ from, to }) => (from.length === 0 ? to : []))) },
  };
}

/** The items on the other side that belong to this one. */
export function partnersOf({ edges }: Lineage, { side, id }: Standpoint): string[] {
  return edges.flatMap(([then, now]) => (side === "now" ? (now === id ? [then] : []) : then === id ? [now] : []));
}

/** The items on the other side that it could have been or become: areas for an area, competences for a competence. Null when there is no such item. */
export function candidatesFor(before: Framework, after: Framework, { side, id }: Standpoint): Placed[] | null {
  const [own, other] = [placesOf(side === "now" ? after : before), placesOf(side === "now" ? before : after)];
  const place = own.get(id);
  return place ? [...other.values()].filter(({ isCompetence }) => isCompetence === place.isCompetence) : null;
}

/** What is new or gone without anybody having said so, in the order of this version, what is gone last. */
export function unsaid(before: Framework, after: Framework): Standpoint[] {
  const lineage = lineageOf(before, after);
  const open = (side: Side, { nodes }: Framework): Standpoint[] => {
    const linked = new Set(lineage.edges.map(([then, now]) => (side === "now" ? now : then)));
    return [...placesOf({ nodes }).keys()].flatMap((id) => (linked.has(id) || lineage.said[side].has(id) ? [] : [{ side, id }]));
  };
  return [...open("now", after), ...open("then", before)];
}

export type Retold = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly sentence: Text };

/** More than this into one, or out of one, is another framework; the same as the schema allows. */
const mostParts = 20;
const mostItems = 5_000;

/**
 * The draft with what became of one item: exactly these on the other side, and with none of them new or gone. All that other items say of this
 * one changes with it. Kept only when the checker of upgrades finds nothing wrong.
 */
export function retold(draft: Draft, before: Framework, at: Standpoint, others: readonly string[]): Retold {
  const { framework } = draft;
  const candidates = new Set(candidatesFor(before, framework, at)?.map(({ node }) => node.id));
  if (others.some((id) => !candidates.has(id))) return { ok: false, sentence: notThere };
  const lineage = lineageOf(before, framework);
  const edges = [...lineage.edges.filter(([then, now]) => (at.side === "now" ? now : then) !== at.id), ...others.map((other) => (at.side === "now" ? ([other, at.id] as const) : ([at.id, other] as const)))];
  const said = { then: new Set(lineage.said.then), now: new Set(lineage.said.now) };
  if (others.length === 0) said[at.side].add(at.id);
  return withLineage(draft, before, { edges, said });
}

/** The draft in which everything that is new or gone is said to be so. */
export function restSaid(draft: Draft, before: Framework): Retold {
  const { edges, said } = lineageOf(before, draft.framework);
  const rest = unsaid(before, draft.framework);
  const all = (side: Side) => new Set([...said[side], ...rest.flatMap((each) => (each.side === side ? [each.id] : []))]);
  return withLineage(draft, before, { edges, said: { then: all("then"), now: all("now") } });
}

function withLineage(draft: Draft, before: Framework, lineage: Lineage): Retold {
  const { upgrade: _upgrade, ...rest } = draft.framework;
  const items = mappingsOf(before, rest, lineage);
  const upgrade: Upgrade = { from: before.version, items };
  if (items.length > mostItems || items.some(({ from, to }) => from.length > mostParts || to.length > mostParts)) return { ok: false, sentence: tooMany };
  const framework: Framework = items.length === 0 ? rest : { ...rest, upgrade };
  const [problem] = [...upgradeProblems(framework), ...mappingProblems(framework, before)];
  return problem ? { ok: false, sentence: upgradeSentence(framework, before, problem.where, problem.reason) } : { ok: true, draft: { ...draft, framework } };
}

/** What has to be said: everything but "the same id, the same item". */
function mappingsOf(before: Framework, after: Framework, { edges, said }: Lineage): Mapping[] {
  const told: Mapping[] = [...edges.map(([then, now]) => ({ from: [then], to: [now] })), ...[...said.then].map((id) => ({ from: [id], to: [] })), ...[...said.now].map((id) => ({ from: [], to: [id] }))];
  return linksBetween(before, { ...after, upgrade: { from: before.version, items: told } }, [before]).filter(({ from, to }) => {
    if (from.length === 0) return to.every((id) => said.now.has(id));
    if (to.length === 0) return from.every((id) => said.then.has(id));
    return from.length > 1 || to.length > 1 || from[0] !== to[0];
  });
}

const notThere: Text = { nl: "Wat je koos, is er niet meer. Er is niets opgeslagen. Kies opnieuw.", en: "What you chose is not there any more. Nothing was saved. Choose again." };
const tooMany: Text = {
  nl: `Eén onderdeel kan hooguit ${mostParts} andere worden, en omgekeerd. Er is niets opgeslagen. Kies er minder.`,
  en: `One item can become at most ${mostParts} others, and the other way round. Nothing was saved. Choose fewer.`,
};

/** What the checker of upgrades says, with the items it is about by their names. */
export function upgradeSentence(after: Framework, before: Framework | null, where: string, reason: string): Text {
  const item = after.upgrade?.items[Number(/^upgrade\.items\.(\d+)/.exec(where)?.[1] ?? -1)];
  if (!item) return sentenceFor(reason, { nl: "De vorige versie", en: "The former version" });
  const [then, now] = [placesOf(before ?? { nodes: [] }), placesOf(after)];
  const named = (language: Language) => {
    const names = (ids: readonly string[], places: typeof now) => ids.map((id) => `${places.get(id)?.node.code ?? id} ${places.has(id) ? inEither(places.get(id)!.node.title, language) : ""}`.trim()).join(" + ");
    return [names(item.from, then), names(item.to, now)].filter(Boolean).join(" → ");
  };
  return Object.fromEntries(languages.map((language) => [language, sentenceFor(reason, named(language))[language]])) as Text;
}
