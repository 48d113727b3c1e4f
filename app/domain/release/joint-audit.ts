import { blocksOf, compareBlocks, keyOf } from "./blocks.ts";
import { sumsOf } from "./mean.ts";
import type { Block, Figure, Member, PreviousRelease, Respondent, Span } from "./types.ts";
import { solve, type Verdict } from "./solve.ts";
import { findWitness, type Rule, type System } from "./witness.ts";

/** People with the same places in all rounds (null: not counted in that round); `sum` of their levels now, if counted now. */
type Atom = { places: readonly (Member | null)[]; people: number; sum: number | null };

/** The atoms (by index) in each block of one round. */
type Coverage = ReadonlyMap<string, readonly number[]>;

/** What does not depend on the figures of now: the atoms, those in each block of now, and the rules that the earlier figures impose on their sums. */
export type History = { levels: number; atoms: readonly Atom[]; now: Coverage; earlier: readonly Rule[] };

/**
 * All rounds together: earlier releases in the order given, the round of now last; and an assignment that meets the rules
 * (widened where answers have visibly changed).
 */
export type Rounds = History & { start: readonly number[]; isWidened: boolean };

/** Someone for whom no assignment was found: with the figures that stood in the way, smallest first. */
export type Exposure = { suspects: Figure[]; isCuredBy: (figures: readonly Figure[]) => boolean };

// Moves of a search, and halvings of a proof: on simulated boards of 25 schools nearly all searches need fewer than ten moves.
const TURNS = 300;
const NODES = 60;

/** What is known of all rounds before anything of the round of now is published. */
export function historyOf(people: readonly Respondent[], previous: readonly PreviousRelease[], levels: number): History {
  const atoms = atomsOf(people, previous);
  const earlier = previous.flatMap((release, round) => {
    const covered = coverageOf(atoms, round);
    return [...release.figures].sort(compareBlocks).map((figure) => {
      // Everybody who was counted then is in some atom.
      const n = (covered.get(keyOf(figure)) ?? []).reduce((sum, atom) => sum + (atoms[atom]?.people ?? 0), 0);
      return ruleFor(covered, figure, sumsOf(figure.mean, n, levels));
    });
  });
  return { levels, atoms, earlier, now: coverageOf(atoms, previous.length) };
}

/**
 * All rounds with these figures of now. When the earlier figures fit no assignment together with the answers of now, they are
 * widened by the least that was found: answers have then changed for all to see, and the audit goes on with the mildest change
 * that explains it.
 */
export function roundsOf(history: History, figures: readonly Figure[]): Rounds {
  const { levels, atoms, earlier } = history;
  const middle = (atom: Atom) => atom.sum ?? Math.round((atom.people * (levels + 1)) / 2);
  // The answers of now fit the figures of now; a heavy weight keeps it so while the search makes room for the past.
  const now = rulesFor(history.now, figures, levels).map((rule) => ({ ...rule, weight: 1000 }));
  const system = { domains: domainsOf(atoms, levels), rules: [...earlier, ...now] };
  const { verdict, values } = decide(system, atoms.map(middle));
  const widened = earlier.map((rule) => {
    const sum = rule.variables.reduce((total, variable) => total + (values[variable] ?? 0), 0);
    return { ...rule, low: Math.min(rule.low, sum), high: Math.max(rule.high, sum) };
  });
  return { ...history, earlier: widened, start: values, isWidened: verdict !== "possible" };
}

/**
 * The first person who, given all figures of all rounds and nobody changing an answer, could no longer be at 1 or at the top
 * as far as could be shown; null when a full assignment was found for everyone. People for whom the earlier releases alone
 * leave no such assignment are passed over: nothing that is withheld now could help them.
 */
