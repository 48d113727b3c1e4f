import { jsonPlan, type JsonPlan } from "#app/domain/interchange/json-plan.ts";
import { fieldOf, isFields, numberOf, textOf, type Fields } from "#app/domain/interchange/json-fields.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { languageTag } from "#app/domain/interchange/language.ts";
import { accepted, codeFromId, looseNode, noFacts, noWords, refused, wordsOf, type LooseFramework, type LooseLevelText, type LooseNode, type LooseStep, type Notes, type Read, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired } from "#app/domain/interchange/notes.ts";
import { mostNodes } from "#app/domain/interchange/place.ts";
import { byCodes } from "#app/domain/interchange/table-rows.ts";

/** Reads any JSON that holds a tree or a list of things with a title: which field is what is proposed from the names, or said by a map. */
export function readJsonTree(json: unknown, file: string, map: ImportMap | null, notes: Notes): Read<LooseFramework> {
  const plan = jsonPlan(json, map);
  if (!plan) return refused(file, "In dit JSON-bestand is geen lijst of boom gevonden van onderdelen met een titel. Geef aan welk veld wat is.", "No list or tree of items with a title was found in this JSON file. Say which field is what, with --map.");
  repaired(notes, "mapping", file, plan.words);
  const scale: LooseStep[] = [];
  const nodes: LooseNode[] = [];
  const flat = plan.lists.length === 1 && plan.children.length === 0;
  // Lists of things that stand one after the other, and what stands under each of them.
  const open: { value: unknown; parent: string | null; kind: string; nth: number }[] = [];
  const later = (values: readonly unknown[], parent: string | null, kind: string) => {
    for (let nth = values.length - 1; nth >= 0; nth -= 1) open.push({ value: values[nth], parent, kind, nth });
  };
  for (const { name, values } of [...plan.lists].reverse()) later(values, null, name);
  while (open.length > 0) {
    const { value, parent, kind, nth } = open.pop()!;
    if (nodes.length > mostNodes) break;
    const node = nodeFrom(value, { plan, parent, kind, nth, flat, scale, place: nodes.length });
    if (!node) {
      lost(notes, "empty-item", `${kind || "item"} ${nth + 1}`);
      continue;
    }
    nodes.push(node);
    for (const name of [...plan.children].reverse()) {
      const under = fieldOf(value, name);
      if (Array.isArray(under)) later(under, node.key, name);
      else if (isFields(under)) later(Object.entries(under).map(([key, each]) => (isFields(each) ? { id: key, ...each } : each)), node.key, name);
    }
  }
  const linked = nodes.some(({ parent }) => parent !== null);
  const root = plan.root;
  return accepted({
    format: "json-tree",
    title: map?.title ? wordsOf(map.title) : wordsFrom(root, ["title", "name", "titel", "naam", "label"]),
    description: wordsFrom(root, ["description", "beschrijving", "omschrijving"]),
    facts: { ...noFacts, language: map?.language ?? (textOf(root, "language", "taal", "lang") || null), version: textOf(root, "version", "versie") || null, publisher: textOf(root, "publisher", "uitgever", "author", "creator", "organisation") || textOf(fieldOf(root, "source"), "publisher") || null, licence: textOf(root, "license", "licence", "licentie") || textOf(fieldOf(root, "licence"), "id", "name", "url") || textOf(fieldOf(root, "license"), "name", "url") || null, year: numberOf(root, "year", "jaar") ?? numberOf(fieldOf(root, "source"), "year") },
    nodes: linked ? nodes : byCodes(nodes, notes),
    scale: scale.length > 0 ? scale : null,
    answers: null,
    layers: [],
    markdown: true,
    byCode: false,
    proposal: plan.proposal,
  });
}

type Around = { readonly plan: JsonPlan; readonly parent: string | null; readonly kind: string; readonly nth: number; readonly flat: boolean; readonly place: number; readonly scale: LooseStep[] };

