import type { Framework } from "#app/domain/framework/framework.ts";
import type { Text } from "#app/domain/text.ts";

type Licence = Framework["licence"];

const cc = (id: string, name: string, url: string, adaptationAllowed: boolean, note: Text): Licence => ({ id, name, url: `https://creativecommons.org/${url}`, adaptationAllowed, note });

/** What a board can choose for a framework of its own. The first stands for "not chosen yet" and cannot be published. */
export const ownLicences: readonly Licence[] = [
  { id: "not-chosen", name: "Nog niet gekozen (not chosen yet)", adaptationAllowed: null, note: { nl: "De licentie is nog niet gekozen.", en: "The licence has not been chosen yet." } },
  cc("CC-BY-4.0", "Creative Commons Naamsvermelding 4.0", "licenses/by/4.0/", true, { nl: "Anderen mogen dit raamwerk gebruiken en aanpassen, met vermelding van de maker.", en: "Others may use and adapt this framework, naming the maker." }),
  cc("CC-BY-SA-4.0", "Creative Commons Naamsvermelding-GelijkDelen 4.0", "licenses/by-sa/4.0/", true, { nl: "Anderen mogen dit raamwerk gebruiken en aanpassen, met vermelding van de maker en onder dezelfde licentie.", en: "Others may use and adapt this framework, naming the maker and under the same licence." }),
  cc("CC-BY-NC-SA-4.0", "Creative Commons Naamsvermelding-NietCommercieel-GelijkDelen 4.0", "licenses/by-nc-sa/4.0/", true, { nl: "Anderen mogen dit raamwerk zonder winstdoel gebruiken en aanpassen, met vermelding van de maker en onder dezelfde licentie.", en: "Others may use and adapt this framework without commercial purpose, naming the maker and under the same licence." }),
  cc("CC0-1.0", "Creative Commons Zero 1.0", "publicdomain/zero/1.0/", true, { nl: "Iedereen mag met dit raamwerk doen wat hij wil.", en: "Anybody may do with this framework what they like." }),
  { id: "own-use", name: "Alleen voor gebruik binnen dit bestuur (for use within this board only)", adaptationAllowed: false, note: { nl: "Alle rechten voorbehouden. Anderen mogen dit raamwerk niet overnemen of aanpassen.", en: "All rights reserved. Others may not copy or adapt this framework." } },
];

/** Why the words of a framework may not be adapted; null when they may. */
export type LicenceRefusal = "no-derivatives" | "unknown";
export function adaptationRefusal({ licence }: Pick<Framework, "licence">): LicenceRefusal | null {
  if (licence.adaptationAllowed === null) return "unknown";
  return licence.adaptationAllowed ? null : "no-derivatives";
}

/** True when the licence stays as the source gave it: of an adaptation, and of what came in with one that forbids changes. */
export function isLicenceFixed({ derivedFrom, licence }: Pick<Framework, "derivedFrom" | "licence">): boolean {
  return derivedFrom !== undefined || (licence.adaptationAllowed === false && licence.id !== "own-use");
}

/** True when the words of a draft may not be touched: it came in under a licence without derivatives. Who is asked what may still be chosen. */
export function areWordsFixed({ licence }: Pick<Framework, "licence">): boolean {
  return licence.adaptationAllowed === false && licence.id !== "own-use";
}
