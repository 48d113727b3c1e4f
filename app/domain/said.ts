import type { Language } from "#app/domain/text.ts";

/** A document as one reader gets it: every text in one language. */
export type Said<T> = T extends Readonly<Record<Language, infer V>> ? V : T extends readonly (infer E)[] ? readonly Said<E>[] : T extends object ? { readonly [K in keyof T]: Said<T[K]> } : T;

/** The same document with each pair of languages replaced by the reader's. */
export function said<T>(value: T, language: Language): Said<T> {
  if (Array.isArray(value)) return value.map((each) => said(each as unknown, language)) as Said<T>;
  if (typeof value !== "object" || value === null) return value as Said<T>;
  const keys = Object.keys(value);
  if (keys.length === 2 && keys.includes("nl") && keys.includes("en")) return (value as Record<Language, unknown>)[language] as Said<T>;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, said(each as unknown, language)])) as Said<T>;
}
