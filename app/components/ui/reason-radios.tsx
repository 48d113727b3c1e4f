import { reasons, type Reason } from "#app/domain/assessment/answers.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { name: string; selected: string | null; onChoose?: (value: Reason) => void; offered?: readonly Reason[] };

/** Why no card fits. Radios of the same `name` as the cards, so that a reason takes the place of a level: one fieldset holds them all. */
export function ReasonRadios({ name, selected, onChoose, offered = reasons }: Props) {
  const t = useMessages(ui);
  return (
    <div className="reasons" role="group" aria-labelledby={`${name}-reasons`}>
      <p id={`${name}-reasons`} className="reasons__title">
        {t.noneFits}
      </p>
      <div className="reasons__list">
        {offered.map((reason) => (
          <label key={reason} className="radio">
            <input type="radio" name={name} value={reason} {...(onChoose ? { checked: reason === selected, onChange: () => onChoose(reason) } : { defaultChecked: reason === selected })} />
            <span>{t.reasons[reason]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
