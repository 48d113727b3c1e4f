import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { diffNames, FrameworkDiff } from "#app/components/manage/framework-diff.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { signedIn } from "#app/door.server.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";
import { manage } from "#app/messages/manage.ts";
import { versionsSideBySide } from "#app/services/framework-versions.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? frameworkDiff[data.language].title(data.view.title) : manage.nl.library} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const search = new URL(args.request.url).searchParams;
    // A page that cannot be read is the first: an old link then shows more, never an error.
    const page = Number.parseInt(search.get(diffNames.page) ?? "", 10);
    const asked = { from: search.get(diffNames.from) || null, to: search.get(diffNames.to) || null, kind: search.get(diffNames.kind), page: Number.isNaN(page) ? 1 : page };
    return { language: ctx.actor.language, view: await versionsSideBySide(ctx, args.params["slug"] ?? "", asked) };
  });

export default function FrameworkDiffRoute() {
  const { view } = useLoaderData<typeof loader>();
  return (
    <>
      <ManageNav />
      <FrameworkDiff {...view} />
    </>
  );
}
