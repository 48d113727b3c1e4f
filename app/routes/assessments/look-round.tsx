import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PracticeScreen } from "#app/components/assessment/practice-screen.tsx";
import { signedIn } from "#app/door.server.ts";
import { assessmentPractice } from "#app/messages/assessment-practice.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentPractice[data?.language ?? "nl"].meta} · Groeikompas` }];

/** Nothing is read and nothing is kept; only the way back to where one was about to begin. */
export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async ({ actor }) => {
    const { searchParams } = new URL(args.request.url);
    const at = { roundId: searchParams.get("ronde") ?? "", framework: searchParams.get("raamwerk") ?? "" };
    return { begin: paths.startAssessment(at), easy: actor.family === "onderwijsondersteuner", language: actor.language };
  });

export default function LookRound() {
  const { begin, easy } = useLoaderData<typeof loader>();
  return <PracticeScreen begin={begin} easy={easy} />;
}
