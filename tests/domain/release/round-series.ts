// Small boards over several rounds in which nobody changes an answer, but people come, leave and move: the worst case of layer 3.
import type { PreviousRelease, ReleasedFigure, Respondent } from "#app/domain/release/types.ts";
import { peopleOf, remember, seeded, whole } from "#tests/domain/release/oracles.ts";

export type Release = (round: { k: number; levels: number; people: Respondent[]; previous: PreviousRelease[] }) => ReleasedFigure[];

export type Series = { levels: number; rounds: PreviousRelease[]; answers: Respondent[][] };

export function seriesOf(release: Release, seed: number, count: number, { units, most, changing = 0 }: { units: number; most: number; changing?: number }): Series {
  const random = seeded(seed);
  const levels = whole(random, 2, 6);
  const schools = ["a", "b", "c"].slice(0, whole(random, 1, units));
  const families = ["x", "y"].slice(0, whole(random, 1, 2));
  const anywhere = () => ({ unit: schools[whole(random, 0, schools.length - 1)]!, group: families[whole(random, 0, families.length - 1)]! });
  const anyLevel = () => (random() < 0.3 ? 1 : random() < 0.5 ? levels : whole(random, 1, levels));
  let people = peopleOf(schools.flatMap((unit) => families.map((group) => ({ unit, group, n: whole(random, 0, most) }))), levels, random);
  const rounds: PreviousRelease[] = [];
  const answers: Respondent[][] = [];
  let away: Respondent[] = [];
  for (let round = 0; round < count; round += 1) {
    if (round > 0) {
      const back = away;
      away = people.filter(() => random() < 0.1);
      people = people.filter((person) => !away.includes(person));
      // Some who were away return, to where they were.
      people.push(...back.filter(() => random() < 0.5));
      people = people.map((person) => (random() < 0.1 ? { ...person, ...anywhere() } : person));
      people = people.map((person) => (random() < changing ? { ...person, level: anyLevel() } : person));
      for (let index = whole(random, 0, 3); index > 0; index -= 1) people.push({ id: `new ${round}.${index}`, ...anywhere(), level: anyLevel() });
    }
    rounds.push(remember(people, release({ k: 5, levels, people, previous: [...rounds] })));
    answers.push(people);
  }
  return { levels, rounds, answers };
}
