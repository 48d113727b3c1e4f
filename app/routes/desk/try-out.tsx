import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskFrame } from "#app/components/desk/desk-frame.tsx";
import { TryOut } from "#app/components/desk/try-out.tsx";
import { tryOutOf } from "#app/domain/desk/preview.ts";
import { signedIn } from "#app/door.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";
import { headOf } from "#app/services/desk-view.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskReview[data?.language ?? "nl"].tryOutTitlePlain} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const desk = await deskDocument(ctx, args.params["documentId"] ?? "");
    return { language: ctx.actor.language, head: headOf(ctx, desk), view: tryOutOf(desk.draft, searchParams.get("als"), Number(searchParams.get("vraag") ?? 1), ctx.actor.language) };
  });

export default function TryOutRoute() {
  const { head, view } = useLoaderData<typeof loader>();
  const t = useMessages(deskReview);
  return (
    <DeskFrame head={head} title={view.as === null ? t.tryOutTitlePlain : t.tryOutTitle(view.who)}>
      <TryOut view={view} to={(at) => paths.draftTryOut(head.id, at)} level={2} canChoose={head.state === "draft"} />
    </DeskFrame>
  );
}
