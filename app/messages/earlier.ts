import { catalogue } from "./catalogue.ts";

/** Texts of answers that waited in the browser. */
export const earlier = catalogue({
  nl: {
    saved: (count: number) => (count === 1 ? "1 antwoord van eerder is alsnog opgeslagen." : `${count} antwoorden van eerder zijn alsnog opgeslagen.`),
    waiting: (count: number) => (count === 1 ? "1 antwoord van eerder is nog niet opgeslagen. Het wacht op verbinding." : `${count} antwoorden van eerder zijn nog niet opgeslagen. Ze wachten op verbinding.`),
    asks: "Een antwoord van eerder kon niet zomaar worden opgeslagen.",
    toQuestion: "Kijk ernaar",
  },
  en: {
    saved: (count: number) => (count === 1 ? "1 answer from before is saved after all." : `${count} answers from before are saved after all.`),
    waiting: (count: number) => (count === 1 ? "1 answer from before is not saved yet. It is waiting for a connection." : `${count} answers from before are not saved yet. They are waiting for a connection.`),
    asks: "An answer from before could not simply be saved.",
    toQuestion: "Have a look at it",
  },
});
