import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { brokenLocks } from "#app/domain/framework/lock.ts";
import type { FileProblem } from "#app/services/document-files.server.ts";
import { readLibrary } from "#app/services/frameworks.server.ts";
import { folder as library, readLock } from "#scripts/commands/library.ts";
import { drawFrom, frameworkFrom, type Json } from "./documents.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const folder = mkdtempSync(join(tmpdir(), "groeikompas-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let tried = 0;

/** A library of one file with this content. */
function problemsWith(content: string | Uint8Array, at = "made-up/1.0.0.json"): { problems: readonly FileProblem[]; read: number; took: number } {
  tried += 1;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "profiles"), { recursive: true });
  mkdirSync(join(folder, at, ".."), { recursive: true });
  writeFileSync(join(folder, at), content);
  const { value, took } = processorTime(() => readLibrary(folder));
  return { problems: value.problems, read: value.library.frameworks.length, took };
}
const said = (content: string | Uint8Array) => problemsWith(content).problems.map(({ where, reason }) => `${where}: ${reason}`);

const document = (work: (document: Json) => unknown = () => {}) => {
  const made = JSON.parse(JSON.stringify(frameworkFrom(drawFrom({ seed: 3, size: 3 })))) as Json;
  Object.assign(made, { slug: "made-up", version: "1.0.0", title: { nl: "Café Renée", en: "Café Renée" } });
  work(made);
  return JSON.stringify(made, null, 1);
};
const text = document();
const at = (part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;
const nodes = (made: Json) => made["nodes"] as unknown as Json[];
const many = (count: number, node: (nth: number) => unknown) => (made: Json) => Object.assign(made, { nodes: Array.from({ length: count }, (_, nth) => node(nth)) });
const windows = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0) & 0xff));
const utf16 = (order: "le" | "be", mark: boolean) => {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("a file that is not what it should be", () => {
  type Row = readonly [id: string, what: string, content: string | Uint8Array, said: RegExp];
  const rows: readonly Row[] = [
    ["A1", "empty", "", /^line 1, column 1: is empty; JSON was expected$/],
    ["A1", "blanks", " \n\n", /^line 1, column 1: is empty/],
    ["A1", "null", "null", /^\(document\): /],
    ["A1", "a list", "[]", /^\(document\): /],
    ["A1", "a text", '"x"', /^\(document\): /],
    ["A1", "an empty object", "{}", /^schema: .*[\s\S]*nodes: is missing/],
    ["A1", "cut off in the middle", text.slice(0, text.indexOf("Café")), new RegExp(`^line ${at("Café")}, column \\d+: is not JSON: unexpected end$`)],
    ["A1", "cut off in a letter of two bytes", new TextEncoder().encode(text).slice(0, new TextEncoder().encode(text.slice(0, text.indexOf("é"))).length + 1), /column \d+: holds a character that is not UTF-8/],
    ["A1", "a comma behind the last", text.replace(/\}$/, ",}"), new RegExp(`^line ${text.split("\n").length}, column 2: is not JSON: unexpected character$`)],
    ["A1", "a remark", `// ${text}`, /^line 1, column 1: is not JSON/],
    ["A1", "another file", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /save it as UTF-8|is not JSON/],
    ["A2", "UTF-16, little end first, marked", utf16("le", true), /^line 1, column 1: is written in UTF-16: save it as UTF-8$/],
    ["A2", "UTF-16, big end first, marked", utf16("be", true), /UTF-16: save it as UTF-8$/],
    ["A2", "UTF-16, little end first", utf16("le", false), /UTF-16: save it as UTF-8$/],
    ["A2", "UTF-16, big end first", utf16("be", false), /UTF-16: save it as UTF-8$/],
    ["A2", "Windows-1252", windows, new RegExp(`^line ${at("Café")}, column \\d+: holds a character that is not UTF-8 \\(Windows-1252, perhaps\\): save it as UTF-8$`)],
    ["A3", "the same ids, all of them listed at once", document((made) => nodes(made).push(...structuredClone(nodes(made)))), /(stands twice[\s\S]*){4}/],
    ["A4", "ten thousand levels", `{"nodes":${'[{"children":'.repeat(10_000)}0${"}]".repeat(10_000)}}`, /^nodes: is nested more than 40 deep/],
    ["A4", "seven layers", document((made) => Object.assign(made, { nodes: [Array.from({ length: 7 }).reduce<object>((child, _, nth) => ({ ...(nodes(made)[0] as object), id: `n${nth}`, code: `${nth}`, children: [child] }), { ...(nodes(made)[0] as object), id: "leaf", code: "leaf" })] })), /is deeper than 6 layers/],
    ["A6", "a name of a megabyte", document((made) => Object.assign(made, { title: { nl: "x".repeat(1_048_576), en: "x" } })), /^title\.nl: is longer than 200 characters$/],
    ["A6", "5,001 areas", document((made) => many(5_001, (nth) => ({ ...(nodes(made)[0] as object), id: `n${nth}`, code: `n${nth}`, children: undefined }))(made)), /^nodes: /],
    ["A6", "more nodes than a framework has", document((made) => many(200, (nth) => ({ ...(nodes(made)[0] as object), id: `n${nth}`, code: `n${nth}`, levels: undefined, variants: undefined, children: Array.from({ length: 26 }, (_, place) => ({ id: `n${nth}.${place}`, code: `n${nth}.${place}`, title: { nl: "x", en: "x" }, titleStatus: { nl: "ours", en: "ours" }, description: { nl: "x", en: "x" } })) }))(made)), /nodes: holds 5400 nodes; at most 5000|has \d+ more things wrong with it/],
    ["A7", "one level", document((made) => Object.assign(made, { scale: { id: "s", title: { nl: "x", en: "x" }, status: "ours", levels: [{ code: "1", title: { nl: "x", en: "x" }, titleStatus: { nl: "ours", en: "ours" }, description: { nl: "x", en: "x" } }] } })), /^scale\.levels: /],
    ["A7", "a year beyond numbers", text.replace(/"year": \d+/, '"year": 1e309'), /^(source|supersededBy)\.year: /],
    ["A7", "a year of minus nothing", text.replace(/"year": \d+/, '"year": -0'), /^(source|supersededBy)\.year: /],
    ["A7", "a year in words", text.replace(/"year": \d+/, '"year": NaN'), new RegExp(`^line ${at('"year"')}, column \\d+: is not JSON`)],
    ["A8", "a field that stands twice", text.replace("{", '{"slug":"other",'), new RegExp(`^line ${at('"slug"')}, column 2: field "slug" stands twice in the same object$`)],
    ["A8", "a prototype", text.replace("{", '{"__proto__":{"polluted":true},'), /Unrecognized key/],
    ["A8", "a field too many", document((made) => Object.assign(made, { extra: 1 })), /Unrecognized key: "extra"/],
    ["A9", "a direction character in a code", document((made) => Object.assign(nodes(made)[0]!, { code: "a\u202eb" })), /code: holds a control or direction character$/],
    ["A9", "a NUL in a name", document((made) => Object.assign(made, { title: { nl: "a\u0000b", en: "x" } })), /^title\.nl: holds a control/],
    ["A9", "an address that is a script", document((made) => Object.assign(made["source"]!, { url: "javascript:alert(1)" })), /^source\.url: /],
    ["A13", "a framework without areas", document((made) => Object.assign(made, { nodes: [] })), /^nodes: /],
    ["", "another name than its place", document((made) => Object.assign(made, { slug: "other" })), /^slug: says other@1\.0\.0, but the file stands at made-up\/1\.0\.0$/],
  ];
  test.each(rows)("%s %s is refused with its place", (_, __, content, expected) => {
    const { problems, read, took } = problemsWith(content);
    expect(problems.map(({ where, reason }) => `${where}: ${reason}`).join("\n")).toMatch(expected);
    expect(read).toBe(0);
    expect(took).toBeLessThan(1_000);
    expect(problems.length).toBeLessThanOrEqual(201);
  });

  test("A2, A9: a byte order mark, other line ends, and whatever people write in names are taken", () => {
    expect(said(`\ufeff${text}`)).toEqual([]);
    expect(said(text.replaceAll("\n", "\r\n"))).toEqual([]);
    expect(said(document((made) => Object.assign(made, { title: { nl: "<script>alert(1)</script> **x** 🌱 e\u0301 a\u200bb", en: "'; drop table answers; --" } })))).toEqual([]);
  });

  test("A6: 50 MB is refused at its size, before it is read", () => {
    problemsWith("{");
    truncateSync(join(folder, "made-up/1.0.0.json"), 50 * 1_048_576);
    const used = process.memoryUsage();
    const { value, took } = processorTime(() => readLibrary(folder));
    expect(value.problems).toEqual([{ file: "made-up/1.0.0.json", where: "(document)", reason: "is larger than 5 MB" }]);
    expect(took).toBeLessThan(200);
    const after = process.memoryUsage();
    expect(after.arrayBuffers - used.arrayBuffers + after.external - used.external).toBeLessThan(10 * 1_048_576);
  });

  test("a folder with the name of a version is no file", () => {
    problemsWith(text);
    mkdirSync(join(folder, "made-up/2.0.0.json"));
    expect(readLibrary(folder).problems).toEqual([]);
  });
});

