import { Link } from "@remix-run/react";
import { Icon, type IconName } from "#app/components/ui/icon.tsx";
import { clock } from "#app/domain/format.ts";
import type { Language } from "#app/domain/text.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

/** What became of what was typed. `waiting` counts the answers that were not sent yet; `signIn` is the way back in when the session has ended. */
export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "unsaved"; readonly waiting: number }
  | { readonly kind: "signed-out"; readonly signIn: string }
  /** Somebody else has signed in in this browser. */
  | { readonly kind: "other-person" }
  /** Another question asks to choose. */
  | { readonly kind: "elsewhere"; readonly to: string };

const icons: Readonly<Record<Exclude<SaveState["kind"], "idle">, IconName>> = { saving: "clock", saved: "check", unsaved: "warning", "signed-out": "warning", "other-person": "warning", elsewhere: "warning" };

/** Says that everything is saved, or what is not. A live region: always on the page, also when it has nothing to say. */
export function SavedNote({ state }: { state: SaveState }) {
  const t = useMessages(ui);
  const language = useLanguage();
  return (
    <p className={`saved-note saved-note--${state.kind}`} role="status">
      {state.kind === "idle" ? null : <Icon name={icons[state.kind]} />}
      {state.kind === "idle" ? null : (
        <span>
          {words(state, t, language)}
          {state.kind === "signed-out" ? <>{" "}<Link to={state.signIn}>{t.signInAgain}</Link></> : null}
          {state.kind === "elsewhere" ? <>{" "}<Link to={state.to}>{t.toThatQuestion}</Link></> : null}
        </span>
      )}
    </p>
  );
}

function words(state: Exclude<SaveState, { kind: "idle" }>, t: (typeof ui)[Language], language: Language): string {
  if (state.kind === "saved") return t.savedAt(clock(state.at, language));
  return state.kind === "unsaved" ? t.unsaved(state.waiting) : t[state.kind];
}
