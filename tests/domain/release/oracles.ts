// Slow and plain second opinions: none of this shares code with the module under test.
import type { coarsen as Coarsen } from "#app/domain/release/coarsen.ts";
import type { Cell, Figure, Member, PreviousRelease, PublishedMean, ReleasedFigure, Respondent } from "#app/domain/release/types.ts";

export type Place = { unit: string | null; group: string | null };
export type Count = { unit: string; group: string; n: number };

/** Numbers that look random and are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function whole(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

export function holds(place: Place, { unit, group }: { unit: string; group: string }): boolean {
  return (place.unit === null || place.unit === unit) && (place.group === null || place.group === group);
}

export function placeText({ unit, group }: Place): string {
  return `${unit ?? "*"} / ${group ?? "*"}`;
}

/** Whether `sum` over n people fits a published mean, in fortieths (every bound is a multiple of 1/40). */
export function fitsMean(mean: PublishedMean, sum: number, n: number, levels: number): boolean {
  const [low, high] = [Math.round(mean.low * 40) * n, Math.round(mean.high * 40) * n];
  if (sum < n || sum > levels * n || 40 * sum < low) return false;
  return mean.end === "≥" ? 40 * sum <= high : 40 * sum < high;
}

export type Round = { members: readonly Member[]; figures: readonly ReleasedFigure[] };
export type Exposure = { ids: string[]; level: number };

/**
 * Everyone who cannot be at 1 or at the top, given all that all rounds published, if nobody ever changed an answer.
 * Exact: people with the same places in all rounds are one variable (their sum); all whole values are tried, depth first.
 */
export function exposures(rounds: readonly Round[], levels: number): Exposure[] {
  const places = new Map<string, string[]>();
  for (const [round, { members }] of rounds.entries()) {
    for (const { id, unit, group } of members) {
      const list = places.get(id) ?? rounds.map(() => "");
      list[round] = JSON.stringify([unit, group]);
      places.set(id, list);
    }
  }
  const atoms = new Map<string, { at: string[]; ids: string[] }>();
  for (const [id, at] of places) {
    const atom = atoms.get(at.join()) ?? { at, ids: [] };
    atom.ids.push(id);
    atoms.set(at.join(), atom);
  }
  const variables = [...atoms.values()];
  const rules = rounds.flatMap(({ members, figures }, round) =>
    figures.map((figure) => {
      const inside = variables.map(({ at }) => {
        if (!at[round]) return false;
        const [unit, group] = JSON.parse(at[round]!) as [string, string];
        return holds(figure, { unit, group });
      });
      const n = members.filter((member) => holds(figure, member)).length;
      const sums = Array.from({ length: levels * n + 1 }, (_, sum) => sum).filter((sum) => fitsMean(figure.mean, sum, n, levels));
      return { inside, low: sums[0] ?? 1, high: sums.at(-1) ?? 0 };
    }),
  );
  const whole = variables.map(({ ids }) => ({ low: ids.length, high: levels * ids.length }));
  const found: Exposure[] = [];
  for (const [index, { ids }] of variables.entries()) {
    const others = ids.length - 1;
    for (const level of [1, levels]) {
      const domains = whole.map((domain, at) => (at === index ? { low: level + others, high: level + levels * others } : domain));
      if (!satisfiable(rules, domains)) found.push({ ids, level });
    }
  }
  return found;
}

type Rule = { inside: boolean[]; low: number; high: number };
type Domain = { low: number; high: number };

/** Exhaustive search for whole numbers within the domains that satisfy every rule; prunes only what cannot be. */
export function satisfiable(rules: readonly Rule[], domains: readonly Domain[]): boolean {
  return search(rules.map(({ inside, low, high }) => ({ at: inside.flatMap((isIn, index) => (isIn ? [index] : [])), low, high })), domains);
}

type Indexed = { at: number[]; low: number; high: number };

function search(rules: readonly Indexed[], domains: readonly Domain[]): boolean {
  const left = domains.map(({ low, high }) => ({ low, high }));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { at, low, high } of rules) {
      const least = at.reduce((sum, index) => sum + left[index]!.low, 0);
      const most = at.reduce((sum, index) => sum + left[index]!.high, 0);
      if (least > high || most < low) return false;
      for (const index of at) {
        // What the others can do at most leaves this one at least so much, and the other way round.
        const domain = left[index]!;
        const [newLow, newHigh] = [Math.max(domain.low, low - most + domain.high), Math.min(domain.high, high - least + domain.low)];
        if (newLow === domain.low && newHigh === domain.high) continue;
        if (newLow > newHigh) return false;
        left[index] = { low: newLow, high: newHigh };
        changed = true;
        // The sums of this rule are out of date now; it gets another turn.
        break;
      }
    }
  }
  const open = left.findIndex(({ low, high }) => low < high);
  if (open < 0) return true;
  const { low, high } = left[open]!;
  const middle = Math.floor((low + high) / 2);
  return [{ low, high: middle }, { low: middle + 1, high }].some((half) => search(rules, left.map((domain, index) => (index === open ? half : domain))));
}

