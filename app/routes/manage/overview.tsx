import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ManageOverview } from "#app/components/manage/manage-overview.tsx";
import { signedIn } from "#app/door.server.ts";
import { manage } from "#app/messages/manage.ts";
import { manageCounts } from "#app/services/manage.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${manage[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, counts: await manageCounts(ctx) }));

export default function ManageRoute() {
  return <ManageOverview counts={useLoaderData<typeof loader>().counts} />;
}