export function firstExposure(rounds: Rounds, figures: readonly Figure[]): Exposure | null {
  const { atoms, levels, earlier, now } = rounds;
  // Of all assignments found: one to start from, and the least and most that each atom came to.
  let witness: readonly number[] | null = null;
  const least = new Float64Array(atoms.length).fill(Infinity);
  const most = new Float64Array(atoms.length).fill(-Infinity);
  const free = domainsOf(atoms, levels);
  // Made once: the search remembers what it worked out about a list of rules.
  const rulesOfAll = [...earlier, ...rulesFor(now, figures, levels)];
  for (const [index, { people }] of atoms.entries()) {
    for (const level of [1, levels]) {
      // The sums of the atom with one of its people at the level.
      const wanted = { low: level + people - 1, high: level + levels * (people - 1) };
      // The sums with one at 1 are the lowest there are, those with one at the top the highest.
      if (level === 1 ? least[index]! <= wanted.high : most[index]! >= wanted.low) continue;
      const verdictOn = (left: readonly Figure[]): Answer => {
        const rules = left === figures ? rulesOfAll : left.length === 0 ? earlier : [...earlier, ...rulesFor(now, left, levels)];
        const domains = free.slice();
        domains[index] = wanted;
        return decide({ domains, rules }, witness ?? rounds.start);
      };
      const answer = verdictOn(figures);
      if (answer.verdict === "possible") {
        const { values } = answer;
        witness ??= values;
        for (let at = 0; at < values.length; at += 1) {
          const value = values[at]!;
          if (value < least[at]!) least[at] = value;
          if (value > most[at]!) most[at] = value;
        }
        continue;
      }
      const { verdict: before } = verdictOn([]);
      if (before === "impossible" || (before === "unknown" && rounds.isWidened)) continue;
      const resisting = figures.filter((_, at) => answer.stubborn.includes(earlier.length + at));
      return {
        suspects: smallestFirst(resisting.length > 0 ? resisting : figures),
        isCuredBy: (left) => verdictOn(left).verdict === "possible",
      };
    }
  }
  return null;
}

/** A verdict with the best values found (a witness when "possible") and the rules that resisted the search. */
type Answer = { verdict: Verdict["verdict"]; values: readonly number[]; stubborn: readonly number[] };

/** First the quick search, then the proof. */
function decide(system: System, start: readonly number[]): Answer {
  const { values, broken, stubborn } = findWitness(system, start, TURNS);
  if (broken.length === 0) return { verdict: "possible", values, stubborn };
  return { values, stubborn, ...solve(system, values, NODES) };
}

function smallestFirst(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => a.n - b.n || compareBlocks(a, b));
}

function atomsOf(people: readonly Respondent[], previous: readonly PreviousRelease[]): Atom[] {
  const rounds: (readonly Member[])[] = [...previous.map(({ members }) => members), people];
  const levelNow = new Map(people.map(({ id, level }) => [id, level]));
  const placesOf = new Map<string, (Member | null)[]>();
  rounds.forEach((members, round) => {
    for (const member of members) {
      const places = placesOf.get(member.id) ?? rounds.map(() => null);
      places[round] = member;
      placesOf.set(member.id, places);
    }
  });
  const atoms = new Map<string, Atom>();
  for (const [id, places] of placesOf) {
    const key = JSON.stringify(places.map((place) => place && keyOf(place)));
    const atom = atoms.get(key) ?? { places, people: 0, sum: places.at(-1) ? 0 : null };
    const level = levelNow.get(id);
    atoms.set(key, { ...atom, people: atom.people + 1, sum: atom.sum === null || level === undefined ? atom.sum : atom.sum + level });
  }
  // In the order of their places, so that the order of people makes no difference.
  return [...atoms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, atom]) => atom);
}

function domainsOf(atoms: readonly Atom[], levels: number): Span[] {
  return atoms.map(({ people }) => ({ low: people, high: levels * people }));
}

function coverageOf(atoms: readonly Atom[], round: number): Coverage {
  const covered = new Map<string, number[]>();
  for (const [index, { places }] of atoms.entries()) {
    const place = places[round];
    for (const block of place ? blocksOf(place) : []) {
      const key = keyOf(block);
      const list = covered.get(key);
      if (list) list.push(index);
      else covered.set(key, [index]);
    }
  }
  return covered;
}

function rulesFor(now: Coverage, figures: readonly Figure[], levels: number): Rule[] {
  return figures.map((figure) => ruleFor(now, figure, sumsOf(figure.mean, figure.n, levels)));
}

function ruleFor(covered: Coverage, figure: Block, { low, high }: Span): Rule {
  return { variables: covered.get(keyOf(figure)) ?? [], low, high, weight: 1 };
}
