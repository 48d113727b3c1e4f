import type { Activity, SchoolScan } from "#app/domain/activity/activity.ts";
import { checkActivity } from "#app/domain/activity/check.ts";
import type { BenchmarkSet } from "#app/domain/benchmark/benchmark.ts";
import { checkBenchmarks } from "#app/domain/benchmark/check.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { frameworksFolder } from "#app/frameworks-folder.server.ts";
import { documentReader, type FileProblem } from "#app/services/document-files.server.ts";

/** What a team or a school does together, and the figures of the sector: files beside the frameworks, never mixed with them. */
export type Activities = { readonly activities: readonly Activity[]; readonly benchmarks: readonly BenchmarkSet[]; readonly hashes: Readonly<Record<string, string>> };
export type ReadActivities = Activities & { readonly problems: readonly FileProblem[] };

/** Reads all activities and sector figures; the same function serves the app, the checker and the tests. */
export function readActivities(folder: string): ReadActivities {
  const { read, hashes, problems } = documentReader(folder);
  return { activities: read("activities", checkActivity), benchmarks: read("benchmarks", checkBenchmarks), hashes, problems };
}

let kept: Activities | null = null;

/** The activities that ship with the product, read once. @throws at the first use when a file does not hold, naming file and place */
export function activities(): Activities {
  if (kept) return kept;
  const { problems, ...read } = readActivities(frameworksFolder());
  if (problems.length > 0) throw new Error(problems.map(({ file, where, reason }) => `${file} · ${where}: ${reason}`).join("\n"));
  return (kept = read);
}

/** The newest version of every activity, in the order of the folder. */
export function newestActivities(from: Activities = activities()): Activity[] {
  return newest(from.activities);
}

/** The newest version of an activity. Null when there is none. */
export function activityOf(slug: string, from: Activities = activities()): Activity | null {
  return newestActivities(from).find((each) => each.slug === slug) ?? null;
}

/** A scan of the school in one version: what an earlier one was answered on. Null when there is none. */
export function scanAt(slug: string, version: string, from: Activities = activities()): SchoolScan | null {
  return from.activities.find((each): each is SchoolScan => each.kind === "school-scan" && each.slug === slug && each.version === version) ?? null;
}

/** The scan that schools begin now: the newest version of the first there is. */
export function scanToBegin(from: Activities = activities()): SchoolScan | null {
  return newest(from.activities).find((each): each is SchoolScan => each.kind === "school-scan") ?? null;
}

/** The newest figures of this sector. Null when there are none. */
export function sectorFigures(slug: string, from: Activities = activities()): BenchmarkSet | null {
  return newest(from.benchmarks).find((each) => each.slug === slug) ?? null;
}

function newest<T extends { readonly slug: string; readonly version: string }>(all: readonly T[]): T[] {
  return all.filter(({ slug, version }) => all.every((each) => each.slug !== slug || compareVersions(each.version, version) <= 0));
}
