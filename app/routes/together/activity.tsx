import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConversationSheet } from "#app/components/together/conversation-sheet.tsx";
import { ScanSheet } from "#app/components/together/scan-sheet.tsx";
import { ScenarioSet } from "#app/components/together/scenario-set.tsx";
import { isId } from "#app/domain/id.ts";
import { signedIn } from "#app/door.server.ts";
import { openActivity } from "#app/services/together.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const view = await openActivity(ctx, args.params["slug"] ?? "");
    const from = new URL(args.request.url).searchParams.get("van") ?? "";
    return { view, fromSchool: isId(from) ? from : null, title: view.kind === "conversation" ? view.sheet.title : view.kind === "school-scan" ? view.scan.title : view.set.title };
  });

export default function ActivityRoute() {
  const { view, fromSchool } = useLoaderData<typeof loader>();
  if (view.kind === "conversation") return <ConversationSheet sheet={view.sheet} />;
  return view.kind === "school-scan" ? <ScanSheet scan={view.scan} schools={view.schools} fromSchool={fromSchool} /> : <ScenarioSet set={view.set} />;
}
