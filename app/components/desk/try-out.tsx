import { Form, Link } from "@remix-run/react";
import { ObjectiveList } from "#app/components/assessment/objective-list.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LevelCards } from "#app/components/ui/level-cards.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { ReasonRadios } from "#app/components/ui/reason-radios.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { WishToggle } from "#app/components/ui/wish-toggle.tsx";
import type { TryOut as TryOutOf, TryOutQuestion } from "#app/domain/desk/preview.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskReview } from "#app/messages/desk-review.ts";

type Props = { view: TryOutOf; /** The address of a question for this group. */ to: (at: { as: string | null; place?: number }) => string; level: 2 | 3; /** The reader can choose who is asked what. */ canChoose?: boolean };

/** The questionnaire of a draft, question by question, as one group would meet it. There is no form around it, so nothing can be sent. */
export function TryOut({ view, to, level, canChoose = false }: Props) {
  const t = useMessages(deskReview);
  const { groups, as, question, easy } = view;
  if (groups.length === 0) return <EmptyState title={t.nobody}>{canChoose ? t.nobodyMore : t.nobodyHere}</EmptyState>;
  const chosen = groups.find(({ key }) => key === as);
  return (
    <>
      {groups.length > 1 ? (
        <Form method="get" className="search-form" aria-label={t.as} key={as}>
          <Select name="als" label={t.as} empty={false} defaultValue={as ?? ""} options={groups.map(({ key, who }) => ({ value: key, label: who }))} />
          <div className="search-form__submit">
            <button type="submit" className="button button--quiet">
              {t.show}
            </button>
          </div>
        </Form>
      ) : null}
      {chosen ? <p>{t.tryOutLead(chosen.items, chosen.minutes)}</p> : null}
      {question ? <Question key={`${as} ${question.competenceId}`} question={question} as={as} to={to} level={level} easy={easy} /> : null}
    </>
  );
}

function Question({ question, as, to, level, easy }: { question: TryOutQuestion; as: string | null; to: Props["to"]; level: 2 | 3; easy: boolean }) {
  const t = useMessages(deskReview);
  const { place, total } = question;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={easy ? "question b1 desk-try" : "question desk-try"} id="vraag">
      <Progress current={place} total={total} done={place - 1} minutesLeft={question.minutesLeft} area={question.area} />
      <Heading className="desk-try__question">{question.question}</Heading>
      {question.description ? <p className="question__about">{question.description}</p> : null}
      <ObjectiveList objectives={question.objectives} asks={question.prompt !== null} />
      <div className="question-form">
        <LevelCards name="proef" legend={question.prompt ?? (question.objectives.length > 0 ? t.objectivesLegend : t.legend)} choices={question.choices} selected={null}>
          <ReasonRadios name="proef" selected={null} />
        </LevelCards>
        <div className="question-form__own">
          <WishToggle name="proef-wens" />
        </div>
      </div>
      {place === total ? <p>{t.last}</p> : null}
      <ActionBar more={place > 1 ? <Link to={`${to({ as, place: place - 1 })}#vraag`}>{t.previous}</Link> : null}>
        <ButtonLink to={`${place < total ? to({ as, place: place + 1 }) : to({ as })}#vraag`}>{place < total ? t.next : t.again}</ButtonLink>
      </ActionBar>
    </div>
  );
}
