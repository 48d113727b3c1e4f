import { readFileSync } from "node:fs";
import { broughtIn, copyOf } from "#app/domain/desk/begin.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { ownLicences } from "#app/domain/desk/licences.ts";
import { fromTemplate, templateKeys } from "#app/domain/desk/templates.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";

const beginner = { board: "Stichting Test", today: "2026-11-16", slug: "eigen-test" };
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../../frameworks/${path}`, import.meta.url), "utf8")) as T;
const copied = (file: string, profiles: readonly string[]) => copyOf(read<Framework>(file), profiles.map((each) => read<Profile>(`profiles/${each}`)), beginner)!;

/** Drafts of each sort that a board can begin with. */
export const drafts: Readonly<Record<string, () => Draft>> = {
  ...Object.fromEntries(templateKeys.map((key) => [key, () => fromTemplate(key, beginner)])),
  statements: () => copied("digcomp/2025.1.0.json", ["digcomp-po/1.0.0.json"]),
  blocks: () => copied("unesco-ai-cft/2024.1.0.json", ["unesco-ai-cft-po/1.0.0.json"]),
};

/** A framework of the library as it comes in whole, with ways of asking that a copy leaves out. */
export const brought = (file: string): Draft => broughtIn(read<Framework>(file), beginner);

/** Every empty text written, and a licence chosen. */
export function finished(draft: Draft): Draft {
  const filled = JSON.parse(JSON.stringify(draft), (_, value: unknown) => (value === "" ? "Geschreven" : value)) as Draft;
  return { ...filled, framework: { ...filled.framework, licence: filled.framework.licence.adaptationAllowed === null ? ownLicences[1]! : filled.framework.licence } };
}
