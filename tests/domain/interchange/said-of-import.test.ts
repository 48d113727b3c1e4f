import { describe, expect, test } from "vitest";
import { broughtIn } from "#app/domain/desk/begin.ts";
import { mapFrom, proposedMap } from "#app/domain/desk/import-map.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { imported, noteOf, treeOf, tried } from "./importing.ts";

const beginner = { board: "Stichting Test", today: "2026-11-16", slug: "eigen-test" };

describe("what is said of a table that is brought in", () => {
  test("the columns are named in the reader's language, those of the levels together", () => {
    const [note] = noteOf(imported("Code;Titel;Niveau 1;Niveau 2\n1;Samen leren;;\n1.1;Kennis delen;Ik weet wie;Ik laat het zien\n"), "mapping");
    expect(note!.message.nl).toContain("code = Code, titel = Titel, tekst per niveau = Niveau 1 + Niveau 2.");
    expect(note!.message.en).toContain("code = Code, title = Titel, level text = Niveau 1 + Niveau 2.");
  });

  test("an item whose code belongs under one that is not there is named", () => {
    const preview = imported("Code;Titel\n1;Samen leren\n1.1;Kennis delen\n3.1;Zonder gebied\n");
    expect(noteOf(preview, "code-without-parent")).toMatchObject([{ where: "3.1", message: { nl: expect.stringContaining("“3”") as string } }]);
    expect(noteOf(imported("Code;Titel\n1.1;Kennis delen\n2.1;Nieuws volgen\n"), "code-without-parent")).toEqual([]);
  });

  test("the competences without a text for every level are named, three at most", () => {
    const rows = ["1.1;Delen;Ik deel;", "1.2;Volgen;;Ik volg", "1.3;Kiezen;;Ik kies", "1.4;Maken;Ik maak;", "1.5;Delen;Ik deel;Ik deel meer"];
    const [note] = noteOf(imported(`Code;Titel;Niveau 1;Niveau 2\n1;Samen;;\n${rows.join("\n")}\n`), "levels-missing");
    expect(note!.message.nl).toBe("4 competenties hebben niet voor elk niveau een tekst: “Delen”, “Volgen”, “Kiezen” en nog 1. Daar staan de woorden van de schaal.");
  });

  test("a text is no framework, and it is said what can be read", () => {
    expect(tried("Dit is gewoon een stukje tekst.").said).toMatch(/ordinary text.*table/);
    expect(tried("Code;Titel\n").said).toContain("no rows");
  });

  test("a few Dutch words under Dutch headings are Dutch", () => {
    expect(imported("Code;Titel\n1;Communicatie\n1.1;Presentatie\n").framework.languages).toEqual(["nl"]);
    expect(imported("Code;Title\n1;Communicatie\n1.1;Presentatie\n").framework.languages).toEqual(["en"]);
  });
});

test.each([
  ["a parent", "Id;Ouder;Code;Titel;Beschrijving\ng;;1;Samenwerken;Over samen\nb;g;1.1;Delen;Over delen\n"],
  ["codes and levels", "Code;Titel;Niveau 1;Niveau 2\n1;Samen leren;;\n1.1;Kennis delen;Ik weet wie;Ik laat het zien\n"],
  ["layers", "Gebied;Competentie;Beschrijving\nSamen;Delen;Over delen\n;Volgen;Over volgen\n"],
])("how a table with %s was read stands in the form, and read again like that it is the same", (_, text) => {
  const first = imported(text);
  const form = proposedMap(first.proposal!, first.framework);
  expect(form["title.nl"]).toBeDefined();
  const map = mapFrom(form);
  if (map === null || map === "wrong") throw new Error("the form cannot be read");
  expect(treeOf(imported(text, "kader", map))).toEqual(treeOf(first));
});

test("what is there in one language only is still to be written at the desk; a file in one language stays in one", () => {
  const { document, alone } = imported("Code;Titel (nl);Titel (en)\n1;Leren;Learning\n1.1;Delen;\n1.2;Nieuws;News\n");
  const draft = broughtIn(document, beginner, alone);
  expect(draft.framework.nodes[0]!.children!.map(({ title }) => title)).toEqual([{ nl: "Delen", en: "" }, { nl: "Nieuws", en: "News" }]);
  expect(problemsOf(draft).filter(({ place }) => place.on === "node").map(({ sentence }) => sentence.nl)).toEqual(["1.1 Delen: er moeten nog 2 teksten worden geschreven."]);
  const dutch = imported("Code;Titel (nl);Titel (en)\n1;Leren;\n1.1;Delen;\n1.2;Nieuws;\n");
  expect(dutch.document.languages).toEqual(["nl"]);
  expect(broughtIn(dutch.document, beginner, dutch.alone).framework.nodes[0]!.title).toEqual({ nl: "Leren", en: "Leren" });
});
