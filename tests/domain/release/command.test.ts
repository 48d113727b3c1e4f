import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { releaseCompetence } from "#app/domain/release/release.ts";
import { remember } from "#tests/domain/release/oracles.ts";

const ROOT = join(import.meta.dirname, "../../..");

type Outcome = { code: number | null; out: string; err: string };

/** The command itself, as `npm run --silent release` starts it. */
function run(input: string | Buffer): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/commands/release.ts"], { cwd: ROOT });
    const outcome: Outcome = { code: null, out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (outcome.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (outcome.err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...outcome, code }));
    child.stdin.on("error", reject);
    child.stdin.end(input);
  });
}

const someone = (index: number, more: object = {}) => ({ id: `p${index}`, unit: "De Regenboog", group: "leraar", level: 1 + (index % 4), ...more });
const many = (count: number, more: object = {}) => Array.from({ length: count }, (_, index) => someone(index, more));
const round = (people: unknown, more: object = {}) => JSON.stringify({ k: 5, levels: 4, people, ...more });

describe("npm run release", () => {
  test("prints the release as JSON and nothing else", async () => {
    const { code, out, err } = await run(round(many(6)));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const mean = { shown: 2, end: null, low: 1.75, high: 2.25 };
    expect(JSON.parse(out)).toEqual({
      cells: [
        { unit: "De Regenboog", group: "leraar", n: "5-9", mean },
        { unit: "De Regenboog", group: null, n: "5-9", mean },
        { unit: null, group: "leraar", n: "5-9", mean },
        { unit: null, group: null, n: "5-9", mean },
      ],
    });
    expect(out).toMatch(/^\{.*\}\n$/);
  });

  test("nobody: no cells", async () => {
    expect(await run(round([]))).toEqual({ code: 0, out: '{"cells":[]}\n', err: "" });
  });

  test("ids are optional while there is no earlier round, and make no difference", async () => {
    const without = many(7).map(({ unit, group, level }) => ({ unit, group, level }));
    expect((await run(round(without))).out).toBe((await run(round(many(7)))).out);
  });

  test("names are data: __proto__, quotes, stars and emoji", async () => {
    const people = ["__proto__", '"],[null', "*", "🏫\u0000\n", "constructor"].flatMap((unit, at) =>
      Array.from({ length: 6 }, (_, index) => ({ id: `${at}.${index}`, unit, group: "hasOwnProperty", level: 2 })),
    );
    const { code, out } = await run(round(people));
    expect(code).toBe(0);
    const { cells } = JSON.parse(out) as { cells: { unit: string | null }[] };
    expect(new Set(cells.map(({ unit }) => unit))).toEqual(new Set(["__proto__", '"],[null', "*", "🏫\u0000\n", "constructor", null]));
  });

  test("earlier rounds are released in order, each audited against those before it", async () => {
    const rounds = [many(10), [...many(10), someone(11, { level: 4 })], [...many(9), someone(12, { level: 1 })]];
    const { code, out } = await run(round(rounds[2], { previous: [{ people: rounds[0] }, { people: rounds[1] }] }));
    const before: ReturnType<typeof remember>[] = [];
    for (const people of rounds) before.push(remember(people, releaseCompetence({ k: 5, levels: 4, people, previous: [...before] })));
    expect({ code, cells: (JSON.parse(out) as { cells: unknown }).cells }).toEqual({ code: 0, cells: before.at(-1)?.figures });
  });

  test.each<[string, string | Buffer, string]>([
    ["nothing", "", "stdin"],
    ["blanks", " \n\t", "stdin"],
    ["half of it", '{"k": 5,\n "levels"', "line 2, column 10"],
    ["a stray comma", '{"k": 5,\n "levels": 4,}', "line 2, column 14"],
    ["what only looks like JSON", "{k: 5}", "line 1, column 2"],
    ["two values", "{} {}", "line 1, column 4"],
    ["a string without an end", '["abc', "line 1, column 6"],
    ["not UTF-8", Buffer.from([0x22, 0xff, 0x22]), "stdin"],
    ["a list", "[]", ""],
    ["null", "null", ""],
    ["no people", '{"k":5,"levels":4}', "people"],
    ["k of 4", round([], { k: 4 }), "k"],
    ["k of 11", round([], { k: 11 }), "k"],
    ["k of 5.5", round([], { k: 5.5 }), "k"],
    ["k as text", round([], { k: "5" }), "k"],
    ["one level", round([], { levels: 1 }), "levels"],
    ["eleven levels", round([], { levels: 11 }), "levels"],
    ["level 0", round([someone(0, { level: 0 })]), "people.0.level"],
    ["a level above the scale", round([someone(0), someone(1, { level: 5 })]), "people.1.level"],
    ["a level that is not whole", round([someone(0, { level: 1.5 })]), "people.0.level"],
    ["a level as text", round([someone(0, { level: "1" })]), "people.0.level"],
    ["no level", round([someone(0, { level: null })]), "people.0.level"],
    ["an empty name", round([someone(0, { unit: "" })]), "people.0.unit"],
    ["a school without a name", round([someone(0, { unit: null })]), "people.0.unit"],
    ["a field too many", round([someone(0, { name: "Anna" })]), "people.0"],
    ["the same person twice", round([someone(0), someone(0)]), "people.1.id"],
    ["the same person twice, earlier", round(many(5), { previous: [{ people: [someone(0), someone(0)] }] }), "previous.0.people.1.id"],
    ["earlier rounds without ids now", round([{ unit: "a", group: "b", level: 1 }], { previous: [{ people: [] }] }), "people.0.id"],
    ["earlier rounds without ids then", round([], { previous: [{ people: [{ unit: "a", group: "b", level: 1 }] }] }), "previous.0.people.0.id"],
    ["an earlier level above the scale", round([], { previous: [{ people: [someone(0, { level: 5 })] }] }), "previous.0.people.0.level"],
    ["an earlier round that is a list", round([], { previous: [[]] }), "previous.0"],
  ])("wrong input: %s", async (_, input, where) => {
    const { code, out, err } = await run(input);
    const { error } = JSON.parse(out) as { error: { message: string; where: string } };
    expect({ code, err, where: error.where }).toEqual({ code: 2, err: "", where });
    expect(Object.keys(JSON.parse(out) as object)).toEqual(["error"]);
    expect(error.message.length).toBeGreaterThan(5);
  });

  test("more than 20 MB is refused, and the writer is heard out", async () => {
    const { code, out } = await run(Buffer.alloc(21 * 1024 * 1024, " "));
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { where: "stdin" } });
  });

  test("what is wrong is said without repeating what people answered", async () => {
    const { out } = await run('{"k":5,"people":[{"id":"Anna de Vries" "level":4}]}');
    expect(out).not.toContain("Anna");
  });
});
