import { describe, expect, test } from "vitest";
import { wordingFor } from "#app/domain/framework/framework.ts";
import { bytesOf, codesOf, idsOf, imported, nodeOf, noteOf, treeOf } from "./importing.ts";

const table = (...rows: string[]) => `id;ouder;titel;omschrijving\n${rows.join("\n")}\n`;

describe("what is mended", () => {
  test("the same id, also in other case or with blanks: each gets its own, and children keep the first", () => {
    const preview = imported(table("a;;Gebied een van de school", "a;;Gebied twee", "A;;Gebied drie", "b;a;Onder het eerste"));
    expect(treeOf(preview)).toEqual(["a", "  b", "a-2", "A-3"]);
    expect(noteOf(preview, "duplicate-id").map(({ message }) => message.nl)).toEqual([expect.stringContaining("“a-2”"), expect.stringContaining("“A-3”")]);
  });

  test("ids that cannot be ids get one that stays the same, and the note names the old one", () => {
    const rows = table("é è/ü;;Gebied van de school", "__proto__;;Een", "constructor;;Twee", `${"x".repeat(70)}1;;Drie`, `${"x".repeat(70)}2;;Vier`, "漢字;;Vijf", "é è/ü-kind;é è/ü;Zes");
    const ids = idsOf(imported(rows).document.nodes);
    expect(ids).toEqual(idsOf(imported(rows).document.nodes));
    expect(new Set(ids).size).toBe(7);
    expect(ids.slice(0, 2)).toEqual(["e-e-u", "e-e-u-kind"]);
    expect(ids).toContain("constructor-2");
    expect(noteOf(imported(rows), "id-replaced")).toHaveLength(7);
    expect(noteOf(imported(rows), "id-replaced")[0]!.message.en).toContain("“é è/ü”");
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  test("a circle is taken apart at its last step and printed", () => {
    const preview = imported(table("a;c;Een van de school", "b;a;Twee", "c;b;Drie", "d;d;Vier", "e;b;Vijf"));
    expect(treeOf(preview)).toEqual(["c", "  a", "    b", "      e", "d"]);
    expect(noteOf(preview, "cycle").map(({ message }) => /: (.*?)\./.exec(message.nl)![1])).toEqual(["c < b < a < c", "d < d"]);
  });

  test("a circle of five thousand is taken apart too", () => {
    const rows = Array.from({ length: 5_000 }, (_, nth) => `n${nth};n${(nth + 4_999) % 5_000};Stap ${nth}`);
    const began = performance.now();
    const preview = imported(table(...rows));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(preview.framework.counts).toMatchObject({ nodes: 5_000, byDepth: [1, 1, 1, 1, 1, 4_995] });
    expect(codesOf(preview.losses)).toContain("too-deep");
    expect(noteOf(preview, "cycle")).toHaveLength(1);
  });

  test("what belongs under nothing stands at the top", () => {
    const preview = imported(table("a;zoek;Een van de school", "b;a;Twee"));
    expect(treeOf(preview)).toEqual(["a", "  b"]);
    expect(noteOf(preview, "unknown-parent")[0]!.message.nl).toContain("“zoek”");
  });

  test("the seventh layer comes into the sixth, behind what it stood under", () => {
    const rows = Array.from({ length: 8 }, (_, nth) => `n${nth + 1};${nth === 0 ? "" : `n${nth}`};Laag ${nth + 1} van de school`);
    const preview = imported(table(...rows, "z;n5;Laatste"));
    expect(treeOf(preview).slice(4)).toEqual(["        n5", "          n6", "          n7", "          n8", "          z"]);
    expect(noteOf(preview, "too-deep")[0]!.message.en).toContain("2 items");
  });

  test("long texts: a title keeps its whole in the description, a description is cut with its length", () => {
    const preview = imported(table(`a;;${"Een lange titel van de school ".repeat(10)};Uitleg`, `b;;Kort;${"zin ".repeat(400)}`));
    expect(nodeOf(preview, "a").title.nl).toMatch(/^Een lange titel .*…$/);
    expect(nodeOf(preview, "a").title.nl.length).toBeLessThanOrEqual(200);
    expect(nodeOf(preview, "a").description.nl).toMatch(/^(Een lange titel van de school ?){10}\n\nUitleg$/);
    expect(codesOf(preview.repairs)).toContain("title-shortened");
    expect(noteOf(preview, "text-cut")).toMatchObject([{ where: "b", message: { nl: "Deze tekst telt 1599 tekens en is ingekort." } }]);
  });

  test("a title of a megabyte, and nothing but a script", () => {
    const preview = imported(table(`a;;${"x".repeat(1_048_576)}`, "b;;<script>alert(1)</script>", "c;;Gewoon"));
    expect(nodeOf(preview, "a").title.nl).toHaveLength(200);
    expect(nodeOf(preview, "b").title.nl).toBe("b");
    expect(JSON.stringify(preview.document)).not.toContain("alert");
  });

  test.each([
    ["HTML", "<p>Deelt &eacute;&eacute;n&nbsp;ding</p><ul><li>a<li>b</ul>", "Deelt één ding\n• a\n• b"],
    ["a list with numbers", "<ol><li>een</li><li>twee</li></ol>", "1. een\n2. twee"],
    ["scripts, styles and what they hide", "voor<script>alert('x')</script><style>p{}</style><iframe src=x>y</iframe> na", "voor na"],
    ["an event and a link that does something", '<a href="javascript:alert(1)" onclick="x()">lees</a>', "lees"],
    ["a comment", "a<!-- weg -->b", "ab"],
    ["signs that are no markup", "5 < 6 en x<y of z>q & R&D", "5 < 6 en x<y of z>q & R&D"],
    ["a place to fill in", "Hallo <naam>, welkom", "Hallo <naam>, welkom"],
    ["letters of Windows in UTF-8", "collega\u0092s \u0080 5", "collega’s € 5"],
    ["control and direction characters", "a\u0000b\u202ec\u2066d\u200ee\u0007f", "abcdef"],
    ["half a character", "a\ud83cb", "ab"],
    ["emoji and zero-width joiners", "👩‍🏫 é 李", "👩‍🏫 é 李"],
  ])("texts: %s", (_, raw, plain) => {
    const json = [{ id: "a", title: "Van de school", description: raw }];
    expect(nodeOf(imported(json), "a").description.nl).toBe(plain);
  });

  test("what was taken out is said", () => {
    expect(codesOf(imported([{ id: "a", title: "<b>Van</b> de school\u202e<script>1</script>" }]).repairs)).toEqual(expect.arrayContaining(["markup", "script-removed", "control-characters"]));
  });
});

test("an item with a title only is asked without saying it twice", () => {
  const { document } = imported(table("a;;Delen van de school;", "b;;Overleggen;Met ouders"));
  const words = document.nodes.map((node) => wordingFor(document, document.instruments[0]!, node, "leraar", "groepsleerkracht"));
  expect(words.map(({ title, description }) => [title.nl, description?.nl ?? null])).toEqual([["Delen van de school", null], ["Overleggen", "Met ouders"]]);
  expect(words[0]!.levels.map(({ level, statement, nextStep }) => [level, statement.nl, nextStep])).toEqual([["not", "Ik doe dit nog niet.", null], ["partly", "Ik doe een deel hiervan.", null], ["fully", "Ik doe dit helemaal.", null]]);
});

describe("encodings", () => {
  const text = table("a;;Café van Renée – “één”;Jörg €");
  const windows = Uint8Array.from([...text].map((letter) => ({ "–": 0x96, "“": 0x93, "”": 0x94, "€": 0x80 })[letter] ?? letter.charCodeAt(0)));
  const wide = (order: "le" | "be", mark: boolean) => {
    const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
    return Uint8Array.from(order === "le" ? bytes : bytes.swap16());
  };
  test.each([
    ["UTF-8", bytesOf(text), null],
    ["UTF-8 with a mark", bytesOf(`\ufeff${text}`), null],
    ["UTF-16 little end first", wide("le", true), /UTF-16/],
    ["UTF-16 big end first", wide("be", true), /UTF-16/],
    ["UTF-16 without a mark", wide("le", false), /UTF-16/],
    ["UTF-16 without a mark, big end first", wide("be", false), /UTF-16/],
    ["Windows-1252", windows, /in Windows-1252/],
    ["both in one file", Uint8Array.from([...bytesOf(text), ...windows.slice(windows.indexOf(0x0a) + 1).map((byte, nth) => (nth === 0 ? 0x62 : byte))]), /UTF-8 \+ Windows-1252 \(9\)/],
  ])("%s", (_, bytes, said) => {
    const preview = imported(bytes);
    expect(nodeOf(preview, "a").title.nl).toBe("Café van Renée – “één”");
    expect(nodeOf(preview, "a").description.nl).toBe("Jörg €");
    for (const id of idsOf(preview.document.nodes)) expect(nodeOf(preview, id).title.nl).toBe("Café van Renée – “één”");
    if (said) expect(noteOf(preview, "encoding")[0]!.message.en).toMatch(said);
    else expect(noteOf(preview, "encoding")).toEqual([]);
  });
});

describe("languages", () => {
  test("another language is kept and said; it stands as English", () => {
    const preview = imported([{ id: "a", title: { ja: "基本", fr: "Base" } }, { id: "b", title: { ja: "応用" } }]);
    expect(preview.framework.languages).toEqual(["en"]);
    expect(preview.document.nodes.map(({ title }) => title.en)).toEqual(["基本", "応用"]);
    expect(noteOf(preview, "foreign-language")[0]!.message.en).toContain("(ja)");
    expect(noteOf(preview, "other-languages")[0]!.message.en).toContain("fr");
  });

  test.each([
    ["CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0", true],
    ["https://creativecommons.org/licenses/by-nd/3.0/nl/", "CC-BY-ND-3.0", false],
    ["Creative Commons Naamsvermelding-GelijkDelen 4.0", "CC-BY-SA-4.0", true],
    ["CC BY-SA 3.0 IGO", "CC-BY-SA-3.0-IGO", true],
    ["http://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", true],
    ["Alle rechten voorbehouden", "not-verified", null],
    ["", "not-verified", null],
  ])("licence: %s", (licence, id, adaptationAllowed) => {
    expect(imported({ title: "Kader", licence, items: [{ title: "Delen" }] }).document.licence).toMatchObject({ id, adaptationAllowed });
  });
});
