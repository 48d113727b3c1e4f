import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListScreen, type LineView } from "#app/components/assessment/list-screen.tsx";
import { askingView } from "#app/domain/assessment/asking-view.ts";
import { inLanguage } from "#app/domain/text.ts";
import { signedIn } from "#app/door.server.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { assessmentsOf, offeredTo } from "#app/services/assessments-list.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentStart[data?.language ?? "nl"].listTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { language, family } = ctx.actor;
    const { asking, own } = await assessmentsOf(ctx);
    const above = new Set(asking.flatMap(({ mine }) => (mine ? [mine.id] : [])));
    const lines = own
      .filter(({ id }) => !above.has(id))
      .map(({ id, framework, round, mode, startedAt, handedInAt, done, total }): LineView => ({
        id,
        framework: inLanguage(framework, language),
        round: round?.name ?? null,
        closed: round?.closed ?? false,
        short: mode === "short",
        startedAt,
        handedInAt,
        done,
        total,
      }));
    const isDone = ({ handedInAt, closed }: LineView) => handedInAt !== null || closed;
    const view = {
      asking: asking.map((round) => askingView(round, language)),
      unfinished: lines.filter((line) => !isDone(line)),
      earlier: lines.filter(isDone),
      offers: offeredTo(ctx).map((offer) => ({ ...offer, title: inLanguage(offer.title, language) })),
      easy: family === "onderwijsondersteuner",
    };
    return { view, language };
  });

export default function List() {
  return <ListScreen view={useLoaderData<typeof loader>().view} />;
}
