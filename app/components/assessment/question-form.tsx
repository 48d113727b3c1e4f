import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { chosenIn } from "#app/components/assessment/chosen.ts";
import { sameChosen, type Chosen } from "#app/components/assessment/outbox.ts";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { LevelCards } from "#app/components/ui/level-cards.tsx";
import { ReasonRadios } from "#app/components/ui/reason-radios.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { WishToggle } from "#app/components/ui/wish-toggle.tsx";
import type { QuestionView } from "#app/domain/assessment/question-view.ts";
import { longestNote } from "#app/domain/assessment/saving.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

/** By what hand something was chosen: only a click or a tap may go on by itself. */
export type Hand = "pointer" | "keyboard" | "typing";

type Props = {
  view: QuestionView;
  start: Chosen;
  clientId: string;
  noteError: string | undefined;
  onChosen: (chosen: Chosen, hand: Hand) => void;
  /** Null until the page is awake: the form is then sent as any form. */
  onContinue: (() => void) | null;
  saved: ReactNode;
};

const pointerMoment = 800;

/** The cards, reasons, wish and note of one question. A plain form that the browser keeps; scripts only listen. */
export function QuestionForm({ view, start, clientId, noteError, onChosen, onContinue, saved }: Props) {
  const t = useMessages(assessment);
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef(-pointerMoment);
  const early = useRef({ start, onChosen });

  // Somebody may have chosen before the scripts were there.
  useEffect(() => {
    const { start: before, onChosen: tell } = early.current;
    const now = chosenIn(form.current!);
    if (!sameChosen(now, before)) tell(now, "keyboard");
  }, []);

  const changed = (event: FormEvent<HTMLFormElement>) => {
    const typing = event.target instanceof HTMLTextAreaElement;
    const radio = event.target instanceof HTMLInputElement && event.target.type === "radio";
    const hand = typing ? "typing" : radio && event.timeStamp - pressed.current < pointerMoment ? "pointer" : "keyboard";
    onChosen(chosenIn(event.currentTarget), hand);
  };

  return (
    <form
      method="post"
      ref={form}
      className="question-form"
      autoComplete="off"
      noValidate
      onChange={changed}
      onPointerDown={(event) => (pressed.current = event.timeStamp)}
      onSubmit={(event) => {
        if (!onContinue) return;
        event.preventDefault();
        onContinue();
      }}
    >
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="base" value={view.state.sequence} />
      <LevelCards name="answer" legend={view.prompt ?? (view.objectives.length > 0 ? t.objectivesLegend : t.legend)} choices={view.choices} selected={start.answer}>
        {view.choices.some(({ example }) => example) ? (
          <details className="examples">
            <summary>{t.examples}</summary>
            <p>{t.examplesShown}</p>
          </details>
        ) : null}
        <ReasonRadios name="answer" selected={start.answer} />
      </LevelCards>
      <div className="question-form__own">
        <WishToggle name="wish" defaultChecked={start.wish} />
        <details className="own-note" open={start.note !== "" || noteError !== undefined}>
          <summary>{t.note}</summary>
          <TextArea name="note" label={t.noteLabel} description={t.noteHint} limit={longestNote} defaultValue={start.note} error={noteError} />
        </details>
      </div>
      <ActionBar sticky more={saved}>
        <button type="submit" className="button">
          {t.next}
        </button>
      </ActionBar>
    </form>
  );
}
