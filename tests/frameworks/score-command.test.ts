import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

function score(input: string, framework = "digcompedu@2017", instrument = "statements") {
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/commands/score.ts", "--framework", framework, "--instrument", instrument], { cwd: root, input, encoding: "utf8" });
  return { code: run.status, out: JSON.parse(run.stdout) as Record<string, never> & { error?: { message: string; where: string } } };
}
const answers = (values: Record<string, unknown>) => JSON.stringify({ answers: values });

describe("score, statements", () => {
  test("a level is the statement chosen, a reason is no level, and nothing is added up", () => {
    const { code, out } = score(answers({ "1.1": 3, "1.2": 6, "6.5": { reason: "consciously-not" } }));
    expect(code).toBe(0);
    expect(Object.keys(out)).toEqual(["total", "areas", "competences", "notes"]);
    expect(out["total"]).toBeNull();
    const competences = out["competences"] as unknown as { id: string; level: string | null }[];
    expect(competences).toHaveLength(22);
    expect(competences.slice(0, 2)).toEqual([{ id: "1.1", level: "B1" }, { id: "1.2", level: "C2" }]);
    expect(competences.at(-1)).toEqual({ id: "6.5", level: null });
    expect(out["areas"]).toHaveLength(6);
    expect(JSON.stringify(out["notes"])).toContain("6.5 (consciously-not)");
  });

  test("no answers at all is a score without levels", () => {
    const { code, out } = score(answers({}));
    expect(code).toBe(0);
    expect((out["competences"] as unknown as { level: null }[]).every(({ level }) => level === null)).toBe(true);
  });

  test("an exact version works too, and growth goes from 1 to 4", () => {
    const { code, out } = score(answers({ "KN-V1": 4 }), "kennisnet-ict@2023.1.0", "growth");
    expect(code).toBe(0);
    expect((out["competences"] as unknown as { id: string; level: string }[])[0]).toEqual({ id: "KN-V1", level: "4" });
  });
});

describe("wrong input ends with 2 and says where", () => {
  const cases: [string, string, string?, string?][] = [
    ["out of range", answers({ "1.1": 7 })],
    ["zero", answers({ "1.1": 0 })],
    ["a fraction", answers({ "1.1": 1.5 })],
    ["a string", answers({ "1.1": "3" })],
    ["null", answers({ "1.1": null })],
    ["an array", answers({ "1.1": [3] })],
    ["an unknown item", answers({ "9.9": 1 })],
    ["a prototype name", '{"answers":{"__proto__":1}}'],
    ["an unknown reason", answers({ "1.1": { reason: "lazy" } })],
    ["a reason with a level", answers({ "1.1": { reason: "do-not-know", level: 3 } })],
    ["beyond a number", '{"answers":{"1.1":1e309}}'],
    ["no answers", "{}"],
    ["a list", "[]"],
    ["nothing", ""],
    ["no JSON", '{"answers":'],
    ["an unknown framework", answers({}), "nothing@2017"],
    ["no version", answers({}), "digcompedu"],
    ["an unknown instrument", answers({}), "digcompedu@2017", "growth"],
  ];
  test.each(cases)("%s", (_name, input, framework, instrument) => {
    const { code, out } = score(input, framework, instrument);
    expect(code).toBe(2);
    expect(out.error!.message.length).toBeGreaterThan(5);
    expect(out.error!.where.length).toBeGreaterThan(3);
  });
});
