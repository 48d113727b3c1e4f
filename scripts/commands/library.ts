import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { brokenLocks, type Lock } from "#app/domain/framework/lock.ts";
import { frameworkSchema, profileSchema } from "#app/domain/framework/schema.ts";
import { readLibrary, type FileProblem, type ReadLibrary } from "#app/services/frameworks.server.ts";

export const folder = fileURLToPath(new URL("../../frameworks", import.meta.url));
const lockFile = `${folder}/lock.json`;

/** JSON Schemas for editors, made from the zod schemas; the checker sees that they are up to date. */
export const generated: Readonly<Record<string, string>> = {
  "framework.schema.json": jsonSchema(frameworkSchema, "A framework of Groeikompas"),
  "profile.schema.json": jsonSchema(profileSchema, "A profile of Groeikompas: who is asked what, with which target"),
};

function jsonSchema(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 1)}\n`;
}

/** The hashes of released files. Empty when nothing was released. */
export function readLock(): Lock {
  return existsSync(lockFile) ? (JSON.parse(readFileSync(lockFile, "utf8")) as Lock) : {};
}

/** The library with everything that is wrong: documents, broken locks, schema files out of date. */
export function checkedLibrary(): ReadLibrary & { lock: Lock } {
  const lock = readLock();
  const read = readLibrary(folder);
  const stale: FileProblem[] = Object.entries(generated).flatMap(([file, text]) =>
    existsSync(`${folder}/${file}`) && readFileSync(`${folder}/${file}`, "utf8") === text ? [] : [{ file, where: "(document)", reason: "is out of date: run npm run frameworks:lock -- --schema" }],
  );
  return { library: read.library, lock, problems: [...read.problems, ...brokenLocks(lock, read.library.hashes), ...stale] };
}
