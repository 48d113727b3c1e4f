import { wordingFor, type Framework, type FrameworkNode, type Level } from "#app/domain/framework/framework.ts";
import { isLeaf, languageFor, levelNames, mainScale, onOneLine, outlineOf, spokenIn, type Outlined } from "#app/domain/interchange/export-source.ts";
import type { SheetRows } from "#app/domain/interchange/to-xlsx.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** Column names that the table importer knows. */
const names = {
  nl: { id: "Id", parent: "Valt onder", code: "Code", kind: "Soort", title: "Titel", description: "Omschrijving", level: "Niveau", objectives: "Leerdoelen", sheet: "Raamwerk" },
  en: { id: "Id", parent: "Parent", code: "Code", kind: "Type", title: "Title", description: "Description", level: "Level", objectives: "Objectives", sheet: "Framework" },
} as const;

/** A table: lines with # that say what it is, the column names, and a row per node. `head` is the number of the row with the column names, from 0. */
export type FrameworkTable = { readonly rows: readonly (readonly string[])[]; readonly head: number };

/** A framework as one flat table that the table importer reads back: a row per node, a column per level. */
export function toTable(framework: Framework, asked: Language, remarks: readonly string[]): FrameworkTable {
  const language = languageFor(framework, asked);
  const t = names[language];
  const spoken = spokenIn(framework);
  const inEach = (name: string) => spoken.map((each) => `${name} (${each})`);
  const steps = levelNames(stepsOf(framework), language).map((name, nth) => (isLevelName(name) ? name : `${t.level} ${nth + 1}: ${name}`));
  const outline = outlineOf(framework);
  const objectives = outline.some(({ node }) => node.objectives !== undefined) ? inEach(t.objectives) : [];
  const columns = [t.id, t.parent, t.code, t.kind, ...inEach(t.title), ...inEach(t.description), ...objectives, ...steps.flatMap(inEach)];
  const about = aboutRows(framework, language, remarks);
  const rows = outline.map((one) => nodeRow(framework, one, language, objectives.length > 0));
  return { rows: [...about, columns, ...rows], head: about.length };
}

/** The importer takes a column for a level when it is called "A1 …" or "Level 1 …". */
const isLevelName = (name: string) => /^[ABC][12]\b/.test(name);

/** What the file is and where it comes from: the importer reads the first ones, people all of them. */
function aboutRows({ title, description, version, source, licence, attribution, changes, endorsement, languages }: Framework, language: Language, remarks: readonly string[]): string[][] {
  const say = (text: Text) => onOneLine(text[language]);
  const said = [["#title", say(title)], ["#description", say(description)], ["#version", version], ["#publisher", source.publisher], ["#licence", [licence.name, licence.url ?? ""].join(" ").trim()], ["#year", String(source.year)], ...(languages ? [["#language", language]] : [])];
  return [...said, ...[say(attribution), say(changes), say(endorsement), ...remarks].map((line) => ["#", line])];
}

function nodeRow(framework: Framework, { node, parent, depth }: Outlined, language: Language, withObjectives: boolean): string[] {
  const spoken = spokenIn(framework);
  const inEach = (text: Text | undefined) => spoken.map((each) => text?.[each] ?? "");
  const kind = framework.layers[Math.min(depth, framework.layers.length - 1)]!.title[language];
  const objectives = withObjectives ? spoken.map((each) => (node.objectives ?? []).map(({ statement }) => statement[each]).join("\n")) : [];
  return [node.id, parent?.id ?? "", node.code, kind, ...inEach(node.title), ...inEach(node.description), ...objectives, ...levelTexts(framework, node).flatMap(inEach)];
}

/** Not, partly and fully are answers about objectives, and no levels with a text per competence. */
function stepsOf(framework: Framework): readonly Level[] {
  const { instrument, scale } = mainScale(framework);
  return instrument.scoring === "blocks-mastered" ? [] : (scale?.levels ?? []);
}

/** The sentence of each level; where the instrument has none, the words of the scale, as on the screen. */
function levelTexts(framework: Framework, node: FrameworkNode): (Text | undefined)[] {
  const worded = isLeaf(node) ? wordingFor(framework, mainScale(framework).instrument, node, "", "").levels : [];
  return stepsOf(framework).map(({ code, description }) => (isLeaf(node) ? (worded.find(({ level }) => level === code)?.statement ?? description) : undefined));
}

/** The table as a sheet for Excel. */
export function sheetOf(framework: Framework, { rows, head }: FrameworkTable, asked: Language): SheetRows {
  const columns = rows[head]!;
  const width = (nth: number) => (nth === 0 ? 14 : nth < 4 ? 12 : 42);
  return { name: names[languageFor(framework, asked)].sheet, rows, head, widths: columns.map((_, nth) => width(nth)) };
}
