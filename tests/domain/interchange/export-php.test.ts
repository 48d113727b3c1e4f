import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFramework } from "#app/domain/framework/check.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { toMatrix } from "#app/domain/interchange/to-matrix.ts";
import { toMoodle } from "#app/domain/interchange/to-moodle.ts";
import { dealt, drawFrom, frameworkFrom } from "#tests/frameworks/documents.ts";
import { alone, changed, sourceOf } from "./exporting.ts";

/** PHP's == on two texts: as numbers when both look like one, with blanks around, a sign, a fraction and an exponent. */
const numeric = /^[ \t\n\r\v\f]*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?[ \t\n\r\v\f]*$/;
const equalInPhp = (a: string, b: string) => (numeric.test(a) && numeric.test(b) ? Number(a) === Number(b) : a === b);
const rowsOf = (csv: string) => parse(csv, { relax_quotes: false }) as string[][];

/** Moodle's importer: rows by id, the last one counts; children found with ==; a row without id or name goes with all under it. */
function inMoodle(csv: string): { ids: string[]; depth: Map<string, number> } {
  const flat = new Map(rowsOf(csv).slice(1).filter((row) => row[12] === "").map((row) => [row[1]!, { parent: row[0]!, name: row[2]!.replace(/<[^>]*>/g, "").trim() }]));
  const depth = new Map<string, number>();
  const ids: string[] = [];
  const add = (parent: string, at: number) => {
    for (const [id, row] of flat) {
      if (!equalInPhp(row.parent, parent) || ["", "0"].includes(row.name) || ["", "0"].includes(id)) continue;
      ids.push(id);
      depth.set(id, at);
      add(id, at + 1);
    }
  };
  add("", 1);
  return { ids, depth };
}

/** Mahara's importer: standards by ===, a parent among the elements before it, by ==. */
function inMahara(matrix: ReturnType<typeof toMatrix>): { name: string; parent: string | null }[] {
  const { standards, standardelements } = (matrix as { framework: { standards: { standardid: unknown }[]; standardelements: { standardid: unknown; elementid: string; parentelementid?: string; name: string }[] } }).framework;
  return standards.flatMap(({ standardid }) => {
    const seen: { elementid: string; name: string }[] = [];
    return standardelements.filter((element) => element.standardid === standardid).map((element) => {
      const parent = element.parentelementid === undefined ? null : seen.find(({ elementid }) => equalInPhp(elementid, element.parentelementid!));
      if (parent === undefined) throw new Error(`${element.elementid} stands before its parent`);
      seen.push(element);
      return { name: element.name, parent: parent?.name ?? null };
    });
  });
}

/** Ids that PHP takes for the same number, and a slug that helps it do so. */
const lookalikes = changed("kennisnet-ict", "2023.1.0", (document) => {
  document.slug = "1e";
  const [area] = document.nodes;
  const [leaf] = area!.children!;
  const named = (id: string, children?: Framework["nodes"]): Framework["nodes"][number] => (children ? { ...area!, id, code: id, title: { nl: `gebied ${id}`, en: `area ${id}` }, children } : { ...leaf!, id, code: id, title: { nl: `competentie ${id}`, en: `competence ${id}` } });
  document.nodes = [named("1", [named("1.1"), named("1.10"), named("1.100")]), named("01", [named("5"), named("05"), named("5.0")]), named("1e0", [named("1e1"), named("10"), named("0")])];
});

