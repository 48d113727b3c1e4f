// Faults put into copies of the module on purpose: an oracle that lets one pass is no oracle.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";
import * as classes from "#app/domain/release/classes.ts";
import * as coarsen from "#app/domain/release/coarsen.ts";
import * as mean from "#app/domain/release/mean.ts";
import * as minCut from "#app/domain/release/min-cut.ts";
import * as plan from "#app/domain/release/plan.ts";
import * as release from "#app/domain/release/release.ts";
import * as solve from "#app/domain/release/solve.ts";
import { firstFault, type ReleaseModule } from "#tests/domain/release/verdict.ts";

const SOURCE = join(import.meta.dirname, "../../../app/domain/release");
const copies: string[] = [];

type Fault = { name: string; file: string; from: string; to: string };

const FAULTS: Fault[] = [
  { name: "a cell of k − 1 is shown", file: "plan.ts", from: "cell.n >= k &&", to: "cell.n >= k - 1 &&" },
  { name: "a cut of k − 1 is enough", file: "plan.ts", from: "wider, k) < k)", to: "wider, k) < k - 1)" },
  { name: "no minimum cut at all", file: "plan.ts", from: "if (lightestDifference(hidden, wider, k) < k) continue;", to: "" },
  { name: "the board total does not part the rests", file: "plan.ts", from: "margins.board ? 1 : rest", to: "rest" },
  { name: "the rests are always parted", file: "plan.ts", from: "margins.board ? 1 : rest", to: "1" },
  { name: "published cells stay in the graph", file: "plan.ts", from: ".filter((cell) => !isShown(cell))", to: ".filter(() => true)" },
  { name: "smallest totals first", file: "plan.ts", from: "b.n - a.n ||", to: "a.n - b.n ||" },
  { name: "schools before families", file: "plan.ts", from: "unit === null && group !== null),\n    ...totals.filter(({ unit, group }) => unit !== null && group === null)", to: "unit !== null && group === null),\n    ...totals.filter(({ unit, group }) => unit === null && group !== null)" },
  { name: "a kept total is forgotten by the next question", file: "plan.ts", from: "margins = wider;", to: "" },
  { name: "only the first component is cut", file: "min-cut.ts", from: "best = Math.min(best, lightestCut(component, enough));", to: "return lightestCut(component, enough);" },
  { name: "the cut contracts too much", file: "min-cut.ts", from: "key < limit", to: "key < limit - 1" },
  { name: "parallel edges are not added up", file: "min-cut.ts", from: "(neighbours.get(to) ?? 0) + weight", to: "weight" },
  { name: "the step comes from n, not from the class", file: "classes.ts", from: "const lowest = classFor(n).from;", to: "const lowest = n;" },
  { name: "a step that is just not coarse enough", file: "classes.ts", from: "lowest > 40 * (levels - 1)", to: "lowest >= 40 * (levels - 1)" },
  { name: "the step in floats", file: "classes.ts", from: "3 * step * lowest > 40 * (levels - 1)", to: "1.5 * (step / 20) * n > levels - 1" },
  { name: "no end-coding at the bottom", file: "mean.ts", from: "const lowest = stepsPerLevel + 1;", to: "const lowest = stepsPerLevel;" },
  { name: "no end-coding at the top", file: "mean.ts", from: "levels * stepsPerLevel - 1;", to: "levels * stepsPerLevel;" },
  { name: "halves are rounded down", file: "mean.ts", from: "Math.floor((40 * sum + n * step) / (2 * n * step))", to: "Math.ceil((40 * sum - n * step) / (2 * n * step))" },
  { name: "the interval is one sum too wide", file: "mean.ts", from: "Math.ceil((n * high) / 40) - 1", to: "Math.ceil((n * high) / 40)" },
  { name: "no audit of all figures together", file: "coarsen.ts", from: "while (shortfall(index) > 0)", to: "while (shortfall(index) > levels * 1000)" },
  { name: "the audit looks only down", file: "coarsen.ts", from: "Math.max(down - reach(index, \"down\", down).moved, up - reach(index, \"up\", up).moved)", to: "down - reach(index, \"down\", down).moved" },
  { name: "the audit looks only up", file: "coarsen.ts", from: "Math.max(down - reach(index, \"down\", down).moved, up - reach(index, \"up\", up).moved)", to: "up - reach(index, \"up\", up).moved" },
  { name: "the audit forgets the board total", file: "coarsen.ts", from: "return { from, to, low, high, flow: sum };", to: "return from === 1 && to === 0 ? { from, to, low: 0, high: 1e9, flow: sum } : { from, to, low, high, flow: sum };" },
  { name: "the audit forgets what is published", file: "coarsen.ts", from: "published.get(keys[index] ?? \"\") ?? ", to: "" },
  { name: "a question leaves its mark on the flow", file: "flow.ts", from: "for (const { path, amount } of pushes.reverse()) push(arcs, path, -amount);", to: "" },
  { name: "no audit from round to round", file: "release.ts", from: "if (remedies.length === 0) return", to: "if (remedies.length < 1000) return" },
  { name: "no two by two", file: "release.ts", from: "figuresExposing(figures, overlaps, levels)", to: "figuresExposing([], overlaps, levels)" },
  { name: "no audit of all rounds together", file: "release.ts", from: "if (!exposure) return [];", to: "if (exposure || !exposure) return [];" },
  { name: "only the latest release is compared", file: "release.ts", from: "sharesPeople(previous, people) ? previous : []", to: "previous.slice(-1)" },
  { name: "only the first release is compared", file: "release.ts", from: "sharesPeople(previous, people) ? previous : []", to: "previous.slice(0, 1)" },
  { name: "joiners are ignored", file: "trend-audit.ts", from: "joiners: (sizesNow.get(keyNow) ?? 0) - stayers,", to: "joiners: 0," },
  { name: "leavers are ignored", file: "trend-audit.ts", from: "leavers: sizeThen - stayers,", to: "leavers: 0," },
  { name: "a contradiction passes for safe", file: "trend-audit.ts", from: "return !isSame || joiners + leavers === 0;", to: "return true;" },
  { name: "out of time counts as proof", file: "solve.ts", from: "node < nodes; node += 1", to: "node < 1; node += 1" },
  { name: "a domain is narrowed too far", file: "solve.ts", from: "low - (most - after)", to: "low - (most - after) + 1" },
  { name: "one half is never looked at", file: "solve.ts", from: "halves.reverse() : halves", to: "halves.slice(0, 1) : halves.slice(0, 1)" },
  { name: "all rounds together: only the bottom is asked", file: "joint-audit.ts", from: "for (const level of [1, levels])", to: "for (const level of [1])" },
  { name: "all rounds together: a failed search counts as found", file: "joint-audit.ts", from: "if (broken.length === 0) return", to: "if (broken.length >= 0) return" },
  { name: "all rounds together: the earlier figures are forgotten", file: "joint-audit.ts", from: "return { ...history, earlier: widened,", to: "return { ...history, earlier: []," },
  { name: "all rounds together: everyone is passed over", file: "joint-audit.ts", from: 'if (before === "impossible" ||', to: 'if (before !== "impossible" ||' },
  { name: "a coarser step is taken without asking whether it cures", file: "release.ts", from: "if (remedies.length === 0) return", to: "if (floors.size > 0 || remedies.length === 0) return" },
  { name: "the search forgets what a start breaks", file: "witness.ts", from: "const broken = new Set(at.broken);", to: "const broken = new Set<number>();" },
  { name: "the search takes one broken rule for none", file: "witness.ts", from: "return { values: listed(best.values), broken: best.broken,", to: "return { values: listed(best.values), broken: best.broken.slice(1)," },
];

