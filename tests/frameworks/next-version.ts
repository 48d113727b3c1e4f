import fc from "fast-check";
import type { ChangeKind, diffFrameworks } from "#app/domain/framework/diff.ts";
import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import type { Mapping } from "#app/domain/framework/upgrade.ts";
import { smallFramework } from "#tests/domain/result/result-facts.ts";

/** What is done to one competence on the way to the next version; "merge" takes the next one along. */
export const acts = ["keep", "spell", "reword", "rename", "move", "split", "merge", "drop"] as const;
export type Act = (typeof acts)[number];
export type Expected = { readonly kind: ChangeKind; readonly from: readonly string[]; readonly to: readonly string[] };

/** Up to eight competences in each of two areas, with what happens to each, and how many are new. */
export const plans = fc.record({ acts: fc.array(fc.constantFrom(...acts), { minLength: 2, maxLength: 16 }), added: fc.integer({ min: 0, max: 2 }) });
export type Plan = { readonly acts: readonly Act[]; readonly added: number };

export const idsOf = ({ acts: done }: Plan): string[] => done.map((_, nth) => `${nth < done.length / 2 ? "a" : "b"}.${nth + 1}`);

/** The first version of a plan. */
export function firstOf(plan: Plan, version = "1.0.0"): Framework {
  return smallFramework({ version, ids: idsOf(plan) });
}

const leafOf = (framework: Framework, id: string) => framework.nodes.flatMap(({ children }) => children!).find((node) => node.id === id)!;

/** The next version as a plan makes it, with its upgrade, and what a comparison has to find. */
export function nextOf(plan: Plan, version = "2.0.0"): { readonly after: Framework; readonly expected: readonly Expected[] } {
  const before = firstOf(plan);
  const ids = idsOf(plan);
  const mapping: Mapping[] = [];
  const expected: Expected[] = [];
  const areas: Record<"a" | "b", FrameworkNode[]> = { a: [], b: [] };
  const put = (area: string, node: FrameworkNode) => areas[area as "a" | "b"].push(node);
  const found = (kind: ChangeKind, from: readonly string[], to: readonly string[]) => expected.push({ kind, from, to });
  for (let nth = 0; nth < ids.length; nth += 1) {
    const id = ids[nth]!;
    const [node, area] = [leafOf(before, id), id[0]!];
    const like = (other: string): FrameworkNode => ({ ...node, id: other, code: other });
    const act = plan.acts[nth]!;
    if (act === "merge" && nth + 1 < ids.length) {
      const [other] = [ids[nth + 1]!];
      nth += 1;
      put(area, node);
      mapping.push({ from: [id, other], to: [id] });
      found("merged", [id, other], [id]);
    } else if (act === "split") {
      put(area, like(`${id}a`));
      put(area, like(`${id}b`));
      mapping.push({ from: [id], to: [`${id}a`, `${id}b`] });
      found("split", [id], [`${id}a`, `${id}b`]);
    } else if (act === "drop") found("gone", [id], []);
    else if (act === "rename") {
      put(area, { ...like(`${id}x`) });
      mapping.push({ from: [id], to: [`${id}x`] });
      found("renamed", [id], [`${id}x`]);
    } else if (act === "move") {
      put(area === "a" ? "b" : "a", node);
      found("moved", [id], [id]);
    } else if (act === "reword" || act === "spell") {
      put(area, { ...node, title: { ...node.title, nl: act === "spell" ? `${node.title.nl}.` : `${node.title.nl}, en dat samen met een collega` } });
      found("reworded", [id], [id]);
    } else {
      put(area, node);
      found("same", [id], [id]);
    }
  }
  for (let nth = 1; nth <= plan.added; nth += 1) {
    put("a", { ...leafOf(before, ids[0]!), id: `new.${nth}`, code: `new.${nth}` });
    found("new", [], [`new.${nth}`]);
  }
  const nodes = before.nodes.map((area) => ({ ...area, children: areas[area.id as "a" | "b"] })).filter(({ children }) => children.length > 0);
  return { after: { ...before, version, nodes, ...(mapping.length > 0 ? { upgrade: { from: before.version, items: mapping } } : {}) }, expected };
}

/** What a comparison finds of the competences, in any order. */
export function foundIn(diff: ReturnType<typeof diffFrameworks>): Expected[] {
  return diff.items.filter(({ isCompetence }) => isCompetence).map(({ kind, from, to }) => ({ kind, from: from.map(({ id }) => id), to: to.map(({ id }) => id) }));
}

export const inAnyOrder = (list: readonly Expected[]): string[] => list.map((each) => JSON.stringify([each.kind, [...each.from].sort(), [...each.to].sort()])).sort();
