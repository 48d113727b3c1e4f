import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addressOf, databaseName } from "#db/embedded/roles.ts";

/** The product as `npm start` runs it: web server, worker and embedded PostgreSQL. */
export type Program = {
  readonly pid: number;
  /** What it wrote, on both outputs. */
  readonly said: string[];
  /** How it ended, or null while it runs. */
  readonly ended: () => { code: number | null; signal: string | null } | null;
  /** kill -9 of the web server alone, as a machine out of memory does. */
  readonly killNine: () => Promise<void>;
  /** SIGTERM, as a deploy does. @returns the exit code and how long it took in milliseconds */
  readonly stop: () => Promise<{ code: number | null; took: number }>;
};

export type Start = { dataDir: string; port: number; clock?: string };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Starts the product and comes back at once; `untilHealthy` waits for it. */
export function launch({ dataDir, port, clock }: Start): Program {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_ENV|NODE_OPTIONS|.*DATABASE_URL|PUBLIC_URL|TRUST_PROXY|HOST$)/.test(name)));
  const shifted = clock ? { FAULT_CLOCK: clock, NODE_OPTIONS: `--import ${new URL("clock.mjs", import.meta.url).href}` } : {};
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: { ...own, ...shifted, PORT: String(port), GROEIKOMPAS_DATA_DIR: dataDir, GROEIKOMPAS_DEMO: "0" } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", (line) => said.push(line));
  let end: { code: number | null; signal: string | null } | null = null;
  const gone = new Promise<void>((resolve) =>
    child.on("exit", (code, signal) => {
      end = { code, signal };
      resolve();
    }),
  );
  return {
    pid: child.pid!,
    said,
    ended: () => end,
    async killNine() {
      child.kill("SIGKILL");
      await gone;
    },
    async stop() {
      const from = performance.now();
      if (end === null) child.kill("SIGTERM");
      await gone;
      return { code: end!.code, took: performance.now() - from };
    },
  };
}

/** What /health says now: its status, or 0 when nobody answers. */
export async function healthAt(port: number): Promise<number> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4_000) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Waits until /health says this. @returns the milliseconds it took */
export async function untilHealth(port: number, status: number, program?: Program, patience = 60_000): Promise<number> {
  const from = performance.now();
  for (;;) {
    if ((await healthAt(port)) === status) return performance.now() - from;
    if (program?.ended()) throw new Error(`The program ended: ${JSON.stringify(program.ended())}\n${program.said.slice(-20).join("\n")}`);
    if (performance.now() - from > patience) throw new Error(`/health did not become ${status}.\n${program?.said.slice(-20).join("\n") ?? ""}`);
    await pause(25);
  }
}

/** The address of the embedded database for an administrator, as it runs now. */
export function adminUrlOf(dataDir: string): string {
  const { admin } = JSON.parse(readFileSync(join(dataDir, "passwords.json"), "utf8")) as { admin: string };
  return addressOf(Number(postmasterLines(dataDir)[3]), "postgres", admin, databaseName);
}

/** The process that PostgreSQL's others descend from; 0 when it does not run. */
export function postmasterOf(dataDir: string): number {
  try {
    return Number(postmasterLines(dataDir)[0]);
  } catch {
    return 0;
  }
}

function postmasterLines(dataDir: string): string[] {
  return readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
}
