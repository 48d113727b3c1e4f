import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CrosswalkPage } from "#app/components/manage/crosswalk-page.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { signedIn } from "#app/door.server.ts";
import { crosswalk } from "#app/messages/crosswalk.ts";
import { openCrosswalk } from "#app/services/crosswalk-library.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.crosswalk.card.title ?? crosswalk.nl.title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ crosswalk: openCrosswalk(ctx, args.params["slug"] ?? "", args.params["version"] ?? "") }));

export default function CrosswalkRoute() {
  const { crosswalk: view } = useLoaderData<typeof loader>();
  return (
    <>
      <ManageNav />
      <CrosswalkPage {...view} />
    </>
  );
}
