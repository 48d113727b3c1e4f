import { profileOf } from "#app/domain/desk/begin.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { inLanguagesOf } from "#app/domain/desk/language.ts";
import { settled } from "#app/domain/desk/tree.ts";
import type { Framework, Instrument, Level, Scale } from "#app/domain/framework/framework.ts";
import type { Text } from "#app/domain/text.ts";

/** Ways of asking that can be added to a draft: a sentence per level where it has levels, or one of two short rows of steps. */
export const wayKeys = ["statements", "growth-steps", "how-often"] as const;
export type WayKey = (typeof wayKeys)[number];

const most = 8;
const ours = { nl: "ours", en: "ours" } as const;
const text = (nl: string, en: string): Text => ({ nl, en });
const step = (code: string, title: Text, description: Text): Level => ({ code, title, titleStatus: ours, description });
const template = { source: "A template of Groeikompas.", status: "ours" } as const;

/** Choosing the sentence that fits, on the framework's own levels. */
export const statementWay: Instrument = {
  ...template,
  id: "statements",
  title: text("Kies de zin die past", "Choose the sentence that fits"),
  form: "choose-statement",
  scoring: "level-as-chosen",
  explanation: text("Je koos per competentie de zin die het best bij je werk past. Het niveau van die zin is jouw niveau. Er wordt niets opgeteld of gemiddeld.", "For each competence you chose the sentence that fits your work best. The level of that sentence is your level. Nothing is added up or averaged."),
  secondsPerItem: 38,
};

/** How often something works: three steps. */
export const oftenScale: Scale = {
  id: "how-often",
  title: text("Hoe vaak het lukt", "How often it works"),
  status: "ours",
  levels: [
    step("not", text("Nog niet", "Not yet"), text("Dit lukt mij nog niet.", "I don't manage this yet.")),
    step("partly", text("Voor een deel", "In part"), text("Dit lukt mij soms.", "I manage this sometimes.")),
    step("fully", text("Helemaal", "Fully"), text("Dit lukt mij bijna elke keer.", "I manage this nearly every time.")),
  ],
};

const growthScale: Scale = {
  id: "growth-steps",
  title: text("Waar je staat", "Where you are"),
  status: "ours",
  levels: [
    step("1", text("Nog niet", "Not yet"), text("Hier ben ik nog niet mee begonnen.", "I haven't begun with this yet.")),
    step("2", text("Begonnen", "Begun"), text("Hier heb ik een begin mee gemaakt.", "I have made a start with this.")),
    step("3", text("Lukt", "Managing"), text("Dit lukt mij in mijn gewone werk.", "I manage this in my ordinary work.")),
    step("4", text("Delen", "Sharing"), text("Hier help ik collega's bij.", "I help colleagues with this.")),
  ],
};

const ways: Readonly<Record<WayKey, Instrument>> = {
  statements: statementWay,
  "growth-steps": {
    ...template,
    id: "growth-steps",
    title: text("Waar sta je nu?", "Where are you now?"),
    form: "rate-block",
    scoring: "level-as-chosen",
    explanation: text("Je koos per onderdeel de stap die nu bij je past. Die stap is je antwoord, meer niet. Er wordt niets opgeteld of gemiddeld.", "For each item you chose the step that fits you now. That step is your answer and nothing more. Nothing is added up or averaged."),
    secondsPerItem: 20,
    prompt: text("Waar sta je hiermee?", "Where are you with this?"),
    scale: growthScale,
    items: {},
  },
  "how-often": {
    ...template,
    id: "how-often",
    title: text("Hoe vaak lukt het?", "How often do you manage?"),
    form: "rate-block",
    scoring: "level-as-chosen",
    explanation: text("Je gaf per onderdeel aan hoe vaak het lukt. Elk onderdeel staat op zichzelf: er wordt niets opgeteld of gemiddeld.", "For each item you said how often you manage. Every item stands by itself: nothing is added up or averaged."),
    secondsPerItem: 20,
    prompt: text("Hoe vaak lukt dit?", "How often do you manage this?"),
    scale: oftenScale,
    lowest: 0,
    items: {},
  },
};

/** What each is called before it has a name of its own. */
export const wayTitles: Readonly<Record<WayKey, Text>> = { statements: statementWay.title, "growth-steps": ways["growth-steps"].title, "how-often": ways["how-often"].title };

/** The ways of asking that a draft has not yet and can have: a sentence per level needs levels, and the same steps are not asked twice. */
export function waysToAdd({ scale, instruments }: Framework): WayKey[] {
  if (instruments.length >= most) return [];
  const isThere = (key: WayKey) => instruments.some((each) => each.id === key || each.scale?.id === key || (key === "statements" && each.form === "choose-statement"));
  return wayKeys.filter((key) => !isThere(key) && (key !== "statements" || scale !== null));
}

/** The draft with one more way of asking, which nobody is asked yet. Nothing changes where it cannot have it. */
export function withWay(draft: Draft, key: WayKey, board: string): Draft {
  const { framework, profiles } = draft;
  if (!waysToAdd(framework).includes(key)) return draft;
  const way = inLanguagesOf(framework, ways[key]);
  const next = { ...framework, instruments: [...framework.instruments, way] };
  return settled({ framework: next, profiles: [...profiles, profileOf(next, way.id, ways[key].title, null, board)] });
}
