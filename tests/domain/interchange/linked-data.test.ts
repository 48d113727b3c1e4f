import { describe, expect, test } from "vitest";
import { codesOf, imported, importedAll, nodeOf, noteOf, treeOf, tried } from "./importing.ts";

const turtle = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://kader.example.nl/vb/1> a skos:ConceptScheme ; dct:title "Voorbeeldkader"@nl, "Example framework"@en ; owl:versionInfo "1.4.0" ; dct:issued "2024-03-01" ;
  dct:license <https://creativecommons.org/licenses/by-sa/4.0/> ; dct:publisher "Voorbeeldbestuur" ; skos:hasTopConcept <https://kader.example.nl/vb/A> .
<https://kader.example.nl/vb/A.10> a skos:Concept ; skos:notation "A.10" ; skos:prefLabel "Tiende"@nl, "Tenth"@en ; skos:broader <https://kader.example.nl/vb/A> .
<https://kader.example.nl/vb/A.2> a skos:Concept ; skos:notation "A.2" ; skos:prefLabel "Tweede"@nl, "Second"@en, "Zweite"@de ; skos:definition "Uitleg."@nl ; skos:altLabel "2e"@nl ;
  skos:closeMatch <http://data.europa.eu/esco/skill/x> ; skos:related <https://kader.example.nl/vb/A.10> .
<https://kader.example.nl/vb/A> a skos:Concept ; skos:notation "A" ; skos:prefLabel "Gebied"@nl, "Area"@en ; skos:narrower <https://kader.example.nl/vb/A.2> .
<https://kader.example.nl/vb/steps> a skos:OrderedCollection ; skos:memberList ( <https://kader.example.nl/vb/s1> <https://kader.example.nl/vb/s2> ) .
<https://kader.example.nl/vb/s2> skos:prefLabel "Verder"@nl, "Further"@en . <https://kader.example.nl/vb/s1> a skos:Concept ; skos:prefLabel "Begin"@nl, "Start"@en ; skos:definition "Het begin."@nl .`;

