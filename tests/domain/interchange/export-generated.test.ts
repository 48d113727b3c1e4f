import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { Parser } from "n3";
import { expect, test } from "vitest";
import { jsonFromBytes } from "#app/domain/json-text.ts";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import { exported } from "#app/domain/interchange/export.ts";
import { exportFormats, skosSyntaxes } from "#app/domain/interchange/export-format.ts";
import { lossesOf } from "#app/domain/interchange/export-losses.ts";
import { languageFor } from "#app/domain/interchange/export-source.ts";
import { toCase } from "#app/domain/interchange/to-case.ts";
import { sheetsFrom } from "#app/domain/interchange/xlsx.ts";
import { dealt, drawFrom, frameworkFrom, profileFrom } from "#tests/frameworks/documents.ts";
import { misfits, packageShape } from "./case-shape.ts";
import { alone, choice } from "./exporting.ts";

const cellsOf = (bytes: Uint8Array, delimiter: string) => (parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), { delimiter, relax_column_count: true }) as string[][]).flat();
const tried = { documents: 0, files: 0 };

test("1,000 made-up frameworks go out in every format, and what comes out can be read", { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(dealt, (from) => {
      const draw = drawFrom(from);
      const drawn = frameworkFrom(draw);
      const checked = checkFramework(JSON.parse(JSON.stringify(drawn)));
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems.slice(0, 2)));
      const profile = checkProfile(JSON.parse(JSON.stringify(profileFrom(draw, drawn))), () => checked.value);
      const source = alone(checked.value, { profiles: profile.ok ? [profile.value] : [], board: draw.pick([null, "board"]), base: draw.pick([null, "https://kader.example.nl"]) });
      tried.documents += 1;
      expect(misfits(packageShape, JSON.parse(JSON.stringify(toCase(source))))).toEqual([]);
      for (const format of exportFormats) {
        for (const syntax of format === "skos" ? skosSyntaxes : [skosSyntaxes[0]]) {
          const language = draw.pick(["nl", "en"] as const);
          const bytes = exported(source, choice(format, { language, syntax }));
          tried.files += 1;
          if (format === "xlsx") expect(sheetsFrom(bytes, "x").ok).toBe(true);
          else if (format === "csv" || format === "moodle") expect(cellsOf(bytes, format === "csv" && languageFor(checked.value, language) === "nl" ? ";" : ",").filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
          else if (format === "skos" && syntax === "turtle") expect(new Parser().parse(new TextDecoder().decode(bytes)).length).toBeGreaterThan(5);
          else expect(jsonFromBytes(bytes).ok).toBe(true);
          for (const { message } of lossesOf(format, source, language)) expect(message.nl + message.en).not.toMatch(/undefined|\[object/);
        }
      }
      // Our own document is what it was.
      const again = jsonFromBytes(exported(source, choice("json")));
      expect(again.ok && checkFramework(again.value)).toEqual({ ok: true, value: checked.value });
    }),
    { numRuns: 1_000 },
  );
  expect(tried.documents).toBeGreaterThanOrEqual(1_000);
  expect(tried.files).toBeGreaterThanOrEqual(8_000);
});
