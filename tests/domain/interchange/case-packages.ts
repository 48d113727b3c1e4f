/** Small packages of ours, in the shapes that exporters write. */
const address = (kind: string, id: string) => `https://kader.example.nl/ims/case/v1p1/${kind}/${id}`;

export type Item = { readonly id: string; readonly under?: string; readonly statement: string; readonly short?: string; readonly code?: string; readonly language?: string; readonly more?: object };

export const link = (kind: string, id: string) => ({ title: id, identifier: id, uri: address(kind, id) });

export function association(type: string, from: string, to: string, more: object = {}) {
  return { identifier: `${from}-${type}-${to}`, uri: address("CFAssociations", "x"), associationType: type, originNodeURI: link("CFItems", from), destinationNodeURI: link("CFItems", to), lastChangeDateTime: "2026-01-15T09:00:00Z", ...more };
}

export const document = { identifier: "doc", uri: address("CFDocuments", "doc"), caseVersion: "1.1", creator: "Voorbeeldbestuur", title: "Voorbeeldkader", language: "nl", version: "2.3.1", lastChangeDateTime: "2026-01-15T09:00:00Z", licenseURI: { title: "CC BY-ND 4.0", identifier: "lic", uri: "x" } };

/** A package of these items; `under` makes the isChildOf, without it the item stands at the top. */
export function casePackage(items: readonly Item[], more: { associations?: object[]; rubrics?: object[]; document?: object } = {}) {
  return {
    CFDocument: { ...document, ...more.document },
    CFItems: items.map(({ id, statement, short, code, language, more: own }) => ({ identifier: id, uri: address("CFItems", id), fullStatement: statement, ...(short === undefined ? {} : { abbreviatedStatement: short }), ...(code === undefined ? {} : { humanCodingScheme: code }), ...(language === undefined ? {} : { language }), lastChangeDateTime: "2026-01-15T09:00:00Z", ...own })),
    CFAssociations: [...items.filter(({ under }) => under !== "").map(({ id, under }, nth) => association("isChildOf", id, under ?? "doc", { sequenceNumber: nth + 1 })), ...(more.associations ?? [])],
    ...(more.rubrics ? { CFRubrics: more.rubrics } : {}),
  };
}

/** A criterion of an item: levels as [quality, description, score]. */
export function criterion(item: string, levels: readonly (readonly [quality: string, description: string, score: number, feedback?: string])[]) {
  return { identifier: `c-${item}`, uri: "x", CFItemURI: link("CFItems", item), CFRubricCriterionLevels: levels.map(([quality, description, score, feedback], nth) => ({ identifier: `${item}-${nth}`, uri: "x", quality, description, score, position: nth + 1, ...(feedback === undefined ? {} : { feedback }) })) };
}
