import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LoginForm } from "#app/components/shell/login-form.tsx";
import { sessionCookie, sessionIdIn } from "#app/cookies.server.ts";
import { anyone, visitor } from "#app/door.server.ts";
import { env } from "#app/env.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { auth } from "#app/messages/auth.ts";
import { ownPath } from "#app/own-path.ts";
import { paths } from "#app/paths.ts";
import { loggedSignIn } from "#app/services/log.server.ts";
import { checkPassword, endSession, startSession } from "#app/services/session.server.ts";

const Credentials = z.object({ email: z.string().trim().min(1, "required").max(320, "too-long"), password: z.string().min(1, "required").max(1000, "too-long"), shared: z.string().max(10).optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${auth[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  visitor(args, async (ctx) => {
    const backTo = ownPath(new URL(args.request.url).searchParams.get("terug"));
    if (ctx) throw redirect(backTo);
    return anyone(args, async ({ language }) => ({ demo: env.GROEIKOMPAS_DEMO, backTo, language }));
  });

export const action = (args: ActionFunctionArgs) =>
  anyone(args, async ({ database, now, address }) => {
    const form = await parseForm(args.request, Credentials);
    if (!form.ok) return invalid(form);
    const found = await checkPassword(database, { ...form.value, address, now });
    if (!found.ok) return invalid({ errors: { form: "wrong" }, values: { email: form.value.email, shared: form.value.shared ?? "" } });
    const before = sessionIdIn(args.request);
    if (before) await endSession(database, before, now);
    const session = await startSession(database, { accountId: found.accountId, ...found.memberships[0]!, shared: form.value.shared !== undefined }, now);
    await loggedSignIn(database, { ...found.memberships[0]!, now });
    const next = ownPath(new URL(args.request.url).searchParams.get("terug"));
    return redirect(found.memberships.length > 1 ? paths.chooseBoard() : next, { headers: { "Set-Cookie": sessionCookie(session) } });
  });

export default function Login() {
  return <LoginForm {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>() ?? null} />;
}
