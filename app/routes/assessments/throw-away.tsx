import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ThrowAwayScreen, type ThrowAwayView } from "#app/components/assessment/throw-away-screen.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { journey } from "#app/domain/assessment/journey.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { inLanguage } from "#app/domain/text.ts";
import { signedIn } from "#app/door.server.ts";
import { assessmentChange } from "#app/messages/assessment-change.ts";
import { paths } from "#app/paths.ts";
import { throwAway, toThrowAway } from "#app/services/assessments-throw-away.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentChange[data?.language ?? "nl"].throwTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { open, kept } = await toThrowAway(ctx, args.params["assessmentId"] ?? "");
    const { done, total } = journey(open.pages, open.answers);
    const view: ThrowAwayView = {
      assessmentId: open.id,
      framework: inLanguage(questionnaireTitle(open.framework, open.instrument), ctx.actor.language),
      round: open.round && { name: open.round.name, closesAt: open.round.closesAt, closed: open.round.closed },
      startedAt: open.startedAt,
      done,
      total,
      kept,
      easy: open.family === "onderwijsondersteuner",
    };
    return { view, language: ctx.actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    await throwAway(ctx, args.params["assessmentId"] ?? "");
    return redirect(paths.assessments(), { headers: { "Set-Cookie": flashCookie("thrown-away") } });
  });

export default function ThrowAway() {
  return <ThrowAwayScreen view={useLoaderData<typeof loader>().view} />;
}
