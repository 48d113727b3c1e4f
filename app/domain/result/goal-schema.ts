import { z } from "zod";
import { longestReflection, longestStep, plainLine, plainText } from "./goal.ts";

// The zod side of `goal.ts`. Whether the day is possible is the service's to say: only it knows what day it is.
const dueOn = z.string("no-date").trim().min(1, "no-date").max(20, "no-date");

/** The form that plans a step. Codes: required, too-long, no-date. */
export const NewGoal = z.object({
  // Nobody types this one: what is no competence of the result is simply not there.
  competenceId: z.string().max(60).catch(""),
  step: z.string("required").transform(plainLine).pipe(z.string().min(1, "required").max(longestStep, "too-long")),
  dueOn,
});

/** What can be done with a planned step: tick it off with a line on how it went, move it, or let it go. */
export const GoalChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("finish"), reflection: z.string().default("").transform(plainText).pipe(z.string().max(longestReflection, "too-long")) }),
  z.object({ act: z.literal("move"), dueOn }),
  z.object({ act: z.literal("let-go") }),
]);
export type GoalChange = z.output<typeof GoalChange>;
