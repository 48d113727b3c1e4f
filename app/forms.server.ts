import { data } from "@remix-run/node";
import type { z } from "zod";
import { AppError } from "#app/domain/errors.ts";

/** What was typed, to show again; secrets are left out. */
export type Typed = Readonly<Record<string, string>>;
/** Field name to error code; the page has the sentence for each code in the reader's language. */
export type FieldErrors = Readonly<Record<string, string>>;
export type Invalid = { readonly ok: false; readonly errors: FieldErrors; readonly values: Typed };
export type Parsed<T> = { readonly ok: true; readonly value: T; readonly form: FormData } | Invalid;

const secret = /password|wachtwoord/i;

/**
 * The form that was sent. Read from a copy: after a deadlock the whole action is done again, and then it must still be there.
 * @throws AppError "invalid" when the body is no form at all
 */
export async function readForm(request: Request): Promise<FormData> {
  return request.clone().formData().catch(() => {
    throw unreadable();
  });
}

/** For what cannot come from one of our pages: nothing is kept, and the way on is said. */
export function unreadable(): AppError {
  return new AppError("invalid", {
    nl: "Dit formulier kon niet worden gelezen. Er is niets opgeslagen. Open de pagina opnieuw en probeer het nog eens.",
    en: "This form could not be read. Nothing was saved. Open the page again and try once more.",
  });
}

/**
 * Reads a form and checks it with a schema. Issues carry codes ("required", "too-long", …) as their message.
 * A field that may occur more often is named in `many` and comes as an array.
 * @throws AppError "invalid" when the body is no form at all
 */
export async function parseForm<S extends z.ZodType>(request: Request, schema: S, many: readonly string[] = []): Promise<Parsed<z.output<S>>> {
  const form = await readForm(request);
  const raw: Record<string, unknown> = Object.create(null);
  const values: Record<string, string> = {};
  // PostgreSQL keeps no NUL in a text.
  const typed = [...form].flatMap(([name, value]) => (typeof value === "string" && name !== "__proto__" ? [[name, value.replaceAll("\0", "")] as const] : []));
  for (const [name, value] of typed) {
    raw[name] = value;
    if (!secret.test(name)) values[name] = value;
  }
  for (const name of many) raw[name] = typed.filter((each) => each[0] === name).map(([, value]) => value);
  const parsed = schema.safeParse({ ...raw });
  if (parsed.success) return { ok: true, value: parsed.data, form };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return { ok: false, errors, values };
}

/** The texts of a form by their names, for forms whose fields follow from what is being written; of a name that comes twice the last. */
export async function sentTexts(request: Request): Promise<Typed> {
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of await readForm(request)) if (typeof value === "string" && name !== "__proto__") texts[name] = value.replaceAll("\0", "");
  return texts;
}

/** The answer to a form that does not hold: 422 with the errors and what was typed. */
export function invalid({ errors, values }: Omit<Invalid, "ok">) {
  return data({ errors, values }, { status: 422 });
}
