import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = { to: string; quiet?: boolean; children: ReactNode };

/** A link that looks like a button, because it is the main way on. */
export function ButtonLink({ to, quiet = false, children }: Props) {
  return (
    <Link to={to} className={quiet ? "button button--quiet" : "button"}>
      {children}
    </Link>
  );
}
