import type { Framework } from "#app/domain/framework/framework.ts";
import { isLanguage, type Language } from "#app/domain/text.ts";

/** Our own document as it stands in a file: a document in one language holds its words once, though there are two in memory. */
export function toJson(framework: Framework): unknown {
  const [only] = framework.languages ?? [];
  return only ? inOne(framework, only) : framework;
}

/** Depth is limited by the checker. */
function inOne(value: unknown, only: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => inOne(each, only));
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  const isText = keys.length === 2 && keys.every(isLanguage);
  const { nl, en } = value as Record<Language, unknown>;
  if (isText && nl === en) return { [only]: nl };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inOne(each, only)]));
}
