import { folded } from "#app/domain/framework/check-instruments.ts";
import { fieldOf, listOf, numberOf, textOf, type Fields } from "#app/domain/interchange/json-fields.ts";
import { languageTag } from "#app/domain/interchange/language.ts";
import { joinWords, noWords, wordsOf, type LooseLevelText, type LooseStep, type Notes } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";

/** The scale that the rubrics of a package share, and the texts that an item has for its steps. */
export type CaseLevels = { readonly scale: readonly LooseStep[] | null; readonly of: (item: string, language: string) => readonly LooseLevelText[] };

type Level = { readonly name: string; readonly text: string; readonly next: string; readonly rank: number | null; readonly place: number };
type Criterion = { readonly item: string; readonly title: string; readonly levels: readonly Level[] };

/**
 * One rubric, or several over the same levels, become the scale of the framework; each criterion gives the texts of its item.
 * Levels stand lowest first, by score where there is one and else by position.
 */
export function levelsFrom(found: Fields, language: string, notes: Notes): CaseLevels {
  const criteria = listOf(found, "CFRubrics").flatMap((rubric) => listOf(rubric, "CFRubricCriteria", "CFRubricCriterion").map((criterion) => criterionFrom(criterion, rubric)));
  const filled = criteria.filter(({ levels }) => levels.length > 0);
  if (filled.length === 0) return { scale: null, of: () => [] };
  noteWeights(found, notes);
  const namesOf = ({ levels }: Criterion) => levels.map(({ name }, nth) => folded(name || String(nth + 1))).join("\u0000");
  const counts = new Map<string, number>();
  for (const criterion of filled) counts.set(namesOf(criterion), (counts.get(namesOf(criterion)) ?? 0) + (criterion.item === "" ? 0.1 : 1));
  const [shared] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
  const model = filled.find((criterion) => namesOf(criterion) === shared)!;
  const byItem = new Map<string, readonly Level[]>();
  const tags = new Map(listOf(found, "CFItems").map((item) => [textOf(item, "identifier"), languageTag(textOf(item, "language")) ?? language]));
  const inWords = new Map<string, readonly Level[]>();
  for (const criterion of filled) {
    const tag = tags.get(criterion.item) ?? language;
    const translates = tag !== language && haveSameRanks(criterion, model);
    if (translates && !inWords.has(tag)) inWords.set(tag, criterion.levels);
    if (criterion.item === "") lost(notes, "rubric-without-item", wholeFile, criterion.title);
    else if ((namesOf(criterion) !== shared && !translates) || byItem.has(criterion.item)) lost(notes, "other-scale", criterion.item, criterion.title);
    else byItem.set(criterion.item, criterion.levels);
  }
  const scale = model.levels.map(({ name }, nth): LooseStep => ({ code: "", title: [...inWords].reduce((words, [tag, levels]) => joinWords(words, wordsOf(levels[nth]!.name, tag)), wordsOf(name || String(nth + 1), language)), description: noWords }));
  if (turned(model)) repaired(notes, "scale-turned", wholeFile);
  return {
    scale,
    of: (item, tag) => (byItem.get(item) ?? []).map(({ text, next }, step) => ({ step, statement: wordsOf(text, languageTag(tag) ?? language), ...(next === "" ? {} : { nextStep: wordsOf(next, languageTag(tag) ?? language) }) })),
  };
}

/** The same scale in another language: as many levels, with the same scores. */
function haveSameRanks(one: Criterion, other: Criterion): boolean {
  return one.levels.length === other.levels.length && one.levels.every(({ rank }, nth) => rank !== null && rank === other.levels[nth]!.rank);
}

function criterionFrom(criterion: Fields, rubric: Fields): Criterion {
  const item = fieldOf(criterion, "CFItemURI");
  const levels = listOf(criterion, "CFRubricCriterionLevels", "CFRubricCriterionLevel").map((level, nth): Level => ({ name: textOf(level, "quality"), text: textOf(level, "description"), next: textOf(level, "feedback"), rank: numberOf(level, "score"), place: numberOf(level, "position") ?? nth }));
  const scored = levels.length > 0 && levels.every(({ rank }) => rank !== null) && new Set(levels.map(({ rank }) => rank)).size === levels.length;
  const ordered = [...levels].sort((a, b) => (scored ? a.rank! - b.rank! : a.place - b.place));
  return { item: typeof item === "string" ? item.replace(/^.*\//, "") : textOf(item, "identifier"), title: textOf(criterion, "category", "description") || textOf(rubric, "title"), levels: ordered };
}

/** True when the file's own order was from high to low. */
function turned({ levels }: Criterion): boolean {
  return levels.length > 1 && levels.every(({ place }, nth) => nth === 0 || place < levels[nth - 1]!.place);
}

function noteWeights(found: Fields, notes: Notes): void {
  let count = 0;
  for (const rubric of listOf(found, "CFRubrics")) for (const criterion of listOf(rubric, "CFRubricCriteria", "CFRubricCriterion")) if ((numberOf(criterion, "weight") ?? 1) !== 1) count += 1;
  if (count > 0) lost(notes, "rubric-weights", wholeFile, count);
}
