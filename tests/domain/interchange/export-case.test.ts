import { describe, expect, test } from "vitest";
import { competencesOf } from "#app/domain/framework/framework.ts";
import { toCase } from "#app/domain/interchange/to-case.ts";
import { uuidOf } from "#app/services/export.server.ts";
import { misfits, packageShape } from "./case-shape.ts";
import { alone, changed, library, sourceOf } from "./exporting.ts";

const base = "https://kader.example.nl";
const shipped = library.frameworks.map(({ slug, version }) => [slug, version] as const);

describe("a CASE 1.1 package", () => {
  test.each(shipped)("of %s %s has the shape of the standard, and every identifier once", (slug, version) => {
    for (const at of [null, base]) {
      const made = toCase(sourceOf(slug, version, { base: at }));
      expect(misfits(packageShape, JSON.parse(JSON.stringify(made)))).toEqual([]);
      const rubrics = made.CFRubrics.flatMap((rubric) => [rubric, ...rubric.CFRubricCriteria.flatMap((criterion) => [criterion, ...criterion.CFRubricCriterionLevels])]);
      const ids = [made.CFDocument, ...made.CFItems, ...made.CFAssociations, ...rubrics, ...Object.values(made.CFDefinitions).flat()].map(({ identifier }) => identifier);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("the shape is strict: a document's address inside an item is a misfit", () => {
    const made = toCase(sourceOf("digcompedu", "2017.2.0"));
    const item = { ...made.CFItems[0]!, CFDocumentURI: made.CFDocument.licenseURI };
    expect(misfits(packageShape, { ...made, CFItems: [item] })).toEqual([expect.stringContaining("CFDocumentURI")]);
    expect(misfits(packageShape, { ...made, CFDocument: { ...made.CFDocument, title: "two\nlines" } })).toEqual([expect.stringContaining("CFDocument.title")]);
  });

  test("identifiers are for ever: these stand in other people's systems", () => {
    const { CFDocument, CFItems } = toCase(sourceOf("digcompedu", "2017.2.0"));
    expect(uuidOf("")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(CFDocument.identifier).toBe(uuidOf("digcompedu@2017.2.0"));
    expect(CFItems.find(({ humanCodingScheme, language }) => humanCodingScheme === "1.1" && language === "en")!.identifier).toBe(uuidOf("digcompedu@2017.2.0/item/1.1/en"));
    expect([CFDocument.identifier, CFItems[0]!.identifier]).toEqual(["73d60dd7-63cf-522e-a392-4f2265e4556a", "bffb35b3-3350-501e-a343-1d4166eaeb91"]);
  });

  test("a board's own document has other identifiers than another board's, and no public address", () => {
    const framework = changed("digcompedu", "2017.2.0", (document) => void (document.slug = "eigen"));
    const [one, other] = ["a", "b"].map((board) => toCase(alone(framework, { board, base })));
    expect(one!.CFDocument.identifier).not.toBe(other!.CFDocument.identifier);
    expect(JSON.stringify(one)).not.toContain(`${base}/ims`);
    expect(one!.CFDocument.uri).toBe(`urn:uuid:${one!.CFDocument.identifier}`);
  });

  test("the tree is in the associations, in order, under the document; a translation hangs on what it translates", () => {
    const { CFDocument, CFItems, CFAssociations } = toCase(sourceOf("kennisnet-ict", "2023.1.0"));
    const children = (id: string) => CFAssociations.filter(({ associationType, destinationNodeURI }) => associationType === "isChildOf" && destinationNodeURI.identifier === id);
    const areas = children(CFDocument.identifier);
    expect(areas.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2, 3, 4]);
    expect(areas.flatMap(({ originNodeURI }) => children(originNodeURI.identifier))).toHaveLength(16);
    const translated = CFAssociations.filter(({ associationType }) => associationType === "isTranslationOf");
    const languageOf = (id: string) => CFItems.find(({ identifier }) => identifier === id)?.language;
    expect(translated).toHaveLength(20);
    for (const { originNodeURI, destinationNodeURI } of translated) expect([languageOf(originNodeURI.identifier), languageOf(destinationNodeURI.identifier)]).toEqual(["nl", "en"]);
  });

  test("a rubric per instrument and language, with the sentence, the score and the next step of every level", () => {
    const source = sourceOf("digcompedu", "2017.2.0");
    const { CFRubrics } = toCase(source);
    expect(CFRubrics.map(({ extensions }) => [extensions.groeikompas["instrument"], extensions.groeikompas["language"]])).toEqual([["statements", "nl"], ["statements", "en"], ["checkin", "nl"], ["checkin", "en"]]);
    const { node } = competencesOf(source.framework)[0]!;
    const [first] = CFRubrics[1]!.CFRubricCriteria;
    expect(first!.CFRubricCriterionLevels.map(({ quality, description, feedback, score }) => [quality, description, feedback, score])).toEqual(
      source.framework.scale!.levels.map(({ code, title }, nth) => [`${code} ${title.en}`, node.levels![nth]!.statement!.en, node.levels![nth]!.nextStep?.en, nth + 1]),
    );
    expect(CFRubrics[2]!.CFRubricCriteria[0]!.CFRubricCriterionLevels.map(({ score }) => score)).toEqual([0, 1, 2, 3, 4]);
    expect(CFRubrics[0]!.CFRubricCriteria[0]!.extensions?.groeikompas["targets"]).toContainEqual(expect.objectContaining({ family: "leraar", profile: "digcompedu-po@1.1.0" }));
  });

  test("a crosswalk says which way it goes: a part is a part of the whole, from whichever end it was written", () => {
    const { CFAssociations } = toCase(sourceOf("digcompedu", "2017.2.0", { base }));
    const relations = CFAssociations.flatMap(({ extensions, ...rest }) => (extensions?.groeikompas["skos"] ? [{ ...rest, said: extensions.groeikompas }] : []));
    expect(relations.length).toBeGreaterThan(20);
    for (const { associationType, originNodeURI, destinationNodeURI, said, notes } of relations) {
      expect(associationType).toBe({ exact: "exactMatchOf", close: "isPeerOf", related: "isRelatedTo", broader: "isPartOf", narrower: "isPartOf" }[said["relation"] as string]);
      const ownIsSource = (said["source"] as string).startsWith("digcompedu:");
      const ownIsOrigin = originNodeURI.uri.includes("/CFItems/") && toOwn(originNodeURI.identifier);
      expect(ownIsOrigin).toBe(said["relation"] === "broader" ? !ownIsSource : ownIsSource);
      expect(notes).toBe((said["reason"] as { nl: string }).nl);
      expect([originNodeURI, destinationNodeURI].some(({ identifier }) => toOwn(identifier))).toBe(true);
    }
    // What may not leave has no address with us.
    const closed = CFAssociations.flatMap(({ originNodeURI, destinationNodeURI }) => [originNodeURI, destinationNodeURI]).filter(({ targetType }) => targetType === "ext:not-public");
    expect(closed.length).toBeGreaterThan(0);
    for (const { uri } of closed) expect(uri).toMatch(/^urn:uuid:/);
  });
  const own = new Set(toCase(sourceOf("digcompedu", "2017.2.0")).CFItems.map(({ identifier }) => identifier));
  const toOwn = (id: string) => own.has(id);

  test("a newer version says what took the place of each older item", () => {
    const [before, after] = ["2017.1.0", "2017.2.0"].map((version) => toCase(sourceOf("digcompedu", version)));
    expect(before!.CFAssociations.some(({ associationType }) => associationType === "replacedBy")).toBe(false);
    const replaced = after!.CFAssociations.filter(({ associationType }) => associationType === "replacedBy");
    expect(replaced).toHaveLength(28);
    const ids = [before, after].map((made) => new Map(made!.CFItems.map((item) => [item.identifier, item.humanCodingScheme])));
    for (const { originNodeURI, destinationNodeURI } of replaced) {
      expect(ids[0]!.get(originNodeURI.identifier)).toBeDefined();
      expect(ids[1]!.get(destinationNodeURI.identifier)).toBe(ids[0]!.get(originNodeURI.identifier));
    }
  });

  test("links of the source keep their kind; what is no address becomes one", () => {
    const framework = changed("kennisnet-ict", "2023.1.0", (document) => {
      const links = [{ relation: "precedes", target: "#1.1" }, { relation: "narrower", target: "urn:x:a b<c>" }, { relation: "other", target: "ABC 1%" }, { relation: "exact", target: "https://example.org/ü", title: "Ü" }];
      document.nodes = document.nodes.map((node, nth) => (nth === 0 ? { ...node, id: "1", children: node.children!.map((child, place) => (place === 0 ? { ...child, id: "1.1", links: links as never } : child)) } : node));
    });
    const { CFAssociations } = toCase(alone(framework));
    const found = CFAssociations.filter(({ extensions }) => extensions?.groeikompas["relation"] !== undefined);
    expect(found.map(({ associationType, originNodeURI, destinationNodeURI }) => [associationType, originNodeURI.uri.slice(0, 12), destinationNodeURI.uri.slice(0, 40)])).toEqual([
      ["precedes", "urn:uuid:" + originOf(CFAssociations), expect.stringMatching(/^urn:uuid:/)],
      ["isPartOf", "urn:x:a%20b%", expect.stringMatching(/^urn:uuid:/)],
      ["ext:other", expect.stringMatching(/^urn:uuid:/), "urn:x-code:ABC%201%25"],
      ["exactMatchOf", expect.stringMatching(/^urn:uuid:/), "https://example.org/%C3%BC"],
    ]);
  });
  const originOf = (associations: ReturnType<typeof toCase>["CFAssociations"]) => associations.find(({ associationType }) => associationType === "precedes")!.originNodeURI.identifier.slice(0, 3);
});
