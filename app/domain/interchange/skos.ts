import { accepted, looseNode, noFacts, refused, type LooseFramework, type LooseLink, type LooseNode, type LooseStep, type Notes, type Read, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { namespaces, type Triple } from "#app/domain/interchange/triples.ts";

const skos = (name: string) => `${namespaces["skos"]}${name}`;
const dct = (name: string) => `${namespaces["dct"]}${name}`;
const type = `${namespaces["rdf"]}type`;

/** What is said about things: by thing, by property, in the order of the file. */
type Said = { readonly subjects: ReadonlyMap<string, ReadonlyMap<string, readonly Triple[]>>; readonly of: (subject: string, ...properties: string[]) => readonly Triple[] };

function saidIn(triples: readonly Triple[]): Said {
  const subjects = new Map<string, Map<string, Triple[]>>();
  for (const triple of triples) {
    const about = subjects.get(triple.subject) ?? new Map<string, Triple[]>();
    subjects.set(triple.subject, about);
    const same = about.get(triple.property);
    if (same) same.push(triple);
    else about.set(triple.property, [triple]);
  }
  return { subjects, of: (subject, ...properties) => properties.flatMap((property) => subjects.get(subject)?.get(property) ?? []) };
}

/** True when there is a concept of SKOS among the statements. */
export function isSkos(triples: readonly Triple[]): boolean {
  return triples.some(({ property, value }) => (property === type && (value === skos("Concept") || value === skos("ConceptScheme"))) || property === skos("prefLabel"));
}

/** Reads a concept scheme: labels in every language, broader and narrower as the tree, matches as links, an ordered collection as the scale. */
export function readSkos(triples: readonly Triple[], file: string, notes: Notes): Read<LooseFramework> {
  const said = saidIn(triples);
  const typed = (name: string) => [...said.subjects.keys()].filter((subject) => said.of(subject, type).some(({ value }) => value === skos(name)));
  const schemes = typed("ConceptScheme");
  const levels = scaleIn(said, typed("OrderedCollection"));
  const collections = new Set([...typed("Collection"), ...typed("OrderedCollection")]);
  const described = [...said.subjects.keys()].filter((subject) => !schemes.includes(subject) && !collections.has(subject) && (said.of(subject, type).some(({ value }) => value === skos("Concept")) || said.of(subject, skos("prefLabel"), skos("broader"), skos("topConceptOf")).length > 0));
  const concepts = described.filter((subject) => !levels.members.has(subject));
  if (concepts.length === 0) return refused(file, "Er staat geen enkel begrip (skos:Concept) in dit bestand.", "There is not a single concept (skos:Concept) in this file.");
  const scheme = mainScheme(said, schemes, concepts);
  if (schemes.length > 1) lost(notes, "more-frameworks", file, [...labelOf(said, scheme ?? "").values()][0] ?? scheme ?? "");
  const chosen = schemes.length > 1 ? concepts.filter((concept) => isIn(said, concept, scheme!) || !schemes.some((other) => isIn(said, concept, other))) : concepts;
  const nodes = nodesOf(said, chosen, notes);
  noteUnread(said, chosen, [...collections].filter((each) => each !== levels.collection).length, notes);
  const about = (...properties: string[]) => (scheme ? (said.of(scheme, ...properties)[0]?.value ?? null) : null);
  const year = /\b(19|20)\d\d\b/.exec(about(dct("issued"), dct("modified"), dct("date"), dct("created"), "http://purl.org/dc/elements/1.1/date") ?? "")?.[0];
  return accepted({
    format: "skos",
    title: scheme ? labelOf(said, scheme) : new Map(),
    description: scheme ? textsOf(said, scheme, dct("description"), skos("definition"), skos("scopeNote"), "http://purl.org/dc/elements/1.1/description", `${namespaces["rdfs"]}comment`) : new Map(),
    facts: { ...noFacts, language: about(dct("language"), "http://purl.org/dc/elements/1.1/language"), version: about(`${namespaces["owl"]}versionInfo`, dct("hasVersion")), publisher: nameOf(said, about(dct("publisher"), dct("creator"), "http://purl.org/dc/elements/1.1/publisher", "http://purl.org/dc/elements/1.1/creator")), licence: about(dct("license"), dct("rights"), "http://purl.org/dc/elements/1.1/rights"), address: scheme, year: year ? Number(year) : null },
    nodes,
    scale: levels.steps,
    answers: null,
    layers: [],
    markdown: false,
    byCode: true,
  });
}

function textsOf(said: Said, subject: string, ...properties: string[]): Words {
  const found = new Map<string, string>();
  for (const property of properties) for (const { value, language, literal } of said.of(subject, property)) if (literal && value.trim() !== "" && !found.has(language)) found.set(language, value);
  return found;
}

/** The preferred labels; those of SKOS-XL are things of their own. */
function labelOf(said: Said, subject: string): Words {
  const plain = textsOf(said, subject, skos("prefLabel"), dct("title"), "http://purl.org/dc/elements/1.1/title", `${namespaces["rdfs"]}label`);
  if (plain.size > 0) return plain;
  const found = new Map<string, string>();
  for (const { value } of said.of(subject, `${namespaces["skosxl"]}prefLabel`)) for (const [tag, text] of textsOf(said, value, `${namespaces["skosxl"]}literalForm`)) if (!found.has(tag)) found.set(tag, text);
  return found.size > 0 ? found : textsOf(said, subject, skos("altLabel"));
}

/** An organisation is often a thing with a name of its own; without one its address would say little. */
function nameOf(said: Said, value: string | null): string | null {
  if (value === null || !/^(https?:|urn:|_:)/.test(value)) return value;
  return [...textsOf(said, value, "http://xmlns.com/foaf/0.1/name", `${namespaces["rdfs"]}label`, skos("prefLabel"), `${namespaces["schema"]}name`).values()][0] ?? (value.startsWith("_:") ? null : value);
}

const isIn = (said: Said, concept: string, scheme: string) => said.of(concept, skos("inScheme"), skos("topConceptOf")).some(({ value }) => value === scheme) || said.of(scheme, skos("hasTopConcept")).some(({ value }) => value === concept);

function mainScheme(said: Said, schemes: readonly string[], concepts: readonly string[]): string | null {
  if (schemes.length < 2) return schemes[0] ?? null;
  const counts = new Map<string, number>();
  for (const concept of concepts) for (const { value } of said.of(concept, skos("inScheme"), skos("topConceptOf"))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...schemes].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0]!;
}

