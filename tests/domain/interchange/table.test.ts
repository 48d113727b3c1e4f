import { describe, expect, test } from "vitest";
import { codesOf, imported, importedAll, nodeOf, noteOf, treeOf, tried, triedAll, workbook } from "./importing.ts";

describe("a flat table", () => {
  test.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("a column with the parent, with %s between the cells", (_, sign) => {
    const lines = [["Id", "Ouder", "Code", "Titel", "Omschrijving", "Volgorde"], ["g", "", "1", "Samenwerken in de school", "Over samen.", "2"], ["b", "g", "1.2", '"Delen; ""samen"", en | meer,"', "", "2"], ["a", "G ", "1.1", "Overleggen met ouders", '"Twee\nregels"', "1"], ["n", "", "0", "Begin van het jaar", "", "1"]];
    const preview = imported(lines.map((cells) => cells.map((cell) => (cell.includes(sign) && !cell.startsWith('"') ? `"${cell}"` : cell)).join(sign)).join("\r\n"), "Ons kader.csv");
    expect(preview).toMatchObject({ format: "table", framework: { title: "Ons kader", languages: ["nl"], counts: { nodes: 4, byDepth: [2, 2], levels: 0 } } });
    expect(treeOf(preview)).toEqual(["n", "g", "  a", "  b"]);
    expect(nodeOf(preview, "b").title.nl).toBe('Delen; "samen", en | meer,');
    expect(nodeOf(preview, "a").description.nl).toBe("Twee\nregels");
    expect(noteOf(preview, "mapping")[0]!.message.nl).toContain("staat onder = Ouder");
  });

  test("the sheet of OpenSALT: parents by code, short and full statements, links", () => {
    const preview = imported('"Identifier","fullStatement","Human Coding Scheme","sequenceNumber","Abbreviated Statement","ConceptKeywords","Notes","Is Child Of","IsPartOf","replacedBy","Exemplar","hasSkillLevel","IsRelatedTo"\n"i1","Everything about sharing","S","1","Sharing","","A note","","","","","",""\n"i2","Shares with others in the school","S.1","1","","","","S","","","https://example.org/film","","CODE-9; i1"\n');
    expect(treeOf(preview)).toEqual(["i1", "  i2"]);
    expect(nodeOf(preview, "i1")).toMatchObject({ code: "S", title: { en: "Sharing" }, description: { en: "Everything about sharing\n\nA note" } });
    expect(nodeOf(preview, "i2").links).toEqual([{ relation: "related", target: "CODE-9" }, { relation: "related", target: "#i1" }, { relation: "exemplar", target: "https://example.org/film" }]);
  });

  test("the sheet of OpenCASE: a number per row says how deep, lines with # are remarks", () => {
    const preview = imported("# Fill in\n# Use ; between subjects\nLevel,Human Coding Scheme,Full Statement,Item Type,Abbreviated Statement,Education Level,Subject,Notes\n1,A,The first area,Area,,,,\n2,A.1,Can do one thing,Skill,,,,\n3,A.1.a,A detail of this,Detail,,,,\n2,A.2,Can do another,Skill,,,,\n1,B,The second area,Area,,,,\n");
    expect(treeOf(preview)).toEqual(["A", "  A.1", "    A.1.a", "  A.2", "B"]);
    expect(preview.document.layers.map(({ title }) => title.en)).toEqual(["area", "skill", "Detail"]);
  });

  test("remarks before the header can say what the framework is", () => {
    const preview = imported("#title,Ons eigen kader\n#publisher,Een bestuur\n#version,2.0\n#language,nl\n#licence,CC0\nIdentifier,fullStatement,parentIdentifier\na,Gebied,\nb,Doen,a\n");
    expect(preview.framework.title).toBe("Ons eigen kader");
    expect(preview.document).toMatchObject({ version: "2.0.0", source: { publisher: "Een bestuur" }, licence: { id: "CC0-1.0" } });
    expect(codesOf(preview.repairs)).toContain("version-completed");
  });

  test("columns for the layers, empty where they are the same as above, with a column per level", () => {
    const preview = imported('Gebied;Competentie;A1 Nieuw;A2 Verder;B1 Vlot\nSamenwerken in de school;Delen;"Ik mail; soms";Ik zet klaar;Ik deel\n;Overleggen;a;b;c\nLesgeven met beeld;Kiezen;d;e;f\n');
    expect(preview.framework.counts).toEqual({ nodes: 5, byDepth: [2, 3], levels: 3 });
    expect(preview.document.instruments[0]!.form).toBe("choose-statement");
    expect(preview.document.scale!.levels.map(({ code }) => code)).toEqual(["A1", "A2", "B1"]);
    expect(preview.document.nodes[0]!.children!.map(({ levels }) => levels![0]!.statement!.nl)).toEqual(["Ik mail; soms", "a"]);
  });

  test("a row per level", () => {
    const preview = imported("Area,Competence,Level,Statement\nWorking together,Talking,A1,I talk a little\n,,A2,I talk more\nWorking together,Walking,A1,I walk a bit\nWorking together,Walking,A2,I walk more\n");
    expect(preview.framework.counts).toEqual({ nodes: 3, byDepth: [1, 2], levels: 2 });
    expect(preview.document.nodes[0]!.children![1]!.levels!.map(({ level, statement }) => `${level} ${statement!.en}`)).toEqual(["A1 I walk a bit", "A2 I walk more"]);
  });

  test("codes say the tree when nothing else does; a column per language makes both", () => {
    const preview = imported("nr\ttitel_nl\tTitle (EN)\tomschrijving nl\n1\tGebied\tArea\tUitleg\n1.1\tEerste\tFirst\t\n1.1.1\tOnderdeel\tPart\t\n1.10\tTiende\tTenth\t\n");
    expect(preview.framework.languages).toEqual(["nl", "en"]);
    expect(treeOf(preview)).toEqual(["1", "  1.1", "    1.1.1", "  1.10"]);
    expect(codesOf(preview.repairs)).toContain("parents-from-codes");
  });

  test("without names that we know, what is in the columns counts; without words at all it is refused", () => {
    const preview = imported("x,y\nK1,Kan goed samenwerken\nK2,Kan goed luisteren\n");
    expect(preview.document.nodes.map(({ code, title }) => `${code} ${title.nl}`)).toEqual(["K1 Kan goed samenwerken", "K2 Kan goed luisteren"]);
    expect(tried("x,y\n1,2\n3,4\n").said).toMatch(/No column with a title.*x, y/);
    expect(tried("titel\n").said).toMatch(/no rows/);
    const long = tried(`${"x".repeat(400)},${Array.from({ length: 30 }, (_, nth) => "y".repeat(60) + nth).join(",")}\n1,2\n3,4\n`).said;
    expect(long).toMatch(/The columns are: x{35}…, y{35}…/);
    expect(long.length).toBeLessThan(600);
  });

  test("addresses as ids keep their last part", () => {
    expect(treeOf(imported("conceptUri,preferredLabel,broaderConceptUri\nhttp://data.example.eu/skill/s9,computers,\nhttp://data.example.eu/skill/s1,use a computer,http://data.example.eu/skill/s9 | http://data.example.eu/skill/s7\n"))).toEqual(["s9", "  s1"]);
  });
});

