import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { slotOf, waitingIn } from "#app/components/assessment/outbox.ts";
import { at, away, chose, setUp } from "./assessment-outbox-server.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saves on their way", () => {
  test("say saved only after the acknowledgement, and build on it", async () => {
    const { outbox, sent, saved, kind } = setUp();
    outbox.see("1.1", 4);
    outbox.put("1.1", chose("2"));
    expect(kind()).toBe("saving");
    await saved(5);
    expect(kind()).toBe("saved");
    expect(outbox.state().savedAt).toBe(at);
    outbox.put("1.1", chose("3"));
    expect(sent.map(({ answer, base, clientId }) => [answer, base, clientId])).toEqual([["2", 4, "id 1"], ["3", 5, "id 2"]]);
  });

  test("go one at a time; of what is chosen meanwhile only the last is sent", async () => {
    const { outbox, sent, saved, kind } = setUp();
    for (const answer of ["1", "2", "3", "4"]) outbox.put("1.1", chose(answer));
    expect(sent).toHaveLength(1);
    await saved(1);
    expect(kind()).toBe("saving");
    await saved(2);
    expect(sent.map(({ answer, base }) => [answer, base])).toEqual([["1", 0], ["4", 1]]);
    expect(kind()).toBe("saved");
  });

  test("are tried again as they were, later each time, until they arrive: a lost acknowledgement saves nothing twice", async () => {
    const { outbox, sent, reply, saved, kind } = setUp();
    outbox.put("1.1", chose("1"));
    for (const wait of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
      await reply(away);
      expect(kind()).toBe("unsaved");
      expect(waitingIn(outbox.state())).toBe(1);
      const before = sent.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(sent).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent).toHaveLength(before + 1);
    }
    outbox.put("1.1", chose("2"));
    await saved(1);
    await saved(2);
    expect(new Set(sent.slice(0, -1).map(({ clientId }) => clientId))).toEqual(new Set(["id 1"]));
    expect(sent.at(-1)).toMatchObject({ answer: "2", base: 1, clientId: "id 2" });
  });

  test("are tried at once when the connection is back, and know when somebody is signed out", async () => {
    const { outbox, sent, reply, saved, kind } = setUp();
    outbox.put("1.1", chose("1"));
    await reply({ status: "signed-out" });
    expect(slotOf(outbox.state(), "1.1")).toMatchObject({ kind: "unsaved", why: "signed-out", draft: chose("1") });
    outbox.retry();
    await saved(1);
    expect(kind()).toBe("saved");
    outbox.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  test("of different questions do not wait for each other", async () => {
    const { outbox, sent } = setUp();
    outbox.put("1.1", chose("1"));
    outbox.put("1.2", chose("2"));
    expect(sent.map(({ itemId }) => itemId)).toEqual(["1.1", "1.2"]);
  });
});

describe("somebody else saved in between", () => {
  const theirs = { answer: { level: 4 }, wish: true, note: "", sequence: 7 };

  test("stops, keeps both, and sends mine on top of theirs when that is chosen", async () => {
    const { outbox, sent, reply, saved, kind } = setUp();
    outbox.put("1.1", chose("1"));
    outbox.put("1.1", chose("2"));
    await reply({ status: "conflict", theirs });
    expect(slotOf(outbox.state(), "1.1")).toEqual({ kind: "conflict", draft: chose("2"), theirs });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    outbox.keep("1.1", "mine");
    expect(sent.at(-1)).toMatchObject({ answer: "2", base: 7, clientId: "id 3" });
    await saved(8);
    expect(kind()).toBe("saved");
  });

  test("sends nothing when theirs is kept, and goes on from there", async () => {
    const { outbox, sent, reply, kind } = setUp();
    outbox.put("1.1", chose("1"));
    await reply({ status: "conflict", theirs });
    outbox.keep("1.1", "theirs");
    expect([kind(), sent.length]).toEqual(["idle", 1]);
    outbox.put("1.1", chose("3"));
    expect(sent.at(-1)).toMatchObject({ base: 7 });
  });
});

test("what is refused is kept to be read, and can be mended", async () => {
  const { outbox, sent, reply, saved, kind } = setUp();
  outbox.put("1.1", chose("1"));
  await reply({ status: "refused", text: "te lang" });
  expect(slotOf(outbox.state(), "1.1")).toEqual({ kind: "refused", draft: chose("1"), text: "te lang" });
  outbox.put("1.1", chose("2"));
  await saved(1);
  expect([kind(), sent.length]).toEqual(["saved", 2]);
});
