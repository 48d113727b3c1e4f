import { z } from "zod";
import { families } from "#app/domain/people/function-group.ts";
import { plainLine } from "#app/domain/result/goal.ts";
import { everySchool, trainingRules } from "#app/domain/planning/training.ts";

/** Hours as people type them: "2,5" and "2.5". */
const hours = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text) => Number(text.replace(",", ".")))
  .pipe(z.number("bad-hours").min(trainingRules.leastHours, "bad-hours").max(trainingRules.hours, "bad-hours"));

/** What somebody fills in to plan a training. Messages are codes; the page has the sentences. */
export const NewTraining = z.object({
  title: z.string("required").transform(plainLine).pipe(z.string().min(1, "required").max(trainingRules.title, "too-long")),
  competenceId: z.string("required").min(1, "required").max(100, "required"),
  family: z.enum(families, "required"),
  schoolId: z.union([z.uuid(), z.literal(everySchool)], "required"),
  onDate: z.string("required").min(1, "required").max(10, "bad-date"),
  hours,
});
export type NewTraining = z.output<typeof NewTraining>;

/** What the form of trainings can ask: plan one, or take one off the plan. */
export const TrainingAction = z.discriminatedUnion("intent", [NewTraining.extend({ intent: z.literal("plan") }), z.object({ intent: z.literal("cancel"), trainingId: z.uuid("required") })], "required");
