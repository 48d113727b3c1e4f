import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { createServer, type Server } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { errorInLog } from "#app/error-in-log.ts";
import { serveAssets } from "./assets.ts";
import { refuseForeignForms } from "./foreign.ts";
import { refuseLargeBodies } from "./large.ts";
import { answerExpectation, answerMalformed, readAddress } from "./malformed.ts";
import { securityHeaders } from "./headers.ts";
import { knownHost, trustedProxies } from "./proxy.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Milliseconds between being told to stop and taking nobody in any more. */
const lastCall = 300;

export type Options = { port: number; host: string; dev: boolean };
export type Running = { server: Server; port: number; stop: () => Promise<void> };

/**
 * The web server: headers first, then built files, then Remix. Environment variables for the app must be set before.
 * @throws when the port is taken
 */
export async function serve({ port, host, dev }: Options): Promise<Running> {
  const publicUrl = process.env["PUBLIC_URL"];
  const app = express();
  app.disable("x-powered-by");
  // A connection is not kept for a next request when we are about to go.
  const underWay = new Set<express.Response>();
  let stopping = false;
  app.use((_request, response, next) => {
    if (stopping) response.shouldKeepAlive = false;
    underWay.add(response);
    response.on("close", () => underWay.delete(response));
    next();
  });
  // Behind a proxy its addresses are trusted only when the operator says so (docs/operations.md).
  const proxies = process.env["TRUST_PROXY"];
  if (proxies) app.set("trust proxy", trustedProxies(proxies));
  app.use(securityHeaders({ https: publicUrl?.startsWith("https://") ?? false, dev }));
  app.use(knownHost({ publicUrl, proxied: Boolean(proxies) }));
  app.use(readAddress);
  app.use(refuseLargeBodies);
  app.use(refuseForeignForms(publicUrl));
  const vite = dev ? await (await import("vite")).createServer({ server: { middlewareMode: true }, appType: "custom", root }) : null;
  if (vite) app.use(vite.middlewares);
  else serveAssets(app, `${root}build/client`);
  const build = vite
    ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
    : ((await import(pathToFileURL(`${root}build/server/index.js`).href)) as ServerBuild);
  const handle = createRequestHandler({
    build,
    mode: dev ? "development" : "production",
    getLoadContext: (request, response) => ({ nonce: response.locals["nonce"] as string, reference: response.locals["reference"] as string, address: request.ip ?? "" }),
  });
  app.all("*", (request, response, next) => {
    handle(request, response, next).catch(next);
  });
  app.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    // Reached only when not even an error page could be made, or the request itself was malformed.
    const status = error instanceof URIError ? 400 : 500;
    if (status === 500) console.error(JSON.stringify({ reference: response.locals["reference"], error: errorInLog(error) }));
    if (response.headersSent) return next(error);
    response
      .status(status)
      .type("text/plain; charset=utf-8")
      .send(`Er ging iets mis. Wat was opgeslagen, is er nog. / Something went wrong. What was saved is still there.\n${String(response.locals["reference"] ?? "")}\n`);
  });
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384, requireHostHeader: false }, app);
  server.on("clientError", answerMalformed);
  server.on("checkExpectation", answerExpectation);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address ? address.port : port,
    async stop() {
      await vite?.close();
      stopping = true;
      for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false;
      // What has reached the machine but not us yet stands on connections that look idle: a moment to take it in.
      await new Promise((resolve) => setTimeout(resolve, lastCall));
      // Ten seconds for what is under way; idle connections go at once.
      const late = setTimeout(() => server.closeAllConnections(), 10_000);
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(late);
      clearInterval(sweep);
    },
  };
}
