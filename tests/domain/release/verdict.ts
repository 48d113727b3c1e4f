// All second opinions in one go, for the real module and for versions of it with a fault put in.
import type * as planRoom from "#app/domain/release/plan.ts";
import type * as classesRoom from "#app/domain/release/classes.ts";
import type * as meanRoom from "#app/domain/release/mean.ts";
import type * as releaseRoom from "#app/domain/release/release.ts";
import type * as minCutRoom from "#app/domain/release/min-cut.ts";
import type * as coarsenRoom from "#app/domain/release/coarsen.ts";
import type * as solveRoom from "#app/domain/release/solve.ts";
import { tabulate } from "#app/domain/release/blocks.ts";
import { comingAndGoing, everything, exposures, fitsMean, holds, isSafeByTrying, peopleOf, placeText, remember, seeded, shuffled, whole, type Count } from "#tests/domain/release/oracles.ts";
import { lightestCutByTrying, planBySpecification, smallestSupport } from "#tests/domain/release/plan-oracles.ts";
import { wrongSolve } from "#tests/domain/release/solve-oracle.ts";
import { seriesOf, type Release } from "#tests/domain/release/round-series.ts";

/** The module's rooms, so that a faulty copy can take their place. */
export type ReleaseModule = {
  plan: typeof planRoom;
  classes: typeof classesRoom;
  mean: typeof meanRoom;
  release: typeof releaseRoom;
  minCut: typeof minCutRoom;
  coarsen: typeof coarsenRoom;
  solve: typeof solveRoom;
};

/** The first thing that is wrong with a module, by the property it breaks; null when no oracle objects. */
export function firstFault(module: ReleaseModule): string | null {
  const checks: [string, () => string | null][] = [
    ["steps", () => wrongStep(module)],
    ["means", () => wrongMean(module)],
    ["cut", () => wrongCut(module)],
    ["solve", () => wrongSolve(module.solve.solve, 300)],
    ["plan", () => wrongPlan(module)],
    ["audit", () => wrongAudit(module)],
    ["one round", () => wrongRound(module.release.releaseCompetence)],
    ["two rounds", () => wrongSeries(module.release.releaseCompetence, 120, 2, 3)],
    ["three rounds", () => wrongSeries(module.release.releaseCompetence, 60, 3, 2)],
    ["changing answers", () => wrongPair(module.release.releaseCompetence)],
    ["growth", () => wrongGrowth(module.release.releaseCompetence)],
  ];
  for (const [name, check] of checks) {
    const fault = attempt(check);
    if (fault) return `${name}: ${fault}`;
  }
  return null;
}

function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function wrongStep({ classes }: ReleaseModule): string | null {
  for (let levels = 2; levels <= 10; levels += 1) {
    for (let n = 5; n <= 60; n += 1) {
      const lowest = [50, 20, 10, 5].find((from) => from <= n)!;
      // Hundredths of a level, so that whole numbers are compared.
      const expected = [10, 25, 50, 100].find((step) => 3 * step * lowest > 200 * (levels - 1)) ?? null;
      const step = classes.stepFor(n, levels);
      if ((step === null ? null : step * 5) !== expected) return `L ${levels}, n ${n}: ${step}`;
    }
  }
  return null;
}

function wrongMean({ classes, mean }: ReleaseModule): string | null {
  for (const levels of [2, 3, 4, 5, 6, 7]) {
    for (const n of [5, 6, 9, 10, 19, 20, 23, 50]) {
      const step = classes.stepFor(n, levels);
      if (step === null) continue;
      const seen = new Set<number>();
      for (let sum = n; sum <= levels * n; sum += 1) {
        const published = mean.publishMean(sum, n, levels, step);
        if (!fitsMean(published, sum, n, levels)) return `L ${levels}, n ${n}, sum ${sum} is outside its own interval`;
        if (!fitsMean(published, Math.min(sum, 1 + levels * (n - 1)), n, levels)) return `L ${levels}, n ${n}, sum ${sum}: nobody can be at 1`;
        if (!fitsMean(published, Math.max(sum, levels + n - 1), n, levels)) return `L ${levels}, n ${n}, sum ${sum}: nobody can be at the top`;
        const distance = Math.abs(20 * sum - Math.round(published.shown * 20) * n);
        if (published.end === null && 2 * distance > step * n) return `L ${levels}, n ${n}, sum ${sum}: not rounded to the nearest`;
        if (seen.has(published.shown)) continue;
        seen.add(published.shown);
        const possible = mean.sumsOf(published, n, levels);
        for (let other = n - 1; other <= levels * n + 1; other += 1) {
          const isIn = other >= possible.low && other <= possible.high;
          if (isIn !== fitsMean(published, other, n, levels)) return `L ${levels}, n ${n}, sum ${other}: wrong about what is possible`;
        }
      }
    }
  }
  return null;
}

