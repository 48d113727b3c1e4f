import type { BenchmarkSet } from "#app/domain/benchmark/benchmark.ts";
import { benchmarkSchema } from "#app/domain/benchmark/schema.ts";
import { folded, type Problem } from "#app/domain/framework/check-instruments.ts";
import { outcome, shapeOf, type Checked } from "#app/domain/framework/check.ts";

/** Turns parsed JSON into sector figures, or says everything that is wrong with them at once. */
export function checkBenchmarks(json: unknown): Checked<BenchmarkSet> {
  const parsed = shapeOf<BenchmarkSet>(json, benchmarkSchema);
  if (!parsed.ok) return parsed;
  const set = parsed.value;
  const problems: Problem[] = set.reviewBy > set.reviewed ? [] : [{ where: "reviewBy", reason: "is not later than the day it was reviewed" }];
  const seen = new Set<string>();
  for (const { id, year, source, handedOn, rows } of set.benchmarks) {
    if (seen.has(folded(id))) problems.push({ where: `benchmarks.${id}`, reason: `id "${id}" stands twice` });
    seen.add(folded(id));
    if (year > source.year) problems.push({ where: `benchmarks.${id}.year`, reason: `was measured in ${year}, after its source of ${source.year}` });
    if ((handedOn === "first-hand") !== (source.via === null)) problems.push({ where: `benchmarks.${id}.source.via`, reason: handedOn === "first-hand" ? "names another place, but it was read at its source" : "does not say where it was read" });
    if (new Set(rows.map((row) => folded(row.id))).size !== rows.length) problems.push({ where: `benchmarks.${id}.rows`, reason: "an id stands twice" });
  }
  return outcome(set, problems);
}