/** People of a table, with levels that lean to one side so that extremes and unanimous cells occur often. */
export function peopleOf(cells: readonly Count[], levels: number, random: () => number): Respondent[] {
  const people: Respondent[] = [];
  for (const { unit, group, n } of cells) {
    const lean = random();
    for (let index = 0; index < n; index += 1) {
      const level = lean < 0.2 ? 1 : lean > 0.8 ? levels : whole(random, 1, levels);
      people.push({ id: `${unit}.${group}.${index}`, unit, group, level });
    }
  }
  return people;
}

export function remember(people: readonly Respondent[], figures: readonly ReleasedFigure[]): PreviousRelease {
  return { members: people.map(({ id, unit, group }) => ({ id, unit, group })), figures };
}

/** Every pair of figures of one block in two rounds, and the blocks whose pair rules out a level for who came or went. */
export function comingAndGoing(rounds: readonly Round[], levels: number): { pairs: number; shown: string[] } {
  const shown: string[] = [];
  let pairs = 0;
  rounds.forEach((now, at) => {
    for (const then of rounds.slice(0, at)) {
      for (const figure of now.figures) {
        const before = then.figures.find(({ unit, group }) => unit === figure.unit && group === figure.group);
        if (!before) continue;
        pairs += 1;
        if (!hidesComingAndGoing(then, before, now, figure, levels)) shown.push(placeText(figure));
      }
    }
  });
  return { pairs, shown };
}

/** The rule of layer 3 for one block, by trying: joiners and leavers can be at 1 and at the top if nobody changed an answer. */
function hidesComingAndGoing(then: Round, before: ReleasedFigure, now: Round, figure: ReleasedFigure, levels: number): boolean {
  const idsThen = new Set(then.members.filter((member) => holds(before, member)).map(({ id }) => id));
  const idsNow = new Set(now.members.filter((member) => holds(figure, member)).map(({ id }) => id));
  const stayers = [...idsNow].filter((id) => idsThen.has(id)).length;
  const [joiners, leavers] = [idsNow.size - stayers, idsThen.size - stayers];
  const spanOf = (one: ReleasedFigure, n: number) => {
    const sums = Array.from({ length: levels * n + 1 }, (_, sum) => sum).filter((sum) => fitsMean(one.mean, sum, n, levels));
    return { low: sums[0]!, high: sums.at(-1)! };
  };
  const rules = [
    { inside: [true, true, false], ...spanOf(figure, idsNow.size) },
    { inside: [true, false, true], ...spanOf(before, idsThen.size) },
  ];
  const any = (n: number) => ({ low: n, high: levels * n });
  return [1, levels].every((level) => {
    const one = (n: number) => ({ low: level + n - 1, high: level + levels * (n - 1) });
    return (
      (joiners === 0 || satisfiable(rules, [any(stayers), one(joiners), any(leavers)])) &&
      (leavers === 0 || satisfiable(rules, [any(stayers), any(joiners), one(leavers)]))
    );
  });
}

/** Figures of every block of five or more, whatever the plan would say, so that many people are exposed. */
export function everything(
  coarsen: typeof Coarsen,
  cells: readonly Cell[],
  levels: number,
): { cells: readonly Cell[]; figures: Figure[] } {
  const blocks = cells.flatMap(({ unit, group }): Place[] => [{ unit, group }, { unit, group: null }, { unit: null, group }, { unit: null, group: null }]);
  const unique = [...new Map(blocks.map((block) => [placeText(block), block])).values()];
  const sized = unique.map((block) => ({ ...block, n: cells.filter((cell) => holds(block, cell)).reduce((sum, { n }) => sum + n, 0) }));
  return { cells, figures: coarsen(sized.filter(({ n }) => n >= 5), cells, levels) };
}

/** Can a member of the cell be at 1 and at the top, given the figures? Tries every sum of every cell. */
export function isSafeByTrying(figures: readonly Figure[], cells: readonly Cell[], levels: number, index: number): boolean {
  const rules = figures.map((figure) => {
    const sums = Array.from({ length: levels * figure.n + 1 }, (_, sum) => sum).filter((sum) => fitsMean(figure.mean, sum, figure.n, levels));
    return { inside: cells.map((cell) => holds(figure, cell)), low: sums[0]!, high: sums.at(-1)! };
  });
  return [1, levels].every((level) =>
    satisfiable(
      rules,
      cells.map(({ n }, at) => (at === index ? { low: level + n - 1, high: level + levels * (n - 1) } : { low: n, high: levels * n })),
    ),
  );
}
