import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "#app/domain/csv.ts";

/** Reads CSV back the way a spreadsheet does. */
function cellsIn(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const text = csv.replace(/^\uFEFF/, "");
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') [cell, at] = [cell + '"', at + 1];
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === delimiter) [cell] = [(rows.at(-1)!.push(cell), "")];
    else if (char === "\r" && text[at + 1] === "\n") {
      rows.at(-1)!.push(cell);
      [cell, at] = ["", at + 1];
      rows.push([]);
    } else cell += char;
  }
  rows.pop();
  return rows;
}

describe("an export", () => {
  test("opens in a Dutch spreadsheet: a mark, semicolons and decimal commas", () => {
    expect(csvOf([["Competentie", "Gemiddelde"], ["Ict; en zo", 3.25], ["Leeg", null]], "nl")).toBe('\uFEFFCompetentie;Gemiddelde\r\n"Ict; en zo";3,25\r\nLeeg;\r\n');
  });
  test("and in an English one", () => {
    expect(csvOf([["Competence", "Mean"], ["IT, and so on", 3.25]], "en")).toBe('\uFEFFCompetence,Mean\r\n"IT, and so on",3.25\r\n');
  });

  const nasty = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", " =", "\u200b=", ";", ",", '"', "'"), fc.string()).map((parts) => parts.join("")),
    fc.constantFrom("=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://evil\")", "\t=1", "\r\n=1", " \t=1"),
  );
  test.each(["nl", "en"] as const)("no cell can be taken for a formula, and every cell comes back (%s)", (language) => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (table) => {
        const width = Math.max(...table.map((row) => row.length));
        const rows = table.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
        const back = cellsIn(csvOf(rows, language), language === "nl" ? ";" : ",");
        expect(back).toHaveLength(rows.length);
        for (const [at, row] of back.entries()) {
          expect(row).toHaveLength(width);
          for (const [place, cell] of row.entries()) {
            expect(cell).not.toMatch(/^[=+\-@\t\r\n\0]/);
            expect(cell.replace(/^'/, "")).toBe(rows[at]![place]!.replaceAll("\0", "").replace(/^'/, ""));
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
