import { expect, test } from "vitest";
import { ownPath } from "#app/own-path.ts";

test.each([
  ["/", "/"],
  ["/account", "/account"],
  ["/zelfscans?x=1&y=%2F#deel", "/zelfscans?x=1&y=%2F#deel"],
  ["/school/6f1c/r.csv", "/school/6f1c/r.csv"],
  ["/terug?naar=https://evil.example", "/terug?naar=https://evil.example"],
])("%j is a page of ours", (value, path) => expect(ownPath(value)).toBe(path));

test.each([
  ["//evil.example"],
  ["///evil.example"],
  ["/\\evil.example"],
  ["\\\\evil.example"],
  ["/..//evil.example"],
  ["/./\\evil.example"],
  ["/a/..//evil.example"],
  ["/%2e%2e//evil.example"],
  ["/\t/evil.example"],
  ["/\n/evil.example"],
  [" //evil.example"],
  ["https://evil.example"],
  ["HTTPS:evil.example"],
  ["//own.invalid@evil.example"],
  ["javascript:alert(1)"],
  ["data:text/html,x"],
  ["evil.example"],
  ["/a b"],
  [""],
  [null],
  [undefined],
  [["/account"]],
  [new Blob(["/account"])],
])("%j goes to the start", (value) => expect(ownPath(value)).toBe("/"));

// Encoded slashes stay what they are: a strange path of ours, never another host.
test.each([["/%2Fevil.example"], ["/%5Cevil.example"], ["/%09/evil.example"], ["/@evil.example"]])("%j stays with us", (value) => {
  expect(new URL(ownPath(value), "https://ours.example").host).toBe("ours.example");
  expect(ownPath(value)).not.toMatch(/^\/[/\\]/);
});

test.each([
  ["/account.data", "/account"],
  ["/account.data?_routes=routes%2Faccount", "/account"],
  ["/_root.data", "/"],
])("the data of a page %j becomes the page", (value, path) => expect(ownPath(value)).toBe(path));