describe("SKOS", () => {
  test("Turtle: labels, tree from both sides, order by code, matches as links, an ordered collection as the scale", () => {
    const preview = imported(turtle);
    expect(preview.format).toBe("skos");
    expect(preview.framework).toEqual({ title: "Voorbeeldkader", languages: ["nl", "en"], counts: { nodes: 3, byDepth: [1, 2], levels: 2 } });
    expect(treeOf(preview)).toEqual(["A", "  A.2", "  A.10"]);
    expect(nodeOf(preview, "A.2")).toMatchObject({ title: { nl: "Tweede", en: "Second" }, description: { nl: "Uitleg.", en: "Uitleg." }, links: [{ relation: "close", target: "http://data.europa.eu/esco/skill/x" }, { relation: "related", target: "#A.10" }] });
    expect(preview.document).toMatchObject({ version: "1.4.0", licence: { id: "CC-BY-SA-4.0", adaptationAllowed: true }, source: { publisher: "Voorbeeldbestuur", year: 2024, url: "https://kader.example.nl/vb/1" } });
    expect(preview.document.instruments[0]!.scale!.levels.map(({ title }) => title.nl)).toEqual(["Begin", "Verder"]);
    expect(noteOf(preview, "other-languages")[0]!.message.en).toContain("de");
    expect(noteOf(preview, "fields")[0]!.message.en).toContain("skos:altLabel");
  });

  const graph = [
    { "@id": "ex:s", "@type": "skos:ConceptScheme", "dct:title": { "@value": "Kader", "@language": "nl" } },
    { "@id": "ex:a", "@type": "skos:Concept", "skos:prefLabel": [{ "@value": "Gebied", "@language": "nl" }] },
    { "@id": "ex:b", "@type": ["skos:Concept"], "skos:prefLabel": { "@value": "Doen", "@language": "nl" }, "skos:broader": { "@id": "ex:a" } },
  ];
  const spaces = { skos: "http://www.w3.org/2004/02/skos/core#", dct: "http://purl.org/dc/terms/", ex: "https://ex.example/" };
  const whole = (name: string) => name.replace(/^(skos|dct|ex):/, (_, prefix: "skos" | "dct" | "ex") => spaces[prefix]);
  const expanded = graph.map((node) => Object.fromEntries(Object.entries(node).map(([key, value]) => [whole(key), key.startsWith("@") ? [value].flat().map((each) => whole(each as string)) : [value].flat().map((each) => (typeof each === "object" && "@id" in each ? { "@id": whole(each["@id"] as string) } : each))]))).map((node) => ({ ...node, "@id": (node["@id"] as string[])[0] }));
  test.each([
    ["a graph with prefixes", { "@context": spaces, "@graph": graph }],
    ["expanded", expanded],
    ["terms with a map by language", { "@context": { ...spaces, id: "@id", type: "@type", label: { "@id": "skos:prefLabel", "@container": "@language" }, up: { "@id": "skos:broader", "@type": "@id" } }, "@graph": [{ id: "ex:s", type: "skos:ConceptScheme", "dct:title": { nl: "Kader" } }, { id: "ex:a", type: "skos:Concept", label: { nl: "Gebied" } }, { id: "ex:b", type: "skos:Concept", label: { nl: "Doen", de: "Tun" }, up: "ex:a" }] }],
    ["a vocabulary and one language", { "@context": { "@vocab": spaces.skos, "@language": "nl", title: "http://purl.org/dc/terms/title", ex: spaces.ex }, "@graph": [{ "@id": "ex:s", "@type": "ConceptScheme", title: "Kader" }, { "@id": "ex:a", "@type": "Concept", prefLabel: "Gebied" }, { "@id": "ex:b", "@type": "Concept", prefLabel: "Doen", broader: { "@id": "ex:a" } }] }],
    ["nested, with a context that is not here", { "@context": "https://elsewhere.example/context.json", id: "https://ex.example/s", type: "ConceptScheme", title: { nl: "Kader" }, hasTopConcept: [{ id: "https://ex.example/a", type: "Concept", prefLabel: { nl: "Gebied" }, narrower: [{ id: "https://ex.example/b", type: "Concept", prefLabel: { nl: "Doen" } }] }] }],
    ["turned round", { "@context": { ...spaces, children: { "@reverse": "skos:broader" } }, "@graph": [graph[0], { ...graph[1], children: [{ "@id": "ex:b", "@type": "skos:Concept", "skos:prefLabel": { "@value": "Doen", "@language": "nl" } }] }] }],
  ])("JSON-LD: %s", (_, json) => {
    const preview = imported(json);
    expect(preview.format).toBe("skos");
    expect(preview.framework).toMatchObject({ title: "Kader", languages: ["nl"] });
    expect(treeOf(preview)).toEqual(["a", "  b"]);
  });

  test("labels of SKOS-XL, a second parent, a circle and another scheme", () => {
    const preview = imported(`${turtle}
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
<urn:k:x> a skos:Concept ; xl:prefLabel [ xl:literalForm "Uit een ding"@nl ] ; skos:broader <https://kader.example.nl/vb/A>, <https://kader.example.nl/vb/A.2> .
<https://kader.example.nl/vb/A> skos:broader <urn:k:x> . <urn:other> a skos:ConceptScheme .`);
    expect(treeOf(preview)).toEqual(["x", "  A", "    A.2", "    A.10"]);
    expect(codesOf(preview.repairs)).toEqual(expect.arrayContaining(["second-parent", "cycle"]));
    expect(codesOf(preview.losses)).toContain("more-frameworks");
  });

  test("Turtle that stops half way is refused with its line", () => {
    expect(tried(turtle.slice(0, 700))).toMatchObject({ preview: null, where: expect.stringMatching(/line \d+/) as string });
  });
});

