import { catalogue } from "./catalogue.ts";

/** Words for what was chosen at a question of another framework. Apart from the page on other frameworks, because they stand beside a question too. */
export const elsewhere = catalogue({
  nl: {
    title: "Wat je eerder koos",
    at: (framework: string, title: string) => `${framework}, ‘${title}’`,
    quote: (text: string) => `‘${text}’`,
    reason: (words: string) => `Je gaf een reden: ${words.toLowerCase()}.`,
    relations: { exact: "hetzelfde", close: "bijna hetzelfde", broader: "ruimer dan deze vraag", narrower: "een deel van deze vraag", related: "buurvraag" },
    certainties: { high: "zekerheid hoog", medium: "zekerheid gemiddeld", low: "zekerheid laag" },
    look: "Kijk of het hier ook past. Er is niets voor je ingevuld: jij kiest, op deze schaal.",
    draft: "Dat deze vragen bij elkaar horen, is een concept van ons.",
    back: "Terug naar het overzicht van andere raamwerken",
  },
  en: {
    title: "What you chose before",
    at: (framework: string, title: string) => `${framework}, ‘${title}’`,
    quote: (text: string) => `‘${text}’`,
    reason: (words: string) => `You gave a reason: ${words.charAt(0) === "I" ? words : words.toLowerCase()}.`,
    relations: { exact: "the same", close: "almost the same", broader: "wider than this question", narrower: "part of this question", related: "neighbouring question" },
    certainties: { high: "certainty high", medium: "certainty medium", low: "certainty low" },
    look: "See whether it fits here too. Nothing is filled in for you: you choose, on this scale.",
    draft: "That these questions belong together is a draft of ours.",
    back: "Back to the overview of other frameworks",
  },
});
