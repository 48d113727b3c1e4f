import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { activitySchema } from "#app/domain/activity/schema.ts";
import { benchmarkSchema } from "#app/domain/benchmark/schema.ts";
import { crosswalkSchema } from "#app/domain/framework/crosswalk-schema.ts";
import { brokenLocks, type Lock } from "#app/domain/framework/lock.ts";
import { frameworkSchema, profileSchema } from "#app/domain/framework/schema.ts";
import { stepProblems, stepReports, upgradeFileProblems, type StepReport } from "#app/domain/framework/version-problems.ts";
import { readActivities, type Activities } from "#app/services/activities.server.ts";
import type { FileProblem } from "#app/services/document-files.server.ts";
import { readLibrary, type ReadLibrary } from "#app/services/frameworks.server.ts";

export const folder = fileURLToPath(new URL("../../frameworks", import.meta.url));
const lockFile = `${folder}/lock.json`;

/** JSON Schemas for editors, made from the zod schemas; the checker sees that they are up to date. */
export const generated: Readonly<Record<string, string>> = {
  "framework.schema.json": jsonSchema(frameworkSchema, "A framework of Groeikompas"),
  "profile.schema.json": jsonSchema(profileSchema, "A profile of Groeikompas: who is asked what, with which target"),
  "crosswalk.schema.json": jsonSchema(crosswalkSchema, "A crosswalk of Groeikompas: relations between competences of frameworks"),
  "activity.schema.json": jsonSchema(activitySchema, "An activity of Groeikompas: a talk, cards or a scan for a team or a school"),
  "benchmark.schema.json": jsonSchema(benchmarkSchema, "Sector figures of Groeikompas, from published sources"),
};

function jsonSchema(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 1)}\n`;
}

/** The hashes of released files. Empty when nothing was released. */
export function readLock(): Lock {
  return existsSync(lockFile) ? (JSON.parse(readFileSync(lockFile, "utf8")) as Lock) : {};
}

/** The library with everything that is wrong: documents, version numbers, broken locks, schema files out of date; and the step that each version makes. */
export function checkedLibrary(): ReadLibrary & { lock: Lock; steps: readonly StepReport[]; more: Activities } {
  const lock = readLock();
  const read = readLibrary(folder);
  const { problems: others, ...more } = readActivities(folder);
  const library = { ...read.library, hashes: { ...read.library.hashes, ...more.hashes } };
  const stale: FileProblem[] = Object.entries(generated).flatMap(([file, text]) =>
    existsSync(`${folder}/${file}`) && readFileSync(`${folder}/${file}`, "utf8") === text ? [] : [{ file, where: "(document)", reason: "is out of date: run npm run frameworks:lock -- --schema" }],
  );
  const steps = stepReports(library);
  const problems = [...read.problems, ...others, ...upgradeFileProblems(library.frameworks), ...stepProblems(steps), ...brokenLocks(lock, library.hashes), ...stale];
  return { library, lock, steps, more, problems };
}
