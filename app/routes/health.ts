import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/door.server.ts";
import { health } from "#app/services/health.server.ts";

/** For watchdogs: 200 with the database, 503 without it. */
export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async ({ database }) => {
    const state = await health(database);
    return Response.json(state, { status: state.status === "ok" ? 200 : 503 });
  });

export const action = (args: ActionFunctionArgs) => anyone(args, async () => new Response(null, { status: 405, headers: { Allow: "GET" } }));
