import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import { askedGroups } from "#app/domain/desk/matrix.ts";
import type { DeskProblem } from "#app/domain/desk/problems.ts";
import { templateTitles } from "#app/domain/desk/templates.ts";
import { groupsWithWords } from "#app/domain/desk/words.ts";
import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { familyMember, isFamily, staffFunction } from "#app/domain/people/function-group.ts";
import { inEither, type Language, type Text } from "#app/domain/text.ts";

/** What is no mistake of form and still was forgotten: nobody is asked anything, separate words that say nothing, a name of our example. */
export function leftovers(draft: Draft): DeskProblem[] {
  return [...nobodyAsked(draft), ...idleWords(draft), ...templateNames(draft.framework)];
}

/** Without a question for anybody there is nothing to hold a round with. */
function nobodyAsked(draft: Draft): DeskProblem[] {
  const { instruments } = draft.framework;
  if (instruments.some(({ id }) => askedGroups(draft, id).length > 0)) return [];
  return [{ place: { on: "matrix", instrument: instruments[0]!.id }, sentence: { nl: "Nog niemand krijgt een vraag uit dit raamwerk. Kies wie welke vragen krijgt.", en: "Nobody is asked a question from this framework yet. Choose who is asked what." }, repair: null }];
}

/** Separate words for a function that are empty, or still the general ones they began as. */
function idleWords({ framework }: Draft): DeskProblem[] {
  return [...placesOf(framework).values()].flatMap(({ node }) =>
    groupsWithWords(framework, node)
      .filter((group) => saysNothing(framework, node, group))
      .map((group): DeskProblem => {
        const named = (language: Language) => `${node.code} ${inEither(node.title, language)}`.trim();
        const who = whoIs(group);
        return {
          place: { on: "node", id: node.id, group },
          sentence: { nl: `${named("nl")}: de eigen woorden voor ${who.nl} zijn leeg of nog dezelfde als de algemene. Schrijf ze, of haal ze weg.`, en: `${named("en")}: the separate words for ${who.en} are empty or still the same as the general ones. Write them, or take them away.` },
          repair: { act: "drop-words", id: node.id, group },
        };
      }),
  );
}

function saysNothing({ instruments }: Framework, node: FrameworkNode, group: string): boolean {
  const items = instruments.flatMap(({ items: all }) => (all?.[node.id] ? [all[node.id]!] : []));
  return [node, ...items].every((general) => addsNothing(general.variants?.[group], general));
}

/** True where every text that is there is empty or stands in the general words too. */
function addsNothing(own: unknown, general: unknown): boolean {
  if (own === undefined || own === "" || own === general) return true;
  if (typeof own !== "object" || own === null) return false;
  const beside = (typeof general === "object" && general !== null ? general : {}) as Readonly<Record<string, unknown>>;
  return Object.entries(own).every(([key, part]) => addsNothing(part, beside[key]));
}

function whoIs(group: string): Text {
  return staffFunction(group)?.title ?? (isFamily(group) ? familyMember[group] : { nl: group, en: group });
}

/** What says only which example it was; "our team agreements" is a name that a board may well keep. */
const placeholder = templateTitles["three-levels"];

/** Renamed in one place, while the name of our example still stands in another. Who keeps that name everywhere, chose it. */
function templateNames(framework: Framework): DeskProblem[] {
  const names = spokenIn(framework).flatMap((language) => [
    { language, nl: "Naam", en: "Name", text: framework.title[language] },
    { language, nl: "Korte naam", en: "Short name", text: framework.shortTitle[language] },
  ]);
  const left = names.filter(({ language, text }) => placeholder[language] === text);
  if (left.length === 0 || left.length === names.length) return [];
  const inNl = { nl: "Nederlands", en: "Engels" };
  const inEn = { nl: "Dutch", en: "English" };
  return left.map(({ language, nl, en, text }) => ({
    place: { on: "facts" },
    sentence: { nl: `${nl} (${inNl[language]}): hier staat nog de naam van het voorbeeld, “${text}”. Schrijf de naam van jullie raamwerk.`, en: `${en} (${inEn[language]}): the name of the example still stands here, “${text}”. Write the name of your framework.` },
    repair: null,
  }));
}
