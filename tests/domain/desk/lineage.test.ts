import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acted, type Act } from "#app/domain/desk/act.ts";
import { nextVersion } from "#app/domain/desk/begin.ts";
import { openDraft, storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { formerForm, formerView, tickedIn } from "#app/domain/desk/former-view.ts";
import { inOneLanguage, withBothLanguages } from "#app/domain/desk/language.ts";
import { candidatesFor, formerOf, lineageOf, partnersOf, restSaid, retold, unsaid, type Standpoint } from "#app/domain/desk/lineage.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { mappingProblems, upgradeProblems } from "#app/domain/framework/check-upgrade.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { drafts, finished } from "./drafts.ts";

/** A draft that follows a published version, after some acts on its tree. */
function following(name: string, acts: readonly Act[] = []): { before: Draft["framework"]; draft: Draft } {
  const first = finished(drafts[name]!());
  const begun = nextVersion(first, "0.1.1", "2026-12-01");
  const draft = acts.reduce((now, act) => {
    const done = acted(now, act, [...placesOf(first.framework).keys()]);
    return done.ok ? done.draft : now;
  }, begun);
  return { before: first.framework, draft };
}
const tell = (draft: Draft, before: Draft["framework"], at: Standpoint, ...others: string[]) => {
  const told = retold(draft, before, at, others);
  if (!told.ok) throw new Error(told.sentence.en);
  return told.draft;
};
const now = (id: string): Standpoint => ({ side: "now", id });
const then = (id: string): Standpoint => ({ side: "then", id });
const kinds = ({ framework }: Draft, before: Draft["framework"]) => diffFrameworks(before, framework, [before]).items.filter(({ kind }) => kind !== "same").map(({ kind, from, to }) => `${from.map(({ id }) => id).join("+")}>${to.map(({ id }) => id).join("+")} ${kind}`);
const add: Act = { do: "add-competence", id: "1" };

describe("what became of the version before", () => {
  test("without a word the ids tell, and what they do not tell is asked", () => {
    const { before, draft } = following("three-levels", [add, { do: "remove", id: "1.2" }]);
    expect(formerOf(draft.framework, [before])).toBe(before);
    expect(kinds(draft, before)).toEqual(["1.2> gone", ">1.3 new"]);
    expect(unsaid(before, draft.framework)).toEqual([now("1.3"), then("1.2")]);
    expect(draft.framework.upgrade).toBeUndefined();
  });

  test.each<[string, readonly Act[], (draft: Draft, before: Draft["framework"]) => Draft, string[], unknown]>([
    ["another id", [add, { do: "remove", id: "1.2" }], (draft, before) => tell(draft, before, now("1.3"), "1.2"), ["1.2>1.3 renamed"], [{ from: ["1.2"], to: ["1.3"] }]],
    ["a split", [add], (draft, before) => tell(draft, before, now("1.3"), "1.1"), ["1.1>1.1+1.3 split"], [{ from: ["1.1"], to: ["1.1", "1.3"] }]],
    ["a merger", [{ do: "remove", id: "1.2" }], (draft, before) => tell(draft, before, then("1.2"), "1.1"), ["1.1+1.2>1.1 merged"], [{ from: ["1.1", "1.2"], to: ["1.1"] }]],
    ["new", [add], (draft, before) => tell(draft, before, now("1.3")), [">1.3 new"], [{ from: [], to: ["1.3"] }]],
    ["gone", [{ do: "remove", id: "1.2" }], (draft, before) => tell(draft, before, then("1.2")), ["1.2> gone"], [{ from: ["1.2"], to: [] }]],
    ["another question under the same id", [], (draft, before) => tell(draft, before, now("1.1")), ["1.1> gone", ">1.1 new"], [{ from: [], to: ["1.1"] }]],
    ["the same again", [add], (draft, before) => tell(tell(draft, before, now("1.3"), "1.1"), before, then("1.1"), "1.1"), [">1.3 new"], undefined],
  ])("%s is said at one item, and stands in the document as the schema has it", (_, acts, work, expected, items) => {
    const { before, draft } = following("three-levels", acts);
    const told = work(draft, before);
    expect(kinds(told, before).sort()).toEqual([...expected].sort());
    expect(told.framework.upgrade).toEqual(items === undefined ? undefined : { from: "0.1.0", items });
  });

  test("several of several is refused in words, with the items by their names, and nothing is kept", () => {
    const { before, draft } = following("three-levels", [add]);
    const told = retold(draft, before, now("1.3"), ["1.1", "1.2"]);
    expect(told).toMatchObject({ ok: false, sentence: { nl: expect.stringMatching(/^1\.1 Kennis delen \+ 1\.2 Nieuws bijhouden → 1\.1 .* zo worden meer onderdelen/) as string } });
    expect(retold(draft, before, now("1.3"), ["1"])).toMatchObject({ ok: false });
    expect(retold(draft, before, now("1.3"), ["9.9"])).toMatchObject({ ok: false });
  });

  test("one item becomes at most twenty others, as the schema allows", () => {
    const { before, draft } = following("three-levels", Array.from({ length: 20 }, () => add));
    const fresh = unsaid(before, draft.framework).map(({ id }) => id);
    expect(retold(draft, before, then("1.1"), ["1.1", ...fresh])).toMatchObject({ ok: false, sentence: { en: expect.stringContaining("at most 20") as string } });
    expect(storedDraft(tell(draft, before, then("1.1"), ...fresh))).not.toBeNull();
  });

  test("what is taken away afterwards takes what was said of it along", () => {
    const { before, draft } = following("three-levels", [add]);
    const removed = acted(tell(draft, before, now("1.3"), "1.1"), { do: "remove", id: "1.3" }, []);
    expect(removed.ok && removed.draft.framework.upgrade).toBeUndefined();
    const other = acted(tell(draft, before, now("1.1")), { do: "remove", id: "1.1" }, []);
    expect(other.ok && kinds(other.draft, before)).toContain("1.1> gone");
  });
});

test("of a large framework one area is shown, and what was said of the others stays", () => {
  const many = finished(Array.from({ length: 160 }).reduce<Draft>((draft) => {
    const done = acted(draft, add, []);
    return done.ok ? done.draft : draft;
  }, drafts["three-levels"]!()));
  const before = many.framework;
  const begun = acted(nextVersion(many, "0.1.1", "2026-12-01"), { do: "remove", id: "1.1" }, []);
  if (!begun.ok) throw new Error(begun.why);
  const draft = tell(begun.draft, before, now("2.1"), "1.1", "2.1");
  const elsewhere = formerForm(draft, before, now("2.1"), "2", "nl")!;
  expect([elsewhere.shown, elsewhere.options.map(({ id }) => id), elsewhere.areas.map(({ id }) => id)]).toEqual(["2", ["2.1"], ["1", "2"]]);
  expect(formerForm(draft, before, now("2.1"), null, "nl")!.shown).toBe("1");
  expect(tickedIn(draft, before, now("2.1"), "2", {})).toEqual(["1.1"]);
  expect(tickedIn(draft, before, now("2.1"), "2", { "with.2.1": "on" })).toEqual(["1.1", "2.1"]);
  expect(tickedIn(draft, before, now("2.1"), "1", { "with.1.2": "on", "with.2.1": "" })).toEqual(["1.2", "2.1"]);
});

test("what is not written in the reader's language yet is named in the other", () => {
  const { before, draft } = following("three-levels", [add]);
  const renamed = withBothLanguages(inOneLanguage(draft, "nl"));
  const view = formerView(renamed, before, [before], { language: "en", kind: "all", page: 1 });
  expect(view.diff.items.find(({ to }) => to[0]?.id === "1.1")).toMatchObject({ layer: "competentie", from: [{ title: "Sharing knowledge" }], to: [{ title: "Kennis delen" }] });
  expect(formerForm(renamed, before, now("1.1"), null, "en")).toMatchObject({ title: "Kennis delen", layer: "competentie", area: "Samen leren" });
});

describe.each(["three-levels", "agreements", "statements"])("whatever is done to a draft of %s and said of it", (name) => {
  const act = fc.record({ do: fc.constantFrom("add-area", "add-competence", "remove", "up"), pick: fc.nat() });
  const saying = fc.record({ side: fc.constantFrom("then" as const, "now" as const), pick: fc.nat(), others: fc.array(fc.nat(), { maxLength: 3 }), rest: fc.boolean() });
  test("it holds, can be stored, reads back as it was said, and disturbs nothing else", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), fc.array(saying, { maxLength: 6 }), fc.array(act, { maxLength: 2 }), (acts, sayings, later) => {
        const begun = following(name);
        const taken = [...placesOf(begun.before).keys()];
        const change = (draft: Draft, { do: what, pick }: (typeof acts)[number]) => {
          const all = [...placesOf(draft.framework).keys()];
          const done = acted(draft, { do: what, id: all[pick % all.length]! } as Act, taken);
          return done.ok ? done.draft : draft;
        };
        const { before } = begun;
        let draft = acts.reduce(change, begun.draft);
        for (const { side, pick, others, rest } of sayings) {
          const all = [...placesOf(side === "now" ? draft.framework : before).keys()];
          const at: Standpoint = { side, id: all[pick % all.length]! };
          const candidates = candidatesFor(before, draft.framework, at)!.map(({ node }) => node.id);
          const chosen = [...new Set(candidates.length === 0 ? [] : others.map((each) => candidates[each % candidates.length]!))];
          const earlier = lineageOf(before, draft.framework).edges;
          const told = rest ? restSaid(draft, before) : retold(draft, before, at, chosen);
          if (!told.ok) {
            expect(told.sentence.nl).not.toMatch(/controle zegt/);
            continue;
          }
          draft = told.draft;
          const [edges, isAt] = [lineageOf(before, draft.framework).edges.map(String), (edge: readonly string[]) => !rest && edge[side === "now" ? 1 : 0] === at.id];
          for (const edge of earlier) if (!isAt(edge)) expect(edges).toContain(String(edge));
          if (rest) expect(unsaid(before, draft.framework)).toEqual([]);
          else {
            expect(partnersOf(lineageOf(before, draft.framework), at).sort()).toEqual(chosen.sort());
            expect(unsaid(before, draft.framework)).not.toContainEqual(at);
            const form = formerForm(draft, before, at, null, "nl")!;
            expect(tickedIn(draft, before, at, form.shown, Object.fromEntries(form.options.flatMap(({ id, chosen: ticked }) => (ticked ? [[`with.${id}`, "on"]] : []))))!.sort()).toEqual(chosen.sort());
          }
        }
        draft = later.reduce(change, draft);
        expect([...upgradeProblems(draft.framework), ...mappingProblems(draft.framework, before)]).toEqual([]);
        expect(problemsOf(finished(draft), before)).toEqual([]);
        expect(openDraft(JSON.parse(JSON.stringify(storedDraft(draft))) as NonNullable<ReturnType<typeof storedDraft>>)).toEqual(draft);
        const view = formerView(draft, before, [before], { language: "en", kind: "all", page: 1 });
        expect(view.unsaid.length + view.moreUnsaid).toBe(unsaid(before, draft.framework).length);
      }),
      { numRuns: 60 },
    );
  });
});
