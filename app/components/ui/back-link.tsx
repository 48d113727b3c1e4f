import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "#app/components/ui/icon.tsx";

type Props = { to: string; children: ReactNode };

/** One step back, above the title. */
export function BackLink({ to, children }: Props) {
  return (
    <Link to={to} className="back-link">
      <Icon name="arrow" />
      {children}
    </Link>
  );
}
