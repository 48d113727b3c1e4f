import sourceSans from "@fontsource-variable/source-sans-3/wght.css?url";
import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { languageOf, takeFlash } from "#app/cookies.server.ts";
import type { Text } from "#app/domain/text.ts";
import { visitor } from "#app/door.server.ts";
import { errorMeta, refusedIn } from "#app/error-meta.ts";
import { flash } from "#app/messages/flash.ts";
import { LanguageContext } from "#app/messages/catalogue.ts";
import { NonceContext } from "#app/nonce.ts";
import styles from "#app/styles/index.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: sourceSans },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta = errorMeta;

/** Language, the reference for errors, and the message that waits for this page. */
export const loader = (args: LoaderFunctionArgs) =>
  visitor(args, async (ctx) => {
    const waiting = takeFlash(args.request);
    const language = ctx?.actor.language ?? languageOf(args.request);
    const words: Readonly<Record<string, string>> = flash[language];
    const reference = typeof args.context["reference"] === "string" ? args.context["reference"] : "";
    return data({ language, flash: (waiting && Object.hasOwn(words, waiting.key) ? words[waiting.key] : null) ?? null, reference }, { headers: waiting ? { "Set-Cookie": waiting.clear } : {} });
  });

/** A form that was made by hand and sent to the start page. No loader runs after it, so the refusal says itself in which language. */
export const action = (args: ActionFunctionArgs) =>
  visitor(args, async (ctx) => {
    throw data({ language: ctx?.actor.language ?? languageOf(args.request) }, { status: 405, headers: { Allow: "GET" } });
  });

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const refused = refusedIn(useRouteError());
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? refused ?? "nl";
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const reference = useRouteLoaderData<typeof loader>("root")?.reference ?? "";
  return isRouteErrorResponse(error) ? <ErrorPage status={error.status} text={error.data as Text | null} whole /> : <ErrorPage status={500} text={null} reference={reference} whole />;
}
