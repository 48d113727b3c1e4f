import type { Notes } from "#app/domain/interchange/loose.ts";
import type { Text } from "#app/domain/text.ts";

/** One thing that was mended or that could not be kept: what it is, where in the file, and a sentence for whoever brought the file in. */
export type Note = { readonly code: string; readonly where: string; readonly message: Text };

const both = (nl: string, en: string): Text => ({ nl, en });
/** A piece of the file in a sentence of ours: on one line, at most so many characters, and without characters that would turn the sentence. */
export const shown = (text: string, most: number): string => {
  const plain = text.slice(0, most * 4).replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim();
  return plain.length > most ? `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…` : plain;
};
const quoted = (text: string) => `“${shown(text, 80)}”`;
const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The first of several by name, and how many more there are. */
const few = (names: readonly string[], count: number, more: string) => `${names.map(quoted).join(", ")}${names.length < count ? ` ${more} ${count - names.length}` : ""}`;

/** What was mended, by code. Nothing is lost by it. */
const repairs = {
  encoding: (from: string) => both(`Het bestand is geschreven in ${from} en is omgezet naar UTF-8. Kijk of letters als é goed staan.`, `The file is written in ${from} and was converted to UTF-8. Check that letters like é are right.`),
  "control-characters": (count: number) => both(`${counted(count, "onzichtbaar stuurteken is", "onzichtbare stuurtekens zijn")} weggehaald.`, `${counted(count, "invisible control character was", "invisible control characters were")} removed.`),
  markup: (count: number) => both(`Opmaak (HTML of Markdown) in ${counted(count, "tekst", "teksten")} is gewone tekst geworden.`, `Markup (HTML or Markdown) in ${counted(count, "text", "texts")} became plain text.`),
  "script-removed": () => both("Een stukje programma (script) in deze tekst is weggehaald; de tekst zelf is gebleven.", "A piece of program (script) in this text was removed; the text itself was kept."),
  "duplicate-id": (id: string, now: string) => both(`De id ${quoted(id)} komt vaker voor. Dit onderdeel heet nu ${quoted(now)}.`, `The id ${quoted(id)} stands more than once. This item is now called ${quoted(now)}.`),
  "id-replaced": (id: string, now: string) => both(`De id ${quoted(id)} kan hier niet gebruikt worden en is ${quoted(now)} geworden.`, `The id ${quoted(id)} cannot be used here and became ${quoted(now)}.`),
  "id-added": (now: string) => both(`Dit onderdeel had geen id en heet nu ${quoted(now)}.`, `This item had no id and is now called ${quoted(now)}.`),
  "code-added": (count: number) => both(`${counted(count, "onderdeel had geen code en kreeg", "onderdelen hadden geen code en kregen")} de plaats in de boom als code.`, `${counted(count, "item had no code and got its", "items had no code and got their")} place in the tree as a code.`),
  "duplicate-code": (code: string, now: string) => both(`De code ${quoted(code)} komt vaker voor. Hier is die ${quoted(now)} geworden.`, `The code ${quoted(code)} stands more than once. Here it became ${quoted(now)}.`),
  "code-shortened": (code: string, now: string) => both(`De code ${quoted(code)} is te lang en is ${quoted(now)} geworden.`, `The code ${quoted(code)} is too long and became ${quoted(now)}.`),
  "unknown-parent": (parent: string) => both(`Dit onderdeel hoort onder ${quoted(parent)}, maar dat staat niet in het bestand. Het staat nu bovenaan.`, `This item belongs under ${quoted(parent)}, which is not in the file. It now stands at the top.`),
  "code-without-parent": (parent: string) => both(`De code hoort onder ${quoted(parent)}, maar dat staat niet in het bestand. Dit onderdeel staat nu bovenaan, in de laag van de gebieden.`, `The code belongs under ${quoted(parent)}, which is not in the file. This item now stands at the top, in the layer of the areas.`),
  "no-place": () => both("Het bestand geeft dit onderdeel geen plaats in de boom. Het staat nu bovenaan.", "The file gives this item no place in the tree. It now stands at the top."),
  cycle: (chain: string) => both(`Deze onderdelen staan in een kring onder elkaar: ${shown(chain, 1_000)}. De laatste stap is losgemaakt.`, `These items stand under each other in a circle: ${shown(chain, 1_000)}. The last step was taken out.`),
  "second-parent": (parent: string) => both(`Dit onderdeel staat ook onder ${quoted(parent)}. Het blijft op de eerste plaats; de tweede is een verwijzing geworden.`, `This item also stands under ${quoted(parent)}. It stays in the first place; the second became a link.`),
  "title-added": (title: string) => both(`Er was geen titel; de titel is nu ${quoted(title)}.`, `There was no title; the title is now ${quoted(title)}.`),
  "title-shortened": () => both("De titel was te lang en is ingekort; de hele tekst staat in de beschrijving.", "The title was too long and was shortened; the whole text is in the description."),
  "name-recovered": () => both("De naam was afgekapt op 100 tekens en is aangevuld uit de beschrijving.", "The name was cut at 100 characters and was completed from the description."),
  "description-added": (count: number) => both(`${counted(count, "onderdeel had", "onderdelen hadden")} geen beschrijving; de titel staat daar nu ook.`, `${counted(count, "item had", "items had")} no description; the title now stands there too.`),
  "language-guessed": (language: Text) => both(`Het bestand zegt niet in welke taal het is. Het leest als ${language.nl}.`, `The file does not say which language it is in. It reads like ${language.en}.`),
  "not-applicable-level": (title: string) => both(`De stap ${quoted(title)} is geen niveau maar een reden; die staat hier bij elke vraag al als antwoord.`, `The step ${quoted(title)} is no level but a reason; it is already an answer to every question here.`),
  "scale-turned": () => both("De niveaus stonden van hoog naar laag en zijn omgedraaid: het laagste staat vooraan.", "The levels stood from high to low and were turned round: the lowest comes first."),
  "version-completed": (from: string, now: string) => both(`De versie ${quoted(from)} is geschreven als ${now}.`, `The version ${quoted(from)} was written as ${now}.`),
  "version-added": () => both("Het bestand heeft geen versienummer dat hier past; het begint op 1.0.0.", "The file has no version number that fits here; it begins at 1.0.0."),
  "year-unknown": () => both("Het bestand noemt geen jaar; het jaar van vandaag staat er nu. Verbeter dat als je het jaar weet.", "The file names no year; this year stands there now. Correct it if you know the year."),
  "licence-unknown": () => both("Het bestand noemt geen licentie die wij kennen. Zoek uit wat mag voordat je het raamwerk aanpast of deelt.", "The file names no licence that we know. Find out what is allowed before you adapt or share the framework."),
  "publisher-unknown": () => both("Het bestand noemt geen uitgever.", "The file names no publisher."),
  "parents-from-codes": () => both("De boom is afgeleid uit de codes: 1.2 staat onder 1.", "The tree was derived from the codes: 1.2 stands under 1."),
  mapping: (columns: Text) => both(`Zo zijn de velden gelezen: ${shown(columns.nl, 1_000)}. Klopt dat niet, geef dan zelf aan welk veld wat is.`, `The fields were read like this: ${shown(columns.en, 1_000)}. If that is not right, say yourself which field is what.`),
  joined: (file: string, count: number) => both(`${quoted(file)} is samengevoegd op id: ${counted(count, "onderdeel", "onderdelen")} in beide.`, `${quoted(file)} was joined by id: ${counted(count, "item", "items")} in both.`),
  "joined-by-code": (file: string) => both(`${quoted(file)} heeft andere id's en is daarom samengevoegd op code.`, `${quoted(file)} has other ids and was therefore joined by code.`),
  "only-in-one": (file: string) => both(`Dit onderdeel staat alleen in ${quoted(file)}.`, `This item is only in ${quoted(file)}.`),
  "parents-later": (count: number) => both(`${counted(count, "onderdeel stond", "onderdelen stonden")} in het bestand vóór het onderdeel waar ${count === 1 ? "het" : "ze"} onder ${count === 1 ? "hoort" : "horen"}; de boom klopt nu.`, `${counted(count, "item stood", "items stood")} in the file before the item ${count === 1 ? "it belongs" : "they belong"} under; the tree is right now.`),
  "by-position": () => both("De kolomnamen zijn onbekend; de kolommen zijn gelezen op hun plaats.", "The column names are not known; the columns were read by their place."),
  "rebuilt": (problem: string) => both(`Het document klopte niet (${shown(problem, 1_000)}) en is opnieuw opgebouwd.`, `The document did not hold (${shown(problem, 1_000)}) and was built anew.`),
} satisfies Record<string, (...args: never[]) => Text>;

