import { oftenScale, statementWay } from "#app/domain/desk/asking.ts";
import { firstVersion, profileOf, type Beginner } from "#app/domain/desk/begin.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { ownLicences } from "#app/domain/desk/licences.ts";
import { settled } from "#app/domain/desk/tree.ts";
import type { Framework, FrameworkNode, Instrument, Level, Scale } from "#app/domain/framework/framework.ts";
import { dayAfter } from "#app/domain/round.ts";
import type { Text } from "#app/domain/text.ts";

/** The small frameworks that a board can begin with. */
export const templateKeys = ["three-levels", "agreements"] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** A draft made from one of our templates: small, complete, and meant to be written over. */
export function fromTemplate(key: TemplateKey, beginner: Beginner): Draft {
  const framework = key === "three-levels" ? threeLevels(beginner) : agreements(beginner);
  return settled({ framework, profiles: framework.instruments.map(({ id, title }) => profileOf(framework, id, title, null, beginner.board)) });
}

/** What a template is called before it has a name of its own. */
export const templateTitles: Readonly<Record<TemplateKey, Text>> = {
  "three-levels": { nl: "Eigen raamwerk met drie niveaus", en: "Own framework with three levels" },
  agreements: { nl: "Onze teamafspraken", en: "Our team agreements" },
};

const ours = { nl: "ours", en: "ours" } as const;
const text = (nl: string, en: string): Text => ({ nl, en });
const step = (code: string, title: Text, description: Text): Level => ({ code, title, titleStatus: ours, description });
const node = (id: string, title: Text, description: Text, more: Partial<FrameworkNode>): FrameworkNode => ({ id, code: id, title, titleStatus: ours, description, ...more });

type Head = Omit<Framework, "layers" | "scale" | "nodes" | "instruments">;
function headOf(key: TemplateKey, { board, today, slug }: Beginner, description: Text): Head {
  const title = templateTitles[key];
  return {
    schema: 1,
    slug,
    version: firstVersion,
    title,
    shortTitle: title,
    description,
    source: { citation: `${board} (${today.slice(0, 4)}). ${title.nl}.`.slice(0, 800), publisher: board.slice(0, 200), year: Number(today.slice(0, 4)) },
    licence: ownLicences[0]!,
    attribution: text(`Gemaakt door ${board}, begonnen met een sjabloon van Groeikompas.`.slice(0, 800), `Made by ${board}, begun with a template of Groeikompas.`.slice(0, 800)),
    changes: text("Eigen werk van dit bestuur.", "This board's own work."),
    endorsement: text("Geen uitgever heeft dit raamwerk gecontroleerd of goedgekeurd.", "No publisher has checked or endorsed this framework."),
    contact: board.slice(0, 200),
    reviewed: today,
    reviewBy: dayAfter(today, 365),
  };
}

const threeSteps: Scale = {
  id: "three-levels",
  title: text("Drie stappen", "Three steps"),
  status: "ours",
  levels: [
    step("1", text("Verkennen", "Exploring"), text("Je weet dat het er is, of je hebt het een keer meegemaakt.", "You know that it exists, or you have come across it once.")),
    step("2", text("Toepassen", "Applying"), text("Je doet het zelf in je werk, met een doel voor ogen.", "You do it yourself in your work, with a purpose in mind.")),
    step("3", text("Delen", "Sharing"), text("Je past het aan op wat je zag werken en helpt er collega's mee.", "You adjust it to what you saw working and help colleagues with it.")),
  ],
};

