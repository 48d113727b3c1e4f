import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { others, OwnLog, ownLogNames } from "#app/components/account/own-log.tsx";
import { cursorFrom } from "#app/domain/log.ts";
import { signedIn } from "#app/door.server.ts";
import { log } from "#app/messages/log.ts";
import { ownLog } from "#app/services/log-reading.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${log[data?.language ?? "nl"].ownTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const search = new URL(args.request.url).searchParams;
    const before = cursorFrom(search.get(ownLogNames.before));
    const byOthers = search.get(ownLogNames.who) === others;
    return { language: ctx.actor.language, me: ctx.actor.personId, byOthers, further: before !== null, ...(await ownLog(ctx, { before, byOthers })) };
  });

export default function OwnLogRoute() {
  return <OwnLog {...useLoaderData<typeof loader>()} />;
}
