import type { Text } from "./text.ts";

/** What a visitor can be told when something cannot be done. More kinds only if the visitor should see something else. */
export type ErrorKind = "not-found" | "forbidden" | "conflict" | "invalid" | "too-many" | "unavailable";

/** Something the visitor cannot mend on this page; carries the sentence to show in both languages. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly text: Text;
  constructor(kind: ErrorKind, text: Text) {
    super(text.en);
    this.name = "AppError";
    this.kind = kind;
    this.text = text;
  }
}

/** The HTTP status that belongs to each kind. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  "too-many": 429,
  unavailable: 503,
};

/** Not there, or not yours: the two are one message on purpose. */
export function notFound(): AppError {
  return new AppError("not-found", {
    nl: "Deze pagina bestaat niet, of is niet van jou. Er is niets veranderd. Ga terug naar het begin.",
    en: "This page does not exist, or is not yours. Nothing has changed. Go back to the start.",
  });
}
