import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { slotOf, waitingIn, type Unsent } from "#app/components/assessment/outbox.ts";
import { at, away, chose, setUp } from "./assessment-outbox-server.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("while nothing arrives", () => {
  test("a person of chance waits a little shorter, so that a school does not come back in one second", async () => {
    for (const [chance, wait] of [[0, 1000], [0.75, 750]] as const) {
      const { outbox, sent, reply } = setUp(chance);
      outbox.put("1.1", chose("1"));
      await reply(away);
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(sent).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent).toHaveLength(2);
    }
  });

  test("trying again is not called saving each time; the first that arrives takes the others along", async () => {
    const { outbox, sent, reply, saved, kind } = setUp();
    for (const item of ["1.1", "1.2", "1.3"]) outbox.put(item, chose("1"));
    for (let nth = 0; nth < 3; nth += 1) await reply(away);
    const seen: string[] = [];
    outbox.subscribe(() => seen.push(kind("1.2")));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(6);
    expect(waitingIn(outbox.state())).toBe(3);
    for (let nth = 0; nth < 3; nth += 1) await reply(away);
    outbox.put("1.4", chose("1"));
    await saved(1);
    expect(sent).toHaveLength(10);
    for (let nth = 0; nth < 3; nth += 1) await saved(1);
    expect(waitingIn(outbox.state())).toBe(0);
    expect(seen).not.toContain("saving");
  });

  test("with somebody else signed in nothing is sent by itself, only when somebody comes back to this page", async () => {
    const { outbox, sent, reply, saved, kind } = setUp();
    outbox.put("1.1", chose("1"));
    await reply({ status: "other-person" });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([sent.length, kind()]).toEqual([1, "unsaved"]);
    outbox.retry();
    await saved(1);
    expect([sent.length, kind()]).toEqual([2, "saved"]);
  });

  test("stopped, it sends nothing and tells nothing any more", async () => {
    const { outbox, sent, reply } = setUp();
    const told: (Unsent | null)[] = [];
    outbox.keepIn((_, unsent) => void told.push(unsent));
    outbox.put("1.1", chose("1"));
    outbox.put("1.1", chose("2"));
    outbox.stop();
    await reply({ status: "saved", sequence: 1, at });
    outbox.put("1.1", chose("3"));
    outbox.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent.length, told.length]).toEqual([1, 2]);
  });
});

describe("what is unsent", () => {
  test("is told before it is sent, with what follows it, and taken back at the acknowledgement", async () => {
    const { outbox, sent, reply, saved } = setUp();
    const told: (Unsent | null)[] = [];
    outbox.put("1.1", chose("1"));
    outbox.keepIn((itemId, unsent) => void (expect(itemId).toBe("1.1"), told.push(unsent)));
    expect(told).toEqual([{ current: sent[0], next: null }]);
    outbox.put("1.1", chose("2"));
    expect(told[1]).toEqual({ current: sent[0], next: { ...chose("2"), clientId: "id 2" } });
    await reply(away);
    await vi.advanceTimersByTimeAsync(1000);
    await saved(1);
    expect(told.at(-1)).toEqual({ current: sent.at(-1), next: null });
    await saved(2);
    expect(told.at(-1)).toBeNull();
  });

  test("goes on in another page: the same saves under the same names, in the same order", async () => {
    const first = setUp();
    let left: Unsent | null = null;
    first.outbox.keepIn((_, unsent) => void (left = unsent));
    first.outbox.see("1.1", 6);
    first.outbox.put("1.1", chose("1"));
    first.outbox.put("1.1", chose("2"));
    await first.reply(away);
    const second = setUp();
    second.outbox.see("1.1", 6);
    expect(second.outbox.restore("1.1", left!)).toBe(true);
    expect(slotOf(second.outbox.state(), "1.1")).toEqual({ kind: "saving", draft: chose("2") });
    await second.saved(7);
    await second.saved(8);
    expect(second.sent).toEqual([first.sent[0], { ...chose("2"), itemId: "1.1", clientId: "id 2", base: 7 }]);
    expect(second.kind()).toBe("saved");
  });

  test("of before gives way to what was chosen here since", async () => {
    const { outbox, sent, saved } = setUp();
    const old: Unsent = { current: { ...chose("1"), itemId: "1.1", clientId: "old", base: 0 }, next: null };
    outbox.put("1.1", chose("3"));
    expect(outbox.restore("1.1", old)).toBe(false);
    await saved(1);
    expect(outbox.restore("1.1", old)).toBe(false);
    expect(sent.map(({ answer }) => answer)).toEqual(["3"]);
  });

  test("stays kept in a conflict until somebody chose, and is let go when it is refused", async () => {
    const { outbox, reply } = setUp();
    const told: (Unsent | null)[] = [];
    outbox.keepIn((_, unsent) => void told.push(unsent));
    outbox.put("1.1", chose("1"));
    await reply({ status: "conflict", theirs: { answer: { level: 4 }, wish: true, note: "", sequence: 7 } });
    expect(told).toHaveLength(1);
    outbox.keep("1.1", "theirs");
    expect(told.at(-1)).toBeNull();
    outbox.put("1.1", chose("2"));
    await reply({ status: "refused", text: "te laat" });
    expect(told.at(-1)).toBeNull();
  });

  test("the page that was made before the last acknowledgement does not set it back", async () => {
    const { outbox, sent, saved } = setUp();
    outbox.see("1.1", 3);
    outbox.put("1.1", chose("1"));
    await saved(4);
    outbox.see("1.1", 3);
    outbox.put("1.1", chose("2"));
    expect(sent.at(-1)!.base).toBe(4);
  });
});
