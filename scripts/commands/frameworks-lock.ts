import { writeFileSync } from "node:fs";
import { unlocked } from "#app/domain/framework/lock.ts";
import { checkedLibrary, folder, generated } from "./library.ts";

/** `npm run frameworks:lock`: writes the JSON Schemas, and releases every version that is not released yet. `--schema` writes the schemas only. */
for (const [file, text] of Object.entries(generated)) writeFileSync(`${folder}/${file}`, text);
if (!process.argv.includes("--schema")) {
  const { library, lock, problems } = checkedLibrary();
  for (const { file, where, reason } of problems) process.stderr.write(`${file} · ${where}: ${reason}\n`);
  if (problems.length > 0) process.exit(1);
  const released = unlocked(lock, library.hashes);
  const next = { ...lock, ...Object.fromEntries(released.map((file) => [file, library.hashes[file]])) };
  writeFileSync(`${folder}/lock.json`, `${JSON.stringify(Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
  process.stderr.write(released.length > 0 ? `Released: ${released.join(", ")}\n` : "Nothing new to release.\n");
}
