import type { SelectHTMLAttributes } from "react";
import { describedBy, HintAndError, LabelText, type Anatomy } from "#app/components/ui/anatomy.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = Anatomy &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "name" | "className" | "multiple"> & {
    label: string;
    options: readonly { readonly value: string; readonly label: string }[];
    optional?: boolean;
    /** False when the first option is a fair default; otherwise an empty "Maak een keuze" stands on top. */
    empty?: boolean;
  };

/** One of a long list; for up to five, RadioGroup is easier. */
export function Select({ name, label, description, error, optional = false, options, empty = true, ...select }: Props) {
  const t = useMessages(ui);
  const around = { name, description, error };
  return (
    <div className={error ? "field field--wrong" : "field"}>
      <label htmlFor={name}>
        <LabelText label={label} optional={optional} />
      </label>
      <HintAndError {...around} />
      <select {...select} className="input" id={name} name={name} aria-invalid={error ? true : undefined} aria-describedby={describedBy(around)}>
        {empty ? <option value="">{t.choose}</option> : null}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
