import type { PlannedTraining } from "#app/domain/planning/training.ts";

/** Hours of one participant, added up over trainings; how many people take part is not known. */
export type Hours = { readonly toCome: number; readonly past: number };
/** The hours of the trainings of one school; `school` is null for trainings that are for all schools. */
export type SchoolHours = Hours & { readonly school: string | null };

/** Hours per school in alphabetical order, those for all schools last, and of everything together. Each training counts once. */
export function hoursOf(trainings: readonly PlannedTraining[]): { readonly schools: readonly SchoolHours[]; readonly all: Hours } {
  const names = [...new Set(trainings.map(({ school }) => school))];
  const schools = names
    .map((school) => ({ school, ...sumOf(trainings.filter((each) => each.school === school)) }))
    .sort((a, b) => Number(a.school === null) - Number(b.school === null) || (a.school ?? "").localeCompare(b.school ?? "", "nl", { ignorePunctuation: true }));
  return { schools, all: sumOf(trainings) };
}

function sumOf(trainings: readonly PlannedTraining[]): Hours {
  const sum = (toCome: boolean) => trainings.filter((each) => each.toCome === toCome).reduce((total, { hours }) => total + hours, 0);
  return { toCome: sum(true), past: sum(false) };
}
