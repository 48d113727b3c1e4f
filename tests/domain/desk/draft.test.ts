import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acted, actFrom, sequenceFrom, type Act } from "#app/domain/desk/act.ts";
import { ownSlug } from "#app/domain/desk/begin.ts";
import { openDraft, storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { editFacts, factsFields } from "#app/domain/desk/facts.ts";
import { editMatrix, matrixGroup, matrixGroups, matrixOf } from "#app/domain/desk/matrix.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { sentenceFor } from "#app/domain/desk/problem-words.ts";
import { repaired } from "#app/domain/desk/repair.ts";
import { editScale, scaleFields } from "#app/domain/desk/scale.ts";
import { tryOutOf } from "#app/domain/desk/preview.ts";
import { editNode, nodeFields } from "#app/domain/desk/words.ts";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { drafts, finished } from "./drafts.ts";

const ids = (draft: Draft) => [...placesOf(draft.framework).keys()];
const untranslated = /controle zegt|checker says/;

describe.each(Object.keys(drafts))("a draft of %s", (name) => {
  test("holds as it begins, and is the same after it was stored", () => {
    const draft = drafts[name]!();
    expect(problemsOf(finished(draft))).toEqual([]);
    const stored = storedDraft(draft)!;
    expect(openDraft(JSON.parse(JSON.stringify(stored)) as typeof stored)).toEqual(draft);
    expect(checkFramework(finished(draft).framework).ok).toBe(true);
  });

  test("whatever is done to its shape, it can be stored, looked at and finished; every problem is said in words for people", () => {
    const groups = matrixGroups.map(({ key }) => key);
    const act = fc.record({ do: fc.constantFrom("add-area", "add-competence", "remove", "up", "down", "add-words", "remove-words", "add-level", "remove-level", "matrix"), pick: fc.nat(), group: fc.constantFrom("leraar", "concierge", "bestuurder") });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let draft = drafts[name]!();
        for (const each of acts) {
          const all = ids(draft);
          const id = all[each.pick % all.length]!;
          const of = draft.framework.scale ? null : draft.framework.instruments[0]!.id;
          const scale = draft.framework.scale ?? draft.framework.instruments[0]!.scale!;
          if (each.do === "matrix") {
            const group = matrixGroup(groups[each.pick % groups.length]!)!;
            const target = scale.levels[each.pick % scale.levels.length]!.code;
            const edited = editMatrix(draft, draft.framework.instruments[0]!.id, group, Object.fromEntries(all.flatMap((item) => [[`in.${item}`, "on"], [`target.${item}`, target]])));
            expect(edited.ok).toBe(true);
            if (edited.ok) draft = edited.draft;
            continue;
          }
          const done = acted(draft, { do: each.do, id, group: each.group, of, code: scale.levels[each.pick % scale.levels.length]!.code } as Act, ["1.9"]);
          if (done.ok) draft = done.draft;
        }
        expect(storedDraft(draft)).not.toBeNull();
        for (const { sentence } of problemsOf(draft)) expect(`${sentence.nl} ${sentence.en}`).not.toMatch(untranslated);
        expect(new Set(ids(draft)).size).toBe(ids(draft).length);
        for (const { key } of tryOutOf(draft, null, 1, "nl").groups) expect(tryOutOf(draft, key, 99, "en").question?.choices.length ?? 2).toBeGreaterThan(1);
        const left = problemsOf(finished(draft));
        // A block of somebody else's progression may have no step of its own left; nothing else needs a person's thought.
        expect(left.filter(({ sentence }) => !sentence.en.includes("progression"))).toEqual([]);
        for (const profile of finished(draft).profiles) expect(checkProfile(profile, () => finished(draft).framework)).toMatchObject({ ok: true });
      }),
      { numRuns: 40 },
    );
  });

  test("what is typed comes back as it was typed, up to the longest text that may be stored, and not one character more", () => {
    const draft = drafts[name]!();
    const id = ids(draft).at(-1)!;
    const forms: readonly [readonly { name: string; max: number; room: unknown; part: string }[], (sent: Record<string, string>) => { ok: boolean }][] = [
      [nodeFields(draft.framework, id, null)!.flatMap(({ fields }) => fields), (sent) => editNode(draft, id, null, sent)],
      [scaleFields(draft.framework).flatMap(({ fields }) => fields), (sent) => editScale(draft, sent)],
      [factsFields(draft).flatMap(({ fields }) => fields), (sent) => editFacts(draft, sent)],
    ];
    for (const [fields, edit] of forms) {
      for (const { name: field, max, room, part } of fields.filter(({ room, part }) => typeof room === "string" && !["objectives", "year", "url", "reviewBy"].includes(part))) {
        const long = edit({ [field]: "x".repeat(max) });
        expect(long.ok, `${field} of ${max}`).toBe(true);
        const kept = (long as unknown as { draft: Draft }).draft;
        expect(storedDraft(kept), `${field} of ${max} is stored (${String(room)}, ${part})`).not.toBeNull();
        expect(edit({ [field]: "x".repeat(max + 1) }), field).toMatchObject({ ok: false, errors: { [field]: "too-long" } });
        for (const odd of ["a\u0007b", "a\u202eb", "\ud800", "\ue000"]) expect(edit({ [field]: odd }), field).toMatchObject({ ok: false, errors: { [field]: "strange" } });
        if (part !== "code") expect(edit({ [field]: "  " }).ok, `${field} may still be empty`).toBe(true);
      }
    }
  });
});

