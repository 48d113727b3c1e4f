import { AppError, statusOf, type ErrorKind } from "#app/domain/errors.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";

/** What was done, or the sentence that says why not, for an alert on the page somebody is on. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly kind: ErrorKind; readonly sentence: string; readonly status: number };

/**
 * Tries something that may be refused before anything is written. What is not there, or not yours, keeps its own page.
 * @throws whatever is no refusal
 */
export async function attempt<T>({ actor }: Context, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === "not-found") throw error;
    return { ok: false, kind: error.kind, sentence: inLanguage(error.text, actor.language), status: statusOf[error.kind] };
  }
}