function nodeFrom(value: unknown, { plan, parent, kind, flat, scale, place }: Around): LooseNode | null {
  if (typeof value === "string") return value.trim() === "" ? null : looseNode(`item ${place}`, wordsOf(value), { id: "", parent, kind });
  if (!isFields(value)) return null;
  const first = (names: readonly string[]) => names.map((name) => textOf(value, name) || textOf(fieldOf(value, name), "id", "@id", "identifier", "code")).find((text) => text !== "") ?? "";
  const title = textsFrom(value, plan.title);
  const description = textsFrom(value, plan.description);
  if (title.size === 0 && description.size === 0) return null;
  const [id, code] = [first(plan.id), first(plan.code)];
  const above = first(plan.parent);
  return looseNode(id || code || `item ${place}`, title, { id: id || code, code: code || codeFromId(id), description, parent: parent ?? (above === "" ? null : above), order: flat ? numberOf(value, ...plan.order) : null, kind: textOf(value, ...plan.type) || (plan.children.length > 0 ? kind : ""), levels: plan.levels.flatMap((name) => levelsFrom(fieldOf(value, name), scale)) });
}

/** A text that is a string, or one per language; also `title_nl` beside `title`. */
function wordsFrom(value: unknown, names: readonly string[]): Words {
  return textsFrom(value, names.map((name) => ({ name, language: "" })));
}

function textsFrom(value: unknown, names: readonly { name: string; language: string }[]): Words {
  const found = new Map<string, string>();
  const keep = (tag: string, text: unknown) => void (typeof text === "string" && text.trim() !== "" && !found.has(tag) && found.set(tag, text));
  for (const { name, language } of names) {
    const own = fieldOf(value, name);
    if (typeof own === "number") keep(language, String(own));
    for (const each of Array.isArray(own) ? own : [own]) {
      if (!isFields(each)) keep(language, each);
      else if (typeof each["@value"] === "string") keep(languageTag(textOf(each, "@language")) ?? language, each["@value"]);
      else if (Object.values(each).every((text) => text === null || typeof text === "string")) for (const [tag, text] of Object.entries(each)) keep(languageTag(tag) ?? language, text);
    }
    for (const tag of ["nl", "en"]) for (const sign of ["_", "-", "@", "."]) keep(tag, fieldOf(value, `${name}${sign}${tag}`));
    for (const tag of ["nl", "en"]) keep(tag, fieldOf(value, `${name}${tag[0]!.toUpperCase()}${tag[1]!}`));
    if (found.size > 0 && language === "") break;
  }
  return found;
}

const levelNames = ["level", "code", "name", "title", "label", "quality", "niveau", "naam", "titel", "grade", "score"];
const levelTexts = ["statement", "description", "text", "descriptor", "uitspraak", "omschrijving", "beschrijving", "tekst", "zin"];

/** Levels as a list of things, as a list of texts, or as an object from level to text. New names become steps of the scale. */
function levelsFrom(value: unknown, scale: LooseStep[]): LooseLevelText[] {
  const stepFor = (code: string, title: Words): number => {
    const name = code || ([...title.values()][0] ?? "");
    const known = scale.findIndex((step) => (step.code || [...step.title.values()][0]) === name);
    if (known >= 0 || name === "") return known;
    return scale.push({ code, title: title.size > 0 ? title : wordsOf(code), description: noWords }) - 1;
  };
  const said = (each: Fields, code: string): LooseLevelText[] => {
    const title = wordsFrom(each, ["title", "name", "label", "quality", "titel", "naam"]);
    const step = stepFor(code || textOf(each, ...levelNames.slice(0, 2)), title);
    const statement = wordsFrom(each, levelTexts);
    const [example, nextStep] = [wordsFrom(each, ["example", "voorbeeld"]), wordsFrom(each, ["nextStep", "feedback", "volgendeStap"])];
    return step < 0 || statement.size === 0 ? [] : [{ step, statement, ...(example.size > 0 ? { example } : {}), ...(nextStep.size > 0 ? { nextStep } : {}) }];
  };
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((each: unknown, nth) => (isFields(each) ? said(each, textOf(each, ...levelNames) === "" ? String(nth + 1) : "") : typeof each === "string" ? [{ step: stepFor(String(nth + 1), noWords), statement: wordsOf(each) }] : []));
  if (!isFields(value)) return [];
  return Object.entries(value).slice(0, 50).flatMap(([code, each]) => (isFields(each) ? (Object.keys(each).every((key) => /^[a-z]{2}$/.test(key)) ? said({ description: each }, code) : said(each, code)) : typeof each === "string" ? [{ step: stepFor(code, noWords), statement: wordsOf(each) }] : []));
}

