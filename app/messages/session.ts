import { catalogue } from "./catalogue.ts";

/** Texts of a session that ends. */
export const session = catalogue({
  nl: {
    ending: (minutes: number) => (minutes === 1 ? "Over een minuut word je uitgelogd." : `Over ${minutes} minuten word je uitgelogd.`),
    endingIdle: "Je deed een tijd niets. Ben je er nog?",
    endingForGood: "Dat doen we na een werkdag altijd. Je antwoorden blijven bewaard; daarna kun je meteen opnieuw inloggen.",
    extend: "Blijf ingelogd",
    extended: "Je blijft ingelogd.",
    notExtended: "Dat lukte niet. Er is nu geen verbinding.",
    ended: "Je bent uitgelogd. Wat je op deze pagina invulde, staat er nog.",
    signIn: "Log opnieuw in",
    other: "In deze browser is nu iemand anders ingelogd. Deze pagina is van jou en verandert niet meer.",
    reload: "Ga naar het begin",
  },
  en: {
    ending: (minutes: number) => (minutes === 1 ? "You will be signed out in a minute." : `You will be signed out in ${minutes} minutes.`),
    endingIdle: "You did nothing for a while. Are you still there?",
    endingForGood: "We always do that after a working day. Your answers are kept; you can sign in again straight away.",
    extend: "Stay signed in",
    extended: "You stay signed in.",
    notExtended: "That did not work. There is no connection now.",
    ended: "You are signed out. What you filled in on this page is still there.",
    signIn: "Sign in again",
    other: "Somebody else is signed in in this browser now. This page is yours and does not change any more.",
    reload: "Go to the start",
  },
});
