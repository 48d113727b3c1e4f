import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ResultPage } from "#app/components/result/result-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { NewGoal } from "#app/domain/result/goal-schema.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { result } from "#app/messages/result.ts";
import { paths } from "#app/paths.ts";
import { createGoal } from "#app/services/goals.server.ts";
import { resultOf } from "#app/services/results.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${result[data?.language ?? "nl"].metaTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const assessmentId = args.params["assessmentId"] ?? "";
    const page = await resultOf(ctx, assessmentId);
    if (!page) throw redirect(paths.assessment(assessmentId));
    return { page, language: ctx.actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const assessmentId = args.params["assessmentId"] ?? "";
    const form = await parseForm(args.request, NewGoal);
    if (!form.ok) return invalid(form);
    const made = await createGoal(ctx, { assessmentId, ...form.value });
    if (!made.ok) return invalid({ errors: made.errors, values: form.value });
    return redirect(`${paths.result(assessmentId)}#stap`, { headers: { "Set-Cookie": flashCookie("goal-made") } });
  });

export default function Result() {
  return <ResultPage page={useLoaderData<typeof loader>().page} failed={useActionData<typeof action>() ?? null} />;
}
