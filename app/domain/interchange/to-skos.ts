import { endOf, inverse, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import type { Framework, FrameworkNode, NodeLink } from "#app/domain/framework/framework.ts";
import { versionBefore } from "#app/domain/framework/upgrade.ts";
import { asUri } from "#app/domain/interchange/export-uri.ts";
import { mainScale, onOneLine, outlineOf, spokenIn, type ExportSource, type Outlined } from "#app/domain/interchange/export-source.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** What is said of a thing: another thing, a text with or without a language, or a list of things in order. */
export type RdfValue = { readonly iri: string } | { readonly text: string; readonly language?: Language } | { readonly list: readonly string[] };
/** A thing with all that is said of it; properties carry a prefix of `prefixes`. */
export type RdfThing = { readonly iri: string; readonly type: string; readonly said: readonly (readonly [property: string, values: readonly RdfValue[]])[] };

export const prefixes = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  dct: "http://purl.org/dc/terms/",
  owl: "http://www.w3.org/2002/07/owl#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
} as const;

type Names = { readonly of: (framework: Pick<Framework, "slug">, ...parts: readonly string[]) => string; readonly scheme: (framework: Pick<Framework, "slug" | "version">) => string };

/**
 * A URN, because nothing answers under an address of ours: the same on every installation. A concept keeps its name in every version
 * (`inScheme` says in which it stands); a scheme is a version.
 */
function namesIn({ framework, board }: ExportSource): Names {
  const part = (text: string) => encodeURIComponent(text);
  const owner = (slug: string) => (board !== null && slug === framework.slug ? `board:${board}:` : "");
  return {
    of: ({ slug }, ...parts) => `urn:x-groeikompas:${owner(slug)}${[slug, ...parts].map(part).join(":")}`,
    scheme: ({ slug, version }) => `urn:x-groeikompas:scheme:${owner(slug)}${part(slug)}:${part(version)}`,
  };
}

/** A framework as SKOS: a scheme per version, a concept per node, the levels as an ordered collection. */
export function toSkos(source: ExportSource): RdfThing[] {
  const names = namesIn(source);
  const { framework } = source;
  const say = sayerOf(framework);
  return [schemeOf(source, names, say), ...outlineOf(framework).map((one) => conceptOf(source, names, say, one)), ...levelThings(framework, names, say)];
}

type Say = (text: Text) => RdfValue[];
const sayerOf = (framework: Framework): Say => (text) => spokenIn(framework).map((language) => ({ text: text[language], language }));
const lineIn = (say: Say): Say => (text) => say({ nl: onOneLine(text.nl), en: onOneLine(text.en) });

function schemeOf({ framework, library }: ExportSource, names: Names, say: Say): RdfThing {
  const { source, licence } = framework;
  const before = versionBefore(framework, library.filter(({ slug }) => slug === framework.slug));
  return {
    iri: names.scheme(framework),
    type: "skos:ConceptScheme",
    said: [
      ["dct:title", lineIn(say)(framework.title)],
      ["dct:description", say(framework.description)],
      ["owl:versionInfo", [{ text: framework.version }]],
      ["dct:issued", [{ text: framework.reviewed }]],
      ["dct:publisher", [{ text: source.publisher }]],
      ["dct:bibliographicCitation", [{ text: source.citation }]],
      ...(source.url ? ([["dct:source", [{ iri: asUri(source.url) }]]] as const) : []),
      ...(licence.url ? ([["dct:license", [{ iri: asUri(licence.url) }]]] as const) : []),
      ["dct:rights", [{ text: licence.name }, ...say(licence.note)]],
      ["skos:note", [...say(framework.attribution), ...say(framework.endorsement)]],
      ["skos:changeNote", say(framework.changes)],
      ...(before ? ([["dct:replaces", [{ iri: names.scheme(before) }]]] as const) : []),
      ...(framework.derivedFrom ? ([["dct:isVersionOf", [{ iri: names.scheme(framework.derivedFrom) }]]] as const) : []),
      ["skos:hasTopConcept", framework.nodes.map(({ id }) => ({ iri: names.of(framework, id) }))],
    ],
  };
}

