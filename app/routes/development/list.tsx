import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GoalList } from "#app/components/development/goal-list.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { goals } from "#app/messages/goals.ts";
import { goalsOf } from "#app/services/goals.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${goals[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ ...(await goalsOf(ctx)), now: ctx.now, language: ctx.actor.language }));

export default function Goals() {
  const { open, done, now } = useLoaderData<typeof loader>();
  const t = useMessages(goals);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} whoSees={t.whoSees} />
      <GoalList open={open} done={done} now={now} />
    </>
  );
}
