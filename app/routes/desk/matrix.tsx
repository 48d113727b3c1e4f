import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MatrixPage } from "#app/components/desk/matrix-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { sequenceFrom } from "#app/domain/desk/act.ts";
import { matrixGroup } from "#app/domain/desk/matrix.ts";
import { signedIn } from "#app/door.server.ts";
import { sentTexts, unreadable } from "#app/forms.server.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";
import { attempt } from "#app/refusal.server.ts";
import { changeMatrix } from "#app/services/desk-edit.server.ts";
import { openMatrix } from "#app/services/desk-view.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${deskEdit[loaded?.language ?? "nl"].matrixTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    return { language: ctx.actor.language, ...(await openMatrix(ctx, args.params["documentId"] ?? "", { instrument: searchParams.get("vragenlijst"), group: searchParams.get("groep"), area: searchParams.get("gebied") })) };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const id = args.params["documentId"] ?? "";
    const sent = await sentTexts(args.request);
    const { view } = await openMatrix(ctx, id, { instrument: sent["instrument"] ?? "", group: null, area: sent["area"] ?? null });
    const [group, sequence] = [matrixGroup(sent["group"] ?? ""), sequenceFrom(sent)];
    if (!group || sequence === null || view.instrument !== sent["instrument"] || view.area !== (sent["area"] ?? null)) throw unreadable();
    const done = await attempt(ctx, () => changeMatrix(ctx, id, { instrument: view.instrument, group, area: view.area }, sent, sequence));
    if (!done.ok) return data({ errors: {}, refusal: done.sentence, values: { ...sent } }, { status: done.status });
    if (done.value) return data({ ...done.value, refusal: null, values: { ...sent } }, { status: 422 });
    return redirect(paths.draftMatrix(id, { instrument: view.instrument, group: group.key, area: view.area }), { headers: { "Set-Cookie": flashCookie("framework-saved") } });
  });

export default function MatrixRoute() {
  const { head, view, sequence, canWrite } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // What was ticked and chosen stays, also when it could not be kept.
  const typed = reply ? view.lines.map((line) => ({ ...line, asked: `in.${line.id}` in reply.values, short: `short.${line.id}` in reply.values, target: reply.values[`target.${line.id}`] ?? "", weight: reply.values[`weight.${line.id}`] ?? "1" })) : view.lines;
  return <MatrixPage head={head} view={{ ...view, lines: typed }} sequence={sequence} canWrite={canWrite} errors={reply?.errors ?? {}} refusal={reply?.refusal ?? null} />;
}
