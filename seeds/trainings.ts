import type { Family } from "#app/domain/people/function-group.ts";
import type { PracticeBoard } from "./practice-board.ts";

/** A training of the story: planned after a round, held some days later, and what it did to those who were there. */
export type TrainingStory = {
  readonly after: string;
  readonly by: "schoolleider" | "hr" | "eik";
  readonly school: "linde" | "eik" | null;
  readonly family: Family;
  readonly competenceId: string;
  readonly title: string;
  readonly daysAfterClosing: number;
  readonly hours: number;
  /** Steps of a six-step scale gained by the next round. */
  readonly effect: number;
};

/** Keyed by the place of the round in the story: "digcompedu 0" is the first one on DigCompEdu. */
export const trainingStories: readonly TrainingStory[] = [
  { after: "digcompedu 0", by: "schoolleider", school: "linde", family: "leraar", competenceId: "4.2", title: "Wat zeggen toetsgegevens? Studiemiddag met eigen groepen", daysAfterClosing: 95, hours: 3, effect: 1 },
  { after: "digcompedu 0", by: "hr", school: null, family: "leraar", competenceId: "2.3", title: "Veilig met leerlinggegevens, in drie korte sessies", daysAfterClosing: 140, hours: 2.5, effect: 0.8 },
  { after: "digcompedu 1", by: "eik", school: "eik", family: "leraar", competenceId: "5.2", title: "Differentiëren met digitale oefenstof", daysAfterClosing: 110, hours: 4, effect: 0.7 },
  { after: "kennisnet-ict 0", by: "hr", school: null, family: "onderwijsondersteuner", competenceId: "KN-O2", title: "Privacy aan de balie en op het plein", daysAfterClosing: 262, hours: 2, effect: 0 },
];

/** What people at this school have gained on a competence by trainings between the rounds so far. */
export function gainedBy(board: PracticeBoard, framework: string, roundsBefore: number, schoolId: string, competenceId: string): number {
  return trainingStories
    .filter(({ after, competenceId: about, school }) => {
      const [slug, place] = after.split(" ");
      return slug === framework && Number(place) < roundsBefore && about === competenceId && (school === null || board[school] === schoolId);
    })
    .reduce((sum, { effect }) => sum + effect, 0);
}
