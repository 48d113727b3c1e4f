import { checkFramework, checkProfile, shapeOf } from "#app/domain/framework/check.ts";
import type { Problem } from "#app/domain/framework/check-instruments.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { frameworkSchema, profileSchema } from "#app/domain/framework/schema.ts";
import { languages, type Language } from "#app/domain/text.ts";

/** A framework in the making with who is asked what. In memory always in both languages; a text that is still to be written is empty. */
export type Draft = { readonly framework: Framework; readonly profiles: readonly Profile[] };

/** What a framework and its profiles look like where they are stored. */
export type StoredDraft = { readonly framework: unknown; readonly profiles: readonly unknown[] };

/** Stands for a text that is still to be written, where the schema wants one: a character for private use, so nobody types it. */
const unwritten = "\ue000";
/** What a reader sees where a text is still to be written. */
const dots = "…";

/** Reads a stored draft. Null when it has not the shape of one: then it was never written by the desk. */
export function openDraft({ framework, profiles }: StoredDraft): Draft | null {
  const read = shapeOf<Framework>(eachText(framework, (text) => (text.trim() === "" ? unwritten : text)), frameworkSchema);
  if (!read.ok) return null;
  const parts = profiles.map((profile) => shapeOf<Profile>(eachText(profile, (text) => (text.trim() === "" ? unwritten : text)), profileSchema));
  const blank = (text: string) => (text === unwritten ? "" : text);
  return { framework: eachText(read.value, blank), profiles: parts.flatMap((part) => (part.ok ? [eachText(part.value, blank)] : [])) };
}

/** A draft as it is stored: a document in one language keeps that one. Null when it has not the shape of a document any more, and may not be stored. */
export function storedDraft({ framework, profiles }: Draft): StoredDraft | null {
  const only = framework.languages?.[0];
  const stored = { framework: only ? inOne(framework, only) : framework, profiles };
  return openDraft(stored)?.profiles.length === profiles.length ? stored : null;
}

/** The draft with dots where something is still to be written: to look at before it is finished. */
export function readable({ framework, profiles }: Draft): Draft {
  const dotted = (text: string) => (text === "" ? dots : text);
  return { framework: eachText(framework, dotted), profiles: profiles.map((profile) => eachText(profile, dotted)) };
}

/** Everything that keeps a draft from being published, apart from texts that are still to be written. */
export function structureProblems(draft: Draft): { readonly framework: readonly Problem[]; readonly profiles: readonly { readonly instrument: string; readonly problems: readonly Problem[] }[] } {
  const { framework, profiles } = readable(draft);
  const checked = checkFramework(framework);
  const holds = (instrument: string, profile: Profile) => {
    const part = checkProfile(profile, () => framework);
    return { instrument, problems: part.ok ? [] : part.problems };
  };
  return { framework: checked.ok ? [] : checked.problems, profiles: profiles.map((profile) => holds(profile.instrument, profile)) };
}

/** The languages a draft is written in. */
export function spokenIn({ languages: only }: Pick<Framework, "languages">): readonly Language[] {
  return only ?? languages;
}

/** Every text of a document through `change`; what is no text stays as it is. Its depth was looked at when it came in. */
function eachText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === "string") return change(value) as T;
  if (Array.isArray(value)) return value.map((each) => eachText(each as unknown, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, eachText(part as unknown, change)])) as T;
}

/** Texts in two languages become texts in one; everything else stays. */
function inOne(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => inOne(each, language));
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 2 && languages.every((each) => typeof (value as Record<string, unknown>)[each] === "string")) return { [language]: (value as Record<string, unknown>)[language] };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inOne(part, language)]));
}
