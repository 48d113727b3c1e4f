import { describe, expect, test } from "vitest";
import { boardActionFrom, boardActions, cursorFrom, cursorText, eachActions, logActions, logRole, ownActions } from "#app/domain/log.ts";
import { log } from "#app/messages/log.ts";

describe("the log", () => {
  test("names the furthest-reaching role", () => {
    expect(logRole([])).toBe("staff");
    expect(logRole(["leader"])).toBe("leader");
    expect(logRole(["leader", "board"])).toBe("board");
    expect(logRole(["board", "hr"])).toBe("hr");
    expect(logRole(["leader", "admin", "hr"])).toBe("admin");
  });

  test("keeps what tells who takes part out of the administrator's sight, and everything else in it", () => {
    expect(ownActions).toEqual(expect.arrayContaining(["assessment.handed-in", "assessment.withdrawn", "signed-in", "password.changed"]));
    expect([...ownActions, ...eachActions, ...boardActions].sort()).toEqual([...logActions].sort());
  });

  test("has a sentence for each action in both languages, each another one", () => {
    for (const language of ["nl", "en"] as const) {
      const sentences = logActions.map((action) => log[language].actions[action]);
      expect(new Set(sentences).size).toBe(logActions.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
    }
    expect(["round.opened", "assessment.handed-in", "toString", "", null].map(boardActionFrom)).toEqual(["round.opened", null, null, null, null]);
  });

  test("a place in the log goes into an address and comes back", () => {
    const cursor = { at: new Date("2026-11-16T13:02:00.123Z"), id: "6f1c1c0e-0000-4000-8000-000000000001" };
    expect(cursorFrom(cursorText(cursor))).toEqual(cursor);
  });

  test.each([[null], [""], ["1"], ["x-6f1c1c0e-0000-4000-8000-000000000001"], ["1-6f1c1c0e"], ["-1-6f1c1c0e-0000-4000-8000-000000000001"], ["99999999999999-6f1c1c0e-0000-4000-8000-000000000001"], ["1-6f1c1c0e-0000-4000-8000-000000000001'"]])(
    "%j is no place: the newest page",
    (text) => expect(cursorFrom(text)).toBeNull(),
  );
});
