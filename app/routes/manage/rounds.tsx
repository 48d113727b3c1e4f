import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { RoundsTable } from "#app/components/manage/rounds-table.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { managedRounds } from "#app/services/manage.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${manage[data?.language ?? "nl"].rounds} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, rounds: await managedRounds(ctx) }));

export default function ManagedRoundsRoute() {
  const { rounds } = useLoaderData<typeof loader>();
  const t = useMessages(manage);
  return (
    <>
      <ManageNav />
      <PageHead title={t.rounds} lead={t.roundsLead} whoSees={t.whoSees} />
      {rounds.length === 0 ? <EmptyState title={t.noRounds}>{t.noRoundsMore}</EmptyState> : <RoundsTable rounds={rounds} />}
    </>
  );
}
