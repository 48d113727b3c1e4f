import type { ReactNode } from "react";
import { WhoSees } from "#app/components/ui/who-sees.tsx";

type Props = { title: ReactNode; eyebrow?: ReactNode; lead?: ReactNode; whoSees?: ReactNode };

/** The top of a page: the one h1, what this is, and who sees it. */
export function PageHead({ title, eyebrow, lead, whoSees }: Props) {
  return (
    <div className="page-head">
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {whoSees ? <WhoSees>{whoSees}</WhoSees> : null}
    </div>
  );
}
