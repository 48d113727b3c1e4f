import type { InputHTMLAttributes } from "react";
import { describedBy, HintAndError, LabelText, type Anatomy } from "#app/components/ui/anatomy.tsx";

type Props = Anatomy & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className"> & { label: string; optional?: boolean };

/** Label, description, error, control. `aria-describedby` names only the parts that are there. */
export function Field({ name, label, description, error, optional = false, ...input }: Props) {
  const around = { name, description, error };
  return (
    <div className={error ? "field field--wrong" : "field"}>
      <label htmlFor={name}>
        <LabelText label={label} optional={optional} />
      </label>
      <HintAndError {...around} />
      <input {...input} className="input" id={name} name={name} aria-invalid={error ? true : undefined} aria-describedby={describedBy(around)} />
    </div>
  );
}
