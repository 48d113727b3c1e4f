import { stepNeeded, type StepReason, type VersionStep } from "#app/domain/framework/bump.ts";
import type { FamilyProfile, Profile, Selection } from "#app/domain/framework/profile.ts";
import { isSpellingOnly, textChanges, type PlacedText } from "#app/domain/framework/texts.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { languages } from "#app/domain/text.ts";

/**
 * Everything that asks for a step from one version of a profile to the next.
 * @param frameworkStep the step between the framework versions that the two profiles are for
 */
export function profileReasons(before: Profile, after: Profile, frameworkStep: VersionStep): StepReason[] {
  const words = textChanges(textsOf(before), textsOf(after));
  const groups = new Set([...Object.keys(before.families), ...Object.keys(after.families)] as Family[]);
  return [
    ...(before.framework !== after.framework || before.instrument !== after.instrument ? [{ step: "major" as const, where: "instrument", what: "asks another questionnaire" }] : []),
    ...(frameworkStep === "none" ? [] : [{ step: frameworkStep, where: "frameworkVersion", what: `is for another version of the framework (a ${frameworkStep} step)` }]),
    ...(words.length === 0 ? [] : [{ step: isSpellingOnly(words) ? ("patch" as const) : ("minor" as const), where: "(document)", what: "is explained otherwise" }]),
    ...[...groups].flatMap((family) => familyReasons(`families.${family}`, before.families[family], after.families[family])),
  ];
}

function textsOf({ title, reasoning }: Profile): PlacedText[] {
  const around = { instrument: null, group: null, at: null };
  return languages.flatMap((language) => [
    { ...around, part: "title", language, text: title[language] },
    { ...around, part: "description", language, text: reasoning[language] },
  ]);
}

function familyReasons(where: string, before: FamilyProfile | undefined, after: FamilyProfile | undefined): StepReason[] {
  if (!before || !after) return [before ? { step: "major", where, what: "is not asked any more" } : { step: "minor", where, what: "is asked from now on" }];
  const targets = keysOf(before.targets, after.targets).filter((id) => JSON.stringify(aimOf(before, id)) !== JSON.stringify(aimOf(after, id)));
  return [
    ...targets.map((id): StepReason => ({ step: "minor", where: `${where}.targets.${id}`, what: "has another target or weight" })),
    ...keysOf(before.asked, after.asked).flatMap((key) => askedReasons(`${where}.asked.${key}`, before.asked[key], after.asked[key])),
  ];
}

function askedReasons(where: string, before: Selection | undefined, after: Selection | undefined): StepReason[] {
  if (!before || !after) return [before ? { step: "major", where, what: "is not asked any more" } : { step: "minor", where, what: "is asked from now on" }];
  const gone = before.items.filter((id) => !after.items.includes(id));
  const added = after.items.filter((id) => !before.items.includes(id));
  const reasons: StepReason[] = [
    ...gone.map((id) => ({ step: "major" as const, where: `${where}.items`, what: `"${id}" is not asked any more` })),
    ...added.map((id) => ({ step: "minor" as const, where: `${where}.items`, what: `"${id}" is asked from now on` })),
  ];
  const short = [...before.short].sort().join() !== [...after.short].sort().join();
  return short && stepNeeded(reasons) === "none" ? [{ step: "minor", where: `${where}.short`, what: "the short selection is another" }] : reasons;
}

const aimOf = ({ targets }: FamilyProfile, id: string) => (targets[id] ? [targets[id].level, targets[id].weight] : null);
const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
