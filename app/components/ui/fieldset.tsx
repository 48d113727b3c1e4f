import type { ReactNode } from "react";
import { describedBy, HintAndError, LabelText, type Anatomy } from "#app/components/ui/anatomy.tsx";

type Props = Anatomy & { legend: ReactNode; optional?: boolean; children: ReactNode };

/** Controls that answer one question together. Its id is `name`, so the error summary can link to it. */
export function Fieldset({ name, legend, description, error, optional = false, children }: Props) {
  const around = { name, description, error };
  return (
    <fieldset className={error ? "fieldset field--wrong" : "fieldset"} id={name} tabIndex={-1} aria-describedby={describedBy(around)}>
      <legend>
        <LabelText label={legend} optional={optional} />
      </legend>
      <HintAndError {...around} />
      {children}
    </fieldset>
  );
}