const matches: Readonly<Record<string, LooseLink["relation"]>> = { exactMatch: "exact", closeMatch: "close", broadMatch: "broader", narrowMatch: "narrower", relatedMatch: "related", related: "related" };

function nodesOf(said: Said, concepts: readonly string[], notes: Notes): LooseNode[] {
  const here = new Set(concepts);
  const parents = new Map<string, string>();
  const links = new Map<string, LooseLink[]>(concepts.map((concept) => [concept, []]));
  const place = (child: string, parent: string) => {
    if (!here.has(parent)) links.get(child)?.push({ relation: "broader", address: parent });
    else if (!here.has(child)) links.get(parent)!.push({ relation: "narrower", address: child });
    else if (!parents.has(child)) parents.set(child, parent);
    else if (parents.get(child) !== parent) {
      repaired(notes, "second-parent", child, parent);
      links.get(child)!.push({ relation: "broader", key: parent });
    }
  };
  for (const concept of concepts) {
    for (const { value } of said.of(concept, skos("broader"))) place(concept, value);
    for (const { value } of said.of(concept, skos("narrower"))) place(value, concept);
    for (const [name, relation] of Object.entries(matches)) for (const { value } of said.of(concept, skos(name))) links.get(concept)!.push(here.has(value) ? { relation, key: value } : { relation, address: value });
    for (const { value } of said.of(concept, dct("isReplacedBy"))) links.get(concept)!.push({ relation: "replaced-by", address: value });
  }
  const ids = new Map<string, number>();
  const ending = (iri: string) => (iri.startsWith("_:") ? "" : decoded(iri.replace(/[/#]+$/, "").replace(/^.*[/#:]/, "")));
  for (const concept of concepts) ids.set(ending(concept), (ids.get(ending(concept)) ?? 0) + 1);
  return concepts.map((concept) => {
    const code = said.of(concept, skos("notation"), dct("identifier"))[0]?.value ?? "";
    const id = ids.get(ending(concept)) === 1 ? ending(concept) : code || (concept.startsWith("_:") ? "" : concept);
    return looseNode(concept, labelOf(said, concept), { id, code, description: textsOf(said, concept, skos("definition"), dct("description"), skos("scopeNote"), `${namespaces["rdfs"]}comment`), parent: parents.get(concept) ?? null, links: links.get(concept)! });
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An ordered collection of things that stand nowhere in the tree is the scale, lowest first. */
function scaleIn(said: Said, collections: readonly string[]): { steps: readonly LooseStep[] | null; members: ReadonlySet<string>; collection: string | null } {
  for (const collection of collections) {
    const members = membersOf(said, collection);
    const apart = members.length > 1 && members.every((member) => labelOf(said, member).size > 0 && said.of(member, skos("broader"), skos("narrower"), skos("topConceptOf")).length === 0);
    if (apart) return { steps: members.map((member) => ({ code: said.of(member, skos("notation"))[0]?.value ?? "", title: labelOf(said, member), description: textsOf(said, member, skos("definition"), skos("scopeNote")) })), members: new Set(members), collection };
  }
  return { steps: null, members: new Set(), collection: null };
}

function membersOf(said: Said, collection: string): string[] {
  const listed = said.of(collection, skos("memberList"));
  if (listed.length !== 1 || said.of(listed[0]!.value, `${namespaces["rdf"]}first`).length === 0) return [...listed, ...said.of(collection, skos("member"))].map(({ value }) => value);
  const members: string[] = [];
  const seen = new Set<string>();
  for (let at = listed[0]!.value; !seen.has(at); at = said.of(at, `${namespaces["rdf"]}rest`)[0]?.value ?? at) {
    seen.add(at);
    members.push(...said.of(at, `${namespaces["rdf"]}first`).map(({ value }) => value));
  }
  return members;
}

function noteUnread(said: Said, concepts: readonly string[], collections: number, notes: Notes): void {
  const names = ["altLabel", "hiddenLabel", "example", "changeNote", "editorialNote", "historyNote", "note"].filter((name) => concepts.some((concept) => said.of(concept, skos(name)).length > 0));
  if (names.length > 0) lost(notes, "fields", wholeFile, names.map((name) => `skos:${name}`).join(", "));
  if (collections > 0) lost(notes, "other-parts", wholeFile, `${collections} × skos:Collection`);
}
