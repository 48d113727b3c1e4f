import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findBinaries, type Binaries } from "./binaries.ts";
import { clusterOf, configure, prepareCluster, startProblem, type Credentials } from "./cluster.ts";
import { folderProblem, openHome, type Home } from "./home.ts";
import { isUsed, noteUser, withdraw, withLock } from "./lock.ts";
import { isServerOf, run } from "./processes.ts";
import { addressOf, appRole, ask, databaseName, ensureDatabase } from "./roles.ts";

/** A running PostgreSQL of our own. */
export type EmbeddedServer = {
  /** As superuser, for migrations and back-ups; never for a page. */
  adminUrl: string;
  /** As the app's login, which is bound by row level security. */
  appUrl: string;
  database: "embedded";
  /** Whether this call started the server; false when it was running already. */
  owned: boolean;
  /** Where the data really is: the wanted folder, unless the server's user cannot reach that. */
  folder: string;
  /** From now on starts the server again, at the same address, whenever it falls over; until `stop`. */
  keepRunning(): void;
  /** Stops the server, unless another live process still uses it. May be called twice. */
  stop(): Promise<void>;
};

type Running = { pid: number; port: number };

/** How often is looked whether the server is still there, how long somebody gets to restart it, and the wait after it would not start. */
const [lookEvery, handGets, tryEvery] = [500, 3_000, 5_000];

/**
 * Starts PostgreSQL on the folder, or joins the server that already runs there (of another
 * process, or left by one that was killed). The last user to leave stops it. Loopback only.
 * Throws an Error whose message is one sentence for the person at the keyboard.
 */
export async function startEmbedded({ dataDir, log }: { dataDir: string; log: (line: string) => void }): Promise<EmbeddedServer> {
  const home = await openHome(dataDir, log);
  const lock = join(home.folder, "start.lock");
  const users = join(home.folder, "users");

  return withLock<EmbeddedServer>(lock, async () => {
    const binaries = await findBinaries(home.folder, home.account);
    const credentials = await prepareCluster(home, binaries);
    const joined = runningOn(clusterOf(home)) !== null;
    let port: number;
    let appUrl: string;
    try {
      ({ port } = (await answering(home, credentials)) ?? (await start(home, binaries, credentials)));
      appUrl = addressOf(port, appRole, credentials.app, databaseName);
      await ensureDatabase(adminAddress(port, credentials), appUrl, credentials.app);
    } catch (error) {
      if (!isUsed(users)) await halt(home, binaries); // nobody is left to stop it later
      throw error;
    }
    const note = noteUser(users);

    let stopping: Promise<void> | undefined;
    const keepRunning = async () => {
      for (let said = ""; !stopping; ) {
        await pause(lookEvery, undefined, { ref: false });
        if (stopping || runningOn(clusterOf(home))) continue;
        // Stopped in order, and perhaps about to be started by the same hand: pg_ctl restart is thrown by one that is quicker.
        if (!existsSync(pidFile(clusterOf(home)))) await pause(handGets, undefined, { ref: false });
        if (stopping || runningOn(clusterOf(home))) continue;
        if (said === "") log((said = "The database has stopped; it is started again."));
        try {
          await withLock(lock, async () => {
            if (stopping) return;
            // Somebody may have done it by hand.
            if (!(await answering(home, credentials))) await start(home, binaries, credentials, port);
            log("The database is back.");
            said = "";
          });
        } catch (error) {
          const { message } = folderProblem(home.folder, error);
          if (message !== said) log((said = message));
          await pause(tryEvery, undefined, { ref: false });
        }
      }
    };
    const leave = async () => {
      withdraw(note);
      if (isUsed(users)) log("The database stays on: another process uses it.");
      else await halt(home, binaries);
    };
    // On a full disk there is no room for the lock, and stopping must do without.
    const stop = () => withLock(lock, leave).catch((error: NodeJS.ErrnoException) => (error.code === "ENOSPC" ? leave() : Promise.reject(error)));
    return {
      adminUrl: addressOf(port, "postgres", credentials.admin, databaseName),
      appUrl,
      database: "embedded",
      owned: !joined,
      folder: home.folder,
      keepRunning: () => void keepRunning(),
      stop: () => (stopping ??= stop()),
    };
  }).catch((error: unknown) => {
    throw folderProblem(home.folder, error);
  });
}

