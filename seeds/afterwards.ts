import { and, eq } from "drizzle-orm";
import { isoDay } from "#app/domain/format.ts";
import { everySchool } from "#app/domain/planning/training.ts";
import { dayAfter } from "#app/domain/round.ts";
import { createGoal, finishGoal } from "#app/services/goals.server.ts";
import { planTraining } from "#app/services/trainings.server.ts";
import type { Database } from "#db/client.server.ts";
import { assessments } from "#db/schema/index.ts";
import { workday, type RoundPlan } from "./calendar.ts";
import { as } from "./fill.ts";
import type { Character, PracticeBoard } from "./practice-board.ts";
import { trainingStories } from "./trainings.ts";

/** Steps that the people with a login took, by the place of the round in the story; `done` after so many days, else still to come. */
const steps: readonly { after: string; login: string; competenceId: string; step: string; dueAfter: number; done: string | null }[] = [
  { after: "digcompedu 0", login: "leraar", competenceId: "4.2", step: "Kijk een half uur mee bij de intern begeleider als zij de toetsgegevens bespreekt.", dueAfter: 21, done: "Fijn om samen te kijken. Ik zag drie kinderen die ik zelf had gemist." },
  { after: "digcompedu 1", login: "leraar", competenceId: "1.4", step: "Zoek drie korte webinars uit die bij groep 6 passen en kies er één.", dueAfter: 18, done: "Eén was genoeg; hij gaf me een idee voor de weektaak." },
  { after: "kennisnet-ict 0", login: "leraar", competenceId: "KN-V7", step: "Maak samen met een collega één les over nepnieuws voor groep 6.", dueAfter: 0, done: null },
  { after: "kennisnet-ict 0", login: "ondersteuner", competenceId: "KN-O2", step: "Vraag aan de administratie hoe lang we camerabeelden mogen bewaren.", dueAfter: 0, done: null },
];

/**
 * What people did with the outcome of a round: trainings that were planned, a step that somebody took.
 * @param place "digcompedu 0" for the first round on DigCompEdu, and so on
 * @param day the day of the visit: steps still to come are planned a little after it
 */
export async function afterwards(database: Database, board: PracticeBoard, roundId: string, round: RoundPlan, place: string, day: Date): Promise<void> {
  const lookedAt = workday(dayAfter(round.closesOn, 3), 1);
  for (const [turn, story] of trainingStories.filter(({ after }) => after === place).entries()) {
    await as(database, board, planner(board, story.by), new Date(`${lookedAt}T${["08:50", "13:25"][turn % 2]!}:00Z`), async (ctx) => {
      const planned = await planTraining(ctx, roundId, {
        title: story.title,
        competenceId: story.competenceId,
        family: story.family,
        schoolId: story.school === null ? everySchool : board[story.school],
        onDate: workday(dayAfter(round.closesOn, story.daysAfterClosing), 1),
        hours: story.hours,
      });
      if (!planned.ok) throw new Error(`The training "${story.title}" could not be planned: ${JSON.stringify(planned.errors)}`);
    });
  }
  for (const { login, competenceId, step, dueAfter, done } of steps.filter(({ after }) => after === place)) {
    const who = board.characters.find((each) => each.login === login)!;
    const planned = new Date(`${done === null ? workday(dayAfter(isoDay(day), -12), -1) : lookedAt}T14:35:00Z`);
    const dueOn = workday(done === null ? dayAfter(isoDay(day), 5) : dayAfter(isoDay(planned), dueAfter), 1);
    const goalId = await as(database, board, who, planned, async (ctx) => {
      const [own] = await ctx.db
        .select({ id: assessments.id })
        .from(assessments)
        .where(and(eq(assessments.organisationId, board.plan.id), eq(assessments.personId, who.id), eq(assessments.roundId, roundId)));
      const made = await createGoal(ctx, { assessmentId: own!.id, competenceId, step, dueOn });
      if (!made.ok) throw new Error(`The step of ${who.name} could not be planned: ${JSON.stringify(made.errors)}`);
      return made.goalId;
    });
    if (done !== null) await as(database, board, who, new Date(`${dueOn}T14:10:00Z`), (ctx) => finishGoal(ctx, goalId, done));
  }
}

function planner(board: PracticeBoard, by: "schoolleider" | "hr" | "eik"): Character {
  return board.characters.find((each) => (by === "eik" ? each.schoolId === board.eik && each.functionId === "directeur" : each.login === by))!;
}
