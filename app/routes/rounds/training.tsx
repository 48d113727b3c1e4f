import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TrainingForm } from "#app/components/planning/training-form.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { TrainingAction } from "#app/domain/planning/training-input.ts";
import { everySchool } from "#app/domain/planning/training.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { planning } from "#app/messages/planning.ts";
import { paths } from "#app/paths.ts";
import { cancelTraining, planningChoices, planTraining } from "#app/services/trainings.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${planning[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const choices = await planningChoices(ctx, args.params["roundId"] ?? "");
    const query = new URL(args.request.url).searchParams;
    const asked = query.get("school");
    const values = { competenceId: query.get("competentie") ?? "", schoolId: asked ?? (choices.everySchool ? everySchool : ""), family: query.get("groep") ?? "" };
    // Empty fields are left out, so that the form can fill in the only choice there is.
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
    return { choices, values: filled, back: figuresOf(asked ?? (choices.everySchool ? null : choices.schools[0]!.id), choices.round.id), language: ctx.actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const roundId = args.params["roundId"] ?? "";
    const form = await parseForm(args.request, TrainingAction);
    if (!form.ok) return invalid(form);
    if (form.value.intent === "cancel") {
      const training = await cancelTraining(ctx, roundId, form.value.trainingId);
      return redirect(figuresOf(training.schoolId, roundId), { headers: { "Set-Cookie": flashCookie("training-cancelled") } });
    }
    const made = await planTraining(ctx, roundId, form.value);
    if (!made.ok) return invalid({ errors: made.errors, values: typedIn(form.form) });
    return redirect(figuresOf(made.schoolId, roundId), { headers: { "Set-Cookie": flashCookie("training-planned") } });
  });

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** Back to where the figures stand: the school, or the board. */
function figuresOf(schoolId: string | null, roundId: string): string {
  return `${schoolId === null ? paths.board({ roundId }) : paths.school(schoolId, { roundId })}#trainings`;
}

export default function PlanTraining() {
  const { choices, values, back } = useLoaderData<typeof loader>();
  return <TrainingForm choices={choices} values={values} failed={useActionData<typeof action>() ?? null} back={back} />;
}
