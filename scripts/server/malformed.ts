import type { NextFunction, Request, Response } from "express";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { errorHeaders } from "./headers.ts";

type Refusal = readonly [status: number, name: string, nl: string, en: string];
const unreadable: Refusal = [400, "Bad Request", "Dit verzoek kon niet worden gelezen. Open de pagina opnieuw", "This request could not be read. Open the page again"];
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "Het adres of wat de browser meestuurt is te lang. Wis de cookies van dit adres", "The address, or what the browser sends along, is too long. Clear the cookies of this address"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "Het versturen duurde te lang. Kijk of de verbinding goed is", "Sending took too long. See whether the connection is good"],
};

/** Headers and words of a refusal; the connection is closed, because nobody knows where its next request begins. */
function wordsOf([, , nl, en]: Refusal): { headers: Record<string, string>; body: string } {
  const body = `${nl} en probeer het opnieuw. Er is niets opgeslagen.\n\n${en} and try once more. Nothing was saved.\n`;
  return { body, headers: { ...errorHeaders, "Content-Type": "text/plain; charset=utf-8", "Content-Length": String(Buffer.byteLength(body)), Connection: "close" } };
}

/** What is no HTTP never reaches the app; Node answers it without a word. Nothing of what was sent is repeated or logged. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: { headersSent: boolean } | null }): void {
  // Gone, or half-way an answer: a second one would only spoil the first.
  if (error.code === "ECONNRESET" || !socket.writable || socket._httpMessage?.headersSent) return void socket.destroy();
  const refusal = refusals[error.code ?? ""] ?? unreadable;
  const { headers, body } = wordsOf(refusal);
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal[0]} ${refusal[1]}\r\n${lines.join("")}\r\n${body}`);
}

/** "Expect" with anything but 100-continue. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const { headers, body } = wordsOf(unreadable);
  response.writeHead(417, headers).end(body);
}

/**
 * An address as it is sent to a proxy ("GET http://host/path") is read as its path. What can be no address of ours ("*", no
 * host, a host that is none) is refused: Remix would make an accident of it.
 */
export function readAddress(request: Request, response: Response, next: NextFunction): void {
  const path = /^https?:\/\//i.test(request.url) && URL.canParse(request.url) ? request.url.replace(/^https?:\/\/[^/?#]*/i, "") : request.url;
  const own = path.startsWith("?") || path === "" ? `/${path}` : path;
  const hosts = [request.headers.host, request.headers["x-forwarded-host"] ?? "localhost"];
  if (own.startsWith("/") && hosts.every((host) => typeof host === "string" && host !== "" && URL.canParse(`http://${host}/`) && new URL(`http://${host}/`).pathname === "/" && !/[\s/?#@\\]/.test(host))) {
    request.url = own;
    request.originalUrl = own;
    return next();
  }
  const { headers, body } = wordsOf(unreadable);
  response.status(400).set(headers).send(body);
}
