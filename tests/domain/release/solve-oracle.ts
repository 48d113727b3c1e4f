import type { solve as Solve } from "#app/domain/release/solve.ts";
import type { System } from "#app/domain/release/witness.ts";
import { satisfiable, seeded, whole } from "#tests/domain/release/oracles.ts";

/** A small system, about as often possible as not. */
export function randomSystem(seed: number): System {
  const random = seeded(seed);
  const domains = Array.from({ length: whole(random, 3, 6) }, () => {
    const low = whole(random, 1, 6);
    return { low, high: low + whole(random, 0, 8) };
  });
  const rules = Array.from({ length: whole(random, 3, 7) }, () => {
    const variables = domains.flatMap((_, index) => (random() < 0.5 ? [index] : []));
    const most = variables.reduce((sum, variable) => sum + domains[variable]!.high, 0);
    const least = variables.reduce((sum, variable) => sum + domains[variable]!.low, 0);
    const low = variables.length === 0 ? 0 : whole(random, least, most);
    return { variables, low, high: low + whole(random, 0, 3), weight: 1 };
  });
  return { domains, rules };
}

/** The first system about which `solve` is wrong, given time enough; null when there is none. */
export function wrongSolve(solve: typeof Solve, systems: number): string | null {
  for (let seed = 1; seed <= systems; seed += 1) {
    const system = randomSystem(seed);
    const rules = system.rules.map(({ variables, low, high }) => ({ inside: system.domains.map((_, index) => variables.includes(index)), low, high }));
    const answer = solve(system, [], 10_000);
    const expected = satisfiable(rules, system.domains) ? "possible" : "impossible";
    if (answer.verdict !== expected) return `system ${seed} is ${expected}, not ${answer.verdict}`;
    if (answer.verdict !== "possible") continue;
    const { values } = answer;
    const isMet = system.rules.every(({ variables, low, high }) => {
      const sum = variables.reduce((total, variable) => total + values[variable]!, 0);
      return sum >= low && sum <= high;
    });
    const isWithin = system.domains.every(({ low, high }, index) => values[index]! >= low && values[index]! <= high);
    if (!isMet || !isWithin) return `system ${seed}: the values are no witness`;
  }
  return null;
}
