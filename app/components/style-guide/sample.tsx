import type { ReactNode } from "react";

/** One state of one part, with its name. */
export function Sample({ name, state, children }: { name: string; state?: string; children: ReactNode }) {
  return (
    <div className="guide__sample">
      <p className="guide__name">
        <code>{name}</code>
        {state ? ` · ${state}` : null}
      </p>
      {children}
    </div>
  );
}
