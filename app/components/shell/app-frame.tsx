import { Form, Link, NavLink } from "@remix-run/react";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import { finishAll, isAnythingPending } from "#app/components/shell/before-leaving.ts";
import { BrandMark } from "#app/components/shell/brand-mark.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

export type NavItem = { readonly to: string; readonly label: string };
type Props = { who: { name: string } | null; /** Larger and wider type, for support staff. */ plain: boolean; practice: boolean; organisation: string | null; items: readonly NavItem[]; flash: string | null; here: string; children: ReactNode };

/** The frame of every page: skip link, header with navigation, message, content, footer. */
export function AppFrame({ who, plain, practice, organisation, items, flash, here, children }: Props) {
  const t = useMessages(shell);
  const main = useRef<HTMLElement>(null);
  const [path] = here.split("?");
  const before = useRef(path);
  // After going to another page inside the app a screen reader would stay at nothing.
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [path]);
  const message = flash && flash in t.flash ? t.flash[flash as keyof typeof t.flash] : null;
  return (
    <>
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <header className="site-header">
        {practice ? <p className="practice-banner">{t.practice}</p> : null}
        <div className="site-header__inner">
          <Link to={paths.home()} className="brand">
            <BrandMark />
            <span>{t.product}</span>
          </Link>
          {organisation ? <span className="site-header__board">{organisation}</span> : null}
          <div className="site-header__tools">
            <Form method="post" action={paths.language()}>
              <input type="hidden" name="language" value={t.otherLanguage === "English" ? "en" : "nl"} />
              <input type="hidden" name="backTo" value={here} />
              <button type="submit" className="link-button" lang={t.otherLanguage === "English" ? "en" : "nl"} title={t.otherLanguageTitle}>
                {t.otherLanguage}
              </button>
            </Form>
            {who ? (
              <>
                <Link to={paths.account()} className="site-header__who">
                  {who.name}
                </Link>
                <Form method="post" action={paths.logout()} onSubmit={(event) => void leave(event, t.unsent)}>
                  <button type="submit" className="link-button">
                    {t.signOut}
                  </button>
                </Form>
              </>
            ) : null}
          </div>
        </div>
        {items.length > 0 ? (
          <nav className="site-nav" aria-label={t.navigation}>
            <ul>
              {items.map((item) => (
                <li key={item.to}>
                  <NavLink to={item.to} end={item.to === "/"}>
                    {item.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </header>
      <main ref={main} id="content" className={plain ? "page b1" : "page"} tabIndex={-1}>
        {message ? (
          <p className="flash" role="status">
            {message}
          </p>
        ) : null}
        {children}
      </main>
      <footer className="site-footer">
        <p>{t.footer}</p>
        <p>{t.source}</p>
      </footer>
    </>
  );
}

/** What was typed a moment ago is saved first; what cannot be saved now is warned about. */
async function leave(event: FormEvent<HTMLFormElement>, warning: string): Promise<void> {
  if (!isAnythingPending()) return;
  event.preventDefault();
  const form = event.currentTarget;
  // Sent as a plain form, so that the whole page, with all it remembers, goes.
  if ((await finishAll()) || window.confirm(warning)) form.submit();
}
