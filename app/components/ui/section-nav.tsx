import { NavLink } from "@remix-run/react";

type Props = { label: string; items: readonly { readonly to: string; readonly label: string }[] };

/** The pages of one part of the product. Links, not tabs: each is a page of its own. */
export function SectionNav({ label, items }: Props) {
  return (
    <nav className="section-nav" aria-label={label}>
      <ul>
        {items.map(({ to, label: text }) => (
          <li key={to}>
            <NavLink to={to} end>
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