/** What could not be kept, by code. */
const losses = {
  "too-deep": (count: number) => both(`De boom is dieper dan zes lagen. ${counted(count, "onderdeel staat", "onderdelen staan")} nu in de zesde laag, achter het onderdeel waar ${count === 1 ? "het" : "ze"} onder ${count === 1 ? "hoorde" : "hoorden"}.`, `The tree is deeper than six layers. ${counted(count, "item now stands", "items now stand")} in the sixth layer, after the item ${count === 1 ? "it" : "they"} belonged under.`),
  "text-cut": (length: number) => both(`Deze tekst telt ${length} tekens en is ingekort.`, `This text has ${length} characters and was cut.`),
  "foreign-language": (tags: string) => both(`Het raamwerk is in een taal die Groeikompas niet kent (${shown(tags, 1_000)}). De tekst is gebleven zoals die is en staat als Engels.`, `The framework is in a language that Groeikompas does not know (${shown(tags, 1_000)}). The text was kept as it is and stands as English.`),
  "other-languages": (tags: string) => both(`Teksten in andere talen zijn niet meegenomen: ${shown(tags, 1_000)}.`, `Texts in other languages were not taken: ${shown(tags, 1_000)}.`),
  untranslated: (count: number) => both(`${counted(count, "tekst is", "teksten zijn")} er maar in één taal. In een concept blijft de andere taal leeg tot je die schrijft; in een los document staat in beide talen hetzelfde.`, `${counted(count, "text is", "texts are")} there in one language only. In a draft the other language stays empty until you write it; in a document by itself both languages say the same.`),
  "second-text": () => both("Dit onderdeel heeft in één taal twee teksten; de eerste is gehouden.", "This item has two texts in one language; the first was kept."),
  "levels-too-many": (count: number) => both(`De schaal heeft ${count} niveaus; meer dan 10 kan niet. De schaal is niet meegenomen.`, `The scale has ${count} levels; more than 10 is not possible. The scale was not taken.`),
  "levels-too-few": () => both("De schaal heeft maar één niveau. De schaal is niet meegenomen.", "The scale has only one level. The scale was not taken."),
  "levels-on-area": () => both("Dit onderdeel heeft onderdelen onder zich; de teksten per niveau die het zelf heeft, zijn niet meegenomen.", "This item has items under it; the level texts of its own were not taken."),
  "levels-missing": (count: number, which: readonly string[]) => both(`${counted(count, "competentie heeft", "competenties hebben")} niet voor elk niveau een tekst: ${few(which, count, "en nog")}. Daar staan de woorden van de schaal.`, `${counted(count, "competence has", "competences have")} no text for every level: ${few(which, count, "and")}${which.length < count ? " more" : ""}. The scale's own words stand there.`),
  "no-levels": () => both("Het bestand heeft geen niveaus. Er wordt gevraagd hoeveel iemand van een competentie doet: nog niet, voor een deel of helemaal.", "The file has no levels. People are asked how much of a competence they do: not yet, in part or fully."),
  "other-scale": (title: string) => both(`Dit onderdeel heeft een andere schaal (${quoted(title)}); die is niet meegenomen.`, `This item has another scale (${quoted(title)}), which was not taken.`),
  "rubric-without-item": (title: string) => both(`Het criterium ${quoted(title)} hoort bij geen onderdeel en is niet meegenomen.`, `The criterion ${quoted(title)} belongs to no item and was not taken.`),
  "rubric-weights": (count: number) => both(`${counted(count, "gewicht of puntental", "gewichten of puntentallen")} van criteria ${count === 1 ? "is" : "zijn"} niet meegenomen; gewichten horen in een profiel.`, `${counted(count, "weight or score", "weights or scores")} of criteria ${count === 1 ? "was" : "were"} not taken; weights belong in a profile.`),
  "link-dropped": (address: string) => both(`De verwijzing ${quoted(address)} kan niet bewaard worden.`, `The link ${quoted(address)} cannot be kept.`),
  "links-too-many": (count: number) => both(`Dit onderdeel heeft ${count} verwijzingen; de eerste 100 zijn gehouden.`, `This item has ${count} links; the first 100 were kept.`),
  fields: (names: string) => both(`Deze gegevens hebben hier geen plaats en zijn niet meegenomen: ${shown(names, 1_000)}.`, `These fields have no place here and were not taken: ${shown(names, 1_000)}.`),
  "proficient-marks": () => both("Moodle geeft aan vanaf welk niveau iemand bekwaam is. Dat is niet meegenomen: streefniveaus staan hier per functie in een profiel.", "Moodle marks from which level somebody is proficient. That was not taken: targets stand per function in a profile here."),
  "completion-rules": (count: number) => both(`${counted(count, "afrondingsregel", "afrondingsregels")} van Moodle ${count === 1 ? "is" : "zijn"} niet meegenomen.`, `${counted(count, "completion rule", "completion rules")} of Moodle ${count === 1 ? "was" : "were"} not taken.`),
  "evidence-status": (label: string) => both(`De status ${quoted(label)} gaat over het bekijken van bewijs en is geen antwoord; die is niet meegenomen.`, `The status ${quoted(label)} is about looking at evidence and is no answer; it was not taken.`),
  "other-parts": (what: string) => both(`Dit staat wel in het bestand maar hoort niet in een raamwerk: ${shown(what, 1_000)}.`, `This is in the file but has no place in a framework: ${shown(what, 1_000)}.`),
  "empty-item": () => both("Dit onderdeel heeft geen tekst en is niet meegenomen.", "This item has no text and was not taken."),
  "more-frameworks": (title: string) => both(`Het bestand bevat meer dan één raamwerk; alleen ${quoted(title)} is gelezen.`, `The file holds more than one framework; only ${quoted(title)} was read.`),
} satisfies Record<string, (...args: never[]) => Text>;

type Repairs = typeof repairs;
type Losses = typeof losses;

/** Notes that something was mended. */
export function repaired<C extends keyof Repairs>(notes: Notes, code: C, where: string, ...args: Parameters<Repairs[C]>): void {
  notes.repairs.push({ code, where: shown(where, 120) || wholeFile, message: (repairs[code] as (...args: unknown[]) => Text)(...args) });
}

/** Notes that something could not be kept. */
export function lost<C extends keyof Losses>(notes: Notes, code: C, where: string, ...args: Parameters<Losses[C]>): void {
  notes.losses.push({ code, where: shown(where, 120) || wholeFile, message: (losses[code] as (...args: unknown[]) => Text)(...args) });
}

/** What holds for the whole file has no place of its own. */
export const wholeFile = "(file)";