describe("ids in systems in PHP", () => {
  test("as they are they would collide there", () => {
    expect(["1.1", "1e5", "5"].map((id, nth) => equalInPhp(id, ["1.10", "100000", "05"][nth]!))).toEqual([true, true, true]);
    expect(equalInPhp("1e-5", "1e-05")).toBe(true);
    expect(equalInPhp("VB-1.1", "VB-1.10")).toBe(false);
  });

  test("Moodle reads back the same tree, whatever the ids look like", () => {
    const { ids, depth } = inMoodle(toMoodle(alone(lookalikes), "nl"));
    expect(ids).toHaveLength(12);
    expect([...depth.values()].sort()).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test("Mahara reads back the same tree", () => {
    const elements = inMahara(toMatrix(alone({ ...lookalikes, nodes: [{ ...lookalikes.nodes[0]!, id: "top", code: "top", children: lookalikes.nodes }] }), "nl"));
    expect(elements).toHaveLength(12);
    expect(elements.find(({ name }) => name === "competentie 1.100")!.parent).toBe("gebied 1");
    expect(elements.find(({ name }) => name === "competentie 05")!.parent).toBe("gebied 01");
  });

  test("500 made-up frameworks come through both whole, with no id that PHP takes for a number", () => {
    fc.assert(
      fc.property(dealt, (from) => {
        const checked = checkFramework(JSON.parse(JSON.stringify(frameworkFrom(drawFrom(from)))));
        if (!checked.ok) throw new Error("no framework");
        const source = alone(checked.value);
        const count = JSON.stringify(checked.value.nodes).match(/"titleStatus"/g)!.length;
        const csv = toMoodle(source, "nl");
        const moodle = inMoodle(csv);
        expect(moodle.ids).toHaveLength(count);
        for (const row of rowsOf(csv).slice(1)) {
          expect(row).toHaveLength(14);
          for (const id of [row[0]!, row[1]!].filter((each) => each !== "")) expect(numeric.test(id) || id.length > 100 || !/^[A-Za-z]/.test(id), id).toBe(false);
          expect([...row[2]!].length).toBeLessThanOrEqual(101);
        }
        inMahara(toMatrix(source, "en"));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a Moodle file", () => {
  const rows = rowsOf(toMoodle(sourceOf("digcompedu", "2017.2.0"), "en"));

  test("has its fourteen columns, the framework first with its scale, and a level descriptor in each description", () => {
    expect(rows[0]!.join(",")).toBe("Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),Cross-referenced competency ID numbers,Exported ID (optional),Is framework,Taxonomy");
    expect(rows[1]!.filter((cell) => cell !== "").slice(0, 2)).toEqual(["digcompedu", "European Framework for the Digital Competence of Educators: DigCompEdu"]);
    expect(rows[1]![5]!.split(",")).toHaveLength(6);
    expect(rows[1]![3]).toContain("Redecker");
    const configuration = JSON.parse(rows[1]![6]!) as { scaleid?: string; id?: number; scaledefault?: number; proficient?: number }[];
    expect(configuration[0]).toEqual({ scaleid: "1" });
    expect(configuration.slice(1).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(configuration.filter(({ scaledefault }) => scaledefault === 1)).toHaveLength(1);
    expect(configuration.map(({ proficient }) => proficient ?? 0)).toEqual([0, 0, 0, 1, 1, 1, 1]);
    expect(rows[1]!.slice(12)).toEqual(["1", "domain,competency"]);
    const competence = rows.find((row) => row[1] === "digcompedu-1.1")!;
    expect([competence[0], competence[4]]).toEqual(["digcompedu-1", "1"]);
    expect(competence[3]!.match(/<li><strong>[ABC][12] /g)).toHaveLength(6);
  });

  test("cuts names at 100 characters and begins the description with the whole name; tags and commas do no harm", () => {
    const long = `Zo'n "lange" naam & meer \\" ${"heel ".repeat(25)}einde`;
    const framework = changed("kennisnet-ict", "2023.1.0", (document) => {
      document.nodes = [{ ...document.nodes[0]!, title: { nl: long, en: long } }, { ...document.nodes[1]!, title: { nl: "<b>", en: "<b>" } }, { ...document.nodes[2]!, title: { nl: "0", en: "0" } }];
      document.scale = { ...document.scale!, levels: document.scale!.levels.map((level) => ({ ...level, title: { nl: `Ja, ${level.code}`, en: "x" } })) };
    });
    const [, head, first] = rowsOf(toMoodle(alone(framework), "nl"));
    expect(head![5]).toBe("Ja; 1,Ja; 2,Ja; 3,Ja; 4");
    expect([...first![2]!]).toHaveLength(100);
    expect(first![3]).toContain("einde</p>");
    // PHP reads a backslash before a quote as an escape.
    expect(toMoodle(alone(framework), "nl")).not.toContain("\\");
    expect(inMoodle(toMoodle(alone(framework), "nl")).ids).toHaveLength(3 + framework.nodes.flatMap(({ children }) => children!).length);
  });
});
