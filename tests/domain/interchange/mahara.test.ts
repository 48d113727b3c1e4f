import { describe, expect, test } from "vitest";
import { codesOf, imported, nodeOf, noteOf, treeOf } from "./importing.ts";

const statuses = [{ begun: "Klaar voor bespreking" }, { incomplete: "Nog niet" }, { partialcomplete: "Deels" }, { completed: "Aangetoond" }];
const standards = [{ shortname: "1", name: "Samenwerken in de school", description: "", standardid: 1 }, { shortname: "2", name: "Lesgeven met beeld", description: "<p>Met <b>beeld</b>.</p>", standardid: 2 }];
const element = (standardid: number | string, elementid: string, more: object = {}) => ({ shortname: elementid, name: `${elementid} Iets kunnen doen`, description: "Doet iets.", standardid, elementid, ...more });
const matrix = (standardelements: object[], more: object = {}) => ({ framework: { institution: "all", name: "Voorbeeldkader van de school", description: "<p>Klein.</p>", selfassess: true, evidencestatuses: statuses, standards, standardelements, ...more } });

describe("a .matrix of Mahara", () => {
  test("has standards and elements, and its own words for not, partly and fully", () => {
    const preview = imported(matrix([element(1, "1.1"), element(1, "1.1.1", { parentelementid: "1.1" }), element(2, "2.1")]));
    expect(preview.format).toBe("mahara");
    expect(preview.framework).toEqual({ title: "Voorbeeldkader van de school", languages: ["nl"], counts: { nodes: 5, byDepth: [2, 2, 1], levels: 0 } });
    expect(treeOf(preview)).toEqual(["1", "  1.1", "    1.1.1", "2", "  2.1"]);
    expect(preview.document.instruments[0]!.scale!.levels.map(({ code, title }) => `${code} ${title.nl}`)).toEqual(["not Nog niet", "partly Deels", "fully Aangetoond"]);
    expect(noteOf(preview, "evidence-status")[0]!.message.nl).toContain("Klaar voor bespreking");
    expect(nodeOf(preview, "2").description.nl).toBe("Met beeld.");
  });

  test.each([
    ["its own export writes parentid", [element(1, "1.1"), element(1, "9", { parentid: "1.1" })]],
    ["a parent after its child", [element(1, "9", { parentelementid: "1.1" }), element(1, "1.1")]],
    ["numbers written as text", [element("1", "1.1"), element("1", "9", { parentelementid: "1.1" })]],
  ])("%s", (_, elements) => {
    expect(treeOf(imported(matrix(elements)))).toEqual(["1", "  1.1", "    9", "2"]);
  });

  test("version 1 has the elements inside their standard", () => {
    const old = { framework: { name: "Oud", standards: [{ name: "Een", standardid: 1, standardelement: [{ name: "Eerste", elementid: "1.1" }, { name: "Tweede", elementid: "1.2", parentelementid: "1.1" }] }, { name: "Twee" }] } };
    expect(treeOf(imported(old))).toEqual(["1", "  1.1", "    1.2", "2"]);
  });

  test("a double element gets a name of its own; numbers that begin anew say their standard", () => {
    const preview = imported(matrix([element(1, "1.1"), element(1, "1.1"), element(2, "2.1")]));
    expect(treeOf(preview)).toEqual(["1", "  1.1", "  1.1-2", "2", "  2.1"]);
    expect(noteOf(preview, "duplicate-id")).toHaveLength(1);
    expect(treeOf(imported(matrix([element(1, "1"), element(2, "1"), element(2, "2", { parentelementid: "1" })])))).toEqual(["1", "  1.1", "2", "  2.1", "    2.2"]);
  });

  test("an element of a standard that is not there stands at the top and is named", () => {
    const preview = imported(matrix([element(7, "7.1"), element(1, "1.1", { parentelementid: "8.8" })]));
    expect(treeOf(preview)).toEqual(["1", "  1.1", "2", "7.1"]);
    expect(noteOf(preview, "unknown-parent").map(({ where }) => where)).toEqual(["7.1", "1.1"]);
    expect(codesOf(preview.losses)).not.toContain("too-deep");
  });
});
