import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peakMemory } from "./processes.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Since the start: statements sent and processor milliseconds used; `blocked`: the longest the event loop stood still since the last reading, in ms. */
export type Reading = { readonly statements: number; readonly cpu: number; readonly blocked: number };
export type Child = { readonly pid: number; readonly port: number; reading(): Promise<Reading>; peakMemory(): number; stop(): Promise<void> };

/** What the app's processes find in their environment when `npm start` starts them. */
export function environmentFor(databaseUrl: string): NodeJS.ProcessEnv {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
  // A public address of somebody's own would make the bench's own forms foreign ones.
  const { PUBLIC_URL: _address, TRUST_PROXY: _proxy, ...rest } = process.env;
  return { ...rest, DATABASE_URL: databaseUrl, GROEIKOMPAS_DATABASE: "embedded", GROEIKOMPAS_FRAMEWORKS: `${root}frameworks`, GROEIKOMPAS_VERSION: version, GROEIKOMPAS_DEMO: "false", NODE_ENV: "production" };
}

// Named one by one, so that whoever looks for dead code finds them.
const scripts = { app: import.meta.resolve("./server.ts"), bare: import.meta.resolve("./bare.ts") } as const;

/** Starts one of the servers beside this file in a process of its own, so that its processor time is its own. */
export async function startChild(which: keyof typeof scripts, databaseUrl: string, port = 0): Promise<Child> {
  const child = fork(fileURLToPath(scripts[which]), [], { cwd: root, execArgv: ["--import", "tsx"], env: { ...environmentFor(databaseUrl), PORT: String(port) }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`The ${which} server ended.`)));
  ended.catch(() => {});
  const told = async <T>() => ((await Promise.race([once(child, "message"), ended])) as [T])[0];
  const { port: listensOn } = await told<{ port: number }>();
  const pid = child.pid!;
  return {
    pid,
    port: listensOn,
    reading() {
      const answer = told<Reading>();
      child.send("reading");
      return answer;
    },
    peakMemory: () => peakMemory(pid),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
