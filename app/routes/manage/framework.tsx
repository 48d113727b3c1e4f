import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asName, FrameworkPage } from "#app/components/manage/framework-page.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { signedIn } from "#app/door.server.ts";
import { manage } from "#app/messages/manage.ts";
import { exportOptions } from "#app/services/export.server.ts";
import { openFramework } from "#app/services/library.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.framework.card.title ?? manage.nl.library} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const as = new URL(args.request.url).searchParams.get(asName);
    const framework = openFramework(ctx, args.params["slug"] ?? "", args.params["version"] ?? "", as);
    return { framework: { ...framework, exports: exportOptions(ctx, framework.card.slug, framework.card.version) } };
  });

export default function FrameworkRoute() {
  const { framework } = useLoaderData<typeof loader>();
  return (
    <>
      <ManageNav />
      <FrameworkPage {...framework} />
    </>
  );
}
