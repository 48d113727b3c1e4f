import type { ExportFormat } from "#app/domain/interchange/export-format.ts";
import { contentsOf, type Content } from "#app/domain/interchange/export-contents.ts";
import { languageFor, levelNames, mainScale, type ExportSource } from "#app/domain/interchange/export-source.ts";
import { proficientFrom } from "#app/domain/interchange/to-moodle.ts";
import type { Language, Text } from "#app/domain/text.ts";

/** gone: not in the file; described: only inside a description; hidden: in the file, where few programs show it; changed: in another form. */
type LossHow = "gone" | "described" | "hidden" | "changed";
/** What a format cannot carry of this document, as a few words and as a whole sentence. */
export type ExportLoss = { readonly code: string; readonly how: LossHow; readonly what: Text; readonly message: Text };

const both = (nl: string, en: string): Text => ({ nl, en });
const words: Readonly<Partial<Record<Content, Text>>> = {
  "level-texts": both("de zinnen per niveau", "the sentences per level"),
  examples: both("de voorbeelden", "the examples"),
  "next-steps": both("de volgende stappen", "the next steps"),
  questions: both("de vragen", "the questions"),
  variants: both("de woorden per functie", "the wording per function"),
  targets: both("de functieprofielen met streefniveaus", "the function profiles with targets"),
  crosswalks: both("de verbanden met andere raamwerken", "the relations with other frameworks"),
  links: both("de verwijzingen", "the links"),
  objectives: both("de leerdoelen", "the objectives"),
  progression: both("de opbouw waar competenties zelf op staan", "the progression that competences stand on"),
  instruments: both("de andere vragenlijsten dan de eerste", "the questionnaires other than the first"),
  scoring: both("de rekenregel", "the scoring rule"),
  "scale-words": both("de omschrijving van elk niveau", "the description of each level"),
  "second-language": both("de andere taal", "the other language"),
  licence: both("de licentie", "the licence"),
  version: both("het versienummer", "the version number"),
  origin: both("bron en naamsvermelding", "source and attribution"),
  order: both("de volgorde", "the order"),
  codes: both("de codes", "the codes"),
};

const rules: Readonly<Record<ExportFormat, Readonly<Partial<Record<Exclude<LossHow, "changed">, readonly Content[]>>>>> = {
  json: { gone: ["targets", "crosswalks"] },
  case: { hidden: ["examples", "questions", "variants", "targets", "scoring", "scale-words"] },
  csv: { gone: ["examples", "next-steps", "questions", "variants", "targets", "crosswalks", "links", "progression", "instruments", "scoring", "scale-words"] },
  xlsx: { gone: ["examples", "next-steps", "questions", "variants", "targets", "crosswalks", "links", "progression", "instruments", "scoring", "scale-words"] },
  moodle: { described: ["level-texts", "objectives", "licence", "version", "origin"], gone: ["examples", "next-steps", "questions", "variants", "targets", "crosswalks", "links", "progression", "instruments", "scoring", "scale-words", "second-language", "codes"] },
  matrix: { described: ["level-texts", "objectives", "licence", "version", "origin"], gone: ["examples", "next-steps", "questions", "variants", "targets", "crosswalks", "links", "progression", "instruments", "scoring", "scale-words", "second-language"] },
  skos: { described: ["progression", "objectives"], gone: ["level-texts", "examples", "next-steps", "questions", "variants", "targets", "instruments", "scoring", "order"] },
};

const sentences: Readonly<Record<LossHow, (what: Text) => Text>> = {
  changed: (sentence) => sentence,
  gone: ({ nl, en }) => both(`Gaat niet mee: ${nl}.`, `Left out: ${en}.`),
  described: ({ nl, en }) => both(`Staat alleen in een omschrijving: ${nl}.`, `Only inside a description: ${en}.`),
  hidden: ({ nl, en }) => both(`Staat in het bestand, maar weinig programma's laten het zien: ${nl}.`, `In the file, but few programs show it: ${en}.`),
};

/** Everything of this document that this format cannot carry as it is. Empty when nothing is lost. */
export function lossesOf(format: ExportFormat, source: ExportSource, language: Language): ExportLoss[] {
  const contents = contentsOf(source);
  const plain = (["gone", "described", "hidden"] as const).flatMap((how) =>
    (rules[format][how] ?? []).filter((content) => contents.has(content)).map((content): ExportLoss => ({ code: content, how, what: words[content]!, message: sentences[how](words[content]!) })),
  );
  return [...plain, ...changes(format, source, contents, language)];
}

const listed: Readonly<Record<Language, Intl.ListFormat>> = { nl: new Intl.ListFormat("nl-NL"), en: new Intl.ListFormat("en-GB") };

/** The same in as few sentences as can be: one for all that is left out, one for all that stands in a description. */
export function lossSentences(losses: readonly ExportLoss[], language: Language): string[] {
  const of = (how: LossHow) => losses.filter((loss) => loss.how === how);
  const together = (["gone", "described", "hidden"] as const).filter((how) => of(how).length > 0).map((how) => {
    const what = listed[language].format(of(how).map((loss) => loss.what[language]));
    return sentences[how]({ nl: what, en: what })[language];
  });
  return [...together, ...of("changed").map(({ message }) => message[language])];
}

/** What comes out in another form: each has a sentence of its own. */
function changes(format: ExportFormat, source: ExportSource, contents: ReadonlySet<Content>, asked: Language): ExportLoss[] {
  const changed = (code: string, message: Text): ExportLoss => ({ code, how: "changed", what: message, message });
  const { scale } = mainScale(source.framework);
  const found: ExportLoss[] = [];
  if ((format === "csv" || format === "moodle") && contents.has("formulas")) found.push(changed("formulas", both("Een tekst die als formule begint (met =, +, - of @) krijgt er een apostrof voor.", "A text that begins like a formula (with =, +, - or @) gets an apostrophe before it.")));
  if (format === "moodle" && scale) {
    const name = levelNames(scale.levels, languageFor(source.framework, asked))[proficientFrom(source) - 1]!;
    found.push(changed("proficient", both(`Moodle wil één grens weten vanaf waar iemand bekwaam is. Die staat op ‘${name}’; pas hem na het inlezen aan.`, `Moodle wants one mark from which somebody is proficient. It stands at ‘${name}’; change it after importing.`)));
  }
  if (format === "moodle" && contents.has("commas")) found.push(changed("commas", both("Een komma in de naam van een niveau wordt een puntkomma.", "A comma in the name of a level becomes a semicolon.")));
  if (format === "moodle" && contents.has("long-names")) found.push(changed("long-names", both("Namen worden afgekapt op 100 tekens; de hele naam begint de omschrijving.", "Names are cut at 100 characters; the whole name begins the description.")));
  if (format === "case" && contents.has("second-language")) found.push(changed("document-language", both("Titel en beschrijving van het geheel hebben in CASE één taal; onderdelen en niveaus staan er in beide talen in.", "Title and description of the whole have one language in CASE; items and levels are in it in both.")));
  if (format === "matrix") found.push(changed("statuses", both("Mahara kent geen niveaus: er zijn altijd vier standen, van ‘klaar voor bespreking’ tot ‘helemaal’.", "Mahara knows no levels: there are always four statuses, from ‘ready for assessment’ to ‘fully’.")));
  if ((format === "csv" || format === "xlsx") && contents.has("scale-words")) found.push(changed("level-columns", both("Elk niveau is een kolom; de naam van het niveau staat er in één taal boven.", "Each level is a column, with the level's name above it in one language.")));
  return found;
}
