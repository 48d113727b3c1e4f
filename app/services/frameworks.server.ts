import { frameworksFolder } from "#app/frameworks-folder.server.ts";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import { checkCrosswalk } from "#app/domain/framework/crosswalk-check.ts";
import type { Crosswalk } from "#app/domain/framework/crosswalk.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { compareVersions, isVersionAsked } from "#app/domain/framework/version.ts";
import { documentReader, type FileProblem } from "#app/services/document-files.server.ts";

export type Library = {
  readonly frameworks: readonly Framework[];
  readonly profiles: readonly Profile[];
  readonly crosswalks: readonly Crosswalk[];
  readonly hashes: Readonly<Record<string, string>>;
  /** Versions of a board's own that are not offered any more ("slug@version"); what was made with them stays readable. */
  readonly withdrawn: readonly string[];
};
export type ReadLibrary = { readonly library: Library; readonly problems: readonly FileProblem[] };

/** Reads all framework, profile and crosswalk files; the same function serves the app, the checker, the seeds and the tests. */
export function readLibrary(folder: string): ReadLibrary {
  const { read, hashes, problems } = documentReader(folder);
  const frameworks = read("", checkFramework);
  const find = (slug: string, version: string) => frameworks.find((each) => each.slug === slug && each.version === version) ?? null;
  const profiles = read("profiles", (json) => checkProfile(json, find));
  const crosswalks = read("crosswalks", (json) => checkCrosswalk(json, find));
  return { library: { frameworks, profiles, crosswalks, hashes, withdrawn: [] }, problems };
}

let kept: Library | null = null;

/** The library that ships with the product, read once. @throws at the first use when a file does not hold, naming file and place */
export function library(): Library {
  if (kept) return kept;
  const { library: read, problems } = readLibrary(frameworksFolder());
  if (problems.length > 0) throw new Error(problems.map(({ file, where, reason }) => `${file} · ${where}: ${reason}`).join("\n"));
  return (kept = read);
}

/** True when a board withdrew this version of its own. */
export function isWithdrawn({ withdrawn }: Library, { slug, version }: Framework): boolean {
  return withdrawn.includes(`${slug}@${version}`);
}

/** A framework by slug and version; "2017" finds the newest version that starts so. Null when there is none. */
export function frameworkAt(slug: string, asked: string, from: Library = library()): Framework | null {
  return from.frameworks.filter((each) => each.slug === slug && isVersionAsked(each.version, asked)).sort((a, b) => compareVersions(b.version, a.version))[0] ?? null;
}

/** A profile by slug and exact version. Null when there is none. */
export function profileAt(slug: string, version: string, from: Library = library()): Profile | null {
  return from.profiles.find((each) => each.slug === slug && each.version === version) ?? null;
}

/** The newest profile for an instrument of a framework. Null when nobody is asked it yet. */
export function profileFor(framework: Framework, instrument: string, from: Library = library()): Profile | null {
  return (
    from.profiles
      .filter((each) => each.framework === framework.slug && each.frameworkVersion === framework.version && each.instrument === instrument)
      .sort((a, b) => compareVersions(b.version, a.version))[0] ?? null
  );
}

/** A crosswalk by slug and exact version. Null when there is none. */
export function crosswalkAt(slug: string, version: string, from: Library = library()): Crosswalk | null {
  return from.crosswalks.find((each) => each.slug === slug && each.version === version) ?? null;
}

/** The newest version of every crosswalk: what is used now. */
export function newestCrosswalks(from: Library = library()): Crosswalk[] {
  return from.crosswalks.filter(({ slug, version }) => from.crosswalks.every((each) => each.slug !== slug || compareVersions(each.version, version) <= 0));
}
