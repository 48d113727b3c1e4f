import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { filterNames, PeoplePage } from "#app/components/manage/people-page.tsx";
import { isFamily } from "#app/domain/people/function-group.ts";
import { signedIn } from "#app/door.server.ts";
import { manage } from "#app/messages/manage.ts";
import { listPeople, type PeopleAsked } from "#app/services/people.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${manage[data?.language ?? "nl"].people} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const filter = askedIn(new URL(args.request.url).searchParams);
    return { language: ctx.actor.language, filter, ...(await listPeople(ctx, filter)) };
  });

/** What cannot be read in the address is left out: an old link then shows more, never an error. */
function askedIn(search: URLSearchParams): PeopleAsked {
  const family = search.get(filterNames.family) ?? "";
  const school = z.uuid().safeParse(search.get(filterNames.school));
  const page = z.coerce.number().int().min(1).max(10_000).safeParse(search.get(filterNames.page));
  return {
    // PostgreSQL keeps no NUL in a text.
    name: (search.get(filterNames.name) ?? "").replaceAll("\0", "").trim().slice(0, 100),
    schoolId: school.success ? school.data : null,
    family: isFamily(family) ? family : null,
    page: page.success ? page.data : 1,
  };
}

export default function PeopleRoute() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
