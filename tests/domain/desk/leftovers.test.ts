import { describe, expect, test } from "vitest";
import { acted, actFrom } from "#app/domain/desk/act.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { editFacts } from "#app/domain/desk/facts.ts";
import { editMatrix, matrixGroup, matrixOf } from "#app/domain/desk/matrix.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { editNode, type Edited } from "#app/domain/desk/words.ts";
import { drafts, finished } from "./drafts.ts";

const leraar = matrixGroup("leraar")!;
const kept = (edited: Edited | ReturnType<typeof acted>): Draft => {
  if (!edited.ok) throw new Error(JSON.stringify(edited));
  return edited.draft;
};
const sentences = (draft: Draft) => problemsOf(draft).map(({ sentence }) => sentence.nl);

test.each(["three-levels", "agreements"])("%s: a framework of which nobody is asked a question is not finished", (name) => {
  const draft = finished(drafts[name]!());
  expect(problemsOf(draft)).toEqual([]);
  const instrument = draft.framework.instruments[0]!.id;
  const nobody = editMatrix(draft, instrument, leraar, {});
  expect(nobody.ok && problemsOf(nobody.draft)).toMatchObject([{ place: { on: "matrix", instrument }, sentence: { nl: expect.stringContaining("Nog niemand krijgt een vraag") as string } }]);
});

describe("words for one function", () => {
  const draft = finished(drafts["agreements"]!());
  const begun = kept(acted(draft, { do: "add-words", id: "1", group: "concierge" }, []));

  test("that are still the general ones, or empty, are named with the button that takes them away", () => {
    const emptied = kept(editNode(begun, "1", "concierge", Object.fromEntries(["title", "description"].flatMap((part) => [[`${part}.nl`, ""], [`${part}.en`, ""]]))));
    for (const each of [begun, emptied]) {
      expect(problemsOf(each)).toMatchObject([{ place: { on: "node", id: "1", group: "concierge" }, repair: { act: "drop-words", id: "1", group: "concierge" } }]);
      expect(sentences(each)[0]).toContain("de eigen woorden voor conciërge");
      const act = actFrom({ do: "repair", repair: "drop-words", item: "1", group: "concierge" }, null)!;
      expect(kept(acted(each, act, []))).toEqual(draft);
    }
    expect(actFrom({ do: "repair", repair: "drop-words", item: "1", group: "koning" }, null)).toBeNull();
  });

  test("that say one thing otherwise are words", () => {
    expect(problemsOf(kept(editNode(begun, "1", "concierge", { "title.nl": "Ik lees de berichten bij de balie" })))).toEqual([]);
  });
});

test("the name of the example that was left in one language is named; the profile is called after the framework", () => {
  const draft = drafts["three-levels"]!();
  expect(sentences(draft).filter((each) => each.includes("voorbeeld"))).toEqual([]);
  const renamed = kept(editFacts(draft, { "title.nl": "Samen digitaal", "shortTitle.nl": "Samen digitaal", "title.en": "Digital together" }));
  expect(sentences(renamed).filter((each) => each.includes("voorbeeld"))).toEqual(["Korte naam (Engels): hier staat nog de naam van het voorbeeld, “Own framework with three levels”. Schrijf de naam van jullie raamwerk."]);
  expect(renamed.profiles[0]!.title).toEqual({ nl: "Functieprofiel bij Samen digitaal: Kies de zin die past", en: "Function profile for Own framework with three levels: Choose the sentence that fits" });
});

describe("a proposed target", () => {
  const draft = drafts["three-levels"]!();

  test("is the middle level, where a target is needed, and holds only with a tick", () => {
    expect(matrixOf(draft, "statements", leraar)!.proposed).toBe("2");
    expect(matrixOf(drafts["agreements"]!(), "agreements", leraar)!.proposed).toBe("");
    const sent = { "in.1.1": "on", "target.1.1": "2", "target.1.2": "2", "target.2.1": "3" };
    const edited = editMatrix(draft, "statements", leraar, sent);
    expect(edited.ok && Object.keys(edited.draft.profiles[0]!.families.leraar!.targets)).toEqual(["1.1", "2.1"]);
  });

  test("a target that was there stays when the tick goes", () => {
    const asked = editMatrix(draft, "statements", leraar, { "in.1.1": "on", "target.1.1": "2", "in.2.1": "on", "target.2.1": "2" });
    const less = asked.ok ? editMatrix(asked.draft, "statements", leraar, { "in.1.1": "on", "target.1.1": "2", "target.2.1": "2" }) : asked;
    expect(less.ok && Object.keys(less.draft.profiles[0]!.families.leraar!.targets)).toEqual(["1.1", "2.1"]);
  });
});
