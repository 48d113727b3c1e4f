import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Run after every `npm install`: a package source that does not serve the packages of other
// platforms leaves them out of package-lock.json, and then `npm ci` fails there, or leaves out
// what the other platform needs. Works offline: what a platform package is for, its name says.

/** @typedef {{ version?: string, resolved?: string, integrity?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */

/**
 * The lock with an entry for every optional dependency that lacked one, and without addresses.
 * Entries made here have no integrity, since the package itself was not to be had.
 * Throws when a name does not tell its platform.
 * @param {{ packages: Record<string, Entry> }} lock
 * @returns {{ packages: Record<string, Entry> }}
 */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const { parent, name, range } of missing(lock)) {
    const top = `node_modules/${name}`;
    const path = packages[top] && packages[top].version !== versionOf(range) ? `${parent}/${top}` : top;
    packages[path] = entryFor(name, range, packages[parent]?.dev === true && packages[path]?.dev !== false);
  }
  for (const [path, { resolved, ...rest }] of Object.entries(packages)) {
    if (resolved?.startsWith("http")) packages[path] = rest;
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, "en")); // as npm sorts them
  return { ...lock, packages: Object.fromEntries(sorted.map((path) => [path, packages[path]])) };
}

/**
 * The optional dependencies without an entry that would serve them.
 * @param {{ packages: Record<string, Entry> }} lock
 */
export function missing({ packages }) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const found = entryFrom(packages, parent, name);
        return !found || (isExact(range) && found.version !== range);
      })
      .map(([name, range]) => ({ parent, name, range })));
}

/** Looks where Node would look: beside the parent's own, then one storey up, and so on. */
function entryFrom(packages, parent, name) {
  for (let place = parent; ; ) {
    const found = packages[`${place ? `${place}/` : ""}node_modules/${name}`];
    if (found || place === "") return found;
    place = place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1));
  }
}

function entryFor(name, range, dev) {
  const { os, cpu, libc } = platformOf(name);
  /** @type {Entry} */
  const entry = { version: versionOf(range) };
  if (cpu) entry.cpu = [cpu];
  if (dev) entry.dev = true;
  if (libc) entry.libc = [libc];
  entry.optional = true;
  if (os) entry.os = [os];
  return entry;
}

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];
const otherNames = { windows: "win32", openharmonyos: "openharmony", musleabihf: "musl", gnu: "glibc", gnueabihf: "", eabi: "", msvc: "", wasi: "" };

/**
 * "@rollup/rollup-linux-x64-musl" is for linux, x64, musl.
 * @param {string} name
 * @returns {{ os?: string, cpu?: string, libc?: string }}
 */
export function platformOf(name) {
  if (name === "fsevents") return { os: "darwin" };
  const words = name.slice(name.lastIndexOf("/") + 1).split(/[-.]/).map((word) => otherNames[word] ?? word);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (!cpu || (!os && cpu !== "wasm32")) throw new Error(`The name ${name} does not tell for which platform it is: add its entry to package-lock.json by hand.`);
  // In practice 32-bit ARM packages say nothing about the C library, even those built for musl.
  const libc = os === "linux" && cpu !== "arm" ? words.find((word) => word === "glibc" || word === "musl") : undefined;
  return { ...(os && { os }), cpu, ...(libc && { libc }) };
}

function isExact(range) {
  return /^\d+\.\d+\.\d+/.test(range) && !/[\s|]/.test(range);
}

/** The lowest version that a range allows is one that exists. */
function versionOf(range) {
  const version = /\d+\.\d+\.\d+[^\s|]*/.exec(range)?.[0];
  if (!version) throw new Error(`The range ${range} names no version.`);
  return version;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = new URL("../package-lock.json", import.meta.url);
  const before = readFileSync(file, "utf8");
  const lock = JSON.parse(before);
  const after = `${JSON.stringify(completed(lock), null, 2)}\n`;
  if (after !== before) {
    const unfinished = new URL("../package-lock.json.new", import.meta.url);
    writeFileSync(unfinished, after);
    renameSync(unfinished, file);
  }
  process.stderr.write(`package-lock.json: ${missing(lock).length} platform entries added.\n`);
}
