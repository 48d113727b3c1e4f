import type { NextFunction, Request, Response } from "express";

/** Nearly all forms of ours are a few thousand characters; the longest page of the framework desk is some hundred thousand. */
const mostBytes = 2 * 1_048_576;
/** Files of at most five megabytes are brought in here, and come back once, a third larger because they are written in letters. */
const filesAt = /^\/beheer\/raamwerken\/inlezen(?:\.data)?$/;
const mostBytesOfFiles = 8 * 1_048_576;

/**
 * Refuses a body that is too large, or whose size is not told, before a byte of it is read: 413 or 411, and the connection is closed.
 * A body that nobody read is let run out after the answer, so that the next request on the connection does not wait behind it.
 */
export function refuseLargeBodies(request: Request, response: Response, next: NextFunction): void {
  const length = request.headers["content-length"];
  const untold = request.headers["transfer-encoding"] !== undefined;
  const most = filesAt.test(request.path) ? mostBytesOfFiles : mostBytes;
  if (!untold && Number(length ?? 0) <= most) {
    response.on("finish", () => request.resume());
    return next();
  }
  response
    .status(untold ? 411 : 413)
    .set("Connection", "close")
    .type("text/plain; charset=utf-8")
    .send("Dit is te groot om te versturen. Er is niets opgeslagen. Maak het korter en probeer het opnieuw.\n\nThis is too large to send. Nothing was saved. Make it shorter and try again.\n");
}
