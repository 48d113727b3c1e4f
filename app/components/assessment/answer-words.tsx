import { isReason } from "#app/domain/assessment/answers.ts";
import type { Chosen } from "#app/components/assessment/outbox.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { chosen: Chosen; choices: readonly { readonly value: string; readonly statement: string }[] };

/** What was chosen, in words that can be read and copied: the sentence or reason, the wish, the note. */
export function AnswerWords({ chosen: { answer, wish, note }, choices }: Props) {
  const t = useMessages(assessment);
  const { reasons } = useMessages(ui);
  const words = isReason(answer) ? reasons[answer] : (choices.find(({ value }) => value === answer)?.statement ?? t.nothingChosen);
  return (
    <div className="answer-words">
      <p>{words}</p>
      <p className="answer-words__wish">{wish ? t.withWish : t.withoutWish}</p>
      {note === "" ? null : (
        <p className="answer-words__note">
          {t.yourNote}: {note}
        </p>
      )}
    </div>
  );
}
