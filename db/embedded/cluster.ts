import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { folderProblem, type Home } from "./home.ts";
import { run } from "./processes.ts";

/** The two passwords, random and kept beside the data, readable for the owner alone. */
export type Credentials = { admin: string; app: string };

/** The folder that PostgreSQL calls its data directory. */
export function clusterOf(home: Home): string {
  return join(home.folder, "postgres");
}

/**
 * Sees to a sound data folder and its passwords. A new one is made under another name and moved
 * into place when whole: the name `postgres` is the mark of success, so what a killed initdb left
 * is never used, and nothing that was ever in use is removed. Throws one sentence otherwise.
 */
export async function prepareCluster(home: Home, binaries: Binaries): Promise<Credentials> {
  const cluster = clusterOf(home);
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith("unfinished-")) rmSync(join(home.folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
  if (existsSync(cluster) && readdirSync(cluster).length === 0) rmSync(cluster, { recursive: true });
  if (!existsSync(cluster)) {
    const credentials = readCredentials(home) ?? writeCredentials(home);
    await makeCluster(home, binaries, credentials);
    return credentials;
  }
  refuseForeignFolder(home, binaries);
  adoptFiles(home);
  return readCredentials(home) ?? (await renewPassword(home, binaries));
}

/** Writes our settings for the coming start, on this port. */
export function configure(home: Home, port: number): void {
  writeFileFor(home, join(clusterOf(home), "groeikompas.conf"), settings(port));
}

async function makeCluster(home: Home, { initdb }: Binaries, { admin }: Credentials): Promise<void> {
  const unfinished = join(home.folder, `unfinished-${process.pid}-${randomBytes(4).toString("hex")}`);
  const passwordFile = `${unfinished}.password`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    if (home.account) chownSync(unfinished, home.account.uid, home.account.gid);
    writeFileFor(home, passwordFile, admin);
    const { code, output } = await run(initdb, [
      "--pgdata", unfinished, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256",
      "--encoding", "UTF8", "--locale", "C", "--locale-provider", "icu", "--icu-locale", "nl",
      "--data-checksums", "--no-instructions",
    ], home.account);
    if (code !== 0) throw startProblem(home, output);
    appendFileSync(join(unfinished, "postgresql.conf"), "\ninclude_if_exists 'groeikompas.conf'\n");
    renameSync(unfinished, clusterOf(home));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
    throw folderProblem(home.folder, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Turns what PostgreSQL says into one sentence that says what to do. */
export function startProblem(home: Home, said: string): Error {
  if (/No space left on device|Disk quota exceeded/.test(said)) return folderProblem(home.folder, { code: "ENOSPC" });
  if (/Read-only file system/.test(said)) return folderProblem(home.folder, { code: "EROFS" });
  const reason = /(?:FATAL|PANIC|error): *(.+)/.exec(said)?.[1] ?? said.trim().split("\n").at(-1) ?? "";
  return new Error(`The database in ${home.folder} did not start: ${reason.trim() || "no reason given"} (more in ${join(clusterOf(home), "log")}).`);
}

function refuseForeignFolder(home: Home, { version }: Binaries): void {
  const cluster = clusterOf(home);
  const ours = version.split(".")[0];
  let theirs = "";
  try {
    theirs = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EACCES" || code === "EPERM") {
      throw new Error(`The database in ${cluster} belongs to another user: start as that user or as root, or set GROEIKOMPAS_DATA_DIR to another folder.`);
    }
    throw new Error(`${cluster} is not empty and not a PostgreSQL folder: move it away, or set GROEIKOMPAS_DATA_DIR to another folder.`);
  }
  if (theirs !== ours) {
    throw new Error(`The database in ${cluster} was made by PostgreSQL ${theirs} and this is ${ours}: carry the data over with the version that made it, or set GROEIKOMPAS_DATA_DIR to another folder.`);
  }
}

/** A folder restored by root, or by a plain copy, has an owner and a mode that PostgreSQL refuses. */
function adoptFiles({ folder, account }: Home): void {
  const cluster = join(folder, "postgres");
  try {
    if ((statSync(cluster).mode & 0o777) !== 0o700) chmodSync(cluster, 0o700);
    if (!account || statSync(cluster).uid === account.uid) return;
    for (const name of readdirSync(cluster, { recursive: true })) lchownSync(join(cluster, String(name)), account.uid, account.gid);
    chownSync(cluster, account.uid, account.gid); // last: a pass that was cut short is done again
  } catch (error) {
    throw folderProblem(folder, error);
  }
}

/** The passwords were lost (a restored folder): the one who owns the files may set a new one. */
async function renewPassword(home: Home, { postgres }: Binaries): Promise<Credentials> {
  if (existsSync(join(clusterOf(home), "postmaster.pid"))) {
    throw new Error(`The file with the passwords is gone from ${home.folder} while the database may be running: stop it, remove postmaster.pid from ${clusterOf(home)} and start again.`);
  }
  const credentials = { admin: newPassword(), app: newPassword() };
  const { code, output } = await run(postgres, ["--single", "-D", clusterOf(home), "postgres"], home.account,
    `alter role postgres password '${credentials.admin}'\n`);
  if (code !== 0) throw startProblem(home, output);
  return writeCredentials(home, credentials);
}

function readCredentials(home: Home): Credentials | null {
  try {
    const { admin, app } = JSON.parse(readFileSync(credentialsFile(home), "utf8")) as Credentials;
    return admin && app ? { admin, app } : null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code && code !== "ENOENT") throw folderProblem(home.folder, error); // there, but closed to us
    return null;
  }
}

function writeCredentials(home: Home, credentials = { admin: newPassword(), app: newPassword() }): Credentials {
  const unfinished = `${credentialsFile(home)}.new`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, JSON.stringify(credentials), { mode: 0o600, flush: true });
    renameSync(unfinished, credentialsFile(home));
  } catch (error) {
    throw folderProblem(home.folder, error);
  }
  return credentials;
}

function credentialsFile(home: Home): string {
  return join(home.folder, "passwords.json");
}

function newPassword(): string {
  return randomBytes(24).toString("base64url"); // safe in an address, a file and a statement as it stands
}

function writeFileFor({ account }: Home, file: string, content: string): void {
  rmSync(file, { force: true });
  writeFileSync(file, content, { mode: 0o600 });
  if (account) chownSync(file, account.uid, account.gid);
}

/** Modest, durable, quiet. Loopback only; parallel workers off because containers give 64 MB of /dev/shm. */
function settings(port: number): string {
  return `# Written by Groeikompas at every start; put settings of your own in postgresql.auto.conf (alter system).
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = 60
password_encryption = 'scram-sha-256'
shared_buffers = '64MB'
huge_pages = off
io_method = 'sync'
max_wal_size = '512MB'
min_wal_size = '64MB'
fsync = on
synchronous_commit = on
full_page_writes = on
wal_level = replica
jit = off
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
max_logical_replication_workers = 0
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_destination = 'stderr'
log_directory = 'log'
log_filename = 'postgres-%a.log'
log_rotation_age = '1d'
log_rotation_size = 0
log_truncate_on_rotation = on
log_checkpoints = off
# No details and no statements: they hold names, addresses and answers of people.
log_error_verbosity = terse
log_min_error_statement = fatal
`;
}
