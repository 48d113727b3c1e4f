import type { NextFunction, Request, Response } from "express";
import { randomBytes, randomUUID } from "node:crypto";

/** For an answer that is made before there is an app: nothing may run, be kept or be framed. */
export const errorHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cache-Control": "no-store",
};

/**
 * Security headers on every answer, error pages and files included, because this runs before everything else.
 * Styles and scripts only from here; scripts only with this answer's nonce.
 */
export function securityHeaders({ https, dev }: { https: boolean; dev: boolean }) {
  return (request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals["nonce"] = nonce;
    response.locals["reference"] = randomUUID().slice(0, 8);
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      // The dev server puts styles into the page by script; a build never does.
      dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      dev ? "connect-src 'self' ws:" : "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ];
    response.setHeader("Content-Security-Policy", policy.join("; "));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (https) response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    // Pages show what belongs to one person: no shared cache, no copy after signing out. Built files override this; what is public
    // (app/routes/case) says itself how long it may be kept, and Remix can only add to what stands here.
    if (!request.path.startsWith("/ims/")) response.setHeader("Cache-Control", "no-store");
    next();
  };
}
