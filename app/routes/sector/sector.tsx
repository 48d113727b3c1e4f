import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SectorPage } from "#app/components/sector/sector-page.tsx";
import { signedIn } from "#app/door.server.ts";
import { sector } from "#app/messages/sector.ts";
import { openSector } from "#app/services/sector.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${sector[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ figures: openSector(ctx), language: ctx.actor.language }));

export default function SectorRoute() {
  return <SectorPage figures={useLoaderData<typeof loader>().figures} />;
}
