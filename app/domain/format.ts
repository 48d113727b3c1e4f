import type { Language } from "./text.ts";

const zone = "Europe/Amsterdam";
const locale: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

// Making a formatter costs more than a hundred uses of it, so each is made once, at its first use.
function once<F>(make: (language: Language) => F): (language: Language) => F {
  const made = new Map<Language, F>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
const days = once((language) => new Intl.DateTimeFormat(locale[language], { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: zone }));
const clocks = once((language) => new Intl.DateTimeFormat(locale[language], { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }));
const months = once((language) => new Intl.DateTimeFormat(locale[language], { month: "short", year: "numeric", timeZone: zone }));
const numbers = [0, 1, 2, 3].map((digits) => once((language) => new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits })));
const lists = once((language) => new Intl.ListFormat(locale[language], { type: "conjunction" }));
const isoDays = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });

/** "di 12 mei 2026" / "Tue 12 May 2026": a day in words, as it is in the Netherlands. */
export function dayInWords(moment: Date | string, language: Language): string {
  const at = typeof moment === "string" ? new Date(`${moment}T12:00:00Z`) : moment;
  return days(language).format(at).replace(",", "");
}

/** "dec 2025": a month, for the axis of a chart. */
export function monthInWords(moment: Date, language: Language): string {
  return months(language).format(moment);
}

/** "14:02", in the Netherlands. */
export function clock(moment: Date, language: Language): string {
  return clocks(language).format(moment);
}

/** "di 12 mei 2026, 14:02". */
export function momentInWords(moment: Date, language: Language): string {
  return `${dayInWords(moment, language)}, ${clock(moment, language)}`;
}

/** A number with a decimal comma in Dutch and a point in English, with at most two decimals (or as many as asked). */
export function decimal(value: number, language: Language, digits: 0 | 1 | 2 | 3 = 2): string {
  return numbers[digits]!(language).format(value);
}

/** "2026-05-12": the day in the Netherlands at this moment. */
export function isoDay(moment: Date): string {
  return isoDays.format(moment);
}

/** The same with a full stop, unless it has an end of its own ("Ik begin…"). */
export function closed(sentence: string): string {
  return /[.…!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** "a, b en c" / "a, b and c". */
export function listed(parts: readonly string[], language: Language): string {
  return lists(language).format(parts);
}
