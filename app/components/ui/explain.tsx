import type { ReactNode } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { title?: string; open?: boolean; children: ReactNode };

/** What stands behind a figure, for whoever asks. "Hoe is dit berekend?" unless told otherwise. */
export function Explain({ title, open = false, children }: Props) {
  const t = useMessages(ui);
  return (
    <details className="explain" open={open}>
      <summary>{title ?? t.explain}</summary>
      <div className="explain__body">{typeof children === "string" ? <p>{children}</p> : children}</div>
    </details>
  );
}
