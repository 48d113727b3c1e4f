import type { FrameworkDiff, ItemChange } from "#app/domain/framework/diff.ts";
import { isSpellingOnly, type TextChange } from "#app/domain/framework/texts.ts";
import { compareVersions } from "#app/domain/framework/version.ts";

/** How large a step from one version to the next is. Patch: spelling. Minor: added or reworded. Major: what stood there is not there any more as it was. */
export const versionSteps = ["none", "patch", "minor", "major"] as const;
export type VersionStep = (typeof versionSteps)[number];

/** Why a step has to be at least so large. Sentences are for whoever edits the file, in English. */
export type StepReason = { readonly step: VersionStep; readonly where: string; readonly what: string };

/** The larger of the two. */
export function largerStep(a: VersionStep, b: VersionStep): VersionStep {
  return versionSteps.indexOf(a) >= versionSteps.indexOf(b) ? a : b;
}

/** The least step that all these reasons allow. */
export function stepNeeded(reasons: readonly Pick<StepReason, "step">[]): VersionStep {
  return reasons.reduce<VersionStep>((most, { step }) => largerStep(most, step), "none");
}

/** The step that two numbers make: 1.2.3 → 1.3.0 is minor. None when the second is not newer. */
export function stepBetween(before: string, after: string): VersionStep {
  if (compareVersions(before, after) >= 0) return "none";
  const [a, b] = [before, after].map((version) => version.split(".").map(Number)) as [number[], number[]];
  return a[0] !== b[0] ? "major" : a[1] !== b[1] ? "minor" : "patch";
}

/** Below 1.0.0 nothing is promised yet, so there a minor step is enough for everything. Source: semver.org, 4. */
export function stepAsked(before: string, needed: VersionStep): VersionStep {
  return needed === "major" && before.startsWith("0.") ? "minor" : needed;
}

/** The version that comes after this one with such a step: 1.2.3 and minor is 1.3.0. */
export function versionAfter(version: string, step: VersionStep): string {
  const [major, minor, patch] = version.split(".").map(Number) as [number, number, number];
  if (step === "major") return `${major + 1}.0.0`;
  if (step === "minor") return `${major}.${minor + 1}.0`;
  return step === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

/** Everything that asks for a step, from the differences between two versions of a framework. Nothing can lower a step again. */
export function frameworkReasons(diff: FrameworkDiff): StepReason[] {
  const { items, scales, instruments, texts, facts } = diff;
  return [
    ...items.flatMap(itemReasons),
    ...scales.map(({ where, kind, texts: words }): StepReason => (kind === "steps" ? { step: "major", where, what: "has other steps" } : wordReason(where, words))),
    ...instruments.map(({ id, kind, texts: words }): StepReason => {
      const where = `instruments.${id}`;
      if (kind === "words") return wordReason(where, words);
      return kind === "new" ? { step: "minor", where, what: "is new" } : { step: "major", where, what: kind === "gone" ? "is gone" : "asks or counts otherwise" };
    }),
    ...(texts.length > 0 ? [wordReason("(document)", texts)] : []),
    ...facts.map(factReason),
  ];
}

function itemReasons({ kind, isCompetence, from, to, texts }: ItemChange): StepReason[] {
  const names = (parts: ItemChange["from"]) => parts.map(({ id }) => `"${id}"`).join(", ");
  const where = to[0]?.id ?? from[0]!.id;
  const sort = isCompetence ? "competence" : "area";
  switch (kind) {
    case "same":
      return [];
    case "reworded":
      return [wordReason(where, texts)];
    case "new":
      return [{ step: "minor", where, what: `is a new ${sort}` }];
    case "gone":
      return [{ step: "major", where, what: `${sort} ${names(from)} is gone` }];
    case "moved":
      return [{ step: "major", where, what: `${sort} ${names(from)} moved to another area` }];
    case "renamed":
      return [{ step: "major", where, what: `${sort} ${names(from)} has another id` }];
    case "split":
      return [{ step: "major", where, what: `${sort} ${names(from)} was split into ${names(to)}` }];
    case "merged":
      return [{ step: "major", where, what: `${names(from)} were merged into ${names(to)}` }];
  }
}

function wordReason(where: string, texts: readonly TextChange[]): StepReason {
  if (isSpellingOnly(texts)) return { step: "patch", where, what: "is spelled otherwise" };
  const added = texts.every(({ before }) => before === null);
  return { step: "minor", where, what: added ? "has words that it did not have" : "is reworded" };
}

function factReason(field: string): StepReason {
  // Another language, or an item that is compared from now on, is more than spelling.
  const step = field === "languages" || field.endsWith(".extra") ? "minor" : "patch";
  return { step, where: field, what: "is not as it was" };
}
