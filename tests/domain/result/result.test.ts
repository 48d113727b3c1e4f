import { describe, expect, test } from "vitest";
import { colophonOf, personalResult } from "#app/domain/result/result.ts";
import { frozen, handedIn, smallFramework } from "./result-facts.ts";

const growing = [frozen("a.1", 4, 3), frozen("a.2", 1, 3), frozen("b.1", 2, 3), frozen("b.2", "not-in-my-work")];

describe("a result from what was frozen", () => {
  test("stands in framework order, per area, with the sentence that was chosen", () => {
    const { areas } = personalResult(handedIn([...growing].reverse()), null, "nl");
    expect(areas.map(({ title, lines }) => [title, lines.map(({ title, statement, gap, reason }) => [title, statement, gap, reason])])).toEqual([
      ["Gebied a", [["Titel a.1", "a.1 zin 4.", -1, null], ["Titel a.2", "a.2 zin 1.", 2, null]]],
      ["Gebied b", [["Titel b.1", "b.1 zin 2.", 1, null], ["Titel b.2", null, null, "not-in-my-work"]]],
    ]);
  });

  test("names strengths, the growth chance, its next step and what the level above looks like", () => {
    const result = personalResult(handedIn(growing), null, "en");
    expect(result).toMatchObject({
      situation: "grow",
      strengths: ["a.1"],
      focus: { competenceId: "a.2", title: "Titel a.2 (en)", nextStep: "a.2 stap na 1. (en)", ahead: "a.2 zin 2. (en)" },
      why: { wish: false, steps: 2, among: 2, decidedBy: "largest" },
      levels: ["L1 Trap 1 (en)", "L2 Trap 2 (en)", "L3 Trap 3 (en)", "L4 Trap 4 (en)"],
      previous: null,
    });
  });

  test("speaks in the words of the function", () => {
    const { areas, focus } = personalResult(handedIn(growing, { family: "onderwijsondersteuner", functionId: "concierge" }), null, "nl");
    expect(areas[0]!.lines[0]).toMatchObject({ title: "Conciërge a.1", statement: "conciërge a.1 zin 4." });
    expect(focus!.ahead).toBe("conciërge a.2 zin 2.");
  });

  test("tells whether questions were thought over: then nobody said what they can do", () => {
    const { instrument } = handedIn([]);
    const thought = { ...instrument, prompt: { nl: "Hoe ver zijn jullie?", en: "How far have you got?" } };
    expect([personalResult(handedIn(growing), null, "nl").reflects, personalResult(handedIn(growing, { instrument: thought }), null, "nl").reflects]).toEqual([false, true]);
  });

  test("all on target: a strength to share, and no growth chance is made up", () => {
    const result = personalResult(handedIn([frozen("a.1", 3), frozen("a.2", 4), frozen("b.1", "do-not-know")]), null, "nl");
    expect(result).toMatchObject({ situation: "share", strengths: ["a.2", "a.1"], focus: { competenceId: "a.2", nextStep: null, ahead: null }, why: null });
  });

  test.each([
    ["no-level", [frozen("a.1", "rather-not-say"), frozen("a.2", null)]],
    ["no-target", [frozen("a.1", 4, null)]],
    ["no-level", []],
  ] as const)("%s: nothing to go on is said, not filled in", (situation, answers) => {
    expect(personalResult(handedIn(answers), null, "nl")).toMatchObject({ situation, focus: null, why: null });
  });

  test("a competence that this framework version does not know is left out", () => {
    expect(personalResult(handedIn([frozen("z.9", 2), frozen("a.1", 2)]), null, "nl").areas.flatMap(({ lines }) => lines).map(({ competenceId }) => competenceId)).toEqual(["a.1"]);
  });
});

