import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardLog, logNames } from "#app/components/manage/board-log.tsx";
import { boardActionFrom, cursorFrom } from "#app/domain/log.ts";
import { signedIn } from "#app/door.server.ts";
import { log } from "#app/messages/log.ts";
import { boardLog } from "#app/services/log-reading.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${log[data?.language ?? "nl"].boardTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const search = new URL(args.request.url).searchParams;
    const before = cursorFrom(search.get(logNames.before));
    const action = boardActionFrom(search.get(logNames.action));
    return { language: ctx.actor.language, me: ctx.actor.personId, action, further: before !== null, ...(await boardLog(ctx, { before, action })) };
  });

export default function BoardLogRoute() {
  return <BoardLog {...useLoaderData<typeof loader>()} />;
}
