import type { NextFunction, Request, Response } from "express";

/**
 * A form of another site must not act here. Remix answers one to a page with an empty 500 and lets one to a resource route through,
 * so it is refused before Remix sees it; the door checks once more.
 */
export function refuseForeignForms(publicUrl: string | undefined) {
  const own = publicUrl ? new URL(publicUrl).host : null;
  return (request: Request, response: Response, next: NextFunction) => {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
    const { origin, host } = request.headers;
    const site = request.headers["sec-fetch-site"];
    const same = origin !== undefined && URL.canParse(origin) && new URL(origin).host === (own ?? host);
    if (same && (site === undefined || site === "same-origin")) return next();
    response
      .status(403)
      .type("html")
      .send(
        `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Groeikompas</title></head><body><h1>Dit formulier kwam niet van Groeikompas zelf</h1><p>Er is niets opgeslagen. Open de pagina opnieuw en probeer het nog eens.</p><p lang="en">This form did not come from Groeikompas itself. Nothing was saved. Open the page again and try once more.</p><p><a href="/">Groeikompas</a></p></body></html>`,
      );
  };
}
