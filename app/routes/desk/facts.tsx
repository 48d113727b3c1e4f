import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FactsPage } from "#app/components/desk/facts-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { actFrom, sequenceFrom } from "#app/domain/desk/act.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths, withoutName } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { notDone, notKept } from "#app/section-reply.server.ts";
import { changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { openFacts } from "#app/services/desk-view.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskEdit[data?.language ?? "nl"].factsTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, ...(await openFacts(ctx, args.params["documentId"] ?? "", new URL(args.request.url).searchParams.get(withoutName))) }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    await openFacts(ctx, id);
    const sent = await sentTexts(args.request);
    const sequence = sequenceFrom(sent);
    if (sequence === null) throw unreadable();
    if (sent["do"] === "save") {
      const change = await changeSection(ctx, id, { part: "facts" }, sent, sequence);
      if (change.status !== "kept") return notKept(change, sent);
    } else {
      const act = actFrom(sent, null);
      if (act?.do !== "add-language" && act?.do !== "remove-language") throw unreadable();
      const done = await attempt(ctx, () => changeShape(ctx, id, act, sequence));
      if (!done.ok) return notDone(done);
    }
    return redirect(paths.draftFacts(id), { headers: { "Set-Cookie": flashCookie("framework-saved") } });
  });

export default function FactsRoute() {
  const { language: _language, ...view } = useLoaderData<typeof loader>();
  return <FactsPage {...view} reply={useActionData<typeof action>() ?? null} />;
}
