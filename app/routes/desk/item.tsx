import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ItemPage } from "#app/components/desk/item-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { actFrom, sequenceFrom } from "#app/domain/desk/act.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";
import { changeSection, changeShape } from "#app/services/desk-edit.server.ts";
import { openItem } from "#app/services/desk-view.server.ts";
import { attempt } from "#app/refusal.server.ts";
import { notDone, notKept } from "#app/section-reply.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.title || desk[data?.language ?? "nl"].unnamed} · Groeikompas` }];

const groupIn = (request: Request) => new URL(request.url).searchParams.get("voor");

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const itemId = args.params["itemId"] ?? "";
    return { language: ctx.actor.language, itemId, ...(await openItem(ctx, args.params["documentId"] ?? "", itemId, groupIn(args.request))) };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const [id, itemId, group] = [args.params["documentId"] ?? "", args.params["itemId"] ?? "", groupIn(args.request)];
    await openItem(ctx, id, itemId, group);
    const sent = await sentTexts(args.request);
    const sequence = sequenceFrom(sent);
    if (sequence === null) throw unreadable();
    const kept = (path: string) => redirect(path, { headers: { "Set-Cookie": flashCookie("framework-saved") } });
    if (sent["do"] === "save") {
      const change = await changeSection(ctx, id, { part: "node", id: itemId, group }, sent, sequence);
      return change.status === "kept" ? kept(paths.draftItem(id, itemId, { group })) : notKept(change, sent);
    }
    const act = actFrom(sent, itemId);
    if (!act) throw unreadable();
    const done = await attempt(ctx, () => changeShape(ctx, id, act, sequence));
    if (!done.ok) return notDone(done);
    return kept(act.do === "remove" ? paths.draft(id) : paths.draftItem(id, done.value, { group: act.do === "add-words" ? act.group : null }));
  });

export default function ItemRoute() {
  const { head, itemId, item, group, groups, sequence, languages, canWrite } = useLoaderData<typeof loader>();
  return <ItemPage head={head} itemId={itemId} item={item} group={group} groups={groups} sequence={sequence} languages={languages} canWrite={canWrite} reply={useActionData<typeof action>() ?? null} />;
}
