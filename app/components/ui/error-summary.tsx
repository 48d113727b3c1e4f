import { useEffect, useRef } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";

type Props = { errors: readonly { readonly field: string; /** The label of the field, said before what is wrong with it. */ readonly label?: string; readonly text: string }[] };

/** What is wrong with a form, at its top, with a link to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: Props) {
  const t = useMessages(shell);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t.errorSummary}</h2>
      <ul>
        {errors.map(({ field, label, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{label === undefined ? text : /[?!.]$/.test(label) ? `${label} ${text}` : `${label}: ${text}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
