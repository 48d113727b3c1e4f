import { z } from "zod";
import { scanRules } from "#app/domain/activity/scan.ts";
import { plainLine, plainText } from "#app/domain/result/goal.ts";

/** What the pages of a scan can ask. Messages are codes; the page has the sentences. */
const whole = (least: number, most: number, code: string) =>
  z
    .string("required")
    .trim()
    .regex(/^\d{1,6}$/, code)
    .transform(Number)
    .pipe(z.number().min(least, code).max(most, code));

const begin = z.object({
  intent: z.literal("begin"),
  participants: whole(scanRules.fewest, scanRules.most, "bad-count"),
  roles: z.string("required").transform(plainLine).pipe(z.string().min(1, "required").max(scanRules.roles, "too-long")),
});
/** What is sent for one statement. */
export const ScanAnswerForm = z.object({
  base: whole(0, 999_999, "required"),
  step: z.string().max(60, "required").optional(),
  differ: z.literal("on", "required").optional(),
  note: z.string().transform(plainText).pipe(z.string().max(scanRules.note, "too-long")).optional(),
});
const finish = z.object({ intent: z.literal("finish"), /** Ticked when it may be finished with statements open. */ sure: z.literal("on", "sure").optional() });

export const ScanAction = z.discriminatedUnion("intent", [begin, finish], "required");
export type BeginScan = z.output<typeof begin>;
