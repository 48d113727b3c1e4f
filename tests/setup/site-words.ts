import type { Language } from "#app/domain/text.ts";
import { visible } from "./site-pages.ts";

/** What a visitor is told, or null when there is no such place on the page. */
export function told(html: string, language: Language): string | null {
  if (html.startsWith("{")) return (JSON.parse(html) as { text?: string }).text ?? null;
  // Where there is no page, both languages are said.
  if (!html.startsWith("<")) return html.split("\n\n")[language === "nl" ? 0 : 1] ?? null;
  const place = /<(\w+)[^>]*class="(?:error-summary|error-page|flash|[\w-]*field__error|[\w- ]*conflict[\w- ]*)"[\s\S]*?<\/\1>/.exec(html) ?? /<(\w+)[^>]*role="alert"[\s\S]*?<\/\1>/.exec(html);
  if (place) return visible(place[0]);
  // A page that is made before anybody's language is known says both too.
  const both = html.split('<p lang="en">');
  return both.length === 2 ? visible(both[language === "nl" ? 0 : 1]!) : null;
}
const words = { nl: /\b(je|de|een|dit|deze|niet|er|is|we|kies|vul|al)\b/i, en: /\b(the|this|not|choose|fill|you|your|we|is|a|was)\b/i };
const ours = /Er ging iets mis bij ons|Something went wrong on our side|Dit ligt niet aan jou|This is not your doing|Unexpected Server Error/;
const codes = /\b(bad-[a-z]+|too-(long|early|late|far|many)|no-(date|schools|families)|unknown-[a-z]+|Invalid (input|option)|undefined|\[object)\b/;

/** What is wrong with an answer to what was refused: it has to say what is the matter, in the reader's language. */
export function unclear({ status, html }: { status: number; html: string }, language: Language): string | null {
  if (ours.test(visible(html))) return "blames us";
  const text = told(html, language);
  if (text === null) return `${status} says nothing`;
  if (codes.test(text)) return `shows a code: ${text.slice(0, 80)}`;
  if (!/\S+ \S+ \S+/.test(text) || !words[language].test(text) || (language === "nl" ? /\b(the|nothing|choose|your)\b/i : /\b(niet|kies|dit|je)\b/i).test(text)) return `is not said in ${language}: ${text.slice(0, 120)}`;
  return null;
}
