import { findWitness, type System } from "./witness.ts";

type Bounds = { low: number; high: number };

/** Whether whole numbers within the domains satisfy all rules: with the numbers, or proven not to, or not found out in time. */
export type Verdict = { verdict: "possible"; values: number[] } | { verdict: "impossible" } | { verdict: "unknown" };

const TURNS_PER_NODE = 40;

/**
 * Decides a system by halving domains, at most `nodes` times: in each part the rules first narrow the domains (which may
 * prove it empty), then a short search looks for a witness near `start`, and what it could not mend says where to halve.
 * Deterministic. "possible" and "impossible" are proofs; "unknown" is neither, and callers must take the safe side.
 */
export function solve(system: System, start: readonly number[], nodes: number): Verdict {
  const open: Bounds[][] = [system.domains.map(({ low, high }) => ({ low, high }))];
  for (let node = 0; node < nodes; node += 1) {
    const part = open.pop();
    if (!part) return { verdict: "impossible" };
    const domains = narrow(system, part);
    if (!domains) continue;
    const search = findWitness({ ...system, domains }, start, TURNS_PER_NODE);
    if (search.broken.length === 0) return { verdict: "possible", values: search.values };
    const widest = widestIn(system, domains, search.broken);
    const value = search.values[widest] ?? 0;
    const { low, high } = domains[widest] ?? { low: 0, high: 0 };
    const middle = Math.floor((low + high) / 2);
    const halves = [{ low, high: middle }, { low: middle + 1, high }].map((half) => domains.map((domain, at) => (at === widest ? half : domain)));
    // The half of the value that the search came to is looked at first, so it is put on top.
    open.push(...(value <= middle ? halves.reverse() : halves));
  }
  return { verdict: open.length === 0 ? "impossible" : "unknown" };
}

/** The domains without what no assignment can use as far as single rules show; null when that leaves nothing. */
function narrow({ rules }: System, domains: readonly Bounds[]): Bounds[] | null {
  const narrowed = domains.map(({ low, high }) => ({ low, high }));
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const { variables, low, high } of rules) {
      let [least, most] = [0, 0];
      for (const variable of variables) {
        least += narrowed[variable]?.low ?? 0;
        most += narrowed[variable]?.high ?? 0;
      }
      if (least > high || most < low) return null;
      for (const variable of variables) {
        const domain = narrowed[variable];
        if (!domain) continue;
        const { low: before, high: after } = domain;
        domain.low = Math.max(before, low - (most - after));
        domain.high = Math.min(after, high - (least - before));
        if (domain.low > domain.high) return null;
        least += domain.low - before;
        most += domain.high - after;
        hasChanged ||= domain.low > before || domain.high < after;
      }
    }
  }
  return narrowed;
}

/** Of the variables in broken rules, the one with most room; a broken rule has one with room, or narrowing had seen it. */
function widestIn({ rules }: System, domains: readonly Bounds[], broken: readonly number[]): number {
  const roomOf = (variable: number) => (domains[variable]?.high ?? 0) - (domains[variable]?.low ?? 0);
  const candidates = broken.flatMap((rule) => rules[rule]?.variables ?? []);
  return candidates.reduce((best, variable) => (roomOf(variable) > roomOf(best) ? variable : best), candidates[0] ?? 0);
}
