import { Parser } from "n3";
import { describe, expect, test } from "vitest";
import { exported } from "#app/domain/interchange/export.ts";
import { exportFileName, exportFormats } from "#app/domain/interchange/export-format.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { lossesOf, lossSentences } from "#app/domain/interchange/export-losses.ts";
import { sheetsFrom } from "#app/domain/interchange/xlsx.ts";
import { triplesFromJsonLd } from "#app/domain/interchange/json-ld.ts";
import { toSkos } from "#app/domain/interchange/to-skos.ts";
import { toTurtle } from "#app/domain/interchange/to-turtle.ts";
import { alone, changed, choice, library, sourceOf, textOf } from "./exporting.ts";

const skos = "http://www.w3.org/2004/02/skos/core#";

describe("SKOS", () => {
  const source = sourceOf("digcompedu", "2017.2.0");
  const quads = new Parser().parse(textOf(source, choice("skos")));
  const of = (subject: string, property: string) => quads.filter((quad) => quad.subject.value === subject && quad.predicate.value === property).map(({ object }) => object);

  test("is Turtle that holds: labels in both languages, the tree both ways, the licence or its words, the version", () => {
    const concept = "urn:x-groeikompas:digcompedu:1.1";
    expect(of(concept, `${skos}prefLabel`).map((label) => (label as { language?: string }).language)).toEqual(["nl", "en"]);
    expect(of(concept, `${skos}notation`)[0]!.value).toBe("1.1");
    expect(of(concept, `${skos}broader`)[0]!.value).toBe("urn:x-groeikompas:digcompedu:1");
    expect(of("urn:x-groeikompas:digcompedu:1", `${skos}narrower`).map(({ value }) => value)).toContain(concept);
    const scheme = "urn:x-groeikompas:scheme:digcompedu:2017.2.0";
    expect(of(scheme, "http://www.w3.org/2002/07/owl#versionInfo")[0]!.value).toBe("2017.2.0");
    expect(of(scheme, "http://purl.org/dc/terms/replaces")[0]!.value).toBe("urn:x-groeikompas:scheme:digcompedu:2017.1.0");
    expect(of(scheme, "http://purl.org/dc/terms/rights").length).toBeGreaterThan(0);
    expect(new Parser().parse(textOf(sourceOf("unesco-ai-cft", "2024.1.0"), choice("skos"))).find(({ predicate }) => predicate.value === "http://purl.org/dc/terms/license")!.object.value).toContain("creativecommons.org");
  });

  test("has the levels as an ordered list outside the tree, lowest first", () => {
    const [list] = of("urn:x-groeikompas:digcompedu:scale:digcompedu-levels".replace("digcompedu-levels", source.framework.scale!.id), `${skos}memberList`);
    const codes: string[] = [];
    for (let at = list!.value; !at.endsWith("#nil"); at = of(at, "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")[0]!.value) codes.push(of(of(at, "http://www.w3.org/1999/02/22-rdf-syntax-ns#first")[0]!.value, `${skos}notation`)[0]!.value);
    expect(codes).toEqual(["A1", "A2", "B1", "B2", "C1", "C2"]);
  });

  test("says a crosswalk from its own side, whichever end it was written from", () => {
    const matches = quads.filter(({ predicate }) => /Match$/.test(predicate.value));
    expect(matches.length).toBeGreaterThan(20);
    for (const { subject } of matches) expect(subject.value).toMatch(/^urn:x-groeikompas:digcompedu:/);
    const there = new Parser().parse(textOf(sourceOf("unesco-ai-cft", "2024.1.0"), choice("skos"))).filter(({ predicate, object }) => /Match$/.test(predicate.value) && object.value.includes(":digcompedu:"));
    const turned: Record<string, string> = { broadMatch: "narrowMatch", narrowMatch: "broadMatch" };
    expect(there.length).toBeGreaterThan(5);
    for (const { subject, predicate, object } of there) {
      const name = predicate.value.slice(skos.length);
      expect(of(object.value, skos + (turned[name] ?? name)).map(({ value }) => value)).toContain(subject.value);
    }
  });

  test("says the same in JSON-LD, with nothing to fetch", () => {
    const json = JSON.parse(textOf(source, choice("skos", { syntax: "jsonld" }))) as { "@context": object };
    expect(Object.values(json["@context"]).every((each) => typeof each === "string")).toBe(true);
    const read = triplesFromJsonLd(json, "x");
    if (!read.ok) throw new Error(read.refusal.message.en);
    const plain = (subject: string, property: string, value: string, language: string) => (subject.startsWith("_:") || subject.startsWith("b") || value.startsWith("_:") || property.endsWith("#first") || property.endsWith("#rest") || property.endsWith("memberList") ? [] : [`${subject} ${property} ${value} ${language}`]);
    const turtle = quads.flatMap(({ subject, predicate, object }) => (object.termType === "BlankNode" ? [] : plain(subject.termType === "BlankNode" ? "_:" : subject.value, predicate.value, object.value, (object as { language?: string }).language ?? "")));
    const jsonld = read.value.flatMap(({ subject, property, value, language }) => plain(subject, property, value, language));
    expect(new Set(jsonld)).toEqual(new Set(turtle));
  });

  test("no text can break out of it", () => {
    const nasty = 'a"@nl . <urn:x> a "b\\" \\u0041 \u2028 \t 🌱';
    const things = toSkos(alone(changed("kennisnet-ict", "2023.1.0", (document) => void (document.title = { nl: nasty, en: nasty }))));
    const titles = new Parser().parse(toTurtle(things, ["line\nbreak <urn:x> a <urn:y> ."])).filter(({ predicate }) => predicate.value.endsWith("/title")).map(({ object }) => object.value);
    expect(new Set(titles)).toEqual(new Set([nasty.replace(/\s+/g, " ")]));
  });
});

