import type { Audience } from "#app/domain/assessment/questionnaire.ts";
import type { Framework, Instrument } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { families, familyMember, staffFunction, staffFunctions } from "#app/domain/people/function-group.ts";
import type { Text } from "#app/domain/text.ts";

/** A function group with a questionnaire of its own: to look at it as they would. */
export type AskedAs = { readonly key: string; readonly who: Text; readonly audience: Audience; readonly profile: Profile; readonly instrument: Instrument };

/**
 * The function groups that are asked: a whole family, or its functions one by one where they have their own questions.
 * @param profileOf the profile of an instrument, null when nobody is asked with it
 */
export function askedAs(framework: Framework, profileOf: (instrument: string) => Profile | null): AskedAs[] {
  const several = framework.instruments.length > 1;
  return framework.instruments.flatMap((instrument) => {
    const profile = profileOf(instrument.id);
    if (!profile) return [];
    return families.flatMap((family) =>
      Object.keys(profile.families[family]?.asked ?? {}).map((asked) => {
        const whole = asked === "*";
        const functionId = whole ? (staffFunctions.find((each) => each.family === family)?.id ?? family) : asked;
        const who = whole ? familyMember[family] : (staffFunction(asked)?.title ?? familyMember[family]);
        const named = several ? { nl: `${who.nl} · ${instrument.title.nl}`, en: `${who.en} · ${instrument.title.en}` } : who;
        return { key: `${instrument.id}.${whole ? family : asked}`, who: named, audience: { family, functionId }, profile, instrument };
      }),
    );
  });
}
