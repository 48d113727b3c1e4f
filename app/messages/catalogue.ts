import { createContext, useContext } from "react";
import type { Language } from "#app/domain/text.ts";

/** Texts of one part of the interface in every language. A key missing in English is a type error. */
export type Catalogue<T> = Readonly<Record<Language, T>>;

type Widen<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Widen<T[K]> };

/** Puts the Dutch and English texts of one part together; functions take what is filled in. */
export function catalogue<const T>(texts: { nl: T; en: NoInfer<Widen<T>> }): Catalogue<Widen<T>> {
  return texts as unknown as Catalogue<Widen<T>>;
}

/** The reader's language, given once by the root of the page. */
export const LanguageContext = createContext<Language>("nl");

/** The reader's language. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of one part in the reader's language. */
export function useMessages<T>(part: Catalogue<T>): T {
  return part[useContext(LanguageContext)];
}
