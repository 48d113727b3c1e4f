import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerSchema } from "#app/domain/assessment/answer-schema.ts";
import { reasons, type Answer } from "#app/domain/assessment/answers.ts";
import { endOf, phaseAt } from "#app/domain/assessment/round-phase.ts";
import { answerText, decideSave, sameDraft, type AnswerToSave, type SavedState } from "#app/domain/assessment/saving.ts";

const at = new Date("2026-11-16T13:02:00Z");
const anyAnswer: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 3 }).map((level) => ({ level })),
  fc.constantFrom(...reasons).map((reason) => ({ reason })),
);
const anyDraft = fc.record({ answer: anyAnswer, wish: fc.boolean(), note: fc.constantFrom("", "a") });

/** A store of one item that does what the decision says. */
function store() {
  const rows: SavedState[] = [];
  let made = 0;
  return {
    rows,
    save(sent: AnswerToSave) {
      const decision = decideSave(sent, rows.at(-1) ?? null, rows.find(({ clientId }) => clientId === sent.clientId) ?? null);
      if (decision.status === "add") rows.push({ state: { answer: sent.answer, wish: sent.wish, note: sent.note, sequence: decision.sequence }, clientId: decision.newId ? `made ${(made += 1)}` : sent.clientId, at });
      return decision;
    },
  };
}
const sentOf = (draft: Pick<AnswerToSave, "answer" | "wish" | "note">, base: number, clientId: string): AnswerToSave => ({ itemId: "1.1", clientId, base, ...draft });

describe("deciding on a save", () => {
  test("sequences have no gaps, keys are never used twice, and a save that was told 'saved' is in the history", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ draft: anyDraft, base: fc.nat({ max: 4 }), client: fc.constantFrom("a", "b", "c", "d") }), { maxLength: 25 }), (saves) => {
        const { rows, save } = store();
        for (const { draft, base, client } of saves) {
          const before = rows.length;
          const decision = save(sentOf(draft, base, client));
          if (decision.status === "conflict") expect(rows).toHaveLength(before);
          else expect(rows.some(({ state }) => sameDraft(state, draft))).toBe(true);
          expect(rows.length - before).toBe(decision.status === "add" ? 1 : 0);
        }
        expect(rows.map(({ state }) => state.sequence)).toEqual(rows.map((_, place) => place + 1));
        expect(new Set(rows.map(({ clientId }) => clientId)).size).toBe(rows.length);
      }),
    );
  });

  test("saying it again changes nothing, whatever came in between", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyDraft, { maxLength: 5 }), (draft, others) => {
        const { rows, save } = store();
        const mine = sentOf(draft, 0, "mine");
        save(mine);
        others.forEach((other, place) => save(sentOf(other, place + 1, `other ${place}`)));
        const before = rows.length;
        expect(save(mine)).toMatchObject({ status: "saved", state: { sequence: 1 } });
        expect(rows).toHaveLength(before);
      }),
    );
  });

  test("another tab's newer state is never overwritten by an older one that says something else", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (theirs, mine) => {
        const { rows, save } = store();
        save(sentOf(theirs, 0, "theirs"));
        const decision = save(sentOf(mine, 0, "mine"));
        expect(decision.status).toBe(sameDraft(theirs, mine) ? "saved" : "conflict");
        expect(rows).toHaveLength(1);
      }),
    );
  });
});

describe("what a form sends", () => {
  const whole = { itemId: "1.1", clientId: "6f1c1c0e-0000-4000-8000-000000000001", base: "3", answer: "2", wish: "on", note: " een\r\ntwee \u0000 " };

  test("is read: levels, reasons, nothing yet, ticked or not, line ends", () => {
    expect(answerSchema.parse(whole)).toEqual({ ...whole, base: 3, answer: { level: 2 }, wish: true, note: "een\ntwee" });
    expect(answerSchema.parse({ itemId: "1.1", clientId: whole.clientId, base: 0 })).toMatchObject({ answer: null, wish: false, note: "" });
    for (const reason of reasons) expect(answerSchema.parse({ ...whole, answer: reason }).answer).toEqual({ reason });
    expect(answerSchema.parse({ ...whole, wish: false }).wish).toBe(false);
  });

  test.each([
    [{ answer: "0" }, "bad-answer"],
    [{ answer: "1.5" }, "bad-answer"],
    [{ answer: "-1" }, "bad-answer"],
    [{ answer: "100" }, "bad-answer"],
    [{ answer: "1e9" }, "bad-answer"],
    [{ answer: "geen zin" }, "bad-answer"],
    [{ answer: null }, "bad-answer"],
    [{ answer: ["1"] }, "bad-answer"],
    [{ answer: 2 }, "bad-answer"],
    [{ note: "x".repeat(2001) }, "note-too-long"],
    [{ note: 5 }, "bad-request"],
    [{ base: "-1" }, "bad-request"],
    [{ base: "1.5" }, "bad-request"],
    [{ base: "" }, "bad-request"],
    [{ base: null }, "bad-request"],
    [{ base: {} }, "bad-request"],
    [{ clientId: "1" }, "bad-request"],
    [{ itemId: "" }, "bad-request"],
    [{ itemId: "x".repeat(61) }, "bad-request"],
    [{ wish: [] }, "bad-request"],
  ])("%j is told as %s", (more, code) => {
    const parsed = answerSchema.safeParse({ ...whole, ...more });
    expect(parsed.success ? "fine" : parsed.error.issues[0]!.message).toBe(code);
  });

  test("comes back as the form wrote it", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(answerSchema.parse({ ...whole, answer: answerText(answer) }).answer).toEqual(answer);
      }),
    );
  });
});

test("a round ends at its closing time or when it was cancelled, and five minutes later nothing is kept any more", () => {
  const closesAt = new Date("2026-11-20T22:59:00Z");
  const cancelledAt = new Date("2026-11-18T10:00:00Z");
  expect(endOf({ closesAt, cancelledAt: null })).toBe(closesAt);
  expect(endOf({ closesAt, cancelledAt })).toBe(cancelledAt);
  expect(endOf({ closesAt, cancelledAt: new Date("2026-12-01T00:00:00Z") })).toBe(closesAt);
  const after = (seconds: number) => phaseAt(closesAt, new Date(closesAt.getTime() + seconds * 1000));
  expect([after(-1), after(0), after(299), after(300)]).toEqual(["open", "grace", "grace", "closed"]);
});
