import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import { compareVersions } from "#app/domain/framework/version.ts";

/** Which parts of an older version became which parts of this one. What is not named and has the same id is the same item. */
export type Upgrade = { readonly from: string; readonly items: readonly Mapping[] };
/** One became several (split), several became one (merged), one has another id (renamed), none before (new), none after (gone). */
export type Mapping = { readonly from: readonly string[]; readonly to: readonly string[] };

/** A node with where it stands in the tree. */
export type Placed = { readonly node: FrameworkNode; readonly isCompetence: boolean; readonly parent: string | null; readonly area: FrameworkNode };

/** Parts of two versions that belong together: one and one, one and several, several and one, or one alone. */
export type Link = { readonly from: readonly string[]; readonly to: readonly string[] };

/** Every node by its id, in the framework's own order. Walks without recursion, so depth is no danger. */
export function placesOf(framework: Pick<Framework, "nodes">): Map<string, Placed> {
  const places = new Map<string, Placed>();
  for (const area of framework.nodes) {
    const open: { node: FrameworkNode; parent: string | null }[] = [{ node: area, parent: null }];
    while (open.length > 0) {
      const { node, parent } = open.pop()!;
      const children = node.children ?? [];
      places.set(node.id, { node, isCompetence: children.length === 0, parent, area });
      for (const child of [...children].reverse()) open.push({ node: child, parent: node.id });
    }
  }
  return places;
}

/**
 * How the parts of one version stand to those of another of the same framework, followed through the versions between them;
 * either may be the newer one. In the order of `after`, what is gone behind its neighbour of then.
 * @param versions all versions that are known, in any order
 */
export function linksBetween(before: Framework, after: Framework, versions: readonly Framework[] = []): Link[] {
  const known = [...versions.filter(({ version }) => version !== before.version && version !== after.version), before, after];
  const edges = edgesBetween(before, after, known);
  const [then, now] = [placesOf(before), placesOf(after)];
  const forth = new Map<string, string[]>();
  const back = new Map<string, string[]>();
  for (const [from, to] of edges) {
    // An area that became a competence, or the other way round, is another thing under the same id.
    if (then.get(from)?.isCompetence !== now.get(to)?.isCompetence) continue;
    forth.set(from, [...(forth.get(from) ?? []), to]);
    back.set(to, [...(back.get(to) ?? []), from]);
  }
  const [orderThen, orderNow] = [then, now].map((places) => new Map([...places.keys()].map((id, place) => [id, place]))) as [Map<string, number>, Map<string, number>];
  const linkOf = (start: string, side: "from" | "to"): Link => {
    const found = { from: new Set<string>(), to: new Set<string>() };
    const open: ["from" | "to", string][] = [[side, start]];
    while (open.length > 0) {
      const [at, id] = open.pop()!;
      if (found[at].has(id)) continue;
      found[at].add(id);
      for (const other of (at === "from" ? forth : back).get(id) ?? []) open.push([at === "from" ? "to" : "from", other]);
    }
    return { from: [...found.from].sort((a, b) => orderThen.get(a)! - orderThen.get(b)!), to: [...found.to].sort((a, b) => orderNow.get(a)! - orderNow.get(b)!) };
  };
  return inOrder([...then.keys()], [...now.keys()], forth, linkOf);
}

function inOrder(then: readonly string[], now: readonly string[], forth: ReadonlyMap<string, unknown>, linkOf: (start: string, side: "from" | "to") => Link): Link[] {
  const seen = new Set<string>();
  const links: Link[] = [];
  for (const id of now) {
    if (seen.has(id)) continue;
    const link = linkOf(id, "to");
    for (const each of link.to) seen.add(each);
    links.push(link);
  }
  const placeOf = new Map(links.flatMap((link, place) => link.from.map((id) => [id, place] as const)));
  const behind = new Map<number, Link[]>();
  let neighbour = -1;
  for (const id of then) {
    if (forth.has(id)) neighbour = placeOf.get(id) ?? neighbour;
    else behind.set(neighbour, [...(behind.get(neighbour) ?? []), { from: [id], to: [] }]);
  }
  return [...(behind.get(-1) ?? []), ...links.flatMap((link, place) => [link, ...(behind.get(place) ?? [])])];
}

type Edge = readonly [from: string, to: string];

/** The steps from one version to another: back to the version they have in common, and forth from there. */
function edgesBetween(before: Framework, after: Framework, versions: readonly Framework[]): Edge[] {
  const [older, newer] = [lineOf(before, versions), lineOf(after, versions)];
  const shared = older.find(({ version }) => newer.some((each) => each.version === version));
  if (!shared) return compareVersions(before.version, after.version) < 0 ? stepEdges(before, after) : turned(stepEdges(after, before));
  const up = older.slice(0, older.indexOf(shared) + 1);
  const down = newer.slice(0, newer.findIndex(({ version }) => version === shared.version) + 1).reverse();
  const steps = [...up.slice(1).map((each, place) => turned(stepEdges(each, up[place]!))), ...down.slice(1).map((each, place) => stepEdges(down[place]!, each))];
  const same: Edge[] = [...placesOf(before).keys()].map((id) => [id, id]);
  return steps.reduce(joined, same);
}

/** A version with those it was made from, newest first. */
function lineOf(framework: Framework, versions: readonly Framework[]): Framework[] {
  const line = [framework];
  for (;;) {
    const next = versionBefore(line.at(-1)!, versions);
    if (!next) return line;
    line.push(next);
  }
}

/** The version that this one was made from: the one its upgrade names, else the newest older one. Null for the first. */
export function versionBefore(framework: Framework, versions: readonly Framework[]): Framework | null {
  const older = versions.filter(({ version }) => compareVersions(version, framework.version) < 0);
  return older.find(({ version }) => version === framework.upgrade?.from) ?? newestOf(older);
}

/** The newest of these versions, or null. */
export function newestOf<T extends { readonly version: string }>(versions: readonly T[]): T | null {
  return versions.reduce<T | null>((newest, each) => (newest === null || compareVersions(each.version, newest.version) > 0 ? each : newest), null);
}

function stepEdges(before: Framework, after: Framework): Edge[] {
  const [then, now] = [placesOf(before), placesOf(after)];
  const items = after.upgrade?.items ?? [];
  const named = { from: new Set(items.flatMap(({ from }) => from)), to: new Set(items.flatMap(({ to }) => to)) };
  const mapped = items.flatMap(({ from, to }) => from.flatMap((id) => to.map((each): Edge => [id, each])));
  const same = [...then.keys()].filter((id) => now.has(id) && !named.from.has(id) && !named.to.has(id)).map((id): Edge => [id, id]);
  return [...mapped.filter(([from, to]) => then.has(from) && now.has(to)), ...same];
}

const turned = (edges: readonly Edge[]): Edge[] => edges.map(([from, to]) => [to, from]);

function joined(first: readonly Edge[], second: readonly Edge[]): Edge[] {
  const on = new Map<string, string[]>();
  for (const [from, to] of second) on.set(from, [...(on.get(from) ?? []), to]);
  const pairs = first.flatMap(([from, through]) => (on.get(through) ?? []).map((to): Edge => [from, to]));
  return [...new Map(pairs.map((edge) => [edge.join("\n"), edge])).values()];
}
