import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeScreen, type HomeView } from "#app/components/assessment/home-screen.tsx";
import { may } from "#app/domain/access.ts";
import { askingView } from "#app/domain/assessment/asking-view.ts";
import { inLanguage } from "#app/domain/text.ts";
import { signedIn } from "#app/door.server.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { mySchools, plannedSteps } from "#app/services/assessments-home.server.ts";
import { assessmentsOf, offeredTo } from "#app/services/assessments-list.server.ts";
import { inReview } from "#app/services/desk-review.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentStart[data?.language ?? "nl"].homeMeta} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { actor } = ctx;
    const { language } = actor;
    const [{ asking, own }, steps, { leads }, reviews] = await Promise.all([assessmentsOf(ctx), plannedSteps(ctx), mySchools(ctx), inReview(ctx, 3)]);
    const unfinished = own.find(({ handedInAt, round }) => handedInAt === null && round === null) ?? null;
    const view: HomeView = {
      name: actor.name,
      asking: asking.map((round) => askingView(round, language)),
      unfinished: unfinished && { id: unfinished.id, framework: inLanguage(unfinished.framework, language), done: unfinished.done, total: unfinished.total },
      offers: asking.length > 0 ? [] : offeredTo(ctx).map((offer) => ({ ...offer, title: inLanguage(offer.title, language) })),
      steps,
      leads,
      reviews,
      board: may(actor, "board:read", {}),
      manage: may(actor, "board:manage", {}),
      easy: actor.family === "onderwijsondersteuner",
    };
    return { view, language };
  });

export default function Home() {
  return <HomeScreen view={useLoaderData<typeof loader>().view} />;
}
