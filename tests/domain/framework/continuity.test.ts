import { describe, expect, test } from "vitest";
import { upgradeEffect, withdrawalRefusal, type HeldRound } from "#app/domain/framework/effect.ts";
import { continuityBetween, isSameScale, rewordingBetween } from "#app/domain/framework/continuity.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import type { Mapping } from "#app/domain/framework/upgrade.ts";
import { smallFramework } from "#tests/domain/result/result-facts.ts";

const version = (number: string, ids: string[], from?: string, items: Mapping[] = []): Framework => ({ ...smallFramework({ version: number, ids }), ...(from ? { upgrade: { from, items } } : {}) });
const withNode = (framework: Framework, id: string, change: (node: FrameworkNode) => FrameworkNode): Framework => ({ ...framework, nodes: framework.nodes.map((area) => ({ ...area, children: area.children!.map((node) => (node.id === id ? change(node) : node)) })) });

/** a.1 stays; a.2 is split; b.1 and b.2 are merged; then a.1 gets another id. */
const first = version("1.0.0", ["a.1", "a.2", "b.1", "b.2"]);
const second = version("2.0.0", ["a.1", "a.2x", "a.2y", "b.1"], "1.0.0", [{ from: ["a.2"], to: ["a.2x", "a.2y"] }, { from: ["b.1", "b.2"], to: ["b.1"] }]);
const third = version("3.0.0", ["a.9", "a.2x", "b.1", "b.3"], "2.0.0", [{ from: ["a.1"], to: ["a.9"] }, { from: ["a.2y"], to: [] }]);
const versions = [third, first, second];

describe("through several versions", () => {
  test("a question is followed to where it stands now, whatever its id became", () => {
    const { of, broken } = continuityBetween(first, third, versions);
    expect(["a.9", "a.2x", "b.1", "b.3"].map((id) => of(id))).toEqual([{ id: "a.1", why: null }, { id: "a.2", why: null }, { id: null, why: "merged" }, { id: null, why: "new" }]);
    expect(broken.map(({ why, from, to }) => [why, from.map(({ id }) => id), to.map(({ id }) => id)])).toEqual([["merged", ["b.1", "b.2"], ["b.1"]], ["new", [], ["b.3"]]]);
  });

  test("a comparison with an older round than the one in between says what really became of it", () => {
    expect(diffFrameworks(first, third, versions).items.filter(({ isCompetence }) => isCompetence).map(({ kind }) => kind)).toEqual(["renamed", "renamed", "merged", "new"]);
    expect(diffFrameworks(second, third, versions).items.filter(({ isCompetence }) => isCompetence).map(({ kind, from }) => [kind, from[0]?.id])).toEqual([["renamed", "a.1"], ["same", "a.2x"], ["gone", "a.2y"], ["same", "b.1"], ["new", undefined]]);
  });

  test("two versions beside each other are compared by what they were both made from", () => {
    const patched = version("1.0.1", ["a.1", "a.2", "b.1", "b.2"]);
    const other = { ...second, version: "1.5.0" };
    const { of } = continuityBetween(patched, other, [first, patched, other]);
    expect([of("a.1").id, of("a.2x").id, of("b.1").id]).toEqual(["a.1", null, null]);
  });

  test("the same id after 'gone and new' is another question", () => {
    const reused = version("2.0.0", ["a.1", "a.2", "b.1", "b.2"], "1.0.0", [{ from: ["a.1"], to: [] }]);
    expect(continuityBetween(first, reused).of("a.1")).toEqual({ id: null, why: "new" });
  });

  test("an area that became a competence is not the same thing", () => {
    const flat: Framework = { ...first, version: "2.0.0", nodes: [first.nodes[0]!, { ...first.nodes[0]!.children![0]!, id: "b", code: "b" }] };
    expect(continuityBetween(first, flat).of("b")).toEqual({ id: null, why: "new" });
    expect(diffFrameworks(first, flat).items.filter(({ from, to }) => [...from, ...to].some(({ id }) => id === "b")).map(({ kind, isCompetence }) => [kind, isCompetence])).toEqual([["gone", false], ["new", true]]);
  });
});

