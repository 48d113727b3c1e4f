import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "#app/domain/framework/check-instruments.ts";
import type { Checked } from "#app/domain/framework/check.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { jsonFromBytes, type ReadJson } from "#app/domain/json-text.ts";

export type FileProblem = Problem & { readonly file: string };
/** Reads one part of a folder; what does not hold is left out and added to the problems, every file that was read to the hashes by its name. */
export type DocumentReader = {
  readonly read: <T extends { readonly slug: string; readonly version: string }>(part: string, check: (json: unknown) => Checked<T>) => T[];
  readonly hashes: Readonly<Record<string, string>>;
  readonly problems: readonly FileProblem[];
};

/** A file of all there is in the library takes a tenth of this. */
const mostBytes = 5 * 1_048_576;

/** A reader of versioned documents that stand as `<part>/<slug>/<version>.json`; part "" is the folder itself, and a part that is not there is empty. */
export function documentReader(folder: string): DocumentReader {
  const problems: FileProblem[] = [];
  const hashes: Record<string, string> = {};
  const read: DocumentReader["read"] = (part, check) =>
    (part !== "" && !existsSync(join(folder, part)) ? [] : filesIn(join(folder, part))).flatMap(({ slug, version, file }) => {
      const name = [part, slug, file].filter(Boolean).join("/");
      const add = (where: string, reason: string) => (problems.push({ file: name, where, reason }), []);
      if (statSync(join(folder, name)).size > mostBytes) return add("(document)", `is larger than ${mostBytes / 1_048_576} MB`);
      const bytes = readFileSync(join(folder, name));
      const json = jsonFromBytes(bytes);
      hashes[name] = hashOf(bytes, json);
      if (!json.ok) return add(json.where, json.reason);
      const checked = check(json.value);
      if (!checked.ok) return checked.problems.flatMap(({ where, reason }) => add(where, reason));
      if (checked.value.slug !== slug || checked.value.version !== version) return add("slug", `says ${checked.value.slug}@${checked.value.version}, but the file stands at ${slug}/${version}`);
      return [checked.value];
    });
  return { read, hashes, problems };
}

/** SHA-256 of a document, whatever its line ends or indentation. */
function hashOf(bytes: Uint8Array, json: ReadJson): string {
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
function filesIn(folder: string): { slug: string; version: string; file: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "profiles" && entry.name !== "crosswalks")
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name), { withFileTypes: true })
        .filter((file) => file.isFile() && /^\d+\.\d+\.\d+\.json$/.test(file.name))
        .map(({ name }) => ({ slug: entry.name, version: name.replace(/\.json$/, ""), file: name })),
    )
    .sort((a, b) => (a.slug === b.slug ? compareVersions(a.version, b.version) : a.slug < b.slug ? -1 : 1));
}
