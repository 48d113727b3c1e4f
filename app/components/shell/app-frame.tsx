import { Form, Link, NavLink } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { welcome } from "#app/components/shell/before-leaving.ts";
import { BrandMark } from "#app/components/shell/brand-mark.tsx";
import { PersonContext } from "#app/components/shell/person.ts";
import { SessionWatch } from "#app/components/shell/session-watch.tsx";
import { SignOut } from "#app/components/shell/sign-out.tsx";
import { useArrival } from "#app/components/shell/use-arrival.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

export type NavItem = { readonly to: string; readonly label: string };
type Props = { who: { name: string; personId: string } | null; /** Larger and wider type, for support staff. */ plain: boolean; practice: boolean; organisation: string | null; items: readonly NavItem[]; flash: string | null; here: string; children: ReactNode };

/** The frame of every page: skip link, header with navigation, message, content, footer. */
export function AppFrame({ who, plain, practice, organisation, items, flash, here, children }: Props) {
  const t = useMessages(shell);
  const main = useRef<HTMLElement>(null);
  const [path] = here.split("?");
  const arrived = useArrival(main, path);
  // Somebody signed in in this page, perhaps after another person's session had ended.
  const person = who?.personId ?? "";
  useEffect(() => {
    if (person !== "") welcome(person);
  }, [person]);
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
            <Form method="post" action={paths.language()} role="none">
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
                <SignOut person={who.personId} />
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
      {who ? <SessionWatch person={person} here={here} /> : null}
      <main ref={main} id="content" className={plain ? "page b1" : "page"} tabIndex={-1}>
        {/* Always there, so that what comes into it is said. */}
        <div role="status">
          <span className="visually-hidden">{arrived}</span>
          {flash ? <p className="flash">{flash}</p> : null}
        </div>
        <PersonContext.Provider value={person}>{children}</PersonContext.Provider>
      </main>
      <footer className="site-footer">
        <p>{t.footer}</p>
        <p>{t.source}</p>
      </footer>
    </>
  );
}
