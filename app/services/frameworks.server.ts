import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { frameworksFolder } from "#app/frameworks-folder.server.ts";
import type { Problem } from "#app/domain/framework/check-instruments.ts";
import { checkFramework, checkProfile, type Checked } from "#app/domain/framework/check.ts";
import { checkCrosswalk } from "#app/domain/framework/crosswalk-check.ts";
import type { Crosswalk } from "#app/domain/framework/crosswalk.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { compareVersions, isVersionAsked } from "#app/domain/framework/version.ts";
import { jsonFromBytes, type ReadJson } from "#app/domain/json-text.ts";

export type FileProblem = Problem & { readonly file: string };
export type Library = {
  readonly frameworks: readonly Framework[];
  readonly profiles: readonly Profile[];
  readonly crosswalks: readonly Crosswalk[];
  readonly hashes: Readonly<Record<string, string>>;
  /** Versions of a board's own that are not offered any more ("slug@version"); what was made with them stays readable. */
  readonly withdrawn: readonly string[];
};
export type ReadLibrary = { readonly library: Library; readonly problems: readonly FileProblem[] };

/** A file of all there is in the library takes a tenth of this. */
export const mostBytes = 5 * 1_048_576;

/** Reads all framework, profile and crosswalk files; the same function serves the app, the checker, the seeds and the tests. */
export function readLibrary(folder: string): ReadLibrary {
  const problems: FileProblem[] = [];
  const hashes: Record<string, string> = {};
  const read = <T extends { slug: string; version: string }>(path: string[], check: (json: unknown) => Checked<T>): T[] =>
    filesIn(join(folder, ...path)).flatMap(({ slug, version, file }) => {
      const name = [...path, slug, file].join("/");
      const add = (where: string, reason: string): T[] => (problems.push({ file: name, where, reason }), []);
      const size = statSync(join(folder, name)).size;
      if (size > mostBytes) return add("(document)", `is larger than ${mostBytes / 1_048_576} MB`);
      const bytes = readFileSync(join(folder, name));
      const json = jsonFromBytes(bytes);
      hashes[name] = hashOf(bytes, json);
      if (!json.ok) return add(json.where, json.reason);
      const checked = check(json.value);
      if (!checked.ok) return checked.problems.flatMap(({ where, reason }) => add(where, reason));
      if (checked.value.slug !== slug || checked.value.version !== version) return add("slug", `says ${checked.value.slug}@${checked.value.version}, but the file stands at ${slug}/${version}`);
      return [checked.value];
    });
  const frameworks = read([], checkFramework);
  const find = (slug: string, version: string) => frameworks.find((each) => each.slug === slug && each.version === version) ?? null;
  const profiles = read(["profiles"], (json) => checkProfile(json, find));
  const crosswalks = existsSync(join(folder, "crosswalks")) ? read(["crosswalks"], (json) => checkCrosswalk(json, find)) : [];
  return { library: { frameworks, profiles, crosswalks, hashes, withdrawn: [] }, problems };
}

/** SHA-256 of a document, whatever its line ends or indentation. */
export function hashOf(bytes: Uint8Array, json: ReadJson): string {
  const stable = (() => {
    try {
      return json.ok ? JSON.stringify(json.value) : bytes;
    } catch {
      // Nested deeper than can be written out; the checker refuses it.
      return bytes;
    }
  })();
  return createHash("sha256").update(stable).digest("hex");
}

/** The versions in a folder of slugs, oldest first. */
export function filesIn(folder: string): { slug: string; version: string; file: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "profiles" && entry.name !== "crosswalks")
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name), { withFileTypes: true })
        .filter((file) => file.isFile() && /^\d+\.\d+\.\d+\.json$/.test(file.name))
        .map(({ name }) => ({ slug: entry.name, version: name.replace(/\.json$/, ""), file: name })),
    )
    .sort((a, b) => (a.slug === b.slug ? compareVersions(a.version, b.version) : a.slug < b.slug ? -1 : 1));
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
