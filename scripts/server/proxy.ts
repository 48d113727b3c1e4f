import type { NextFunction, Request, Response } from "express";

/**
 * Which proxies are believed about a visitor's address, as Express wants it: the number of proxies in front of the app, or their
 * addresses. Express takes a number only as a number; the text "1" is an address to it, that no proxy has.
 * @throws Error for "true", which lets any visitor say who they are
 */
export function trustedProxies(value: string): number | string {
  if (/^\d+$/.test(value)) return Number(value);
  if (/^(true|false|yes|no)$/i.test(value)) throw new Error("TRUST_PROXY is the number of proxies in front of Groeikompas (1), or their addresses (loopback, 10.0.0.0/8), or not set at all.");
  return value;
}

/**
 * The host that the app believes it has. With a public address always that one: what a visitor makes up is not repeated, and a proxy
 * that asks for us under our inner address does not make Remix refuse our own forms. Remix believes X-Forwarded-Host before Host,
 * so without a public address only a proxy we trust may say it.
 */
export function knownHost({ publicUrl, proxied }: { publicUrl: string | undefined; proxied: boolean }) {
  const own = publicUrl ? new URL(publicUrl).host : null;
  return (request: Request, _response: Response, next: NextFunction) => {
    if (own !== null) request.headers.host = own;
    if (own !== null || !proxied) delete request.headers["x-forwarded-host"];
    next();
  };
}
