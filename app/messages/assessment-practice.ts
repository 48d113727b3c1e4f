import { catalogue } from "./catalogue.ts";

/** The practice question: invented, about nothing that matters, so that looking round is safe. */
export const assessmentPractice = catalogue({
  nl: {
    meta: "Even rondkijken",
    notice: "Dit is een oefenvraag. Er wordt niets bewaard, ook niet als je iets kiest.",
    area: "De teamkamer",
    question: "Hoe zorg je voor koffie in de teamkamer?",
    about: "Een verzonnen vraag, om te zien hoe het werkt. Bij de echte vragen gaan de zinnen over jouw werk.",
    legend: "Welke zin past nu het best bij jou?",
    cards: [
      { value: "1", statement: "Ik weet waar de koffie staat.", example: "Een invaller zoekt een kopje; je wijst de kast aan." },
      { value: "2", statement: "Ik zet een pot koffie met de uitleg op het apparaat erbij.", example: "Op maandagochtend zet jij de eerste pot, met het briefje ernaast." },
      { value: "3", statement: "Voor elk overleg kijk ik hoeveel mensen er komen en zet ik daarop koffie.", example: "Bij de teamvergadering van acht mensen zet je twee potten, bij het bouwoverleg één." },
      { value: "4", statement: "Samen met collega's maakte ik een rooster, zodat er zonder mij ook koffie is.", example: "Op de deur hangt een lijst; wie vrij is, ruilt zelf." },
    ],
    how: ["Kies een zin, of een reden als geen zin past. Kies een andere als je van gedachten verandert.", "Het hartje zegt dat je hier iets wilt leren.", "Met de cijfertoetsen, de pijltjes en Enter kan het ook."],
    howTitle: "Zo werkt het",
    begin: "Begin met mijn eigen zelfscan",
  },
  en: {
    meta: "Have a look round",
    notice: "This is a practice question. Nothing is kept, even if you choose something.",
    area: "The staff room",
    question: "How do you make sure there is coffee in the staff room?",
    about: "An invented question, to see how it works. In the real questions the sentences are about your own work.",
    legend: "Which sentence fits you best right now?",
    cards: [
      { value: "1", statement: "I know where the coffee is kept.", example: "A supply teacher is looking for a cup and you point to the cupboard." },
      { value: "2", statement: "I make a pot of coffee with the instructions on the machine beside me.", example: "On Monday morning you make the first pot, with the note next to it." },
      { value: "3", statement: "Before each meeting I check how many people are coming and make coffee for that number.", example: "For a team meeting of eight you make two pots, for a small meeting one." },
      { value: "4", statement: "Together with colleagues I drew up a rota, so that there is coffee without me too.", example: "A list hangs on the door; whoever is free swaps turns." },
    ],
    how: ["Choose a sentence, or a reason if none fits. Choose another one if you change your mind.", "The heart says that you want to learn something here.", "The number keys, the arrow keys and Enter work too."],
    howTitle: "How it works",
    begin: "Start my own self-assessment",
  },
});
