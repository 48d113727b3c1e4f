import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { flashCookie, noSessionCookie, sessionIdIn } from "#app/cookies.server.ts";
import { anyone } from "#app/door.server.ts";
import { paths } from "#app/paths.ts";
import { signOut } from "#app/services/session.server.ts";

/** Signing out is a POST; a visit by address goes to the start and changes nothing. */
export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async () => {
    throw redirect(paths.home());
  });

export const action = (args: ActionFunctionArgs) =>
  anyone(args, async ({ database, now }) => {
    const id = sessionIdIn(args.request);
    if (id) await signOut(database, id, now);
    // Not the storage: what waits there for a colleague on the same browser stays theirs; ours, nobody can read from now on.
    const headers = new Headers({ "Clear-Site-Data": '"cache"' });
    headers.append("Set-Cookie", noSessionCookie());
    headers.append("Set-Cookie", flashCookie("signed-out"));
    throw redirect(paths.login(), { headers });
  });

export default function Logout() {
  return null;
}
