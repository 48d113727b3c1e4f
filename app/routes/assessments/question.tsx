import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { chosenFrom } from "#app/components/assessment/chosen.ts";
import { QuestionScreen, type Outcome } from "#app/components/assessment/question-screen.tsx";
import { areaDoneParameter, wayOn } from "#app/components/assessment/way-on.ts";
import { trailWords } from "#app/components/reach/reach-words.ts";
import { answerSchema } from "#app/domain/assessment/answer-schema.ts";
import { isAreaDone, nextToAnswer } from "#app/domain/assessment/journey.ts";
import { praiseFor, questionView } from "#app/domain/assessment/question-view.ts";
import { sameDraft, untouched } from "#app/domain/assessment/saving.ts";
import type { Trail } from "#app/domain/reach/reach-view.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { trailOn } from "#app/services/crosswalk-reach.server.ts";
import { openAssessment, type OpenAssessment } from "#app/services/assessments.server.ts";

const AnswerForm = answerSchema.omit({ itemId: true }).extend({ keep: z.string().max(10).default("") });
/** "Opgeslagen om 14:02" says no day, so it is only said of the last hours. */
const recent = 12 * 3_600_000;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.view.question ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { assessmentId = "", competenceId = "" } = args.params;
    const open = await openAssessment(ctx, assessmentId);
    const { language } = ctx.actor;
    const savedAt = open.savedAt && ctx.now.getTime() - open.savedAt.getTime() < recent ? open.savedAt : null;
    const trail = await trailIn(ctx, open, args);
    const view = questionView({ ...open, pages: trail?.pages ?? open.pages, savedAt }, competenceId, language);
    if (!view) throw notFound();
    if (trail) return { view: { ...view, finishes: null, trail: trailWords(trail.about(competenceId), language) }, clientId: randomUUID(), praise: null };
    const finished = new URL(args.request.url).searchParams.get(areaDoneParameter);
    // The key of the plain form's save; scripts make their own.
    return { view, clientId: randomUUID(), praise: praiseFor(open, finished, language) };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { assessmentId = "", competenceId = "" } = args.params;
    const open = await openAssessment(ctx, assessmentId);
    if (!open.pages.some((page) => page.competenceId === competenceId)) throw notFound();
    const form = await parseForm(args.request, AnswerForm);
    if (!form.ok) return invalid(form);
    const { keep, ...draft } = form.value;
    const trail = await trailIn(ctx, open, args);
    const along = trail?.about(competenceId);
    if (keep === "theirs") return redirect(paths.question(open.id, competenceId, { from: along?.from }));
    const before = open.answers[competenceId] ?? untouched;
    const mine = chosenFrom({ ...draft, sequence: draft.base });
    try {
      // Going on without a change writes nothing.
      const saved = draft.base === before.sequence && sameDraft(draft, before) ? { status: "saved" as const, state: before } : await saveAnswer(ctx, open.id, { ...draft, itemId: competenceId });
      if (saved.status === "conflict") return data({ conflict: { mine, theirs: saved.theirs } }, { status: 409 });
      return redirect(wayOnAfter(trail ? { ...open, pages: trail.pages } : open, competenceId, saved.state, along));
    } catch (error) {
      // What was typed comes back on the page, to be mended or copied.
      if (error instanceof AppError && error.kind === "conflict") return data({ refused: { mine, text: error.text[ctx.actor.language] } }, { status: 409 });
      if (error instanceof AppError && error.kind === "invalid") return invalid({ errors: { answer: "bad-answer" }, values: { wish: draft.wish ? "on" : "", note: draft.note } });
      throw error;
    }
  });

function wayOnAfter({ id, pages, answers }: OpenAssessment, competenceId: string, state: OpenAssessment["answers"][string], trail?: Trail): string {
  const now = { ...answers, [competenceId]: state };
  const { area } = pages.find((page) => page.competenceId === competenceId)!;
  const finishes = isAreaDone(pages, now, area.id) && !isAreaDone(pages, answers, area.id);
  return wayOn(id, nextToAnswer(pages, now, competenceId)?.competenceId ?? null, finishes ? area.id : null, trail);
}

/** The questions that another result leads to, when the address names it and this question is one of them; an old link shows the question alone. */
async function trailIn(ctx: Context, open: OpenAssessment, { params, request }: LoaderFunctionArgs) {
  const from = new URL(request.url).searchParams.get("van");
  const trail = from ? await trailOn(ctx, open, from) : null;
  return trail?.pages.some((page) => page.competenceId === params["competenceId"]) ? trail : null;
}

export default function Question() {
  const { view, clientId, praise } = useLoaderData<typeof loader>();
  const outcome = outcomeOf(useActionData<typeof action>());
  return <QuestionScreen key={`${view.competenceId} ${outcome === null ? "" : clientId}`} view={view} clientId={clientId} praise={praise} outcome={outcome} />;
}

function outcomeOf(answer: ReturnType<typeof useActionData<typeof action>>): Outcome | null {
  if (!answer) return null;
  if ("conflict" in answer) return answer.conflict;
  if ("refused" in answer) return { mine: answer.refused.mine, refused: answer.refused.text };
  const { values, errors } = answer;
  return { mine: { answer: values["answer"] ?? "", wish: Boolean(values["wish"]), note: values["note"] ?? "" }, errors };
}