describe("words", () => {
  test("a title of the publisher that is changed becomes the board's own, in that language only", () => {
    const draft = drafts["statements"]!();
    const node = draft.framework.nodes[0]!;
    const edited = editNode(draft, node.id, null, { "title.nl": "Anders" });
    expect(edited.ok && edited.draft.framework.nodes[0]).toMatchObject({ title: { nl: "Anders", en: node.title.en }, titleStatus: { nl: "ours", en: node.titleStatus.en } });
  });

  test("a code that another item has, in any case, is refused", () => {
    const draft = drafts["three-levels"]!();
    expect(editNode(draft, "1.1", null, { code: " 1.2 " })).toEqual({ ok: false, errors: { code: "twice" } });
    expect(editNode(draft, "1.1", null, { code: "1.1" }).ok).toBe(true);
  });

  test("words for a function begin as the general ones and go without a trace", () => {
    for (const name of ["statements", "blocks"]) {
      const draft = drafts[name]!();
      const id = ids(draft).find((each) => placesOf(draft.framework).get(each)!.isCompetence)!;
      const group = "bestuurder";
      const added = acted(draft, { do: "add-words", id, group }, []);
      if (!added.ok) throw new Error(added.why);
      // Still the general ones: that is said, with the button that takes them away again.
      expect(problemsOf(added.draft).filter(({ repair }) => repair?.act === "drop-words")).toMatchObject([{ place: { on: "node", id, group }, repair: { id, group } }]);
      expect(nodeFields(added.draft.framework, id, group)!.flatMap(({ fields }) => fields).find(({ part }) => part === "title")?.value).toBe(placesOf(draft.framework).get(id)!.node.title.nl);
      const removed = acted(added.draft, { do: "remove-words", id, group }, []);
      expect(removed.ok && removed.draft).toEqual(draft);
    }
  });

  test("one language stays one language: typing in it, the other follows, and it is stored once", () => {
    const both = drafts["three-levels"]!();
    const draft = openDraft({ framework: JSON.parse(JSON.stringify({ ...both.framework, languages: ["nl"] })) as Framework, profiles: both.profiles })!;
    const edited = editNode(draft, "1.1", null, { "title.nl": "Alleen Nederlands" });
    if (!edited.ok) throw new Error("not kept");
    expect(placesOf(edited.draft.framework).get("1.1")!.node.title).toEqual({ nl: "Alleen Nederlands", en: "Alleen Nederlands" });
    expect(JSON.stringify(storedDraft(edited.draft)!.framework)).toContain('"title":{"nl":"Alleen Nederlands"}');
    expect(JSON.stringify(storedDraft(edited.draft)!.framework)).not.toContain('"en":');
  });
});

