import { createHash } from "node:crypto";
import { answerCaseQuery, linksOf, readCaseQuery, type CaseFault } from "#app/domain/interchange/case-query.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { casePath } from "#app/domain/interchange/to-case-frame.ts";
import type { CasePackage, LinkURI } from "#app/domain/interchange/to-case-model.ts";
import { toCase } from "#app/domain/interchange/to-case.ts";
import { exportSource } from "#app/services/export.server.ts";
import { library } from "#app/services/frameworks.server.ts";

/** The collections of CASE 1.1 that can be asked for by id. */
const collections = ["CFDocuments", "CFPackages", "CFItems", "CFItemAssociations", "CFAssociations", "CFAssociationGroupings", "CFConcepts", "CFItemTypes", "CFLicenses", "CFRubrics", "CFSubjects"] as const;
type Collection = (typeof collections)[number];

/** What is answered: a text with its hash, or CASE's word for why not. Addresses in it begin at this installation's own. */
export type CaseAnswer = { readonly ok: true; readonly body: string; readonly etag: string; readonly headers?: Readonly<Record<string, string>> } | { readonly ok: false; readonly fault: CaseFault; readonly reason: string };

type Coded = { readonly hierarchyCode: string };
/** All public frameworks by collection and id. Addresses in it are paths; they become whole when they are sent. */
type Shelf = { readonly objects: ReadonlyMap<Collection, ReadonlyMap<string, () => object>>; readonly documents: readonly object[]; readonly closed: ReadonlySet<string> };
let kept: Shelf | null = null;
const texts = new Map<string, string>();

/** Every framework that ships with the product and may leave, made once per process: files do not change while it runs. */
function shelf(): Shelf {
  if (kept) return kept;
  const objects = new Map<Collection, Map<string, () => object>>(collections.map((name) => [name, new Map()]));
  const documents: object[] = [];
  const closed = new Set<string>();
  for (const framework of library().frameworks) {
    const made = toCase(exportSource(framework, library(), { board: null, base: "" }));
    if (mayLeave(framework, false).ok) documents.push(fill(objects, made));
    else for (const id of idsIn(made)) closed.add(id);
  }
  return (kept = { objects, documents, closed });
}

/** Puts the parts of a package on the shelf in their stand-alone form; returns the document in its own. */
function fill(objects: ReadonlyMap<Collection, Map<string, () => object>>, made: CasePackage): object {
  const { CFDocument, CFItems, CFAssociations, CFDefinitions, CFRubrics } = made;
  const put = (collection: Collection, id: string, object: () => object) => void objects.get(collection)!.set(id, object);
  const inDocument: { CFDocumentURI: LinkURI } = { CFDocumentURI: { title: CFDocument.title, identifier: CFDocument.identifier, uri: CFDocument.uri } };
  const document = { ...CFDocument, CFPackageURI: { title: CFDocument.title, identifier: CFDocument.identifier, uri: `${casePath}/CFPackages/${CFDocument.identifier}` } };
  put("CFDocuments", CFDocument.identifier, () => document);
  put("CFPackages", CFDocument.identifier, () => made);
  for (const item of CFItems) {
    put("CFItems", item.identifier, () => ({ ...item, ...inDocument }));
    put("CFItemAssociations", item.identifier, () => ({ CFItem: { ...item, ...inDocument }, CFAssociations: CFAssociations.filter(({ originNodeURI, destinationNodeURI }) => [originNodeURI.identifier, destinationNodeURI.identifier].includes(item.identifier)) }));
  }
  for (const association of CFAssociations) put("CFAssociations", association.identifier, () => ({ ...association, ...inDocument }));
  for (const each of CFDefinitions.CFAssociationGroupings ?? []) put("CFAssociationGroupings", each.identifier, () => each);
  for (const each of CFDefinitions.CFLicenses) put("CFLicenses", each.identifier, () => each);
  for (const each of CFRubrics) put("CFRubrics", each.identifier, () => each);
  // These come with what stands under them by their code.
  const under = <T extends Coded>(all: readonly T[], { hierarchyCode }: T) => all.filter((each) => each.hierarchyCode === hierarchyCode || each.hierarchyCode.startsWith(`${hierarchyCode}.`));
  for (const each of CFDefinitions.CFItemTypes) put("CFItemTypes", each.identifier, () => ({ CFItemTypes: under(CFDefinitions.CFItemTypes, each) }));
  for (const each of CFDefinitions.CFConcepts ?? []) put("CFConcepts", each.identifier, () => ({ CFConcepts: under(CFDefinitions.CFConcepts!, each) }));
  return document;
}

function idsIn({ CFDocument, CFItems, CFAssociations, CFDefinitions, CFRubrics }: CasePackage): string[] {
  return [CFDocument, ...CFItems, ...CFAssociations, ...CFRubrics, ...Object.values(CFDefinitions).flat()].map(({ identifier }) => identifier);
}

/** The list of documents, or the part of it that was asked for. */
export function caseDocuments(address: URL): CaseAnswer {
  const { documents } = shelf();
  const read = readCaseQuery(address.searchParams, new Set(documents.flatMap((each) => Object.keys(each))));
  if (!read.ok) return read;
  const { found, total } = answerCaseQuery(documents, read.query);
  return sent(JSON.stringify({ CFDocuments: found }), address, { "X-Total-Count": String(total), Link: linksOf(address, read.query, total) });
}

/** One object by its collection and id. What has no licence that allows it is said to be there, and not given. */
export function caseObject(collection: string, id: string, address: URL): CaseAnswer {
  if (id === "" && isCollection(collection)) return { ok: false, fault: "unknownobject", reason: `This collection has no list of its own. Ask for one object, as in ${collection}/{identifier}; CFDocuments lists the frameworks.` };
  if (!isCollection(collection)) return { ok: false, fault: "unknownobject", reason: `There is no such address here. Begin with CFDocuments, or ask for one object of ${collections.join(", ")} by its identifier.` };
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return { ok: false, fault: "invalid_uuid", reason: "The identifier is no UUID." };
  const { objects, closed } = shelf();
  const found = objects.get(collection)!.get(id);
  if (!found) return closed.has(id) ? { ok: false, fault: "unauthorised_request", reason: "The licence of this framework does not allow it to be given to everybody." } : { ok: false, fault: "unknownobject", reason: "There is nothing with this identifier here." };
  const key = `${collection}/${id}`;
  const text = texts.get(key) ?? JSON.stringify(found());
  texts.set(key, text);
  return sent(text, address);
}

const isCollection = (text: string): text is Collection => (collections as readonly string[]).includes(text);

/** A quote inside a text is escaped in JSON, so this can only be a field. */
function sent(text: string, { origin }: URL, headers?: Readonly<Record<string, string>>): CaseAnswer {
  const body = text.replaceAll(`"uri":"${casePath}/`, `"uri":"${origin}${casePath}/`);
  return { ok: true, body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`, ...(headers ? { headers } : {}) };
}
