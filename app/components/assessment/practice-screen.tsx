import { useMemo } from "react";
import { useDigitKeys } from "#app/components/assessment/use-digit-keys.ts";
import { useOwnSetting } from "#app/components/assessment/use-own-setting.ts";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { LevelCards } from "#app/components/ui/level-cards.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ReasonRadios } from "#app/components/ui/reason-radios.tsx";
import { WishToggle } from "#app/components/ui/wish-toggle.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentPractice } from "#app/messages/assessment-practice.ts";
import { assessment } from "#app/messages/assessment.ts";

type Props = { begin: string; easy: boolean };

/** A question about coffee, to see how answering works. There is no form, so nothing can be sent. */
export function PracticeScreen({ begin, easy }: Props) {
  const t = useMessages(assessmentPractice);
  const question = useMessages(assessment);
  const [digits] = useOwnSetting("cijfers", true);
  const values = useMemo(() => t.cards.map(({ value }) => value), [t]);
  useDigitKeys(digits, values, "practice");
  return (
    <div className={easy ? "question b1" : "question"}>
      <Notice>{t.notice}</Notice>
      <p className="eyebrow">{t.area}</p>
      <h1>{t.question}</h1>
      <p className="question__about">{t.about}</p>
      <div className="question-form">
        <LevelCards name="practice" legend={t.legend} choices={t.cards} selected={null}>
          <details className="examples">
            <summary>{question.examples}</summary>
            <p>{question.examplesShown}</p>
          </details>
          <ReasonRadios name="practice" selected={null} />
        </LevelCards>
        <div className="question-form__own">
          <WishToggle name="practice-wish" />
        </div>
      </div>
      <h2>{t.howTitle}</h2>
      <ul className="ticks">
        {t.how.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <ActionBar>
        <ButtonLink to={begin}>{t.begin}</ButtonLink>
      </ActionBar>
    </div>
  );
}
