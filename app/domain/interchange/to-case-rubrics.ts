import type { CaseCriterion, CaseLevel, CaseRubric, Extensions } from "#app/domain/interchange/to-case-model.ts";
import { itemName, type CaseFrame } from "#app/domain/interchange/to-case-frame.ts";
import { levelNames, onOneLine } from "#app/domain/interchange/export-source.ts";
import { answerScale, competencesOf, wordingFor, type FrameworkNode, type Instrument, type Scale } from "#app/domain/framework/framework.ts";
import type { Language } from "#app/domain/text.ts";

/** A rubric per instrument and language: a criterion per competence, a level per step of the answer. */
export function caseRubrics(frame: CaseFrame): CaseRubric[] {
  const { framework } = frame.source;
  return framework.instruments.flatMap((instrument) => {
    const scale = answerScale(framework, instrument);
    return scale ? frame.spoken.map((language) => rubricOf(frame, instrument, scale, language)) : [];
  });
}

function rubricOf(frame: CaseFrame, instrument: Instrument, scale: Scale, language: Language): CaseRubric {
  const named = frame.named("CFRubrics", "rubric", instrument.id, language);
  const { id, form, scoring, source, status, secondsPerItem, lowest, bands } = instrument;
  return {
    ...named,
    title: onOneLine(instrument.title[language]),
    description: instrument.explanation[language],
    CFRubricCriteria: competencesOf(frame.source.framework).map(({ node }, nth) => criterionOf(frame, { instrument, scale, language, rubric: named }, node, nth + 1)),
    extensions: { groeikompas: { instrument: id, language, form, scoring, source, status, secondsPerItem, scale: { id: scale.id, title: scale.title[language], status: scale.status, levels: scale.levels.map(({ code, title, description }) => ({ code, title: title[language], description: description[language] })) }, ...(lowest === undefined ? {} : { lowest }), ...(bands ? { bands } : {}) } },
  };
}

type Of = { readonly instrument: Instrument; readonly scale: Scale; readonly language: Language; readonly rubric: { readonly identifier: string; readonly uri: string } };

function criterionOf(frame: CaseFrame, of: Of, node: FrameworkNode, position: number): CaseCriterion {
  const { instrument, language, rubric } = of;
  const { identifier, lastChangeDateTime } = frame.named("CFRubrics", "criterion", instrument.id, node.id, language);
  const targets = language === frame.main ? targetsOf(frame, instrument, node) : null;
  return {
    identifier,
    // Criteria and levels have no address of their own in CASE; they are found in their rubric.
    uri: within(rubric.uri, identifier),
    category: onOneLine(node.title[language]),
    CFItemURI: frame.link(node.title[language], "CFItems", ...itemName(node.id, language)),
    position,
    rubricId: rubric.identifier,
    lastChangeDateTime,
    CFRubricCriterionLevels: levelsOf(frame, of, node, identifier),
    ...(targets ? { extensions: targets } : {}),
  };
}

function levelsOf(frame: CaseFrame, { instrument, scale, language, rubric }: Of, node: FrameworkNode, criterion: string): CaseLevel[] {
  const worded = wordingFor(frame.source.framework, instrument, node, "", "").levels;
  const names = levelNames(scale.levels, language);
  return scale.levels.map(({ code, description }, nth) => {
    const words = worded.find(({ level }) => level === code);
    const { identifier, lastChangeDateTime } = frame.named("CFRubrics", "level", instrument.id, node.id, code, language);
    return {
      identifier,
      uri: within(rubric.uri, identifier),
      description: words?.statement[language] ?? description[language],
      quality: names[nth]!,
      score: nth + (instrument.lowest ?? 1),
      ...(words?.nextStep ? { feedback: words.nextStep[language] } : {}),
      position: nth + 1,
      rubricCriterionId: criterion,
      lastChangeDateTime,
      extensions: [{ groeikompas: { code, ...(words?.example ? { example: words.example[language] } : {}) } }],
    };
  });
}

const within = (uri: string, id: string) => (uri.startsWith("urn:") ? `urn:uuid:${id}` : `${uri}#${id}`);

/** Targets per function group have no place of their own in CASE. */
function targetsOf({ source }: CaseFrame, instrument: Instrument, node: FrameworkNode): Extensions | null {
  const targets = source.profiles
    .filter((profile) => profile.instrument === instrument.id)
    .flatMap(({ slug, version, families }) => Object.entries(families).flatMap(([family, { targets }]) => (targets[node.id] ? [{ profile: `${slug}@${version}`, family, ...targets[node.id] }] : [])));
  return targets.length > 0 ? { groeikompas: { targets } } : null;
}
