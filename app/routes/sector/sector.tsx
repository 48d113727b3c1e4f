import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SectorPage } from "#app/components/sector/sector-page.tsx";
import type { Actor } from "#app/domain/access.ts";
import { signedIn } from "#app/door.server.ts";
import { sector } from "#app/messages/sector.ts";
import { openSector } from "#app/services/sector.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${sector[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ figures: openSector(ctx), back: backFor(ctx.actor), language: ctx.actor.language }));

function backFor({ roles, leads }: Actor) {
  if (roles.includes("hr") || roles.includes("board")) return { to: "board" } as const;
  return leads.length === 1 ? ({ to: "school", id: leads[0]! } as const) : ({ to: "start" } as const);
}

export default function SectorRoute() {
  const { figures, back } = useLoaderData<typeof loader>();
  return <SectorPage figures={figures} back={back} />;
}
