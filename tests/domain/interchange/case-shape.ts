import { z } from "zod";

/** CASE 1.1 as its information model describes a package: every field that may be there, and no other. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/);
const line = z.string().regex(/^\S(?:[^\n\r\t]*\S)?$/, "is no normalized string");
const text = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const extensions = z.record(z.string(), z.unknown());
const link = z.strictObject({ title: line, identifier: uuid, uri });
const end = z.strictObject({ title: line, identifier: line, uri, targetType: z.union([z.literal("CASE"), z.string().regex(/^ext:[a-zA-Z0-9.\-_]+$/)]).optional() });
const named = { identifier: uuid, uri, lastChangeDateTime: moment };
const whole = z.number().int();

const document = z.strictObject({
  ...named, caseVersion: z.literal("1.1").optional(), frameworkType: line.optional(), creator: line, title: line, officialSourceURL: uri.optional(), publisher: line.optional(), description: text.optional(),
  subject: z.array(line).optional(), subjectURI: z.array(link).optional(), language: line.optional(), version: line.optional(), adoptionStatus: line.optional(), statusStartDate: day.optional(), statusEndDate: day.optional(),
  licenseURI: link.optional(), notes: text.optional(), extensions: extensions.optional(),
});
const item = z.strictObject({
  ...named, fullStatement: text, alternativeLabel: line.optional(), CFItemType: line.optional(), humanCodingScheme: line.optional(), listEnumeration: line.optional(), abbreviatedStatement: line.optional(),
  conceptKeywords: z.array(line).optional(), conceptKeywordsURI: link.optional(), notes: text.optional(), subject: z.array(line).optional(), subjectURI: z.array(link).optional(), language: line.optional(),
  educationLevel: z.array(line).optional(), CFItemTypeURI: link.optional(), licenseURI: link.optional(), statusStartDate: day.optional(), statusEndDate: day.optional(), extensions: extensions.optional(),
});
const types = ["isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"] as const;
const association = z.strictObject({
  ...named, associationType: z.union([z.enum(types), z.string().regex(/^ext:[a-zA-Z0-9.\-_]+$/)]), sequenceNumber: whole.optional(), originNodeURI: end, destinationNodeURI: end,
  CFAssociationGroupingURI: link.optional(), notes: text.optional(), extensions: extensions.optional(),
});
const level = z.strictObject({ ...named, description: text.optional(), quality: line.optional(), score: z.number().optional(), feedback: text.optional(), position: whole.optional(), rubricCriterionId: uuid.optional(), extensions: z.array(extensions).optional() });
const criterion = z.strictObject({ ...named, category: line.optional(), description: text.optional(), CFItemURI: link.optional(), weight: z.number().optional(), position: whole.optional(), rubricId: uuid.optional(), CFRubricCriterionLevels: z.array(level).optional(), extensions: extensions.optional() });
const rubric = z.strictObject({ ...named, title: line.optional(), description: text.optional(), CFRubricCriteria: z.array(criterion).optional(), extensions: extensions.optional() });
const titled = { ...named, title: line, extensions: extensions.optional() };
const definitions = z.strictObject({
  CFConcepts: z.array(z.strictObject({ ...titled, keywords: line.optional(), hierarchyCode: line, description: text.optional() })).optional(),
  CFSubjects: z.array(z.strictObject({ ...titled, hierarchyCode: line, description: text.optional() })).optional(),
  CFLicenses: z.array(z.strictObject({ ...titled, description: text.optional(), licenseText: text })).optional(),
  CFItemTypes: z.array(z.strictObject({ ...titled, description: text, hierarchyCode: line, typeCode: line.optional() })).optional(),
  CFAssociationGroupings: z.array(z.strictObject({ ...titled, description: text.optional() })).optional(),
  extensions: extensions.optional(),
});

/** A whole package. */
export const packageShape = z.strictObject({ CFDocument: document, CFItems: z.array(item).optional(), CFAssociations: z.array(association).optional(), CFDefinitions: definitions.optional(), CFRubrics: z.array(rubric).optional(), extensions: extensions.optional() });

/** The same parts by themselves, as the service gives them. */
const inDocument = { CFDocumentURI: link };
export const aloneShapes = {
  CFDocuments: document.extend({ CFPackageURI: link }),
  CFPackages: packageShape,
  CFItems: item.extend(inDocument),
  CFItemAssociations: z.strictObject({ CFItem: item.extend(inDocument), CFAssociations: z.array(association).min(1) }),
  CFAssociations: association.extend(inDocument),
  CFAssociationGroupings: definitions.shape.CFAssociationGroupings.unwrap().element,
  CFConcepts: z.strictObject({ CFConcepts: definitions.shape.CFConcepts.unwrap().min(1) }),
  CFItemTypes: z.strictObject({ CFItemTypes: definitions.shape.CFItemTypes.unwrap().min(1) }),
  CFLicenses: definitions.shape.CFLicenses.unwrap().element,
  CFRubrics: rubric,
} as const;
export const documentsShape = z.strictObject({ CFDocuments: z.array(aloneShapes.CFDocuments).min(1) });

const codeMinors = ["forbidden", "fullsuccess", "internal_server_error", "invalid_selection_field", "invalid_sort_field", "invalid_uuid", "server_busy", "unauthorised_request", "unknownobject"] as const;
export const statusShape = z.strictObject({
  imsx_codeMajor: z.enum(["failure", "processing", "success", "unsupported"]),
  imsx_severity: z.enum(["error", "status", "warning"]),
  imsx_description: text.optional(),
  imsx_codeMinor: z.strictObject({ imsx_codeMinorField: z.array(z.strictObject({ imsx_codeMinorFieldName: line, imsx_codeMinorFieldValue: z.enum(codeMinors) })).min(1) }).optional(),
});

/** What does not fit, as places with reasons; empty when everything does. */
export function misfits(shape: z.ZodType, value: unknown): string[] {
  const parsed = shape.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join(".")}: ${message}`);
}
