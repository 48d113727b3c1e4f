import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ChooseScreen } from "#app/components/assessment/choose-screen.tsx";
import { StartScreen, type StartView } from "#app/components/assessment/start-screen.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { functionInWords, functionsToChoose } from "#app/domain/people/function-words.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import { signedIn } from "#app/door.server.ts";
import { parseForm } from "#app/forms.server.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { paths } from "#app/paths.ts";
import { correctFunction } from "#app/services/assessments-function.server.ts";
import { invitationTo, type Invitation } from "#app/services/assessments-invitation.server.ts";
import { offeredTo } from "#app/services/assessments-list.server.ts";
import { beginningOf, startAssessment } from "#app/services/assessments-start.server.ts";

const StartForm = z.discriminatedUnion("do", [z.object({ do: z.literal("start"), mode: z.enum(["all", "short", "look"]) }), z.object({ do: z.literal("function"), functionId: z.string().max(60) })]);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${assessmentStart[data?.language ?? "nl"].startMeta} · Groeikompas` }];

/** What the address asks to begin: a round, or an instrument of a framework for oneself; null when that is still to be chosen. */
function askedIn(request: Request): { roundId: string } | { framework: string; instrument: string | null } | null {
  const { searchParams } = new URL(request.url);
  const [roundId, framework] = [searchParams.get("ronde"), searchParams.get("raamwerk")];
  return roundId ? { roundId } : framework ? { framework, instrument: searchParams.get("vragenlijst") } : null;
}

/** Where the way back leads. */
const fromIn = (request: Request) => (new URL(request.url).searchParams.get("van") === "zelfscans" ? "list" : undefined);

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { language, family } = ctx.actor;
    const asked = askedIn(args.request);
    if (asked === null) {
      const offers = offeredTo(ctx).map((offer) => ({ ...offer, title: inLanguage(offer.title, language) }));
      return { view: null, offers, easy: family === "onderwijsondersteuner", language };
    }
    const invitation = await invitationTo(ctx, asked);
    if (invitation.beginning.begun !== null) throw redirect(paths.assessment(invitation.beginning.begun));
    return { view: startView(invitation, fromIn(args.request) === "list", language), offers: [], easy: false, language };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const asked = askedIn(args.request);
    const form = await parseForm(args.request, StartForm);
    if (!form.ok || asked === null) throw unreadable();
    const here = paths.startAssessment({ ...asked, from: fromIn(args.request) });
    if (form.value.do === "function") {
      await correctFunction(ctx, form.value);
      return redirect(here, { headers: { "Set-Cookie": flashCookie("function-corrected") } });
    }
    if (form.value.mode === "look") return redirect(here.replace(paths.startAssessment(), paths.lookRound()));
    const { framework, instrument } = await beginningOf(ctx, asked);
    const id = await startAssessment(ctx, { roundId: "roundId" in asked ? asked.roundId : null, framework, instrument, mode: form.value.mode });
    return redirect(paths.assessment(id));
  });

function startView({ beginning, framework, all, short, school, reflects }: Invitation, fromList: boolean, language: Language): StartView {
  const { round, family, functionId } = beginning;
  const counted = round?.countedAs;
  const same = !counted || (counted.family === family && counted.functionId === functionId && counted.school === school);
  return {
    framework: inLanguage(framework, language),
    round: round && { name: round.name, closesAt: round.closesAt, threshold: round.threshold, released: round.released },
    who: functionInWords({ family, functionId, school }, language),
    countedAs: same ? null : { person: functionInWords({ ...counted, school: null }, language), school: counted.school },
    functionId,
    all,
    short,
    functions: functionsToChoose(language),
    easy: family === "onderwijsondersteuner",
    reflects,
    fromList,
  };
}

function unreadable(): AppError {
  return new AppError("invalid", {
    nl: "We weten niet wat je wilde beginnen. Er is niets veranderd. Ga terug naar het begin.",
    en: "We do not know what you wanted to begin. Nothing has changed. Go back to the start.",
  });
}

export default function New() {
  const { view, offers, easy } = useLoaderData<typeof loader>();
  return view ? <StartScreen view={view} /> : <ChooseScreen offers={offers} easy={easy} />;
}
