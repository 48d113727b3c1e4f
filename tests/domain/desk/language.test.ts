import { describe, expect, test } from "vitest";
import { acted, actFrom } from "#app/domain/desk/act.ts";
import { openDraft, storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { editFacts, factsFields } from "#app/domain/desk/facts.ts";
import type { FieldGroup } from "#app/domain/desk/field.ts";
import { inOneLanguage, languageToAdd, lossOf, withBothLanguages } from "#app/domain/desk/language.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { editScale, scaleFields } from "#app/domain/desk/scale.ts";
import { editNode, groupsWithWords, nodeFields, type Edited } from "#app/domain/desk/words.ts";
import { checkFramework } from "#app/domain/framework/check.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import type { Language } from "#app/domain/text.ts";
import { brought, drafts, finished } from "./drafts.ts";

/** With what most frameworks have not: a question at an area, words for a way of asking, objectives that nobody rates. */
function odd(): Draft {
  const draft = finished(drafts["three-levels"]!());
  const text = (words: string) => ({ nl: `${words} nl`, en: `${words} en` });
  const [area, ...rest] = draft.framework.nodes;
  const [first, ...others] = area!.children!;
  const nodes = [{ ...area!, question: text("Vraag"), children: [{ ...first!, objectives: [{ code: "a", statement: text("Doel") }, { code: "b", statement: text("Nog een") }] }, ...others] }, ...rest];
  return { ...draft, framework: { ...draft.framework, nodes, instruments: draft.framework.instruments.map((each) => ({ ...each, prompt: text("Boven") })) } };
}

const all: Readonly<Record<string, () => Draft>> = {
  ...Object.fromEntries(Object.entries(drafts).map(([name, draft]) => [name, () => finished(draft())])),
  points: () => finished(brought("digcompedu/2017.2.0.json")),
  reflection: () => finished(brought("eu-ai-ethics/2022.1.0.json")),
  odd,
};
const cases = Object.keys(all).flatMap((name) => (["nl", "en"] as const).map((language) => [name, language] as const));
const otherThan = (language: Language): Language => (language === "nl" ? "en" : "nl");

/** Everything that the forms of the desk ask in this language and that is still empty, written. */
function writtenIn(draft: Draft, language: Language): Draft {
  const fill = (groups: readonly FieldGroup[]) => {
    const fields = groups.flatMap((group) => group.fields);
    const beside = (name: string) => fields.find((each) => each.name === name.replace(/\.(nl|en)$/, `.${otherThan(language)}`))?.value ?? "";
    const empty = fields.filter((each) => each.language === language && each.value === "" && (!each.optional || beside(each.name) !== ""));
    return Object.fromEntries(empty.map(({ name }) => [name, beside(name).split("\n").map(() => "Woorden").join("\n")]));
  };
  const must = (edited: Edited) => {
    if (!edited.ok) throw new Error(JSON.stringify(edited.errors));
    return edited.draft;
  };
  let now = must(editFacts(draft, fill(factsFields(draft))));
  now = must(editScale(now, fill(scaleFields(now.framework))));
  for (const { node } of placesOf(now.framework).values()) {
    for (const group of [null, ...groupsWithWords(now.framework, node)]) now = must(editNode(now, node.id, group, fill(nodeFields(now.framework, node.id, group)!)));
  }
  return now;
}

describe.each(cases)("a framework of %s, written in %s only", (name, kept) => {
  const added = otherThan(kept);
  const one = inOneLanguage(all[name]!(), kept);

  test("is the same after it was stored, in that language alone", () => {
    const stored = storedDraft(one)!;
    expect(openDraft(JSON.parse(JSON.stringify(stored)) as typeof stored)).toEqual(one);
    expect(JSON.stringify(stored.framework)).not.toContain(`"${added}":`);
    expect(languageToAdd(one.framework)).toBe(added);
  });

  test("can be given the other: what was there stays, everything else is named as still to be written, and every gap has its field", () => {
    const both = withBothLanguages(one);
    expect(languageToAdd(both.framework)).toBeNull();
    expect(both.framework.title).toMatchObject({ [kept]: one.framework.title[kept], [added]: "" });
    expect(storedDraft(both)).not.toBeNull();
    const gaps = problemsOf(both);
    const named = new Set(gaps.flatMap(({ place }) => (place.on === "node" ? [place.id] : [])));
    expect([...named].sort()).toEqual([...placesOf(both.framework).keys()].sort());
    const whole = writtenIn(both, added);
    expect(problemsOf(whole)).toEqual([]);
    const stored = storedDraft(whole)!;
    expect(checkFramework(JSON.parse(JSON.stringify(stored.framework)))).toMatchObject({ ok: true });
    expect(JSON.stringify(stored.framework)).not.toMatch(/"(nl|en)":""/);
  });

  test("and loses it again without a trace; what goes is counted", () => {
    const both = withBothLanguages(one);
    expect(lossOf(both, added)).toEqual({ texts: 0, only: 0 });
    expect(inOneLanguage(both, kept)).toEqual(one);
    const whole = writtenIn(both, added);
    const lost = lossOf(whole, added);
    expect(lost.texts).toBeGreaterThan(placesOf(one.framework).size);
    expect(lost.only).toBe(0);
    expect(lossOf(both, kept)).toEqual({ texts: lost.texts, only: lost.texts });
    expect(inOneLanguage(whole, kept).framework.nodes).toEqual(one.framework.nodes);
  });
});

test("the words of the one language stay the same question: the diff tells of words that came, and of nothing else", () => {
  const one = inOneLanguage(finished(drafts["three-levels"]!()), "nl");
  const next = { ...writtenIn(withBothLanguages(one), "en").framework, version: "0.2.0" };
  const { items } = diffFrameworks(one.framework, next, []);
  expect(items.every(({ texts }) => texts.every(({ language, before }) => language === "en" && before === null))).toBe(true);
});

test("objectives are written language by language: half a list is refused, none yet is not", () => {
  const draft = withBothLanguages(inOneLanguage(odd(), "nl"));
  expect(editNode(draft, "1.1", null, { "objectives.en": "One" })).toEqual({ ok: false, errors: { "objectives.en": "uneven" } });
  expect(editNode(draft, "1.1", null, { "title.en": "Sharing" }).ok).toBe(true);
  const edited = editNode(draft, "1.1", null, { "objectives.en": "One\nTwo" });
  expect(edited.ok && placesOf(edited.draft.framework).get("1.1")!.node.objectives).toEqual([{ code: "a", statement: { nl: "Doel nl", en: "One" } }, { code: "b", statement: { nl: "Nog een nl", en: "Two" } }]);
});

test("a language is added and removed as an act; what no button asks is no act", () => {
  const one = inOneLanguage(drafts["agreements"]!(), "en");
  const on = acted(one, { do: "add-language" }, []);
  expect(on.ok && on.draft.framework.languages).toBeUndefined();
  expect(on.ok && acted(on.draft, { do: "remove-language", language: "nl" }, [])).toMatchObject({ ok: true, draft: { framework: { languages: ["en"] } } });
  // There is always one left.
  expect(acted(one, { do: "remove-language", language: "en" }, [])).toMatchObject({ ok: true, draft: one });
  expect([actFrom({ do: "remove-language", language: "fr" }, null), actFrom({ do: "remove-language" }, null), actFrom({ do: "add-language" }, "1")]).toEqual([null, null, null]);
});
