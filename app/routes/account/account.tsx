import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AccountPage } from "#app/components/account/account-page.tsx";
import { flashCookie, noSessionCookie } from "#app/cookies.server.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm, unreadable } from "#app/forms.server.ts";
import { account } from "#app/messages/account.ts";
import { paths } from "#app/paths.ts";
import { choosePassword, ownAccount, signOutEverywhere } from "#app/services/account.server.ts";

const words = z.string().min(1, "required").max(1000, "too-long");
const Wish = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sessions") }),
  z
    .object({ intent: z.literal("password"), oldPassword: words, newPassword: words, newPasswordAgain: words })
    .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, { message: "differs", path: ["newPasswordAgain"] }),
]);
const fieldOf = { old: "oldPassword", next: "newPassword" } as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${account[data?.language ?? "nl"].title} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => ({ language: ctx.actor.language, account: await ownAccount(ctx) }));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const form = await parseForm(args.request, Wish);
    if (!form.ok) {
      if ("intent" in form.errors) throw unreadable();
      return invalid(form);
    }
    if (form.value.intent === "sessions") {
      await signOutEverywhere(ctx);
      return toSignIn("signed-out-everywhere");
    }
    const { oldPassword, newPassword } = form.value;
    const outcome = await choosePassword(ctx, { old: oldPassword, next: newPassword });
    return outcome === "changed" ? toSignIn("password-changed") : invalid({ errors: { [fieldOf[outcome.field]]: outcome.problem }, values: {} });
  });

/** All sessions are over, so this browser forgets its own as well. Not its storage: what waits there may be a colleague's. */
function toSignIn(flash: string) {
  const headers = new Headers({ "Clear-Site-Data": '"cache"' });
  headers.append("Set-Cookie", noSessionCookie());
  headers.append("Set-Cookie", flashCookie(flash));
  return redirect(paths.login(), { headers });
}

export default function AccountRoute() {
  return <AccountPage account={useLoaderData<typeof loader>().account} failed={useActionData<typeof action>() ?? null} />;
}