describe("the time before", () => {
  const then = new Date("2025-11-03T12:00:00Z");
  const before = (answers: Parameters<typeof handedIn>[0], framework = smallFramework()) => handedIn(answers, { handedInAt: then, framework });
  const beginsOf = (result: ReturnType<typeof personalResult>) => Object.fromEntries(result.areas.flatMap(({ lines }) => lines).map(({ competenceId, begins }) => [competenceId, begins]));
  const beforeOf = (result: ReturnType<typeof personalResult>) => Object.fromEntries(result.areas.flatMap(({ lines }) => lines).map(({ competenceId, before: each }) => [competenceId, each]));

  test("stands beside this one per competence, also when a reason was given", () => {
    const result = personalResult(handedIn([frozen("a.1", 3), frozen("a.2", 2)]), before([frozen("a.1", 2), frozen("a.2", "do-not-know")]), "nl");
    expect(beforeOf(result)).toEqual({ "a.1": { level: 2, reason: null, reworded: false }, "a.2": { level: null, reason: "do-not-know", reworded: false } });
    expect(result.previous).toEqual({ handedInAt: then, version: "1.0.0", comparable: true, notAgain: [], stopped: [] });
  });

  test("what was not asked then has no comparison, and what is not asked now is named", () => {
    const result = personalResult(handedIn([frozen("a.1", 3), frozen("b.1", 2)]), before([frozen("a.1", 2), frozen("b.2", 4)]), "nl");
    expect(beforeOf(result)).toEqual({ "a.1": { level: 2, reason: null, reworded: false }, "b.1": null });
    expect(result.previous!.notAgain).toEqual(["Titel b.2"]);
  });

  test("an item that a new version added has no comparison; the rest has", () => {
    const now = handedIn([frozen("a.1", 3), frozen("a.3", 2)], { framework: smallFramework({ version: "1.1.0", ids: ["a.1", "a.3", "b.1"] }) });
    const result = personalResult(now, before([frozen("a.1", 3), frozen("a.2", 1)]), "nl");
    expect(beforeOf(result)).toEqual({ "a.1": { level: 3, reason: null, reworded: false }, "a.3": null });
    expect(beginsOf(result)).toEqual({ "a.1": null, "a.3": "new" });
    expect(result.previous).toMatchObject({ version: "1.0.0", comparable: true, notAgain: [], stopped: [{ title: "Titel a.2", why: "gone", into: [] }] });
  });

  test("an answer follows its question under another id, says when the words were others, and stops where it was split or merged", () => {
    const upgrade = { from: "1.0.0", items: [{ from: ["a.1"], to: ["a.9"] }, { from: ["a.2"], to: ["a.3", "a.4"] }, { from: ["b.1", "b.2"], to: ["b.1"] }] };
    const next = { ...smallFramework({ version: "2.0.0", ids: ["a.9", "a.3", "a.4", "b.1"] }), upgrade };
    const result = personalResult(handedIn([frozen("a.9", 3), frozen("a.3", 2), frozen("a.4", 2), frozen("b.1", 2)], { framework: next }), before([frozen("a.1", 2), frozen("a.2", 1), frozen("b.1", 1), frozen("b.2", 4)]), "en");
    expect(beforeOf(result)).toEqual({ "a.9": { level: 2, reason: null, reworded: true }, "a.3": null, "a.4": null, "b.1": null });
    expect(beginsOf(result)).toEqual({ "a.9": null, "a.3": "split", "a.4": "split", "b.1": "merged" });
    expect(result.previous!.stopped).toEqual([
      { title: "Titel a.2 (en)", why: "split", into: ["Titel a.3 (en)", "Titel a.4 (en)"] },
      { title: "Titel b.1 (en)", why: "merged", into: ["Titel b.1 (en)"] },
      { title: "Titel b.2 (en)", why: "merged", into: ["Titel b.1 (en)"] },
    ]);
  });

  test("the words of each version stay its own: the time before is told in the words of then", () => {
    const next = smallFramework({ version: "1.1.0", ids: ["a.1"] });
    const renamed = { ...next, nodes: next.nodes.map((area) => ({ ...area, children: area.children!.map((node) => ({ ...node, title: { nl: "Nieuwe titel", en: "New title" } })) })) };
    const then = before([frozen("a.1", 2), frozen("a.2", 3)]);
    const result = personalResult(handedIn([frozen("a.1", 3)], { framework: renamed }), then, "nl");
    expect(result.areas[0]!.lines[0]!.title).toBe("Nieuwe titel");
    expect(result.previous!.stopped[0]!.title).toBe("Titel a.2");
    expect(personalResult(then, null, "nl").areas[0]!.lines.map(({ title, statement }) => [title, statement])).toEqual([["Titel a.1", "a.1 zin 2."], ["Titel a.2", "a.2 zin 3."]]);
  });

  test.each([
    ["more steps", smallFramework({ version: "0.9.0", levels: 6 })],
    ["another scale", smallFramework({ version: "0.9.0", scale: "other" })],
  ])("with %s nothing is laid side by side", (_, framework) => {
    const result = personalResult(handedIn([frozen("a.1", 3)]), before([frozen("a.1", 2)], framework), "nl");
    expect(beforeOf(result)).toEqual({ "a.1": null });
    expect(result.previous).toMatchObject({ comparable: false, notAgain: [], stopped: [] });
  });
});

test("the colophon has source, rule, version and licence", () => {
  const framework = smallFramework();
  expect(colophonOf(framework, framework.instruments[0]!, "test-po 1.0.0", "nl")).toEqual({
    framework: "Test",
    version: "1.0.0",
    profile: "test-po 1.0.0",
    rule: "Er wordt niets opgeteld.",
    noun: { one: "competentie", many: "competenties" },
    attribution: "Bronvermelding.",
    endorsement: "Niet goedgekeurd.",
    licence: "Licentie van het raamwerk (officiële naam): ‘Licentienaam’.",
  });
  const unknown = { ...framework, licence: { ...framework.licence, adaptationAllowed: null, note: { nl: "Niet gevonden.", en: "Not found." } } };
  expect(colophonOf(unknown, framework.instruments[0]!, "test-po 1.0.0", "en").licence).toBe("Not found.");
});
