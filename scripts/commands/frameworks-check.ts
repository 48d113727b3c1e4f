import { competencesOf } from "#app/domain/framework/framework.ts";
import { unlocked } from "#app/domain/framework/lock.ts";
import { checkedLibrary } from "./library.ts";

/** `npm run --silent frameworks:check`: reads every file; exit code 1 when one does not hold. */
const { library, lock, steps, more, problems } = checkedLibrary();
const report = {
  ok: problems.length === 0,
  frameworks: library.frameworks.map((each) => ({ slug: each.slug, version: each.version, competences: competencesOf(each).length, levels: each.scale?.levels.length ?? null, instruments: each.instruments.map(({ id }) => id) })),
  profiles: library.profiles.map(({ slug, version, framework, families }) => ({ slug, version, framework, families: Object.keys(families) })),
  crosswalks: library.crosswalks.map(({ slug, version, frameworks, relations }) => ({ slug, version, frameworks: frameworks.map((each) => `${each.slug}@${each.version}`), relations: relations.length })),
  activities: more.activities.map(({ slug, version, kind }) => ({ slug, version, kind })),
  benchmarks: more.benchmarks.map(({ slug, version, benchmarks }) => ({ slug, version, figures: benchmarks.length })),
  steps: steps.map(({ file, from, to, step, needed }) => ({ file, from, to, step, needed })),
  drafts: unlocked(lock, library.hashes),
  problems,
};
process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
for (const { file, where, reason } of problems) process.stderr.write(`${file} · ${where}: ${reason}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
