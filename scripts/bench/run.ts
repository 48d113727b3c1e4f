import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { signedInAs, weightOf, type Visitor } from "./browserless.ts";
import { measure, type Measured } from "./measure.ts";
import { peakMemory } from "./processes.ts";

/** `npm run --silent bench`: the demo board on a server of its own; one connection; a table on standard error, JSON on standard output. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const port = Number(process.env["BENCH_PORT"] ?? 4600);
const origin = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), "groeikompas-bench-"));
// The database may run as another user than we do, who must be able to reach it.
chmodSync(folder, 0o755);
const dataDir = join(folder, "data");
const requests = Number(process.env["BENCH_REQUESTS"] ?? 200);

const app = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...process.env, PORT: String(port), GROEIKOMPAS_DATA_DIR: dataDir, DATABASE_URL: "" }, stdio: ["ignore", "ignore", "inherit"] });
try {
  await until(async () => (await fetch(`${origin}/health`)).ok);
  const processes = { app: app.pid!, database: postmaster() };
  const teacher = await signedInAs(origin, "leraar");
  const leader = await signedInAs(origin, "schoolleider");
  const hr = await signedInAs(origin, "hr");
  const question = await firstQuestion(teacher);
  const result = await linkIn(teacher, "/zelfscans", /\/zelfscans\/[0-9a-f-]{36}\/resultaat/);
  const school = await linkIn(leader, "/", /\/school\/[0-9a-f-]{36}/);
  const page = (visitor: Visitor, path: string) => async () => {
    const answered = await visitor.get(path);
    const text = await answered.text();
    if (answered.status !== 200 || text.length < 2_000) throw new Error(`${path} gave ${answered.status}`);
  };
  let base = 0;
  const save = async (turn: number) => {
    const level = 1 + (turn % 4);
    const answered = await teacher.post(question.save, { itemId: question.competence, clientId: randomUUID(), base: String(base), answer: String(level), note: "" });
    if (answered.status !== 200) throw new Error(`Saving gave ${answered.status}: ${await answered.text()}`);
    base = ((await answered.json()) as { state: { sequence: number } }).state.sequence;
  };
  const bare = createServer((_request, response) => response.end("ok")).listen(0, "127.0.0.1");
  await once(bare, "listening");
  const address = bare.address() as { port: number };
  const table: Measured[] = [
    await measure("bare Node server", { app: process.pid, database: processes.database }, async () => void (await (await fetch(`http://127.0.0.1:${address.port}/`)).text()), requests),
    await measure("health (select 1)", processes, async () => void (await (await fetch(`${origin}/health`)).text()), requests),
    await measure("sign-in page", processes, async () => void (await (await fetch(`${origin}/inloggen`)).text()), requests),
    await measure("start page, teacher", processes, page(teacher, "/"), requests),
    await measure("question page", processes, page(teacher, question.page), requests),
    await measure("saving an answer", processes, save, requests),
    await measure("result page", processes, page(teacher, result), requests),
    await measure("leader's page", processes, page(leader, school), requests),
    await measure("board page, HR", processes, page(hr, "/bestuur"), requests),
  ];
  bare.close();
  const weights = [];
  for (const [name, visitor, path] of [["question page", teacher, question.page], ["result page", teacher, result], ["leader's page", leader, school], ["board page, HR", hr, "/bestuur"]] as const) {
    weights.push({ name, ...weightOf(await (await visitor.get(path)).text(), `${root}build/client`) });
  }
  const report = { cores: availableParallelism(), node: process.version, peakMemoryMiB: peakMemory(app.pid!), table, weights };
  console.error(`\n${"page".padEnd(22)}${"p50 ms".padStart(9)}${"p95 ms".padStart(9)}${"req/s".padStart(8)}${"app CPU".padStart(10)}${"db CPU".padStart(9)}`);
  for (const row of table) console.error(`${row.name.padEnd(22)}${String(row.p50).padStart(9)}${String(row.p95).padStart(9)}${String(row.perSecond).padStart(8)}${String(row.appCpu).padStart(10)}${String(row.databaseCpu).padStart(9)}`);
  console.error(`\n${"weight, kB brotli".padEnd(22)}${"scripts".padStart(9)}${"styles".padStart(9)}${"page".padStart(8)}`);
  for (const row of weights) console.error(`${row.name.padEnd(22)}${String(row.scripts).padStart(9)}${String(row.styles).padStart(9)}${String(row.page).padStart(8)}`);
  console.log(JSON.stringify(report));
} finally {
  app.kill("SIGTERM");
  await new Promise((resolve) => app.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}

async function until(ready: () => Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 180_000;
  while (!(await ready().catch(() => false))) {
    if (Date.now() > giveUp || app.exitCode !== null) throw new Error("The app did not start.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function postmaster(): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function linkIn(visitor: Visitor, path: string, pattern: RegExp): Promise<string> {
  const found = (await (await visitor.get(path)).text()).match(pattern);
  if (!found) throw new Error(`There is no ${String(pattern)} on ${path}.`);
  return found[0];
}

/** Starts the teacher's self-assessment as the start page offers it. */
async function firstQuestion(visitor: Visitor): Promise<{ page: string; save: string; competence: string }> {
  const start = await linkIn(visitor, "/", /\/zelfscans\/nieuw\?ronde=[0-9a-f-]{36}/);
  const begun = await visitor.post(start, { do: "start", mode: "all" });
  let to = begun.headers.get("Location") ?? "";
  for (let hop = 0; hop < 3 && !to.includes("/vraag/"); hop += 1) to = (await visitor.get(to)).headers.get("Location") ?? "";
  const [, , id = "", , competence = ""] = to.split("/");
  if (!competence) throw new Error(`Starting led to "${to}", not to a question.`);
  return { page: to, save: `/zelfscans/${id}/antwoord`, competence: decodeURIComponent(competence) };
}
