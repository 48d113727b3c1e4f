import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RoundList } from "#app/components/rounds/round-list.tsx";
import { signedIn } from "#app/door.server.ts";
import { rounds } from "#app/messages/rounds.ts";
import { roundsOf } from "#app/services/rounds-list.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${rounds[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ rounds: await roundsOf(ctx), language: ctx.actor.language }));

export default function Rounds() {
  return <RoundList rounds={useLoaderData<typeof loader>().rounds} />;
}
