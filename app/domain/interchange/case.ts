import { withObjectives } from "#app/domain/interchange/case-objectives.ts";
import { levelsFrom, type CaseLevels } from "#app/domain/interchange/case-rubrics.ts";
import { fieldOf, isFields, listOf, numberOf, textOf, textsOf, type Fields } from "#app/domain/interchange/json-fields.ts";
import { languageTag } from "#app/domain/interchange/language.ts";
import { accepted, joinWords, looseNode, noFacts, noWords, refused, wordsOf, type LooseFramework, type LooseLink, type LooseNode, type Notes, type Read, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";

/** True for a package of 1EdTech's CASE, in whatever wrapper it is sent. */
export function isCase(json: unknown): boolean {
  return packagesIn(json).length > 0;
}

function packagesIn(json: unknown): readonly Fields[] {
  const candidates = [json, fieldOf(json, "CFPackage"), ...listOf(json, "CFPackages"), ...(Array.isArray(json) ? json : [])];
  return candidates.filter((each): each is Fields => isFields(each) && (isFields(fieldOf(each, "CFDocument")) || Array.isArray(fieldOf(each, "CFItems"))));
}

/** Reads a CASE package, 1.0 or 1.1, as exporters really write them. Statements may hold HTML or Markdown. */
export function readCase(json: unknown, file: string, notes: Notes): Read<LooseFramework> {
  const [found, ...others] = packagesIn(json);
  if (!found) return refused(file, "Dit is geen CASE-pakket.", "This is no CASE package.");
  const document = fieldOf(found, "CFDocument");
  if (others.length > 0) lost(notes, "more-frameworks", file, textOf(document, "title"));
  const language = languageTag(textOf(document, "language"));
  const items = withObjectives(listOf(found, "CFItems"));
  const associations = listOf(found, "CFAssociations").map(associationFrom);
  const documentIds = new Set([textOf(document, "identifier"), textOf(document, "uri"), textOf(fieldOf(document, "CFPackageURI"), "identifier")].filter((id) => id !== ""));
  const merged = mergeTranslations(items, associations);
  const levels = levelsFrom(found, language ?? "", notes);
  const nodes = nodesFrom(items, { associations, documentIds, merged, levels, language: language ?? "" }, notes);
  noteUnread(items, document, notes);
  return accepted({
    format: isVersion11(found, associations) ? "case-1.1" : "case-1.0",
    title: wordsOf(textOf(document, "title"), language ?? ""),
    description: wordsOf(textOf(document, "description"), language ?? ""),
    facts: factsOf(document, found),
    nodes,
    scale: levels.scale,
    answers: null,
    layers: [],
    markdown: true,
    byCode: true,
  });
}

type Association = { readonly type: string; readonly from: string; readonly to: string; readonly toUri: string; readonly toTitle: string; readonly order: number | null; readonly targetType: string };

function associationFrom(fields: Fields): Association {
  const [origin, target] = [fieldOf(fields, "originNodeURI"), fieldOf(fields, "destinationNodeURI")];
  // Older exports write the address itself, or a field of its own, instead of an object.
  const id = (node: unknown, ...others: string[]) => (isFields(node) ? textOf(node, "identifier", "uri") : typeof node === "string" ? node.replace(/^.*\//, "") : textOf(fields, ...others));
  return {
    type: textOf(fields, "associationType"),
    from: id(origin, "originNodeIdentifier"),
    to: id(target, "destinationNodeIdentifier"),
    toUri: isFields(target) ? textOf(target, "uri") : typeof target === "string" ? target : "",
    toTitle: textOf(target, "title"),
    order: numberOf(fields, "sequenceNumber"),
    targetType: textOf(target, "targetType"),
  };
}

function isVersion11(found: Fields, associations: readonly Association[]): boolean {
  const document = fieldOf(found, "CFDocument");
  if (textOf(document, "caseVersion") !== "") return textOf(document, "caseVersion").startsWith("1.1");
  if (isFields(document) && (Object.hasOwn(document, "frameworkType") || Object.hasOwn(document, "extensions"))) return true;
  return /\/v1p1\//.test(textOf(document, "uri") + textOf(fieldOf(document, "CFPackageURI"), "uri")) || associations.some(({ type, targetType }) => type === "isTranslationOf" || targetType !== "");
}

type Merged = { readonly mainOf: (id: string) => string; readonly outside: ReadonlyMap<string, string[]> };

/** Items that are translations of each other are one node; the first of them that has a place in the tree stays. */
function mergeTranslations(items: readonly Fields[], associations: readonly Association[]): Merged {
  const here = new Set(items.map((item) => textOf(item, "identifier")));
  const placed = new Set(associations.filter(({ type }) => type === "isChildOf").map(({ from }) => from));
  const main = new Map<string, string>();
  const mainOf = (id: string): string => {
    let at = id;
    for (let next = main.get(at); next !== undefined; next = main.get(at)) at = next;
    return at;
  };
  const outside = new Map<string, string[]>();
  for (const { type, from, to } of associations) {
    if (type !== "isTranslationOf") continue;
    if (here.has(from) && here.has(to)) {
      const [one, other] = [mainOf(from), mainOf(to)];
      if (one === other) continue;
      const keepsOther = placed.has(other) && !placed.has(one);
      main.set(keepsOther ? one : other, keepsOther ? other : one);
    } else {
      const inside = here.has(from) ? from : to;
      outside.set(inside, [...(outside.get(inside) ?? []), inside === from ? to : from]);
    }
  }
  return { mainOf, outside };
}

type Around = { readonly associations: readonly Association[]; readonly documentIds: ReadonlySet<string>; readonly merged: Merged; readonly levels: CaseLevels; readonly language: string };

const relations: Readonly<Record<string, LooseLink["relation"]>> = { exactMatchOf: "exact", isRelatedTo: "related", isPeerOf: "related", isPartOf: "part-of", precedes: "precedes", replacedBy: "replaced-by", exemplar: "exemplar", hasSkillLevel: "skill-level" };

function nodesFrom(items: readonly Fields[], { associations, documentIds, merged, levels, language }: Around, notes: Notes): LooseNode[] {
  const { mainOf, outside } = merged;
  const known = new Set(items.map((item) => mainOf(textOf(item, "identifier"))));
  const parents = new Map<string, { id: string | null; order: number | null }>();
  const links = new Map<string, LooseLink[]>();
  const linked = (id: string, link: LooseLink) => void links.set(id, [...(links.get(id) ?? []), link]);
  for (const { type, from, to, toUri, toTitle, order } of associations) {
    const [child, target] = [mainOf(from), mainOf(to)];
    if (!known.has(child) || type === "isTranslationOf") continue;
    const inside = known.has(target);
    const link: LooseLink = { relation: type === "isChildOf" ? "part-of" : (relations[type] ?? "other"), ...(inside ? { key: target } : { address: toUri || to }), ...(toTitle ? { title: toTitle } : {}) };
    if (type !== "isChildOf") linked(child, link);
    else if (documentIds.has(to) || documentIds.has(toUri)) {
      if (!parents.has(child)) parents.set(child, { id: null, order });
    } else if (!inside) linked(child, link);
    else if (!parents.has(child) || parents.get(child)!.id === null) parents.set(child, { id: target, order });
    else if (parents.get(child)!.id !== target) {
      repaired(notes, "second-parent", child, target);
      linked(child, link);
    }
  }
  const nodes = new Map<string, LooseNode>();
  const twice: LooseNode[] = [];
  for (const item of items) {
    const own = textOf(item, "identifier");
    const id = mainOf(own);
    const tag = languageTag(textOf(item, "language")) ?? language;
    const { title, description } = wordsFrom(item, tag);
    const earlier = nodes.get(id);
    if (earlier && own !== id) {
      if (title.size > 0 && [...title.keys()].every((each) => earlier.title.has(each))) lost(notes, "second-text", id);
      nodes.set(id, { ...earlier, title: joinWords(earlier.title, title), description: joinWords(earlier.description, description), levels: joinLevels(earlier.levels, levels.of(own, tag)) });
      continue;
    }
    const parent = parents.get(id);
    if (!parent && associations.length > 0) repaired(notes, "no-place", id);
    const node = looseNode(id, title, { description, code: textOf(item, "humanCodingScheme"), parent: parent?.id ?? null, order: parent?.order ?? null, kind: textOf(item, "CFItemType") || textOf(fieldOf(item, "CFItemTypeURI"), "title"), levels: levels.of(own, tag), links: links.get(id) ?? [], aliases: outside.get(own) ?? [] });
    if (earlier || id === "") twice.push(node);
    else nodes.set(id, node);
  }
  return [...nodes.values(), ...twice];
}

function joinLevels(first: LooseNode["levels"], second: LooseNode["levels"]): LooseNode["levels"] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  return first.map((level) => {
    const other = second.find(({ step }) => step === level.step);
    return other ? { ...level, statement: joinWords(level.statement, other.statement), ...(other.nextStep ? { nextStep: joinWords(level.nextStep ?? noWords, other.nextStep) } : {}) } : level;
  });
}

/** The short statement is the title and the full one the description; without a short one the full one is the title. */
function wordsFrom(item: Fields, tag: string): { title: Words; description: Words } {
  const [full, short, notes] = [textOf(item, "fullStatement"), textOf(item, "abbreviatedStatement"), textOf(item, "notes")];
  const described = [short !== "" && short.trim() !== full.trim() ? full : "", notes].filter((text) => text.trim() !== "").join("\n\n");
  return { title: wordsOf(short || full || textOf(item, "alternativeLabel"), tag), description: wordsOf(described, tag) };
}

function factsOf(document: unknown, found: Fields): LooseFramework["facts"] {
  const licence = fieldOf(document, "licenseURI");
  const definition = listOf(fieldOf(found, "CFDefinitions"), "CFLicenses").find((each) => !isFields(licence) || textOf(each, "identifier") === textOf(licence, "identifier"));
  const said = [textOf(definition, "title") || textOf(licence, "title"), textOf(definition, "licenseText")].filter((text) => text !== "");
  const day = textOf(document, "statusStartDate") || textOf(document, "lastChangeDateTime");
  const official = textOf(document, "officialSourceURL");
  return { ...noFacts, language: textOf(document, "language") || null, version: textOf(document, "version") || null, publisher: textOf(document, "publisher") || textOf(document, "creator") || null, licence: said.join(" ") || (typeof licence === "string" ? licence : null), address: official || null, year: Number(/^(\d{4})-/.exec(day)?.[1] ?? Number.NaN) || null };
}

/** Fields of items that a framework has no place for, by name and once. */
const unread = ["educationLevel", "educationalLevel", "conceptKeywords", "subject", "listEnumeration", "statusEndDate", "extensions"];

function noteUnread(items: readonly Fields[], document: unknown, notes: Notes): void {
  const filled = (item: unknown, name: string) => textOf(item, name) !== "" || textsOf(fieldOf(item, name)).length > 0 || (isFields(fieldOf(item, name)) && Object.keys(fieldOf(item, name) as object).length > 0);
  const names = [...unread.filter((name) => items.some((item) => filled(item, name))), ...["adoptionStatus", "subject"].filter((name) => filled(document, name)).map((name) => `CFDocument.${name}`)];
  if (names.length > 0) lost(notes, "fields", wholeFile, names.join(", "));
}
