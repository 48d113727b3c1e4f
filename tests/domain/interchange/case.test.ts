import { describe, expect, test } from "vitest";
import { codesOf, imported, nodeOf, noteOf, treeOf } from "./importing.ts";
import { association, casePackage, criterion, document, link } from "./case-packages.ts";

const two = casePackage([
  { id: "g1", statement: "Samenwerken", code: "1" },
  { id: "c1", under: "g1", statement: "Deelt materiaal met collega's via een vaste plek.", short: "Materiaal delen", code: "1.1" },
  { id: "c2", under: "g1", statement: "Overlegt online.", code: "1.2" },
]);

describe("a CASE package", () => {
  test("keeps ids, codes, titles, the tree and what it says about itself", () => {
    const preview = imported(two);
    expect(preview.format).toBe("case-1.1");
    expect(preview.framework).toEqual({ title: "Voorbeeldkader", languages: ["nl"], counts: { nodes: 3, byDepth: [1, 2], levels: 0 } });
    expect(treeOf(preview)).toEqual(["g1", "  c1", "  c2"]);
    expect(nodeOf(preview, "c1")).toMatchObject({ code: "1.1", title: { nl: "Materiaal delen", en: "Materiaal delen" }, description: { nl: "Deelt materiaal met collega's via een vaste plek." } });
    expect(preview.document).toMatchObject({ version: "2.3.1", slug: "voorbeeldkader", languages: ["nl"], source: { publisher: "Voorbeeldbestuur", year: 2026 }, licence: { id: "CC-BY-ND-4.0", adaptationAllowed: false } });
  });

  test.each([
    ["says so", { caseVersion: "1.0" }, "case-1.0"],
    ["has no version and an address of 1.0", { caseVersion: null, uri: "http://localhost:3000/ims/case/v1p0/CFDocuments/doc" }, "case-1.0"],
    ["has no version and an address of 1.1", { caseVersion: null }, "case-1.1"],
    ["has a field of 1.1", { caseVersion: null, uri: "x", frameworkType: null }, "case-1.1"],
  ])("version: %s", (_, more, format) => {
    expect(imported({ ...two, CFDocument: { ...document, ...more } }).format).toBe(format);
  });

  test("nulls, numbers as texts, strange ids and wrappers are read as if they were right", () => {
    const odd = { CFPackage: { ...two, CFItems: two.CFItems.map((item) => ({ ...item, CFDocumentURI: link("CFDocuments", "doc"), educationalLevel: "13", notes: null, conceptKeywords: null })), CFAssociations: two.CFAssociations.map((each, nth) => ({ ...each, sequenceNumber: String(9 - nth) })) } };
    expect(treeOf(imported(odd))).toEqual(["g1", "  c2", "  c1"]);
    expect(noteOf(imported(odd), "fields")[0]!.message.nl).toContain("educationalLevel");
  });

  test("of several packages in one file the first is read, and that is said", () => {
    const preview = imported({ CFPackages: [two, casePackage([{ id: "z", statement: "Iets anders" }])] });
    expect(treeOf(preview)).toEqual(["g1", "  c1", "  c2"]);
    expect(noteOf(preview, "more-frameworks")[0]!.message.nl).toContain("Voorbeeldkader");
  });

  test("siblings without an order stand in the order of their codes, and 1.10 comes after 1.9", () => {
    const items = ["1.10", "1.9", "1.2"].map((code) => ({ id: `c${code}`, under: "g", statement: code, code }));
    const loose = casePackage([{ id: "g", statement: "Gebied", code: "1" }, ...items]);
    const bare = { ...loose, CFAssociations: loose.CFAssociations.map((each) => ({ ...each, sequenceNumber: null })) };
    expect(treeOf(imported(bare))).toEqual(["g", "  c1.2", "  c1.9", "  c1.10"]);
  });

  test("associations become links; a node outside the package stays as an address", () => {
    const outside = { title: "CCSS", identifier: "zz", uri: "https://case.example.org/CFItems/zz", targetType: "CASE" };
    const preview = imported({ ...two, CFAssociations: [...two.CFAssociations, association("exactMatchOf", "c1", "zz", { destinationNodeURI: outside }), association("isRelatedTo", "c1", "c2"), association("isChildOf", "c2", "elsewhere", { destinationNodeURI: { ...outside, identifier: "elsewhere" } }), association("isPartOf", "c1", "x", { destinationNodeURI: { uri: "javascript:alert(1)", identifier: "x" } })] });
    expect(nodeOf(preview, "c1").links).toEqual([{ relation: "exact", target: "https://case.example.org/CFItems/zz", title: "CCSS" }, { relation: "related", target: "#c2", title: "c2" }]);
    expect(nodeOf(preview, "c2").links).toEqual([{ relation: "part-of", target: "https://case.example.org/CFItems/zz", title: "CCSS" }]);
    expect(noteOf(preview, "link-dropped")).toHaveLength(1);
    expect(treeOf(preview)).toEqual(["g1", "  c1", "  c2"]);
  });

  test("an item in two places stays in the first; an item in none stands at the top", () => {
    const preview = imported(casePackage([{ id: "a", statement: "A" }, { id: "b", statement: "B" }, { id: "c", under: "a", statement: "C" }, { id: "d", under: "", statement: "D" }], { associations: [association("isChildOf", "c", "b")] }));
    expect(treeOf(preview)).toEqual(["a", "  c", "b", "d"]);
    expect(codesOf(preview.repairs)).toEqual(expect.arrayContaining(["second-parent", "no-place"]));
    expect(nodeOf(preview, "c").links).toEqual([{ relation: "part-of", target: "#b", title: "b" }]);
  });

  test("a translation is the same node in another language, whichever way it points", () => {
    const items = [{ id: "g", statement: "Gebied" }, { id: "nl", under: "g", statement: "Delen", language: "nl", code: "1" }, { id: "en", under: "", statement: "Sharing", language: "en", code: "1" }];
    for (const [from, to] of [["nl", "en"], ["en", "nl"]] as const) {
      const preview = imported(casePackage(items, { associations: [association("isTranslationOf", from, to)] }));
      expect(preview.framework.languages).toEqual(["nl", "en"]);
      expect(treeOf(preview)).toEqual(["g", "  nl"]);
      expect(nodeOf(preview, "nl").title).toEqual({ nl: "Delen", en: "Sharing" });
      expect(nodeOf(preview, "g").title).toEqual({ nl: "Gebied", en: "Gebied" });
      expect(noteOf(preview, "untranslated")).toHaveLength(1);
    }
  });

  test("markup in statements becomes plain text and scripts go", () => {
    const preview = imported(casePackage([{ id: "a", statement: "Een _cursief_ woord en **vet**, $x_1 + x_2$<script>alert(1)</script>\r\n\r\n| a | b |\r\n| --- | --- |\r\n| 1 | 2 |", short: "<b>Kop</b> &amp; staart" }]));
    expect(nodeOf(preview, "a")).toMatchObject({ title: { nl: "Kop & staart" }, description: { nl: "Een cursief woord en vet, $x_1 + x_2$\n\na · b\n\n1 · 2" } });
    expect(codesOf(preview.repairs)).toEqual(expect.arrayContaining(["markup", "script-removed"]));
  });
});

