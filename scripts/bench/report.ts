import type { OpenLoop } from "./load/open-loop.ts";
import type { Measured } from "./load/measure.ts";
import type { Growth } from "./growth.ts";
import type { Released } from "./release.ts";
import type { Weight } from "./scenarios.ts";

export type Report = {
  readonly machine: { cores: number; memoryGiB: number; node: string; load: number };
  readonly options: object;
  readonly boards: readonly { name: string; people: number; assessments: number; answers: number; seconds: number; releases: readonly { round: string; seconds: number }[] }[];
  readonly load: readonly Measured[];
  readonly people: OpenLoop | null;
  readonly growth: readonly Growth[];
  readonly release: Released | null;
  readonly weights: readonly Weight[];
  readonly memory: { appPeakMiB: number; databasePeakMiB: number } | null;
  readonly seconds: number;
};

/** The report as a person reads it. */
export function tableOf(report: Report): string {
  const { machine, load, people, growth, release, weights, memory, seconds } = report;
  const lines = [`\n${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, load average ${machine.load} at the start; ${Math.round(seconds)} s in all`];
  for (const { name, people: staff, answers, seconds: took } of report.boards) lines.push(`  ${name}: ${staff} people, ${answers} answers, made in ${took} s`);
  const heads = ["conn", "req/s", "p50 ms", "p95 ms", "p99 ms", "app CPU", "db CPU", "SQL", "errors", "× bare"];
  if (load.length > 0) {
    lines.push("", row("closed loop", heads));
    for (const each of load) lines.push(row(each.name, [...figures(each), againstBare(each, load)]));
    lines.push("  CPU in ms per request; SQL: statements per request without begin, commit and set_config; × bare: processor time per request against bare Node at as many connections");
  }
  if (people) {
    lines.push("", row(`${people.people} people, ${people.seconds} s`, heads.slice(0, -1)), row(people.name, figures(people)));
    lines.push(`  ${people.due} saves were due; the driver itself was at most ${people.driverLate} ms late (p99)`);
  }
  if (growth.length > 0) {
    growth.forEach(({ name, columns, cells }, at) => {
      if (columns.join() !== growth[at - 1]?.columns.join()) lines.push("", row("growth, × of the first", columns));
      lines.push(row(name, cells));
    });
    lines.push("  p50 in ms / app + database CPU in ms, at one connection; × of both together");
  }
  if (release) {
    const { beside } = release;
    lines.push("", `release of ${release.rounds} rounds (${release.people} people, ${release.figures} figures): ${release.seconds} s; CPU worker ${release.workerCpuSeconds} s, database ${release.databaseCpuSeconds} s; peak memory worker ${release.workerPeakMiB} MiB, database ${release.databasePeakMiB} MiB`);
    lines.push(`  a page meanwhile: p50 ${beside.during.p50} p95 ${beside.during.p95} p99 ${beside.during.p99} ms (before: ${beside.before.p50} / ${beside.before.p95} / ${beside.before.p99}); the web process stood still for ${beside.longestStandstill} ms at most`);
  }
  if (weights.length > 0) {
    lines.push("", row("weight, kB", ["HTML", "brotli", "scripts", "styles"]));
    for (const { name, html, htmlSent, scripts, styles } of weights) lines.push(row(name, [html, htmlSent, scripts, styles]));
  }
  if (memory) lines.push("", `peak memory under load: app ${memory.appPeakMiB} MiB, database ${memory.databasePeakMiB} MiB (all its processes, shared pages once)`);
  return lines.join("\n");
}

function figures({ connections, perSecond, p50, p95, p99, appCpu, databaseCpu, statements, errors }: Measured): (string | number)[] {
  return [connections, perSecond, p50, p95, p99, appCpu, databaseCpu, statements, errors];
}

/** Processor time of app and database per request, as a multiple of what bare Node takes to say "ok". */
function againstBare(each: Measured, all: readonly Measured[]): string {
  const bare = all.find(({ name, connections }) => name === all[0]!.name && connections === each.connections);
  return bare && bare.appCpu > 0 ? ((each.appCpu + each.databaseCpu) / bare.appCpu).toFixed(1) : "";
}

function row(name: string, cells: readonly (string | number)[]): string {
  return name.padEnd(26) + cells.map((cell) => String(cell).padStart(String(cell).length > 9 ? 28 : 9)).join("");
}
