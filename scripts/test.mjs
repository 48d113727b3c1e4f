// `npm test`: types, lint, dead code, every test, the built app in a browser. Ends with one line that counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled } from "./setup.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const only = process.argv[2];
const bin = (name) => `${root}node_modules/${name}`;
let failures = 0;
const counted = { passed: 0, failed: 0 };

function step(name, script, args, env = {}) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) {
    failures += 1;
    console.log(`✗ ${name} failed`);
  }
}

try {
  await ensureInstalled();
  rmSync(`${root}test-results`, { recursive: true, force: true });
  mkdirSync(`${root}test-results`, { recursive: true });
  if (only !== "--e2e") {
    step("Types", bin("typescript/bin/tsc"), ["--noEmit"]);
    step("Lint", bin("eslint/bin/eslint.js"), [".", "--max-warnings", "0"]);
    step("Dead code", bin("knip/bin/knip.js"), []);
    await ensureBuilt();
    step("Tests", bin("vitest/vitest.mjs"), ["run", "--reporter=default", "--reporter=json", "--outputFile.json=test-results/vitest.json"]);
    const { numPassedTests = 0, numFailedTests = 0 } = read("test-results/vitest.json");
    count(numPassedTests, numFailedTests);
  }
  if (only !== "--check") {
    await ensureBuilt();
    const { ensureBrowser } = await import("./browser.mjs");
    await ensureBrowser();
    step("Journeys in the browser", bin("@playwright/test/cli.js"), ["test"], { DATABASE_URL: "" });
    const { stats = {} } = read("test-results/e2e.json");
    count((stats.expected ?? 0) + (stats.flaky ?? 0), stats.unexpected ?? 0);
  }
} catch (error) {
  failures += 1;
  console.error(error instanceof Error ? error.message : String(error));
}

function read(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, "utf8"));
  } catch {
    failures += 1;
    console.log(`✗ ${file} is missing: its runner did not finish`);
    return {};
  }
}
function count(passed, failed) {
  counted.passed += passed;
  counted.failed += failed;
}

console.log(failures === 0 ? "\nAll checks passed." : `\n${failures} of the checks above failed.`);
console.log(`Tests: ${counted.passed} passed, ${counted.failed} failed`);
process.exit(failures === 0 && counted.failed === 0 && counted.passed > 0 ? 0 : 1);
