import { Parser } from "n3";
import { languageTag } from "#app/domain/interchange/language.ts";
import { accepted, refused, type Read } from "#app/domain/interchange/loose.ts";

/** A statement about something: subject, property (whole address), and a thing or a text. */
export type Triple = { readonly subject: string; readonly property: string; readonly value: string; readonly language: string; readonly literal: boolean };

export const mostTriples = 200_000;

export const namespaces: Readonly<Record<string, string>> = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  skosxl: "http://www.w3.org/2008/05/skos-xl#",
  dct: "http://purl.org/dc/terms/",
  dcterms: "http://purl.org/dc/terms/",
  dc: "http://purl.org/dc/elements/1.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  schema: "http://schema.org/",
};

/** Reads Turtle, TriG, N-Triples or N-Quads. */
export function triplesFromTurtle(text: string, file: string): Read<readonly Triple[]> {
  const found: Triple[] = [];
  try {
    for (const { subject, predicate, object } of new Parser({ baseIRI: "urn:file:" }).parse(text)) {
      if (found.length >= mostTriples) return tooMany(file);
      found.push({ subject: subject.value, property: predicate.value, value: object.value, literal: object.termType === "Literal", language: object.termType === "Literal" ? (languageTag(object.language) ?? "") : "" });
    }
    return accepted(found);
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "1";
    return refused(`${file}, line ${line}`, `Dit bestand is geen Turtle dat klopt: regel ${line} kan niet gelezen worden.`, `This file is no Turtle that holds: line ${line} cannot be read.`);
  }
}

/** More than any framework has; a whole thesaurus does. */
export const tooMany = (file: string) => refused(file, `Dit bestand bevat meer dan ${mostTriples} uitspraken (triples). Houd alleen het raamwerk over.`, `This file holds more than ${mostTriples} statements (triples). Keep only the framework.`);
