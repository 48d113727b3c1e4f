import { Form, Link } from "@remix-run/react";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { StepCard } from "#app/components/ui/step-card.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { dueSentence, longestReflection, type Goal } from "#app/domain/result/goal.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { goals } from "#app/messages/goals.ts";
import { paths } from "#app/paths.ts";

export type Days = { readonly first: string; readonly last: string; readonly proposed: string };
type Failed = { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> };
type Props = { goal: Goal; now: Date; days: Days; failed: Failed | null };

/** One step: tick it off with a line on how it went, move it, put it in the calendar, or let it go. */
export function GoalPage({ goal, now, days, failed }: Props) {
  const t = useMessages(goals);
  const language = useLanguage();
  const done = goal.doneAt !== null;
  return (
    <>
      <BackLink to={paths.goals()}>{t.back}</BackLink>
      <PageHead title={t.oneTitle} {...(done ? { lead: t.doneLead } : {})} whoSees={t.whoSees} />
      <h2>{done ? t.doneTitle : t.openTitle}</h2>
      <div className="goal-card">
        <StepCard
          title={goal.step}
          {...(goal.about ? { about: goal.about } : {})}
          day={goal.doneAt ?? goal.dueOn}
          done={done}
          foot={
            <>
              {done ? null : <p className="goal-due">{dueSentence(goal.dueOn, now, language)}</p>}
              {done ? null : (
                <a href={paths.goalCalendar(goal.id)} download>
                  {t.toCalendar}
                </a>
              )}
              <Link to={paths.result(goal.assessmentId)}>{t.toResult}</Link>
            </>
          }
        />
      </div>
      {done ? <Reflection goal={goal} /> : <Changes goal={goal} days={days} failed={failed} />}
    </>
  );
}

function Reflection({ goal }: { goal: Goal }) {
  const t = useMessages(goals);
  return (
    <section aria-labelledby="reflection-title">
      <h2 id="reflection-title">{t.reflectionTitle}</h2>
      <p className="goal-done__words">{goal.reflection ?? t.noReflection}</p>
    </section>
  );
}

function Changes({ goal, days, failed }: Omit<Props, "now">) {
  const t = useMessages(goals);
  const errors = failed?.errors ?? {};
  const sentence = (code: string | undefined) => (code === undefined ? undefined : t.errors[code in t.errors ? (code as keyof typeof t.errors) : "required"]);
  const day = failed?.values["dueOn"] ?? (goal.dueOn < days.first ? days.proposed : goal.dueOn);
  const act = (name: string) => <input type="hidden" name="act" value={name} />;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, code]) => (field === "dueOn" ? { field, label: t.day, text: sentence(code)! } : { field: "reflection", label: t.reflection, text: sentence(code)! }))} />
      <h2 id="finish">{t.finishTitle}</h2>
      <Form method="post" className="form" noValidate aria-labelledby="finish">
        {act("finish")}
        <TextArea
          name="reflection"
          label={t.reflection}
          description={t.reflectionHint}
          limit={longestReflection}
          rows={3}
          optional
          defaultValue={failed?.values["reflection"] ?? ""}
          error={sentence(errors["reflection"])}
        />
        <button type="submit" className="button">
          {t.finish}
        </button>
      </Form>
      <h2 id="move">{t.moveTitle}</h2>
      <Form method="post" className="form" noValidate aria-labelledby="move">
        {act("move")}
        <Field name="dueOn" type="date" label={t.day} description={t.dayHint} min={days.first} max={days.last} defaultValue={day} error={sentence(errors["dueOn"])} />
        <button type="submit" className="button button--quiet">
          {t.move}
        </button>
      </Form>
      <div className="goal-let-go">
        <Explain title={t.letGoTitle}>
          <p>{t.letGo}</p>
          <Form method="post" role="none">
            {act("let-go")}
            <button type="submit" className="button button--quiet">
              {t.letGoSubmit}
            </button>
          </Form>
        </Explain>
      </div>
    </>
  );
}
