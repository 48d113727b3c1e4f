import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ReviewScreen } from "#app/components/assessment/review-screen.tsx";
import { areaDoneParameter } from "#app/components/assessment/way-on.ts";
import { flashCookie } from "#app/cookies.server.ts";
import { praiseFor } from "#app/domain/assessment/question-view.ts";
import { reviewView } from "#app/domain/assessment/review-view.ts";
import { AppError } from "#app/domain/errors.ts";
import { signedIn } from "#app/door.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { paths } from "#app/paths.ts";
import { extendToAll, handIn, setCounted, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";

const ReviewForm = z.object({ do: z.enum(["hand-in", "count", "withdraw", "extend"]), excluded: z.string().optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentReview[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const open = await openAssessment(ctx, args.params["assessmentId"] ?? "");
    const { language } = ctx.actor;
    return { view: reviewView(open, language), praise: praiseFor(open, new URL(args.request.url).searchParams.get(areaDoneParameter), language), language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["assessmentId"] ?? "";
    const form = await parseForm(args.request, ReviewForm);
    if (!form.ok) throw unknownButton();
    const counted = form.value.excluded === undefined;
    switch (form.value.do) {
      case "hand-in": {
        const { round, excluded, handedInAt } = await openAssessment(ctx, id);
        // Only when it was really changed, and not by the second of two clicks.
        if (round?.released && handedInAt === null && excluded === counted) await setCounted(ctx, id, counted);
        await handIn(ctx, id);
        return done(paths.result(id), "handed-in");
      }
      case "count":
        await setCounted(ctx, id, counted);
        return done(paths.review(id), counted ? "counted-again" : "not-counted");
      case "withdraw":
        await withdraw(ctx, id);
        return done(paths.review(id), "withdrawn");
      case "extend":
        await extendToAll(ctx, id);
        return done(paths.assessment(id), "extended");
    }
  });

function done(path: string, flash: string): Response {
  return redirect(path, { headers: { "Set-Cookie": flashCookie(flash) } });
}

function unknownButton(): AppError {
  return new AppError("invalid", {
    nl: "We weten niet wat je wilde doen. Er is niets veranderd. Open de pagina opnieuw.",
    en: "We do not know what you wanted to do. Nothing has changed. Open the page again.",
  });
}

export default function Review() {
  const { view, praise } = useLoaderData<typeof loader>();
  return <ReviewScreen view={view} praise={praise} />;
}
