import { describe, expect, test } from "vitest";
import { codesOf, imported, nodeOf, noteOf, treeOf } from "./importing.ts";

const head14 = '"Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)","Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy';
const scale = '"Starter,Gebruiker,Kenner","[{""scaleid"":""1""},{""id"":1,""scaledefault"":1,""proficient"":0},{""id"":3,""scaledefault"":0,""proficient"":1}]"';
const framework = `,VB,"Voorbeeldkader voor de school","<p>Klein, en van ons.</p>",1,${scale},,,,,,1,"domain,competency,indicator,level"`;
/** Rows as [parent, id, name, description, related]. */
const rows = (...items: (readonly [string, string, string, string?, string?])[]) => items.map(([parent, id, name, description = "", related = ""]) => `${parent},${id},"${name}","${description}",1,,,,0,null,"${related}",101,,`);
const file = (...lines: string[]) => [head14, framework, ...lines].join("\n");

describe("a competency framework of Moodle", () => {
  const mini = file(...rows(["VB-1", "VB-1.10", "Tiende"], ["VB-1", "VB-1.1", "Materiaal delen", "<p>Deelt materiaal met collega's.<br>Elke maand.</p>", "VB-1.10,elders%2C1"], ["", "VB-1", "Samenwerken in de school"]));

  test("has its scale, its layers, its tree, and its own order; parents may come last", () => {
    const preview = imported(mini);
    expect(preview.format).toBe("moodle-csv");
    expect(preview.framework).toEqual({ title: "Voorbeeldkader voor de school", languages: ["nl"], counts: { nodes: 3, byDepth: [1, 2], levels: 3 } });
    expect(treeOf(preview)).toEqual(["VB-1", "  VB-1.10", "  VB-1.1"]);
    expect(preview.document.instruments[0]).toMatchObject({ form: "rate-block", scoring: "blocks-mastered" });
    expect(preview.document.instruments[0]!.scale!.levels.map(({ code, title }) => `${code} ${title.nl}`)).toEqual(["1 Starter", "2 Gebruiker", "3 Kenner"]);
    expect(preview.document.layers.map(({ title }) => title.nl)).toEqual(["domein", "competentie"]);
    expect(nodeOf(preview, "VB-1.1").description.nl).toBe("Deelt materiaal met collega's.\nElke maand.");
    expect(nodeOf(preview, "VB-1.1").links).toEqual([{ relation: "related", target: "#VB-1.10" }, { relation: "related", target: "elders,1" }]);
    expect(codesOf(preview.losses)).toEqual(["proficient-marks"]);
    expect(noteOf(preview, "parents-later")[0]!.message.nl).toContain("2 onderdelen");
  });

  test.each([
    ["the header of 2016, of 12 columns", 'Parent id number,Id number,Shortname,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Is framework,Taxonomy\n,VB,Kader,,1,"Zwak,Goed","[{""scaleid"":""2""}]",,0,null,1,"{""1"":""domain"",""2"":""skill""}"\n,A,Gebied,,1,,,,0,null,,\nA,A1,Doen,,1,,,,0,null,,\n'],
    ["another spelling", mini.replace(head14, '"Parent id number","Id number",Shortname,Description,"Description format","Scale values","Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)","Cross referenced competency id numbers","Exported id (optional)","Is framework",Taxonomy')],
    ["semicolons and Windows line ends", mini.replaceAll("\n", "\r\n").replace(/("(?:[^"]|"")*")|,/g, (part, quoted: string | undefined) => quoted ?? ";")],
    ["a byte order mark", `\ufeff${mini}`],
  ])("%s", (_, content) => {
    const preview = imported(content);
    expect(preview.format).toBe("moodle-csv");
    expect(preview.framework.counts.byDepth.length).toBe(2);
    expect(preview.framework.counts.levels).toBeGreaterThan(1);
  });

  test("names of columns in a language that we do not know: the place counts", () => {
    const preview = imported(mini.replace(head14, Array.from({ length: 14 }, (_, nth) => `列${nth}`).join(",")));
    expect(preview.format).toBe("moodle-csv");
    expect(treeOf(preview)).toEqual(["VB-1", "  VB-1.10", "  VB-1.1"]);
    expect(codesOf(preview.repairs)).toContain("by-position");
  });

  test("a name that was cut at 100 characters is completed from the description", () => {
    const whole = "Plant, verdeelt en bewaakt de tijd, de mensen en de middelen die nodig zijn om een taak in de klas op tijd af te krijgen.";
    const preview = imported(file(...rows(["", "A", whole.slice(0, 100), `<p>${whole.replace("tijd, ", "tijd,\n")} Nog een zin.</p>`], ["", "B", whole.slice(0, 100), "Iets anders."], ["", "C", "Kort", "Kort maar krachtig."])));
    expect(nodeOf(preview, "A").title.nl).toBe(`${whole} Nog een zin.`);
    expect(nodeOf(preview, "B").title.nl).toBe(whole.slice(0, 100).trim());
    expect(nodeOf(preview, "C").title.nl).toBe("Kort");
    expect(noteOf(preview, "name-recovered").map(({ where }) => where)).toEqual(["A"]);
  });

  test("what Moodle drops in silence is kept: no id, no name, id 0, the same id twice", () => {
    const preview = imported(file(...rows(["", "", "Zonder id"], ["", "N", "", "Zonder naam"], ["", "0", "Nul"], ["", "D", "Eerste"], ["", "D", "Tweede"], ["D", "E", "Onder D"])));
    expect(preview.framework.counts).toMatchObject({ nodes: 6, byDepth: [5, 1] });
    expect(treeOf(preview)).toEqual(["Zonder-id", "N", "0", "D", "  E", "D-2"]);
    expect(codesOf(preview.repairs)).toEqual(expect.arrayContaining(["id-added", "duplicate-id"]));
  });

  test("ids that Moodle takes for equal numbers stay apart", () => {
    expect(treeOf(imported(file(...rows(["", "1.1", "Een"], ["", "1.10", "Tien"], ["1.10", "1.10.1", "Onder tien"]))))).toEqual(["1.1", "1.10", "  1.10.1"]);
  });

  test("a parent with the number of the framework is the top", () => {
    expect(treeOf(imported(file(...rows(["VB", "A", "Gebied"], ["A", "B", "Doen"]))))).toEqual(["A", "  B"]);
  });

  test("without a row of the framework the title comes from the name of the file", () => {
    const preview = imported([head14, ...rows(["", "A", "Gebied"])].join("\n"), "Ons kader_2027.csv");
    expect(preview.framework.title).toBe("Ons kader 2027");
    expect(codesOf(preview.repairs)).toContain("title-added");
  });
});
