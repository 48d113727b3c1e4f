import { useEffect, useRef } from "react";
import { AnswerWords } from "#app/components/assessment/answer-words.tsx";
import { chosenFrom } from "#app/components/assessment/chosen.ts";
import type { Chosen } from "#app/components/assessment/outbox.ts";
import type { ItemState } from "#app/domain/assessment/answers.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

type Props = {
  mine: Chosen;
  theirs: ItemState;
  choices: readonly { readonly value: string; readonly statement: string }[];
  clientId: string;
  /** Null when the page came as the answer to a plain form; the buttons then send one. */
  onKeep: ((which: "mine" | "theirs") => void) | null;
};

/** Two tabs, two answers: both side by side and the choice with the person. Nothing was overwritten. */
export function ConflictChoice({ mine, theirs, choices, clientId, onKeep }: Props) {
  const t = useMessages(assessment);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const sides = [
    { which: "theirs", heading: t.conflictTheirs, chosen: chosenFrom(theirs), button: t.keepTheirs },
    { which: "mine", heading: t.conflictMine, chosen: mine, button: t.keepMine },
  ] as const;
  return (
    <form
      method="post"
      className="conflict"
      onSubmit={(event) => {
        const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
        if (!onKeep || !button) return;
        event.preventDefault();
        onKeep(button.value === "theirs" ? "theirs" : "mine");
      }}
    >
      <h2 tabIndex={-1} ref={title}>
        {t.conflictTitle}
      </h2>
      <p>{t.conflictIntro}</p>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="base" value={theirs.sequence} />
      <input type="hidden" name="answer" value={mine.answer} />
      {mine.wish ? <input type="hidden" name="wish" value="on" /> : null}
      <input type="hidden" name="note" value={mine.note} />
      <div className="conflict__sides">
        {sides.map(({ which, heading, chosen, button }) => (
          <section key={which} className="conflict__side" aria-labelledby={`keep-${which}`}>
            <h3 id={`keep-${which}`}>{heading}</h3>
            <AnswerWords chosen={chosen} choices={choices} />
            <button type="submit" name="keep" value={which} className="button button--quiet">
              {button}
            </button>
          </section>
        ))}
      </div>
    </form>
  );
}
