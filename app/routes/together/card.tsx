import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ScenarioCardPage } from "#app/components/together/scenario-card.tsx";
import { signedIn } from "#app/door.server.ts";
import { openCard } from "#app/services/together.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.open.card.title ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => openCard(ctx, args.params["slug"] ?? "", args.params["cardId"] ?? "", new URL(args.request.url).searchParams));

export default function CardRoute() {
  const view = useLoaderData<typeof loader>();
  // Another card is another page: the focus goes to its top.
  return <ScenarioCardPage key={view.open.card.id} {...view} />;
}