describe("what is wrong", () => {
  const twisted = (work: (framework: Framework) => Framework) => {
    const draft = finished(drafts["three-levels"]!());
    return { ...draft, framework: work(draft.framework) };
  };
  const area = (framework: Framework, change: (nodes: Framework["nodes"]) => Framework["nodes"]) => ({ ...framework, nodes: [{ ...framework.nodes[0]!, children: change(framework.nodes[0]!.children!) }, ...framework.nodes.slice(1)] });

  const withoutLevels = ({ levels: _levels, ...node }: Framework["nodes"][number]) => node;

  test.each([
    ["an id twice", (framework: Framework) => area(framework, ([first, second]) => [first!, { ...second!, id: first!.id }])],
    ["a code twice", (framework: Framework) => area(framework, ([first, second]) => [first!, { ...second!, code: first!.code }])],
    ["no sentences", (framework: Framework) => area(framework, ([first, second]) => [withoutLevels(first!), second!])],
    ["too few sentences", (framework: Framework) => area(framework, ([first, second]) => [{ ...first!, levels: first!.levels!.slice(1) }, second!])],
  ])("%s has a sentence, a place and a button that mends it", (_, work) => {
    const draft = twisted(work);
    const [problem] = problemsOf(draft);
    expect(problem!.sentence.nl).not.toMatch(untranslated);
    expect(problem!.place.on).toBe("node");
    expect(problem!.repair).not.toBeNull();
    expect(problemsOf(finished(repaired(draft, problem!.repair!)))).toEqual([]);
  });

  test("a text that is still to be written is named with the competence, once per wording", () => {
    const draft = acted(finished(drafts["three-levels"]!()), { do: "add-competence", id: "1" }, []);
    if (!draft.ok) throw new Error(draft.why);
    expect(problemsOf(draft.draft)).toMatchObject([{ place: { on: "node", id: draft.id, group: null }, sentence: { nl: expect.stringContaining("10 teksten") as string } }]);
  });

  test("what the desk has no words for is quoted, and not hidden", () => {
    expect(sentenceFor("is a mystery", "1.1").nl).toContain("is a mystery");
  });
});

test("an act that no button of ours sends is no act, and a sequence is a whole number", () => {
  expect(actFrom({ do: "add-words", group: "koning" }, "1.1")).toBeNull();
  expect(actFrom({ do: "remove" }, null)).toBeNull();
  expect(actFrom({ do: "add-area" }, "1.1")).toBeNull();
  expect(actFrom({ do: "repair", repair: "toString", item: "x" }, null)).toBeNull();
  expect(["1", "999999999", "", "-1", "1.5", "1e3", "x"].map((sequence) => sequenceFrom({ sequence }))).toEqual([1, 999_999_999, null, null, null, null, null]);
});

test("a slug of the board is never one that is in use", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
      const first = ownSlug(name, taken);
      const second = ownSlug(name, [...taken, first]);
      expect(first).toMatch(/^eigen-[a-z0-9-]+$/);
      expect(first.length).toBeLessThanOrEqual(60);
      expect([...taken, first]).not.toContain(second);
    }),
  );
});

test("who is asked: without a tick nobody, without a target not at all, and a family's targets stay where another function needs them", () => {
  const draft = drafts["three-levels"]!();
  const [leraar, vak] = [matrixGroup("leraar")!, matrixGroup("leraar.vakleerkracht")!];
  expect(editMatrix(draft, "statements", leraar, { "in.1.1": "on" })).toEqual({ ok: false, errors: { "1.1": "no-target" } });
  expect(editMatrix(draft, "statements", leraar, { "in.1.1": "on", "target.1.1": "9" })).toEqual({ ok: false, errors: { "1.1": "not-a-choice" } });
  const one = editMatrix(draft, "statements", leraar, { "in.1.1": "on", "target.1.1": "2", "weight.1.1": "1.5" });
  if (!one.ok) throw new Error("not kept");
  expect(one.draft.profiles[0]!.families.leraar).toEqual({ targets: { "1.1": { level: "2", weight: 1.5 } }, asked: { "*": { items: ["1.1"], short: ["1.1"] } } });
  const two = editMatrix(one.draft, "statements", vak, { "in.2.1": "on", "target.2.1": "3" });
  if (!two.ok) throw new Error("not kept");
  expect(Object.keys(two.draft.profiles[0]!.families.leraar!.targets)).toEqual(["1.1", "2.1"]);
  const area = editMatrix(two.draft, "statements", vak, { "in.1.2": "on", "target.1.2": "1" }, "1");
  // Of the other area nothing was shown, so it stays as it was.
  expect(area.ok && matrixOf(area.draft, "statements", vak)!.rows.map(({ id, asked, target }) => [id, asked, target])).toEqual([["1.1", false, "2"], ["1.2", true, "1"], ["2.1", true, "3"]]);
  const none = editMatrix(one.draft, "statements", leraar, {});
  expect(none.ok && none.draft.profiles[0]!.families).toEqual({});
  expect(matrixOf(two.draft, "statements", leraar)!.rows.filter(({ asked }) => asked).map(({ id }) => id)).toEqual(["1.1"]);
});
