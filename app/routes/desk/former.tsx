import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormerPage } from "#app/components/desk/former-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { sequenceFrom } from "#app/domain/desk/act.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { deskFormer } from "#app/messages/desk-former.ts";
import { formerNames, paths } from "#app/paths.ts";
import { openFormer, tellFormer, tellRest, type FormerAsked } from "#app/services/desk-former.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.view ? deskFormer[loaded.language].title(loaded.view.from) : deskFormer[loaded?.language ?? "nl"].firstTitle} · Groeikompas` }];

function askedIn(request: Request): FormerAsked {
  const { searchParams } = new URL(request.url);
  const [now, then, page] = [searchParams.get(formerNames.now), searchParams.get(formerNames.then), Number(searchParams.get(formerNames.page) ?? 1)];
  return { at: now ? { side: "now", id: now } : then ? { side: "then", id: then } : null, area: searchParams.get(formerNames.area), kind: searchParams.get(formerNames.kind), page: Number.isInteger(page) ? page : 1 };
}

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, ...(await openFormer(ctx, args.params["documentId"] ?? "", askedIn(args.request))) }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const [id, asked] = [args.params["documentId"] ?? "", askedIn(args.request)];
    await openFormer(ctx, id, asked);
    const sent = await sentTexts(args.request);
    const sequence = sequenceFrom(sent);
    if (sequence === null || sent["do"] !== (asked.at ? "save" : "rest")) throw unreadable();
    const told = asked.at ? await tellFormer(ctx, id, asked.at, sent["area"] ?? null, sent, sequence) : await tellRest(ctx, id, sequence);
    if (told.status === "kept") return redirect(paths.draftFormer(id), { headers: { "Set-Cookie": flashCookie("framework-saved") } });
    const values = { ...sent };
    if (told.status === "conflict") return data({ sentence: null, values, conflict: { chosen: told.chosen, sequence: told.sequence } }, { status: 409 });
    return data({ sentence: told.sentence, values, conflict: null }, { status: 422 });
  });

export default function FormerRoute() {
  const { language: _language, ...page } = useLoaderData<typeof loader>();
  return <FormerPage {...page} reply={useActionData<typeof action>() ?? null} />;
}
