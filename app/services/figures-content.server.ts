import type { RoundContent } from "#app/domain/figures/grid.ts";
import { answerScale, instrumentOf } from "#app/domain/framework/framework.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { frameworkAt, profileAt, type Library } from "#app/services/frameworks.server.ts";

/** The files that a round or release was made with; they never change once used. Null when they are not in the library. */
export function contentOf(library: Library, slug: string, versions: { frameworkVersion: string; instrument: string; profile: string; profileVersion: string }, families: readonly Family[]): RoundContent | null {
  const framework = frameworkAt(slug, versions.frameworkVersion, library);
  const profile = profileAt(versions.profile, versions.profileVersion, library);
  const instrument = framework && instrumentOf(framework, versions.instrument);
  const scale = instrument && answerScale(framework, instrument);
  return framework && instrument && scale && profile ? { framework, instrument, scale, profile, families } : null;
}
