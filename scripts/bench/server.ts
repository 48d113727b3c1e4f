import { monitorEventLoopDelay } from "node:perf_hooks";
import { openDatabase } from "#db/client.server.ts";
import { serve } from "../server/serve.ts";
import type { Reading } from "./child.ts";

/** The app's own web server in a process of its own, as `npm start` runs it, that also counts its statements. Tells the parent its port, and on request how it stands. */
const kept = globalThis as { groeikompasDatabase?: unknown };
let statements = 0;
// Begin, commit and set_config are not counted.
kept.groeikompasDatabase = openDatabase(process.env["DATABASE_URL"]!, { onStatement: (text) => void (text.includes("set_config(") || (statements += 1)) });
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const { port, stop } = await serve({ port: Number(process.env["PORT"]), host: "127.0.0.1", dev: false });
process.send!({ port });
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const reading: Reading = { statements, cpu: (user + system) / 1_000, blocked: Math.max(0, delay.max / 1e6 - 10) };
  delay.reset();
  process.send!(reading);
});
process.on("disconnect", () => void stop().then(() => process.exit(0)));
