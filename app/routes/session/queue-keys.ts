import type { LoaderFunctionArgs } from "@remix-run/node";
import { sessionIdIn } from "#app/cookies.server.ts";
import { inPlainWords, onlyFromOwnPages, signedIn } from "#app/door.server.ts";
import { queueKeysOf } from "#app/services/queue-keys.server.ts";

/** The keys for what waits in this browser, for the pages of who is signed in and nothing else. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () => {
    onlyFromOwnPages(args.request);
    return signedIn(args, async (ctx) => Response.json(await queueKeysOf(ctx, sessionIdIn(args.request))));
  });
