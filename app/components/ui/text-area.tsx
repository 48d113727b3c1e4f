import type { TextareaHTMLAttributes } from "react";
import { describedBy, HintAndError, LabelText, type Anatomy } from "#app/components/ui/anatomy.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = Anatomy & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "className" | "maxLength"> & { label: string; optional?: boolean; limit?: number };

/** Room for a few lines. `limit` says how long the text may be; the server checks it, typing is never cut off. */
export function TextArea({ name, label, description, error, optional = false, limit, ...input }: Props) {
  const t = useMessages(ui);
  const hint = [description, limit === undefined ? null : t.atMost(limit)].filter(Boolean).map((part, place) => <span key={place}>{part} </span>);
  const around = { name, description: hint.length > 0 ? hint : undefined, error };
  return (
    <div className={error ? "field field--wrong" : "field"}>
      <label htmlFor={name}>
        <LabelText label={label} optional={optional} />
      </label>
      <HintAndError {...around} />
      <textarea rows={4} {...input} className="input" id={name} name={name} aria-invalid={error ? true : undefined} aria-describedby={describedBy(around)} />
    </div>
  );
}
