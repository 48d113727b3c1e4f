import { askedAs } from "#app/domain/assessment/asked-as.ts";
import { minutesFor, pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { readable, type Draft } from "#app/domain/desk/draft.ts";
import { inLanguage, type Language, type Text } from "#app/domain/text.ts";

/** One question of a draft as a function group would meet it; nothing can be sent. */
export type TryOutQuestion = {
  readonly competenceId: string;
  readonly area: string;
  readonly question: string;
  readonly description: string | null;
  readonly objectives: readonly string[];
  /** What stands above the answers, where the way of asking has words of its own. */
  readonly prompt: string | null;
  readonly choices: readonly { readonly value: string; readonly statement: string; readonly example: string | undefined }[];
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly minutesLeft: number;
};
/** What the questionnaire would look like for one group: how long it takes, and one of its questions. */
export type TryOut = {
  readonly groups: readonly { readonly key: string; readonly who: string; readonly items: number; readonly minutes: number }[];
  readonly as: string | null;
  readonly who: string;
  readonly easy: boolean;
  readonly question: TryOutQuestion | null;
};

/** A draft as one group would be asked it; the first group when nothing was chosen, the first question when `place` is none of them. */
export function tryOutOf(draft: Draft, as: string | null, place: number, language: Language): TryOut {
  const { framework, profiles } = readable(draft);
  const say = (text: Text) => inLanguage(text, language);
  const groups = askedAs(framework, (instrument) => profiles.find((each) => each.instrument === instrument) ?? null).map((group) => ({ ...group, pages: pagesFor(framework, group.profile, group.audience) }));
  const chosen = groups.find(({ key }) => key === as) ?? groups[0];
  const nth = chosen && Number.isInteger(place) && place >= 1 && place <= chosen.pages.length ? place - 1 : 0;
  const page = chosen?.pages[nth];
  return {
    groups: groups.map(({ key, who, pages, instrument }) => ({ key, who: say(who), items: pages.length, minutes: minutesFor(pages.length, instrument) })),
    as: chosen?.key ?? null,
    who: chosen ? say(chosen.who) : "",
    easy: chosen?.audience.family === "onderwijsondersteuner",
    question:
      page && chosen
        ? {
            competenceId: page.competenceId,
            area: say(page.area.title),
            question: say(page.question),
            description: page.description ? say(page.description) : null,
            objectives: page.objectives.map(say),
            prompt: chosen.instrument.prompt ? say(chosen.instrument.prompt) : null,
            choices: page.choices.map(({ value, statement, example }) => ({ value: String(value), statement: say(statement), example: example ? say(example) : undefined })),
            place: nth + 1,
            total: chosen.pages.length,
            minutesLeft: minutesFor(chosen.pages.length - nth, chosen.instrument),
          }
        : null,
  };
}
