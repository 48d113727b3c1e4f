import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { journey } from "#app/domain/assessment/journey.ts";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { paths } from "#app/paths.ts";
import { openAssessment } from "#app/services/assessments.server.ts";

/** The short address of a self-assessment: goes to where one is. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const { id, pages, answers, handedInAt, round } = await openAssessment(ctx, args.params["assessmentId"] ?? "");
      if (handedInAt !== null) return redirect(paths.result(id));
      const stand = journey(pages, answers);
      return redirect(stand.status === "ready" || round?.closed ? paths.review(id) : paths.question(id, stand.next));
    }),
  );
