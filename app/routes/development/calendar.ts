import type { LoaderFunctionArgs } from "@remix-run/node";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { goalCalendar } from "#app/services/goals-calendar.server.ts";

/** One's own step as a file for a calendar. The file name is ours, so that nothing typed reaches a header. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const goalId = args.params["goalId"] ?? "";
      const address = new URL(paths.goal(goalId), env.PUBLIC_URL ?? args.request.url).href;
      return new Response(await goalCalendar(ctx, goalId, address), {
        headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="groeikompas-stap.ics"' },
      });
    }),
  );
