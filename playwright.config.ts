import { defineConfig } from "@playwright/test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumArgs, findBrowser } from "./scripts/browser.mjs";

const port = Number(process.env["E2E_PORT"] ?? 4173);
// The data folder is made once; Playwright loads this file again in each worker.
const dataDir = (process.env["E2E_DATA_DIR"] ??= join(mkdtempSync(join(tmpdir(), "groeikompas-e2e-")), "data"));
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
