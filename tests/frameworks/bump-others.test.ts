import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { profileReasons } from "#app/domain/framework/bump-profile.ts";
import { crosswalkReasons } from "#app/domain/framework/bump-crosswalk.ts";
import { stepAsked, stepBetween, stepNeeded, versionAfter } from "#app/domain/framework/bump.ts";
import { inverse, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { stepProblems, stepReports } from "#app/domain/framework/version-problems.ts";

type Loose<T> = T extends readonly (infer E)[] ? Loose<E>[] : T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T;
const file = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../frameworks/${name}.json`, import.meta.url), "utf8")) as T;

describe("numbers", () => {
  test.each([
    ["1.2.3", "1.2.4", "patch"],
    ["1.2.3", "1.3.0", "minor"],
    ["2017.1.9", "2017.1.10", "patch"],
    ["1.9.9", "2.0.0", "major"],
    ["1.2.3", "1.2.3", "none"],
    ["2.0.0", "1.9.9", "none"],
  ] as const)("from %s to %s is %s", (before, after, step) => {
    expect(stepBetween(before, after)).toBe(step);
  });

  test("the next version with a step is the first that makes it", () => {
    expect((["none", "patch", "minor", "major"] as const).map((step) => versionAfter("1.2.3", step))).toEqual(["1.2.3", "1.2.4", "1.3.0", "2.0.0"]);
    expect([stepAsked("0.9.0", "major"), stepAsked("0.9.0", "patch"), stepAsked("1.0.0", "major")]).toEqual(["minor", "patch", "major"]);
  });
});

describe("a profile", () => {
  const profile = () => file<Loose<Profile>>("profiles/kennisnet-po/1.0.0");
  const step = (work: (after: Loose<Profile>) => void, framework: Parameters<typeof profileReasons>[2] = "none") => {
    const after = profile();
    work(after);
    return stepNeeded(profileReasons(profile(), after, framework));
  };
  const teacher = (after: Loose<Profile>) => after.families.leraar!;
  const caretaker = (after: Loose<Profile>) => after.families.onderwijsondersteuner!.asked["concierge"]!;

  test.each<[string, (after: Loose<Profile>) => void, string]>([
    ["nothing", () => {}, "none"],
    ["a dot in the reasoning", (after) => void (after.reasoning.nl += "."), "patch"],
    ["another reasoning", (after) => void (after.reasoning.nl += " En er komt een heel nieuwe reden bij."), "minor"],
    ["another target", (after) => void (Object.values(teacher(after).targets)[0]!.level = "4"), "minor"],
    ["another weight", (after) => void (Object.values(teacher(after).targets)[0]!.weight = 2.5), "minor"],
    ["one question more", (after) => void caretaker(after).items.push("KN-V9"), "minor"],
    ["another short selection", (after) => void (caretaker(after).short = caretaker(after).items.slice(-2)), "minor"],
    ["a family more", (after) => void (after.families.schoolleider = structuredClone(teacher(after))), "minor"],
    ["a function more", (after) => void (after.families.onderwijsondersteuner!.asked["ict-medewerker"] = structuredClone(caretaker(after))), "minor"],
    ["one question less", (after) => void caretaker(after).items.shift(), "major"],
    ["a family less", (after) => void delete after.families.onderwijsondersteuner, "major"],
    ["a function less", (after) => void delete after.families.onderwijsondersteuner!.asked["concierge"], "major"],
    ["another instrument", (after) => void (after.instrument = "other"), "major"],
  ])("%s", (_, work, expected) => {
    expect(step(work)).toBe(expected);
  });

  test("for another version of its framework it makes at least the same step", () => {
    expect((["patch", "minor", "major"] as const).map((framework) => step((after) => void (after.reasoning.nl += "."), framework))).toEqual(["patch", "minor", "major"]);
  });
});

describe("a crosswalk", () => {
  const crosswalk = () => file<Loose<Crosswalk>>("crosswalks/po-draft/0.1.0");
  const step = (work: (after: Loose<Crosswalk>) => void) => {
    const after = crosswalk();
    work(after);
    return stepNeeded(crosswalkReasons(crosswalk() as Crosswalk, after as Crosswalk));
  };

  test.each<[string, (after: Loose<Crosswalk>) => void, string]>([
    ["nothing", () => {}, "none"],
    ["relations in another order, said from the other end", (after) => void (after.relations = after.relations.reverse().map((each) => inverse(each as Relation) as Loose<Relation>)), "none"],
    ["a dot in a reason", (after) => void (after.relations[0]!.reason.en += "."), "patch"],
    ["another reason", (after) => void (after.relations[0]!.reason.nl = "Iets heel anders dan er stond."), "minor"],
    ["more certain", (after) => void (after.relations[0]!.confidence = after.relations[0]!.confidence === "high" ? "low" : "high"), "minor"],
    ["reviewed", (after) => void (after.relations[0]!.status = "reviewed"), "minor"],
    ["another author", (after) => void (after.relations[0]!.author = "Somebody else"), "patch"],
    ["a relation more", (after) => void after.relations.push({ ...structuredClone(after.relations[0]!), target: "digcompedu:99.9" }), "minor"],
    ["a relation less", (after) => void after.relations.shift(), "major"],
    ["another kind of relation", (after) => void (after.relations[0]!.relation = after.relations[0]!.relation === "related" ? "close" : "related"), "major"],
    ["a newer version of a framework", (after) => void (after.frameworks[0]!.version = "2024.2.0"), "minor"],
    ["a framework less", (after) => void after.frameworks.shift(), "major"],
  ])("%s", (_, work, expected) => {
    expect(step(work)).toBe(expected);
  });

  test("with a number that says too little is refused", () => {
    const [first, second] = [crosswalk(), crosswalk()];
    [first.version, second.version] = ["1.0.0", "1.1.0"];
    const gone = second.relations.shift()!;
    const problems = stepProblems(stepReports({ frameworks: [], profiles: [], crosswalks: [first, second] as Crosswalk[] }));
    expect(problems).toEqual([{ file: "crosswalks/po-draft/1.1.0.json", where: "version", reason: `is a minor step from 1.0.0, but needs a major one (2.0.0 or higher): ${[gone.source, gone.target].sort().join(" ")} is no relation any more` }]);
  });
});
