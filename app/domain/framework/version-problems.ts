import { frameworkReasons, largerStep, stepAsked, stepBetween, stepNeeded, versionAfter, versionSteps, type StepReason, type VersionStep } from "#app/domain/framework/bump.ts";
import { crosswalkReasons } from "#app/domain/framework/bump-crosswalk.ts";
import { profileReasons } from "#app/domain/framework/bump-profile.ts";
import type { Problem } from "#app/domain/framework/check-instruments.ts";
import { mappingProblems } from "#app/domain/framework/check-upgrade.ts";
import type { Crosswalk } from "#app/domain/framework/crosswalk.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { newestOf } from "#app/domain/framework/upgrade.ts";
import { compareVersions } from "#app/domain/framework/version.ts";

/** What a version number has to say: the step from the version before it, and the least step that the differences ask for. */
export type StepReport = { readonly file: string; readonly from: string; readonly to: string; readonly step: VersionStep; readonly needed: VersionStep; readonly reasons: readonly StepReason[] };
type Versioned = { readonly slug: string; readonly version: string };
type FileProblem = Problem & { readonly file: string };
type Files = { readonly frameworks: readonly Framework[]; readonly profiles: readonly Profile[]; readonly crosswalks: readonly Crosswalk[] };

/** Every version against the newest older one of its own; the first of each has nothing to stand against. */
export function stepReports({ frameworks, profiles, crosswalks }: Files): StepReport[] {
  const reasonsFor = (before: Framework, after: Framework) => frameworkReasons(diffFrameworks(before, after, ofSlug(frameworks, after.slug)));
  const stepOfFramework = (slug: string, from: string, to: string): VersionStep => {
    if (from === to) return "none";
    const [before, after] = [from, to].map((version) => frameworks.find((each) => each.slug === slug && each.version === version));
    // A profile for another version of its framework is another one, even where nothing changed that we know of.
    return before && after ? largerStep("patch", stepNeeded(reasonsFor(before, after))) : "major";
  };
  return [
    ...reportsOf(frameworks, "", reasonsFor),
    ...reportsOf(profiles, "profiles/", (before, after) => profileReasons(before, after, before.framework === after.framework ? stepOfFramework(after.framework, before.frameworkVersion, after.frameworkVersion) : "major")),
    ...reportsOf(crosswalks, "crosswalks/", crosswalkReasons),
  ];
}

function reportsOf<T extends Versioned>(all: readonly T[], folder: string, reasonsOf: (before: T, after: T) => StepReason[]): StepReport[] {
  return all.flatMap((after) => {
    const before = newestOf(ofSlug(all, after.slug).filter(({ version }) => compareVersions(version, after.version) < 0));
    if (!before) return [];
    const reasons = reasonsOf(before, after);
    return [{ file: `${folder}${after.slug}/${after.version}.json`, from: before.version, to: after.version, step: stepBetween(before.version, after.version), needed: stepAsked(before.version, stepNeeded(reasons)), reasons }];
  });
}

/** A version that says less than what changed in it is refused: whoever follows the number would not know. */
export function stepProblems(reports: readonly StepReport[]): FileProblem[] {
  return reports.flatMap(({ file, from, step, needed, reasons }) => {
    if (versionSteps.indexOf(step) >= versionSteps.indexOf(needed)) return [];
    const why = reasons.filter((each) => stepAsked(from, each.step) === needed);
    const told = why.slice(0, mostTold).map(({ where, what }) => `${where} ${what}`).join("; ");
    const more = why.length > mostTold ? `; and ${why.length - mostTold} more` : "";
    return [{ file, where: "version", reason: `is a ${step} step from ${from}, but needs a ${needed} one (${versionAfter(from, needed)} or higher): ${told}${more}` }];
  });
}

const mostTold = 3;

/** What is wrong with upgrades that say what became of an older version. */
export function upgradeFileProblems(frameworks: readonly Framework[]): FileProblem[] {
  return frameworks.flatMap((after) => {
    const before = frameworks.find(({ slug, version }) => slug === after.slug && version === after.upgrade?.from) ?? null;
    return mappingProblems(after, before).map((problem) => ({ file: `${after.slug}/${after.version}.json`, ...problem }));
  });
}

function ofSlug<T extends Versioned>(all: readonly T[], slug: string): T[] {
  return all.filter((each) => each.slug === slug);
}
