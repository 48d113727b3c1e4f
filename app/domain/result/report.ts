import { dayInWords, listed } from "#app/domain/format.ts";
import type { Language, Text } from "#app/domain/text.ts";
import { wordFor, type Gap, type WhyGrowth } from "./gap.ts";
import type { Before } from "./result.ts";

/** What the framework calls its smallest part: "competentie", "competenties". */
export type Noun = { readonly one: string; readonly many: string };

const counting: Readonly<Record<Language, readonly string[]>> = {
  nl: ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
};

/** "één stap", "twee stappen" / "one step", "two steps". Of a distance only the size counts. */
export function stepsInWords(distance: number, language: Language): string {
  const size = Math.abs(distance);
  const amount = counting[language][size] ?? String(size);
  return language === "nl" ? `${amount} ${size === 1 ? "stap" : "stappen"}` : `${amount} ${size === 1 ? "step" : "steps"}`;
}

/** Where a strength stands against its target; empty when there is no target to stand against. */
export function strengthSentence(gap: number | null, language: Language): string {
  if (gap === null) return "";
  const steps = stepsInWords(gap, language);
  const say: Text =
    gap < 0
      ? { nl: `Dat is ${steps} boven je streefniveau.`, en: `That is ${steps} above your target.` }
      : gap === 0
        ? { nl: "Daarmee zit je op je streefniveau.", en: "That puts you on target." }
        : { nl: "Hier ben je het verst.", en: "This is where you are furthest." };
  return say[language];
}

/** Why this is the growth chance and not another one. Says only what decided. */
export function growthSentence(why: WhyGrowth, noun: Noun, language: Language): string {
  const { wish, steps, among, decidedBy } = why;
  if (steps === null) return lowestSentence(why, noun)[language];
  const far = stepsInWords(steps, language);
  const nl = {
    only: wish ? `Je wilt dit leren. Tot je streefniveau: nog ${far}.` : `Dit is het enige waar je nog niet op je streefniveau zit: nog ${far}.`,
    largest: wish
      ? `Je wilt dit leren. Van de ${among} ${noun.many} onder je streefniveau die je wilt leren, is de afstand tot je streefniveau hier het grootst: ${far}.`
      : `Van alle ${noun.many} is de afstand tot je streefniveau hier het grootst: ${far}.`,
    weight: wish
      ? `Je wilt dit leren. Van de ${among} ${noun.many} onder je streefniveau die je wilt leren, weegt de afstand hier voor jouw functie het zwaarst: ${far} tot je streefniveau.`
      : `De afstand tot je streefniveau weegt hier voor jouw functie het zwaarst: ${far}.`,
    order: wish
      ? `Je wilt dit leren. Tot je streefniveau: nog ${far}. Bij een andere ${noun.one} die je wilt leren weegt de afstand even zwaar; wij noemen de eerste van het raamwerk.`
      : `Tot je streefniveau: nog ${far}. Bij een andere ${noun.one} weegt de afstand even zwaar; wij noemen de eerste van het raamwerk.`,
  };
  const en = {
    only: wish ? `You want to learn this, and it is ${far} to your target.` : `This is the only one where you are not on target yet: ${far} to go.`,
    largest: wish
      ? `You want to learn this. Of the ${among} ${noun.many} below your target that you want to learn, the distance to your target is largest here: ${far}.`
      : `Of all ${noun.many} the distance to your target is largest here: ${far}.`,
    weight: wish
      ? `You want to learn this. Of the ${among} ${noun.many} below your target that you want to learn, the distance here counts most for your job: ${far} to your target.`
      : `The distance to your target counts most for your job here: ${far}.`,
    order: wish
      ? `You want to learn this, and it is ${far} to your target. Another ${noun.one} you want to learn counts just as much; we name the first in the framework.`
      : `It is ${far} to your target. Another ${noun.one} counts just as much; we name the first in the framework.`,
  };
  return (language === "nl" ? nl : en)[decidedBy];
}

/** The same where an instrument sets no targets: then the lowest answer decides. */
function lowestSentence({ wish, among, decidedBy }: WhyGrowth, noun: Noun): Text {
  const first = decidedBy === "order" ? { nl: ` Bij een andere ${noun.one} is dat net zo; wij noemen de eerste van het raamwerk.`, en: ` Another ${noun.one} is just the same; we name the first in the framework.` } : { nl: "", en: "" };
  if (!wish) return { nl: `Hier koos je de laagste van je antwoorden.${first.nl}`, en: `This is the lowest of your answers.${first.en}` };
  if (among === 1) return { nl: "Je wilt dit leren.", en: "You want to learn this." };
  return { nl: `Je wilt dit leren. Van de ${among} ${noun.many} die je wilt leren, is dit je laagste antwoord.${first.nl}`, en: `You want to learn this. Of the ${among} ${noun.many} you want to learn, this is your lowest answer.${first.en}` };
}

/** How a level stands to its target, for "how is this calculated?". A missing level is never a number. */
export function distanceSentence({ level, target, gap }: Pick<Gap, "level" | "target" | "gap">, language: Language): string {
  const steps = gap === null ? "" : stepsInWords(gap, language);
  const say: Text =
    level === null
      ? { nl: "Zonder niveau is er geen afstand tot een streefniveau.", en: "Without a level there is no distance to a target." }
      : target === null
        ? { nl: "Voor jouw functie is hier geen streefniveau afgesproken.", en: "No target has been set here for your job." }
        : gap === 0
          ? { nl: "Je zit precies op je streefniveau: klaar.", en: "You are exactly on your target." }
          : gap! < 0
            ? { nl: `Je zit ${steps} boven je streefniveau.`, en: `You are ${steps} above your target.` }
            : gap === 1
              ? { nl: "Tot je streefniveau is het één stap: bijna.", en: "It is one step to your target: nearly there." }
              : { nl: `Tot je streefniveau zijn het ${steps}: groeikans.`, en: `It is ${steps} to your target: room to grow.` };
  return say[language];
}

