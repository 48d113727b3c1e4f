import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityList } from "#app/components/together/activity-list.tsx";
import { signedIn } from "#app/door.server.ts";
import { together } from "#app/messages/together.ts";
import { listActivities } from "#app/services/together.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${together[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => ({ activities: listActivities(ctx), easy: ctx.actor.family === "onderwijsondersteuner", language: ctx.actor.language }));

export default function Together() {
  const { activities, easy } = useLoaderData<typeof loader>();
  return <ActivityList activities={activities} easy={easy} />;
}
