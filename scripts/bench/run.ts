import { availableParallelism, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Size } from "./board/plan.ts";
import { startChild, type Child } from "./child.ts";
import { startServer, type Ready, type Server } from "./database.ts";
import { growthOver, type Sized } from "./growth.ts";
import { measure, type Measured, type Pace, type Scenario, type Watched } from "./load/measure.ts";
import { openLoop } from "./load/open-loop.ts";
import { optionsFrom, usage, type Options } from "./options.ts";
import { familyClock, watchMemory } from "./processes.ts";
import { measureRelease, type Released } from "./release.ts";
import { tableOf, type Report } from "./report.ts";
import { pageScenario, plainScenario, saver, saveScenario, scenesOf, signInScenario, weightOf, type Scenes, type Weight } from "./scenarios.ts";

/** `npm run --silent bench`: boards of three sizes in a database of its own, load on all hot paths, and what grows with what. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const say = (line: string) => console.error(line);
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

process.env["GROEIKOMPAS_FRAMEWORKS"] ??= `${root}frameworks`;
const options = readOptions();
if (!options) say(usage);
else await run(options);

function readOptions(): Options | null {
  try {
    return optionsFrom(process.argv.slice(2));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

async function run(options: Options): Promise<void> {
  const begin = performance.now();
  const machine = { cores: availableParallelism(), memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node, load: Math.round(loadavg()[0]! * 10) / 10 };
  const { ensureBuilt } = (await import("../setup.mjs")) as { ensureBuilt: () => Promise<void> };
  await ensureBuilt();
  const report: Mutable<Report> = { machine, options, boards: [], load: [], people: null, growth: [], release: null, weights: [], memory: null, seconds: 0 };
  const server = await startServer();
  const stop = () => void server.stop().finally(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    await measureAll(options, server, report);
  } finally {
    await server.stop();
  }
  report.seconds = Math.round((performance.now() - begin) / 1_000);
  say(tableOf(report));
  console.log(JSON.stringify(report, null, 1));
}

async function measureAll(options: Options, server: Server, report: Mutable<Report>): Promise<void> {
  const { schools, staff, rounds, small, large, largeRounds, parts } = options;
  const wants = (part: Options["parts"][number]) => parts.includes(part);
  const at = (size: Size, work: (site: Site) => Promise<void>, holdLast = false) => onBoard(options, server, report, size, work, holdLast);
  const [bySchools, byRounds, byAnswers]: [Sized[], Sized[], Sized[]] = [[], [], []];
  const pages = async (site: Site) => site.each(pagesOf(site), { connections: 1, seconds: 1, atLeast: 200 });

  const grown = async (into: Sized[], size: string, site: Site) => void into.push({ size, measured: await pages(site) });
  if (wants("growth")) {
    await at({ schools: small, staff, rounds: largeRounds }, (site) => grown(bySchools, `${small}`, site));
    if (largeRounds !== rounds) await at({ schools, staff, rounds: largeRounds }, (site) => grown(bySchools, `${schools}`, site));
    if (rounds > 1) await at({ schools, staff, rounds: 1 }, (site) => grown(byRounds, "1", site));
  }
  if (wants("growth") || wants("load") || wants("people")) {
    await at({ schools, staff, rounds }, async (site) => {
      if (wants("growth")) {
        await grown(byRounds, `${rounds}`, site);
        if (largeRounds === rounds) bySchools.push({ ...byRounds.at(-1)!, size: `${schools}` });
        byAnswers.push(...(await overAnswers(site)));
      }
      if (wants("load") || wants("people")) await underLoad(options, site, report);
    });
  }
  if ((wants("growth") || wants("release")) && large > 0) {
    await at({ schools: large, staff, rounds: largeRounds }, async (site) => {
      if (wants("release")) report.release = await releaseBeside(site);
      if (wants("growth")) await grown(bySchools, `${large}`, site);
    }, wants("release"));
  }
  report.growth.push(...growthOver("schools", bySchools), ...growthOver("rounds", byRounds), ...growthOver("saves", byAnswers));
}

/** A filled board with the app's server on it. */
type Site = { ready: Ready; child: Child; watched: Watched; postmaster: number; scenes: Scenes; each(scenarios: readonly Scenario[], pace: Pace): Promise<Measured[]> };

