import type { LinkURI } from "#app/domain/interchange/to-case-model.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { onOneLine, spokenIn, type ExportSource } from "#app/domain/interchange/export-source.ts";
import type { Framework, FrameworkNode, Objective } from "#app/domain/framework/framework.ts";
import type { Language } from "#app/domain/text.ts";

/** Where the CASE service stands, after the public address. */
export const casePath = "/ims/case/v1p1";

/** Everything in a package of CASE has an id and an address; this makes them, the same ones every time. */
export type CaseFrame = {
  readonly source: ExportSource;
  /** The language the tree is in; the others hang on it as translations. */
  readonly main: Language;
  readonly spoken: readonly Language[];
  /** An object of this document: id, address and date. */
  readonly named: (collection: string, ...name: readonly string[]) => { identifier: string; uri: string; lastChangeDateTime: string };
  readonly link: (title: string, collection: string, ...name: readonly string[]) => LinkURI;
};

/** How the parts of a document are called; a UUID is made of the name, so these are for ever. */
export const itemName = (nodeId: string, language: Language) => ["item", nodeId, language] as const;
export const objectiveName = (nodeId: string, code: string, language: Language) => ["objective", nodeId, code, language] as const;

/**
 * Ids are made of slug, version and node id: they are the same on every installation and in every export of this version.
 * A next version has other ids, because in CASE an item belongs to one document; `replacedBy` ties them.
 */
export function caseFrame(source: ExportSource): CaseFrame {
  const { framework } = source;
  const spoken = spokenIn(framework);
  const named: CaseFrame["named"] = (collection, ...name) => {
    const identifier = caseId(source, framework, ...name);
    return { identifier, uri: caseUri(source, framework, collection, identifier), lastChangeDateTime: `${framework.reviewed}T00:00:00+00:00` };
  };
  const link: CaseFrame["link"] = (title, collection, ...name) => {
    const { identifier, uri } = named(collection, ...name);
    return { title: onOneLine(title), identifier, uri };
  };
  return { source, main: spoken[0]!, spoken, named, link };
}

/** The id of something in this document, or in another one of the library. No name: of the document itself. */
export function caseId({ framework, board, mint }: ExportSource, { slug, version }: Pick<Framework, "slug" | "version">, ...name: readonly string[]): string {
  // Only what has the slug of a board's own document can be that board's.
  const owner = board !== null && slug === framework.slug ? `${board}/` : "";
  return mint([`${owner}${slug}@${version}`, ...name].join("/"));
}

/** An address of the service where this installation has a public one that answers; else a URN, which promises nothing. */
export function caseUri({ framework, board, base }: ExportSource, of: Framework, collection: string, identifier: string): string {
  const isPublic = base !== null && mayLeave(of, false).ok && !(board !== null && of.slug === framework.slug);
  return isPublic ? `${base}${casePath}/${collection}/${identifier}` : `urn:uuid:${identifier}`;
}

/** Codes of objectives need not differ; a second one of the same code gets a number. */
export function objectivesOf({ objectives = [] }: FrameworkNode): { key: string; objective: Objective }[] {
  const seen = new Map<string, number>();
  return objectives.map((objective) => {
    const count = (seen.get(objective.code) ?? 0) + 1;
    seen.set(objective.code, count);
    return { key: count === 1 ? objective.code : `${objective.code}#${count}`, objective };
  });
}
