import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { demoLogins } from "#app/components/shell/login-form.tsx";
import { readyDatabase, type ReadyDatabase } from "./database.ts";
import { serve, type Running } from "./serve.ts";

/** Runs the app: database, practice board when it is empty, web server, and the process that closes rounds. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const dev = process.argv.includes("--dev");
const say = (line: string) => console.error(line);

const database = await readyDatabase(say);
const set = (values: Record<string, string>) => Object.assign(process.env, values);
set({
  DATABASE_URL: database.url,
  GROEIKOMPAS_DATABASE: database.kind,
  GROEIKOMPAS_FRAMEWORKS: `${root}frameworks`,
  GROEIKOMPAS_VERSION: (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string }).version,
  NODE_ENV: dev ? "development" : "production",
});

let running: Running | null = null;
let worker: ChildProcess | null = null;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

try {
  // A given database gets no invented people unless that is asked for.
  const practice = process.env["GROEIKOMPAS_DEMO"] === "1" || (database.kind === "embedded" && process.env["GROEIKOMPAS_DEMO"] !== "0");
  if (practice) await child("seeds/run.ts", { MIGRATE_DATABASE_URL: database.adminUrl });
  set({ GROEIKOMPAS_DEMO: practice ? "true" : "false" });
  const port = Number(process.env["PORT"] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${process.env["PORT"]}", which is no port number.`);
  const host = process.env["HOST"] ?? "127.0.0.1";
  running = await serve({ port, host, dev });
  database.keepRunning();
  startWorker();
  announce(host, running.port, practice);
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code;
  say(code === "EADDRINUSE" ? `Port ${process.env["PORT"] ?? 3000} is in use already: stop what runs there, or set PORT.` : error instanceof Error ? error.message : String(error));
  await stop(1);
}

function announce(host: string, port: number, practice: boolean): void {
  const shown = host.includes(":") ? `[${host}]` : host;
  console.log(`\nGroeikompas: http://${shown}:${port}/inloggen`);
  if (practice) {
    console.log("\nOefenbestuur / practice board, password groeikompas-demo:");
    for (const login of demoLogins) console.log(`  ${login}@groeikompas.example`);
  }
  console.log("\nStop: Ctrl+C");
}

/** Runs a script to its end. */
async function child(script: string, env: Record<string, string>): Promise<void> {
  const running = spawn(process.execPath, ["--import", "tsx", script], { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise<number | null>((resolve) => running.on("exit", resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
}

/** The release job works in a process of its own, so that no page waits for it; it is started again when it falls over. */
function startWorker(): void {
  if (!existsSync(`${root}scripts/worker.ts`)) return;
  worker = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { cwd: root, env: process.env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  worker.on("exit", () => {
    if (!stopping) setTimeout(startWorker, 5_000).unref();
  });
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  worker?.kill("SIGTERM");
  await running?.stop();
  await (database as ReadyDatabase).stop();
  process.exit(code);
}
