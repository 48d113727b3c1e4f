/** The languages of the product; a text of a framework or of the interface exists in both. */
export const languages = ["nl", "en"] as const;
export type Language = (typeof languages)[number];

/** One text in every language of the product. */
export type Text = Readonly<Record<Language, string>>;

/** The text in the reader's language. */
export function inLanguage(text: Text, language: Language): string {
  return text[language];
}

/** The text in the reader's language, or in the other one where it has not been written yet. */
export function inEither(text: Text, language: Language): string {
  return text[language] || text[language === "nl" ? "en" : "nl"];
}

/** True for a language the product speaks; anything else is not to be trusted. */
export function isLanguage(value: unknown): value is Language {
  return value === "nl" || value === "en";
}
