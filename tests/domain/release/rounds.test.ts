import { describe, expect, test } from "vitest";
import { releaseCompetence } from "#app/domain/release/release.ts";
import type { PreviousRelease, Respondent } from "#app/domain/release/types.ts";
import { comingAndGoing, exposures, fitsMean, holds, remember, type Round } from "#tests/domain/release/oracles.ts";
import { seriesOf } from "#tests/domain/release/round-series.ts";

const TWO_ROUNDS = 800;
const THREE_ROUNDS = 250;
const CHANGING = 400;

const people = (unit: string, from: number, to: number, level: (index: number) => number): Respondent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: `${unit}${from + index}`, unit, group: "x", level: level(from + index) }));

const release = (list: Respondent[], previous: PreviousRelease[] = []) => releaseCompetence({ k: 5, levels: 4, people: list, previous });

/** Everybody who cannot have had some level, by writing down every possible list of answers (few people, two levels). */
function exposedByListing(rounds: readonly Round[], levels: number): string[] {
  const ids = [...new Set(rounds.flatMap(({ members }) => members.map(({ id }) => id)))];
  const seen = new Set<string>();
  for (let code = 0; code < levels ** ids.length; code += 1) {
    const levelOf = new Map(ids.map((id, index) => [id, 1 + (Math.floor(code / levels ** index) % levels)]));
    const isConsistent = rounds.every(({ members, figures }) =>
      figures.every((figure) => {
        const inside = members.filter((member) => holds(figure, member));
        return fitsMean(figure.mean, inside.reduce((sum, { id }) => sum + levelOf.get(id)!, 0), inside.length, levels);
      }),
    );
    if (isConsistent) for (const [id, level] of levelOf) seen.add(`${id} at ${level}`);
  }
  return ids.flatMap((id) => [1, levels].map((level) => `${id} at ${level}`)).filter((fact) => !seen.has(fact)).sort();
}

describe("layer 3, from round to round", () => {
  test(`P8: two rounds, joiners, leavers and movers: everyone can still be at 1 and at the top (${TWO_ROUNDS} boards, exact)`, () => {
    let published = 0;
    let alone = 0;
    for (let seed = 1; seed <= TWO_ROUNDS; seed += 1) {
      const { levels, rounds, answers } = seriesOf(releaseCompetence, seed, 2, { units: 3, most: 9 });
      expect({ seed, exposed: exposures(rounds, levels) }).toEqual({ seed, exposed: [] });
      published += rounds[1]!.figures.length;
      alone += releaseCompetence({ k: 5, levels, people: answers[1]!, previous: [] }).length;
    }
    // Safe because silent would be no good: nearly all that one round by itself may say is still said.
    expect(published / alone).toBeGreaterThan(0.9);
  });

  test(`P8: three rounds, people who come back among them (${THREE_ROUNDS} boards, exact)`, () => {
    for (let seed = 1; seed <= THREE_ROUNDS; seed += 1) {
      const { levels, rounds } = seriesOf(releaseCompetence, seed, 3, { units: 2, most: 8 });
      expect({ seed, exposed: exposures(rounds, levels) }).toEqual({ seed, exposed: [] });
    }
  });

  test("the exact oracle agrees with writing down every list of answers", () => {
    let compared = 0;
    let exposed = 0;
    for (let seed = 1; compared < 60 && seed < 3000; seed += 1) {
      // Rounds that know nothing of each other, so that some are exposed.
      const { levels, rounds } = seriesOf((round) => releaseCompetence({ ...round, previous: [] }), seed, 2, { units: 2, most: 6 });
      const count = new Set(rounds.flatMap(({ members }) => members.map(({ id }) => id))).size;
      if (levels > 3 || levels ** count > 20_000 || rounds.some(({ figures }) => figures.length === 0)) continue;
      compared += 1;
      const expected = exposedByListing(rounds, levels);
      if (expected.length > 0) exposed += 1;
      expect(exposures(rounds, levels).flatMap(({ ids, level }) => ids.map((id) => `${id} at ${level}`)).sort()).toEqual(expected);
    }
    expect(compared).toBe(60);
    expect(exposed).toBeGreaterThan(0);
  });

  test(`where answers do change, every pair of figures of one block still hides its joiners and leavers (${CHANGING} boards)`, () => {
    let pairs = 0;
    for (let seed = 1; seed <= CHANGING; seed += 1) {
      const { levels, rounds } = seriesOf(releaseCompetence, seed, 3, { units: 3, most: 12, changing: 0.3 });
      const found = comingAndGoing(rounds, levels);
      pairs += found.pairs;
      expect({ seed, shown: found.shown }).toEqual({ seed, shown: [] });
    }
    expect(pairs).toBeGreaterThan(1000);
  });

  test("one joiner among people at the bottom: the second figure is coarser or not there", () => {
    // Ten at 2, then an eleventh at 4: the sum goes from 20 to 24, and the two means by themselves could pin the joiner.
    const first = people("a", 1, 10, () => 2);
    const before = release(first);
    const after = release([...first, ...people("a", 11, 11, () => 4)], [remember(first, before)]);
    expect(exposures([remember(first, before), remember([...first, ...people("a", 11, 11, () => 4)], after)], 4)).toEqual([]);
  });

  test("the same people with other answers: nothing to hide, so nothing is withheld", () => {
    const first = people("a", 1, 12, (index) => 1 + (index % 2));
    const grown = first.map((person) => ({ ...person, level: person.level + 2 }));
    expect(release(grown, [remember(first, release(first))])).toEqual(release(grown));
  });

  test("one joiner and a jump of the mean that one person cannot explain: closed or coarser, in the worst case it was the joiner", () => {
    const first = people("a", 1, 12, (index) => 1 + (index % 2));
    const grown = [...first.map((person) => ({ ...person, level: person.level + 2 })), ...people("a", 13, 13, () => 4)];
    expect(release(grown)).not.toEqual([]);
    expect(release(grown, [remember(first, release(first))])).toEqual([]);
  });

  test("a school that only changed its name is compared all the same", () => {
    let differing = 0;
    for (let joinerAt = 1; joinerAt <= 4; joinerAt += 1) {
      for (let shift = 0; shift < 12; shift += 1) {
        const first = people("a", 1, 12, (index) => (index <= shift ? 2 : 3));
        const before = remember(first, release(first));
        const renamed = [...first.map((person) => ({ ...person, unit: "b" })), { id: "new", unit: "b", group: "x", level: joinerAt }];
        const after = release(renamed, [before]);
        expect(exposures([before, remember(renamed, after)], 4)).toEqual([]);
        if (JSON.stringify(after) !== JSON.stringify(release(renamed))) differing += 1;
      }
    }
    expect(differing).toBeGreaterThan(0);
  });

  test("a release that shares nobody has no say", () => {
    const first = people("a", 1, 12, () => 1);
    const others = people("b", 1, 12, () => 4).map((person) => ({ ...person, unit: "a" }));
    expect(release(others, [remember(first, release(first))])).toEqual(release(others));
  });

  test("every earlier release counts, not only the last one", () => {
    let differing = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const { levels, rounds, answers } = seriesOf(releaseCompetence, seed, 3, { units: 2, most: 8 });
      const onlyLast = releaseCompetence({ k: 5, levels, people: answers[2]!, previous: rounds.slice(1, 2) });
      if (JSON.stringify(onlyLast) !== JSON.stringify(rounds[2]?.figures)) differing += 1;
    }
    expect(differing).toBeGreaterThan(0);
  });
});
