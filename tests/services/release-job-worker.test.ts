import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { roundOf } from "#app/services/rounds-list.server.ts";
import { committedBoard } from "#tests/setup/board.ts";
import { handInAll, later, opened } from "./round-hand-in.ts";

const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill("SIGKILL")));

/** The worker in a process of its own, as the start script makes it, and the lines it says. */
function start(databaseUrl: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { cwd: fileURLToPath(new URL("../..", import.meta.url)), env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  running.push(child);
  const said: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  let rest = "";
  child.stdout!.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop()!;
    said.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
    waiting.splice(0).forEach((wake) => wake());
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return {
    child,
    ended,
    async until(what: Record<string, unknown>) {
      for (;;) {
        const found = said.find((line) => Object.entries(what).every(([key, value]) => line[key] === value));
        if (found) return found;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
  };
}

test("releases what is due without any visitor, and ends when it is told to", async () => {
  const board = await committedBoard(61);
  const now = new Date();
  const roundId = await opened(board, { closesOn: later(-3, now).toISOString().slice(0, 10) }, later(-20, now));
  await handInAll(board, roundId, "linde-", (place, nth) => 1 + ((place + nth) % 3), { at: later(-10, now) });
  const worker = start(board.appUrl);
  expect(await worker.until({ job: "release", roundId })).toMatchObject({ level: 30, figures: expect.any(Number) });
  expect((await board.as("hr", (ctx) => roundOf(ctx, roundId), now)).state).toBe("released");
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
});

test("with the database away it says so once, waits, and ends when the web server is gone", async () => {
  // A port where nobody answers any more.
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  const worker = start(`postgres://nobody@127.0.0.1:${port}/nothing`);
  expect(await worker.until({ state: "database is away" })).toMatchObject({ job: "worker", level: 50 });
  expect(worker.child.exitCode).toBeNull();
  worker.child.disconnect();
  expect(await worker.ended).toBe(0);
});
