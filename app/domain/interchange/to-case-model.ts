/** The shapes of 1EdTech CASE 1.1 as far as we write them. Every field name is the standard's. */
export type LinkURI = { readonly title: string; readonly identifier: string; readonly uri: string };
export type LinkGenURI = LinkURI & { readonly targetType?: string };
/** Our own additions, under one name so that nobody else's are in the way. */
export type Extensions = { readonly groeikompas: Readonly<Record<string, unknown>> };
type Named = { readonly identifier: string; readonly uri: string; readonly lastChangeDateTime: string };

export type CaseDocument = Named & {
  readonly caseVersion: "1.1";
  readonly creator: string;
  readonly title: string;
  readonly officialSourceURL?: string;
  readonly publisher?: string;
  readonly description: string;
  readonly language: string;
  readonly version: string;
  readonly adoptionStatus: string;
  readonly statusStartDate: string;
  readonly licenseURI: LinkURI;
  readonly notes: string;
  readonly extensions: Extensions;
};
export type CaseItem = Named & {
  readonly fullStatement: string;
  readonly abbreviatedStatement?: string;
  readonly humanCodingScheme: string;
  readonly CFItemType: string;
  readonly CFItemTypeURI: LinkURI;
  readonly conceptKeywords?: readonly string[];
  readonly conceptKeywordsURI?: LinkURI;
  readonly language: string;
  readonly extensions?: Extensions;
};
export type CaseAssociation = Named & {
  readonly associationType: string;
  readonly sequenceNumber?: number;
  readonly originNodeURI: LinkGenURI;
  readonly destinationNodeURI: LinkGenURI;
  readonly CFAssociationGroupingURI?: LinkURI;
  readonly notes?: string;
  readonly extensions?: Extensions;
};
export type CaseLevel = Named & {
  readonly description?: string;
  readonly quality: string;
  readonly score: number;
  readonly feedback?: string;
  readonly position: number;
  readonly rubricCriterionId: string;
  /** A list here, an object everywhere else: so the standard has it. */
  readonly extensions: readonly Extensions[];
};
export type CaseCriterion = Named & {
  readonly category: string;
  readonly CFItemURI: LinkURI;
  readonly position: number;
  readonly rubricId: string;
  readonly CFRubricCriterionLevels: readonly CaseLevel[];
  readonly extensions?: Extensions;
};
export type CaseRubric = Named & { readonly title: string; readonly description: string; readonly CFRubricCriteria: readonly CaseCriterion[]; readonly extensions: Extensions };
export type CaseItemType = Named & { readonly title: string; readonly description: string; readonly hierarchyCode: string };
export type CaseConcept = Named & { readonly title: string; readonly description: string; readonly hierarchyCode: string };
export type CaseLicense = Named & { readonly title: string; readonly description: string; readonly licenseText: string };
export type CaseGrouping = Named & { readonly title: string; readonly description: string };

export type CaseDefinitions = {
  readonly CFConcepts?: readonly CaseConcept[];
  readonly CFLicenses: readonly CaseLicense[];
  readonly CFItemTypes: readonly CaseItemType[];
  readonly CFAssociationGroupings?: readonly CaseGrouping[];
};
export type CasePackage = {
  readonly CFDocument: CaseDocument;
  readonly CFItems: readonly CaseItem[];
  readonly CFAssociations: readonly CaseAssociation[];
  readonly CFDefinitions: CaseDefinitions;
  readonly CFRubrics: readonly CaseRubric[];
};
