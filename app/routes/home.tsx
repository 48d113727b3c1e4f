import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/door.server.ts";

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ name: ctx.actor.name }));

export default function Home() {
  return <h1>Groeikompas</h1>;
}
