import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, thisProcess, type ProcessId } from "./processes.ts";

/**
 * Does the work while no other process (and no other call here) does work under the same file.
 * The lock of a process that died is taken over. Throws when a live one keeps it too long.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, patienceMs = 150_000): Promise<T> {
  const mine = JSON.stringify({ ...thisProcess(), nonce: randomUUID() });
  const giveUp = Date.now() + patienceMs;
  while (!(await acquired(file, mine))) {
    if (Date.now() > giveUp) {
      throw new Error(`Another process has been starting or stopping the database for too long; if that is not so, remove ${file}.`);
    }
    await pause(50 + Math.random() * 50);
  }
  try {
    return await work();
  } finally {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  }
}

async function acquired(file: string, mine: string): Promise<boolean> {
  try {
    writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = parsed(contentOf(file));
  if (holder === "gone" || (holder !== "unreadable" && isAlive(holder))) return false;
  if (holder === "unreadable") {
    await pause(200); // perhaps being written at this moment
    if (parsed(contentOf(file)) !== "unreadable") return false;
  }
  // Replace in one step, then look who came last: of several that see the same dead holder one remains.
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, mine, { mode: 0o600 });
  renameSync(own, file);
  await pause(150);
  return contentOf(file) === mine;
}

/** Notes that this process uses the server, and gives back the note, to be withdrawn later. */
export function noteUser(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const note = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}`);
  writeFileSync(note, JSON.stringify(thisProcess()), { mode: 0o600 });
  return note;
}

/** Takes the note back: this user of the server has gone. */
export function withdraw(note: string): void {
  rmSync(note, { force: true });
}

/** Does a live process (or another call in this one) use the server? Notes of the dead are cleared away. */
export function isUsed(folder: string): boolean {
  if (!existsSync(folder)) return false;
  let live = 0;
  for (const name of readdirSync(folder)) {
    const user = parsed(contentOf(join(folder, name)));
    if (typeof user === "object" && isAlive(user)) live += 1;
    else rmSync(join(folder, name), { force: true });
  }
  return live > 0;
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function parsed(content: string | null): ProcessId | "gone" | "unreadable" {
  if (content === null) return "gone";
  try {
    const { pid, started } = JSON.parse(content) as ProcessId;
    return Number.isInteger(pid) && typeof started === "string" ? { pid, started } : "unreadable";
  } catch {
    return "unreadable";
  }
}
