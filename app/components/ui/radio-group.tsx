import type { ReactNode } from "react";
import type { Anatomy } from "#app/components/ui/anatomy.tsx";
import { Fieldset } from "#app/components/ui/fieldset.tsx";

type Option = { readonly value: string; readonly label: ReactNode; readonly description?: ReactNode; readonly disabled?: boolean };
type Props = Anatomy & { legend: ReactNode; options: readonly Option[]; selected?: string | undefined; optional?: boolean };

/** One of a few, all in sight. */
export function RadioGroup({ name, options, selected, ...fieldset }: Props) {
  return (
    <Fieldset name={name} {...fieldset}>
      {options.map(({ value, label, description, disabled = false }) => (
        <label key={value} className="radio">
          <input type="radio" name={name} value={value} defaultChecked={value === selected} disabled={disabled} />
          <span>
            {label}
            {description ? <span className="choice__hint">{description}</span> : null}
          </span>
        </label>
      ))}
    </Fieldset>
  );
}
