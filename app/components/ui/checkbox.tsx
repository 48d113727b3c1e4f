import type { InputHTMLAttributes, ReactNode } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className"> & { name: string; label: ReactNode; description?: ReactNode };

/** Yes or no; several with one `name` and different `value`s stand in a Fieldset. */
export function Checkbox({ label, description, ...input }: Props) {
  return (
    <label className="checkbox">
      <input {...input} type="checkbox" />
      <span>
        {label}
        {description ? <span className="choice__hint">{description}</span> : null}
      </span>
    </label>
  );
}
