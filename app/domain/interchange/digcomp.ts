import { fieldOf, isFields, listOf, textOf, type Fields } from "#app/domain/interchange/json-fields.ts";
import { guessedLanguage, languageTag } from "#app/domain/interchange/language.ts";
import { accepted, looseNode, noFacts, wordsOf, type LooseFramework, type LooseLevelText, type LooseStep, type Notes, type Read, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";

const kinds = ["CompetenceArea", "Competence", "ProficiencyLevel", "CompetenceStatement", "LearningOutcome", "Glossary"] as const;

/** True for the JSON-LD data supplement of DigComp 3.0, in the publisher's form or translated. */
export function isDigComp(json: unknown): boolean {
  const graph = graphOf(json);
  const found = new Set(graph.map(kindOf));
  return found.has("Competence") && (found.has("CompetenceArea") || found.has("CompetenceStatement") || found.has("ProficiencyLevel"));
}

const graphOf = (json: unknown): readonly Fields[] => (Array.isArray(json) ? json.filter(isFields) : listOf(json, "@graph"));
const kindOf = (fields: Fields): string => {
  const type = fieldOf(fields, "@type") ?? fieldOf(fields, "type");
  const names = (Array.isArray(type) ? type : [type]).map((name) => (typeof name === "string" ? name.replace(/^.*[:/#]/, "") : ""));
  return names.find((name) => (kinds as readonly string[]).includes(name)) ?? "";
};
/** "Competence/1.1" is 1.1; a whole address counts by its last part. */
const idOf = (text: string) => text.replace(/^.*(?:CompetenceArea|Competence|ProficiencyLevel|CompetenceStatement)\//, "").replace(/^https?:.*[/#]/, "").trim();
const refOf = (fields: Fields, ...names: string[]) => {
  const found = names.map((name) => fieldOf(fields, name)).find((value) => value !== undefined);
  return idOf(isFields(found) ? textOf(found, "@id") : (Array.isArray(found) ? textOf({ found: found[0] as unknown }, "found") || textOf(found[0], "@id") : textOf({ found }, "found")));
};

/**
 * Reads areas, competences, the four levels and the statements per level. Texts stand in `name` and in `name_nl`, or in a
 * list of texts with a language each.
 */
export function readDigComp(json: unknown, file: string, notes: Notes): Read<LooseFramework> {
  const graph = graphOf(json);
  const language = languageOf(json, graph);
  const of = (kind: string) => graph.filter((fields) => kindOf(fields) === kind);
  const levels = levelsOf(of("ProficiencyLevel"), language);
  const statements = of("CompetenceStatement");
  const byCompetence = new Map<string, Fields[]>();
  for (const fields of statements) {
    const competence = refOf(fields, "competence_id", "competence");
    byCompetence.set(competence, [...(byCompetence.get(competence) ?? []), fields]);
  }
  const areas = of("CompetenceArea").map((fields) => looseNode(`area ${idOf(textOf(fields, "@id", "id"))}`, words(fields, ["name", "label", "title"], language), nodeParts(fields, language, "area")));
  const competences = of("Competence").map((fields) => {
    const id = idOf(textOf(fields, "@id", "id"));
    const area = refOf(fields, "competence_area_id", "competence_area", "area_id");
    return looseNode(`competence ${id}`, words(fields, ["name", "label", "title"], language), { ...nodeParts(fields, language, "competence"), parent: area === "" ? null : `area ${area}`, levels: levelTexts(byCompetence.get(id) ?? [], levels.names, language) });
  });
  noteLosses(graph, notes);
  repaired(notes, "title-added", wholeFile, "DigComp 3.0");
  return accepted({ format: "digcomp-jsonld", title: wordsOf("DigComp 3.0"), description: new Map([["nl", "Het Europese raamwerk voor digitale competenties van burgers, vijfde editie."], ["en", "The European digital competence framework for citizens, fifth edition."]]), facts: { ...noFacts, language, version: "3.0.0", publisher: "European Commission, Joint Research Centre", year: 2025 }, nodes: [...areas, ...competences], scale: levels.steps.length > 0 ? levels.steps : null, answers: null, layers: ["area", "competence"], markdown: false, byCode: false });
}

function nodeParts(fields: Fields, language: string, kind: string) {
  const id = idOf(textOf(fields, "@id", "id"));
  return { id, code: id, description: words(fields, ["description", "descriptor"], language), kind };
}

/** The text of a field in each language: `name` in the file's own, `name_nl` in Dutch, or texts that carry their language. */
function words(fields: Fields, names: readonly string[], language: string): Words {
  const found = new Map<string, string>();
  const keep = (tag: string, text: unknown) => void (typeof text === "string" && text.trim() !== "" && !found.has(tag) && found.set(tag, text));
  for (const name of names) {
    const own = fieldOf(fields, name);
    for (const each of Array.isArray(own) ? own : [own]) {
      if (!isFields(each)) keep(language, each);
      else if (typeof each["@value"] === "string") keep(languageTag(textOf(each, "@language")) ?? language, each["@value"]);
      else for (const [tag, text] of Object.entries(each)) keep(languageTag(tag) ?? language, text);
    }
    for (const [key, text] of Object.entries(fields)) {
      const tag = key.startsWith(`${name}_`) || key.startsWith(`${name}@`) ? /^[a-z]{2}$/.exec(key.slice(name.length + 1))?.[0] : undefined;
      if (tag) keep(tag, text);
    }
    if (found.size > 0) break;
  }
  return found;
}

/** The file's own language: what its context says, else what the names read like. */
function languageOf(json: unknown, graph: readonly Fields[]): string {
  return languageTag(textOf(fieldOf(json, "@context"), "@language")) ?? guessedLanguage(graph.slice(0, 60).map((fields) => `${textOf(fields, "name")} ${textOf(fields, "description")}`));
}

/** Eight steps of the supplement are four levels, each in two halves; the statements are written per level. */
function levelsOf(found: readonly Fields[], language: string): { steps: readonly LooseStep[]; names: readonly string[] } {
  const byName = new Map<string, LooseStep>();
  for (const fields of found) {
    const name = textOf(fields, "four_levels_name", "name", "label") || idOf(textOf(fields, "@id"));
    if (!byName.has(name)) byName.set(name, { code: "", title: words(fields, ["four_levels_name", "name", "label"], language), description: words(fields, ["four_levels_description", "description"], language) });
  }
  return { steps: [...byName.values()], names: [...byName.keys()] };
}

function levelTexts(statements: readonly Fields[], names: readonly string[], language: string): readonly LooseLevelText[] {
  return names.flatMap((name, step) => {
    const here = statements.filter((fields) => refOf(fields, "four_levels_proficiency_name", "proficiency_level", "level") === name).map((fields) => words(fields, ["description", "name", "statement"], language));
    if (here.length === 0) return [];
    const tags = new Set(here.flatMap((each) => [...each.keys()]));
    return [{ step, statement: new Map([...tags].map((tag) => [tag, here.flatMap((each) => each.get(tag) ?? []).join("\n")])) }];
  });
}

function noteLosses(graph: readonly Fields[], notes: Notes): void {
  const count = (kind: string) => graph.filter((fields) => kindOf(fields) === kind).length;
  const parts = [[count("LearningOutcome"), "LearningOutcome"], [count("Glossary"), "Glossary"]].filter(([many]) => many !== 0).map(([many, kind]) => `${many} × ${kind}`);
  if (parts.length > 0) lost(notes, "other-parts", wholeFile, parts.join(", "));
  const names = ["ai_label", "eight_levels_description", "eight_levels_mapping", "six_levels_mapping", "applies_to"].filter((name) => graph.some((fields) => textOf(fields, name) !== ""));
  if (names.length > 0) lost(notes, "fields", wholeFile, names.join(", "));
}
