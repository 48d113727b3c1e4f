import { folded } from "#app/domain/framework/check-instruments.ts";
import { accepted, refused, type LooseFramework, type LooseNode, type LooseLink, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";

/** A node in its place in the tree, with the id it will have for ever. */
export type Placed = { readonly node: LooseNode; readonly id: string; readonly links: readonly LooseLink[]; readonly children: Placed[] };

export const mostNodes = 5_000;
const mostLayers = 6;

/**
 * Makes a tree of the flat list: every node stands in it once, no deeper than six layers, under an id of its own.
 * What stood twice, nowhere, in a circle or too deep is mended and noted.
 */
export function treeOf(loose: LooseFramework, file: string, notes: Notes): Read<{ top: readonly Placed[]; byKey: ReadonlyMap<string, Placed> }> {
  const { nodes } = loose;
  if (nodes.length === 0) return refused(file, "Er staat geen enkel onderdeel in dit bestand.", "There is not a single item in this file.");
  if (nodes.length > mostNodes) return refused(file, `Het raamwerk telt ${nodes.length} onderdelen; meer dan ${mostNodes} kan niet. Deel het op.`, `The framework has ${nodes.length} items; more than ${mostNodes} is not possible. Split it.`);
  const ids = idsOf(nodes, notes);
  const placed: Placed[] = nodes.map((node, nth) => ({ node, id: ids[nth]!, links: [...node.links], children: [] }));
  const byKey = new Map<string, Placed>();
  for (const one of placed) if (!byKey.has(one.node.key)) byKey.set(one.node.key, one);
  const parents = parentsOf(placed, byKey, ["moodle-csv", "mahara", "table"].includes(loose.format), notes);
  const top: Placed[] = [];
  for (const one of placed) (parents.get(one)?.children ?? top).push(one);
  for (const siblings of [top, ...placed.map(({ children }) => children)]) inOrder(siblings, loose.byCode);
  const deep = flattened(top);
  if (deep > 0) lost(notes, "too-deep", wholeFile, deep);
  return accepted({ top, byKey });
}

/** Who stands under whom. In the order of the file, so that it is the last step of a circle that is taken out. */
function parentsOf(placed: readonly Placed[], byKey: ReadonlyMap<string, Placed>, inRows: boolean, notes: Notes): Map<Placed, Placed> {
  const byFolded = new Map<string, Placed>();
  for (const one of placed) for (const name of [one.node.key, one.node.code]) if (name !== "" && !byFolded.has(folded(name))) byFolded.set(folded(name), one);
  const parents = new Map<Placed, Placed>();
  const seen = new Set<Placed>();
  let later = 0;
  for (const one of placed) {
    seen.add(one);
    const wanted = one.node.parent;
    if (wanted === null) continue;
    const parent = byKey.get(wanted) ?? byFolded.get(folded(wanted));
    if (!parent) repaired(notes, "unknown-parent", one.id, wanted);
    else if (standsUnder(parent, one, parents)) repaired(notes, "cycle", one.id, chainOf(parent, one, parents));
    else {
      parents.set(one, parent);
      if (!seen.has(parent)) later += 1;
    }
  }
  // In formats that say their tree apart from their items the order of the items means nothing.
  if (later > 0 && inRows) repaired(notes, "parents-later", wholeFile, later);
  return parents;
}

function standsUnder(low: Placed, high: Placed, parents: ReadonlyMap<Placed, Placed>): boolean {
  for (let at: Placed | undefined = low; at; at = parents.get(at)) if (at === high) return true;
  return false;
}

function chainOf(from: Placed, to: Placed, parents: ReadonlyMap<Placed, Placed>): string {
  const chain = [to.id];
  for (let at: Placed | undefined = from; at && at !== to && chain.length < 8; at = parents.get(at)) chain.push(at.id);
  return [...chain, to.id].join(" < ");
}

const natural = new Intl.Collator("en", { numeric: true });

function inOrder(siblings: Placed[], byCode: boolean): void {
  const numbered = siblings.some(({ node }) => node.order !== null);
  const coded = byCode && siblings.every(({ node }) => node.code !== "");
  if (!numbered && !coded) return;
  const place = ({ node }: Placed) => node.order ?? Number.MAX_SAFE_INTEGER;
  siblings.sort((a, b) => (numbered ? place(a) - place(b) : 0) || (coded ? natural.compare(a.node.code, b.node.code) : 0));
}

/** Lifts what stands deeper than six layers into the sixth, after the node it stood under; says how many. */
function flattened(top: Placed[]): number {
  let lifted = 0;
  let layer = top;
  for (let depth = 1; depth < mostLayers - 1; depth += 1) layer = layer.flatMap(({ children }) => children);
  for (const fifth of layer) {
    const flat: Placed[] = [];
    const open = [...fifth.children].reverse();
    while (open.length > 0) {
      const one = open.pop()!;
      flat.push(one);
      lifted += one.children.length;
      for (let nth = one.children.length - 1; nth >= 0; nth -= 1) open.push(one.children[nth]!);
      one.children.length = 0;
    }
    fifth.children.splice(0, fifth.children.length, ...flat);
  }
  return lifted;
}

const fitting = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

/** An id for each node: the file's own wherever it can be one here, and each only once. */
function idsOf(nodes: readonly LooseNode[], notes: Notes): string[] {
  const taken = new Set<string>();
  const used = new Map<string, number>();
  const ids = new Array<string>(nodes.length);
  const keep = (nth: number, id: string) => {
    ids[nth] = id;
    taken.add(folded(id));
  };
  // First come the ids that can stay: a replacement never takes the place of one of them.
  nodes.forEach(({ id }, nth) => void (isId(id) && !taken.has(folded(id)) && keep(nth, id)));
  nodes.forEach(({ id, code, title }, nth) => {
    if (ids[nth] !== undefined) return;
    const wanted = isId(id) ? id : idFrom(id === "" ? code || ([...title.values()][0] ?? "") : id.replace(/^https?:.*[/#](?=[^/#])/, "").replace(/[/#]+$/, ""));
    const free = suffixed(wanted, 60, used, (each) => isId(each) && !taken.has(folded(each)));
    keep(nth, free);
    if (id === "") repaired(notes, "id-added", free, free);
    else repaired(notes, isId(id) ? "duplicate-id" : "id-replaced", free, id, free);
  });
  return ids;
}

/** True for what the schema takes as an id. Names that every object answers to would seem to be there when they are not. */
export const isId = (id: string) => fitting.test(id) && !(id in Object.prototype);

/** Letters, digits, dots and dashes of a text, at most sixty; a long text keeps a few figures that tell it from others. */
export function idFrom(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[^A-Za-z0-9]+|-+$/g, "");
  if (plain.length <= 60 && plain !== "") return plain;
  const mark = figuresOf(text);
  return plain === "" ? `x${mark}` : `${plain.slice(0, 59 - mark.length).replace(/[-.]+$/, "")}-${mark}`;
}

/** A few letters and figures that belong to a text (FNV-1a): the same text has the same ones everywhere. */
function figuresOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(36);
}

/** The text itself, or with -2, -3 … behind it: the first that is free. `used` remembers how far a text has come. */
export function suffixed(text: string, most: number, used: Map<string, number>, free: (text: string) => boolean): string {
  if (free(text)) return text;
  for (let nth = (used.get(text) ?? 1) + 1; ; nth += 1) {
    const tail = `-${nth}`;
    const next = `${text.slice(0, most - tail.length).replace(/[\ud800-\udbff]$/, "")}${tail}`;
    if (!free(next)) continue;
    used.set(text, nth);
    return next;
  }
}
