import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/commands/frameworks-export.ts", ...args], { cwd: root, env: { ...process.env, ...env }, maxBuffer: 20 * 1_048_576 });
  return { status, bytes: stdout, text: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}

describe("frameworks:export", () => {
  test("writes the newest version that begins so, and nothing but the file", () => {
    const { status, text, stderr } = run(["digcompedu@2017", "case"]);
    expect([status, stderr]).toEqual([0, ""]);
    const { CFDocument } = JSON.parse(text) as { CFDocument: { version: string; uri: string } };
    expect(CFDocument.version).toBe("2017.2.0");
    expect(CFDocument.uri).toMatch(/^urn:uuid:/);
  });

  test("with a public address the addresses are those of the service", () => {
    const { text } = run(["digcompedu@2017", "case"], { PUBLIC_URL: "https://kader.example.nl/iets" });
    expect((JSON.parse(text) as { CFDocument: { uri: string } }).CFDocument.uri).toMatch(/^https:\/\/kader\.example\.nl\/ims\/case\/v1p1\/CFDocuments\//);
  });

  test("a workbook comes out as bytes", () => {
    const { status, bytes } = run(["po-personeel@0.1.0", "xlsx", "--language", "en"]);
    expect([status, bytes.subarray(0, 2).toString()]).toEqual([0, "PK"]);
  });

  test("our own format is our own document", () => {
    const { text } = run(["digcompedu@2017.1.0", "json"]);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(`${root}frameworks/digcompedu/2017.1.0.json`, "utf8")));
  });

  test.each([
    [[], "arguments"],
    [["digcompedu@2017"], "arguments"],
    [["digcompedu@2017", "case", "more"], "arguments"],
    [["digcompedu@2017", "case", "--nothing"], "arguments"],
    [["digcompedu", "case"], "SLUG@VERSION"],
    [["digcompedu@1999", "case"], "SLUG@VERSION"],
    [["__proto__@1", "case"], "SLUG@VERSION"],
    [["digcompedu@2017", "pdf"], "FORMAT"],
    [["digcompedu@2017", "moodle", "--language", "de"], "--language"],
    [["digcompedu@2017", "case", "--language", "en"], "--language"],
    [["digcompedu@2017", "skos", "--syntax", "rdfxml"], "--syntax"],
    [["digcompedu@2017", "case", "--syntax", "turtle"], "--syntax"],
    [["kennisnet-ict@2023", "json"], "kennisnet-ict@2023.1.0 · licence"],
  ] as const)("%j is refused, with the place and exit code 2", (args, where) => {
    const { status, text } = run(args);
    const { error } = JSON.parse(text) as { error: { message: string; where: string } };
    expect([status, error.where]).toEqual([2, where]);
    expect(error.message).toMatch(/\S \S/);
  });
});
