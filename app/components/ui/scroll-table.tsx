import type { ReactNode } from "react";

type Props = { label: string; children: ReactNode };

/** Room for a table that may be wider than the screen: it scrolls by itself, also with the arrow keys. */
export function ScrollTable({ label, children }: Props) {
  return (
    <div className="scroll-table" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
