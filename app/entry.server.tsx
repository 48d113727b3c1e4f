import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { Transform } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "#app/log.server.ts";
import { NonceContext } from "#app/nonce.ts";

const patience = 10_000;

/** Renders a whole page before it is sent, so that an error still becomes an error page with its status. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext): Promise<Response> {
  const nonce = typeof context["nonce"] === "string" ? context["nonce"] : "";
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={patience} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          const body = asHtml();
          headers.set("Content-Type", "text/html; charset=utf-8");
          // Remix leaves out the headers of an error that a page shows.
          if (status === 503) headers.set("Retry-After", "30");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          handleError(error, { request, context });
        },
      },
    );
    const timer = setTimeout(abort, patience);
  });
}

const ending = Buffer.from("</body></html>");

/**
 * The page as HTML has it. React 18 leaves zero bytes where a character of more bytes did not fit at the end of its buffer
 * (facebook/react#26228), so the same page would differ from visit to visit; HTML has none of its own. And Remix writes its
 * data after the end of the document, where nothing may stand; browsers move it to the end of the body, so here it goes there.
 */
function asHtml(): Transform {
  const chunks: Uint8Array[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
      done();
    },
    flush(done) {
      const page = Buffer.concat(chunks);
      const end = page.indexOf(ending);
      done(null, end < 0 ? page : Buffer.concat([page.subarray(0, end), page.subarray(end + ending.length), ending]));
    },
  });
}

/** Unexpected errors go to the log with the reference that the visitor sees. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ reference: context["reference"], method: request.method, path: new URL(request.url).pathname, error });
}
