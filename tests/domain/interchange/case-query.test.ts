import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerCaseQuery, linksOf, readCaseQuery } from "#app/domain/interchange/case-query.ts";

const known = new Set(["title", "version", "language", "position"]);
const all = [
  { title: "Kader B", version: "2.0.0", language: "nl", position: 2 },
  { title: "Framework A", version: "1.0.0", language: "en", position: 1 },
  { title: "kader C", version: "1.5.0", language: "nl", position: 3 },
];
const asked = (text: string) => readCaseQuery(new URLSearchParams(text), known);
const titles = (text: string) => {
  const read = asked(text);
  if (!read.ok) throw new Error(read.reason);
  return answerCaseQuery(all, read.query).found.map(({ title }) => title);
};

describe("a question to a list", () => {
  test.each([
    ["", ["Kader B", "Framework A", "kader C"]],
    ["limit=1&offset=1", ["Framework A"]],
    ["offset=9", []],
    ["sort=version", ["Framework A", "kader C", "Kader B"]],
    ["sort=version&orderBy=desc", ["Kader B", "kader C", "Framework A"]],
    ["filter=language='nl'", ["Kader B", "kader C"]],
    ["filter=title~'kader'", ["Kader B", "kader C"]],
    ["filter=language='nl' AND version>'1.5.0'", ["Kader B"]],
    ["filter=language='en' OR version='2.0.0'", ["Kader B", "Framework A"]],
    ["filter=version!='1.0.0' AND version<='2.0.0' AND version>='2.0.0'", ["Kader B"]],
    ["filter=title='Kader B'&sort=title&anything=else", ["Kader B"]],
  ])("%s", (text, found) => expect(titles(text)).toEqual(found));

  test("fields are those that were asked for, in either way of asking", () => {
    for (const text of ["fields=title,version", "fields=title&fields=version"]) {
      const read = asked(text);
      expect(read.ok && answerCaseQuery(all, read.query).found[0]).toEqual({ title: "Kader B", version: "2.0.0" });
    }
  });

  test.each([
    ["limit=0", "invalid_selection_field"], ["limit=x", "invalid_selection_field"], ["limit=1.5", "invalid_selection_field"], ["limit=-1", "invalid_selection_field"], ["limit=99999999999", "invalid_selection_field"],
    ["offset=-1", "invalid_selection_field"], ["sort=nothing", "invalid_sort_field"], ["sort=__proto__", "invalid_sort_field"], ["orderBy=up", "invalid_sort_field"], ["fields=title,nothing", "invalid_selection_field"],
    ["filter=nothing='x'", "invalid_selection_field"], ["filter=title", "invalid_selection_field"], ["filter=title='x", "invalid_selection_field"], ["filter=title='x' AND", "invalid_selection_field"],
    ["filter=title='x' AND title='y' OR title='z'", "invalid_selection_field"], [`filter=${Array.from({ length: 11 }, () => "title='x'").join(" AND ")}`, "invalid_selection_field"],
  ])("%s is refused as %s", (text, fault) => {
    const read = asked(text);
    expect(read.ok ? "ok" : read.fault).toBe(fault);
    expect(!read.ok && read.reason).toMatch(/\.$/);
  });

  test("whatever is asked, there is an answer", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("limit", "offset", "sort", "orderBy", "filter", "fields"), fc.oneof(fc.string(), fc.constantFrom("1", "title", "title='x' AND ", "asc"))), (given) => {
        const read = readCaseQuery(new URLSearchParams(given), known);
        if (read.ok) expect(answerCaseQuery(all, read.query).total).toBeLessThanOrEqual(3);
        else expect(read.reason).toMatch(/\.$/);
      }),
      { numRuns: 2_000 },
    );
  });

  test("addresses of the other parts keep what was asked", () => {
    const read = asked("limit=2&offset=2&sort=title");
    if (!read.ok) throw new Error(read.reason);
    expect(linksOf(new URL("https://kader.example.nl/x?sort=title&limit=2&offset=2"), read.query, 5).split(", ")).toEqual([
      '<https://kader.example.nl/x?sort=title&limit=2&offset=4>; rel="next"',
      '<https://kader.example.nl/x?sort=title&limit=2&offset=4>; rel="last"',
      '<https://kader.example.nl/x?sort=title&limit=2&offset=0>; rel="first"',
      '<https://kader.example.nl/x?sort=title&limit=2&offset=0>; rel="prev"',
    ]);
    expect(linksOf(new URL("https://k.example/x"), { ...read.query, offset: 0, limit: 100 }, 0)).not.toContain("next");
    expect(linksOf(new URL("https://k.example/x"), { ...read.query, offset: 999 }, 5)).toContain('<https://k.example/x?limit=2&offset=4>; rel="prev"');
  });
});