/** Every JSON file of the library, by its place. */
const files = readdirSync(library, { recursive: true, encoding: "utf8" }).filter((name) => /\d+\.\d+\.\d+\.json$/.test(name));

test("500 damaged copies of the real files: each is refused, or the lock notices", { timeout: 180_000 }, () => {
  const copy = mkdtempSync(join(tmpdir(), "groeikompas-damaged-"));
  const lock = readLock();
  const hashes = JSON.stringify(readLibrary(library).library.hashes);
  let refused = 0;
  let noticed = 0;
  try {
    cpSync(library, copy, { recursive: true });
    for (let seed = 0; seed < 500; seed += 1) {
      const { int, pick } = drawFrom({ seed, size: 1 });
      const file = pick(files);
      const sound = readFileSync(join(library, file));
      const bytes = Buffer.from(sound);
      for (let times = int(1, 4); times > 0; times -= 1) {
        const place = int(0, bytes.length - 1);
        pick([() => (bytes[place]! ^= 1 << int(0, 7)), () => (bytes[place] = int(0, 255)), () => bytes.fill(0, place, Math.min(bytes.length, place + int(1, 40))), () => bytes.copy(bytes, place, int(0, bytes.length - 1), bytes.length - 1 - int(0, 99))])();
      }
      const damaged = pick([() => bytes, () => bytes, () => bytes.subarray(0, int(0, bytes.length - 1)), () => Buffer.concat([bytes.subarray(0, int(0, bytes.length)), bytes])])();
      writeFileSync(join(copy, file), damaged);
      const { library: found, problems } = readLibrary(copy);
      writeFileSync(join(copy, file), sound);
      const same = JSON.stringify(found.hashes) === hashes;
      const broken = brokenLocks(lock, found.hashes);
      if (problems.length > 0) refused += 1;
      else if (!same) noticed += 1;
      expect(problems.some((each) => each.where.trim() === "" || !/\S \S/.test(each.reason)), `${seed}`).toBe(false);
      // What is in the lock and reads otherwise is found out; only spaces between the fields may differ unseen.
      if (!same) expect(broken.map((each) => each.file), `${seed}`).toContain(file);
      else expect(problems, `${seed}`).toEqual([]);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  console.info(`framework files: ${tried} made by hand tried; of 500 damaged copies ${refused} refused with place and reason, ${noticed} noticed by the lock, ${500 - refused - noticed} the same but for spaces`);
  expect(refused).toBeGreaterThan(100);
});
