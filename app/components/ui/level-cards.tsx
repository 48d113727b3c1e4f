import type { ReactNode } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

/** One card: a level in the words of somebody's own work. */
type LevelChoice = { readonly value: string; readonly statement: string; readonly example?: string | undefined; readonly levelTitle?: string | undefined };

type Props = {
  name: string;
  legend: ReactNode;
  choices: readonly LevelChoice[];
  selected: string | null;
  /** With it the cards follow `selected`; without it the browser keeps the choice. */
  onChoose?: (value: string) => void;
  describedBy?: string | undefined;
  disabled?: boolean;
  /** The reasons, which belong to the same question. */
  children?: ReactNode;
};

/** The question: native radios as large cards that read as sentences, low to high, without numbers. */
export function LevelCards({ name, legend, choices, selected, onChoose, describedBy, disabled = false, children }: Props) {
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={describedBy} disabled={disabled}>
      <legend className="question__legend">{legend}</legend>
      <div className="level-cards">
        {choices.map((choice, place) => (
          <LevelCard key={choice.value} name={name} choice={choice} step={place + 1} chosen={choice.value === selected} onChoose={onChoose} />
        ))}
      </div>
      {children}
    </fieldset>
  );
}

type CardProps = { name: string; choice: LevelChoice; step: number; chosen: boolean; onChoose: ((value: string) => void) | undefined };

function LevelCard({ name, choice: { value, statement, example, levelTitle }, step, chosen, onChoose }: CardProps) {
  const t = useMessages(ui);
  const id = `${name}-${value}`;
  const state = onChoose ? { checked: chosen, onChange: () => onChoose(value) } : { defaultChecked: chosen };
  return (
    <div className={`level-card level-card--${step}`}>
      <input type="radio" id={id} name={name} value={value} aria-describedby={example ? `${id}-example` : undefined} {...state} />
      <label htmlFor={id}>
        {levelTitle ? <span className="level-card__title">{levelTitle} </span> : null}
        {statement}
      </label>
      {example ? (
        <p className="level-card__example" id={`${id}-example`}>
          {t.example} {example}
        </p>
      ) : null}
    </div>
  );
}
