// `npm run seed | reset | db:migrate`: the database beside a running app or without one.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./setup.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const act = process.argv[2];
try {
  await ensureInstalled();
  const { register } = await import("tsx/esm/api");
  register();
  const { readyDatabase } = await import("./server/database.ts");
  const database = await readyDatabase((line) => console.error(line));
  try {
    if (act === "migrate") console.error("The tables are up to date.");
    else if (act === "reset" && database.kind !== "embedded") throw new Error("reset only empties the embedded database of this folder; a given server is left alone.");
    else {
      const { status } = spawnSync(process.execPath, ["--import", "tsx", "seeds/run.ts", ...(act === "reset" ? ["--clear"] : [])], {
        cwd: root,
        stdio: "inherit",
        env: { ...process.env, DATABASE_URL: database.url, MIGRATE_DATABASE_URL: database.adminUrl, GROEIKOMPAS_FRAMEWORKS: `${root}frameworks` },
      });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
