import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frameworkReasons, stepBetween, stepNeeded, versionAfter, versionSteps } from "#app/domain/framework/bump.ts";
import { checkFramework } from "#app/domain/framework/check.ts";
import { continuityBetween } from "#app/domain/framework/continuity.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import { competencesOf, type Framework } from "#app/domain/framework/framework.ts";
import { linksBetween } from "#app/domain/framework/upgrade.ts";
import { stepProblems, stepReports, upgradeFileProblems } from "#app/domain/framework/version-problems.ts";
import { readLibrary } from "#app/services/frameworks.server.ts";
import { folder } from "#scripts/commands/library.ts";
import { dealt, drawFrom, frameworkFrom } from "./documents.ts";
import { firstOf, foundIn, idsOf, inAnyOrder, nextOf, plans, type Plan } from "./next-version.ts";

const plain = (framework: Framework) => JSON.parse(JSON.stringify(framework)) as unknown;
const height = (step: (typeof versionSteps)[number]) => versionSteps.indexOf(step);
const needed = (plan: Plan) => stepNeeded(frameworkReasons(diffFrameworks(firstOf(plan), nextOf(plan).after)));

describe("two versions side by side", () => {
  test("a document and itself: all the same, whatever is in it", () => {
    fc.assert(
      fc.property(dealt, (from) => {
        const checked = checkFramework(JSON.parse(JSON.stringify(frameworkFrom(drawFrom(from)))));
        if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
        // The upgrade says what became of another version, not of itself.
        const { upgrade: _, ...framework } = checked.value;
        const diff = diffFrameworks(framework, structuredClone(framework));
        expect(diff.items.map(({ kind }) => kind)).toEqual(diff.items.map(() => "same"));
        expect(diff.items.filter(({ isCompetence }) => isCompetence).map(({ to }) => to[0]!.id)).toEqual(competencesOf(framework).map(({ node }) => node.id));
        expect([diff.scales, diff.instruments, diff.texts, diff.facts]).toEqual([[], [], [], []]);
        expect(stepNeeded(frameworkReasons(diff))).toBe("none");
      }),
      { numRuns: 400 },
    );
  });

  test("what was done to a version is exactly what is found, the document holds, and it is the same the other way round", () => {
    const mirrored = { same: "same", reworded: "reworded", renamed: "renamed", moved: "moved", split: "merged", merged: "split", new: "gone", gone: "new" } as const;
    fc.assert(
      fc.property(plans, (plan) => {
        const before = firstOf(plan);
        const { after, expected } = nextOf(plan);
        fc.pre(after.nodes.length === 2);
        expect(checkFramework(plain(before)).ok).toBe(true);
        const checked = checkFramework(plain(after));
        expect(checked.ok ? [] : checked.problems).toEqual([]);
        expect(upgradeFileProblems([before, after])).toEqual([]);
        expect(inAnyOrder(foundIn(diffFrameworks(before, after)))).toEqual(inAnyOrder(expected));
        expect(inAnyOrder(foundIn(diffFrameworks(after, before)))).toEqual(inAnyOrder(expected.map(({ kind, from, to }) => ({ kind: mirrored[kind], from: to, to: from }))));
      }),
      { numRuns: 300 },
    );
  });

  test("every part stands in exactly one line of the comparison, in both versions", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const before = firstOf(plan);
        const { after } = nextOf(plan);
        const links = linksBetween(before, after);
        const ids = (framework: Framework) => framework.nodes.flatMap((area) => [area.id, ...(area.children ?? []).map(({ id }) => id)]).sort();
        expect(links.flatMap(({ from }) => from).sort()).toEqual(ids(before));
        expect(links.flatMap(({ to }) => to).sort()).toEqual(ids(after));
      }),
      { numRuns: 400 },
    );
  });

  test("through a version between them the same is found as without it, when that one only spells otherwise", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [first, second] = [firstOf(plan), firstOf(plan, "1.0.1")];
        const { after, expected } = nextOf(plan);
        const onSecond: Framework = { ...after, ...(after.upgrade ? { upgrade: { ...after.upgrade, from: "1.0.1" } } : {}) };
        expect(inAnyOrder(foundIn(diffFrameworks(first, onSecond, [first, second, onSecond])))).toEqual(inAnyOrder(expected));
      }),
      { numRuns: 200 },
    );
  });

  test("what goes on in a trend is what is one and one, and never two questions in one", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { after, expected } = nextOf(plan);
        const { of, broken } = continuityBetween(firstOf(plan), after);
        const goesOn = new Map(expected.flatMap(({ kind, from, to }) => (["same", "reworded", "renamed", "moved"].includes(kind) ? [[to[0]!, from[0]!] as const] : [])));
        for (const { node } of competencesOf(after)) expect(of(node.id).id, node.id).toBe(goesOn.get(node.id) ?? null);
        expect(broken.map(({ why }) => why).sort()).toEqual(expected.flatMap(({ kind }) => (["split", "merged", "new", "gone"].includes(kind) ? [kind] : [])).sort());
      }),
      { numRuns: 400 },
    );
  });
});