const digcomp = (text: (nl: string, en: string) => object, more: object[] = []) => ({
  "@context": { CompetenceArea: "CompetenceArea" },
  "@graph": [
    { "@type": "CompetenceArea", "@id": "CompetenceArea/1", ...text("Informatie vinden en gebruiken", "Finding and using information") },
    { "@type": "Competence", "@id": "Competence/1.1", competence_area_id: "CompetenceArea/1", ...text("Zoeken in de stad van het web", "Searching the city of the web") },
    ...[["Basic_1", "Basis", "Basic"], ["Basic_2", "Basis", "Basic"], ["Highly advanced_7", "Zeer ver", "Highly advanced"]].map(([id, nl, en]) => ({ "@type": "ProficiencyLevel", "@id": `ProficiencyLevel/${id}`, four_levels_name: en, four_levels_name_nl: nl, six_levels_mapping: "A1" })),
    ...[["01", "Basic", "Zoekt een beetje.", "Searches a little."], ["02", "Basic", "Zoekt wat meer.", "Searches a bit more."], ["03", "Highly advanced", "Zoekt het best.", "Searches best of all."]].map(([id, level, nl, en]) => ({ "@type": "CompetenceStatement", "@id": `CompetenceStatement/CS1.1.${id}`, competence_id: "Competence/1.1", four_levels_proficiency_name: `ProficiencyLevel/${level}`, description: en, description_nl: nl, ai_label: "AI-Implicit" })),
    { "@type": "LearningOutcome", "@id": "LearningOutcome/LO1", description: "x" },
    ...more,
  ],
});

describe("DigComp's data supplement", () => {
  const bilingual = digcomp((nl, en) => ({ name: en, name_nl: nl, description: `To do: ${en}.`, description_nl: `Doen: ${nl}.` }));

  test("areas, competences and the four levels with all their statements, in both languages", () => {
    const preview = imported(bilingual);
    expect(preview.format).toBe("digcomp-jsonld");
    expect(preview.framework).toEqual({ title: "DigComp 3.0", languages: ["nl", "en"], counts: { nodes: 2, byDepth: [1, 1], levels: 2 } });
    expect(treeOf(preview)).toEqual(["1", "  1.1"]);
    expect(nodeOf(preview, "1.1").title).toEqual({ nl: "Zoeken in de stad van het web", en: "Searching the city of the web" });
    expect(nodeOf(preview, "1.1").levels!.map(({ statement }) => statement)).toEqual([{ nl: "Zoekt een beetje.\nZoekt wat meer.", en: "Searches a little.\nSearches a bit more." }, { nl: "Zoekt het best.", en: "Searches best of all." }]);
    expect(noteOf(preview, "other-parts")[0]!.message.en).toContain("1 × LearningOutcome");
    expect(noteOf(preview, "fields")[0]!.message.en).toContain("ai_label");
  });

  test("a file per language is joined by id", () => {
    const only = (language: "nl" | "en") => ({ "@context": { "@language": language }, "@graph": digcomp((nl, en) => ({ name: language === "nl" ? nl : en }))["@graph"].map((node) => Object.fromEntries(Object.entries(node).flatMap(([key, value]) => (key.endsWith("_nl") ? [] : [[key, language === "nl" && `${key}_nl` in node ? (node as Record<string, unknown>)[`${key}_nl`] : value]])))) });
    // Levels are referred to by their English name, also in translations.
    const preview = importedAll([["en.jsonld", only("en")], ["nl.jsonld", digcomp((nl, en) => ({ name: en, name_nl: nl }))]]);
    expect(preview.framework).toMatchObject({ languages: ["nl", "en"], counts: { nodes: 2, levels: 2 } });
    expect(nodeOf(preview, "1.1").title).toEqual({ nl: "Zoeken in de stad van het web", en: "Searching the city of the web" });
    expect(noteOf(preview, "joined")[0]!.message.nl).toContain("2 onderdelen");
    expect(imported(only("en")).framework).toMatchObject({ languages: ["en"], counts: { levels: 2 } });
  });
});
