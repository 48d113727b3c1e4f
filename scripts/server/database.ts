import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "#db/embedded/server.ts";
import { migrate } from "#db/migrate.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

export type ReadyDatabase = { kind: "embedded" | "postgres"; url: string; adminUrl: string; keepRunning: () => void; stop: () => Promise<void> };

/**
 * The database of `DATABASE_URL`, or the embedded one, with its tables up to date.
 * @throws one sentence for the person at the keyboard
 */
export async function readyDatabase(say: (line: string) => void): Promise<ReadyDatabase> {
  const given = process.env["DATABASE_URL"];
  if (given) {
    const adminUrl = process.env["MIGRATE_DATABASE_URL"] ?? given;
    await migrate(adminUrl, decodeURIComponent(new URL(given).username));
    return { kind: "postgres", url: given, adminUrl, keepRunning: () => {}, stop: async () => {} };
  }
  const dataDir = process.env["GROEIKOMPAS_DATA_DIR"] ?? join(root, ".data");
  const embedded = await startEmbedded({ dataDir, log: say });
  try {
    await migrate(embedded.adminUrl, decodeURIComponent(new URL(embedded.appUrl).username));
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { kind: "embedded", url: embedded.appUrl, adminUrl: embedded.adminUrl, keepRunning: embedded.keepRunning, stop: embedded.stop };
}
