// Boards as they occur: schools of very different sizes and a small office, five function families, about three quarters answer.
import type { Respondent } from "#app/domain/release/types.ts";
import { whole } from "#tests/domain/release/oracles.ts";

const ANSWERING = 0.75;

export function simulatedBoard(schools: number, levels: number, random: () => number): Respondent[] {
  const people: Respondent[] = [];
  // Most answers lie around a middle that differs per group, as answers to a growth scale do.
  const add = (unit: string, group: string, staff: number) => {
    const middle = 0.35 + 0.35 * random();
    for (let index = 0; index < staff; index += 1) {
      if (random() < ANSWERING) people.push({ id: `${unit}.${group}.${index}`, unit, group, level: levelAround(middle, levels, random) });
    }
  };
  for (let school = 1; school <= schools; school += 1) {
    const unit = `school ${school}`;
    // From the village school of six to the city school of forty-five.
    const teachers = Math.round(6 + 39 * random() ** 1.7);
    add(unit, "leraar", teachers);
    add(unit, "onderwijsondersteuner", Math.round(teachers * (0.15 + 0.35 * random())));
    add(unit, "schoolleider", teachers > 25 ? whole(random, 1, 3) : 1);
  }
  add("bestuursbureau", "staf", Math.round(2 + schools * (0.4 + 0.6 * random())));
  add("bestuursbureau", "bestuurder", whole(random, 1, 2));
  return people;
}

/** A year later: some left, some came, some moved to another school, and of the rest a part grew by a level. */
export function aYearLater(
  people: readonly Respondent[],
  levels: number,
  year: number,
  { turnover, growing }: { turnover: number; growing: number },
  random: () => number,
): Respondent[] {
  const schools = [...new Set(people.filter(({ unit }) => unit !== "bestuursbureau").map(({ unit }) => unit))];
  const stayed = people
    .filter(() => random() >= turnover)
    .map((person) => ({
      ...person,
      unit: person.group === "leraar" && random() < 0.02 ? (schools[whole(random, 0, schools.length - 1)] ?? person.unit) : person.unit,
      level: random() < growing ? Math.min(levels, person.level + 1) : person.level,
    }));
  const joined = people
    .filter(() => random() < turnover)
    .map((person, index) => ({ ...person, id: `${year}.${index}`, level: levelAround(0.5, levels, random) }));
  return [...stayed, ...joined];
}

function levelAround(middle: number, levels: number, random: () => number): number {
  const bell = (random() + random() + random()) / 3 - 0.5;
  return Math.min(levels, Math.max(1, 1 + Math.round((middle + 1.1 * bell) * (levels - 1))));
}
