import type { Framework } from "#app/domain/framework/framework.ts";
import { licenceFrom } from "#app/domain/interchange/licence.ts";
import type { LooseFramework, Notes } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { idFrom, isId } from "#app/domain/interchange/place.ts";
import { oneLine, plainText } from "#app/domain/interchange/plain-text.ts";
import { cutTo, inBoth, type Voice } from "#app/domain/interchange/voice.ts";
import type { Text } from "#app/domain/text.ts";

/** What a framework says about itself: title, source, licence and version. What the file does not say is said to be unknown, never made up. */
export function headOf(loose: LooseFramework, title: Text, voice: Voice, today: string, notes: Notes): Omit<Framework, "layers" | "scale" | "nodes" | "instruments"> {
  const { facts } = loose;
  const licence = licenceFrom(facts.licence);
  if (licence.id === "not-verified") repaired(notes, "licence-unknown", wholeFile);
  if (!facts.publisher) repaired(notes, "publisher-unknown", wholeFile);
  const year = facts.year !== null && facts.year >= 1990 && facts.year <= 2100 ? facts.year : null;
  if (year === null) repaired(notes, "year-unknown", wholeFile);
  const publisher = plainLine(facts.publisher, 200) || "Uitgever onbekend (publisher unknown)";
  const written = year ?? Number(today.slice(0, 4));
  const description = voice.say(loose.description, wholeFile) ?? title;
  if (longest(description) > 1_500) lost(notes, "text-cut", wholeFile, longest(description));
  const name = voice.languages[0] === "nl" ? title.nl : title.en;
  const slug = idFrom(name.toLowerCase());
  const [only, second] = voice.languages;
  return {
    schema: 1,
    slug: isId(slug) ? slug : `raamwerk-${slug}`.slice(0, 60),
    version: versionOf(facts.version, notes),
    ...(second === undefined ? { languages: [only!] as const } : {}),
    title,
    shortTitle: inBoth(title, (text) => cutTo(text, 60)),
    description: inBoth(description, (text) => cutTo(text, 1_500)),
    source: { citation: cutTo(`${publisher}${year === null ? "" : ` (${year})`}. ${name}.`, 800), publisher, year: written, ...(facts.address && isAddress(facts.address) ? { url: facts.address } : {}) },
    licence: { ...licence, note: licenceNote(licence.id === "not-verified") },
    attribution: { nl: cutTo(`Naar: ${name}, ${publisher}.`, 800), en: cutTo(`After: ${name}, ${publisher}.`, 800) },
    changes: { nl: "Ingelezen uit een bestand. De vorm is aangepast aan Groeikompas; de woorden zijn van de bron.", en: "Brought in from a file. The form was adapted to Groeikompas; the words are the source's." },
    endorsement: { nl: cutTo(`${publisher} heeft deze versie niet gemaakt, gecontroleerd of goedgekeurd.`, 400), en: cutTo(`${publisher} has not made, checked or endorsed this version.`, 400) },
    contact: publisher,
    reviewed: today,
    reviewBy: `${Number(today.slice(0, 4)) + 1}${today.slice(4) === "-02-29" ? "-02-28" : today.slice(4)}`,
  };
}

const plainLine = (text: string | null, most: number) => cutTo(oneLine(plainText(text ?? "").text), most);
const longest = (text: Text) => Math.max(text.nl.length, text.en.length);
const isAddress = (text: string) => /^https:\/\/\S{1,490}$/.test(text) && URL.canParse(text);

/** The file's own version when it is one of three numbers, or becomes one with zeros behind it. */
function versionOf(said: string | null, notes: Notes): string {
  const parts = /^\s*v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?\s*$/i.exec(said ?? "");
  if (!parts) {
    repaired(notes, "version-added", wholeFile);
    return "1.0.0";
  }
  const version = [parts[1], parts[2] ?? "0", parts[3] ?? "0"].map(Number).join(".");
  if (version !== said?.trim()) repaired(notes, "version-completed", wholeFile, said!.trim(), version);
  return version;
}

function licenceNote(unknown: boolean): Text {
  return unknown
    ? { nl: "De licentie is niet nagegaan. Zoek uit wat mag voordat je dit raamwerk aanpast of deelt.", en: "The licence was not verified. Find out what is allowed before you adapt or share this framework." }
    : { nl: "Zoals het bestand het zegt; niet door Groeikompas nagegaan.", en: "As the file says; not verified by Groeikompas." };
}
