/** A rule: the values of these variables add up to at least `low` and at most `high`; `weight` says how much a point of breach matters. */
export type Rule = { variables: readonly number[]; low: number; high: number; weight: number };

/** Whole-number variables with bounds, and rules about their sums. */
export type System = { domains: readonly { low: number; high: number }[]; rules: readonly Rule[] };

/** The best assignment found; `broken` lists the rules it breaks (none: it is a witness), `stubborn` those that resisted. */
export type Search = { values: number[]; broken: number[]; stubborn: number[] };

/**
 * Looks for whole numbers that satisfy all rules, starting near `start`: steepest descent on the weighted breach, and where
 * that is stuck the broken rules grow heavier (breakout search). At most `turns` moves; deterministic. What it finds is
 * checked by construction, so a witness is proof; finding none proves nothing, and callers must then take the safe side.
 */
export function findWitness(system: System, start: readonly number[], turns: number): Search {
  const { domains, rules } = system;
  const values = domains.map(({ low, high }, index) => Math.min(high, Math.max(low, start[index] ?? low)));
  const sums = rules.map(({ variables }) => variables.reduce((sum, variable) => sum + (values[variable] ?? 0), 0));
  const weights = rules.map(({ weight }) => weight);
  const rulesOf: number[][] = domains.map(() => []);
  rules.forEach(({ variables }, rule) => variables.forEach((variable) => rulesOf[variable]?.push(rule)));

  const breachAt = (rule: number, sum: number): number => {
    const bounds = rules[rule];
    return bounds ? Math.max(0, bounds.low - sum, sum - bounds.high) : 0;
  };
  const changeOf = (variable: number, by: number): number => {
    let change = 0;
    for (const rule of rulesOf[variable] ?? []) {
      const sum = sums[rule] ?? 0;
      change += (weights[rule] ?? 0) * (breachAt(rule, sum + by) - breachAt(rule, sum));
    }
    return change;
  };
  const bestMove = (broken: readonly number[]) => {
    let best = { variable: -1, by: 0, change: 0 };
    for (const rule of broken) {
      const bounds = rules[rule];
      const sum = sums[rule] ?? 0;
      if (!bounds) continue;
      const lacking = sum < bounds.low ? bounds.low - sum : bounds.high - sum;
      for (const variable of bounds.variables) {
        const value = values[variable] ?? 0;
        const domain = domains[variable];
        if (!domain) continue;
        const most = Math.min(domain.high, Math.max(domain.low, value + lacking)) - value;
        if (most === 0) continue;
        for (const by of most === Math.sign(most) ? [most] : [most, Math.sign(most)]) {
          const change = changeOf(variable, by);
          if (change < best.change) best = { variable, by, change };
        }
      }
    }
    return best;
  };

  const stubborn = new Set<number>();
  let best: Search & { breach: number } = { values: [...values], broken: [], stubborn: [], breach: Infinity };
  for (let turn = 0; ; turn += 1) {
    const broken = rules.map((_, rule) => rule).filter((rule) => breachAt(rule, sums[rule] ?? 0) > 0);
    const breach = broken.reduce((sum, rule) => sum + (rules[rule]?.weight ?? 0) * breachAt(rule, sums[rule] ?? 0), 0);
    if (breach < best.breach) best = { values: [...values], broken, stubborn: [], breach };
    if (breach === 0 || turn === turns) return { values: best.values, broken: best.broken, stubborn: [...stubborn] };
    const { variable, by } = bestMove(broken);
    if (by === 0) {
      for (const rule of broken) {
        stubborn.add(rule);
        weights[rule] = (weights[rule] ?? 0) + (rules[rule]?.weight ?? 0);
      }
      continue;
    }
    values[variable] = (values[variable] ?? 0) + by;
    for (const rule of rulesOf[variable] ?? []) sums[rule] = (sums[rule] ?? 0) + by;
  }
}