describe("in other words", () => {
  const teacher = { family: "leraar", functionId: "groepsleerkracht" };
  const caretaker = { family: "onderwijsondersteuner", functionId: "concierge" };
  const same = { thenId: "a.1", nowId: "a.1" };
  const next = { ...first, version: "1.1.0" };

  test("is said to whom the words are for, and only for what stands on the page of the question", () => {
    const general = withNode(next, "a.1", (node) => ({ ...node, levels: node.levels!.map((level) => ({ ...level, statement: { nl: `Nu zo: ${level.statement!.nl}`, en: level.statement!.en } })) }));
    expect([rewordingBetween(first, general, "statements")(same, teacher), rewordingBetween(first, general, "statements")(same, caretaker)]).toEqual([true, false]);
    const nextStep = withNode(next, "a.1", (node) => ({ ...node, levels: node.levels!.map((level) => ({ ...level, nextStep: { nl: "Anders", en: "Otherwise" } })) }));
    expect(rewordingBetween(first, nextStep, "statements")(same, teacher)).toBe(false);
  });

  test("is not said of white space, nor of a translation that was added", () => {
    const spaced = withNode(next, "a.1", (node) => ({ ...node, title: { nl: `  ${node.title.nl.replace(" ", "\n ")} `, en: node.title.en } }));
    expect(rewordingBetween(first, spaced, "statements")(same, teacher)).toBe(false);
    const dutch: Framework = { ...first, languages: ["nl"] };
    const translated = withNode(next, "a.1", (node) => ({ ...node, title: { nl: node.title.nl, en: "Something in English" } }));
    expect(rewordingBetween(dutch, translated, "statements")(same, teacher)).toBe(false);
    expect(rewordingBetween(first, translated, "statements")(same, teacher)).toBe(true);
  });

  test("levels can be laid side by side on the same steps only", () => {
    expect(isSameScale(first, next, "statements")).toBe(true);
    expect([isSameScale(first, smallFramework({ levels: 5 }), "statements"), isSameScale(first, smallFramework({ scale: "other" }), "statements"), isSameScale(first, next, "nothing")]).toEqual([false, false, false]);
  });
});

describe("what a new version does to rounds that were held", () => {
  const round = (name: string, held: Framework, asked: string[], more: Partial<HeldRound> = {}): HeldRound => ({ name, version: held.version, instrument: "statements", families: ["leraar"], asked, ...more });
  const told = (to: Framework, rounds: HeldRound[]) => upgradeEffect(to, rounds, versions).map(({ title, effect, why, into, rounds: names }) => [title.nl, effect, why, into.map(({ nl }) => nl), names]);

  test("each question that was asked is one trend: it goes on over a seam, or stops, and says why", () => {
    expect(told(second, [round("Voorjaar", first, ["a.1", "a.2", "b.1"])])).toEqual([
      ["Titel a.1", "seam", "same", [], ["Voorjaar"]],
      ["Titel a.2", "stops", "split", ["Titel a.2x", "Titel a.2y"], ["Voorjaar"]],
      ["Titel b.1", "stops", "merged", ["Titel b.1"], ["Voorjaar"]],
    ]);
  });

  test("a question asked in rounds with several versions is one trend, at its newest place", () => {
    const rounds = [round("Voorjaar", first, ["a.1", "a.2"]), round("Najaar", second, ["a.1", "a.2x", "a.2y"])];
    expect(told(third, rounds)).toEqual([
      ["Titel a.1", "seam", "reworded", [], ["Najaar", "Voorjaar"]],
      ["Titel a.2x", "seam", "same", [], ["Najaar"]],
      ["Titel a.2y", "stops", "gone", [], ["Najaar"]],
      ["Titel a.2", "seam", "reworded", [], ["Voorjaar"]],
    ]);
  });

  test("another scale or an instrument that is gone stops everything", () => {
    const rounds = [round("Voorjaar", first, ["a.1"])];
    expect(told(smallFramework({ version: "2.0.0", levels: 5 }), rounds)).toEqual([["Titel a.1", "stops", "scale", [], ["Voorjaar"]]]);
    const { instruments, ...rest } = smallFramework({ version: "2.0.0" });
    expect(told({ ...rest, instruments: [{ ...instruments[0]!, id: "other" }] }, rounds)).toEqual([["Titel a.1", "stops", "instrument", [], ["Voorjaar"]]]);
  });

  test("rounds with this version or a newer one have nothing to fear", () => {
    expect(told(second, [round("Nu", second, ["a.1"]), round("Later", third, ["a.9"])])).toEqual([]);
  });
});

test("a version that is used cannot be withdrawn, and the refusal names what uses it", () => {
  expect(withdrawalRefusal(first, { rounds: [], own: false })).toBeNull();
  expect(withdrawalRefusal(first, { rounds: ["Voorjaar", "Najaar"], own: true })).toEqual({
    nl: expect.stringContaining("Versie 1.0.0 van Testraamwerk kun je niet intrekken, want deze wordt gebruikt: ‘Voorjaar’, ‘Najaar’ en zelfscans buiten een ronde."),
    en: expect.stringContaining("it is in use: ‘Voorjaar’, ‘Najaar’ and self-assessments outside a round."),
  });
});
