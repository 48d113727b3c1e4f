import { data } from "@remix-run/node";
import type { Typed } from "#app/forms.server.ts";
import type { Attempt } from "#app/refusal.server.ts";
import type { Change } from "#app/services/desk-edit.server.ts";
import { valuesOf } from "#app/services/desk-view.server.ts";

/** The answer to a part of a draft that was not kept: 422 with what is wrong, or 409 with both versions; what was typed is in it either way. */
export function notKept(change: Exclude<Change, { status: "kept" }>, sent: Typed) {
  const values = { ...sent };
  if (change.status === "conflict") return data({ errors: {}, values, conflict: { theirs: valuesOf(change.theirs), sequence: change.sequence } }, { status: 409 });
  return data({ errors: change.errors, values, conflict: null }, { status: 422 });
}

/** The answer to one button that was refused: the page as it is now, with the sentence. */
export function notDone({ sentence, status }: Exclude<Attempt<unknown>, { ok: true }>) {
  return data({ errors: {}, values: {}, conflict: null, refusal: sentence }, { status });
}
