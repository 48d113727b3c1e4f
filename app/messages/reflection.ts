import { catalogue } from "./catalogue.ts";

/** What a result says in other words where somebody thought over questions, and nothing was asked about what they can do. */
export const reflection = catalogue({
  nl: {
    title: { grow: "Waar jullie staan, en één stap verder", share: "Waar jullie staan", "no-target": "Waar jullie staan", "no-level": "Je antwoorden" },
    strengthsTitle: "Hier zijn jullie het verst",
    strengthsIntro: "Dit koos je zelf bij deze onderwerpen:",
    noStrengths: "Je koos steeds de eerste zin. Dat is een goed begin van een gesprek.",
    strengthsRulePlain: "We noemen hoogstens drie antwoorden: de hoogste die je gaf, in de volgorde van het raamwerk. Waar je kunt beginnen, telt daarbij niet mee.",
    growthTitle: "Hier kun je beginnen",
    objectives: "De vragen die erbij horen:",
  },
  en: {
    title: { grow: "Where you stand, and one step further", share: "Where you stand", "no-target": "Where you stand", "no-level": "Your answers" },
    strengthsTitle: "Where you have got furthest",
    strengthsIntro: "You chose this yourself for these subjects:",
    noStrengths: "You chose the first sentence each time. That is a good start for a conversation.",
    strengthsRulePlain: "We name at most three answers: the highest you gave, in the order of the framework. Where you can begin is not among them.",
    growthTitle: "Where you can begin",
    objectives: "The questions that come with it:",
  },
});
