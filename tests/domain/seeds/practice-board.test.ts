import { expect, test } from "vitest";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { frameworkAt, profileFor, readLibrary } from "#app/services/frameworks.server.ts";
import { answerTo, temperFrom } from "#seeds/answer-profiles.ts";
import { practiceBoard } from "#seeds/practice-board.ts";
import { randomFrom } from "#seeds/random.ts";

test("the practice board is the same in every run: three schools, an office, about ninety people in five families", () => {
  const board = practiceBoard();
  expect(board).toEqual(practiceBoard());
  expect(board.plan.schools.map(({ kind }) => kind)).toEqual(["school", "school", "school", "office"]);
  expect(board.characters.length).toBeGreaterThan(84);
  expect(board.characters.length).toBeLessThan(96);
  expect(new Set(board.characters.map(({ family }) => family)).size).toBe(5);
  expect(board.characters.filter(({ schoolId }) => schoolId === board.veldje)).toHaveLength(4);
  expect(board.characters.filter(({ login }) => login !== null).map(({ email }) => email)).toEqual(
    ["leraar", "ondersteuner", "schoolleider", "hr", "beheerder"].map((login) => `${login}@groeikompas.example`),
  );
});

test("ids, names and addresses are unique, and addresses are plain", () => {
  const { characters } = practiceBoard();
  for (const of of ["id", "name", "email"] as const) expect(new Set(characters.map((each) => each[of])).size).toBe(characters.length);
  for (const { email } of characters) expect(email).toMatch(/^[a-z]+(\.[a-z]+)?@(groeikompas|morgenwijs)\.example$/);
});

test("answers stay on the scale, follow the story, and a reason is no level", () => {
  const { library } = readLibrary("frameworks");
  const framework = frameworkAt("digcompedu", "2017", library)!;
  const pages = pagesFor(framework, profileFor(framework, "statements", library)!, { family: "leraar", functionId: "groepsleerkracht" });
  const random = randomFrom(7);
  const mean = (story: number) => {
    const levels = Array.from({ length: 200 }, () => answerTo(pages[0]!, temperFrom(random), { [pages[0]!.competenceId]: story }, 0, 6, random).answer).flatMap((answer) => ("level" in answer ? [answer.level] : []));
    expect(levels.every((level) => Number.isInteger(level) && level >= 1 && level <= 6)).toBe(true);
    expect(levels.length).toBeGreaterThan(150);
    return levels.reduce((sum, level) => sum + level, 0) / levels.length;
  };
  expect(mean(1)).toBeGreaterThan(mean(-1) + 1);
});
