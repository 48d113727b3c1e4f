import { z } from "zod";
import { isReason, type Answer } from "./answers.ts";
import { longestNote } from "./saving.ts";

/** What a form or the browser's autosave sends for one item. The codes of its errors have their sentences in `messages/assessment.ts`. */
export const answerSchema = z.object({
  // PostgreSQL cannot even look for a NUL.
  itemId: z.string("bad-request").min(1, "bad-request").max(60, "bad-request").refine((id) => !id.includes("\0"), "bad-request"),
  clientId: z.uuid("bad-request"),
  // A form sends digits, a script a number; null and "" are no number that anybody saw.
  base: z
    .union([z.number(), z.string().regex(/^\d{1,7}$/).transform(Number)], "bad-request")
    .pipe(z.number().int("bad-request").min(0, "bad-request").max(1_000_000, "bad-request")),
  answer: z
    .string("bad-answer")
    .default("")
    .transform((text, ctx): Answer | null => {
      if (text === "") return null;
      if (isReason(text)) return { reason: text };
      if (/^[1-9]\d?$/.test(text)) return { level: Number(text) };
      ctx.addIssue({ code: "custom", message: "bad-answer" });
      return z.NEVER;
    }),
  // A box that is not ticked is not sent at all.
  wish: z.union([z.boolean(), z.string().transform((text) => text !== "")], "bad-request").default(false),
  note: z
    .string("bad-request")
    .default("")
    // Forms send CRLF, scripts LF; NUL cannot be kept, nor half a character (where a script cut an emoji in two).
    .transform((text) => text.replace(/\r\n?/g, "\n").replaceAll("\u0000", "").replace(/\p{Cs}/gu, "\ufffd").trim())
    .pipe(z.string().max(longestNote, "note-too-long")),
});
