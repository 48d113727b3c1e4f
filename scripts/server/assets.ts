import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { existsSync } from "node:fs";
import { join, normalize } from "node:path";

const encodings = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
] as const;
const types: Readonly<Record<string, string>> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };

/** Built files, compressed when they were built; a year for those with a hash in their name. */
export function serveAssets(app: Express, folder: string): void {
  const packed = (request: Request, response: Response, next: NextFunction) => {
    const path = normalize(request.path);
    const type = types[path.slice(path.lastIndexOf("."))];
    if (!type || path.includes("..") || (request.method !== "GET" && request.method !== "HEAD")) return next();
    for (const { name, suffix } of encodings) {
      if (!request.acceptsEncodings(name) || !existsSync(join(folder, path + suffix))) continue;
      request.url = path + suffix;
      response.setHeader("Content-Encoding", name);
      response.setHeader("Content-Type", type);
      break;
    }
    response.vary("Accept-Encoding");
    next();
  };
  app.use(packed);
  // Said outright, because the headers before said that nothing may be stored.
  const keep = (value: string) => ({ index: false, redirect: false, cacheControl: false, setHeaders: (response: Response) => void response.setHeader("Cache-Control", value) }) as const;
  app.use("/assets", express.static(join(folder, "assets"), keep("public, max-age=31536000, immutable")));
  const others = express.static(folder, keep("public, max-age=3600"));
  // Files have an ending; the disk is not asked about pages.
  app.use((request, response, next) => (/\.\w+$/.test(request.path) ? others(request, response, next) : next()));
}
