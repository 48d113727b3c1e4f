import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportPage } from "#app/components/desk/import-page.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { mapFields, type MapValues } from "#app/domain/desk/import-map.ts";
import { signedIn } from "#app/door.server.ts";
import { readForm, unreadable } from "#app/forms.server.ts";
import { deskImport } from "#app/messages/desk-import.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { keepImport, previewImport, unpacked } from "#app/services/desk-import.server.ts";
import { mustManage } from "#app/services/desk.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${deskImport[loaded?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    mustManage(ctx);
    return { language: ctx.actor.language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    mustManage(ctx);
    const form = await readForm(args.request);
    const text = (name: string) => String(form.get(name) ?? "").replaceAll("\0", "");
    const texts = (name: string) => form.getAll(name).filter((each): each is string => typeof each === "string");
    // What still says what was proposed is no word of the reader's.
    const map: MapValues = Object.fromEntries(mapFields.flatMap((name) => (["", text(`proposed.${name}`)].includes(text(`map.${name}`)) ? [] : [[name, text(`map.${name}`)]])));
    const what = text("do");
    const chosen = form.getAll("files").filter((each): each is File => typeof each !== "string" && each.name !== "");
    const carried = () => unpacked(texts("data").map((each, nth) => ({ name: texts("name")[nth] ?? "", data: each })));
    if (what === "keep") {
      const kept = await attempt(ctx, () => keepImport(ctx, carried(), map));
      if (kept.ok) return redirect(paths.draft(kept.value), { headers: { "Set-Cookie": flashCookie("framework-imported") } });
      return data({ ok: false as const, where: "", sentence: kept.sentence, packed: [], map }, { status: kept.status });
    }
    if (what !== "look" && what !== "again") throw unreadable();
    const files = what === "again" ? carried() : await Promise.all(chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
    const outcome = previewImport(ctx, files, map);
    return data({ ...outcome, map }, { status: outcome.ok ? 200 : 422 });
  });

export default function ImportRoute() {
  useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <ManageNav />
      <ImportPage reply={reply ?? null} />
    </>
  );
}
