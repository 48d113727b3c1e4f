import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PublishPage } from "#app/components/desk/publish-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { askForReview, backToDraft, publishDocument, publishing, roundsUsing, withdrawVersion } from "#app/services/desk-publish.server.ts";
import { allComments } from "#app/services/desk-review.server.ts";
import { headOf } from "#app/services/desk-view.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${deskReview[loaded?.language ?? "nl"].publishTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const desk = await deskDocument(ctx, args.params["documentId"] ?? "");
    const address = new URL(paths.readAlong(desk.id), args.request.url).href;
    return { language: ctx.actor.language, head: headOf(ctx, desk), address, comments: await allComments(ctx, desk), publishing: await publishing(ctx, desk) };
  });

const flashes = { "ask-for-review": "framework-review", "back-to-draft": "framework-draft", publish: "framework-published", withdraw: "framework-withdrawn" } as const;

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    const desk = await deskDocument(ctx, id);
    const sent = await sentTexts(args.request);
    const what = (Object.keys(flashes) as (keyof typeof flashes)[]).find((each) => each === sent["do"]);
    if (!what) throw unreadable();
    const version = sent["version"] ?? "";
    // Published is for ever, so it is said twice.
    const unsure = what === "publish" && sent["sure"] !== "on" && desk.state === "review" && (await publishing(ctx, desk)).problems === 0;
    const acts = { "ask-for-review": askForReview, "back-to-draft": backToDraft, publish: async () => void (await publishDocument(ctx, id, version)), withdraw: withdrawVersion };
    const done = unsure ? null : await attempt(ctx, () => acts[what](ctx, id));
    if (done === null) return data({ refusal: null, unsure: true, version }, { status: 422 });
    if (!done.ok) {
      const rounds = what === "withdraw" && done.kind === "conflict" ? await roundsUsing(ctx, desk) : [];
      return data({ refusal: { sentence: done.sentence, links: rounds.map((round) => ({ to: paths.round(round.id), label: round.name })) }, unsure: false, version }, { status: done.status });
    }
    return redirect(paths.draftPublish(id), { headers: { "Set-Cookie": flashCookie(flashes[what]) } });
  });

export default function PublishRoute() {
  const { head, address, comments, publishing: state } = useLoaderData<typeof loader>();
  return <PublishPage head={head} address={address} comments={comments} publishing={state} reply={useActionData<typeof action>() ?? null} />;
}
