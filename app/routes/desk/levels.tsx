import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LevelsPage } from "#app/components/desk/levels-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { actFrom, sequenceFrom } from "#app/domain/desk/act.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { notDone, notKept } from "#app/section-reply.server.ts";
import { changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { openLevels } from "#app/services/desk-view.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskEdit[data?.language ?? "nl"].levelsTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, ...(await openLevels(ctx, args.params["documentId"] ?? "")) }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    await openLevels(ctx, id);
    const sent = await sentTexts(args.request);
    const sequence = sequenceFrom(sent);
    if (sequence === null) throw unreadable();
    if (sent["do"] === "save") {
      const change = await changeSection(ctx, id, { part: "scale" }, sent, sequence);
      if (change.status !== "kept") return notKept(change, sent);
    } else {
      const act = actFrom(sent, null);
      if (act?.do !== "add-level" && act?.do !== "remove-level" && act?.do !== "add-way" && act?.do !== "remove-way") throw unreadable();
      const done = await attempt(ctx, () => changeShape(ctx, id, act, sequence));
      if (!done.ok) return notDone(done);
    }
    return redirect(paths.draftLevels(id), { headers: { "Set-Cookie": flashCookie("framework-saved") } });
  });

export default function LevelsRoute() {
  const { language: _language, ...view } = useLoaderData<typeof loader>();
  return <LevelsPage {...view} reply={useActionData<typeof action>() ?? null} />;
}