/** The server that runs on the folder, once it answers; null when there is none (any more). */
async function answering(home: Home, credentials: Credentials, patienceMs = 120_000): Promise<Running | null> {
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    const server = runningOn(clusterOf(home));
    if (!server) return null;
    try {
      await ask(adminAddress(server.port, credentials), (sql) => sql`select 1`);
      return server;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === "28P01") {
        throw new Error(`The database in ${home.folder} refuses the password in passwords.json: remove that file and start again, a new one is then made.`);
      }
      // 57P03: starting up, recovering after a crash, or shutting down. Refused: not listening yet, or no more.
      if (Date.now() > giveUp) {
        throw new Error(`The database in ${home.folder} (process ${server.pid}) runs but does not answer: ${message}.`);
      }
    }
    await pause(50);
  }
}

/** What postmaster.pid says, if the process it names is really this folder's server. */
function runningOn(cluster: string): Running | null {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Math.abs(Number(lines[0]));
  const port = Number(lines[3]);
  return pid > 0 && isServerOf(cluster, pid) ? { pid, port } : null;
}

function pidFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

/** @param port the one it had, for programs that know its address; otherwise any that is free */
async function start(home: Home, binaries: Binaries, credentials: Credentials, port?: number): Promise<Running> {
  const cluster = clusterOf(home);
  const early = join(cluster, "start.log");
  const giveUp = Date.now() + 15_000;
  for (;;) {
    configure(home, port ?? (await freePort()));
    rmSync(early, { force: true });
    // Of a server that was killed; the number in it may be somebody else's by now, and PostgreSQL would wait for that one.
    if (!runningOn(cluster)) rmSync(pidFile(cluster), { force: true });
    const before = Date.now() - 1000;
    const { code, output } = await run(binaries.pgCtl, ["start", "-D", cluster, "-l", early, "-w", "-t", "120", "-s"], home.account);
    if (code === 0) {
      const server = await answering(home, credentials);
      if (server) return server;
    }
    const said = `${tailOf(early)}\n${newestLog(cluster, before)}\n${output}`;
    // The port was taken in between, or the processes of a killed server are not all gone yet: once more.
    const passing = /could not bind|Address already in use|still in use|lock file "postmaster.pid" already exists/.test(said);
    if (!passing || Date.now() > giveUp) throw startProblem(home, said);
    await pause(250);
  }
}

async function halt(home: Home, { pgCtl }: Binaries): Promise<void> {
  const cluster = clusterOf(home);
  for (const mode of ["fast", "immediate"]) {
    if (!runningOn(cluster)) return;
    await run(pgCtl, ["stop", "-D", cluster, "-m", mode, "-w", "-t", "30", "-s"], home.account);
  }
  const left = runningOn(cluster);
  if (left) throw new Error(`The database in ${home.folder} (process ${left.pid}) does not stop.`);
}

function adminAddress(port: number, { admin }: Credentials): string {
  return addressOf(port, "postgres", admin, "postgres");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Only what was written since: yesterday's reason is not today's. */
function newestLog(cluster: string, since: number): string {
  const folder = join(cluster, "log");
  try {
    const files = readdirSync(folder).map((name) => join(folder, name)).filter((file) => statSync(file).mtimeMs >= since);
    return files.map(tailOf).join("\n");
  } catch {
    return "";
  }
}

function tailOf(file: string): string {
  try {
    return readFileSync(file, "utf8").slice(-2000);
  } catch {
    return "";
  }
}
