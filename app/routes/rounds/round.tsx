import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmations, type Confirm } from "#app/components/rounds/round-manage.tsx";
import { RoundPage } from "#app/components/rounds/round-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { may } from "#app/domain/access.ts";
import { RoundAction } from "#app/domain/round-input.ts";
import { signedIn } from "#app/door.server.ts";
import { env } from "#app/env.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { roundOf } from "#app/services/rounds-list.server.ts";
import { cancelRound, closeRound, extendRound, mustBeRunning } from "#app/services/rounds.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.round.name ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const round = await roundOf(ctx, args.params["roundId"] ?? "");
    const asked = new URL(args.request.url).searchParams.get("bevestig") ?? "";
    const confirm: Confirm | null = Object.hasOwn(confirmations, asked) ? confirmations[asked as keyof typeof confirmations] : null;
    return { round, confirm, seesBoard: may(ctx.actor, "board:read", {}), address: new URL(paths.home(), env.PUBLIC_URL ?? args.request.url).href };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const roundId = args.params["roundId"] ?? "";
    const form = await parseForm(args.request, RoundAction);
    if (!form.ok) {
      await mustBeRunning(ctx, roundId);
      return data({ error: Object.values(form.errors)[0] ?? "required", typed: form.values["closesOn"] ?? "" }, { status: 422 });
    }
    const done = (flash: string) => redirect(paths.round(roundId), { headers: { "Set-Cookie": flashCookie(flash) } });
    if (form.value.intent === "close") {
      await closeRound(ctx, roundId);
      return done("round-closed");
    }
    if (form.value.intent === "cancel") {
      await cancelRound(ctx, roundId);
      return done("round-cancelled");
    }
    const error = await extendRound(ctx, roundId, form.value.closesOn);
    return error === null ? done("round-extended") : data({ error, typed: form.value.closesOn }, { status: 422 });
  });

export default function Round() {
  const loaded = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() ?? null;
  return <RoundPage {...loaded} error={failed?.error ?? null} typed={failed?.typed ?? null} />;
}
