import type { ReactNode } from "react";

type Props = { items: readonly { readonly label: string; readonly value: ReactNode }[] };

/** A few facts in one line: n van N, date, framework and version. */
export function StatLine({ items }: Props) {
  return (
    <dl className="stat-line">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
