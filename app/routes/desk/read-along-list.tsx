import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";
import { inReview } from "#app/services/desk-review.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskReview[data?.language ?? "nl"].listTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, frameworks: await inReview(ctx) }));

export default function ReadAlongListRoute() {
  const { frameworks } = useLoaderData<typeof loader>();
  const t = useMessages(deskReview);
  return (
    <>
      <PageHead title={t.listTitle} lead={t.listLead} />
      {frameworks.length === 0 ? (
        <EmptyState title={t.listNone}>{t.listNoneMore}</EmptyState>
      ) : (
        <ul>
          {frameworks.map(({ id, title }) => (
            <li key={id}>
              <Link to={paths.readAlong(id)}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