describe("a workbook", () => {
  const rows = [["Code", "Titel", "Beschrijving"], [1, "Samenwerken & meer", "Over <samen>"], [1.1, "Delen met de school", ""], ["1.10", "Tiende", "x"]];

  test("the sheet that can be read is found; numbers, shared and inline texts are read", () => {
    const preview = imported(workbook({ Uitleg: [["Lees dit eerst"]], "Het kader": rows }), "kader.xlsx");
    expect(preview.format).toBe("table");
    expect(treeOf(preview)).toEqual(["1", "  1.1", "  1.10"]);
    expect(nodeOf(preview, "1").title.nl).toBe("Samenwerken & meer");
    expect(nodeOf(preview, "1").description.nl).toBe("Over <samen>");
    expect(noteOf(preview, "other-parts")[0]!.message.nl).toContain("Uitleg");
  });

  test("a map names the sheet and the columns, by name or by number", () => {
    const book = workbook({ Een: rows, Twee: [["A", "B", "C"], ["k1", "Kort", "Dit is de hele zin"], ["k2", "Lang", "En dit ook"]] });
    const preview = imported(book, "kader.xlsx", { sheet: "twee", title: "Mijn kader", fields: { id: ["a"], title: ["3"], description: ["B"] } });
    expect(preview.framework.title).toBe("Mijn kader");
    expect(nodeOf(preview, "k1")).toMatchObject({ title: { nl: "Dit is de hele zin" }, description: { nl: "Kort" } });
    expect(tried(book, "kader.xlsx", { sheet: "Drie" }).said).toMatch(/no sheet Drie.*Een, Twee/);
    expect(tried(book, "kader.xlsx", { fields: { title: ["Z"] } }).said).toMatch(/no column Z/);
  });
});

describe("files of one framework", () => {
  const table = (...titles: string[]) => `id,titel\n${titles.map((title, nth) => `k${nth + 1},${title}`).join("\n")}\n`;
  const dutch = table("Samenwerken met de hele school", "Het delen van materiaal", "Overleggen met ouders");
  const english = table("Working together with the whole school", "The sharing of material", "Talking with parents");

  test("two languages are joined by id; what is in one only is named", () => {
    const preview = importedAll([["a.csv", dutch], ["b.csv", `${english}k4,Only here in the file\n`]]);
    expect(preview.framework).toMatchObject({ languages: ["nl", "en"], counts: { nodes: 4 } });
    expect(nodeOf(preview, "k2").title).toEqual({ nl: "Het delen van materiaal", en: "The sharing of material" });
    expect(noteOf(preview, "joined")[0]!.message.en).toContain("3 items");
    expect(noteOf(preview, "only-in-one").map(({ where }) => where)).toEqual(["k4"]);
  });

  test("the order of the files does not matter for the words; the name of a file can say its language", () => {
    const turned = importedAll([["b.csv", english], ["a.csv", dutch]]);
    expect(nodeOf(turned, "k2").title).toEqual({ nl: "Het delen van materiaal", en: "The sharing of material" });
    const short = importedAll([["kader.nl.csv", table("Pen", "Bord", "Krijt")], ["kader.en.csv", table("Pen", "Board", "Chalk")]]);
    expect(nodeOf(short, "k2").title).toEqual({ nl: "Bord", en: "Board" });
  });

  test("by code when the ids differ, and not at all when it is something else", () => {
    const preview = importedAll([["a.csv", "id,code,titel\nx1,1,Samenwerken met de school\nx2,1.1,Het delen van werk\n"], ["b.csv", "id,code,title\ny1,1,Working together with them\ny2,1.1,The sharing of work\n"]]);
    expect(nodeOf(preview, "x2").title).toEqual({ nl: "Het delen van werk", en: "The sharing of work" });
    expect(codesOf(preview.repairs)).toContain("joined-by-code");
    expect(triedAll([["a.csv", dutch], ["b.csv", "id,titel\nz1,Heel iets anders\nz2,En nog iets\n"]]).said).toMatch(/no translation of a\.csv/);
  });
});
