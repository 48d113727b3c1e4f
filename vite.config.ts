import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

const underTest = Boolean(process.env["VITEST"]);

/** One Vitest project per folder of tests; `node` unless it draws. */
const project = (name: string, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
});

export default defineConfig({
  // The Remix plugin must not load under Vitest: it takes the whole module graph for an app.
  plugins: [underTest ? [] : remix(remixConfig)],
  build: {
    target: "es2022",
    rollupOptions: {
      onwarn(warning, warn) {
        // zod's pure-annotations stand where Rollup does not read them; harmless and many.
        if (warning.code === "INVALID_ANNOTATION") return;
        warn(warning);
      },
    },
  },
  optimizeDeps: { exclude: ["@node-rs/argon2", "postgres"] },
  ssr: { external: ["@node-rs/argon2", "postgres", "pino"] },
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      project("setup", { testTimeout: 60_000, hookTimeout: 60_000 }),
      project("domain", { testTimeout: 60_000 }),
      project("frameworks", { testTimeout: 60_000 }),
      project("services", { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: ["tests/setup/database.global.ts"] }),
      project("routes", { testTimeout: 60_000, hookTimeout: 120_000, globalSetup: ["tests/setup/database.global.ts"] }),
      // After the others and one file at a time: they measure how long things take, and need the processor to themselves.
      project("faults", { testTimeout: 1_800_000, hookTimeout: 120_000, globalSetup: ["tests/faults/folder.global.ts"], fileParallelism: false, sequence: { groupOrder: 1 } }),
      project("components", { environment: "jsdom", setupFiles: ["tests/setup/console.ts"] }),
    ],
  },
});
