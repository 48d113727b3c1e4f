import { describe, expect, test } from "vitest";
import kennisnet from "#frameworks/kennisnet-ict/2023.1.0.json";
import { codesOf, imported, importedAll, nodeOf, noteOf, treeOf, tried, triedAll } from "./importing.ts";

describe("any JSON tree", () => {
  const levels = (one: string, two: string) => ({ Starter: one, Kenner: two });

  test("lists in lists, texts in two languages, levels as an object", () => {
    const preview = imported({ title: "Boomkader", version: "3.1.0", publisher: "Een bestuur", gebieden: [{ id: "a", naam: { nl: "Samenwerken", en: "Working together" }, competenties: [{ id: "a1", naam: { nl: "Delen", en: "Sharing" }, niveaus: levels("Ik deel soms.", "Ik deel vaak.") }, { id: "a2", naam: { nl: "Praten", en: "Talking" }, niveaus: levels("Ik praat.", "Ik luister.") }] }] });
    expect(preview.format).toBe("json-tree");
    expect(preview.framework).toEqual({ title: "Boomkader", languages: ["nl", "en"], counts: { nodes: 3, byDepth: [1, 2], levels: 2 } });
    expect(preview.document.instruments[0]!.form).toBe("choose-statement");
    expect(preview.document.layers.map(({ title }) => title.en)).toEqual(["area", "competence"]);
    expect(nodeOf(preview, "a1").levels!.map(({ statement }) => statement!.nl)).toEqual(["Ik deel soms.", "Ik deel vaak."]);
    expect(noteOf(preview, "mapping")[0]!.message.en).toContain("children = competenties");
  });

  test.each<[string, object]>([
    ["a list that names its parents", [{ key: "a", label: "Gebied" }, { key: "b", label: "Doen", parent: "a" }]],
    ["two lists that point at each other", { areas: [{ id: "a", name: "Gebied" }], competences: [{ id: "b", name: "Doen", area_id: "a" }] }],
    ["objects by id", { areas: { a: { name: "Gebied", items: { b: { name: "Doen" } } } } }],
    ["texts as items", { items: [{ id: "a", title: "Gebied", indicators: ["Doen"] }] }],
    ["somewhere inside", { data: { result: { nodes: [{ id: "a", title: "Gebied", children: [{ id: "b", title: "Doen", children: [] }] }] } } }],
    ["a title per language beside each other", [{ id: "a", title_nl: "Gebied", title_en: "Area", sub: [{ id: "b", title_nl: "Doen", title_en: "Do" }] }]],
  ])("%s", (_, json) => {
    const preview = imported(json);
    expect(preview.framework.counts).toMatchObject({ nodes: 2, byDepth: [1, 1] });
    expect(treeOf(preview)[0]).toBe("a");
  });

  test("levels as a list of things or of texts, and levels with examples", () => {
    const preview = imported([{ id: "a", title: "Delen", levels: [{ code: "A1", name: "Nieuw", description: "Ik deel.", example: "In groep 3.", nextStep: "Vraag het." }, { code: "A2", name: "Verder", description: "Ik deel veel." }] }, { id: "b", title: "Praten", levels: [{ code: "A1", description: "x" }, { code: "A2", description: "y" }] }]);
    expect(preview.document.scale!.levels.map(({ code, title }) => `${code} ${title.nl}`)).toEqual(["A1 Nieuw", "A2 Verder"]);
    expect(preview.document.nodes[0]!.levels![0]).toMatchObject({ example: { nl: "In groep 3." }, nextStep: { nl: "Vraag het." } });
    expect(imported([{ id: "a", title: "Delen", levels: ["soms", "vaak", "altijd"] }]).framework.counts.levels).toBe(3);
  });

  test("a map says where the items are and what the fields mean", () => {
    const odd = { lijst: [{ wie: "k1", wat: "Delen van materiaal", hoe: "Met de school" }], rest: [{ title: "Iets anders" }, { title: "En nog iets" }] };
    const preview = imported(odd, "x.json", { nodes: "lijst", title: "Mijn kader", fields: { id: ["wie"], title: { nl: ["wat"], en: ["hoe"] } } });
    expect(preview.framework).toMatchObject({ title: "Mijn kader", languages: ["nl", "en"], counts: { nodes: 1 } });
    expect(nodeOf(preview, "k1").title).toEqual({ nl: "Delen van materiaal", en: "Met de school" });
    expect(tried(odd, "x.json", { nodes: "nergens" }).said).toMatch(/No list or tree/);
  });
});

describe("a document of our own", () => {
  test("is kept to the letter", () => {
    const preview = imported(kennisnet);
    expect(preview).toMatchObject({ format: "groeikompas", repairs: [], losses: [], framework: { languages: ["nl", "en"], counts: { nodes: 20, byDepth: [4, 16], levels: 4 } } });
    expect(JSON.parse(JSON.stringify(preview.document))).toEqual(kennisnet);
  });

  test("what comes out of an import goes in again unchanged", () => {
    const first = imported("id,titel,omschrijving\na,Samenwerken in de school,Over samen\nb,Delen,Over delen\n");
    const again = imported(first.document);
    expect(again).toMatchObject({ format: "groeikompas", framework: first.framework, document: first.document, repairs: [], losses: [] });
  });

  test("two languages of one become one; two others do not", () => {
    const english = JSON.parse(JSON.stringify(kennisnet), (_, value: unknown) => (typeof value === "object" && value !== null && "nl" in value && "en" in value && Object.keys(value).length === 2 && typeof value.en === "string" && !["official", "ours", "translated"].includes(value.en) ? { en: value.en } : value)) as object;
    const dutch = JSON.parse(JSON.stringify(kennisnet), (_, value: unknown) => (typeof value === "object" && value !== null && "nl" in value && "en" in value && Object.keys(value).length === 2 && typeof value.nl === "string" && !["official", "ours", "translated"].includes(value.nl) ? { nl: value.nl } : value)) as object;
    const whole = importedAll([["nl.json", { ...dutch, languages: ["nl"] }], ["en.json", { ...english, languages: ["en"] }]]);
    expect(JSON.parse(JSON.stringify(whole.document))).toEqual(kennisnet);
    expect(whole.framework.languages).toEqual(["nl", "en"]);
    expect(triedAll([["a.json", kennisnet], ["b.json", kennisnet]]).said).toMatch(/no translation/);
  });

  test("one that does not hold is built anew; one of a later schema is refused", () => {
    const broken = imported({ ...kennisnet, contact: "" });
    expect(broken.format).toBe("groeikompas");
    expect(broken.framework.counts).toEqual({ nodes: 20, byDepth: [4, 16], levels: 4 });
    expect(codesOf(broken.repairs)).toContain("rebuilt");
    expect(codesOf(broken.losses)).toContain("fields");
    expect(tried({ ...kennisnet, schema: 2 }).said).toMatch(/schema 2/);
  });
});
