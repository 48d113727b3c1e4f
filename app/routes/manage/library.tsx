import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CrosswalkList } from "#app/components/manage/crosswalk-list.tsx";
import { OwnFrameworks } from "#app/components/desk/own-frameworks.tsx";
import { LibraryList } from "#app/components/manage/library-list.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { manage } from "#app/messages/manage.ts";
import { listCrosswalks } from "#app/services/crosswalk-library.server.ts";
import { listDesk } from "#app/services/desk.server.ts";
import { listLibrary } from "#app/services/library.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${manage[data?.language ?? "nl"].library} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, frameworks: listLibrary(ctx), crosswalks: listCrosswalks(ctx), own: await listDesk(ctx) }));

export default function LibraryRoute() {
  const { frameworks, crosswalks, own } = useLoaderData<typeof loader>();
  const t = useMessages(manage);
  return (
    <>
      <ManageNav />
      <PageHead title={t.library} lead={t.libraryLead} whoSees={t.whoSees} />
      <OwnFrameworks lines={own} />
      <h2>{useMessages(desk).shippedTitle}</h2>
      <LibraryList frameworks={frameworks.filter(({ slug }) => !own.some((line) => line.slug === slug))} />
      <CrosswalkList crosswalks={crosswalks} />
    </>
  );
}
