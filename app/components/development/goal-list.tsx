import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { StepCard } from "#app/components/ui/step-card.tsx";
import { dueSentence, mostActiveGoals, type Goal } from "#app/domain/result/goal.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { goals } from "#app/messages/goals.ts";
import { paths } from "#app/paths.ts";

type Props = { open: readonly Goal[]; done: readonly Goal[]; now: Date };

/** One's own steps: what is planned, soonest first, and what was done with how it went. */
export function GoalList({ open, done, now }: Props) {
  const t = useMessages(goals);
  if (open.length === 0 && done.length === 0) {
    return (
      <EmptyState title={t.emptyTitle} action={<ButtonLink to={paths.assessments()}>{t.toAssessments}</ButtonLink>}>
        {t.empty}
      </EmptyState>
    );
  }
  const left = mostActiveGoals - open.length;
  return (
    <div className="result-part">
      <section aria-labelledby="open">
        <h2 id="open">{t.openTitle}</h2>
        {open.length === 0 ? <p>{t.noneOpen}</p> : null}
        <ul className="card-grid goal-grid">
          {open.map((goal) => (
            <li key={goal.id}>
              <OpenGoal goal={goal} now={now} />
            </li>
          ))}
        </ul>
        {open.length === 0 ? null : <p>{left > 0 ? t.room(left) : t.full}</p>}
      </section>
      {done.length === 0 ? null : (
        <section aria-labelledby="done">
          <h2 id="done">{t.doneTitle}</h2>
          <ul className="goal-done">
            {done.map((goal) => (
              <li key={goal.id}>
                <DoneGoal goal={goal} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function OpenGoal({ goal, now }: { goal: Goal; now: Date }) {
  const t = useMessages(goals);
  const language = useLanguage();
  return (
    <StepCard
      title={goal.step}
      {...(goal.about ? { about: goal.about } : {})}
      day={goal.dueOn}
      foot={
        <>
          <p className="goal-due">{dueSentence(goal.dueOn, now, language)}</p>
          <Link to={paths.goal(goal.id)} aria-label={t.openFor(goal.step)}>
            {t.open}
          </Link>
          <a href={paths.goalCalendar(goal.id)} download aria-label={t.calendarFor(goal.step)}>
            {t.toCalendar}
          </a>
        </>
      }
    />
  );
}

function DoneGoal({ goal }: { goal: Goal }) {
  const t = useMessages(goals);
  return (
    <>
      <p className="goal-done__step">{goal.step}</p>
      <p className="goal-done__when">
        {goal.about ? `${goal.about} · ` : null}
        {t.doneOn} <DateText at={goal.doneAt!} />
      </p>
      {goal.reflection ? <p className="goal-done__words">{goal.reflection}</p> : null}
    </>
  );
}
