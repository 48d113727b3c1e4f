import type { Block, Cell, Respondent } from "./types.ts";

/** A block as text, equal for equal blocks; JSON, so that no school name can pretend to be another block. */
export function keyOf(block: Block): string {
  return JSON.stringify([block.unit, block.group]);
}

/** The four blocks a person in (unit, group) belongs to: cell, school total, family total, board total. */
export function blocksOf(place: { unit: string; group: string }): Block[] {
  return [
    { unit: place.unit, group: place.group },
    { unit: place.unit, group: null },
    { unit: null, group: place.group },
    { unit: null, group: null },
  ];
}

/** Order of publication: cells, school totals, family totals, board total; inside by unit, then group, by UTF-16 code unit. */
export function compareBlocks(a: Block, b: Block): number {
  return kind(a) - kind(b) || compareText(a.unit, b.unit) || compareText(a.group, b.group);
}

/** The table school × family of one competence, in publication order, so that nothing after it can depend on the order of people. */
export function tabulate(people: readonly Pick<Respondent, "unit" | "group" | "level">[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { unit, group, level } of people) {
    const key = keyOf({ unit, group });
    const cell = cells.get(key) ?? { unit, group, n: 0, sum: 0 };
    cells.set(key, { unit, group, n: cell.n + 1, sum: cell.sum + level });
  }
  return [...cells.values()].sort(compareBlocks);
}

/** People and sum of levels of every block that holds at least one person, by `keyOf`. */
export function blockTotals(cells: readonly Cell[]): Map<string, Block & { n: number; sum: number }> {
  const totals = new Map<string, Block & { n: number; sum: number }>();
  for (const cell of cells) {
    for (const block of blocksOf(cell)) {
      const key = keyOf(block);
      const total = totals.get(key) ?? { ...block, n: 0, sum: 0 };
      totals.set(key, { ...block, n: total.n + cell.n, sum: total.sum + cell.sum });
    }
  }
  return totals;
}

function kind({ unit, group }: Block): number {
  if (unit === null) return group === null ? 3 : 2;
  return group === null ? 1 : 0;
}

function compareText(a: string | null, b: string | null): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}
