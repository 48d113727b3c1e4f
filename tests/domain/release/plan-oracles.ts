// Slow and plain second opinions on the plan: none of this shares code with the module under test.
import { holds, type Count, type Place } from "#tests/domain/release/oracles.ts";

/** Rank of a 0/1 matrix, by exact elimination over the rationals kept as integers (small tables only). */
export function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map(BigInt));
  const columns = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < columns && found < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0n);
    if (at < 0) continue;
    [rows[found], rows[at]] = [rows[at]!, rows[found]!];
    const pivot = rows[found]!;
    for (let index = found + 1; index < rows.length; index += 1) {
      const row = rows[index]!;
      if (row[column] === 0n) continue;
      const [mine, its] = [row[column]!, pivot[column]!];
      for (let c = 0; c < columns; c += 1) row[c] = row[c]! * its - pivot[c]! * mine;
    }
    found += 1;
  }
  return found;
}

/** The fewest people that a combination of published sums is about (Infinity: none under `cap`). Tries every small set of cells. */
export function smallestSupport(cells: readonly Count[], published: readonly Place[], cap: number): number {
  const matrix = published.map((place) => cells.map((cell) => (holds(place, cell) ? 1 : 0)));
  const full = rank(matrix);
  if (full === 0) return Infinity;
  let best = Infinity;
  const grow = (from: number, chosen: number[], people: number) => {
    if (people >= cap || people >= best) return;
    if (chosen.length > 0) {
      const outside = matrix.map((row) => row.filter((_, index) => !chosen.includes(index)));
      // Something that is not zero vanishes outside the chosen cells exactly when the rank drops there.
      if (rank(outside) < full) {
        best = people;
        return;
      }
    }
    for (let index = from; index < cells.length; index += 1) grow(index + 1, [...chosen, index], people + cells[index]!.n);
  };
  grow(0, [], 0);
  return best;
}

/** The plan of layer 1 word for word from the specification, with the exact oracle in place of the minimum cut. */
export function planBySpecification(cells: readonly Count[], k: number): Place[] {
  const size = (place: Place) => cells.filter((cell) => holds(place, cell)).reduce((sum, { n }) => sum + n, 0);
  const byText = (a: string | null, b: string | null) => ((a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0);
  const plan: Place[] = cells.filter(({ n }) => n >= k).map(({ unit, group }) => ({ unit, group }));
  const largestFirst = (places: Place[]) =>
    places.sort((a, b) => size(b) - size(a) || byText(a.unit, b.unit) || byText(a.group, b.group));
  const families = [...new Set(cells.map(({ group }) => group))].map((group) => ({ unit: null, group }));
  const schools = [...new Set(cells.map(({ unit }) => unit))].map((unit) => ({ unit, group: null }));
  for (const total of [...largestFirst(families), ...largestFirst(schools), { unit: null, group: null }]) {
    if (size(total) >= k && smallestSupport(cells, [...plan, total], k) >= k) plan.push(total);
  }
  return plan;
}

/** The lightest cut of any component, by trying all halves of vertices 0..5. */
export function lightestCutByTrying(edges: readonly { a: number; b: number; weight: number }[]): number {
  let least = Infinity;
  for (let half = 1; half < 64; half += 1) {
    // A cut of one component is a half whose crossing edges are not none.
    const crossing = edges.filter(({ a, b }) => ((half >> a) & 1) !== ((half >> b) & 1)).reduce((sum, { weight }) => sum + weight, 0);
    if (crossing > 0) least = Math.min(least, crossing);
  }
  return least;
}
