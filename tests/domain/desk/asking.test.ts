import { describe, expect, test } from "vitest";
import { acted, actFrom } from "#app/domain/desk/act.ts";
import { wayKeys, waysToAdd, withWay } from "#app/domain/desk/asking.ts";
import { openDraft, storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { inOneLanguage } from "#app/domain/desk/language.ts";
import { editMatrix, matrixGroup } from "#app/domain/desk/matrix.ts";
import { tryOutOf } from "#app/domain/desk/preview.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { competencesOf } from "#app/domain/framework/framework.ts";
import { brought, drafts, finished } from "./drafts.ts";

const all: Readonly<Record<string, () => Draft>> = { ...drafts, points: () => brought("digcompedu/2017.2.0.json") };
const cases = Object.entries(all).flatMap(([name, draft]) => waysToAdd(draft().framework).map((way) => [name, way] as const));

test("a way that is there already is not offered, and sentences need levels", () => {
  expect(Object.fromEntries(Object.entries(all).map(([name, draft]) => [name, waysToAdd(draft().framework)]))).toEqual({
    "three-levels": ["growth-steps", "how-often"],
    agreements: ["growth-steps"],
    statements: ["growth-steps", "how-often"],
    blocks: ["growth-steps", "how-often"],
    points: ["growth-steps", "how-often"],
  });
  const two = withWay(drafts["three-levels"]!(), "growth-steps", "Bestuur");
  const rating = acted(two, { do: "remove-way", way: "statements" }, []);
  expect(rating.ok && waysToAdd(rating.draft.framework)).toEqual(["statements", "how-often"]);
});

describe.each(cases)("to a draft of %s, %s", (name, way) => {
  test.each(["both", "nl", "en"] as const)("is added whole in %s, asked of somebody, and taken away without a trace", (language) => {
    const begun = finished(all[name]!());
    const draft = language === "both" ? begun : inOneLanguage(begun, language);
    const added = withWay(draft, way, "Stichting Test");
    expect(problemsOf(added)).toEqual([]);
    const stored = storedDraft(added)!;
    expect(openDraft(JSON.parse(JSON.stringify(stored)) as typeof stored)).toEqual(added);
    const ids = competencesOf(added.framework).map(({ node }) => node.id);
    const asked = editMatrix(added, way, matrixGroup("leraar")!, Object.fromEntries(ids.map((id) => [`in.${id}`, "on"])));
    if (!asked.ok) throw new Error(JSON.stringify(asked.errors));
    expect(problemsOf(asked.draft)).toEqual([]);
    const group = tryOutOf(asked.draft, null, 1, "nl").groups.find(({ key }) => key.includes(way));
    expect(group?.items).toBe(ids.length);
    const question = tryOutOf(asked.draft, group!.key, 1, "nl").question!;
    expect(question.choices.map(({ statement }) => statement).every((each) => each.length > 5 && !each.includes("…"))).toBe(true);
    const removed = acted(asked.draft, { do: "remove-way", way }, []);
    expect(removed.ok && removed.draft).toEqual(draft);
  });
});

test("the only way of asking stays, and what no button asks is no act", () => {
  const draft = drafts["three-levels"]!();
  expect(acted(draft, { do: "remove-way", way: "statements" }, [])).toEqual({ ok: false, why: "no-such-node" });
  expect(acted(withWay(draft, "how-often", ""), { do: "remove-way", way: "toString" }, [])).toEqual({ ok: false, why: "no-such-node" });
  expect(acted(draft, { do: "add-way", way: "statements" }, [])).toEqual({ ok: false, why: "no-such-node" });
  expect(wayKeys.map((way) => actFrom({ do: "add-way", way }, null))).toEqual(wayKeys.map((way) => ({ do: "add-way", way })));
  expect([actFrom({ do: "add-way", way: "toString" }, null), actFrom({ do: "add-way", way: "how-often" }, "1")]).toEqual([null, null]);
});
