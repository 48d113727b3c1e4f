import { isFields, textsOf } from "#app/domain/interchange/json-fields.ts";
import { languageTag } from "#app/domain/interchange/language.ts";
import { accepted, type Read } from "#app/domain/interchange/loose.ts";
import { mostTriples, namespaces, tooMany, type Triple } from "#app/domain/interchange/triples.ts";

type Context = { readonly terms: ReadonlyMap<string, { id: string; language: string | null; container: string; iri: boolean; reverse: boolean }>; readonly vocab: string; readonly base: string; readonly language: string };

/** Reads JSON-LD: expanded, compacted or a graph, with the context that stands in it. Nothing is ever fetched. */
export function triplesFromJsonLd(json: unknown, file: string): Read<readonly Triple[]> {
  const found: Triple[] = [];
  let blanks = 0;
  const open: { node: Record<string, unknown>; id: string; context: Context }[] = [];
  const idFor = (node: Record<string, unknown>, context: Context): string => {
    const said = valueAt(node, "@id", context);
    return typeof said === "string" ? addressOf(said, context) : `_:b${(blanks += 1)}`;
  };
  const enter = (value: unknown, context: Context): void => {
    if (Array.isArray(value)) for (const each of value) enter(each, context);
    else if (isFields(value)) {
      const inner = contextOf(value["@context"], context);
      open.push({ node: value as Record<string, unknown>, id: idFor(value as Record<string, unknown>, inner), context: inner });
    }
  };
  enter(json, emptyContext);
  while (open.length > 0) {
    const { node, id, context } = open.pop()!;
    for (const [key, value] of Object.entries(node)) {
      if (key === "@context") continue;
      const term = context.terms.get(key);
      const name = term?.id ?? key;
      if (name === "@graph" || name === "@included") enter(value, context);
      else if (name === "@type") for (const type of textsOf(value)) found.push({ subject: id, property: `${namespaces["rdf"]}type`, value: propertyOf(type, context), literal: false, language: "" });
      else if (!name.startsWith("@")) {
        const property = propertyOf(key, context);
        for (const each of valuesOf(value, term?.container ?? "", term?.language ?? context.language)) {
          if (isFields(each.value) && !("@value" in each.value)) {
            const inner = contextOf(each.value["@context"], context);
            const inside = each.value as Record<string, unknown>;
            const target = idFor(inside, inner);
            if (Object.keys(inside).length > 1 || target.startsWith("_:")) open.push({ node: inside, id: target, context: inner });
            found.push(term?.reverse ? { subject: target, property, value: id, literal: false, language: "" } : { subject: id, property, value: target, literal: false, language: "" });
          } else {
            const text = isFields(each.value) ? each.value["@value"] : each.value;
            const language = isFields(each.value) ? (languageTag(String(each.value["@language"] ?? "")) ?? "") : (languageTag(each.language) ?? "");
            if (typeof text !== "string" && typeof text !== "number" && typeof text !== "boolean") continue;
            const address = term?.iri === true || (typeof text === "string" && !isFields(each.value) && linking.has(property) && /^(https?:|urn:|_:|[\w-]+:[^\s/])/.test(text));
            found.push(address ? { subject: id, property, value: addressOf(String(text), context), literal: false, language: "" } : { subject: id, property, value: String(text), literal: true, language });
          }
        }
      }
      if (found.length > mostTriples) return tooMany(file);
    }
  }
  return accepted(found);
}

