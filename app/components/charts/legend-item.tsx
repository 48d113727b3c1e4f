import type { ReactNode } from "react";

type Kind = "level" | "range" | "open" | "target";

/** One line of a chart's key: the mark as it is drawn, and what it means. */
export function LegendItem({ kind, children }: { kind: Kind; children: ReactNode }) {
  return (
    <li>
      <svg className="chart-mark" viewBox="0 0 22 16" width="22" height="16" aria-hidden="true" focusable="false">
        {kind === "target" ? <path className="chart-mark__target" d="M7 0h8l-3 5v11h-2V5Z" /> : <rect className={`chart-mark__${kind}`} x="1" y="3" width="20" height="10" />}
      </svg>
      {children}
    </li>
  );
}
