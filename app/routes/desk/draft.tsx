import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskPage } from "#app/components/desk/desk-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { actFrom, sequenceFrom } from "#app/domain/desk/act.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { beginVersion, throwAwayDraft } from "#app/services/desk-begin.server.ts";
import { changeShape } from "#app/services/desk-edit.server.ts";
import { openDesk } from "#app/services/desk-view.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.head.title || desk[loaded?.language ?? "nl"].unnamed} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, ...(await openDesk(ctx, args.params["documentId"] ?? "")) }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    await deskDocument(ctx, id);
    const sent = await sentTexts(args.request);
    const no = ({ sentence, status }: { sentence: string; status: number }) => data({ sentence }, { status });
    const to = (path: string, flash: string) => redirect(path, { headers: { "Set-Cookie": flashCookie(flash) } });
    if (sent["do"] === "throw-away") {
      const done = await attempt(ctx, () => throwAwayDraft(ctx, id));
      if (!done.ok) return no(done);
      return to(paths.library(), "framework-removed");
    }
    if (sent["do"] === "new-version") {
      const begun = await attempt(ctx, () => beginVersion(ctx, id));
      return begun.ok ? to(paths.draft(begun.value), "framework-begun") : no(begun);
    }
    const [act, sequence] = [actFrom(sent, null), sequenceFrom(sent)];
    if (!act || sequence === null) throw unreadable();
    const done = await attempt(ctx, () => changeShape(ctx, id, act, sequence));
    if (!done.ok) return no(done);
    return to(done.value === "" ? paths.draft(id) : paths.draftItem(id, done.value), "framework-saved");
  });

export default function DraftRoute() {
  const { head, slug, sequence, origin, view } = useLoaderData<typeof loader>();
  return <DeskPage head={head} slug={slug} sequence={sequence} origin={origin} view={view} refusal={useActionData<typeof action>() ?? null} />;
}
