import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { aboutTheWhole, ReadAlongPage } from "#app/components/desk/read-along-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, sentTexts, unreadable } from "#app/forms.server.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";
import { comment, openReadAlong, reviewDocument, takeBackComment } from "#app/services/desk-review.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskReview[data?.language ?? "nl"].readTitle(data?.title ?? "")} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    return { language: ctx.actor.language, ...(await openReadAlong(ctx, args.params["documentId"] ?? "", { as: searchParams.get("als"), place: Number(searchParams.get("vraag") ?? 1) })) };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    const desk = await reviewDocument(ctx, id);
    const sent = await sentTexts(args.request);
    const kept = (flash: string) => redirect(paths.readAlong(id), { headers: { "Set-Cookie": flashCookie(flash) } });
    if (sent["do"] === "take-back") {
      await takeBackComment(ctx, id, sent["comment"] ?? "");
      return kept("comment-removed");
    }
    if (sent["do"] !== "comment") throw unreadable();
    const item = sent["item"] ?? "";
    const errors = await comment(ctx, desk, { item: item === aboutTheWhole ? null : item, words: sent["words"] ?? "" });
    return errors ? invalid({ errors, values: { ...sent } }) : kept("comment-kept");
  });

export default function ReadAlongRoute() {
  const { language: _language, ...view } = useLoaderData<typeof loader>();
  return <ReadAlongPage {...view} reply={useActionData<typeof action>() ?? null} />;
}