function tableOf(seed: number): { k: number; cells: Count[] } {
  const random = seeded(seed);
  const [units, groups] = [whole(random, 1, 4), whole(random, 1, 3)];
  const cells: Count[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    for (let group = 0; group < groups; group += 1) {
      const n = random() < 0.6 ? whole(random, 0, 4) : whole(random, 0, 12);
      if (n > 0) cells.push({ unit: `u${unit}`, group: `g${group}`, n });
    }
  }
  return { k: whole(random, 5, 7), cells };
}

function wrongPlan({ plan }: ReleaseModule): string | null {
  for (let seed = 1; seed <= 250; seed += 1) {
    const { k, cells } = tableOf(seed);
    const planned = plan.planBlocks(cells, k);
    for (const block of planned) if (cells.filter((cell) => holds(block, cell)).reduce((sum, { n }) => sum + n, 0) < k) return `table ${seed}: fewer than k`;
    if (smallestSupport(cells, planned, k) < k) return `table ${seed}: a difference is about fewer than k`;
    const expected = planBySpecification(cells, k).map(placeText).sort();
    if (planned.map(placeText).sort().join() !== expected.join()) return `table ${seed}: not the plan of the specification`;
  }
  return null;
}

function wrongRound(release: Release): string | null {
  for (let seed = 1; seed <= 250; seed += 1) {
    const random = seeded(seed);
    const levels = whole(random, 2, 6);
    const counts = ["a", "b", "c"].slice(0, whole(random, 1, 3)).flatMap((unit) =>
      ["x", "y"].slice(0, whole(random, 1, 2)).map((group) => ({ unit, group, n: random() < 0.4 ? whole(random, 0, 4) : whole(random, 0, 14) })),
    );
    const people = peopleOf(counts, levels, random);
    const figures = release({ k: 5, levels, people, previous: [] });
    if (exposures([remember(people, figures)], levels).length > 0) return `board ${seed}: someone is exposed`;
    const again = release({ k: 5, levels, people: shuffled(people, random), previous: [] });
    if (JSON.stringify(again) !== JSON.stringify(figures)) return `board ${seed}: the order of people shows`;
  }
  return null;
}

function wrongCut({ minCut }: ReleaseModule): string | null {
  for (let seed = 1; seed <= 600; seed += 1) {
    const random = seeded(seed);
    const edges = Array.from({ length: whole(random, 0, 9) }, () => ({ a: whole(random, 0, 5), b: whole(random, 0, 5), weight: whole(random, 1, 6) }));
    const [least, enough] = [lightestCutByTrying(edges), whole(random, 1, 12)];
    if (minCut.minCut(edges) !== least) return `graph ${seed}: ${minCut.minCut(edges)} is not ${least}`;
    if (minCut.minCut(edges, enough) < enough !== least < enough) return `graph ${seed}: wrong about enough`;
  }
  return null;
}

function wrongAudit({ coarsen }: ReleaseModule): string | null {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = seeded(seed);
    const levels = whole(random, 2, 5);
    const counts = ["a", "b", "c"].flatMap((unit) => ["x", "y"].map((group) => ({ unit, group, n: whole(random, 0, 8) })));
    const { cells, figures } = everything(coarsen.coarsen, tabulate(peopleOf(counts, levels, random)), levels);
    // One audit is asked about all cells, as the module does; no answer may depend on the questions before it.
    const shortfall = coarsen.shortfallsOf(figures, cells, levels);
    for (const index of cells.keys()) {
      if ((shortfall(index) === 0) !== isSafeByTrying(figures, cells, levels, index)) return `board ${seed}: wrong about cell ${index}`;
    }
  }
  return null;
}

function wrongPair(release: Release): string | null {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { levels, rounds } = seriesOf(release, seed, 3, { units: 3, most: 12, changing: 0.3 });
    const { shown } = comingAndGoing(rounds, levels);
    if (shown.length > 0) return `series ${seed}: ${shown[0]} shows who came or went`;
  }
  return null;
}

function wrongSeries(release: Release, boards: number, count: number, units: number): string | null {
  for (let seed = 1; seed <= boards; seed += 1) {
    const { levels, rounds } = seriesOf(release, seed, count, { units, most: 8 });
    if (exposures(rounds, levels).length > 0) return `series ${seed}: someone is exposed`;
  }
  return null;
}

/** Answers that changed: the same people may show it, a block with one joiner may not. */
function wrongGrowth(release: Release): string | null {
  const first = Array.from({ length: 12 }, (_, index) => ({ id: String(index), unit: "a", group: "x", level: 1 + (index % 2) }));
  const before = remember(first, release({ k: 5, levels: 4, people: first, previous: [] }));
  const grown = first.map((person) => ({ ...person, level: person.level + 2 }));
  if (release({ k: 5, levels: 4, people: grown, previous: [before] }).length !== 4) return "withheld though nobody came or went";
  const joined = [...grown, { id: "new", unit: "a", group: "x", level: 4 }];
  if (release({ k: 5, levels: 4, people: joined, previous: [before] }).length !== 0) return "a joiner stands out";
  const left = grown.slice(1);
  if (release({ k: 5, levels: 4, people: left, previous: [before] }).length !== 0) return "a leaver stands out";
  return null;
}