describe("planted faults", () => {
  afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

  test("no oracle objects to the module as it is", () => {
    expect(firstFault({ classes, mean, plan, release, minCut, coarsen, solve })).toBeNull();
  });

  test("nor to a copy of it: the copying itself changes nothing", async () => {
    expect(firstFault(await copyWith(null))).toBeNull();
  });

  test.each(FAULTS)("$name", async (fault) => {
    expect(firstFault(await copyWith(fault))).not.toBeNull();
  });
});

/** A copy of the module as plain JavaScript in a folder of its own, with one piece of text replaced. */
async function copyWith(fault: Fault | null): Promise<ReleaseModule> {
  const folder = mkdtempSync(join(tmpdir(), "release-fault-"));
  copies.push(folder);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  // The schema needs zod, and no oracle needs the schema.
  for (const file of readdirSync(SOURCE).filter((name) => name !== "input.ts")) {
    let text = readFileSync(join(SOURCE, file), "utf8");
    if (fault?.file === file) {
      // A fault that no longer fits the text would prove nothing.
      expect(text.split(fault.from)).toHaveLength(2);
      text = text.replace(fault.from, () => fault.to);
    }
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, rewriteRelativeImportExtensions: true, verbatimModuleSyntax: true },
    });
    writeFileSync(join(folder, file.replace(/\.ts$/, ".js")), outputText);
  }
  const load = (name: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.js`)).href);
  return {
    plan: await load("plan"),
    classes: await load("classes"),
    mean: await load("mean"),
    release: await load("release"),
    minCut: await load("min-cut"),
    coarsen: await load("coarsen"),
    solve: await load("solve"),
  } as ReleaseModule;
}
