import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewRoundForm } from "#app/components/rounds/new-round-form.tsx";
import type { RoundDraft, RoundReply } from "#app/components/rounds/round-draft.ts";
import { RoundReview } from "#app/components/rounds/round-review.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { notFound } from "#app/domain/errors.ts";
import { isoDay } from "#app/domain/format.ts";
import { manyFields, NewRound } from "#app/domain/round-input.ts";
import { dayAfter, schoolSeason, thresholds } from "#app/domain/round.ts";
import { signedIn } from "#app/door.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { rounds } from "#app/messages/rounds.ts";
import { paths } from "#app/paths.ts";
import { roundChoices } from "#app/services/rounds-list.server.ts";
import { openRound, previewRound } from "#app/services/rounds.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${rounds[loaded?.language ?? "nl"].newTitle} · Groeikompas` }];

const usualDays = 21;

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { language } = ctx.actor;
    const choices = await roundChoices(ctx);
    const asked = new URL(args.request.url).searchParams.get("zelfscan");
    const instrument = choices.instruments.find(({ key }) => key === asked) ?? choices.instruments[0];
    if (!instrument) throw notFound();
    const today = isoDay(ctx.now);
    const { season, year } = schoolSeason(today);
    const draft: RoundDraft = {
      instrument: instrument.key,
      name: rounds[language].defaultName(season, year),
      schoolIds: choices.schools.length === 1 ? choices.schools.map(({ id }) => id) : [],
      families: instrument.families,
      closesOn: dayAfter(today, usualDays),
      threshold: String(thresholds.usual),
      // Questions that were thought over are for whoever did; group figures have to be asked for.
      privacy: instrument.reflects ? "own-use" : "confidential",
    };
    return { choices, instrument, draft, minimum: dayAfter(today, 1), language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const copy = args.request.clone();
    const form = await parseForm(args.request, NewRound, manyFields);
    const typed = await copy.formData();
    const draft = draftIn(typed);
    const reply = (more: Partial<RoundReply>): RoundReply => ({ draft, errors: {}, invitations: null, busy: [], ...more });
    if (typed.get("intent") === "edit") return data(reply({}));
    if (!form.ok) return data(reply({ errors: form.errors }), { status: 422 });
    if (typed.get("intent") !== "open") {
      const preview = await previewRound(ctx, form.value);
      return preview.ok ? data(reply({ invitations: preview.schools })) : data(reply({ errors: preview.errors as Record<string, string>, busy: preview.busy ?? [] }), { status: 422 });
    }
    const opened = await openRound(ctx, form.value);
    if (!opened.ok) return data(reply({ errors: opened.errors as Record<string, string>, busy: opened.busy ?? [] }), { status: 422 });
    return redirect(paths.round(opened.roundId), { headers: { "Set-Cookie": flashCookie("round-opened") } });
  });

/** What was typed, as it stands. */
function draftIn(form: FormData): RoundDraft {
  const one = (name: string) => String(form.get(name) ?? "");
  const many = (name: string) => form.getAll(name).map(String);
  return { instrument: one("instrument"), name: one("name"), schoolIds: many("schoolIds"), families: many("families"), closesOn: one("closesOn"), threshold: one("threshold"), privacy: one("privacy") };
}

export default function NewRoundPage() {
  const { choices, instrument, draft, minimum } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // An answer is about the self-assessment it was sent for, whatever the address says; one that is not there (any more) falls back on the page's.
  const shown = choices.instruments.find(({ key }) => key === reply?.draft.instrument) ?? instrument;
  if (reply?.invitations) return <RoundReview draft={reply.draft} instrument={shown} invitations={reply.invitations} />;
  return <NewRoundForm choices={choices} instrument={shown} reply={reply ?? { draft, errors: {}, busy: [] }} minimum={minimum} />;
}
