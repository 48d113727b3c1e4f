// @vitest-environment node
import fc from "fast-check";
import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Job, Next, Unsent } from "#app/components/assessment/outbox.ts";
import { importKey, lock, unlock } from "#app/components/assessment/unsent-lock.ts";

const newKey = () => importKey({ id: randomUUID(), key: randomBytes(32).toString("base64") });
const anything = fc.record({ answer: fc.string(), wish: fc.boolean(), note: fc.string({ unit: "binary", maxLength: 2000 }), clientId: fc.uuid() });
const unsents = fc.record({ item: fc.string({ minLength: 1, maxLength: 60 }), base: fc.nat(), current: anything, next: fc.option(anything) });
const about = { person: randomUUID(), assessment: randomUUID() };
type Given = { item: string; base: number; current: Omit<Job, "itemId" | "base">; next: Next | null };
const unsentOf = ({ item, base, current, next }: Given): Unsent => ({ current: { ...current, itemId: item, base }, next });

describe("what is unsent, locked", () => {
  test("comes back exactly as it was, with its own key", async () => {
    const key = await newKey();
    await fc.assert(
      fc.asyncProperty(unsents, async (given) => {
        const unsent = unsentOf(given);
        const locked = await lock(key, { ...about, item: given.item }, unsent);
        expect(await unlock(key, { ...about, item: given.item }, locked)).toEqual(unsent);
      }),
      { numRuns: 500 },
    );
  });

  test("opens with no other key, for no other person or item, and not after any change", async () => {
    const [key, other] = [await newKey(), await newKey()];
    await fc.assert(
      fc.asyncProperty(unsents, fc.nat(), fc.integer({ min: 1, max: 255 }), async (given, at, change) => {
        const own = { ...about, item: given.item };
        const locked = await lock(key, own, unsentOf(given));
        expect(await unlock(other, own, locked)).toBeNull();
        expect(await unlock({ ...key, id: other.id }, own, locked)).toBeNull();
        expect(await unlock(key, { ...own, person: randomUUID() }, locked)).toBeNull();
        expect(await unlock(key, { ...own, assessment: randomUUID() }, locked)).toBeNull();
        expect(await unlock(key, { ...own, item: `${own.item}x` }, locked)).toBeNull();
        const tampered = new Uint8Array(locked.sealed.slice(0));
        tampered[at % tampered.length]! ^= change;
        expect(await unlock(key, own, { ...locked, sealed: tampered.buffer })).toBeNull();
        const moved = locked.iv.slice();
        moved[at % moved.length]! ^= change;
        expect(await unlock(key, own, { ...locked, iv: moved })).toBeNull();
        expect(await unlock(key, own, { ...locked, sealed: locked.sealed.slice(0, at % locked.sealed.byteLength) })).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("looks different each time, and shows nothing of the answer", async () => {
    const key = await newKey();
    const unsent: Unsent = { current: { itemId: "1.1", base: 0, clientId: randomUUID(), answer: "do-not-know", wish: true, note: "een geheim" }, next: null };
    const [one, two] = [await lock(key, { ...about, item: "1.1" }, unsent), await lock(key, { ...about, item: "1.1" }, unsent)];
    expect(Buffer.from(one.sealed).equals(Buffer.from(two.sealed))).toBe(false);
    expect(Buffer.from(one.sealed).toString("latin1")).not.toMatch(/geheim|do-not-know/);
  });

  test("is left alone when a later release wrote it in another shape", async () => {
    const key = await newKey();
    for (const strange of [null, 1, [], {}, { current: null, next: null }, { current: { itemId: "1.1" }, next: null }, { current: { itemId: "1.1", base: 1.5, clientId: "a", answer: "", wish: false, note: "" }, next: null }]) {
      const locked = await lock(key, { ...about, item: "1.1" }, strange as never);
      expect(await unlock(key, { ...about, item: "1.1" }, locked)).toBeNull();
    }
  });

  test("cannot be read back: the key stays in the browser's keeping", async () => {
    const { key } = await newKey();
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
});
