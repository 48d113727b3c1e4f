import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acted, actFrom } from "#app/domain/desk/act.ts";
import { storedDraft, type Draft } from "#app/domain/desk/draft.ts";
import { problemsOf } from "#app/domain/desk/problems.ts";
import { areasFor } from "#app/domain/desk/tree.ts";
import { diffFrameworks } from "#app/domain/framework/diff.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { drafts, finished } from "./drafts.ts";

const move = (draft: Draft, id: string, area: string) => acted(draft, { do: "move", id, area }, []);
const parents = ({ framework }: Draft) => Object.fromEntries([...placesOf(framework)].map(([id, { parent }]) => [id, parent]));

describe("moving a competence to another area", () => {
  test("takes its words, its questionnaires and its code along; the diff calls it moved, and nothing else is", () => {
    const draft = finished(drafts["three-levels"]!());
    const moved = move(draft, "1.2", "2");
    if (!moved.ok) throw new Error(moved.why);
    expect(moved.draft.framework.nodes.map(({ children }) => children!.map(({ id }) => id))).toEqual([["1.1"], ["2.1", "1.2"]]);
    expect(diffFrameworks(draft.framework, { ...moved.draft.framework, version: "0.1.1" }).items.filter(({ kind }) => kind !== "same").map(({ kind, to }) => [kind, to[0]!.id])).toEqual([["moved", "1.2"]]);
    expect(problemsOf(moved.draft)).toEqual([]);
  });

  test("the only competence of an area stays, and only an area takes one", () => {
    const draft = drafts["three-levels"]!();
    expect(move(draft, "2.1", "1")).toEqual({ ok: false, why: "last-to-move" });
    expect(areasFor(draft.framework, "2.1")).toEqual([]);
    for (const area of ["2.1", "9", "", "__proto__"]) expect(move(draft, "1.1", area)).toEqual({ ok: false, why: "no-such-area" });
    expect(move(draft, "1", "2")).toEqual({ ok: false, why: "no-such-node" });
    expect(move(draft, "1.1", "1")).toEqual({ ok: true, draft, id: "1.1" });
    expect(actFrom({ do: "move", area: "2" }, "1.1")).toEqual({ do: "move", id: "1.1", area: "2" });
    expect(actFrom({ do: "move", area: "2" }, null)).toBeNull();
  });

  test("a block takes its place among the steps of the progression", () => {
    const draft = drafts["blocks"]!();
    const [first, second] = draft.framework.nodes;
    const without = acted(draft, { do: "remove", id: first!.children![1]!.id }, []);
    if (!without.ok) throw new Error(without.why);
    const moved = move(without.draft, second!.children![1]!.id, first!.id);
    if (!moved.ok) throw new Error(moved.why);
    expect(moved.draft.framework.nodes[0]!.children!.map(({ progression }) => progression)).toEqual(draft.framework.progression!.levels.map(({ code }) => code));
    expect(problemsOf(moved.draft)).toEqual([]);
  });

  test.each(Object.keys(drafts))("whatever moves in a draft of %s, only its place changes, and it can go back", (name) => {
    fc.assert(
      fc.property(fc.array(fc.record({ pick: fc.nat(), to: fc.nat() }), { maxLength: 8 }), (moves) => {
        const draft = drafts[name]!();
        const content = ({ framework, profiles }: Draft) => ({ nodes: [...placesOf(framework)].map(([id, { node: { children: _children, ...node } }]) => [id, node]).sort(), instruments: framework.instruments, profiles });
        let now = draft;
        for (const { pick, to } of moves) {
          const all = [...placesOf(now.framework).keys()];
          const id = all[pick % all.length]!;
          const areas = areasFor(now.framework, id);
          if (areas.length === 0) continue;
          const area = areas[to % areas.length]!.id;
          const before = parents(now);
          const moved = move(now, id, area);
          if (!moved.ok) throw new Error(moved.why);
          expect(parents(moved.draft)).toEqual({ ...before, [id]: area });
          const back = move(moved.draft, id, before[id]!);
          expect(back.ok && parents(back.draft)).toEqual(before);
          now = moved.draft;
        }
        expect(content(now)).toEqual(content(draft));
        expect(storedDraft(now)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
