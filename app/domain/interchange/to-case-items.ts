import type { CaseConcept, CaseItem, CaseItemType } from "#app/domain/interchange/to-case-model.ts";
import { itemName, objectiveName, objectivesOf, type CaseFrame } from "#app/domain/interchange/to-case-frame.ts";
import { onOneLine, outlineOf, type Outlined } from "#app/domain/interchange/export-source.ts";
import type { Language, Text } from "#app/domain/text.ts";

const objectiveType: Text = { nl: "Leerdoel", en: "Objective" };

/** One item per node and language, what makes up a competence under it. The main language comes first. */
export function caseItems(frame: CaseFrame): CaseItem[] {
  const outline = outlineOf(frame.source.framework);
  return frame.spoken.flatMap((language) => outline.flatMap((one) => [nodeItem(frame, one, language), ...objectiveItems(frame, one, language)]));
}

function nodeItem(frame: CaseFrame, { node, depth }: Outlined, language: Language): CaseItem {
  const [title, description] = [onOneLine(node.title[language]), node.description[language]];
  const isMain = language === frame.main;
  const step = frame.source.framework.progression?.levels.find(({ code }) => code === node.progression);
  return {
    ...frame.named("CFItems", ...itemName(node.id, language)),
    // The full statement is the sentence; where there is only a title, that is the statement.
    ...(title === onOneLine(description) ? { fullStatement: title } : { fullStatement: description, abbreviatedStatement: title }),
    humanCodingScheme: onOneLine(node.code),
    ...typeOf(frame, depth, language),
    ...(step ? { conceptKeywords: [onOneLine(step.title[language])], conceptKeywordsURI: frame.link(step.title[frame.main], "CFConcepts", "concept", step.code) } : {}),
    language,
    extensions: {
      groeikompas: {
        id: node.id,
        titleStatus: node.titleStatus[language],
        ...(node.question ? { question: node.question[language] } : {}),
        ...(isMain && node.extra ? { extra: true } : {}),
        ...(isMain && node.variants ? { variants: node.variants } : {}),
      },
    },
  };
}

function objectiveItems(frame: CaseFrame, { node, depth }: Outlined, language: Language): CaseItem[] {
  return objectivesOf(node).map(({ key, objective }) => ({
    ...frame.named("CFItems", ...objectiveName(node.id, key, language)),
    fullStatement: objective.statement[language],
    humanCodingScheme: onOneLine(objective.code),
    ...typeOf(frame, depth + 1, language, true),
    language,
    extensions: { groeikompas: { objectiveOf: node.id } },
  }));
}

type Kind = { readonly key: string; readonly title: Text };

function kindsOf({ source: { framework } }: CaseFrame): Kind[] {
  const hasObjectives = outlineOf(framework).some(({ node }) => (node.objectives ?? []).length > 0);
  return [...framework.layers.map(({ id, title }) => ({ key: `layer/${id}`, title })), ...(hasObjectives ? [{ key: "objective", title: objectiveType }] : [])];
}

function typeOf(frame: CaseFrame, depth: number, language: Language, isObjective = false): Pick<CaseItem, "CFItemType" | "CFItemTypeURI"> {
  const { layers } = frame.source.framework;
  const layer = layers[Math.min(depth, layers.length - 1)]!;
  const [key, title] = isObjective ? ["objective", objectiveType] : [`layer/${layer.id}`, layer.title];
  return { CFItemType: onOneLine(title[language]), CFItemTypeURI: frame.link(title[language], "CFItemTypes", "type", key, language) };
}

/** A type per layer and language; the codes say which stands under which ("1.1" under "1"). */
export function caseItemTypes(frame: CaseFrame): CaseItemType[] {
  return frame.spoken.flatMap((language, nth) =>
    kindsOf(frame).map(({ key, title }, depth) => ({
      ...frame.named("CFItemTypes", "type", key, language),
      title: onOneLine(title[language]),
      description: { nl: `Laag ${depth + 1} van de boom`, en: `Layer ${depth + 1} of the tree` }[language],
      hierarchyCode: [nth + 1, ...Array.from({ length: depth }, () => 1)].join("."),
    })),
  );
}

/** The steps that competences themselves stand on (Acquire, Deepen, Create). */
export function caseConcepts(frame: CaseFrame): CaseConcept[] {
  return (frame.source.framework.progression?.levels ?? []).map(({ code, title, description }, nth) => ({
    ...frame.named("CFConcepts", "concept", code),
    title: onOneLine(title[frame.main]),
    description: description[frame.main],
    hierarchyCode: String(nth + 1),
  }));
}
