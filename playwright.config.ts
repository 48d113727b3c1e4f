import { defineConfig } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumArgs, findBrowser } from "./scripts/browser.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4173);
// A fresh data folder per run. Made once: Playwright loads this file again in each worker, with the variable set.
const dataDir = (process.env["E2E_DATA_DIR"] ??= freshFolder());

const executablePath = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // The journeys of one demo board change it, so they run one after the other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    trace: "retain-on-failure",
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${port}/health`,
    timeout: 180_000,
    env: { PORT: String(port), GROEIKOMPAS_DATA_DIR: dataDir, DATABASE_URL: "" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    reuseExistingServer: false,
  },
});

/** In the temporary folder and readable for the database's own user; the one of the run before is thrown away. */
function freshFolder(): string {
  const folder = join(tmpdir(), `groeikompas-e2e-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 10)}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o755 });
  return join(folder, "data");
}