async function onBoard({ seed, port, people }: Options, server: Server, report: Mutable<Report>, size: Size, work: (site: Site) => Promise<void>, holdLast: boolean): Promise<void> {
  const name = `${size.schools} schools × ${size.staff} staff × ${size.rounds} rounds`;
  say(`Making a board of ${name} …`);
  const ready = await server.board(size, { seed, now: new Date(), holdLast });
  report.boards.push({ name, ...ready.filled.counts, seconds: ready.seconds, releases: ready.filled.releases });
  const child = await startChild("app", ready.url, port);
  try {
    const { postmaster } = server;
    const watched = { child, database: familyClock(postmaster) };
    const each = async (scenarios: readonly Scenario[], pace: Pace) => {
      const measured: Measured[] = [];
      for (const scenario of scenarios) measured.push(await measure(scenario, watched, pace));
      return measured;
    };
    await work({ ready, child, watched, postmaster, scenes: await scenesOf(ready, people), each });
  } finally {
    await child.stop();
    await ready.close();
  }
}

function pagesOf({ child, scenes }: Site): Scenario[] {
  return [...scenes.pages.map((place) => pageScenario(child.port, place)), saveScenario(child.port, scenes.answering)];
}

/** The question page and a save of somebody who hardly answered, and after twenty times as many saves. */
async function overAnswers(site: Site): Promise<Sized[]> {
  const { child, scenes } = site;
  const pace = { connections: 1, seconds: 1, atLeast: 200 };
  // Somebody for whom nothing was saved yet, so that the first figure is about few answers.
  const last = scenes.answering.at(-1)!;
  const question = { name: "question page", visitor: last, path: `/zelfscans/${last.assessmentId}/vraag/${[...last.items.keys()][5]!}` };
  const both = [pageScenario(child.port, question), saveScenario(child.port, [last])];
  const saves = () => [...last.items.values()].reduce((sum, sequence) => sum + sequence, 0);
  const few = { size: `${saves()}`, measured: await site.each(both, pace) };
  const writing = saver(child.port, last);
  for (let turn = 0; saves() < 1_000; turn += 1) await writing.once(turn);
  writing.close();
  return [few, { size: `${saves()}`, measured: await site.each(both, pace) }];
}

async function underLoad(options: Options, site: Site, report: Mutable<Report>): Promise<void> {
  const { child, ready, scenes, watched } = site;
  const memory = watchMemory(site.postmaster);
  if (options.parts.includes("load")) {
    const bare = await startChild("bare", ready.url);
    const besides = { child: bare, database: watched.database };
    for (const connections of options.connections) {
      const pace = { connections, seconds: options.seconds, atLeast: 200 };
      say(`Closed loops at ${connections} connection${connections === 1 ? "" : "s"} …`);
      for (const [name, path] of [["bare Node", "/"], ["select 1", "/select"]] as const) report.load.push(await measure(plainScenario(name, bare.port, path), besides, pace));
      report.load.push(...(await site.each([...pagesOf(site), signInScenario(child.port, scenes.emails)], pace)));
    }
    await bare.stop();
    const weights: Weight[] = [];
    for (const place of scenes.pages) weights.push(await weightOf(child.port, place, `${root}build/client`));
    report.weights.push(...weights);
  }
  if (options.parts.includes("people")) {
    const many = Math.min(options.people, scenes.answering.length);
    say(`${many} people answering at once for ${options.duration} s …`);
    report.people = await openLoop("saving an answer", scenes.answering.slice(0, many).map((each) => saver(child.port, each)), watched, { seconds: options.duration, every: 10, seed: options.seed });
    await nothingLost(site);
  }
  report.memory = { appPeakMiB: child.peakMemory(), databasePeakMiB: memory.stop() };
}

/** Every save that was acknowledged is there. */
async function nothingLost({ ready, scenes }: Site): Promise<void> {
  const rows = await ready.admin<{ assessment_id: string; item_id: string; sequence: number; count: number }[]>`
    select assessment_id, item_id, max(sequence)::int as sequence, count(*)::int as count from answers where assessment_id = any(${scenes.answering.map(({ assessmentId }) => assessmentId)}::uuid[]) group by 1, 2`;
  const stored = new Map(rows.map((row) => [`${row.assessment_id} ${row.item_id}`, row]));
  for (const { assessmentId, items } of scenes.answering) {
    for (const [item, sequence] of items) {
      const row = stored.get(`${assessmentId} ${item}`);
      if (sequence > 0 && (row?.sequence ?? 0) < sequence) throw new Error(`An acknowledged answer is not there: ${item}, ${sequence} against ${row?.sequence ?? 0}.`);
    }
  }
}

async function releaseBeside(site: Site): Promise<Released> {
  say("The release job of the last rounds …");
  const question = pagesOf(site).find(({ name }) => name === "question page")!;
  return measureRelease(site.ready, question, site.watched, site.postmaster);
}
