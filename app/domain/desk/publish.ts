import type { Draft } from "#app/domain/desk/draft.ts";
import { frameworkReasons, largerStep, stepAsked, stepNeeded, versionAfter, versionSteps, type StepReason, type VersionStep } from "#app/domain/framework/bump.ts";
import { profileReasons } from "#app/domain/framework/bump-profile.ts";
import { diffFrameworks, type ChangeKind } from "#app/domain/framework/diff.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { newestOf, placesOf } from "#app/domain/framework/upgrade.ts";

/** The numbers a draft may be published under, the smallest step first. `from`: the newest published version, null for the first. */
export type VersionChoices = {
  readonly from: string | null;
  readonly needed: VersionStep;
  readonly choices: readonly { readonly version: string; readonly step: VersionStep }[];
  /** How many competences and areas are not as they were, by what became of them. */
  readonly counts: Readonly<Partial<Record<ChangeKind, number>>>;
};

/**
 * What the differences with the newest published version ask for. A board publishes a framework and its profiles together, under one number,
 * so the larger of their steps counts. Without a difference there is nothing to publish: `choices` is empty.
 */
export function versionChoices({ framework, profiles }: Draft, published: readonly Framework[], publishedProfiles: readonly Profile[]): VersionChoices {
  const before = newestOf(published.filter(({ slug }) => slug === framework.slug));
  if (!before) return { from: null, needed: "none", choices: [{ version: framework.version, step: "none" }], counts: {} };
  const diff = diffFrameworks(before, framework, published);
  const worded = stepNeeded(frameworkReasons(diff).filter(({ where }) => !dates.includes(where)));
  // Another order is asked in another order, and nothing else.
  const own = worded === "none" && orderOf(before) !== orderOf(framework) ? "patch" : worded;
  const reasons = profiles.flatMap((profile): Pick<StepReason, "step">[] => {
    const old = publishedProfiles.find((each) => each.slug === profile.slug && each.version === before.version);
    return old ? profileReasons(old, profile, own) : [{ step: "minor" }];
  });
  const needed = largerStep(own, stepNeeded(reasons));
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const { kind } of diff.items) if (kind !== "same") counts[kind] = (counts[kind] ?? 0) + 1;
  const steps = needed === "none" ? [] : versionSteps.slice(versionSteps.indexOf(stepAsked(before.version, needed)));
  return { from: before.version, needed, choices: steps.map((step) => ({ step, version: versionAfter(before.version, step) })), counts };
}

/** A new draft has new dates by itself: that alone is no change. */
const dates = ["reviewed", "reviewBy"];

const orderOf = (framework: Framework) => [...placesOf(framework).keys()].join("\n");
