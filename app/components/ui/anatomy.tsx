import type { ReactNode } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";

/** What every control of a form can have around it. `name` is also the id that the error summary links to. */
export type Anatomy = { name: string; description?: ReactNode; error?: string | undefined };

/** The ids for `aria-describedby`, of the parts that are there; undefined when there are none. */
export function describedBy({ name, description, error }: Anatomy): string | undefined {
  return [description ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ") || undefined;
}

/** Description and error of a control, in that order. */
export function HintAndError({ name, description, error }: Anatomy) {
  return (
    <>
      {description ? (
        <p className="field__hint" id={`${name}-hint`}>
          {description}
        </p>
      ) : null}
      {error ? (
        <p className="field__error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** A label, and "(niet verplicht)" where that is true. */
export function LabelText({ label, optional }: { label: ReactNode; optional: boolean }) {
  const t = useMessages(shell);
  return (
    <>
      {label}
      {optional ? <span className="field__optional"> ({t.optional})</span> : null}
    </>
  );
}
