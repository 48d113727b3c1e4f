import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FunctionScreen, type FunctionView } from "#app/components/assessment/function-screen.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { listed } from "#app/domain/format.ts";
import { staffFunction } from "#app/domain/people/function-group.ts";
import { functionInWords } from "#app/domain/people/function-words.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import { inLanguage } from "#app/domain/text.ts";
import { signedIn } from "#app/door.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { assessmentChange } from "#app/messages/assessment-change.ts";
import { paths } from "#app/paths.ts";
import { correctFunction, countedAs, functionChoices } from "#app/services/assessments-function.server.ts";
import { openAssessment } from "#app/services/assessments.server.ts";

const FunctionForm = z.object({ functionId: z.string().max(60) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentChange[data?.language ?? "nl"].functionTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const open = await openAssessment(ctx, args.params["assessmentId"] ?? "");
    // Handed in or closed: nothing to put right here; the review says why.
    if (open.handedInAt !== null || open.round?.closed) throw redirect(paths.review(open.id));
    const { language } = ctx.actor;
    const title = (id: string) => inLanguage(staffFunction(id)!.title, language);
    const choices = functionChoices(ctx, open);
    const counted = open.round?.released ? await countedAs(ctx, open.round.id) : null;
    const view: FunctionView = {
      assessmentId: open.id,
      framework: inLanguage(questionnaireTitle(open.framework, open.instrument), language),
      functionId: open.functionId,
      now: functionInWords({ family: open.family, functionId: open.functionId, school: null }, language),
      choices: choices.flatMap(({ id, carry }) => (carry ? [{ id, title: title(id), carry }] : [])),
      without: listed(choices.flatMap(({ id, carry }) => (carry ? [] : [title(id)])), language),
      countedAs: counted && { person: functionInWords({ ...counted, school: null }, language), school: counted.school },
      easy: open.family === "onderwijsondersteuner",
    };
    return { view, language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const open = await openAssessment(ctx, args.params["assessmentId"] ?? "");
    const form = await parseForm(args.request, FunctionForm);
    if (!form.ok) throw unreadable();
    const { functionId } = form.value;
    if (open.handedInAt !== null || open.round?.closed) return redirect(paths.review(open.id));
    const carry = functionChoices(ctx, open).find(({ id }) => id === functionId)?.carry;
    await correctFunction(ctx, { functionId, assessmentId: open.id });
    if (functionId === open.functionId) return redirect(paths.assessment(open.id));
    // Answers at other sentences than the ones that were chosen: the review has them all, in the new words.
    const look = carry !== null && carry !== undefined && carry.reworded > 0;
    return redirect(look ? paths.review(open.id) : paths.assessment(open.id), { headers: { "Set-Cookie": flashCookie(look ? "function-corrected-check" : "function-corrected") } });
  });

function unreadable(): AppError {
  return new AppError("invalid", {
    nl: "We konden je keuze niet lezen. Er is niets veranderd. Ga terug en kies je functie nog eens.",
    en: "We could not read your choice. Nothing has changed. Go back and choose your function again.",
  });
}

export default function OwnFunction() {
  return <FunctionScreen view={useLoaderData<typeof loader>().view} />;
}
