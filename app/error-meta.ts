import { isRouteErrorResponse, type MetaFunction } from "@remix-run/react";
import { isLanguage, type Language } from "#app/domain/text.ts";
import { shell } from "#app/messages/shell.ts";

/** The title while an error boundary stands in for a page, for the routes that have a boundary; nothing while the page works. */
export const errorMeta: MetaFunction = ({ error, matches }) => {
  if (!error) return [];
  const root: unknown = matches.find(({ id }) => id === "root")?.data;
  const t = shell[languageIn(root) ?? refusedIn(error) ?? "nl"];
  return [{ title: `${isRouteErrorResponse(error) && error.status === 404 ? t.notFoundTitle : t.problem} · ${t.product}` }];
};

/** The language that a refusal says itself, because no loader runs after it. */
export function refusedIn(error: unknown): Language | null {
  return isRouteErrorResponse(error) ? languageIn(error.data) : null;
}

function languageIn(data: unknown): Language | null {
  const language = (data as { language?: unknown } | null | undefined)?.language;
  return typeof language === "string" && isLanguage(language) ? language : null;
}
