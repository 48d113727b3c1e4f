import type { ReactNode } from "react";

type Props = { label: string; children: ReactNode };

/** Room for a table that may be wider than the screen: it scrolls by itself, also with the arrow keys. */
export function ScrollTable({ label, children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a tab stop the keyboard cannot scroll it (axe: scrollable-region-focusable)
    <div className="scroll-table" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
