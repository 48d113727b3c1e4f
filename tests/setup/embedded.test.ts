import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { startEmbedded, type EmbeddedServer } from "#db/embedded/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const servers: EmbeddedServer[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "groeikompas-test-"));
  folders.push(folder);
  chmodSync(folder, 0o755); // a temporary folder is closed to the user that runs the server for root
  return join(folder, ".data");
}

async function started(dataDir: string, said: string[] = []): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: (line) => said.push(line) });
  servers.push(server);
  return server;
}

async function rows(address: string, query: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(address, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Another Node process that starts the server and stays; resolves with what it prints. */
function startElsewhere(dataDir: string): { child: ChildProcess; ready: Promise<{ adminUrl: string; owned: boolean }> } {
  const code = `
    import { startEmbedded } from ${JSON.stringify(new URL("../../db/embedded/server.ts", import.meta.url).href)};
    const { adminUrl, owned } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(JSON.stringify({ adminUrl, owned }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const ready = new Promise<{ adminUrl: string; owned: boolean }>((resolve, reject) => {
    child.stdout!.on("data", (line: Buffer) => resolve(JSON.parse(line.toString())));
    child.on("exit", (code, signal) => reject(new Error(`ended with ${code ?? signal}`)));
  });
  ready.catch(() => undefined);
  return { child, ready };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    process.kill(-child.pid!, "SIGKILL"); // the whole group, as a closed terminal or Ctrl-C would
  });
}

function serverPid({ folder }: { folder: string }): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return /^\S+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the embedded database", () => {
  const dataDir = newFolder();
  let first: EmbeddedServer;

  test("starts on an empty folder and answers as the app", async () => {
    first = await started(dataDir);
    expect(first.owned).toBe(true);
    expect(await rows(first.appUrl, "select 1 as one, current_user as me, current_database() as db"))
      .toEqual([{ one: 1, me: "groeikompas_app", db: "groeikompas" }]);
  });

  test("gives the app a login without any privilege, and the database to the superuser", async () => {
    expect(await rows(first.adminUrl, "select rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname = 'groeikompas_app'"))
      .toEqual([{ rolsuper: false, rolbypassrls: false, rolinherit: false, rolcreatedb: false, rolcreaterole: false, rolcanlogin: true }]);
    expect(await rows(first.adminUrl, "select rolname, pg_encoding_to_char(encoding) as encoding from pg_database join pg_roles r on r.oid = datdba where datname = 'groeikompas'"))
      .toEqual([{ rolname: "postgres", encoding: "UTF8" }]);
  });

  test("writes to disk, checks pages, listens on loopback only and keeps people's data out of its log", async () => {
    const names = ["fsync", "data_checksums", "listen_addresses", "unix_socket_directories", "TimeZone", "jit", "log_min_error_statement"];
    const settings = await rows(first.adminUrl, `select name, setting from pg_settings where name in ('${names.join("','")}')`);
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on", data_checksums: "on", listen_addresses: "127.0.0.1", unix_socket_directories: "", TimeZone: "UTC", jit: "off", log_min_error_statement: "fatal",
    });
  });

  test("refuses a wrong password, and keeps the right one for its owner alone", async () => {
    await expect(rows(first.appUrl.replace(/:[^:@]+@/, ":guess@"), "select 1")).rejects.toMatchObject({ code: "28P01" });
    expect(statSync(join(first.folder, "passwords.json")).mode & 0o777).toBe(0o600);
  });

  test("is shared by a second start, and stays until the last user has left", async () => {
    const second = await started(dataDir);
    expect(second).toMatchObject({ owned: false, adminUrl: first.adminUrl });
    const pid = serverPid(first);
    await first.stop();
    expect(await rows(second.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isGone(pid)).toBe(true);
    expect(existsSync(join(first.folder, "postgres", "postmaster.pid"))).toBe(false);
    expect(readdirSync(join(first.folder, "users"))).toEqual([]);
  });

  test("outlives a killed Node and is joined by the next start, which stops it in the end", async () => {
    const { child, ready } = startElsewhere(dataDir);
    const theirs = await ready;
    expect(theirs.owned).toBe(true);
    await rows(theirs.adminUrl, "create table kept as select generate_series(1, 1000) as n");
    await killed(child);
    const next = await started(dataDir);
    expect(next).toMatchObject({ owned: false, adminUrl: theirs.adminUrl });
    const pid = serverPid(next);
    await next.stop();
    expect(isGone(pid)).toBe(true);
  });

  test("recovers by itself after a crash, with everything that was committed", async () => {
    const before = await started(dataDir);
    await rows(before.adminUrl, "insert into kept select generate_series(1001, 1500)");
    process.kill(serverPid(before), "SIGKILL");
    const after = await started(dataDir);
    expect(after.owned).toBe(true);
    expect(await rows(after.adminUrl, "select count(*)::int as n from kept")).toEqual([{ n: 1500 }]);
    await before.stop();
    await after.stop();
  });

  test("is not fooled by a postmaster.pid whose number now belongs to another process", async () => {
    const file = join(first.folder, "postgres", "postmaster.pid");
    writeFileSync(file, `${process.pid}\n${first.folder}/postgres\n1\n5432\n\n127.0.0.1\n`);
    const server = await started(dataDir);
    expect(server.owned).toBe(true);
    await server.stop();
  });

  test("takes over the lock of a process that died", async () => {
    writeFileSync(join(first.folder, "start.lock"), JSON.stringify({ pid: 2 ** 22 + 1, started: "1", nonce: "" }));
    await (await started(dataDir)).stop();
    expect(existsSync(join(first.folder, "start.lock"))).toBe(false);
  });

  test("sets a new password when the file with passwords was lost", async () => {
    rmSync(join(first.folder, "passwords.json"));
    const server = await started(dataDir);
    expect(await rows(server.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test("says in one sentence that the folder is of another version", async () => {
    const file = join(first.folder, "postgres", "PG_VERSION");
    writeFileSync(file, "12\n");
    await expect(started(dataDir)).rejects.toThrow(/made by PostgreSQL 12 and this is 18/);
    writeFileSync(file, "18\n");
  });
});

describe("a first start", () => {
  test("by three at once gives all the same server", async () => {
    const dataDir = newFolder();
    const elsewhere = startElsewhere(dataDir);
    const [here, too, there] = await Promise.all([started(dataDir), started(dataDir), elsewhere.ready]);
    expect(new Set([here.adminUrl, too.adminUrl, there.adminUrl]).size).toBe(1);
    expect([here, too, there].filter(({ owned }) => owned)).toHaveLength(1);
    await killed(elsewhere.child);
    await here.stop();
    await too.stop();
  });

  test("that was killed half-way is done again", async () => {
    const dataDir = newFolder();
    const { child } = startElsewhere(dataDir);
    const isMaking = () => existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith("unfinished-"));
    while (!isMaking()) await new Promise((resolve) => setTimeout(resolve, 5));
    await killed(child);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    const server = await started(dataDir);
    expect(await rows(server.appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.stop();
    expect(isMaking()).toBe(false);
  });

  test("never touches a folder that is not ours", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "postgres"), { recursive: true });
    writeFileSync(join(dataDir, "postgres", "thesis.odt"), "");
    await expect(started(dataDir)).rejects.toThrow(/not empty and not a PostgreSQL folder/);
    expect(readdirSync(join(dataDir, "postgres"))).toEqual(["thesis.odt"]);
  });

  test("says in one sentence that the path leads through a file", async () => {
    const dataDir = newFolder();
    writeFileSync(dataDir, "");
    if (isRoot) return; // root gets a place elsewhere instead
    await expect(started(dataDir)).rejects.toThrow(/part of that path is a file/);
  });

  test.skipIf(!isRoot)("as root below a closed folder takes a place elsewhere, says so, and finds it again", async () => {
    const dataDir = newFolder();
    const said: string[] = [];
    chmodSync(dirname(dataDir), 0o700);
    const server = await started(dataDir, said);
    folders.push(server.folder);
    expect(server.folder).not.toBe(dataDir);
    expect(said.join()).toContain(server.folder);
    await server.stop();
    chmodSync(dirname(dataDir), 0o755);
    const again = await started(dataDir);
    expect(again.folder).toBe(server.folder);
    await again.stop();
  });
});
