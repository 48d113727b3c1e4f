import { afterEach, expect, vi } from "vitest";

// An error on the console is a failed test: React's warnings are bugs too.
const spy = vi.spyOn(console, "error");

afterEach(() => {
  const calls = spy.mock.calls.map((call) => call.map(String).join(" "));
  spy.mockClear();
  expect(calls).toEqual([]);
});
