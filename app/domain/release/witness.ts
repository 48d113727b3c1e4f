/** A rule: the values of these variables add up to at least `low` and at most `high`; `weight` says how much a point of breach matters. */
export type Rule = { variables: readonly number[]; low: number; high: number; weight: number };

/** Whole-number variables with bounds, and rules about their sums. Neither list may be changed once it has been searched. */
export type System = { domains: readonly { low: number; high: number }[]; rules: readonly Rule[] };

/** The best assignment found; `broken` lists the rules it breaks (none: it is a witness), `stubborn` those that resisted. */
export type Search = { values: number[]; broken: number[]; stubborn: number[] };

/** Where a search stands: the sum of each rule, and for each variable what one more and one less of it would do to the weighted breach. */
type Standing = { sums: Float64Array; broken: readonly number[]; up: Float64Array; down: Float64Array };

/** What is asked of a list of rules again and again: which rules hold a variable (`rulesOf` from `first[v]` to `first[v + 1]`), and how a start stands. */
type Prepared = { first: Int32Array; rulesOf: Int32Array; weights: Float64Array; standings: WeakMap<readonly number[], Standing> };

/**
 * Looks for whole numbers that satisfy all rules, starting near `start`: steepest descent on the weighted breach, and where
 * that is stuck the broken rules grow heavier (breakout search). At most `turns` moves; deterministic. What it finds is
 * checked by construction, so a witness is proof; finding none proves nothing, and callers must then take the safe side.
 */
export function findWitness(system: System, start: readonly number[], turns: number): Search {
  const { domains, rules } = system;
  const prepared = preparedFor(rules, domains.length);
  const { first, rulesOf } = prepared;
  const at = standingAt(prepared, rules, start);
  const [sums, up, down] = [at.sums.slice(), at.up.slice(), at.down.slice()];
  const weights = prepared.weights.slice();
  const broken = new Set(at.broken);

  /** Keeps `up` and `down` true when a rule has another sum or weight. */
  const restand = (index: number, sum: number, weight: number): void => {
    const rule = rules[index]!;
    const before = sums[index]!;
    const more = weight * slopeUp(rule, sum) - weights[index]! * slopeUp(rule, before);
    const less = weight * slopeDown(rule, sum) - weights[index]! * slopeDown(rule, before);
    if (more !== 0) for (const variable of rule.variables) up[variable]! += more;
    if (less !== 0) for (const variable of rule.variables) down[variable]! += less;
    sums[index] = sum;
    weights[index] = weight;
    if (breachOf(rule, sum) > 0) broken.add(index);
    else broken.delete(index);
  };
  const add = (variable: number, by: number): void => {
    for (let place = first[variable]!; place < first[variable + 1]!; place += 1) {
      const rule = rulesOf[place]!;
      restand(rule, sums[rule]! + by, weights[rule]!);
    }
  };
  const values = new Float64Array(domains.length);
  for (let variable = 0; variable < domains.length; variable += 1) {
    const { low, high } = domains[variable]!;
    const wanted = start[variable] ?? low;
    const value = wanted < low ? low : wanted > high ? high : wanted;
    const counted = start[variable] ?? 0;
    if (value !== counted) add(variable, value - counted);
    values[variable] = value;
  }

  const changeOf = (variable: number, by: number): number => {
    let change = 0;
    for (let place = first[variable]!; place < first[variable + 1]!; place += 1) {
      const rule = rulesOf[place]!;
      change += weights[rule]! * (breachOf(rules[rule]!, sums[rule]! + by) - breachOf(rules[rule]!, sums[rule]!));
    }
    return change;
  };
  const bestMove = (inOrder: readonly number[]) => {
    let best = { variable: -1, by: 0, change: 0 };
    for (const index of inOrder) {
      const rule = rules[index]!;
      const lacking = sums[index]! < rule.low ? rule.low - sums[index]! : rule.high - sums[index]!;
      const sign = Math.sign(lacking);
      const one = sign > 0 ? up : down;
      for (const variable of rule.variables) {
        // The breach is convex: so many steps gain at most so many times one step. What cannot be better is not worked out.
        if (one[variable]! >= 0 || Math.abs(lacking) * one[variable]! >= best.change) continue;
        const domain = domains[variable];
        if (!domain) continue;
        const value = values[variable]!;
        const most = Math.min(domain.high, Math.max(domain.low, value + lacking)) - value;
        if (most === 0) continue;
        if (most !== sign && Math.abs(most) * one[variable]! < best.change) {
          const change = changeOf(variable, most);
          if (change < best.change) best = { variable, by: most, change };
        }
        if (one[variable]! < best.change) best = { variable, by: sign, change: one[variable]! };
      }
    }
    return best;
  };

  const stubborn = new Set<number>();
  let best: { values: Float64Array; broken: number[]; breach: number } = { values, broken: [], breach: Infinity };
  for (let turn = 0; ; turn += 1) {
    const inOrder = [...broken].sort((a, b) => a - b);
    const breach = inOrder.reduce((sum, rule) => sum + rules[rule]!.weight * breachOf(rules[rule]!, sums[rule]!), 0);
    if (breach < best.breach) best = { values: values.slice(), broken: inOrder, breach };
    if (breach === 0 || turn === turns) return { values: listed(best.values), broken: best.broken, stubborn: [...stubborn] };
    const { variable, by } = bestMove(inOrder);
    if (by === 0) {
      for (const rule of inOrder) {
        stubborn.add(rule);
        restand(rule, sums[rule]!, weights[rule]! + rules[rule]!.weight);
      }
      continue;
    }
    values[variable]! += by;
    add(variable, by);
  }
}

