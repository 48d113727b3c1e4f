import { readdirSync, readFileSync } from "node:fs";

/** Processor time used so far by a process, in milliseconds; 0 when it is not there (any more). Linux only, because it reads /proc. */
export function cpuOf(pid: number): number {
  // The scheduler's own count of each thread: finer than the hundredths of a second in `stat`.
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => sum + Number(readOf(`/proc/${pid}/task/${task}/schedstat`).split(" ")[0]), 0) / 1e6;
  } catch {
    return 0;
  }
}

/** Processor time of a process and all below it, also of those that have ended since they were last looked at. */
export function familyClock(root: number): () => number {
  const seen = new Map<number, number>();
  return () => {
    for (const pid of family(root)) seen.set(pid, Math.max(seen.get(pid) ?? 0, cpuOf(pid)));
    return [...seen.values()].reduce((sum, each) => sum + each, 0);
  };
}

/** A process and everything below it, as it is now; processes that ended in between are left out. */
function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const text = readOf(`/proc/${name}/stat`);
    // Fields after the command's name, which may hold spaces: state, parent, …
    if (text) parents.set(Number(name), Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const members = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) if (members.has(parent) && !members.has(pid)) grown = Boolean(members.add(pid));
  }
  return [...members];
}

/** Memory of some processes together in MiB, with what they share counted once; 0 for what may not be looked at. */
function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(readOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1_024;
}

/** Resident memory of a process at its highest, in MiB. */
export function peakMemory(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024);
}

/** Looks at the memory of a process and all below it every two seconds. */
export function watchMemory(root: number): { stop(): number } {
  let peak = 0;
  const look = () => void (peak = Math.max(peak, memoryOf(family(root))));
  look();
  const timer = setInterval(look, 2_000);
  return {
    stop() {
      clearInterval(timer);
      look();
      return Math.round(peak);
    },
  };
}

function readOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
