import type { LooseFramework, Notes, Words } from "#app/domain/interchange/loose.ts";
import { guessedLanguage, languageNames, languageTag } from "#app/domain/interchange/language.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { oneLine, plainText } from "#app/domain/interchange/plain-text.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** How a framework speaks: which languages it is in, and how its texts become plain texts of a limited length. */
export type Voice = {
  readonly languages: readonly Language[];
  /** The plain text in both languages (the same one twice where there is only one), or null when there is none. */
  readonly say: (words: Words, where: string) => Text | null;
  /** To be called when all is said: notes what was found in the texts on the way. */
  readonly done: () => void;
};

/** A language counts when at least this part of the items has a title in it. */
const enough = 0.2;

/** Finds out in which languages a framework is, and reads its texts so. */
export function voiceOf(loose: LooseFramework, notes: Notes): Voice {
  const { unmarked, tags } = tagsOf(loose, notes);
  const ours = (["nl", "en"] as const).filter((language) => (tags.get(language) ?? 0) >= Math.max(1, loose.nodes.length * enough));
  const [strongest] = [...tags].sort(([, a], [, b]) => b - a)[0] ?? ["en"];
  const foreign = ours.length === 0 && strongest !== "nl" && strongest !== "en" ? strongest : null;
  const languages: readonly Language[] = ours.length > 0 ? ours : strongest === "nl" ? ["nl"] : ["en"];
  if (foreign !== null) lost(notes, "foreign-language", wholeFile, foreign);
  const left = [...tags.keys()].filter((tag) => tag !== foreign && !(languages as readonly string[]).includes(tag));
  if (left.length > 0) lost(notes, "other-languages", wholeFile, left.sort().join(", "));

  let [markup, controls, untranslated] = [0, 0, 0];
  const plain = (raw: string, where: string): string => {
    const read = plainText(raw, loose.markdown);
    if (read.markup) markup += 1;
    if (read.script) repaired(notes, "script-removed", where);
    controls += read.controls;
    return read.text;
  };
  const say = (words: Words, where: string): Text | null => {
    if (words.size === 0) return null;
    const own = (language: Language) => words.get(language) ?? (unmarked === language ? words.get("") : undefined) ?? (foreign !== null ? words.get(foreign) : undefined);
    const found = languages.map((language) => own(language)).map((text) => (text === undefined ? "" : plain(text, where)));
    // Rather in a language that is not asked for than not at all.
    const any = found.find((text) => text !== "") ?? [...words.values()].map((text) => plain(text, where)).find((text) => text !== "");
    if (any === undefined) return null;
    if (found.length === 2 && found.some((text) => text === "")) {
      untranslated += 1;
      for (const text of [any, oneLine(any)]) notes.alone?.set(text, languages[found.findIndex((each) => each === "") === 0 ? 1 : 0]!);
    }
    const [first, second = first] = found.map((text) => text || any);
    return { nl: first!, en: second! };
  };
  const done = () => {
    if (markup > 0) repaired(notes, "markup", wholeFile, markup);
    if (controls > 0) repaired(notes, "control-characters", wholeFile, controls);
    if (untranslated > 0) lost(notes, "untranslated", wholeFile, untranslated);
  };
  return { languages, say, done };
}

/** How many items have a title in each language; texts without a mark count for what the file says it is in, else for what they read like. */
function tagsOf(loose: LooseFramework, notes: Notes): { unmarked: string; tags: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  for (const { title } of loose.nodes) for (const tag of title.keys()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const none = counts.get("") ?? 0;
  const said = languageTag(loose.facts.language);
  const unmarked = said ?? guessedLanguage(sampleOf(loose));
  if (none > 0 && said === null && (unmarked === "nl" || unmarked === "en")) repaired(notes, "language-guessed", wholeFile, languageNames[unmarked]);
  counts.delete("");
  if (none > 0) counts.set(unmarked, (counts.get(unmarked) ?? 0) + none);
  return { unmarked, tags: counts };
}

function* sampleOf({ title, description, nodes, around }: LooseFramework): Iterable<string> {
  yield around ?? "";
  for (const words of [title, description]) yield words.get("")?.slice(0, 2_000) ?? "";
  for (const node of nodes) yield `${node.title.get("")?.slice(0, 300) ?? ""} ${node.description.get("")?.slice(0, 600) ?? ""}`;
}

/** Both languages through the same rule. */
export function inBoth(text: Text, rule: (text: string) => string): Text {
  return { nl: rule(text.nl), en: rule(text.en) };
}

export const joined = (texts: readonly (Text | null)[]): Text | null => {
  const there = texts.filter((text) => text !== null);
  return there.length === 0 ? null : { nl: there.map(({ nl }) => nl).join("\n\n"), en: there.map(({ en }) => en).join("\n\n") };
};

/** At most so many characters, cut between words where that is possible; never through a character. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const blank = head.lastIndexOf(" ");
  return `${(blank > most / 2 ? head.slice(0, blank) : head).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

export const lineOf = (text: Text): Text => inBoth(text, oneLine);
