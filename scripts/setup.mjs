import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// Plain Node without packages: this runs before there are any.

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);
const oldestNode = [20, 19, 0];

/** What the build reads. A change in one of these makes a build out of date. */
const inputs = ["app", "db", "public", "frameworks", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/** Woff2, png and the like are compressed already. */
const compressible = new Set([".js", ".mjs", ".css", ".svg", ".json", ".txt", ".webmanifest"]);

/**
 * Sees that the packages of package-lock.json are installed. Packages that somebody installed by
 * hand (`npm install`) are accepted when they are the same ones. Throws one sentence otherwise.
 * @param {{ quiet?: boolean }} [options] quiet: npm's own lines are shown only when it fails
 */
export async function ensureInstalled({ quiet = false } = {}) {
  refuseOldNode();
  if (isInstalled()) return;
  await alone(async () => {
    if (isInstalled()) return; // another process did it while we waited
    say("Installing packages (a minute or two, this once) …");
    // No scripts of packages: none is needed, and none should run on someone's machine unasked.
    const flags = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
    const { status, output } = npm(flags, { quiet, env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } });
    if (status !== 0) {
      if (quiet) process.stderr.write(output);
      throw new Error("The packages could not be installed: see npm's message above (is there a network, and room on the disk?).");
    }
    writeWhole(installStamp(), lockHash());
  });
}

/**
 * Sees that build/ is made from the sources as they are now, with .br and .gz files beside the
 * assets. The stamp is written last, so a build that was cut short is made again.
 */
export async function ensureBuilt() {
  if (isBuilt(sourceHash())) return;
  await alone(async () => {
    const hash = sourceHash();
    if (isBuilt(hash)) return;
    say("Building …");
    const started = Date.now();
    rmSync(at("build"), { recursive: true, force: true });
    const cli = at("node_modules", "@remix-run", "dev", binOf("@remix-run/dev", "remix"));
    // Under Vitest vite.config.ts leaves the Remix plugin out, and a build without it is none.
    const { status } = run(process.execPath, [cli, "vite:build", "--logLevel", "error"], { env: { NODE_ENV: "production", VITEST: undefined } });
    if (status !== 0) throw new Error("The build failed: see the message above.");
    await compressAssets(at("build", "client"));
    writeWhole(buildStamp(), hash);
    say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  });
}

/** One line for the person at the keyboard; standard output is for results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

function refuseOldNode() {
  const [major, minor, patch] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor, needPatch] = oldestNode;
  const old = major - needMajor || minor - needMinor || patch - needPatch;
  if (old < 0) throw new Error(`Groeikompas needs Node ${oldestNode.join(".")} or newer and this is ${process.versions.node}; install a newer one and try again.`);
}

function isInstalled() {
  if (!existsSync(at("node_modules"))) return false;
  if (textOf(installStamp()) === lockHash()) return true;
  if (!isSameAsLock()) return false;
  writeWhole(installStamp(), lockHash());
  return true;
}

/** npm keeps a list of what it really installed, written last; missing platform packages are fine. */
function isSameAsLock() {
  try {
    const wanted = JSON.parse(readFileSync(at("package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(at("node_modules", ".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([path, { version, optional, link }]) =>
      path === "" || link || (present[path] ? present[path].version === version && existsSync(at(path)) : optional === true));
  } catch {
    return false;
  }
}

function lockHash() {
  return createHash("sha256").update(`${process.platform} ${process.arch} `).update(readFileSync(at("package-lock.json"))).digest("hex");
}

function isBuilt(hash) {
  return textOf(buildStamp()) === hash && existsSync(at("build", "server", "index.js")) && existsSync(at("build", "client"));
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of filesIn(at(input))) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** All files below, in a fixed order; the path itself when it is a file; nothing when it is not there. */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : []));
}

/** Once, at the highest quality: compressing per request doubled the slowest responses. */
async function compressAssets(folder) {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const files = filesIn(folder).filter((file) => compressible.has(extname(file)) && statSync(file).size >= 200);
  await Promise.all(files.map(async (file) => {
    const plain = await readFile(file);
    const br = await promisify(brotliCompress)(plain, { params: { ...brotli.params, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } });
    const gz = await promisify(gzip)(plain, { level: 9 });
    if (br.length < plain.length) await writeFile(`${file}.br`, br);
    if (gz.length < plain.length) await writeFile(`${file}.gz`, gz);
  }));
}

/** `npm start` in one window and `npm test` in the next: the second waits. A dead one's lock is void. */
async function alone(work) {
  const lock = at(".cache", "setup.lock");
  mkdirSync(at(".cache"), { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(textOf(lock));
    if (!isRunning(holder)) {
      await new Promise((resolve) => setTimeout(resolve, 100)); // it may be writing its number just now
      if (Number(textOf(lock)) === holder) rmSync(lock, { force: true });
      continue;
    }
    if (!told) say(`Waiting for the set-up that process ${holder} is doing …`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isRunning(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Under npm its own program is known; otherwise the one on the path, which on Windows is a script. */
function npm(args, options) {
  const program = process.env.npm_execpath;
  if (program?.endsWith("npm-cli.js")) return run(process.execPath, [program, ...args], options);
  return process.platform === "win32" ? run("npm.cmd", args, { ...options, shell: true }) : run("npm", args, options);
}

function run(program, args, { quiet = false, env = {}, shell = false } = {}) {
  const result = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    shell,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", 2, 2], // ours is to be a quiet standard output
  });
  if (result.error) throw new Error(`${program} could not be started: ${result.error.message}.`);
  return { status: result.status, output: `${result.stdout ?? ""}${result.stderr ?? ""}` };
}

/** The script behind a package's command: node_modules/.bin holds shell scripts on Windows. */
function binOf(name, command) {
  return JSON.parse(readFileSync(at("node_modules", ...name.split("/"), "package.json"), "utf8")).bin[command];
}

function installStamp() {
  return at("node_modules", ".groeikompas-lock");
}

function buildStamp() {
  return at("build", ".stamp");
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function writeWhole(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
