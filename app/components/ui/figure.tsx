import type { ReactNode } from "react";

type Props = { finding: ReactNode; note?: ReactNode; children: ReactNode };

/** A chart or table with what it shows, in words, as its caption. `note` holds n van N, date, framework and version. */
export function Figure({ finding, note, children }: Props) {
  return (
    <figure className="figure">
      <figcaption>
        {finding}
        {note ? <span className="figure__note">{note}</span> : null}
      </figcaption>
      {children}
    </figure>
  );
}
