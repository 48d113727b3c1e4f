import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { sessionIdIn } from "#app/cookies.server.ts";
import { anyone, inPlainWords, signedIn } from "#app/door.server.ts";
import { ownSessionEnd, sessionEnd, type SessionEnd } from "#app/services/session-end.server.ts";

/** How long the session of this browser still lasts, and whose it is. Asking does not make it last longer. */
export const loader = (args: LoaderFunctionArgs) => anyone(args, async ({ database, now }) => answer(await sessionEnd(database, sessionIdIn(args.request), now)));

/** "I am still here": coming through the door makes the session last longer. */
export const action = (args: ActionFunctionArgs) => inPlainWords(args, () => signedIn(args, async (ctx) => answer(await ownSessionEnd(ctx, sessionIdIn(args.request)))));

const answer = (end: SessionEnd | null) => Response.json(end && { person: end.personId, endsIn: end.endsIn, extends: end.extends });
