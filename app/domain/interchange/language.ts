import type { Language, Text } from "#app/domain/text.ts";

/** "nl-NL", "dut" and "Nederlands" are nl; what is neither Dutch nor English keeps its first part; null when nothing is said. */
export function languageTag(said: string | null | undefined): string | null {
  const tag = (said ?? "").trim().toLowerCase();
  if (tag === "") return null;
  if (/^(nl|nld|dut|dutch|nederlands)(?![a-z])/.test(tag)) return "nl";
  if (/^(en|eng|english|engels)(?![a-z])/.test(tag)) return "en";
  return tag.split(/[-_ ]/)[0]!.slice(0, 12);
}

/** The name of a language in a sentence. */
export const languageNames: Readonly<Record<Language, Text>> = { nl: { nl: "Nederlands", en: "Dutch" }, en: { nl: "Engels", en: "English" } };

const dutch = new Set("de het een en van voor met zijn niet aan bij naar ook om te uit dat deze door je jij ik wij ze of tot kan kunnen wordt worden over maar nog geen zich eigen als hun eigen goed nieuwe gebruik leerlingen leraar school niveau kennis onderwijs gebied titel naam beschrijving omschrijving toelichting ouder competentie".split(" "));
const english = new Set("the and of to with for are that this these by from on their they a an how what your can be as which not or other others own new use using students teacher school level levels knowledge skills education item framework standard competence competency title name description parent".split(" "));

/** Dutch or English, by the small words and endings; English when there is nothing to go by. */
export function guessedLanguage(texts: Iterable<string>): Language {
  let [nl, en, seen] = [0, 0, 0];
  for (const text of texts) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      seen += 1;
      if (dutch.has(word)) nl += 1;
      else if (/(heid|lijke?|ische?|eren|schap|aal|kader|ijk)$|ij|aa[^m]|uu|oo[rn]|ië/.test(word)) nl += 0.5;
      if (english.has(word)) en += 1;
      else if (/(tion|tions|ness|ment|ity|ing|ical|ship|ly|ies)$|th|sh|wh|ea/.test(word)) en += 0.4;
    }
    if (seen > 20_000) break;
  }
  return nl > en ? "nl" : "en";
}
