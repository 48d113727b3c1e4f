import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled, say } from "./setup.mjs";

// Plain Node: continuous integration runs this before there are packages.

const root = fileURLToPath(new URL("..", import.meta.url));

/** Flags for Chromium in tests: works in a container, and reaches nothing but this machine. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-domain-reliability",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/**
 * The path of a Chromium or Chrome on this machine, or null. CHROME_PATH goes first.
 * @returns {string | null}
 */
export function findBrowser() {
  return candidates().find(isProgram) ?? null;
}

/**
 * The path of a browser, which is installed when there is none. Throws one sentence when that fails.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present) return present;
  if (process.env.CHROME_PATH) throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which is not a program.`);

  if (isDebian() && process.getuid?.() === 0) {
    say("Installing Chromium with apt …");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    if (run("apt-get", ["update"], env)) run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], env);
  }
  if (!findBrowser()) {
    say("Installing Chromium with Playwright …");
    await ensureInstalled();
    const deps = process.platform === "linux" && process.getuid?.() === 0 ? ["--with-deps"] : [];
    run(process.execPath, [join(root, "node_modules", "playwright", "cli.js"), "install", ...deps, "chromium"]);
  }
  const installed = findBrowser();
  if (!installed) throw new Error("No browser for the tests could be installed: install Chromium or Chrome by hand, or set CHROME_PATH to one.");
  return installed;
}

function candidates() {
  if (process.env.CHROME_PATH) return [process.env.CHROME_PATH];
  const names = process.platform === "win32" ? ["chrome.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = names.flatMap((name) => ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)].filter(Boolean).map((folder) => join(folder, name)));
  const programs = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA].filter(Boolean);
  return [
    ...onPath,
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...programs.map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
    ...playwrights(),
  ];
}

function playwrights() {
  try {
    return [createRequire(import.meta.url)("playwright-core").chromium.executablePath()];
  } catch {
    return []; // not installed yet
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Not its relatives: Ubuntu's package only points to a snap, which does not run in a container. */
function isDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

function run(program, args, env = {}) {
  return spawnSync(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", 2, 2] }).status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const path = process.argv.includes("--ensure") ? await ensureBrowser() : findBrowser();
    process.stdout.write(`${path ?? "none"}\n`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