function threeLevels(beginner: Beginner): Framework {
  const level = (code: string, nl: string, en: string) => ({ level: code, statement: text(nl, en) });
  return {
    ...headOf("three-levels", beginner, text("Een klein raamwerk van ons eigen bestuur: gebieden met competenties, en per competentie drie zinnen.", "A small framework of our own board: areas with competences, and three sentences per competence.")),
    layers: [
      { id: "area", title: text("gebied", "area"), plural: text("gebieden", "areas") },
      { id: "competence", title: text("competentie", "competence"), plural: text("competenties", "competences") },
    ],
    scale: threeSteps,
    nodes: [
      node("1", text("Samen leren", "Learning together"), text("Hoe collega's van elkaar leren over werken met digitale middelen.", "How colleagues learn from one another about working with digital tools."), {
        children: [
          node("1.1", text("Kennis delen", "Sharing knowledge"), text("Wat jij weet, doorgeven aan een collega die het kan gebruiken.", "Passing on what you know to a colleague who can use it."), {
            question: text("Hoe deel je wat je weet met collega's?", "How do you share what you know with colleagues?"),
            levels: [
              level("1", "Ik weet bij welke collega ik met een vraag over een programma terechtkan.", "I know which colleague to ask about a program."),
              level("2", "Ik laat een collega zien hoe ik een programma in mijn werk gebruik.", "I show a colleague how I use a program in my work."),
              level("3", "Ik vraag na een uitleg wat werkte en pas mijn uitleg daarop aan.", "After an explanation I ask what worked and adjust my explanation to that."),
            ],
          }),
          node("1.2", text("Nieuws bijhouden", "Keeping up"), text("Op de hoogte blijven van wat er verandert.", "Staying informed of what is changing."), {
            question: text("Hoe blijf je op de hoogte van wat er digitaal verandert?", "How do you keep up with digital change?"),
            levels: [
              level("1", "Ik weet waar onze school nieuws over programma's zet.", "I know where our school posts news about programs."),
              level("2", "Ik lees het nieuws over programma's die ik zelf gebruik.", "I read the news about the programs I use myself."),
              level("3", "Ik breng nieuws dat ons werk verandert in het team ter sprake.", "I bring news that changes our work up in the team."),
            ],
          }),
        ],
      }),
      node("2", text("Veilig werken", "Working safely"), text("Zorgvuldig omgaan met gegevens van leerlingen en collega's.", "Handling data of pupils and colleagues with care."), {
        children: [
          node("2.1", text("Gegevens beschermen", "Protecting data"), text("Zorgen dat gegevens alleen komen bij wie ze nodig heeft.", "Making sure that data only reaches those who need it."), {
            question: text("Hoe bescherm je gegevens in je werk?", "How do you protect data in your work?"),
            levels: [
              level("1", "Ik weet welke gegevens ik niet mag rondsturen.", "I know which data I may not send around."),
              level("2", "Ik bewaar gegevens alleen op de plaats die de school daarvoor koos.", "I only keep data in the place the school has chosen for it."),
              level("3", "Ik bespreek met collega's waar gegevens beter beschermd kunnen worden.", "I discuss with colleagues where data could be better protected."),
            ],
          }),
        ],
      }),
    ],
    instruments: [statementWay],
  };
}

function agreements(beginner: Beginner): Framework {
  const agreement = (id: string, nl: string, en: string, moreNl: string, moreEn: string) => node(id, text(nl, en), text(moreNl, moreEn), {});
  const nodes = [
    agreement("1", "Ik lees berichten van school eens per werkdag", "I read messages from school once per working day", "Zo weet iedereen wanneer een bericht gelezen is, en hoeft niemand 's avonds te kijken.", "That way everybody knows when a message has been read, and nobody has to look in the evening."),
    agreement("2", "Ik zet lesmateriaal in de gedeelde map", "I put teaching materials in the shared folder", "Een invaller of duo-collega kan dan verder waar jij bleef.", "A supply teacher or job-share partner can then carry on where you stopped."),
    agreement("3", "Ik overleg voordat ik een nieuw programma met leerlingen gebruik", "I check before I use a new program with pupils", "Samen kijken we of gegevens van leerlingen veilig zijn.", "Together we look at whether pupils' data is safe."),
  ];
  const rating: Instrument = {
    id: "agreements",
    title: text("Hoe vaak lukt het?", "How often do you manage?"),
    form: "rate-block",
    scoring: "blocks-mastered",
    explanation: text("Je gaf per afspraak aan hoe vaak het lukt. Elke afspraak staat op zichzelf: er wordt niets opgeteld of gemiddeld.", "For each agreement you said how often you manage. Every agreement stands by itself: nothing is added up or averaged."),
    source: "A template of Groeikompas.",
    status: "ours",
    secondsPerItem: 20,
    scale: oftenScale,
    lowest: 0,
    items: {},
  };
  return {
    ...headOf("agreements", beginner, text("Afspraken die ons team maakte over digitaal werken. Iedereen kijkt voor zichzelf hoe vaak het lukt.", "Agreements that our team made about digital work. Everybody looks for themselves at how often it works.")),
    layers: [{ id: "agreement", title: text("afspraak", "agreement"), plural: text("afspraken", "agreements") }],
    scale: null,
    nodes,
    instruments: [rating],
  };
}
