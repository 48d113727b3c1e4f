// `npm run faults`: the fault tests alone, with more rounds than `npm test` gives them; FAULT_ROUNDS=100 for a night.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", "faults", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, FAULT_ROUNDS: process.env.FAULT_ROUNDS ?? "20" },
});
process.exit(status ?? 1);
