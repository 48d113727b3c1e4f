import { catalogue } from "./catalogue.ts";

/** Texts of changing what a draft is made of: its languages and its ways of asking. */
export const deskShape = catalogue({
  nl: {
    languageTitle: "Talen",
    inOne: { nl: "Dit raamwerk is alleen in het Nederlands.", en: "Dit raamwerk is alleen in het Engels." },
    inBoth: "Dit raamwerk is in het Nederlands en het Engels.",
    addLanguage: { nl: "Voeg het Nederlands toe", en: "Voeg het Engels toe" },
    addLanguageLead: "De teksten die er zijn, blijven. Naast elke tekst komt een leeg veld voor de andere taal, ook bij de niveaus en de onderdelen. Publiceren kan pas als alles in beide talen is geschreven.",
    dropLanguage: { nl: "Haal het Nederlands weg", en: "Haal het Engels weg" },
    dropTitle: { nl: "Het Nederlands weghalen?", en: "Het Engels weghalen?" },
    dropLoss: (texts: number) => (texts === 0 ? "Er gaat geen tekst verloren: wat er staat, staat er ook in de andere taal." : `Er ${texts === 1 ? "gaat 1 tekst" : `gaan ${texts} teksten`} verloren. Dat kan niet worden teruggedraaid.`),
    dropOnly: (only: number) => (only === 1 ? "Daarvan staat er 1 niet in de andere taal; die moet dan opnieuw worden geschreven." : `Daarvan staan er ${only} niet in de andere taal; die moeten dan opnieuw worden geschreven.`),
    dropStays: "Versies die al gepubliceerd zijn, houden beide talen.",
    keepLanguage: "Laat het zoals het is",

    waysTitle: "Manieren van vragen",
    waysLead: "Elke manier is een vragenlijst over dezelfde onderdelen. Per manier kies je wie welke vragen krijgt.",
    addWay: "Nog een manier van vragen",
    addWayHint: "De naam en de uitleg pas je daarna aan bij Gegevens en licentie, de stappen hier.",
    addWayDo: "Voeg deze manier toe",
    removeWayTitle: "Een manier van vragen weghalen",
    removeWayLead: "De woorden van die manier gaan weg, en ook wie welke vragen kreeg. Trends van die vragenlijst stoppen in deze versie.",
    removeWay: (title: string) => `Haal weg: ${title}`,
  },
  en: {
    languageTitle: "Languages",
    inOne: { nl: "This framework is in Dutch only.", en: "This framework is in English only." },
    inBoth: "This framework is in Dutch and English.",
    addLanguage: { nl: "Add Dutch", en: "Add English" },
    addLanguageLead: "The texts that are there stay. Beside each comes an empty field for the other language, at the levels and the items too. It can only be published when everything is written in both languages.",
    dropLanguage: { nl: "Remove Dutch", en: "Remove English" },
    dropTitle: { nl: "Remove Dutch?", en: "Remove English?" },
    dropLoss: (texts: number) => (texts === 0 ? "No text is lost: what is there is there in the other language too." : `${texts === 1 ? "1 text is" : `${texts} texts are`} lost. This cannot be undone.`),
    dropOnly: (only: number) => (only === 1 ? "1 of them is not there in the other language, and has to be written again." : `${only} of them are not there in the other language, and have to be written again.`),
    dropStays: "Versions that are published already keep both languages.",
    keepLanguage: "Leave it as it is",

    waysTitle: "Ways of asking",
    waysLead: "Every way is a questionnaire on the same items. For each way you choose who is asked what.",
    addWay: "Another way of asking",
    addWayHint: "You change its name and explanation afterwards under Details and licence, its steps here.",
    addWayDo: "Add this way",
    removeWayTitle: "Remove a way of asking",
    removeWayLead: "The words of that way go, and who was asked what with it too. Trends of that questionnaire stop in this version.",
    removeWay: (title: string) => `Remove: ${title}`,
  },
});
