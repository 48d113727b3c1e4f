import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/door.server.ts";
import { notFound } from "#app/domain/errors.ts";

/** Any address that is no page: the frame stays, the status is 404. */
export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async () => {
    throw notFound();
  });

export const action = loader;

export default function NotFound() {
  return null;
}
