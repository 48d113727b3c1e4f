import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded/server.ts";
import { migrate } from "#db/migrate.ts";
import { fillBoard, type Filled, type Handles } from "./board/fill.ts";
import type { Size } from "./board/plan.ts";

export type Server = {
  /** Of the oldest of its processes, whose children all others are. */
  readonly postmaster: number;
  /** Makes a database of its own, fills it with a board of this size, and gives the addresses; closing it throws it away. */
  board(size: Size, options: { seed: number; now: Date; holdLast?: boolean }): Promise<Ready>;
  stop(): Promise<void>;
};
export type Ready = Handles & { readonly filled: Filled; readonly seconds: number; readonly url: string; close(): Promise<void> };

/** A PostgreSQL of the bench's own in a folder that is thrown away; the settings are those of `npm start`. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "groeikompas-bench-"));
  // The database may run as another user than we do, who must be able to reach it.
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: join(folder, "data"), log: () => {} });
  await migrate(embedded.adminUrl, decodeURIComponent(new URL(embedded.appUrl).username));
  const at = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  let count = 0;
  const template = new URL(embedded.adminUrl).pathname.slice(1);
  return {
    postmaster: Number(readFileSync(join(embedded.folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]),
    async board(size, options) {
      const begin = performance.now();
      const name = `bench_${(count += 1)}`;
      const asRoot = async (statement: string) => {
        const root = postgres(at(embedded.adminUrl, "postgres"), { max: 1, onnotice: () => {} });
        await root.unsafe(statement).finally(() => root.end());
      };
      await asRoot(`create database ${name} template ${template}`);
      const url = at(embedded.appUrl, name);
      const handles: Handles = { database: openDatabase(url, { max: 4 }), admin: postgres(at(embedded.adminUrl, name), { max: 2, onnotice: () => {} }) };
      const filled = await fillBoard(handles, size, options);
      const close = async () => {
        await Promise.all([handles.database.end(), handles.admin.end()]);
        await asRoot(`drop database ${name} with (force)`);
      };
      return { ...handles, filled, seconds: Math.round((performance.now() - begin) / 100) / 10, url, close };
    },
    async stop() {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
      if (embedded.folder !== join(folder, "data")) rmSync(embedded.folder, { recursive: true, force: true });
    },
  };
}
