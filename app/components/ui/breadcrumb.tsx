import { Link } from "@remix-run/react";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { items: readonly { readonly to: string; readonly label: string }[]; here: string };

/** The way to a page that lies deep; for one step back there is BackLink. */
export function Breadcrumb({ items, here }: Props) {
  const t = useMessages(ui);
  return (
    <nav className="breadcrumb" aria-label={t.breadcrumb}>
      <ol>
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
