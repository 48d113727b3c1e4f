import type { ReactNode } from "react";
import { Icon } from "#app/components/ui/icon.tsx";

/** One sentence on who sees what is on this page. Every screen has one. */
export function WhoSees({ children }: { children: ReactNode }) {
  return (
    <p className="who-sees">
      <Icon name="eye" />
      <span>{children}</span>
    </p>
  );
}
