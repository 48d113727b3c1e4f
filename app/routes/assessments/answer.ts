import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { personHeader, type SaveResponse } from "#app/components/assessment/send-answer.ts";
import { answerSchema } from "#app/domain/assessment/answer-schema.ts";
import { AppError, notFound, statusOf } from "#app/domain/errors.ts";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { assessment } from "#app/messages/assessment.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";

/** The address is for saving only. */
export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async () => {
    throw notFound();
  });

/** Autosave of one answer, as JSON or as a form. 200 saved, 409 somebody saved something else (or it is too late), 403 it is of another person, 422 it does not hold, 503 try again. */
export const action = (args: ActionFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const { language } = ctx.actor;
      // Another tab may have signed in somebody else: then this is not theirs to save, and it waits.
      const meant = args.request.headers.get(personHeader);
      if (meant !== null && meant !== ctx.actor.personId) return answer(403, { status: "other-person" });
      const parsed = answerSchema.safeParse(await bodyOf(args.request));
      if (!parsed.success) {
        const { errors } = assessment[language];
        const code = parsed.error.issues[0]?.message ?? "";
        return answer(422, { status: "refused", text: errors[code in errors ? (code as keyof typeof errors) : "bad-request"] });
      }
      try {
        const saved = await saveAnswer(ctx, args.params["assessmentId"] ?? "", parsed.data);
        return saved.status === "saved" ? answer(200, { ...saved, at: saved.at.toISOString() }) : answer(409, saved);
      } catch (error) {
        if (error instanceof AppError) return answer(statusOf[error.kind], { status: "refused", text: error.text[language] });
        throw error;
      }
    }),
  );

function answer(status: number, body: SaveResponse): Response {
  return Response.json(body, { status });
}

/** What was sent, or nothing that holds when it cannot be read. From a copy: after a deadlock the save is done again. */
async function bodyOf(sent: Request): Promise<unknown> {
  const request = sent.clone();
  const isJson = request.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  try {
    return isJson ? await request.json() : Object.fromEntries(await request.formData());
  } catch {
    return null;
  }
}
