import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";

/** The operating system user that runs PostgreSQL; absent means: the user that runs Node. */
export type Account = { uid: number; gid: number };

/** What a finished command left behind. `code` is null when it was killed or could not start. */
export type Outcome = { code: number | null; output: string };

/** A process that cannot be confused with a later one that got the same number. */
export type ProcessId = { pid: number; started: string };

const onWindows = process.platform === "win32";

/**
 * Runs one of PostgreSQL's programs. The environment is bare, because a stray PGDATA, PGPORT or
 * LD_LIBRARY_PATH would send it elsewhere; the working folder is the root, because the account
 * may not be allowed to enter ours. Never throws: a program that does not start is an outcome too.
 */
export function run(program: string, args: string[], account?: Account, input = ""): Promise<Outcome> {
  const bare: NodeJS.ProcessEnv = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      ...(onWindows ? {} : { cwd: "/", env: bare }),
      // A group of its own: Ctrl-C in the terminal is for us, and we decide how the database stops.
      detached: !onWindows,
      windowsHide: true,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let output = "";
    const add = (chunk: Buffer) => { output += chunk.toString(); };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    // "exit" and not "close": the server inherits nothing, but a platform where it did would hang here.
    child.on("exit", (code) => setImmediate(() => resolve({ code, output })));
  });
}

/** This process, as others will recognise it. */
export function thisProcess(): ProcessId {
  return { pid: process.pid, started: startedAt(process.pid) };
}

/** Is that very process still there? A zombie, or another process with the same number, is not. */
export function isAlive({ pid, started }: ProcessId): boolean {
  if (!exists(pid)) return false;
  const now = startedAt(pid);
  return now !== "zombie" && (started === "" || now === "" || now === started);
}

/**
 * Is process `pid` the PostgreSQL server of this folder? After a restart of the machine (or of a
 * container, where numbers are small) the number in postmaster.pid is often somebody else's.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!exists(pid) || startedAt(pid) === "zombie") return false;
  if (onWindows) return true;
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-p", String(pid), "-o", "comm="]).toString().includes("postgres");
    }
    if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== "postgres") return false;
  } catch {
    return exists(pid); // no /proc, no ps: believe the file
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return true; // without the right to look (a bare container) a process called postgres is the one
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Start time in clock ticks since boot, "zombie", or "" where the system does not tell. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? "zombie" : (fields[19] ?? "");
  } catch {
    return "";
  }
}