describe("a table", () => {
  test("says where it comes from before it begins; no cell is a formula in a spreadsheet", () => {
    const source = alone(changed("kennisnet-ict", "2023.1.0", (document) => void (document.nodes = [{ ...document.nodes[0]!, title: { nl: "=1+1", en: "@x" } }])), { board: "b" });
    const csv = textOf(source, choice("csv", { language: "en" }));
    expect(csv).toContain("#title,");
    expect(csv).toContain("Stichting Kennisnet");
    expect(csv).toContain("'=1+1");
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
    expect(lossesOf("csv", source, "en").map(({ code }) => code)).toContain("formulas");
    expect(lossesOf("xlsx", source, "en").map(({ code }) => code)).not.toContain("formulas");
    const sheets = sheetsFrom(exported(source, choice("xlsx")), "x");
    expect(sheets.ok && sheets.value[0]!.rows.some(({ cells }) => cells.includes("=1+1"))).toBe(true);
  });

  test("the same framework gives the same bytes, in every format", () => {
    const source = sourceOf("po-personeel", "0.1.0");
    for (const format of exportFormats) expect(Buffer.compare(exported(source, choice(format)), exported(source, choice(format))), format).toBe(0);
  });
});

describe("what a format cannot carry", () => {
  test("is said of what this document has, and of nothing else", () => {
    const codes = (slug: string, version: string, format: (typeof exportFormats)[number]) => lossesOf(format, sourceOf(slug, version), "nl").map(({ code }) => code);
    expect(codes("digcompedu", "2017.2.0", "moodle")).toEqual(expect.arrayContaining(["level-texts", "examples", "instruments", "second-language", "proficient", "targets"]));
    expect(codes("digcompedu", "2017.1.0", "moodle")).not.toContain("instruments");
    expect(codes("unesco-ai-cft", "2024.1.0", "skos")).toEqual(expect.arrayContaining(["objectives", "progression", "variants"]));
    expect(codes("digcompedu", "2017.2.0", "skos")).not.toContain("objectives");
    expect(codes("digcompedu", "2017.2.0", "json")).toEqual(["targets", "crosswalks"]);
    const plain = alone(changed("digcompedu", "2017.1.0", () => {}));
    expect(lossesOf("json", plain, "nl")).toEqual([]);
    const oneLanguage = alone({ ...plain.framework, languages: ["nl"] });
    expect(lossesOf("moodle", oneLanguage, "nl").map(({ code }) => code)).not.toContain("second-language");
  });

  test("is said in as few sentences as can be, in both languages, and above the Turtle", () => {
    for (const { slug, version } of library.frameworks) {
      for (const format of exportFormats) {
        for (const language of ["nl", "en"] as const) {
          const sentences = lossSentences(lossesOf(format, sourceOf(slug, version), language), language);
          expect(sentences.length).toBeLessThanOrEqual(5);
          for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
        }
      }
    }
    expect(textOf(sourceOf("digcompedu", "2017.2.0"), choice("skos"))).toMatch(/^# .*\n# .*\n# Gaat niet mee: de zinnen per niveau, /);
  });
});

test("a licence that forbids, or none that was found, keeps a framework here; a board's own goes where the board wants", () => {
  const [open, unknown] = [sourceOf("digcompedu", "2017.2.0").framework, sourceOf("kennisnet-ict", "2023.1.0").framework];
  const forbidden = { ...open, licence: { ...open.licence, name: "CC BY-ND 4.0", adaptationAllowed: false } };
  expect([open, unknown, forbidden].map((framework) => mayLeave(framework, false).ok)).toEqual([true, false, false]);
  expect([unknown, forbidden].map((framework) => mayLeave(framework, true).ok)).toEqual([true, true]);
  const refusal = mayLeave(forbidden, false);
  expect(!refusal.ok && refusal.reason.en).toContain("CC BY-ND 4.0");
});

test("a file is named after what is in it", () => {
  const at = { slug: "digcompedu", version: "2017.2.0" };
  expect(exportFormats.map((format) => exportFileName(at, choice(format)))).toEqual(["digcompedu-2017.2.0.json", "digcompedu-2017.2.0.case.json", "digcompedu-2017.2.0.nl.xlsx", "digcompedu-2017.2.0.nl.csv", "digcompedu-2017.2.0.nl.moodle.csv", "digcompedu-2017.2.0.nl.matrix", "digcompedu-2017.2.0.ttl"]);
  expect(exportFileName(at, choice("skos", { syntax: "jsonld" }))).toBe("digcompedu-2017.2.0.jsonld");
});
