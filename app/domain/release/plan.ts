import { blockTotals, compareBlocks, keyOf } from "./blocks.ts";
import { minCut, type Edge } from "./min-cut.ts";
import type { Block, Cell, PlannedBlock } from "./types.ts";

/** What the plan is about: counts only. */
export type CellCount = Pick<Cell, "unit" | "group" | "n">;

/** The totals published so far, as the graph of unpublished cells needs them. */
export type Margins = { units: ReadonlySet<string>; groups: ReadonlySet<string>; board: boolean };

/**
 * Layer 1: which cells and totals may be published, from counts alone. All cells with n ≥ k come first; then family totals
 * over the board, school totals (largest first, ties in publication order) and the board total are added one at a time, and
 * kept only while every difference of published figures is still about at least k people.
 * `closed` holds the keys of blocks that layer 3 closed this round: never planned, and not to be found by subtraction either.
 * Returns the blocks in publication order. Source: release-spec, layer 1.
 */
export function planBlocks(cells: readonly CellCount[], k: number, closed: ReadonlySet<string> = new Set()): PlannedBlock[] {
  const isShown = (cell: CellCount) => cell.n >= k && !closed.has(keyOf(cell));
  const hidden = cells
    .filter((cell) => !isShown(cell))
    // A closed cell counts as k − 1 people: together with others it may vanish in a difference, alone it may not be one.
    .map((cell) => ({ ...cell, n: Math.min(cell.n, k - 1) }));
  const kept: PlannedBlock[] = cells.filter(isShown).map(({ unit, group, n }) => ({ unit, group, n }));
  let margins: Margins = { units: new Set(), groups: new Set(), board: false };
  for (const total of totalsLargestFirst(cells)) {
    if (total.n < k || closed.has(keyOf(total))) continue;
    const wider = withTotal(margins, total);
    if (lightestDifference(hidden, wider, k) < k) continue;
    margins = wider;
    kept.push(total);
  }
  return kept.sort(compareBlocks);
}

/**
 * The number of people in the smallest group of unpublished cells that some combination of published sums is about,
 * given the unpublished cells and the published totals; exact below `enough`, Infinity when there is no such group.
 * Vertices are published schools and families, and one rest for each side; the rests are one while the board total is
 * unpublished. The attainable sums are the cut space of this graph (anchors, 6c), so its lightest cut is the answer.
 */
export function lightestDifference(hidden: readonly CellCount[], margins: Margins, enough = Infinity): number {
  const rest = 0;
  const otherRest = margins.board ? 1 : rest;
  const vertices = new Map<string, number>();
  const vertexOf = (block: Block) => {
    const key = keyOf(block);
    const vertex = vertices.get(key) ?? vertices.size + 2;
    vertices.set(key, vertex);
    return vertex;
  };
  const edges: Edge[] = hidden.map(({ unit, group, n }) => ({
    a: margins.units.has(unit) ? vertexOf({ unit, group: null }) : rest,
    b: margins.groups.has(group) ? vertexOf({ unit: null, group }) : otherRest,
    weight: n,
  }));
  return minCut(edges, enough);
}

function totalsLargestFirst(cells: readonly CellCount[]): PlannedBlock[] {
  const totals = [...blockTotals(cells.map((cell) => ({ ...cell, sum: 0 }))).values()]
    .map(({ unit, group, n }) => ({ unit, group, n }))
    .sort((a, b) => b.n - a.n || compareBlocks(a, b));
  return [
    ...totals.filter(({ unit, group }) => unit === null && group !== null),
    ...totals.filter(({ unit, group }) => unit !== null && group === null),
    ...totals.filter(({ unit, group }) => unit === null && group === null),
  ];
}

function withTotal(margins: Margins, { unit, group }: Block): Margins {
  if (unit !== null) return { ...margins, units: new Set([...margins.units, unit]) };
  if (group !== null) return { ...margins, groups: new Set([...margins.groups, group]) };
  return { ...margins, board: true };
}
