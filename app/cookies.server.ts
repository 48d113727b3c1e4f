import { parse, serialize } from "cookie";
import { env } from "#app/env.server.ts";
import { isLanguage, type Language } from "#app/domain/text.ts";

const secure = env.PUBLIC_URL?.startsWith("https://") ?? false;
const named = (name: string) => (secure ? `__Host-${name}` : name);
const always = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;

/** The session id as the browser sent it, or "" when there is none. */
export function sessionIdIn(request: Request): string {
  return cookiesIn(request)[named("groeikompas")] ?? "";
}

/** Cookie for a new session. No expiry of its own: the browser forgets it, the server decides. */
export function sessionCookie(sessionId: string): string {
  return serialize(named("groeikompas"), sessionId, always);
}

/** Cookie that ends the session in this browser. */
export function noSessionCookie(): string {
  return serialize(named("groeikompas"), "", { ...always, maxAge: 0 });
}

/** Cookie that keeps the language of somebody who is not signed in. */
export function languageCookie(language: Language): string {
  return serialize(named("taal"), language, { ...always, maxAge: 31_536_000 });
}

/** The reader's language: chosen here before, else the browser's first that we speak, else Dutch. */
export function languageOf(request: Request): Language {
  const chosen = cookiesIn(request)[named("taal")];
  if (isLanguage(chosen)) return chosen;
  for (const part of (request.headers.get("Accept-Language") ?? "").split(",")) {
    const tongue = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(tongue)) return tongue;
  }
  return "nl";
}

/** One message for the next page, by its key in the catalogue. */
export function flashCookie(key: string): string {
  return serialize(named("melding"), key, { ...always, maxAge: 60 });
}

/** The waiting message's key, and the cookie that takes it away; both null when there is none. */
export function takeFlash(request: Request): { key: string; clear: string } | null {
  const key = cookiesIn(request)[named("melding")];
  return key ? { key, clear: serialize(named("melding"), "", { ...always, maxAge: 0 }) } : null;
}

function cookiesIn(request: Request): Record<string, string | undefined> {
  return parse(request.headers.get("Cookie") ?? "");
}
