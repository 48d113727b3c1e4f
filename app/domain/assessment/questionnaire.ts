import { answerScale, competencesOf, instrumentOf, levelValue, wordingFor, type Framework, type Instrument } from "#app/domain/framework/framework.ts";
import { selectionFor, type Profile } from "#app/domain/framework/profile.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { Text } from "#app/domain/text.ts";

/** One card of a question: a level in the words of somebody's own work. `value` counts from 1 and is never shown. */
export type Choice = { readonly value: number; readonly code: string; readonly levelTitle: Text; readonly statement: Text; readonly example: Text | null; readonly nextStep: Text | null };

/** One competence as this person is asked it. */
export type Page = {
  readonly competenceId: string;
  readonly code: string;
  readonly area: { readonly id: string; readonly title: Text };
  readonly title: Text;
  readonly question: Text;
  /** What the competence is about; null where the wording of this work says enough. */
  readonly description: Text | null;
  /** What is judged together, where the instrument asks how much of it somebody does; else empty. */
  readonly objectives: readonly Text[];
  readonly choices: readonly Choice[];
  /** Level aimed at, 1..number of levels; null when the profile sets none. */
  readonly target: number | null;
  readonly weight: number;
};

export type Audience = { readonly family: Family; readonly functionId: string };
export type Mode = "all" | "short";

/**
 * What this function of this family is asked, in the framework's own order.
 * Empty when the profile has no questionnaire for them: then they are not invited.
 */
export function pagesFor(framework: Framework, profile: Profile, audience: Audience, mode: Mode = "all"): Page[] {
  const instrument = instrumentOf(framework, profile.instrument);
  const scale = instrument && answerScale(framework, instrument);
  const selection = selectionFor(profile, audience.family, audience.functionId);
  if (!selection || !instrument || !scale) return [];
  const asked = new Set(mode === "short" ? selection.short : selection.items);
  const targets = profile.families[audience.family]?.targets ?? {};
  return competencesOf(framework).flatMap(({ node, area }) => {
    if (!asked.has(node.id)) return [];
    const wording = wordingFor(framework, instrument, node, audience.family, audience.functionId);
    const target = targets[node.id];
    return [
      {
        competenceId: node.id,
        code: node.code,
        area: { id: area.id, title: area.title },
        title: wording.title,
        question: wording.question ?? wording.title,
        description: wording.description,
        objectives: wording.objectives.map(({ statement }) => statement),
        choices: wording.levels.map((text) => {
          const value = levelValue(scale, text.level)!;
          return { value, code: text.level, levelTitle: scale.levels[value - 1]!.title, statement: text.statement, example: text.example, nextStep: text.nextStep };
        }),
        target: target ? levelValue(scale, target.level) : null,
        weight: target?.weight ?? 1,
      },
    ];
  });
}

/** Whole minutes a number of items takes, at least one; the instrument says how long one item takes. */
export function minutesFor(items: number, instrument: Instrument): number {
  return items === 0 ? 0 : Math.max(1, Math.round((items * instrument.secondsPerItem) / 60));
}
