import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ReachPage } from "#app/components/reach/reach-page.tsx";
import { AppError } from "#app/domain/errors.ts";
import { signedIn } from "#app/door.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { reach } from "#app/messages/reach.ts";
import { paths } from "#app/paths.ts";
import { confirmOn, reachFrom } from "#app/services/crosswalk-reach.server.ts";

const ConfirmForm = z.object({ framework: z.string().max(60) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${reach[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const assessmentId = args.params["assessmentId"] ?? "";
    const page = await reachFrom(ctx, assessmentId);
    if (!page) throw redirect(paths.assessment(assessmentId));
    return { page, easy: ctx.actor.family === "onderwijsondersteuner", language: ctx.actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const from = args.params["assessmentId"] ?? "";
    const form = await parseForm(args.request, ConfirmForm);
    if (!form.ok) throw unreadable();
    const { assessmentId, next } = await confirmOn(ctx, from, form.value.framework);
    return redirect(next === null ? paths.assessment(assessmentId) : paths.question(assessmentId, next, { from }));
  });

function unreadable(): AppError {
  return new AppError("invalid", {
    nl: "We konden niet lezen welk raamwerk je koos. Er is niets begonnen. Ga terug en kies nog eens.",
    en: "We could not read which framework you chose. Nothing was started. Go back and choose again.",
  });
}

export default function Reach() {
  return <ReachPage {...useLoaderData<typeof loader>()} />;
}
