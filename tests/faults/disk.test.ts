import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, inject, test } from "vitest";
import { paths } from "#app/paths.ts";
import { send } from "./answering.ts";
import { launch, postmasterOf, untilHealth } from "./program.ts";
import { openFaultSite } from "./site.ts";

const folder = join(inject("faultsFolder"), "small-disk");
const mounted = mountSmallDisk();
if (!mounted) console.log("disk full — skipped: a small disk cannot be mounted here (that takes root and the right to mount)");

/** A disk of its own in memory, so that filling it up harms nobody. */
function mountSmallDisk(): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("/bin/mount", ["-t", "tmpfs", "-o", "size=160m,mode=755", "groeikompas-faults", folder], { stdio: "ignore" });
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

/** Registered before the site's own, so it comes after it: hooks at the end run backwards. */
afterAll(() => {
  if (mounted) execFileSync("/bin/umount", ["-l", folder]);
});

/** Writes until nothing fits any more. */
function fillUp(file: string): void {
  for (const size of [1 << 20, 1 << 12]) {
    const handle = openSync(file, "a");
    try {
      for (;;) writeSync(handle, Buffer.alloc(size, 1));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    } finally {
      closeSync(handle);
    }
  }
}

const opened = mounted ? await openFaultSite({ folder: join(folder, "data") }) : null;

test.skipIf(!mounted)("the disk is full and room is made again, in the middle of autosave", async () => {
  const site = opened!;
  const filler = join(folder, "filler");
  const group = await site.people(8);
  const { assessmentId, email, items } = site.story.respondents[9]!;
  const cookie = await site.signIn(email);
  const rounds = inject("faultRounds");
  const codes = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    for (const person of group.people) person.begin(10);
    await pause(500);
    const before = group.ledger.outcomes.get("503") ?? 0;
    const from = performance.now();
    while ((group.ledger.outcomes.get("503") ?? 0) < before + 8) {
      if (performance.now() - from > 60_000) throw new Error("The disk does not become full.");
      fillUp(filler);
      await pause(50);
    }
    // Reading goes on.
    const page = await send(site.origin + paths.question(assessmentId, items[0]!.id), { method: "GET", headers: { Cookie: cookie }, fresh: true });
    expect(page.status).toBe(200);
    for (const person of group.people) await person.stop();
    rmSync(filler);
    await untilHealth(site.port, 200, site.program());
    for (const { outbox } of group.people) outbox.retry();
  }
  for (const line of site.program().said) codes.add(/"code":"(\w+)"/.exec(line)?.[1] ?? "");
  expect([...codes]).toContain("53100");
  await site.whole(`disk full, ${rounds} times`, group);

  // On a full disk it stops as always, and started on one it says so in one sentence; with room it starts.
  fillUp(filler);
  expect((await site.program().stop()).code, site.program().said.slice(-5).join("\n")).toBe(0);
  expect(postmasterOf(site.dataDir)).toBe(0);
  const program = launch({ dataDir: site.dataDir, port: site.port });
  for (let turn = 0; turn < 300 && !program.ended(); turn += 1) await pause(100);
  const said = program.said.join("\n");
  await program.stop();
  rmSync(filler);
  expect(program.ended()!.code, said).toBe(1);
  expect(said).toMatch(/the disk is full; make room/);
  await site.start();
  await site.whole("disk full, and started again", group);
});
