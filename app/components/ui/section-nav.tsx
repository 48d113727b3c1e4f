import { Link, useLocation } from "@remix-run/react";

type Props = { label: string; items: readonly { readonly to: string; readonly label: string; /** Where the pages are that belong under this one. */ readonly covers?: string }[] };

/** The pages of one part of the product. Links, not tabs: each is a page of its own. */
export function SectionNav({ label, items }: Props) {
  const here = useLocation().pathname.replace(/(?<=.)\/$/, "");
  return (
    <nav className="section-nav" aria-label={label}>
      <ul>
        {items.map(({ to, label: text, covers }) => (
          <li key={to}>
            <Link to={to} aria-current={here === to ? "page" : covers !== undefined && here.startsWith(`${covers}/`) ? "true" : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
