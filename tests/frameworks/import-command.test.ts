import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { checkFramework } from "#app/domain/framework/check.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "groeikompas-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "scripts/commands/frameworks-import.ts", ...args], { cwd: root, encoding: "utf8" });
  return { code: status, out: JSON.parse(stdout) as { format: string; framework: { title: string; languages: string[] }; repairs: { code: string; where: string; message: string }[]; losses: unknown[]; document: Record<string, unknown>; error?: { message: string; where: string } }, stderr };
}
const table = "id;ouder;titel\na;;Samenwerken in de hele school\na;;Lesgeven met beeld en geluid\nb;a;Delen\n";

describe("frameworks:import", () => {
  test("prints the preview and nothing else: format, framework, repairs, losses and a document that holds", () => {
    const { code, out, stderr } = run(file("kader.csv", table));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(Object.keys(out)).toEqual(["format", "framework", "repairs", "losses", "document"]);
    expect(out.format).toBe("table");
    expect(out.framework).toEqual({ title: "kader", languages: ["nl"], counts: { nodes: 3, byDepth: [2, 1], levels: 0 } });
    expect(out.repairs.find((each) => each.code === "duplicate-id")).toEqual({ code: "duplicate-id", where: "a-2", message: "The id “a” stands more than once. This item is now called “a-2”." });
    expect(out.document["reviewed"]).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(checkFramework(out.document).ok).toBe(true);
  });

  test("several files are the languages of one framework; a map says what a column is", () => {
    const both = run(file("nl.csv", table), file("en.csv", "id;parent;title\na;;Working together in the school\nb;a;Sharing\n"));
    expect(both.out.framework.languages).toEqual(["nl", "en"]);
    const mapped = run("--map", file("map.json", JSON.stringify({ title: "Mijn kader", fields: { title: "wat", code: 1 } })), file("odd.csv", "nr,wat\n1,Delen met de hele school\n"));
    expect(mapped.out).toMatchObject({ framework: { title: "Mijn kader" }, document: { nodes: [{ code: "1", title: { nl: "Delen met de hele school" } }] } });
  });

  test("a document of the library comes out as it is", () => {
    expect(run(join(root, "frameworks/unesco-ai-cft/2024.1.0.json")).out).toMatchObject({ format: "groeikompas", framework: { counts: { byDepth: [5, 15] } }, repairs: [], losses: [], document: { slug: "unesco-ai-cft", version: "2024.1.0" } });
  });

  const large = () => {
    const path = file("large.json", "{");
    truncateSync(path, 50 * 1_048_576);
    return path;
  };
  test.each<[string, () => string[], RegExp, RegExp]>([
    ["nothing", () => [], /give one file/, /arguments/],
    ["an option that is none", () => ["--write", "x"], /Unknown option/, /arguments/],
    ["no such file", () => [join(folder, "not-there.csv")], /no such file/, /not-there/],
    ["a folder", () => [folder], /is no file/, /groeikompas-import/],
    ["50 MB", () => [large()], /larger than 16 MB/, /large\.json/],
    ["half a file", () => [file("half.json", '{"CFItems":[')], /unexpected end/, /half\.json, line 1, column 13/],
    ["another framework", () => [file("one.csv", table), file("two.csv", "id;titel\nz;Iets anders\n")], /no translation/, /two\.csv/],
    ["a map that is none", () => [file("kader.csv", table), "--map", file("bad.json", '{"fields":{"titel":"x"}}')], /Unrecognized key/, /bad\.json · fields/],
    ["a map that is no JSON", () => [file("kader.csv", table), "--map", file("worse.json", "titel")], /not JSON/, /worse\.json, line 1/],
  ])("%s: exit 2 with a sentence and a place", (_, args, message, where) => {
    const { code, out } = run(...args());
    expect(code).toBe(2);
    expect(Object.keys(out)).toEqual(["error"]);
    expect(out.error!.message).toMatch(message);
    expect(out.error!.where).toMatch(where);
  });
});
