import type { CaseAnswer } from "#app/services/case.server.ts";

/** An answer of the CASE service as HTTP: for everybody, from any site, and to be kept for an hour. */
export function caseResponse(request: Request, answer: CaseAnswer): Response {
  if (!answer.ok) return caseError(statusOf[answer.fault], answer.fault, answer.reason);
  const headers = { ...forEverybody, ...answer.headers, ETag: answer.etag, "Cache-Control": "public, max-age=3600" };
  if (isKnown(request.headers.get("If-None-Match"), answer.etag)) return new Response(null, { status: 304, headers });
  return new Response(answer.body, { headers: { ...headers, "Content-Type": json } });
}

/** Reading is all that can be done here. */
export function caseReadOnly(): Response {
  return caseError(405, "forbidden", "This service can be read only.", { Allow: "GET, HEAD" });
}

const json = "application/json; charset=utf-8";
const forEverybody = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count" };

/** 404 for what is no UUID: so the published definition has it. */
const statusOf = { invalid_selection_field: 400, invalid_sort_field: 400, invalid_uuid: 404, unknownobject: 404, unauthorised_request: 401 } as const;

function caseError(status: number, fault: string, reason: string, more: Readonly<Record<string, string>> = {}): Response {
  const body = {
    imsx_codeMajor: "failure",
    imsx_severity: "error",
    imsx_description: reason,
    imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: "TargetEndSystem", imsx_codeMinorFieldValue: fault }] },
  };
  // HTTP wants a challenge with a 401; there is no signing in that would help, and the name says what would.
  const challenge: Record<string, string> = status === 401 ? { "WWW-Authenticate": 'Licence realm="CASE"' } : {};
  return new Response(JSON.stringify(body), { status, headers: { ...forEverybody, ...challenge, ...more, "Content-Type": json, "Cache-Control": "no-store" } });
}

function isKnown(said: string | null, etag: string): boolean {
  return said !== null && said.split(",").some((each) => each.trim().replace(/^W\//, "") === etag || each.trim() === "*");
}
