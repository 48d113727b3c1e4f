import type { ReactNode } from "react";

type Props = { children: ReactNode; more?: ReactNode; sticky?: boolean };

/** The foot of a task: the one main button left (`children`), quieter ways on after it (`more`). */
export function ActionBar({ children, more, sticky = false }: Props) {
  return (
    <div className={sticky ? "action-bar action-bar--sticky" : "action-bar"}>
      {children}
      {more ? <div className="action-bar__more">{more}</div> : null}
    </div>
  );
}