describe("the step to a next version", () => {
  test("is as large as what was done asks for", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { expected } = nextOf(plan);
        const kinds = new Set(expected.map(({ kind }) => kind));
        const major = ["renamed", "moved", "split", "merged", "gone"].some((kind) => kinds.has(kind as "gone"));
        // A spelled item that is reworded too, or an area that lost all its competences, asks for more.
        fc.pre(nextOf(plan).after.nodes.length === 2);
        const least = major ? "major" : plan.added > 0 || plan.acts.includes("reword") ? "minor" : plan.acts.includes("spell") ? "patch" : "none";
        expect(needed(plan)).toBe(least);
      }),
      { numRuns: 400 },
    );
  });

  test("is never smaller for doing more", () => {
    fc.assert(
      fc.property(plans, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (plan, left) => {
        // Without merging, because that takes a neighbour along that was left alone.
        const whole: Plan = { ...plan, acts: plan.acts.map((act) => (act === "merge" ? "split" : act)) };
        const part: Plan = { acts: whole.acts.map((act, nth) => (left[nth] ? "keep" : act)), added: 0 };
        expect(height(needed(part))).toBeLessThanOrEqual(height(needed(whole)));
      }),
      { numRuns: 400 },
    );
  });

  test("a number that says less than what changed is refused, with file, place and reason; one that says more is not", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom("patch", "minor", "major"), (plan, taken) => {
        const before = firstOf(plan);
        const after = { ...nextOf(plan).after, version: versionAfter("1.0.0", taken) };
        const problems = stepProblems(stepReports({ frameworks: [before, after], profiles: [], crosswalks: [] }));
        expect(stepBetween("1.0.0", after.version)).toBe(taken);
        expect(problems.length > 0).toBe(height(taken) < height(needed(plan)));
        for (const { file, where, reason } of problems) {
          expect([file, where]).toEqual([`test/${after.version}.json`, "version"]);
          expect(reason).toMatch(new RegExp(`^is a ${taken} step from 1\\.0\\.0, but needs a ${needed(plan)} one \\(${versionAfter("1.0.0", needed(plan)).replaceAll(".", "\\.")} or higher\\): \\S`));
        }
      }),
      { numRuns: 400 },
    );
  });

  test("what was released before stays: every version in the library makes the step it needs", () => {
    const { library } = readLibrary(folder);
    const reports = stepReports(library);
    expect(stepProblems(reports)).toEqual([]);
    expect(upgradeFileProblems(library.frameworks)).toEqual([]);
    expect(reports.find(({ file }) => file === "digcompedu/2017.2.0.json")).toMatchObject({ from: "2017.1.0", step: "minor", needed: "minor", reasons: [{ where: "instruments.checkin", what: "is new" }] });
    expect(reports.find(({ file }) => file === "profiles/digcompedu-po/1.1.0.json")).toMatchObject({ from: "1.0.0", step: "minor", needed: "minor" });
  });

  test("below 1.0.0 nothing is promised, so there a minor step is enough", () => {
    const plan: Plan = { acts: ["drop", "keep"], added: 0 };
    const at = (version: string) => stepProblems(stepReports({ frameworks: [{ ...firstOf(plan), version: "0.3.0" }, { ...nextOf(plan).after, version }], profiles: [], crosswalks: [] })).length;
    expect([at("0.3.1"), at("0.4.0"), at("1.0.0")]).toEqual([1, 0, 0]);
  });
});

describe("an upgrade that does not hold is refused, with the place", () => {
  const plan: Plan = { acts: ["keep", "keep", "keep", "keep"], added: 0 };
  const [one, two, three] = idsOf(plan) as [string, string, string, string];
  const told = (upgrade: NonNullable<Framework["upgrade"]>, version = "2.0.0") => {
    const after = { ...nextOf(plan, version).after, upgrade };
    const checked = checkFramework(plain(after));
    return [...(checked.ok ? [] : checked.problems), ...upgradeFileProblems([firstOf(plan), after])].map(({ where, reason }) => `${where}: ${reason}`);
  };
  test.each([
    ["an id that this version does not have", { from: "1.0.0", items: [{ from: [one], to: ["z.9"] }] }, [/^upgrade\.items\.0\.to: this version has no "z\.9"$/]],
    ["an id that the older version does not have", { from: "1.0.0", items: [{ from: ["z.9"], to: [one] }] }, [/^upgrade\.items\.0\.from: version 1\.0\.0 has no "z\.9"$/]],
    ["an id twice", { from: "1.0.0", items: [{ from: [one], to: [one] }, { from: [one], to: [two] }] }, [/^upgrade\.items\.1\.from: "a\.1" stands twice/]],
    ["a target twice", { from: "1.0.0", items: [{ from: [one], to: [one] }, { from: [two], to: [one] }] }, [/^upgrade\.items\.1\.to: "a\.1" stands twice/]],
    ["several of several", { from: "1.0.0", items: [{ from: [one, two], to: [one, two] }] }, [/^upgrade\.items\.0: makes several of several/]],
    ["nothing of nothing", { from: "1.0.0", items: [{ from: [], to: [] }] }, [/^upgrade\.items\.0: is empty$/]],
    ["an area of a competence", { from: "1.0.0", items: [{ from: [one], to: ["a"] }] }, [/^upgrade\.items\.0\.from: makes an area of a competence/]],
    ["an area and a competence", { from: "1.0.0", items: [{ from: [], to: [three, "a"] }] }, [/^upgrade\.items\.0\.to: names an area and a competence/, /^upgrade\.items\.0\.from: makes an area/]],
    ["a version that is not there", { from: "0.9.0", items: [] }, [/^upgrade\.from: there is no version 0\.9\.0 of test$/]],
    ["a version that is not older", { from: "2.0.0", items: [] }, [/^upgrade\.from: is not older than this version \(2\.0\.0\)$/]],
  ] as const)("%s", (_, upgrade, expected) => {
    const problems = told(upgrade as unknown as NonNullable<Framework["upgrade"]>);
    expect(problems).toHaveLength(expected.length);
    expected.forEach((pattern, nth) => expect(problems[nth]).toMatch(pattern));
  });
});
