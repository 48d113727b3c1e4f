import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import { ownLicences } from "#app/domain/desk/licences.ts";
import type { Framework, TextStatus } from "#app/domain/framework/framework.ts";
import type { Language, Text } from "#app/domain/text.ts";

const otherThan = (language: Language): Language => (language === "nl" ? "en" : "nl");

/** The language that a draft of one language can get besides; null when it is in both. */
export function languageToAdd(framework: Pick<Framework, "languages">): Language | null {
  const spoken = spokenIn(framework);
  return spoken.length === 1 ? otherThan(spoken[0]!) : null;
}

/**
 * A draft of one language with the other one opened: what was written stays, everything else is still to be written. What is said of the
 * licence and of a successor of the source is not the board's to translate, and stays as it is.
 */
export function withBothLanguages(draft: Draft): Draft {
  const { languages: _languages, licence, supersededBy, ...rest } = draft.framework;
  const added = languageToAdd(draft.framework);
  if (added === null) return draft;
  const kept = otherThan(added);
  const mine = ownLicences.find(({ id, note }) => id === licence.id && note[kept] === licence.note[kept]);
  const opened = eachPair(rest, (text) => ({ ...text, [added]: "" }), (status) => ({ ...status, [added]: "ours" }));
  return { ...draft, framework: { ...opened, licence: mine ?? licence, ...(supersededBy ? { supersededBy } : {}) } };
}

/** A draft of both languages in one: the words of the other go. A draft of one language stays as it is. */
export function inOneLanguage(draft: Draft, kept: Language): Draft {
  const { framework } = draft;
  if (framework.languages) return draft;
  return { ...draft, framework: { ...inLanguagesOf({ languages: [kept] }, framework), languages: [kept] } };
}

/** Words of ours in both languages, as a draft holds them: in one language both say the same. */
export function inLanguagesOf<T>(framework: Pick<Framework, "languages">, words: T): T {
  const only = framework.languages?.[0];
  return only === undefined ? words : eachPair(words, (text) => ({ nl: text[only], en: text[only] }), (status) => ({ nl: status[only], en: status[only] }));
}

/** A draft in both languages where texts that came in one language only are still to be written in the other. */
export function withGaps(framework: Framework, alone: ReadonlyMap<string, Language>): Framework {
  if (framework.languages || alone.size === 0) return framework;
  const gapIn = (text: Text): Text => {
    const only = text.nl === text.en ? alone.get(text.nl) : undefined;
    return only === undefined ? text : { ...text, [otherThan(only)]: "" };
  };
  return eachPair(framework, gapIn, (status) => status);
}

/** What goes with a language: how many texts that the other language has not in the same words, and how many of those it has not at all. */
export type Loss = { readonly texts: number; readonly only: number };
export function lossOf({ framework }: Draft, gone: Language): Loss {
  const { licence, ...own } = framework;
  const found = { texts: 0, only: 0 };
  // What we say of a licence ourselves comes back by itself.
  const isOurs = ownLicences.some(({ id, note }) => id === licence.id && note.nl === licence.note.nl && note.en === licence.note.en);
  eachPair(
    isOurs ? own : framework,
    (text) => {
      const other = text[otherThan(gone)];
      if (text[gone] !== "" && text[gone] !== other) found.texts += 1;
      if (text[gone] !== "" && other === "") found.only += 1;
      return text;
    },
    (status) => status,
  );
  return found;
}

type Status = Readonly<Record<Language, TextStatus>>;

/** Every text in two languages through `change`, and who wrote each through `changeStatus`. Depth was looked at when it came in. */
function eachPair<T>(value: T, change: (text: Text) => Text, changeStatus: (status: Status) => Status): T {
  if (Array.isArray(value)) return value.map((each) => eachPair(each as unknown, change, changeStatus)) as T;
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 2 && keys.every((key) => (key === "nl" || key === "en") && typeof (value as Record<string, unknown>)[key] === "string")) return change(value as unknown as Text) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === "titleStatus" ? changeStatus(part as Status) : eachPair(part as unknown, change, changeStatus)])) as T;
}