/** The finding of a profile: n of N per growth word. N counts only what has a level and a target. */
export function profileSentence(gaps: readonly Gap[], noun: Noun, language: Language): string {
  const known = gaps.filter(({ gap }) => gap !== null);
  if (known.length === 0) return language === "nl" ? "Er is nog geen niveau om naast een streefniveau te leggen." : "There is no level yet to put beside a target.";
  const count = (word: string) => known.filter((each) => wordFor({ ...each, reason: null }) === word).length;
  const whole = known.length === 1 ? noun.one : noun.many;
  const clauses = (
    language === "nl"
      ? ([
          [count("on-target"), "zit je op je streefniveau of erboven"],
          [count("nearly"), "ben je er bijna"],
          [count("room-to-grow"), "ligt een groeikans"],
        ] as const)
      : ([
          [count("on-target"), "you are on target or above"],
          [count("nearly"), "you are nearly there"],
          [count("room-to-grow"), "there is room to grow"],
        ] as const)
  ).filter(([amount]) => amount > 0);
  const told = clauses.map(([amount, words], place) => {
    if (language === "nl") return place === 0 ? `Bij ${amount} van de ${known.length} ${whole} ${words}` : `bij ${amount} ${words}`;
    return place === 0 ? `On ${amount} of the ${known.length} ${whole} ${words}` : `on ${amount} ${words}`;
  });
  return `${listed(told, language)}.`;
}

/** How many have no target, so that nobody wonders where they went in the finding; empty when all have one. */
export function aimlessSentence(gaps: readonly Gap[], noun: Noun, language: Language): string {
  const amount = gaps.filter(({ target }) => target === null).length;
  if (amount === 0) return "";
  return language === "nl" ? `Bij ${amount} van de ${gaps.length} ${noun.many} is geen streefniveau afgesproken; dat telt hier niet mee.` : `No target has been set for ${amount} of the ${gaps.length} ${noun.many}; that does not count here.`;
}

/**
 * The finding where no target is set: how often each answer was given, the highest first; answers that were not given are left out.
 * @param levels titles of the scale, lowest first
 */
export function chosenSentence(gaps: readonly Gap[], levels: readonly string[], noun: Noun, language: Language): string {
  const counted = levels.map((title, place) => ({ title, amount: gaps.filter(({ level }) => level === place + 1).length })).filter(({ amount }) => amount > 0).reverse();
  if (counted.length === 0) return language === "nl" ? "Er is nog geen antwoord op de schaal." : "There is no answer on the scale yet.";
  const told = counted.map(({ title, amount }, place) => {
    const what = place === 0 ? `${amount} ${amount === 1 ? noun.one : noun.many}` : String(amount);
    return language === "nl" ? `bij ${what} ‘${title}’` : `‘${title}’ for ${what}`;
  });
  return language === "nl" ? `Je koos ${listed(told, language)}.` : `You chose ${listed(told, language)}.`;
}

/** How many were not given a level; empty when all were. */
export function reasonsSentence(gaps: readonly Gap[], noun: Noun, language: Language): string {
  const amount = gaps.filter(({ level }) => level === null).length;
  if (amount === 0) return "";
  const what = `${amount} ${amount === 1 ? noun.one : noun.many}`;
  return language === "nl" ? `Bij ${what} gaf je geen niveau. Daar staat geen balk, en dat telt nergens als nul.` : `You gave no level for ${what}. There is no bar there, and nowhere does it count as zero.`;
}

/** How now stands to the time before; null when one of the two has no level. */
export function changeOf({ level, before }: { readonly level: number | null; readonly before: Pick<Before, "level"> | null }): "further" | "same" | "lower" | null {
  if (before === null || level === null || before.level === null) return null;
  return level > before.level ? "further" : level < before.level ? "lower" : "same";
}

/** The time before and now in one sentence: n of N further, the same, lower. N counts what has a level both times. */
export function changeSentence(lines: readonly { readonly level: number | null; readonly before: Pick<Before, "level"> | null }[], since: Date, noun: Noun, language: Language): string {
  const changes = lines.map(changeOf).filter((each) => each !== null);
  const day = dayInWords(since, language);
  if (changes.length === 0) return language === "nl" ? `Met ${day} is niets te vergelijken: nergens is er beide keren een niveau.` : `There is nothing to compare with ${day}: nowhere is there a level both times.`;
  const words = language === "nl" ? { further: "verder", same: "gelijk", lower: "lager" } : { further: "further", same: "the same", lower: "lower" };
  const whole = changes.length === 1 ? noun.one : noun.many;
  const told = (["further", "same", "lower"] as const)
    .map((change) => [changes.filter((each) => each === change).length, words[change]] as const)
    .filter(([amount]) => amount > 0)
    .map(([amount, word], place) => {
      if (language === "nl") return place === 0 ? `bij ${amount} van de ${changes.length} ${whole} ${word}` : `bij ${amount} ${word}`;
      return place === 0 ? `${word} on ${amount} of the ${changes.length} ${whole}` : `${word} on ${amount}`;
    });
  return language === "nl" ? `Vergeleken met ${day} sta je ${listed(told, language)}.` : `Compared with ${day} you are ${listed(told, language)}.`;
}
