// @vitest-environment node
import { randomBytes, randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Unsent } from "#app/components/assessment/outbox.ts";
import { cupboardOf } from "#app/components/assessment/unsent.ts";
import { importKey, type Key } from "#app/components/assessment/unsent-lock.ts";
import type { Store, Stored } from "#app/components/assessment/unsent-store.ts";

const [me, colleague] = [randomUUID(), randomUUID()];
const newKey = () => importKey({ id: randomUUID(), key: randomBytes(32).toString("base64") });
const with1 = (answer: string, more: Partial<Unsent> = {}): Unsent => ({ current: { itemId: "1.1", clientId: randomUUID(), base: 3, answer, wish: false, note: "" }, next: null, ...more });

/** A store that several tabs of one browser share. */
function sharedStore(): Store & { rows: Map<string, Stored>; broken: boolean } {
  const rows = new Map<string, Stored>();
  const name = ({ assessment, item }: { assessment: string; item: string }) => `${assessment} ${item}`;
  const store = {
    rows,
    broken: false,
    all: async () => [...rows.values()],
    put: async (stored: Stored) => {
      if (store.broken) throw new DOMException("full", "QuotaExceededError");
      rows.set(name(stored), stored);
    },
    remove: async (place: { assessment: string; item: string; iv: Uint8Array }) => {
      if (String(rows.get(name(place))?.iv) === String(place.iv)) rows.delete(name(place));
    },
  };
  return store;
}
const keysOf = (current: Key, ...earlier: Key[]) => ({ current, earlier });
const unsentIn = async (cupboard: ReturnType<typeof cupboardOf>) => (await cupboard.own()).map(({ unsent }) => unsent);

afterEach(() => void vi.useRealTimers());

describe("the cupboard in the browser", () => {
  test("gives another page of the same person what was unsent, and nothing once it was sent", async () => {
    const [store, key] = [sharedStore(), await newKey()];
    const first = cupboardOf(me, store, keysOf(key));
    const unsent = with1("2", { next: { ...with1("4").current } });
    void first.keep("a", "1.1", with1("1"));
    await first.keep("a", "1.1", unsent);
    const second = cupboardOf(me, store, keysOf(key));
    expect(await unsentIn(second)).toEqual([unsent]);
    // Not before it has taken it over from the first.
    await second.keep("a", "1.1", null);
    expect(store.rows.size).toBe(1);
    (await second.own()).forEach(second.take);
    await second.keep("a", "1.1", null);
    expect(store.rows.size).toBe(0);
  });

  test("keeps the order it is told, also when it is told faster than it can write", async () => {
    const [store, key] = [sharedStore(), await newKey()];
    const cupboard = cupboardOf(me, store, keysOf(key));
    const turns = Array.from({ length: 30 }, (_, nth) => cupboard.keep("a", "1.1", nth % 3 === 2 ? null : with1(String(nth))));
    await Promise.all(turns);
    expect(store.rows.size).toBe(0);
    await cupboard.keep("a", "1.1", with1("5"));
    expect((await unsentIn(cupboard)).map(({ current }) => current.answer)).toEqual(["5"]);
  });

  test("opens for who signs in again, with the key of the session before", async () => {
    const [store, before, now] = [sharedStore(), await newKey(), await newKey()];
    await cupboardOf(me, store, keysOf(before)).keep("a", "1.1", with1("2"));
    expect(await unsentIn(cupboardOf(me, store, keysOf(now, before)))).toHaveLength(1);
    expect(await unsentIn(cupboardOf(me, store, keysOf(now)))).toEqual([]);
  });

  test("shows another person on the same browser nothing, and leaves it where it is", async () => {
    const [store, mine, theirs] = [sharedStore(), await newKey(), await newKey()];
    await cupboardOf(me, store, keysOf(mine)).keep("a", "1.1", with1("2"));
    const other = cupboardOf(colleague, store, keysOf(theirs));
    expect(await unsentIn(other)).toEqual([]);
    // Not with a record that was made to look like theirs, nor with my key in hand under their name.
    const [stored] = store.rows.values();
    store.rows.set("a 1.1", { ...stored!, keyId: theirs.id });
    expect(await unsentIn(other)).toEqual([]);
    store.rows.set("a 1.1", stored!);
    expect(await unsentIn(cupboardOf(colleague, store, keysOf(mine)))).toEqual([]);
    await other.keep("a", "1.1", null);
    expect(await unsentIn(cupboardOf(me, store, keysOf(mine)))).toHaveLength(1);
  });

  test("does not open what was changed, moved to another question, or is no record at all", async () => {
    const [store, key] = [sharedStore(), await newKey()];
    const cupboard = cupboardOf(me, store, keysOf(key));
    await cupboard.keep("a", "1.1", with1("2"));
    const [stored] = store.rows.values();
    const sealed = new Uint8Array(stored!.sealed.slice(0));
    sealed[0]! ^= 1;
    for (const forged of [{ ...stored!, sealed: sealed.buffer }, { ...stored!, item: "1.2" }, { ...stored!, assessment: "b" }, { ...stored!, sealed: "x" }, { ...stored!, iv: null }, { at: Date.now(), assessment: "a", item: "1.1", keyId: key.id }]) {
      store.rows.set("a 1.1", forged as never);
      expect(await unsentIn(cupboard)).toEqual([]);
    }
  });

  test("takes away what is a month old, whoever's it was, and what has no age", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-10-01T10:00:00Z") });
    const [store, mine, theirs] = [sharedStore(), await newKey(), await newKey()];
    await cupboardOf(colleague, store, keysOf(theirs)).keep("a", "1.1", with1("2"));
    vi.setSystemTime(new Date("2026-10-31T09:59:00Z"));
    await cupboardOf(me, store, keysOf(mine)).own();
    expect(store.rows.size).toBe(1);
    vi.setSystemTime(new Date("2026-10-31T10:01:00Z"));
    store.rows.set("b 1.1", { ...[...store.rows.values()][0]!, assessment: "b", at: Number.NaN });
    await cupboardOf(me, store, keysOf(mine)).own();
    expect(store.rows.size).toBe(0);
  });

  test("of two tabs, the one that is done does not take away what the other put there later", async () => {
    const [store, key] = [sharedStore(), await newKey()];
    const [one, two] = [cupboardOf(me, store, keysOf(key)), cupboardOf(me, store, keysOf(key))];
    await one.keep("a", "1.1", with1("1"));
    await two.keep("a", "1.1", with1("2"));
    await one.keep("a", "1.1", null);
    expect((await unsentIn(two)).map(({ current }) => current.answer)).toEqual(["2"]);
  });

  test("that is full says nothing and stops nothing", async () => {
    const [store, key] = [sharedStore(), await newKey()];
    const cupboard = cupboardOf(me, store, keysOf(key));
    store.broken = true;
    await cupboard.keep("a", "1.1", with1("1"));
    store.broken = false;
    await cupboard.keep("a", "1.1", with1("2"));
    expect(await unsentIn(cupboard)).toHaveLength(1);
  });
});
