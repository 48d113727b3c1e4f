import type { Text } from "#app/domain/text.ts";

/** What the checker says, and how it is said to whoever writes at the desk. `$1` is the first thing it names, and so on. */
const known: readonly (readonly [RegExp, Text])[] = [
  [/^code "(.*)" stands twice \(also at (.*)\)$/, { nl: "de code “$1” komt vaker voor. Kies een andere, anders haalt een lezer ze door elkaar.", en: "the code “$1” stands more than once. Choose another, or a reader will mix them up." }],
  [/^id "(.*)" stands twice \(also at (.*)\)$/, { nl: "het kenmerk “$1” is twee keer gebruikt. Elk onderdeel heeft er een van zichzelf nodig.", en: "the id “$1” is used twice. Every item needs one of its own." }],
  [/^has no level texts while the framework has a scale$/, { nl: "er zijn nog geen zinnen bij de niveaus.", en: "there are no sentences for the levels yet." }],
  [/^has levels "(.*)" where the scale has "(.*)"$/, { nl: "er horen zinnen bij de niveaus $2, en er staan er voor: $1.", en: "there should be sentences for the levels $2, and there are some for: $1." }],
  [/^has children, so it can have no level texts or objectives of its own$/, { nl: "een gebied heeft zelf geen zinnen; die horen bij de competenties eronder.", en: "an area has no sentences of its own; they belong to the competences under it." }],
  [/^is deeper than (\d+) layers$/, { nl: "staat dieper dan $1 lagen.", en: "stands deeper than $1 layers." }],
  [/^layer (\d+) of the tree has no name/, { nl: "laag $1 van de boom heeft nog geen naam.", en: "layer $1 of the tree has no name yet." }],
  [/^a level code stands twice$/, { nl: "twee niveaus hebben dezelfde code.", en: "two levels have the same code." }],
  [/^unknown function group "(.*)"$/, { nl: "er zijn woorden voor “$1”, en die functie bestaat hier niet.", en: "there are words for “$1”, and there is no such function here." }],
  [/^the progression has no step "(.*)"$/, { nl: "de opbouw heeft geen stap “$1”.", en: "the progression has no step “$1”." }],
  [/^its blocks do not stand on steps of the progression that go up/, { nl: "de onderdelen staan niet elk op een eigen, hogere stap van de opbouw, en dat is nodig voor het niveau van dit gebied. Kies per onderdeel een andere stap, of maak een nieuw gebied.", en: "its items do not each stand on a higher step of the progression, which the level of this area needs. Choose another step per item, or make a new area." }],
  [/^has no bands for area "(.*)"$/, { nl: "voor gebied $1 is niet gezegd hoeveel punten welk niveau zijn.", en: "nothing says which points are which level for area $1." }],
  [/^begins at (\d+), but at most (\d+) points can be had$/, { nl: "een niveau begint bij $1 punten, maar er zijn er hooguit $2 te halen.", en: "a level begins at $1 points, but there are at most $2 to be had." }],
  [/^the framework has no such area$/, { nl: "er zijn punten voor een gebied dat er niet meer is.", en: "there are points for an area that is not there any more." }],
  [/^points only mean something over all items/, { nl: "punten zeggen alleen iets over alle vragen samen: vraag ze allemaal, zonder korte versie.", en: "points only mean something over all questions together: ask them all, without a short version." }],
  [/^competence "(.*)" is asked without a target$/, { nl: "competentie $1 wordt gevraagd zonder streefniveau.", en: "competence $1 is asked without a target." }],
  [/^the framework has no (?:such competence|competence "(.*)")$/, { nl: "er wordt een competentie gevraagd die er niet meer is.", en: "a competence is asked that is not there any more." }],
  [/^the scale has no level "(.*)"$/, { nl: "er is een streefniveau “$1”, en dat niveau is er niet meer.", en: "there is a target “$1”, and that level is not there any more." }],
  [/^has no item$/, { nl: "de korte vragenlijst is leeg.", en: "the short questionnaire is empty." }],
  [/^an option has no statement$/, { nl: "een keuze heeft nog geen zin.", en: "a choice has no sentence yet." }],
  [/^has no item for competence "(.*)"$/, { nl: "deze manier van vragen heeft nog geen woorden voor competentie $1.", en: "this way of asking has no words for competence $1 yet." }],
  [/^makes several of several/, { nl: "zo worden meer onderdelen samen meer andere, en dan is niet te zeggen wat wat werd. Kies er één, of zeg eerst bij de andere dat ze iets anders werden.", en: "this makes several items of several others, and then nobody can say which became which. Choose one of them, or say first that the others became something else." }],
  [/^makes an area of a competence/, { nl: "een gebied kan geen competentie worden, en omgekeerd. Zeg dat het ene is vervallen en het andere nieuw is.", en: "an area cannot become a competence, or the other way round. Say that the one is gone and the other new." }],
  [/^names an area and a competence/, { nl: "een gebied en een competentie kunnen niet samen uit iets voortkomen. Zeg het van elk apart.", en: "an area and a competence cannot come of one thing together. Say it of each apart." }],
  [/^(?:this version|version (\S+)) has no "(.*)"$/, { nl: "een onderdeel (“$2”) waar dit naar wijst, is er niet meer. Zeg opnieuw wat het werd.", en: "an item (“$2”) that this points at is not there any more. Say again what it became." }],
  [/^(?:is not older than this version|there is no version )/, { nl: "de versie waar dit concept op volgt, klopt niet meer. Begin opnieuw met een volgende versie.", en: "the version that this draft follows does not hold any more. Begin a next version anew." }],
];

/** A sentence of the checker in both languages, with what it is about in front. What the desk has no words for is quoted as the checker says it. */
export function sentenceFor(reason: string, about: Text | string): Text {
  const { nl: aboutNl, en: aboutEn } = typeof about === "string" ? { nl: about, en: about } : about;
  for (const [pattern, words] of known) {
    const found = pattern.exec(reason);
    if (!found) continue;
    const filled = (text: string) => text.replaceAll(/\$(\d)/g, (_, place: string) => found[Number(place)] ?? "");
    return { nl: `${aboutNl}: ${filled(words.nl)}`, en: `${aboutEn}: ${filled(words.en)}` };
  }
  return { nl: `${aboutNl}: dit klopt nog niet. De controle zegt in het Engels: “${reason}”.`, en: `${aboutEn}: this does not hold yet. The checker says: “${reason}”.` };
}
