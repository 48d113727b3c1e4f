import { defineConfig } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumArgs, findBrowser } from "./scripts/browser.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4173);
// A fresh data folder per run. Made once: Playwright loads this file again in each worker, with the variable set.
const dataDir = (process.env["E2E_DATA_DIR"] ??= freshFolder());

const suites = [
  { name: "journeys", folder: "e2e", port, data: dataDir },
  { name: "accessibility", folder: "accessibility", port: port + 1, data: `${dataDir}-accessibility` },
].map((suite) => ({ ...suite, baseURL: `http://127.0.0.1:${suite.port}` }));

const executablePath = findBrowser();

export default defineConfig({
  outputDir: "test-results",
  snapshotPathTemplate: "{testDir}/heard/{arg}{ext}",
  // The tests of one folder change one demo board, so they run one after the other; each folder has its own board and service.
  workers: suites.length,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: suites.map(({ name, folder, baseURL }) => ({ name, testDir: `tests/${folder}`, workers: 1, use: { baseURL } })),
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    trace: "retain-on-failure",
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: suites.map(({ port: own, baseURL, data }) => ({
    command: "node scripts/start.mjs",
    url: `${baseURL}/health`,
    timeout: 180_000,
    env: { PORT: String(own), GROEIKOMPAS_DATA_DIR: data, DATABASE_URL: "" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    reuseExistingServer: false,
  })),
});

/** In the temporary folder and readable for the database's own user; the one of the run before is thrown away. */
function freshFolder(): string {
  const folder = join(tmpdir(), `groeikompas-e2e-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 10)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o755 });
  return join(folder, "data");
}