/** Properties whose values are things, also where a context that we cannot fetch would have said so. */
const linking = new Set(["broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "member"].map((name) => `${namespaces["skos"]}${name}`));
const skosNames = new Set(["Concept", "ConceptScheme", "Collection", "OrderedCollection", "prefLabel", "altLabel", "hiddenLabel", "notation", "definition", "scopeNote", "example", "note", "changeNote", "broader", "narrower", "broaderTransitive", "narrowerTransitive", "related", "inScheme", "topConceptOf", "hasTopConcept", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "member", "memberList"]);
// What nearly every context says, and what one that we cannot fetch will have said.
const keyword = (id: string) => ({ id, language: null, container: "", iri: false, reverse: false });
const emptyContext: Context = { terms: new Map([["id", keyword("@id")], ["type", keyword("@type")], ["graph", keyword("@graph")]]), vocab: "", base: "", language: "" };

function contextOf(said: unknown, around: Context): Context {
  if (said === undefined || said === null) return around;
  let { vocab, base, language } = around;
  const terms = new Map(around.terms);
  for (const part of Array.isArray(said) ? said : [said]) {
    if (!isFields(part)) continue;
    if (typeof part["@vocab"] === "string") vocab = part["@vocab"];
    if (typeof part["@base"] === "string") base = part["@base"];
    if (typeof part["@language"] === "string") language = part["@language"];
    for (const [name, value] of Object.entries(part)) {
      if (name.startsWith("@")) continue;
      if (typeof value === "string") terms.set(name, { id: value, language: null, container: "", iri: false, reverse: false });
      else if (isFields(value)) {
        const reverse = typeof value["@reverse"] === "string";
        const id = reverse ? (value["@reverse"] as string) : typeof value["@id"] === "string" ? value["@id"] : name;
        terms.set(name, { id, language: typeof value["@language"] === "string" ? value["@language"] : null, container: [value["@container"]].flat().filter((each) => typeof each === "string").join(" "), iri: value["@type"] === "@id" || value["@type"] === "@vocab", reverse });
      }
    }
  }
  return { terms, vocab, base, language };
}

const valueAt = (node: Record<string, unknown>, name: string, { terms }: Context): unknown => node[name] ?? Object.entries(node).find(([key]) => terms.get(key)?.id === name)?.[1];

/** The whole address of a property or type; a bare word that SKOS has is SKOS's. */
function propertyOf(name: string, context: Context, deep = 0): string {
  const term = context.terms.get(name);
  if (term && term.id !== name && deep < 5) return propertyOf(term.id, context, deep + 1);
  const [prefix = "", ...rest] = name.split(":");
  if (rest.length > 0 && !name.includes("://")) {
    const space = context.terms.get(prefix)?.id ?? namespaces[prefix.toLowerCase()];
    return space ? `${space}${rest.join(":")}` : name;
  }
  if (name.includes(":")) return name;
  if (context.vocab !== "") return `${context.vocab}${name}`;
  return skosNames.has(name) ? `${namespaces["skos"]}${name}` : `${namespaces["dct"]}${name}`;
}

function addressOf(text: string, context: Context): string {
  const [prefix = "", ...rest] = text.split(":");
  const space = rest.length > 0 && !rest[0]!.startsWith("//") ? context.terms.get(prefix)?.id : undefined;
  if (space) return `${space}${rest.join(":")}`;
  return rest.length > 0 || text.startsWith("_:") ? text : `${context.base}${text}`;
}

/** One by one, out of lists, sets and maps by language. */
function valuesOf(value: unknown, container: string, language: string): { value: unknown; language: string }[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, container, language));
  if (!isFields(value)) return value === null || value === undefined ? [] : [{ value, language }];
  const list = value["@list"] ?? value["@set"];
  if (Array.isArray(list)) return list.flatMap((each) => valuesOf(each, "", language));
  const byLanguage = container.includes("@language") || (Object.keys(value).length > 0 && Object.entries(value).every(([key, text]) => /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(key) && (typeof text === "string" || Array.isArray(text))));
  if (byLanguage) return Object.entries(value).flatMap(([tag, text]) => valuesOf(text, "", tag === "@none" ? "" : tag));
  if (container.includes("@index") || container.includes("@id")) return Object.values(value).flatMap((each) => valuesOf(each, "", language));
  return [{ value, language }];
}
