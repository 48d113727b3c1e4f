import type { Draft } from "#app/domain/desk/draft.ts";
import { folded } from "#app/domain/framework/check-instruments.ts";
import { competencesOf, type Framework, type FrameworkNode, type Instrument, type InstrumentItem, type LevelText, type Scale } from "#app/domain/framework/framework.ts";
import type { FamilyProfile, Profile } from "#app/domain/framework/profile.ts";
import { placesOf, type Mapping, type Upgrade } from "#app/domain/framework/upgrade.ts";
import type { Text } from "#app/domain/text.ts";

/** Why something cannot be done to the tree. Each has its sentence where it is shown. */
export type TreeRefusal = "last-of-all" | "last-of-area" | "last-to-move" | "no-such-area" | "too-many" | "no-such-node" | "not-an-area";
export type TreeOutcome = { readonly ok: true; readonly draft: Draft; readonly id: string } | { readonly ok: false; readonly why: TreeRefusal };

const mostNodes = 5_000;
const empty: Text = { nl: "", en: "" };
const ours = { nl: "ours", en: "ours" } as const;

/** Adds a competence at the end of an area. `taken`: ids of older versions, which are never given to something else. */
export function addCompetence(draft: Draft, areaId: string, taken: readonly string[] = []): TreeOutcome {
  const { framework } = draft;
  const area = placesOf(framework).get(areaId);
  if (!area) return { ok: false, why: "no-such-node" };
  if (area.isCompetence) return { ok: false, why: "not-an-area" };
  return withNode(draft, leafOf(framework, area.node, taken), areaId);
}

/** Adds an area with one competence in it (or a competence, where the tree has one layer) at the end of the framework. */
export function addArea(draft: Draft, taken: readonly string[] = []): TreeOutcome {
  const { framework } = draft;
  const flat = framework.layers.length === 1 || framework.nodes.every(({ children }) => !children?.length);
  if (flat) return withNode(draft, leafOf(framework, null, taken), null);
  const { levels: _levels, ...area } = blankNode(framework, null, taken);
  return withNode(draft, { ...area, children: [leafOf(framework, area, [...taken, area.id])] }, null);
}

/** Takes a node away with everything under it, also out of the questionnaires. An area keeps at least one competence, a framework one area. */
export function removeNode(draft: Draft, id: string): TreeOutcome {
  const place = placesOf(draft.framework).get(id);
  if (!place) return { ok: false, why: "no-such-node" };
  const siblings = siblingsOf(draft.framework.nodes, id)!;
  if (siblings.length === 1) return { ok: false, why: place.parent === null ? "last-of-all" : "last-of-area" };
  const nodes = around(draft.framework.nodes, id, (list) => list.filter((node) => node.id !== id));
  return { ok: true, id: place.parent ?? nodes[0]!.id, draft: settled({ ...draft, framework: { ...draft.framework, nodes } }) };
}

/** Moves a node one place up or down among those beside it. At the end nothing changes. */
export function moveNode(draft: Draft, id: string, by: -1 | 1): TreeOutcome {
  const siblings = siblingsOf(draft.framework.nodes, id);
  if (!siblings) return { ok: false, why: "no-such-node" };
  const from = siblings.findIndex((node) => node.id === id);
  const to = from + by;
  if (to < 0 || to >= siblings.length) return { ok: true, draft, id };
  const nodes = around(draft.framework.nodes, id, (list) => list.map((node, place) => (place === to ? list[from]! : place === from ? list[to]! : node)));
  return { ok: true, draft: { ...draft, framework: { ...draft.framework, nodes } }, id };
}

/** The areas that a competence can move to: all but the one it stands in. None for an area, or for the only competence of one. */
export function areasFor({ nodes }: Pick<Framework, "nodes">, id: string): FrameworkNode[] {
  const place = placesOf({ nodes }).get(id);
  if (!place?.isCompetence || siblingsOf(nodes, id)!.length === 1) return [];
  return [...placesOf({ nodes }).values()].flatMap(({ node, isCompetence }) => (isCompetence || node.id === place.parent ? [] : [node]));
}

/** Moves a competence to another area, with its words, what it is asked with, its links and its code. Where blocks stand on steps it takes its place among them, else the last. */
export function moveTo(draft: Draft, id: string, areaId: string): TreeOutcome {
  const { framework } = draft;
  const place = placesOf(framework).get(id);
  if (!place?.isCompetence) return { ok: false, why: "no-such-node" };
  if (areaId === place.parent) return { ok: true, draft, id };
  if (siblingsOf(framework.nodes, id)!.length === 1) return { ok: false, why: "last-to-move" };
  if (!areasFor(framework, id).some((area) => area.id === areaId)) return { ok: false, why: "no-such-area" };
  const left = around(framework.nodes, id, (list) => list.filter((node) => node.id !== id));
  const step = ({ progression }: FrameworkNode) => framework.progression?.levels.findIndex(({ code }) => code === progression) ?? -1;
  const moved = changeNode({ ...framework, nodes: left }, areaId, (area) => {
    const children = area.children!;
    const after = children.findIndex((each) => step(each) > step(place.node));
    const at = after === -1 ? children.length : after;
    return { ...area, children: [...children.slice(0, at), place.node, ...children.slice(at)] };
  });
  return { ok: true, draft: settled({ ...draft, framework: moved }), id };
}

