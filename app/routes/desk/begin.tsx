import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BeginPage } from "#app/components/desk/begin-page.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { templateKeys } from "#app/domain/desk/templates.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts } from "#app/forms.server.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { beginCopy, beginTemplate, copyable } from "#app/services/desk-begin.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${desk[loaded?.language ?? "nl"].beginTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, frameworks: copyable(ctx), templates: templateKeys }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    copyable(ctx);
    const sent = await sentTexts(args.request);
    const template = templateKeys.find((key) => key === sent["template"]);
    const begin = sent["do"] === "copy" ? () => beginCopy(ctx, sent["slug"] ?? "", sent["version"] ?? "") : sent["do"] === "template" && template ? () => beginTemplate(ctx, template) : null;
    if (begin === null) return data({ sentence: null }, { status: 422 });
    const begun = await attempt(ctx, begin);
    if (!begun.ok) return data({ sentence: begun.sentence }, { status: begun.status });
    return redirect(paths.draft(begun.value), { headers: { "Set-Cookie": flashCookie("framework-begun") } });
  });

export default function BeginRoute() {
  const { frameworks, templates } = useLoaderData<typeof loader>();
  return (
    <>
      <ManageNav />
      <BeginPage frameworks={frameworks} templates={templates} refusal={useActionData<typeof action>() ?? null} />
    </>
  );
}
