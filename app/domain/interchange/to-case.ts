import { caseFrame, type CaseFrame } from "#app/domain/interchange/to-case-frame.ts";
import { caseConcepts, caseItems, caseItemTypes } from "#app/domain/interchange/to-case-items.ts";
import { caseRubrics } from "#app/domain/interchange/to-case-rubrics.ts";
import { caseAssociations, caseGroupings } from "#app/domain/interchange/to-case-links.ts";
import type { CaseDocument, CaseLicense, CasePackage } from "#app/domain/interchange/to-case-model.ts";
import { onOneLine, type ExportSource } from "#app/domain/interchange/export-source.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** A framework as a package of 1EdTech CASE 1.1: the tree in its first language, the other as translations. */
export function toCase(source: ExportSource): CasePackage {
  const frame = caseFrame(source);
  const [concepts, groupings] = [caseConcepts(frame), caseGroupings(frame)];
  return {
    CFDocument: documentOf(frame),
    CFItems: caseItems(frame),
    CFAssociations: caseAssociations(frame),
    CFDefinitions: { ...(concepts.length > 0 ? { CFConcepts: concepts } : {}), CFLicenses: [licenceOf(frame)], CFItemTypes: caseItemTypes(frame), ...(groupings.length > 0 ? { CFAssociationGroupings: groupings } : {}) },
    CFRubrics: caseRubrics(frame),
  };
}

function documentOf(frame: CaseFrame): CaseDocument {
  const { framework, board } = frame.source;
  const { slug, version, source, licence, reviewed } = framework;
  const say = (text: Text) => text[frame.main];
  return {
    ...frame.named("CFDocuments"),
    caseVersion: "1.1",
    // The publisher of the source did not make this adaptation, and must not seem to have.
    creator: board === null ? "Groeikompas" : onOneLine(framework.contact),
    publisher: onOneLine(source.publisher),
    title: onOneLine(say(framework.title)),
    description: say(framework.description),
    ...(source.url ? { officialSourceURL: source.url } : {}),
    language: frame.main,
    version,
    adoptionStatus: version.startsWith("0.") ? "Draft" : "Implemented",
    statusStartDate: reviewed,
    licenseURI: frame.link(licence.name, "CFLicenses", "licence"),
    notes: notesOf(frame, frame.main),
    extensions: {
      groeikompas: {
        slug, version, languages: frame.spoken, title: framework.title, shortTitle: framework.shortTitle, description: framework.description,
        source, licence: { id: licence.id, adaptationAllowed: licence.adaptationAllowed }, reviewBy: framework.reviewBy,
        ...(framework.derivedFrom ? { derivedFrom: framework.derivedFrom } : {}),
        ...(framework.supersededBy ? { supersededBy: framework.supersededBy } : {}),
      },
    },
  };
}

/** Whom to name, what was changed, and who did not endorse it: the licences ask for it. */
function notesOf({ source: { framework } }: CaseFrame, language: Language): string {
  return [framework.attribution, framework.changes, framework.endorsement].map((text) => text[language]).join("\n\n");
}

function licenceOf(frame: CaseFrame): CaseLicense {
  const { licence } = frame.source.framework;
  const note = licence.note[frame.main];
  return { ...frame.named("CFLicenses", "licence"), title: onOneLine(licence.name), description: note, licenseText: [licence.name, licence.url ?? "", note].filter((text) => text !== "").join("\n") };
}
