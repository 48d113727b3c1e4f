import { wayKeys, withWay, type WayKey } from "#app/domain/desk/asking.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import type { Values } from "#app/domain/desk/field.ts";
import { inOneLanguage, withBothLanguages } from "#app/domain/desk/language.ts";
import type { Repair } from "#app/domain/desk/problems.ts";
import { repaired } from "#app/domain/desk/repair.ts";
import { addLevel, removeLevel, type ScaleOf } from "#app/domain/desk/scale.ts";
import { addArea, addCompetence, moveNode, moveTo, removeNode, type TreeOutcome } from "#app/domain/desk/tree.ts";
import { isWordable } from "#app/domain/desk/view.ts";
import { addWordsFor, removeWordsFor } from "#app/domain/desk/words.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { isLanguage, type Language } from "#app/domain/text.ts";

/** Something done to the shape of a draft, with one button. */
export type Act =
  | { readonly do: "add-area" }
  | { readonly do: "add-competence" | "remove" | "up" | "down"; readonly id: string }
  | { readonly do: "move"; readonly id: string; readonly area: string }
  | { readonly do: "add-words" | "remove-words"; readonly id: string; readonly group: string }
  | { readonly do: "add-level"; readonly of: ScaleOf }
  | { readonly do: "remove-level"; readonly of: ScaleOf; readonly code: string }
  | { readonly do: "add-way"; readonly way: WayKey }
  | { readonly do: "remove-way"; readonly way: string }
  | { readonly do: "add-language" }
  | { readonly do: "remove-language"; readonly language: Language }
  | { readonly do: "repair"; readonly repair: Repair };

const repairs = ["new-id", "new-code", "level-texts", "drop-instrument"] as const satisfies readonly Repair["act"][];

/** What a form asks for, on the page of this item (null: on another page). Null when no button of ours asks that there. */
export function actFrom(sent: Values, id: string | null): Act | null {
  const field = (name: string) => (Object.hasOwn(sent, name) ? sent[name]! : "");
  const what = field("do");
  if (id !== null) {
    if (what === "add-competence" || what === "remove" || what === "up" || what === "down") return { do: what, id };
    if (what === "move") return { do: what, id, area: field("area") };
    return (what === "add-words" || what === "remove-words") && isWordable(field("group")) ? { do: what, id, group: field("group") } : null;
  }
  const of = field("of") === "" ? null : field("of");
  if (what === "add-area" || what === "add-language") return { do: what };
  if (what === "remove-language") return isLanguage(sent["language"]) ? { do: what, language: sent["language"] } : null;
  if (what === "add-level") return { do: what, of };
  const way = wayKeys.find((each) => each === field("way"));
  if (what === "add-way") return way ? { do: what, way } : null;
  if (what === "remove-way") return { do: what, way: field("way") };
  if (what === "remove-level") return { do: what, of, code: field("code") };
  if (what !== "repair") return null;
  if (field("repair") === "drop-words") return isWordable(field("group")) ? { do: what, repair: { act: "drop-words", id: field("item"), group: field("group") } } : null;
  const repair = repairs.find((each) => each === field("repair"));
  return repair ? { do: what, repair: { act: repair, id: field("item") } } : null;
}

/** Which draft was meant to be changed: its sequence as the page was opened. Null when that is no number. */
export function sequenceFrom(sent: Values): number | null {
  const text = Object.hasOwn(sent, "sequence") ? sent["sequence"]! : "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The draft with it done. `taken`: ids of older versions, which are never given to something else. `board`: its name, for whose choice a questionnaire is. */
export function acted(draft: Draft, act: Act, taken: readonly string[], board = ""): TreeOutcome {
  const done = (next: Draft, id: string): TreeOutcome => ({ ok: true, draft: next, id });
  if ("id" in act && !placesOf(draft.framework).has(act.id)) return { ok: false, why: "no-such-node" };
  switch (act.do) {
    case "add-area":
      return addArea(draft, taken);
    case "add-competence":
      return addCompetence(draft, act.id, taken);
    case "remove":
      return removeNode(draft, act.id);
    case "up":
      return moveNode(draft, act.id, -1);
    case "down":
      return moveNode(draft, act.id, 1);
    case "move":
      return moveTo(draft, act.id, act.area);
    case "add-words":
      return done(addWordsFor(draft, act.id, act.group), act.id);
    case "remove-words":
      return done(removeWordsFor(draft, act.id, act.group), act.id);
    case "add-level":
    case "remove-level": {
      const next = act.do === "add-level" ? addLevel(draft, act.of) : removeLevel(draft, act.of, act.code);
      return next === draft ? { ok: false, why: "no-such-node" } : done(next, "");
    }
    case "add-way":
    case "remove-way": {
      const next = act.do === "add-way" ? withWay(draft, act.way, board) : repaired(draft, { act: "drop-instrument", id: act.way });
      return next === draft ? { ok: false, why: "no-such-node" } : done(next, "");
    }
    case "add-language":
      return done(withBothLanguages(draft), "");
    case "remove-language":
      return done(inOneLanguage(draft, act.language === "nl" ? "en" : "nl"), "");
    case "repair":
      return done(repaired(draft, act.repair), "");
  }
}
