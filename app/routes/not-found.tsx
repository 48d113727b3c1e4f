import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/door.server.ts";
import { notFound } from "#app/domain/errors.ts";

const refuse = async () => {
  throw notFound();
};

/** Any address that is no page: the frame stays, the status is 404. */
export const loader = (args: LoaderFunctionArgs) => anyone(args, refuse);

export const action = (args: ActionFunctionArgs) => anyone(args, refuse);

export default function NotFound() {
  return null;
}
