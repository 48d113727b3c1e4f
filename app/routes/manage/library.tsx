import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LibraryList } from "#app/components/manage/library-list.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { listLibrary } from "#app/services/library.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${manage[data?.language ?? "nl"].library} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, frameworks: listLibrary(ctx) }));

export default function LibraryRoute() {
  const { frameworks } = useLoaderData<typeof loader>();
  const t = useMessages(manage);
  return (
    <>
      <ManageNav />
      <PageHead title={t.library} lead={t.libraryLead} whoSees={t.whoSees} />
      <LibraryList frameworks={frameworks} />
    </>
  );
}