describe("rubrics", () => {
  const items = [{ id: "a", statement: "Delen" }, { id: "b", statement: "Overleggen" }];
  const full = [criterion("a", [["Starter", "Ik weet waar het staat.", 1, "Zet er een les op."], ["Kenner", "Ik deel elke maand.", 2]]), criterion("b", [["Starter", "Ik mail.", 1], ["Kenner", "Ik vergader online.", 2]])];
  const rubrics = (criteria: object[]) => [{ identifier: "r", uri: "x", CFRubricCriteria: criteria }];

  test("a text per level for every item makes statements to choose from", () => {
    const { document: made, framework } = imported(casePackage(items, { rubrics: rubrics(full) }));
    expect(framework.counts.levels).toBe(2);
    expect(made.instruments[0]).toMatchObject({ form: "choose-statement", scoring: "level-as-chosen" });
    expect(made.scale!.levels.map(({ code, title }) => [code, title.nl])).toEqual([["1", "Starter"], ["2", "Kenner"]]);
    expect(made.nodes[0]!.levels).toEqual([{ level: "1", statement: { nl: "Ik weet waar het staat.", en: "Ik weet waar het staat." }, nextStep: { nl: "Zet er een les op.", en: "Zet er een les op." } }, { level: "2", statement: { nl: "Ik deel elke maand.", en: "Ik deel elke maand." } }]);
  });

  test("levels from high to low are turned round", () => {
    const preview = imported(casePackage(items.slice(0, 1), { rubrics: rubrics([criterion("a", [["Goed", "hoog", 4], ["Matig", "midden", 2], ["Zwak", "laag", 1]])]) }));
    expect(preview.document.scale!.levels.map(({ title }) => title.nl)).toEqual(["Zwak", "Matig", "Goed"]);
    expect(codesOf(preview.repairs)).toContain("scale-turned");
  });

  test("when an item has no texts, the scale rates and its texts stay where they are", () => {
    const preview = imported(casePackage(items, { rubrics: rubrics(full.slice(0, 1)) }));
    const [instrument] = preview.document.instruments;
    expect(preview.document.scale).toBeNull();
    expect(instrument).toMatchObject({ form: "rate-block", scale: { status: "official" } });
    expect(instrument!.items!["a"]!.levels[0]!.statement!.nl).toBe("Ik weet waar het staat.");
    expect(instrument!.items!["b"]!.levels).toEqual([{ level: "1" }, { level: "2" }]);
    expect(preview.framework.counts.levels).toBe(2);
    expect(codesOf(preview.losses)).toContain("levels-missing");
  });

  test("a step that says it does not apply is a reason and no level", () => {
    const preview = imported(casePackage(items.slice(0, 1), { rubrics: rubrics([criterion("a", [["0 - n.v.t.", "", 0], ["Begin", "Ik begin.", 1], ["Verder", "Ik kan het.", 2]])]) }));
    expect(preview.document.scale!.levels.map(({ code, title }) => `${code} ${title.nl}`)).toEqual(["1 Begin", "2 Verder"]);
    expect(preview.document.nodes[0]!.levels!.map(({ statement }) => statement!.nl)).toEqual(["Ik begin.", "Ik kan het."]);
    expect(noteOf(preview, "not-applicable-level")).toHaveLength(1);
  });

  test("a criterion of nothing, another scale, one level and eleven levels are named", () => {
    const eleven = Array.from({ length: 11 }, (_, nth) => [`Stap ${nth + 1}`, "x", nth + 1] as const);
    expect(codesOf(imported(casePackage(items, { rubrics: rubrics([...full, { ...full[0]!, CFItemURI: null }, criterion("b", [["Anders", "x", 1], ["Nog", "y", 2]])]) })).losses)).toEqual(expect.arrayContaining(["rubric-without-item", "other-scale"]));
    expect(codesOf(imported(casePackage(items, { rubrics: rubrics([criterion("a", eleven)]) })).losses)).toContain("levels-too-many");
    expect(codesOf(imported(casePackage(items, { rubrics: rubrics([criterion("a", eleven.slice(0, 1))]) })).losses)).toContain("levels-too-few");
  });
});
