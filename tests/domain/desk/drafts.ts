import { readFileSync } from "node:fs";
import { broughtIn, copyOf } from "#app/domain/desk/begin.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { ownLicences } from "#app/domain/desk/licences.ts";
import { fromTemplate, templateKeys, templateTitles } from "#app/domain/desk/templates.ts";
import { editMatrix, matrixGroup } from "#app/domain/desk/matrix.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { repaired } from "#app/domain/desk/repair.ts";
import { competencesOf, type Framework } from "#app/domain/framework/framework.ts";
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

const named = { nl: "Ons raamwerk", en: "Our framework" };

/** Every empty text written, a name of its own, a licence chosen, separate words only where they say something else, and somebody asked. */
export function finished(draft: Draft): Draft {
  const filled = JSON.parse(JSON.stringify(draft), (_, value: unknown) => (value === "" ? "Geschreven" : value)) as Draft;
  return asked(withoutIdleWords(licensed(filled)));
}

function withoutIdleWords(draft: Draft): Draft {
  return problemsOf(draft).reduce((left, { repair }) => (repair?.act === "drop-words" ? repaired(left, repair) : left), draft);
}

function asked(draft: Draft): Draft {
  const { framework, profiles } = draft;
  if (profiles.some(({ families }) => Object.keys(families).length > 0)) return draft;
  const [instrument] = framework.instruments;
  const level = (framework.scale ?? instrument!.scale)!.levels[0]!.code;
  const kept = editMatrix(draft, instrument!.id, matrixGroup("leraar")!, Object.fromEntries(competencesOf(framework).flatMap(({ node: { id } }) => [[`in.${id}`, "on"], [`target.${id}`, level]])));
  if (!kept.ok) throw new Error("nobody could be asked");
  return kept.draft;
}

function licensed(filled: Draft): Draft {
  const names = filled.framework.title.nl === templateTitles["three-levels"].nl ? { title: named, shortTitle: named } : {};
  return { ...filled, framework: { ...filled.framework, ...names, licence: filled.framework.licence.adaptationAllowed === null ? ownLicences[1]! : filled.framework.licence } };
}
