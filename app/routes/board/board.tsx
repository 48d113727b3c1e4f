import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoardPage } from "#app/components/school/board-page.tsx";
import { may } from "#app/domain/access.ts";
import { areasOf, areaToShow } from "#app/domain/figures/areas.ts";
import { signedIn } from "#app/door.server.ts";
import { school } from "#app/messages/school.ts";
import { boardFigures } from "#app/services/figures-board.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${school[data?.language ?? "nl"].boardTitle} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const query = new URL(args.request.url).searchParams;
    const figures = await boardFigures(ctx, query.get("ronde") ?? undefined);
    const areas = areasOf(figures.report?.grid.competences ?? []);
    const area = figures.report && areaToShow(areas, query.get("gebied"), figures.report.findings);
    // Only the area that is shown travels: a board can have sixty schools.
    const schools = figures.schools.map((line) => ({ ...line, cells: line.cells.slice(area?.from ?? 0, area?.to ?? 0) }));
    return { figures: { ...figures, schools }, areas: areas.map(({ title }) => title), area, mayPlan: may(ctx.actor, "training:plan", { schoolId: null }), language: ctx.actor.language };
  });

export default function Board() {
  const { figures, areas, area, mayPlan } = useLoaderData<typeof loader>();
  return <BoardPage figures={figures} areas={areas} area={area} mayPlan={mayPlan} />;
}
