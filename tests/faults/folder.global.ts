import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be merged
  export interface ProvidedContext {
    faultsFolder: string;
    /** How often a fault that can be repeated is repeated. */
    faultRounds: number;
  }
}

/** One folder for the data of all fault tests, thrown away at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "groeikompas-faults-"));
  // The database may run as another user than we do, who must be able to reach it.
  chmodSync(folder, 0o755);
  project.provide("faultsFolder", folder);
  project.provide("faultRounds", Math.max(1, Number(process.env["FAULT_ROUNDS"] ?? 2) || 2));
  return () => rmSync(folder, { recursive: true, force: true });
}
