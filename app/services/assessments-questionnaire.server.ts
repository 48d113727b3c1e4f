import { pagesFor, type Mode, type Page } from "#app/domain/assessment/questionnaire.ts";
import type { Framework, Instrument } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { frameworkAt, profileAt, type Library } from "#app/services/frameworks.server.ts";

/** The versions something was started with, and for whom: enough to know every question. */
export type Pinned = {
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly instrument: string;
  readonly profile: string;
  readonly profileVersion: string;
  readonly family: Family;
  readonly functionId: string;
};

export type Questionnaire = {
  readonly framework: Framework;
  readonly profile: Profile;
  readonly instrument: Instrument;
  readonly pages: readonly Page[];
  readonly byId: ReadonlyMap<string, Page>;
};

// Versions never change and functions are few, so the pages of each are made once per library and kept as long as that is.
const made = new WeakMap<Library, Map<string, Questionnaire>>();

/**
 * What somebody is asked. Cheap: a look-up after the first time. No pages when the profile has no questionnaire for them.
 * @throws when a version that is in use is no longer in the library
 */
export function questionnaireOf(library: Library, pinned: Pinned, mode: Mode): Questionnaire {
  const { framework, frameworkVersion, instrument, profile, profileVersion, family, functionId } = pinned;
  const key = [framework, frameworkVersion, instrument, profile, profileVersion, family, functionId, mode].join("\n");
  const kept = made.get(library) ?? new Map<string, Questionnaire>();
  made.set(library, kept);
  const known = kept.get(key);
  if (known) return known;
  const questionnaire = make(library, pinned, mode);
  kept.set(key, questionnaire);
  return questionnaire;
}

function make(library: Library, { framework: slug, frameworkVersion, instrument: instrumentId, profile: profileSlug, profileVersion, family, functionId }: Pinned, mode: Mode): Questionnaire {
  const framework = frameworkAt(slug, frameworkVersion, library);
  const profile = profileAt(profileSlug, profileVersion, library);
  const instrument = framework?.instruments.find(({ id }) => id === instrumentId);
  if (!framework || !profile || !instrument) throw new Error(`${slug}@${frameworkVersion}/${instrumentId} with profile ${profileSlug}@${profileVersion} is in use, but is not in the library`);
  const pages = pagesFor(framework, profile, { family, functionId }, mode);
  return { framework, profile, instrument, pages, byId: new Map(pages.map((page) => [page.competenceId, page])) };
}