function conceptOf(source: ExportSource, names: Names, say: Say, { node, parent }: Outlined): RdfThing {
  const { framework } = source;
  const iri = (id: string) => ({ iri: names.of(framework, id) });
  const narrower = (node.children ?? []).map(({ id }) => iri(id));
  const step = framework.progression?.levels.find(({ code }) => code === node.progression);
  return {
    iri: names.of(framework, node.id),
    type: "skos:Concept",
    said: [
      ["skos:inScheme", [{ iri: names.scheme(framework) }]],
      ["skos:notation", [{ text: node.code }]],
      ["skos:prefLabel", lineIn(say)(node.title)],
      ["skos:definition", say(node.description)],
      ...(step ? ([["skos:scopeNote", say(step.title)]] as const) : []),
      // What makes up a competence is no narrower competence.
      ["skos:note", (node.objectives ?? []).flatMap(({ statement }) => say(statement))],
      parent ? ["skos:broader", [iri(parent.id)]] : ["skos:topConceptOf", [{ iri: names.scheme(framework) }]],
      ...(narrower.length > 0 ? ([["skos:narrower", narrower]] as const) : []),
      ...matchesOf(source, names, node),
      ...linksOf(framework, names, node),
    ],
  };
}

/** The levels stand outside the tree: they are steps to answer on, and no competences. */
function levelThings(framework: Framework, names: Names, say: Say): RdfThing[] {
  const { scale } = mainScale(framework);
  if (!scale) return [];
  // "level" alone could be the id of a node.
  const iri = (code: string) => names.of(framework, "scale", scale.id, code);
  return [
    { iri: names.of(framework, "scale", scale.id), type: "skos:OrderedCollection", said: [["skos:prefLabel", lineIn(say)(scale.title)], ["skos:memberList", [{ list: scale.levels.map(({ code }) => iri(code)) }]]] },
    ...scale.levels.map(({ code, title, description }): RdfThing => ({ iri: iri(code), type: "skos:Concept", said: [["skos:notation", [{ text: code }]], ["skos:prefLabel", lineIn(say)(title)], ["skos:definition", say(description)]] })),
  ];
}

/** Relations of the crosswalks as matches, said from this side. */
function matchesOf({ framework, crosswalks, library }: ExportSource, names: Names, node: FrameworkNode): [string, RdfValue[]][] {
  const found = new Map<string, RdfValue[]>();
  for (const crosswalk of crosswalks) {
    for (const { skos, target } of relationsOf(crosswalk, framework, node)) {
      const { framework: slug, competenceId } = endOf(target);
      if (library.some((each) => each.slug === slug)) found.set(skos, [...(found.get(skos) ?? []), { iri: names.of({ slug }, competenceId) }]);
    }
  }
  return [...found];
}

function relationsOf({ relations }: Crosswalk, { slug }: Framework, { id }: FrameworkNode): Relation[] {
  const end = `${slug}:${id}`;
  return relations.flatMap((relation) => (relation.source === end ? [relation] : relation.target === end ? [inverse(relation)] : []));
}

const linkProperties = { exact: "skos:exactMatch", close: "skos:closeMatch", broader: "skos:broadMatch", narrower: "skos:narrowMatch", related: "skos:relatedMatch", "part-of": "dct:isPartOf", precedes: "dct:relation", "replaced-by": "dct:isReplacedBy", exemplar: "rdfs:seeAlso", "skill-level": "dct:relation", other: "rdfs:seeAlso" } as const satisfies Record<NodeLink["relation"], string>;

function linksOf(framework: Framework, names: Names, { links = [] }: FrameworkNode): [string, RdfValue[]][] {
  const found = new Map<string, RdfValue[]>();
  for (const { relation, target } of links) {
    const inside = target.startsWith("#");
    const property = inside && relation === "related" ? "skos:related" : linkProperties[relation];
    found.set(property, [...(found.get(property) ?? []), { iri: inside ? names.of(framework, target.slice(1)) : asUri(target) }]);
  }
  return [...found];
}
