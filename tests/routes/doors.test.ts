import type { RouteConfigEntry } from "@remix-run/route-config";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import routes from "#app/routes.ts";

type Entry = { file: string; pattern: string; resource: boolean };

/** The table of contents, flat: each file with its whole URL pattern. */
function flat(entries: RouteConfigEntry[], above = ""): Entry[] {
  return entries.flatMap((entry) => {
    const pattern = [above, entry.path ?? ""].filter(Boolean).join("/");
    const source = readFileSync(new URL(`../../app/${entry.file}`, import.meta.url), "utf8");
    return [{ file: entry.file, pattern: `/${pattern}`, resource: !source.includes("export default") }, ...flat((entry.children ?? []) as RouteConfigEntry[], pattern)];
  });
}
const all = flat((await routes) as RouteConfigEntry[]);

test("every loader and action opens a door of its own", () => {
  expect(all.length).toBeGreaterThan(8);
  for (const { file } of all) {
    const source = readFileSync(new URL(`../../app/${file}`, import.meta.url), "utf8");
    for (const [, name, rest] of source.matchAll(/export const (loader|action)\b([\s\S]*?)(?=\nexport |\n(?:function|const|type) |$)/g)) {
      const reuses = /^\s*=\s*(loader|action);/.test(rest!);
      expect(reuses || /\b(signedIn|anyone|visitor)\(/.test(rest!), `${file}: ${name} opens no door`).toBe(true);
    }
    expect(source, `${file} hides a loader`).not.toMatch(/export (async )?function (loader|action)\b/);
  }
});

test("every address of paths.ts is a page of routes.ts, and every page has an address", () => {
  const id = "6f1c1c0e-0000-4000-8000-000000000001";
  const urls = Object.values(paths).map((make) => (make as (...args: string[]) => string)(id, "1.1").split("?")[0]!);
  const patterns = all.map(({ pattern, file }) => ({ pattern, file, test: new RegExp(`^${pattern.replaceAll(".", "\\.").replace(/:[A-Za-z]+/g, "[^/]+").replace(/\/$/, "/?")}$`) })).filter(({ pattern }) => !pattern.includes("*"));
  for (const url of urls) expect(patterns.some(({ test }) => test.test(url)), `${url} is no page`).toBe(true);
  const leaves = patterns.filter(({ file }) => !file.endsWith("layout.tsx"));
  for (const { pattern, test } of leaves) expect(urls.some((url) => test.test(url)), `${pattern} has no name in paths.ts`).toBe(true);
});