/** The node with its change; the rest of the tree stays. */
export function changeNode(framework: Framework, id: string, change: (node: FrameworkNode) => FrameworkNode): Framework {
  return { ...framework, nodes: around(framework.nodes, id, (list) => list.map((node) => (node.id === id ? change(node) : node))) };
}

/** The empty texts of one step of a scale: a sentence is asked where there is no other word for the step. */
export function blankLevels(scale: Scale, form: Instrument["form"]): LevelText[] {
  return scale.levels.map(({ code }) => (form === "rate-block" ? { level: code } : { level: code, statement: empty }));
}

/** Instruments, profiles and what was said of the version before follow the tree: words for every competence, and nothing is asked or said of what is not there. */
export function settled({ framework: { upgrade, ...framework }, profiles }: Draft): Draft {
  const left = upgrade ? upgradeFor(upgrade, placesOf(framework)) : null;
  const ids = competencesOf(framework).map(({ node }) => node.id);
  const instruments = framework.instruments.map((instrument): Instrument => {
    const { scale, items, form } = instrument;
    if (!scale) return instrument;
    return { ...instrument, items: Object.fromEntries(ids.map((id): [string, InstrumentItem] => [id, items && Object.hasOwn(items, id) ? items[id]! : { levels: blankLevels(scale, form) }])) };
  });
  const known = new Set(ids);
  return { framework: { ...framework, ...(left ? { upgrade: left } : {}), instruments }, profiles: profiles.map((profile) => profileFor(profile, (id) => known.has(id))) };
}

/** What became only what is not there any more, has become nothing yet: it is to be said again. */
function upgradeFor({ from, items }: Upgrade, places: ReadonlyMap<string, unknown>): Upgrade | null {
  const left = items.flatMap((item): Mapping[] => {
    const to = item.to.filter((id) => places.has(id));
    const isSaid = to.length > 0 || item.to.length === 0;
    const isPlain = item.from.length === 1 && to.length === 1 && item.from[0] === to[0];
    return isSaid && !isPlain ? [{ from: item.from, to }] : [];
  });
  return left.length > 0 ? { from, items: left } : null;
}

function profileFor(profile: Profile, isThere: (id: string) => boolean): Profile {
  const parts = Object.entries(profile.families).flatMap(([family, part]): [string, FamilyProfile][] => {
    const asked = Object.entries(part.asked).flatMap(([key, { items, short }]) => {
      const left = items.filter(isThere);
      const shorter = short.filter(isThere);
      // Without a short selection the first of them is asked: a selection of nothing is none.
      return left.length === 0 ? [] : [[key, { items: left, short: short.length > 0 && shorter.length === 0 ? left.slice(0, 1) : shorter }] as const];
    });
    return asked.length === 0 ? [] : [[family, { targets: Object.fromEntries(Object.entries(part.targets).filter(([id]) => isThere(id))), asked: Object.fromEntries(asked) }]];
  });
  return { ...profile, families: Object.fromEntries(parts) };
}

function withNode(draft: Draft, node: FrameworkNode, parentId: string | null): TreeOutcome {
  const { framework } = draft;
  if (placesOf(framework).size + 1 + (node.children?.length ?? 0) > mostNodes) return { ok: false, why: "too-many" };
  const nodes = parentId === null ? [...framework.nodes, node] : changeNode(framework, parentId, (parent) => ({ ...parent, children: [...(parent.children ?? []), node] })).nodes;
  return { ok: true, id: node.id, draft: settled({ ...draft, framework: { ...framework, nodes } }) };
}

function leafOf(framework: Framework, parent: FrameworkNode | null, taken: readonly string[]): FrameworkNode {
  const node = blankNode(framework, parent, taken);
  const step = framework.progression?.levels.find(({ code }) => !parent?.children?.some(({ progression }) => progression === code))?.code;
  return {
    ...node,
    ...(step ? { progression: step } : {}),
    ...(framework.scale ? { levels: blankLevels(framework.scale, "choose-statement") } : {}),
    // A board's own addition to somebody else's framework is never compared with others.
    ...(framework.derivedFrom ? { extra: true as const } : {}),
  };
}

function blankNode(framework: Framework, parent: FrameworkNode | null, taken: readonly string[]): FrameworkNode {
  const all = [...placesOf(framework).values()].map(({ node }) => node);
  const ids = new Set([...all.map(({ id }) => folded(id)), ...taken.map(folded)]);
  const codes = new Set(all.map(({ code }) => folded(code)));
  const next = (stem: string, used: ReadonlySet<string>, longest: number) => {
    const start = parent ? `${stem.slice(0, longest - 5)}.` : "";
    for (let count = 1; ; count += 1) if (!used.has(folded(`${start}${count}`))) return `${start}${count}`;
  };
  return { id: next(parent?.id ?? "", ids, 60), code: next(parent?.code ?? "", codes, 60), title: empty, titleStatus: ours, description: empty };
}

function siblingsOf(nodes: readonly FrameworkNode[], id: string): readonly FrameworkNode[] | null {
  if (nodes.some((node) => node.id === id)) return nodes;
  for (const { children } of nodes) {
    const found = children ? siblingsOf(children, id) : null;
    if (found) return found;
  }
  return null;
}

/** The tree with the list in which a node stands changed; at most six layers deep. */
function around(nodes: readonly FrameworkNode[], id: string, change: (list: readonly FrameworkNode[]) => readonly FrameworkNode[]): readonly FrameworkNode[] {
  if (nodes.some((node) => node.id === id)) return change(nodes);
  return nodes.map((node) => (node.children ? { ...node, children: around(node.children, id, change) } : node));
}
