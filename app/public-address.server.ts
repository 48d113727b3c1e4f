import { env } from "#app/env.server.ts";

/** The address of a request as other people know it: behind a proxy the public one. */
export function publicAddress(request: Request): URL {
  const { pathname, search, origin } = new URL(request.url);
  return new URL(pathname + search, env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : origin);
}
