import { Sample } from "#app/components/style-guide/sample.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { LevelCards } from "#app/components/ui/level-cards.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { ReasonRadios } from "#app/components/ui/reason-radios.tsx";
import { SavedNote } from "#app/components/ui/saved-note.tsx";
import { WhoSees } from "#app/components/ui/who-sees.tsx";
import { WishToggle } from "#app/components/ui/wish-toggle.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";

/** The question: chosen, not yet, a reason, locked, long, and easy to read. */
export function Question({ now }: { now: Date }) {
  const t = useMessages(guide);
  const choices = t.question.choices.map(([levelTitle, statement = ""], place) => ({ value: String(place + 1), statement, levelTitle, example: place === 3 ? t.question.example : undefined }));
  return (
    <section>
      <h2>{t.sections.question}</h2>
      <Sample name="Progress, LevelCards, ReasonRadios, WishToggle, SavedNote, ActionBar" state={t.states.filled}>
        <Progress current={3} total={12} done={2} minutesLeft={6} area={t.question.area} />
        <p id="question-hint">{t.question.hint}</p>
        <LevelCards name="chosen" legend={t.question.legend} choices={choices} selected="4" describedBy="question-hint">
          <ReasonRadios name="chosen" selected="4" />
        </LevelCards>
        <div className="cluster">
          <WishToggle name="wish-yes" defaultChecked />
          <SavedNote state={{ kind: "saved", at: now }} />
        </div>
        <ActionBar more={<button type="button" className="link-button">{t.question.previous}</button>}>
          <button type="button" className="button">
            {t.question.next}
          </button>
        </ActionBar>
        <WhoSees>{t.who}</WhoSees>
      </Sample>
      <Sample name="LevelCards, ReasonRadios" state={t.states.plain}>
        <LevelCards name="reason" legend={`${t.question.legend} (${t.states.plain})`} choices={choices.slice(0, 4).map(({ value, statement }) => ({ value, statement }))} selected="not-in-my-work">
          <ReasonRadios name="reason" selected="not-in-my-work" />
        </LevelCards>
        <WishToggle name="wish-no" />
      </Sample>
      <Sample name="LevelCards, WishToggle" state={t.states.disabled}>
        <LevelCards name="locked" legend={`${t.question.legend} (${t.states.disabled})`} choices={choices.slice(0, 2)} selected="1" disabled />
        <WishToggle name="wish-locked" disabled />
      </Sample>
      <Sample name="LevelCards" state={t.states.long}>
        <LevelCards
          name="long-question"
          legend={`${t.question.legend} ${t.field.long}`}
          choices={[
            { value: "1", statement: `${t.body} ${t.field.long}`, example: t.body, levelTitle: t.field.long },
            { value: "2", statement: t.body },
          ]}
          selected={null}
        />
      </Sample>
      <div className="b1">
        <Sample name="LevelCards" state={t.states.b1}>
          <LevelCards name="easy" legend={`${t.question.legend} (${t.states.b1})`} choices={choices.slice(0, 4)} selected="2">
            <ReasonRadios name="easy" selected="2" offered={["not-in-my-work", "do-not-know"]} />
          </LevelCards>
        </Sample>
      </div>
      <Sample name="SavedNote">
        <SavedNote state={{ kind: "saving" }} />
        <SavedNote state={{ kind: "unsaved", waiting: 1 }} />
        <SavedNote state={{ kind: "unsaved", waiting: 3 }} />
        <SavedNote state={{ kind: "other-person" }} />
        <SavedNote state={{ kind: "elsewhere", to: "#saved-note" }} />
      </Sample>
    </section>
  );
}
