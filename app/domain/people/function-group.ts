import type { Text } from "#app/domain/text.ts";

/**
 * The five function families of a Dutch school. Group figures are released per family, never per function.
 * Source: CAO PO categories and DUO's functiegroep, with bestuurder and staf set apart (docs/glossary.md).
 */
export const families = ["leraar", "onderwijsondersteuner", "schoolleider", "bestuurder", "staf"] as const;
export type Family = (typeof families)[number];

/** A function (functie) inside a family; its id is what profiles and wording variants are keyed by. */
export type StaffFunction = { readonly id: string; readonly family: Family; readonly title: Text };

export const familyTitles: Readonly<Record<Family, Text>> = {
  leraar: { nl: "leraren", en: "teachers" },
  onderwijsondersteuner: { nl: "onderwijsondersteuners", en: "support staff" },
  schoolleider: { nl: "schoolleiders", en: "school leaders" },
  bestuurder: { nl: "bestuurders", en: "board members" },
  staf: { nl: "staf", en: "board office staff" },
};

/** One person of the family, as the person would say it. */
export const familyMember: Readonly<Record<Family, Text>> = {
  leraar: { nl: "leraar", en: "teacher" },
  onderwijsondersteuner: { nl: "onderwijsondersteuner", en: "support staff member" },
  schoolleider: { nl: "schoolleider", en: "school leader" },
  bestuurder: { nl: "bestuurder", en: "board member" },
  staf: { nl: "stafmedewerker", en: "board office staff member" },
};

export const staffFunctions: readonly StaffFunction[] = [
  { id: "groepsleerkracht", family: "leraar", title: { nl: "groepsleerkracht", en: "class teacher" } },
  { id: "vakleerkracht", family: "leraar", title: { nl: "vakleerkracht", en: "subject teacher" } },
  { id: "intern-begeleider", family: "leraar", title: { nl: "intern begeleider", en: "special needs coordinator" } },
  { id: "leraar-in-opleiding", family: "leraar", title: { nl: "leraar in opleiding", en: "trainee teacher" } },
  { id: "onderwijsassistent", family: "onderwijsondersteuner", title: { nl: "onderwijsassistent", en: "teaching assistant" } },
  { id: "leraarondersteuner", family: "onderwijsondersteuner", title: { nl: "leraarondersteuner", en: "higher-level teaching assistant" } },
  { id: "concierge", family: "onderwijsondersteuner", title: { nl: "conciërge", en: "caretaker" } },
  { id: "administratief-medewerker", family: "onderwijsondersteuner", title: { nl: "administratief medewerker", en: "school administrator" } },
  { id: "ict-medewerker", family: "onderwijsondersteuner", title: { nl: "ict-medewerker", en: "ICT support officer" } },
  { id: "directeur", family: "schoolleider", title: { nl: "directeur", en: "head teacher" } },
  { id: "adjunct-directeur", family: "schoolleider", title: { nl: "adjunct-directeur", en: "deputy head" } },
  { id: "bestuurder", family: "bestuurder", title: { nl: "bestuurder", en: "board member" } },
  { id: "hr-adviseur", family: "staf", title: { nl: "HR-adviseur", en: "HR adviser" } },
  { id: "beleidsmedewerker", family: "staf", title: { nl: "beleidsmedewerker", en: "policy officer" } },
  { id: "stafmedewerker-ict", family: "staf", title: { nl: "stafmedewerker ict", en: "ICT officer at the board office" } },
];

const byId = new Map(staffFunctions.map((each) => [each.id, each]));

/** The function with this id, or undefined when nobody here has such a function. */
export function staffFunction(id: string): StaffFunction | undefined {
  return byId.get(id);
}

/** True when the text is one of the five families. */
export function isFamily(value: string): value is Family {
  return (families as readonly string[]).includes(value);
}
