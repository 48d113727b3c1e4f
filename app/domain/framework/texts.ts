import type { Framework, FrameworkNode, InstrumentItem, Scale, Variant } from "#app/domain/framework/framework.ts";
import { asSeen, mayBeSpelling } from "#app/domain/framework/spelling.ts";
import { languages, type Language, type Text } from "#app/domain/text.ts";

/** What a text is for. */
export type TextPart = "title" | "shortTitle" | "description" | "question" | "objective" | "statement" | "example" | "nextStep" | "explanation" | "plural" | "code" | "progression";

/** Where a text stands. `at`: the code of its level or objective, or the id of its layer. `language` is null for what is the same in each. */
export type TextPlace = { readonly part: TextPart; readonly instrument: string | null; readonly group: string | null; readonly at: string | null; readonly language: Language | null };
export type PlacedText = TextPlace & { readonly text: string };

/** A text that is another now; null where there was or is none. */
export type TextChange = TextPlace & { readonly before: string | null; readonly after: string | null };

type Around = Partial<Omit<TextPlace, "part" | "language">>;
type Loose = Omit<Variant, "levels"> & { readonly levels?: InstrumentItem["levels"] | Variant["levels"] };

/** All words of a node: its own, those for function groups, and those of these instruments. */
export function textsOf(framework: Framework, node: FrameworkNode, instruments: ReadonlySet<string>): PlacedText[] {
  const say = sayerIn(framework);
  const plain = (part: TextPart, text: string | undefined): PlacedText[] => (text === undefined ? [] : [{ part, instrument: null, group: null, at: null, language: null, text }]);
  return [
    ...plain("code", node.code),
    ...plain("progression", node.progression),
    ...wordsOf(say, node, {}),
    ...framework.instruments.flatMap(({ id, items }) => (items && instruments.has(id) && Object.hasOwn(items, node.id) ? wordsOf(say, items[node.id]!, { instrument: id }) : [])),
  ];
}

/** The words of a scale: its name, and of each step the name and what it means. */
export function scaleTexts(framework: Framework, scale: Scale, instrument: string | null = null): PlacedText[] {
  const say = sayerIn(framework);
  return [...say("title", scale.title, { instrument }), ...scale.levels.flatMap(({ code, title, description }) => [...say("title", title, { instrument, at: code }), ...say("description", description, { instrument, at: code })])];
}

/** The words of the document itself: names, description, layers. What is said of source and licence is no word that somebody answers to. */
export function documentTexts(framework: Framework): PlacedText[] {
  const say = sayerIn(framework);
  return [
    ...say("title", framework.title, {}),
    ...say("shortTitle", framework.shortTitle, {}),
    ...say("description", framework.description, {}),
    ...framework.layers.flatMap(({ id, title, plural }) => [...say("title", title, { at: id }), ...say("plural", plural, { at: id })]),
  ];
}

/** The words of an instrument: its name and its rule. */
export function instrumentTexts(framework: Framework, instrument: Framework["instruments"][number]): PlacedText[] {
  const say = sayerIn(framework);
  return [...say("title", instrument.title, { instrument: instrument.id }), ...say("explanation", instrument.explanation, { instrument: instrument.id })];
}

/** What differs between two sets of texts, in the order of the second; what fell out stands last. */
export function textChanges(before: readonly PlacedText[], after: readonly PlacedText[]): TextChange[] {
  const [then, now] = [byPlace(before), byPlace(after)];
  const changed = [...now].flatMap(([key, { text, ...place }]): TextChange[] => {
    const old = then.get(key)?.text ?? null;
    return old !== null && (old === text || asSeen(old) === asSeen(text)) ? [] : [{ ...place, before: old, after: text }];
  });
  return [...changed, ...[...then].filter(([key]) => !now.has(key)).map(([, { text, ...place }]): TextChange => ({ ...place, before: text, after: null }))];
}

/** Each text under its place; objectives may share a code, then the second of them is the second in the other version too. */
function byPlace(texts: readonly PlacedText[]): Map<string, PlacedText> {
  const found = new Map<string, PlacedText>();
  for (const each of texts) {
    // Ids and parts hold no line end, and a code that did would only be told apart less well.
    const place = `${each.part}\n${each.instrument ?? ""}\n${each.group ?? ""}\n${each.language ?? ""}\n${each.at ?? ""}`;
    let key = place;
    for (let nth = 2; found.has(key); nth += 1) key = `${place}\n${nth}`;
    found.set(key, each);
  }
  return found;
}

/** Whether all that changed may be spelling. A code is a name, so another one is never spelling. */
export function isSpellingOnly(changes: readonly TextChange[]): boolean {
  return changes.every(({ language, before, after }) => language !== null && before !== null && after !== null && mayBeSpelling(before, after));
}

type Sayer = (part: TextPart, text: Text | undefined, around: Around) => PlacedText[];

/** In the languages the document is written in; the other language then only holds the same words again. */
function sayerIn(framework: Pick<Framework, "languages">): Sayer {
  const spoken = framework.languages ?? languages;
  return (part, text, around) => (text === undefined ? [] : spoken.map((language) => ({ part, instrument: around.instrument ?? null, group: around.group ?? null, at: around.at ?? null, language, text: text[language] })));
}

function wordsOf(say: Sayer, words: Loose & { readonly variants?: Readonly<Record<string, Variant>> }, around: Around): PlacedText[] {
  return [
    ...say("title", words.title, around),
    ...say("description", words.description, around),
    ...say("question", words.question, around),
    ...(words.objectives ?? []).flatMap(({ code, statement }) => say("objective", statement, { ...around, at: code })),
    ...(words.levels ?? []).flatMap(({ level, statement, example, nextStep }) => [...say("statement", statement, { ...around, at: level }), ...say("example", example, { ...around, at: level }), ...say("nextStep", nextStep, { ...around, at: level })]),
    ...Object.entries(words.variants ?? {}).flatMap(([group, variant]) => wordsOf(say, variant, { ...around, group })),
  ];
}
