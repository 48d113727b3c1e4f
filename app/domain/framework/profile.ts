import type { Family } from "#app/domain/people/function-group.ts";
import type { Text } from "#app/domain/text.ts";

/** Where a family should stand on one competence, and how much it counts (0 < weight ≤ 3, 1 is normal). */
export type Target = { readonly level: string; readonly weight: number };

/** What somebody is asked: all items, and the fixed third that a short self-assessment asks. */
export type Selection = { readonly items: readonly string[]; readonly short: readonly string[] };

/** One family in a profile. `asked` is keyed by function id; "*" stands for every function without an entry of its own. */
export type FamilyProfile = {
  readonly targets: Readonly<Record<string, Target>>;
  readonly asked: Readonly<Record<string, Selection>>;
};

/** Who is asked what of one framework, with which target and weight; versioned apart from the framework. */
export type Profile = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  readonly title: Text;
  readonly status: "ours";
  readonly reasoning: Text;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly instrument: string;
  readonly families: Readonly<Partial<Record<Family, FamilyProfile>>>;
};

/** What this function of this family is asked, or null when there is no questionnaire for it yet. */
export function selectionFor(profile: Profile, family: Family, functionId: string): Selection | null {
  const asked = profile.families[family]?.asked;
  return asked?.[functionId] ?? asked?.["*"] ?? null;
}
