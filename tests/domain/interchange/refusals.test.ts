import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { importFramework, mostImportBytes } from "#app/domain/interchange/import.ts";
import { imported, tried, triedAll, workbook } from "./importing.ts";

const book = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries({ "xl/workbook.xml": '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>', "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>', ...parts }).map(([name, text]) => [name, strToU8(text)])));
const items = (count: number) => Array.from({ length: count }, (_, nth) => ({ id: `k${nth}`, title: `Kan ${nth}` }));

describe("what cannot be read is refused in one sentence, with its place", () => {
  const rows: readonly (readonly [id: string, what: string, content: string | Uint8Array | object, said: RegExp, where?: RegExp])[] = [
    ["A1", "empty", "", /empty/],
    ["A1", "blanks", " \r\n\t", /empty/],
    ["A1", "null", "null", /single value/],
    ["A1", "a text", '"x"', /single value/],
    ["A1", "a number", "12", /single value/],
    ["A1", "an empty list", "[]", /No list or tree/],
    ["A1", "an empty object", "{}", /No list or tree/],
    ["A1", "JSON that stops", '{"CFDocument":{"title":"a"},\n"CFItems":[{', /unexpected end/, /line 2, column 13/],
    ["A1", "a comma too many", '{"a":1,}', /unexpected character/, /line 1, column 8/],
    ["A1", "a quote that is not closed", 'id,titel\na,"b\nc,d\n', /quote is not closed/, /line \d/],
    ["A4", "ten thousand brackets", `${'[{"items":'.repeat(10_000)}1${"}]".repeat(10_000)}`, /more than 100 deep/],
    ["A6", "5,001 items", items(5_001), /at most|more than 5000/],
    ["A6", "100,000 items", items(100_000), /more than 5000/],
    ["A6", "100,000 rows", `titel\n${"Rij van de school\n".repeat(100_000)}`, /more than 20000 rows/],
    ["A6", "600 columns", `titel${",x".repeat(600)}\na${",b".repeat(600)}\n`, /more than 500 columns/],
    ["A8", "a field twice", '{"items":[{"title":"a","title":"b"}]}', /stands twice/, /line 1/],
    ["", "a package without items", { CFDocument: { title: "Leeg" }, CFItems: [] }, /not a single item/],
    ["", "a .matrix without standards", { framework: { name: "x", standards: [] } }, /not a single item/],
    ["", "a scheme without concepts", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:s> a skos:ConceptScheme .", /not a single concept/],
    ["", "XML", '<?xml version="1.0"?><rdf:RDF/>', /XML or HTML/],
    ["", "a web page", "<!DOCTYPE html><p>x", /XML or HTML/],
    ["", "a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 400 }, (_, nth) => (nth * 37) % 9)]), /no text file/],
    ["B11", "an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old Excel/],
    ["B11", "another archive", zipSync({ "a.txt": strToU8("x") }), /damaged or is no \.xlsx/],
    ["B11", "an archive that stops", workbook({ A: [["titel"], ["Delen"]] }).slice(0, 300), /damaged/],
    ["B11", "an empty workbook", book({ "xl/worksheets/sheet1.xml": "<worksheet/>" }), /no filled sheet/],
    ["B11", "a workbook of 60 MB", book({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(1_300_000)}</sheetData></worksheet>` }), /too large when unpacked/],
    ["B11", "half a million cells", book({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${`<row>${"<c><v>1</v></c>".repeat(400)}</row>`.repeat(1_200)}</sheetData></worksheet>` }), /too large when unpacked/],
  ];
  test.each(rows.map(([id, what, content, said, where]) => ({ id, what, content, said, where })))("$id $what", ({ content, said, where }) => {
    const began = performance.now();
    const { preview, ...refusal } = tried(content);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(preview).toBeNull();
    expect(refusal.said).toMatch(said);
    if (where) expect(refusal.where).toMatch(where);
  });

  test("A6: 50 MB is refused before it is read", () => {
    const bytes = new Uint8Array(50 * 1_048_576);
    const before = process.memoryUsage().arrayBuffers;
    const began = performance.now();
    const read = importFramework([{ name: "x", bytes }], { today: "2027-01-15", map: null });
    expect(performance.now() - began).toBeLessThan(200);
    expect(read).toMatchObject({ ok: false, refusal: { message: { en: expect.stringContaining(`${mostImportBytes / 1_048_576} MB`) as string } } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_048_576);
  });

  test("a size in the archive that is a lie unpacks to no more than it says", () => {
    const bytes = book({ "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>titel</t></is></c></row>'.repeat(200_000)}</sheetData></worksheet>` });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // In the central directory the size when unpacked stands 24 bytes in.
    for (let at = 0; at + 46 < bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 1_000, true);
    const before = process.memoryUsage().rss;
    expect(tried(bytes).preview).toBeNull();
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1_048_576);
  });

  test("no file, eleven files, and a file of ours with one of somebody else's", () => {
    expect(triedAll([]).said).toMatch(/No file/);
    expect(triedAll(Array.from({ length: 11 }, () => ["a.csv", "id,titel\na,b\n"] as const)).said).toMatch(/11 files/);
    const ours = imported("id,titel\na,Delen van werk\n").document;
    expect(triedAll([["a.json", ours], ["b.csv", "id,titel\na,b\n"]]).said).toMatch(/cannot be joined/);
  });

  test("A8: __proto__ in a file changes nothing", () => {
    const preview = imported('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[{"id":"__proto__","title":"Delen","__proto__":{"polluted":1}},{"id":"toString","title":"Meer"}]}');
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(preview.document.nodes.map(({ id }) => id)).toEqual(["proto__", "toString-2"]);
  });
});
