import { catalogue } from "./catalogue.ts";

/** Texts of signing out with answers that are not saved. Small parts of texts stand apart, so that each page loads its own. */
export const leaving = catalogue({
  nl: {
    title: "Nog niet alles is opgeslagen",
    unsent: (count: number) => (count === 1 ? "1 antwoord is nog niet opgeslagen. Als je nu uitlogt, is het weg." : `${count} antwoorden zijn nog niet opgeslagen. Als je nu uitlogt, zijn ze weg.`),
    wait: "Wacht en sla op",
    lose: "Log uit zonder op te slaan",
    stay: "Blijf ingelogd",
    waiting: (count: number) => (count === 1 ? "1 antwoord wacht op verbinding. Zodra het is opgeslagen, loggen we je uit." : `${count} antwoorden wachten op verbinding. Zodra ze zijn opgeslagen, loggen we je uit.`),
  },
  en: {
    title: "Not everything is saved yet",
    unsent: (count: number) => (count === 1 ? "1 answer is not saved yet. If you sign out now, it is gone." : `${count} answers are not saved yet. If you sign out now, they are gone.`),
    wait: "Wait and save",
    lose: "Sign out without saving",
    stay: "Stay signed in",
    waiting: (count: number) => (count === 1 ? "1 answer is waiting for a connection. As soon as it is saved, we sign you out." : `${count} answers are waiting for a connection. As soon as they are saved, we sign you out.`),
  },
});
