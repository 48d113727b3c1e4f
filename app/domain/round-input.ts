import { z } from "zod";
import { families } from "#app/domain/people/function-group.ts";
import { plainLine } from "#app/domain/result/goal.ts";
import { privacyModes, thresholds } from "#app/domain/round.ts";

/** What somebody fills in to open a round. Messages are codes; the page has the sentences. */
export const NewRound = z.object({
  /** "digcompedu@2017.1.0/statements". */
  instrument: z.string("required").min(1, "required").max(200, "unknown-instrument"),
  name: z.string("required").transform(plainLine).pipe(z.string().min(1, "required").max(80, "too-long")),
  schoolIds: z.array(z.uuid("unknown-school"), "no-schools").min(1, "no-schools").max(500, "unknown-school"),
  families: z.array(z.enum(families, "family-not-asked"), "no-families").min(1, "no-families"),
  closesOn: z.string("required").min(1, "required").max(10, "bad-date"),
  threshold: z.coerce.number("bad-threshold").int("bad-threshold").min(thresholds.least, "bad-threshold").max(thresholds.most, "bad-threshold"),
  privacy: z.enum(privacyModes, "required"),
});
export type NewRound = z.output<typeof NewRound>;

/** Fields of the form that may be ticked more than once. */
export const manyFields = ["schoolIds", "families"] as const satisfies readonly (keyof NewRound)[];

/** What a manager can ask of a running round. */
export const RoundAction = z.discriminatedUnion(
  "intent",
  [z.object({ intent: z.literal("close") }), z.object({ intent: z.literal("cancel") }), z.object({ intent: z.literal("extend"), closesOn: z.string("required").min(1, "required").max(10, "bad-date") })],
  "required",
);
