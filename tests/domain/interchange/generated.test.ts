import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { dealt, drawFrom, type Draw } from "#tests/frameworks/documents.ts";
import { formats, type Drawn } from "./drawn.ts";
import { bytesOf, tried, triedAll } from "./importing.ts";

/** What is promised for each importer: so many drawn files, and every one of them is a document that holds or a sentence. */
const runs = 10_000;
const seen: Record<string, { read: number; refused: number }> = {};
afterAll(() => console.log(Object.entries(seen).map(([name, { read, refused }]) => `${name}: ${read} read, ${refused} refused`).join("\n")));

describe("drawn files", () => {
  test.each(Object.entries(formats))("%s", { timeout: 300_000 }, (name, from) => {
    const count = { read: 0, refused: 0 };
    fc.assert(
      fc.property(dealt, (deal) => {
        const { name: file, content } = from(drawFrom(deal));
        const { preview } = tried(content, file);
        count[preview ? "read" : "refused"] += 1;
      }),
      { numRuns: runs },
    );
    seen[name] = count;
    // Refusing everything would be no answer.
    expect(count.read).toBeGreaterThan(runs / 5);
  });

  test("the same file gives the same preview", () => {
    fc.assert(
      fc.property(dealt, fc.constantFrom(...Object.values(formats)), (deal, from) => {
        const [one, other] = [from(drawFrom(deal)), from(drawFrom(deal))];
        expect(JSON.stringify(tried(other.content, other.name))).toBe(JSON.stringify(tried(one.content, one.name)));
      }),
      { numRuns: 500 },
    );
  });

  test("two files at once are one framework or a sentence", () => {
    fc.assert(
      fc.property(dealt, dealt, fc.constantFrom(...Object.values(formats)), fc.constantFrom(...Object.values(formats)), (one, other, first, second) => {
        const files = [first(drawFrom(one)), second(drawFrom(other))];
        triedAll(files.map(({ name, content }) => [name, content] as const));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** What happens to files under way: bytes that change, go, come twice, or end too soon. */
function damaged(bytes: Uint8Array, { int, pick }: Draw): Uint8Array {
  const made = Uint8Array.from(bytes);
  const at = int(0, Math.max(0, made.length - 1));
  return pick<() => Uint8Array>([
    () => made.slice(0, at),
    () => Uint8Array.from([...made.slice(0, at), ...made.slice(at + int(1, 50))]),
    () => Uint8Array.from([...made.slice(0, at), ...made.slice(Math.max(0, at - 40))]),
    () => {
      for (let nth = 0; nth < int(1, 40); nth += 1) made[int(0, made.length - 1)] = int(0, 255);
      return made;
    },
    () => made.map((byte, nth) => (nth % 97 === at % 97 ? byte ^ 0x20 : byte)),
    () => Uint8Array.from([...made, ...made.slice(at)]),
  ])();
}

test("500 damaged files: a document that holds, or a sentence", { timeout: 120_000 }, () => {
  const all: readonly ((draw: Draw) => Drawn)[] = Object.values(formats);
  let refused = 0;
  for (let seed = 0; seed < 500; seed += 1) {
    const draw = drawFrom({ seed, size: 3 });
    const { name, content } = draw.pick(all)(draw);
    if (tried(damaged(bytesOf(content), draw), name).preview === null) refused += 1;
  }
  expect(refused).toBeGreaterThan(50);
});
