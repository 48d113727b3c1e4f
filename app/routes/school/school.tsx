import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SchoolPage } from "#app/components/school/school-page.tsx";
import { may } from "#app/domain/access.ts";
import { signedIn } from "#app/door.server.ts";
import { schoolFigures } from "#app/services/figures.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.figures.school.name ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const roundId = new URL(args.request.url).searchParams.get("ronde") ?? undefined;
    const figures = await schoolFigures(ctx, args.params["schoolId"] ?? "", roundId);
    const schoolId = figures.school.id;
    return { figures, mayPlan: may(ctx.actor, "training:plan", { schoolId }), managesRounds: may(ctx.actor, "rounds:manage", { schoolIds: [schoolId] }) };
  });

export default function School() {
  return <SchoolPage {...useLoaderData<typeof loader>()} />;
}
