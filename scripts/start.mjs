// `npm start`: installs and builds what is missing, then runs. Plain Node, because there may be no packages yet.
import { ensureBuilt, ensureInstalled } from "./setup.mjs";

try {
  await ensureInstalled();
  if (!process.argv.includes("--dev")) await ensureBuilt();
  const { register } = await import("tsx/esm/api");
  register();
  // Before anything of React is loaded: it picks its slow development build unless told by then.
  process.env.NODE_ENV = process.argv.includes("--dev") ? "development" : "production";
  await import("./server/run.ts");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
