import { createHash, randomUUID } from "node:crypto";
import { accessSync, chmodSync, constants, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { run, type Account } from "./processes.ts";

/** Where the database really lives, and as which user its server runs. */
export type Home = { folder: string; account: Account | undefined };

/**
 * Makes the folder and sees that the server's user can reach it. PostgreSQL refuses to run as
 * root, so root hands it to the folder's owner or to nobody; below a closed folder (a checkout
 * under /root) that user cannot come, and the data goes to a fixed place elsewhere, which is said.
 * The same wish gives the same place every time. Throws one sentence when no place will do.
 */
export async function openHome(wanted: string, log: (line: string) => void): Promise<Home> {
  const folder = resolve(wanted);
  const account = serverAccount(folder);
  if (!account) {
    makeFolder(folder, 0o700);
    return { folder, account };
  }
  const name = `groeikompas-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  const elsewhere = ["/var/lib", tmpdir()].map((parent) => join(parent, name));
  const inUse = [folder, ...elsewhere].find((place) => existsSync(join(place, "postgres")));

  for (const place of inUse ? [inUse] : [folder, ...elsewhere]) {
    if (!(await isReachable(place, account))) continue;
    if (place !== folder) {
      log(`User ${account.uid}, who runs the database, cannot write below ${folder}; the database is in ${place}.`);
    }
    return { folder: place, account };
  }
  throw new Error(
    inUse
      ? `User ${account.uid}, who runs the database, can no longer reach ${inUse}: give that user the right to pass its parent folders and to write there.`
      : `There is no room for the database: neither ${folder} nor a folder in /var/lib or ${tmpdir()} can be written by user ${account.uid}; set GROEIKOMPAS_DATA_DIR or DATABASE_URL.`,
  );
}

/** The one sentence for a folder that cannot be made or written. */
export function folderProblem(folder: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reasons: Record<string, string> = {
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EROFS: "the disk is read-only",
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    ENOTDIR: "part of that path is a file",
    EEXIST: "part of that path is a file",
  };
  const reason = reasons[code];
  if (!reason) return error instanceof Error ? error : new Error(String(error));
  return new Error(`The database cannot be kept in ${folder}: ${reason}; make room, or set GROEIKOMPAS_DATA_DIR to another folder.`);
}

function makeFolder(folder: string, mode: number): void {
  try {
    let above = folder;
    while (!existsSync(above)) above = dirname(above);
    accessSync(above, constants.W_OK); // mkdir would call a read-only disk "no such folder"
    const first = mkdirSync(folder, { recursive: true, mode });
    // A strict umask closes what we have just made on the way down; only our own folders are opened.
    for (let made = folder; first && made.length >= first.length; made = dirname(made)) chmodSync(made, mode);
    const probe = join(folder, `.write-${randomUUID()}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw folderProblem(folder, error);
  }
}

/** Tried for real, as that user: modes alone do not tell about ACLs, mounts and user namespaces. */
async function isReachable(folder: string, account: Account): Promise<boolean> {
  const probe = join(folder, `.reach-${randomUUID()}`);
  try {
    makeFolder(folder, 0o711);
    if (statSync(folder).uid === 0) chmodSync(folder, statSync(folder).mode | 0o011);
    mkdirSync(probe, { recursive: true, mode: 0o700 });
    chownSync(probe, account.uid, account.gid);
    const { code } = await run("/bin/sh", ["-c", 'cd "$1" && : > x && rm x', "sh", probe], account);
    return code === 0;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** Nobody to change into unless Node runs as root. An earlier owner of the data stays its owner. */
function serverAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const place of [join(folder, "postgres"), folder, dirname(folder)]) {
    if (!existsSync(place)) continue;
    const { uid, gid } = statSync(place);
    if (uid !== 0 && users().some((user) => user.uid === uid)) return { uid, gid };
  }
  // initdb wants a user that is in the list of users, so a bare number is not enough.
  const known = users();
  const found = ["nobody", "postgres", "daemon"].map((name) => known.find((user) => user.name === name)).find((user) => user);
  return found ? { uid: found.uid, gid: found.gid } : { uid: 65534, gid: 65534 };
}

function users(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ name, uid, gid }) => name !== "" && uid > 0 && gid > 0); // macOS has nobody at -2
  } catch {
    return [];
  }
}
