import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GoalPage } from "#app/components/development/goal-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { isoDay } from "#app/domain/format.ts";
import { GoalChange } from "#app/domain/result/goal-schema.ts";
import { lastDay, proposedDay } from "#app/domain/result/goal.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { goals } from "#app/messages/goals.ts";
import { paths } from "#app/paths.ts";
import { finishGoal, goalOf, letGoOfGoal, moveGoal } from "#app/services/goals.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${goals[data?.language ?? "nl"].oneTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { now, actor } = ctx;
    const { createdAt: _, ...goal } = await goalOf(ctx, args.params["goalId"] ?? "");
    return { goal, now, days: { first: isoDay(now), last: lastDay(now), proposed: proposedDay(now) }, language: actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const goalId = args.params["goalId"] ?? "";
    const form = await parseForm(args.request, GoalChange);
    if (!form.ok) return invalid(form);
    const change = form.value;
    if (change.act === "move") {
      const moved = await moveGoal(ctx, goalId, change.dueOn);
      if (!moved.ok) return invalid({ errors: moved.errors, values: { dueOn: change.dueOn } });
      return redirect(paths.goal(goalId), { headers: { "Set-Cookie": flashCookie("goal-moved") } });
    }
    if (change.act === "finish") await finishGoal(ctx, goalId, change.reflection);
    else await letGoOfGoal(ctx, goalId);
    return redirect(paths.goals(), { headers: { "Set-Cookie": flashCookie(change.act === "finish" ? "goal-done" : "goal-let-go") } });
  });

export default function Goal() {
  return <GoalPage {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>() ?? null} />;
}
