import { Form, Link } from "@remix-run/react";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StepCard } from "#app/components/ui/step-card.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { longestStep, mostActiveGoals, type Goal } from "#app/domain/result/goal.ts";
import type { Focus, ResultPage } from "#app/domain/result/result.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";
import { paths } from "#app/paths.ts";

export type Failed = { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> };
type Props = { focus: Focus; page: ResultPage; failed: Failed | null };

/** The next step: planned with a day, or a form to plan it. On paper always a line to write on or the step that stands. */
export function NextStep({ focus, page, failed }: Props) {
  const t = useMessages(result);
  const { goal } = page;
  const open = goal !== null && goal.doneAt === null;
  const proposal = focus.nextStep ?? t.shareStep(focus.title);
  return (
    <section aria-labelledby="stap">
      <h2 id="stap">{t.stepTitle}</h2>
      {goal ? <Planned goal={goal} /> : null}
      {open ? null : (
        <div className="print-only">
          <p>
            <b>{t.printStep}</b> {goal ? t.printBlank : proposal}
          </p>
          <p>{t.printDay}</p>
        </div>
      )}
      {failed ? (
        <StepForm focus={focus} page={page} failed={failed} proposal={proposal} />
      ) : open ? null : page.activeGoals >= mostActiveGoals ? (
        <div className="no-print">
          <Notice>
            <p>
              {t.full} <Link to={paths.goals()}>{t.toGoals}</Link>
            </p>
          </Notice>
        </div>
      ) : goal ? (
        <div className="no-print">
          <Explain title={t.planAnother}>
            <StepForm focus={focus} page={page} failed={null} proposal={proposal} />
          </Explain>
        </div>
      ) : (
        <StepForm focus={focus} page={page} failed={null} proposal={proposal} />
      )}
    </section>
  );
}

function Planned({ goal }: { goal: Goal }) {
  const t = useMessages(result);
  const done = goal.doneAt !== null;
  return (
    <>
      <p>{done ? t.done : t.planned}</p>
      <div className="goal-card">
        <StepCard
          title={goal.step}
          {...(goal.about ? { about: goal.about } : {})}
          day={goal.doneAt ?? goal.dueOn}
          done={done}
          foot={
            done ? (
              <Link to={paths.goals()}>{t.toGoals}</Link>
            ) : (
              <>
                <a href={paths.goalCalendar(goal.id)} download className="button button--quiet">
                  {t.toCalendar}
                </a>
                <Link to={paths.goal(goal.id)}>{t.toGoal}</Link>
              </>
            )
          }
        />
      </div>
    </>
  );
}

function StepForm({ focus, page, failed, proposal }: Props & { proposal: string }) {
  const t = useMessages(result);
  const sentence = (code: string | undefined) => (code && code in t.errors ? t.errors[code as keyof typeof t.errors] : undefined);
  const errors = failed?.errors ?? {};
  const { first, last, proposed } = page.days;
  return (
    <Form method="post" action={`${paths.result(page.assessmentId)}#stap`} className="form" noValidate>
      <ErrorSummary errors={Object.entries(errors).flatMap(([field, code]) => (sentence(code) ? [{ field: field === "form" ? "step" : field, ...(field === "step" ? { label: t.stepLabel } : field === "dueOn" ? { label: t.dayLabel } : {}), text: sentence(code)! }] : []))} />
      <p>
        {errors["form"] ? <Link to={paths.goals()}>{t.toGoals}</Link> : t.stepIntro}
      </p>
      <input type="hidden" name="competenceId" value={focus.competenceId} />
      <TextArea name="step" label={t.stepLabel} limit={longestStep} rows={3} defaultValue={failed?.values["step"] ?? proposal} error={sentence(errors["step"])} />
      <Field name="dueOn" type="date" label={t.dayLabel} description={t.dayHint} min={first} max={last} defaultValue={failed?.values["dueOn"] ?? proposed} error={sentence(errors["dueOn"])} />
      <button type="submit" className="button">
        {t.plan}
      </button>
    </Form>
  );
}
