import { blockTotals, compareBlocks, keyOf } from "./blocks.ts";
import { stepFor } from "./classes.ts";
import { reachIn, type FlowEdge, type Reach } from "./flow.ts";
import { publishMean, sumsOf } from "./mean.ts";
import type { Block, Cell, Figure, PlannedBlock } from "./types.ts";

/**
 * The planned blocks with their means at the finest step allowed; `floors` holds, by block key, the step in twentieths
 * that layer 3 asked for. Blocks too small for any step on this scale are left out. Source: release-spec, layer 2.
 */
export function coarsen(
  plan: readonly PlannedBlock[],
  cells: readonly Cell[],
  levels: number,
  floors: ReadonlyMap<string, number> = new Map(),
): Figure[] {
  const totals = blockTotals(cells);
  return plan.flatMap(({ unit, group, n }) => {
    const key = keyOf({ unit, group });
    const step = stepFor(n, levels, floors.get(key));
    const sum = totals.get(key)?.sum;
    if (step === null || sum === undefined) return [];
    return [{ unit, group, n, sum, step, mean: publishMean(sum, n, levels, step) }];
  });
}

/**
 * The figures that remain when everything published together must leave every member of every cell able to be at 1 and at
 * `levels` (then every level between is possible too). While some cell is exposed, the smallest figure whose withdrawal
 * cures that cell is withdrawn; when no single one does, the one that helps most. Source: release-spec, layer 2.
 */
export function withdrawExposing(figures: readonly Figure[], cells: readonly Cell[], levels: number): Figure[] {
  let kept = [...figures].sort((a, b) => a.n - b.n || compareBlocks(a, b));
  let shortfall = shortfallsOf(kept, cells, levels);
  // One pass is enough: a withdrawal only takes away knowledge, so a cell that is safe stays safe.
  for (const index of cells.keys()) {
    while (shortfall(index) > 0) {
      kept = withoutOne(kept, blockersOf(kept, cells, levels)(index), (left) => shortfallsOf(left, cells, levels)(index));
      shortfall = shortfallsOf(kept, cells, levels);
    }
  }
  return kept.sort(compareBlocks);
}

/**
 * Per cell (by index): how many points its sum lacks before a member could be at 1, or at `levels`, whichever is worse.
 * 0 is safe; above 0, someone who knows every count and every published interval could rule out that level.
 */
export function shortfallsOf(figures: readonly Figure[], cells: readonly Cell[], levels: number): (index: number) => number {
  const { reach } = circulation(figures, cells, levels);
  return (index) => {
    const { down, up } = neededBy(cells, index, levels);
    return Math.max(down - reach(index, "down", down).moved, up - reach(index, "up", up).moved);
  };
}

/** Per cell (by index): the keys of the figures without which, one at a time, it might lack less; all others make no difference to it. */
function blockersOf(figures: readonly Figure[], cells: readonly Cell[], levels: number): (index: number) => Set<string> {
  const { reach, keys } = circulation(figures, cells, levels);
  return (index) => {
    const { down, up } = neededBy(cells, index, levels);
    return new Set([...reach(index, "down", down).blocking, ...reach(index, "up", up).blocking].map((edge) => keys[edge] ?? ""));
  };
}

/** By how much the sum of a cell must be able to fall, and to rise, before a member could be at 1, and at `levels`. */
function neededBy(cells: readonly Cell[], index: number, levels: number): { down: number; up: number } {
  const cell = cells[index];
  if (!cell) throw new RangeError(`No cell ${index}`);
  // With one member at 1 the sum is at most 1 + L·(n − 1); with one at L at least L + n − 1.
  return { down: Math.max(0, cell.sum - (1 + levels * (cell.n - 1))), up: Math.max(0, levels + cell.n - 1 - cell.sum) };
}

function withoutOne(figures: readonly Figure[], blockers: ReadonlySet<string>, lackingOf: (left: readonly Figure[]) => number): Figure[] {
  // What is no blocker changes nothing, so withdrawing the smallest figure of all is what there is to beat.
  let best = { lacking: lackingOf(figures), left: figures.slice(1) };
  for (const [at, figure] of figures.entries()) {
    if (!blockers.has(keyOf(figure))) continue;
    const left = figures.filter((other) => other !== figure);
    const lacking = lackingOf(left);
    // The first of all has nothing before it that it would have to beat.
    if (at === 0 || lacking < best.lacking) best = { lacking, left };
    if (lacking === 0) break;
  }
  return best.left;
}

/** The edges without their bounds, and the key of each one's block. */
type Frame = { vertices: number; keys: readonly string[]; edges: readonly { from: number; to: number; n: number; sum: number }[] };

/** Board → schools → families → board, one edge per cell (in order), then per school, family and board; carries the true sums. `keys`: of the edges' blocks. */
function circulation(figures: readonly Figure[], cells: readonly Cell[], levels: number): { reach: Reach; keys: readonly string[] } {
  const published = new Map(figures.map((figure) => [keyOf(figure), sumsOf(figure.mean, figure.n, levels)]));
  const { vertices, keys, edges } = frameOf(cells);
  const bounded = edges.map(({ from, to, n, sum }, index): FlowEdge => {
    const { low, high } = published.get(keys[index] ?? "") ?? { low: n, high: levels * n };
    return { from, to, low, high, flow: sum };
  });
  return { reach: reachIn(bounded, vertices), keys };
}

// The same cells are asked about with one figure fewer each time.
const frames = new WeakMap<readonly Cell[], Frame>();

function frameOf(cells: readonly Cell[]): Frame {
  const known = frames.get(cells);
  if (known) return known;
  const [top, bottom] = [0, 1];
  const vertices = new Map<string, number>();
  const vertexOf = (block: Block) => {
    const key = keyOf(block);
    const vertex = vertices.get(key) ?? vertices.size + 2;
    vertices.set(key, vertex);
    return vertex;
  };
  const keys: string[] = [];
  const edge = (from: number, to: number, { unit, group, n, sum }: Block & { n: number; sum: number }) => {
    keys.push(keyOf({ unit, group }));
    return { from, to, n, sum };
  };
  const schoolOf = (unit: string) => vertexOf({ unit, group: null });
  const familyOf = (group: string) => vertexOf({ unit: null, group });
  const edges = cells.map((cell) => edge(schoolOf(cell.unit), familyOf(cell.group), cell));
  for (const total of blockTotals(cells).values()) {
    if (total.unit !== null && total.group === null) edges.push(edge(top, schoolOf(total.unit), total));
    if (total.unit === null && total.group !== null) edges.push(edge(familyOf(total.group), bottom, total));
    if (total.unit === null && total.group === null) edges.push(edge(bottom, top, total));
  }
  const frame = { vertices: vertices.size + 2, keys, edges };
  frames.set(cells, frame);
  return frame;
}
