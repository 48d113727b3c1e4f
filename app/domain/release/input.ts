import { z } from "zod";
import { releaseCompetence } from "./release.ts";
import type { PreviousRelease, ReleasedFigure, Respondent } from "./types.ts";

/** Wrong input: what is wrong, and where ("people.3.level"; "" for the whole). */
export type InputError = { message: string; where: string };

const name = z.string().min(1, "must not be empty");

const person = z.strictObject({
  id: name.optional(),
  unit: name,
  group: name,
  level: z.number().int().min(1),
});

const people = z.array(person);

const input = z.strictObject({
  k: z.number().int().min(5).max(10),
  levels: z.number().int().min(2).max(10),
  people,
  previous: z.array(z.strictObject({ people })).optional(),
});

type Input = z.infer<typeof input>;
type Round = { where: string; people: Input["people"]; needsIds: boolean };

/**
 * The figures for the input of `npm run release` (any parsed JSON): the earlier rounds are released in the order given,
 * each audited against those before it, and the round itself last. Or what is wrong with the input, first thing first.
 * Source: release-spec, Command.
 */
export function releaseFromInput(value: unknown): { cells: ReleasedFigure[] } | { error: InputError } {
  const parsed = input.safeParse(value);
  if (!parsed.success) return { error: describe(parsed.error) };
  const { k, levels, people: current, previous = [] } = parsed.data;
  const needsIds = previous.length > 0;
  const rounds: Round[] = [
    ...previous.map((round, index) => ({ where: `previous.${index}.people`, people: round.people, needsIds: true })),
    { where: "people", people: current, needsIds },
  ];
  for (const round of rounds) {
    const error = errorIn(round, levels);
    if (error) return { error };
  }
  const before: PreviousRelease[] = [];
  let cells: ReleasedFigure[] = [];
  for (const round of rounds) {
    const respondents = round.people.map(toRespondent);
    cells = releaseCompetence({ k, levels, people: respondents, previous: before });
    before.push({ members: respondents.map(({ id, unit, group }) => ({ id, unit, group })), figures: cells });
  }
  return { cells };
}

function toRespondent({ id, unit, group, level }: Input["people"][number], index: number): Respondent {
  // Without an id nobody is compared with anyone; the prefixes keep a given id apart from a place in the list.
  return { id: id === undefined ? `place:${index}` : `id:${id}`, unit, group, level };
}

function errorIn({ where, people: listed, needsIds }: Round, levels: number): InputError | null {
  const seen = new Map<string, number>();
  for (const [index, { id, level }] of listed.entries()) {
    if (level > levels) return { message: `level must be at most ${levels}`, where: `${where}.${index}.level` };
    if (id === undefined) {
      if (!needsIds) continue;
      return { message: "id is required when there are previous rounds", where: `${where}.${index}.id` };
    }
    const first = seen.get(id);
    if (first !== undefined) {
      return { message: `the same id as ${where}.${first}: each person is counted once`, where: `${where}.${index}.id` };
    }
    seen.set(id, index);
  }
  return null;
}

function describe(error: z.ZodError): InputError {
  const issue = error.issues[0];
  return { message: issue?.message ?? "wrong input", where: issue?.path.join(".") ?? "" };
}