/** A plain list; spreading a typed array goes through its iterator, which is many times slower. */
function listed(values: Float64Array): number[] {
  const list = new Array<number>(values.length);
  for (let at = 0; at < values.length; at += 1) list[at] = values[at]!;
  return list;
}

const breachOf = ({ low, high }: Rule, sum: number): number => (sum < low ? low - sum : sum > high ? sum - high : 0);
/** What one more, and one less, does to the breach of a rule: −1, 0 or 1. */
const slopeUp = (rule: Rule, sum: number): number => breachOf(rule, sum + 1) - breachOf(rule, sum);
const slopeDown = (rule: Rule, sum: number): number => breachOf(rule, sum - 1) - breachOf(rule, sum);

// The audit asks about the same rules once for every person, so what depends on the rules alone is kept as long as they are.
const kept = new WeakMap<readonly Rule[], Prepared>();

function preparedFor(rules: readonly Rule[], variables: number): Prepared {
  const known = kept.get(rules);
  if (known && known.first.length === variables + 1) return known;
  const first = new Int32Array(variables + 1);
  for (const rule of rules) for (const variable of rule.variables) first[variable + 1]! += 1;
  for (let variable = 0; variable < variables; variable += 1) first[variable + 1]! += first[variable]!;
  const next = first.slice();
  const rulesOf = new Int32Array(first[variables]!);
  rules.forEach((rule, index) => rule.variables.forEach((variable) => (rulesOf[next[variable]!++] = index)));
  const prepared = { first, rulesOf, weights: Float64Array.from(rules, ({ weight }) => weight), standings: new WeakMap<readonly number[], Standing>() };
  kept.set(rules, prepared);
  return prepared;
}

/** How the start stands, before any rule grew heavier; a variable that the start does not name counts as 0. */
function standingAt({ first, standings }: Prepared, rules: readonly Rule[], start: readonly number[]): Standing {
  const known = standings.get(start);
  if (known) return known;
  const [up, down] = [new Float64Array(first.length - 1), new Float64Array(first.length - 1)];
  const sums = Float64Array.from(rules, (rule) => {
    const sum = rule.variables.reduce((total, variable) => total + (start[variable] ?? 0), 0);
    const [more, less] = [rule.weight * slopeUp(rule, sum), rule.weight * slopeDown(rule, sum)];
    if (more !== 0) for (const variable of rule.variables) up[variable]! += more;
    if (less !== 0) for (const variable of rule.variables) down[variable]! += less;
    return sum;
  });
  const broken = [...rules.keys()].filter((index) => breachOf(rules[index]!, sums[index]!) > 0);
  const standing = { sums, broken, up, down };
  standings.set(start, standing);
  return standing;
}
