import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayBeSpelling } from "#app/domain/framework/spelling.ts";
import { wordChanges } from "#app/domain/framework/word-changes.ts";

describe("what may be spelling", () => {
  test.each([
    ["Ik kies bewust een bron.", "Ik kies bewust een bron", true],
    ["Ik gebruik digtale middelen in de klas.", "Ik gebruik digitale middelen in de klas.", true],
    ["Ik  gebruik\nze", "Ik gebruik ze", true],
    ["Cafe\u0301", "Café", true],
    ["Toetsen", "Toetsen.", true],
    ["Ik doe dit met drie collega's van mijn eigen school.", "Ik doe dit met collega's van mijn eigen school.", false],
    // As little as this turns the meaning round.
    ["Ik deel dit niet met ouders van mijn leerlingen.", "Ik deel dit met ouders van mijn leerlingen.", false],
    ["I can do this on my own with my pupils.", "I can't do this on my own with my pupils.", false],
    ["Ik doe dit elke 2 weken met mijn hele groep.", "Ik doe dit elke 3 weken met mijn hele groep.", false],
    ["Ik heb geen plan voor deze lessen gemaakt.", "Ik heb een plan voor deze lessen gemaakt.", false],
    ["abc", "xyz", false],
    ["", "a", false],
    ["a", "", false],
  ])("%j → %j: %s", (before, after, expected) => {
    expect(mayBeSpelling(before, after)).toBe(expected);
    expect(mayBeSpelling(after, before)).toBe(expected);
  });

  const slow = (a: string, b: string): number => {
    let row = Array.from({ length: [...b].length + 1 }, (_, place) => place);
    for (const [i, x] of [...a].entries()) row = [...b].reduce<number[]>((next, y, j) => [...next, Math.min(row[j]! + (x === y ? 0 : 1), row[j + 1]! + 1, next[j]! + 1)], [i + 1]);
    return row.at(-1)!;
  };

  test("three letters at most, a tenth of a short text, and one always: as the slow way of counting says", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 45 });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(44), fc.constantFrom("", "a", "b", "cc")), { maxLength: 5 }), (before, edits) => {
        const after = edits.reduce((now, [place, put]) => now.slice(0, place) + put + now.slice(place + 1), before);
        fc.pre(after !== "");
        const most = Math.max(1, Math.min(3, Math.floor(Math.max(before.length, after.length) / 10)));
        expect(mayBeSpelling(before, after)).toBe(slow(before, after) <= most);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("two texts word by word", () => {
  const marked = (pieces: readonly { text: string; changed: boolean }[]) => pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");

  test("what they share stands unmarked, in both", () => {
    const { before, after } = wordChanges("Ik kies zelf een bron voor mijn les.", "Ik kies samen met een collega een bron voor mijn les.");
    expect([marked(before), marked(after)]).toEqual(["Ik kies[ zelf] een bron voor mijn les.", "Ik kies[ samen met] een[ collega een] bron voor mijn les."]);
  });

  test("the pieces make up the text again, and what is unmarked is the same in both", () => {
    const text = fc.array(fc.constantFrom("ik", "jij", "doe", "niet", " ", "\n", "x"), { maxLength: 30 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { before, after } = wordChanges(a, b);
        const whole = (pieces: typeof before) => pieces.map((piece) => piece.text).join("");
        const shared = (pieces: typeof before) => pieces.filter(({ changed }) => !changed).map((piece) => piece.text).join("").split(/\s+/).filter(Boolean);
        expect([whole(before), whole(after)]).toEqual([a, b]);
        expect(shared(before)).toEqual(shared(after));
      }),
    );
  });

  test("texts that have next to nothing in common are marked as a whole", () => {
    const { before, after } = wordChanges("Tijdens mijn uitleg gebruik ik een middel.", "Voor een taak laat ik leerlingen opschrijven wat zij doen.");
    expect([marked(before), marked(after)]).toEqual(["[Tijdens mijn uitleg gebruik ik een middel.]", "[Voor een taak laat ik leerlingen opschrijven wat zij doen.]"]);
  });

  test("a very long text is marked as a whole", () => {
    const long = "woord ".repeat(500);
    expect(wordChanges(long, `${long}x`).after).toEqual([{ text: `${long}x`, changed: true }]);
  });
});
