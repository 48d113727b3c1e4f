import type { Draft } from "#app/domain/desk/draft.ts";
import type { Repair } from "#app/domain/desk/problems.ts";
import { blankLevels, changeNode, settled } from "#app/domain/desk/tree.ts";
import { removeWordsFor } from "#app/domain/desk/words.ts";
import { folded } from "#app/domain/framework/check-instruments.ts";
import type { FrameworkNode, InstrumentItem, LevelText, Scale, Variant } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";

/** The draft with one thing mended. What was mended before, or is not there, changes nothing. */
export function repaired(draft: Draft, repair: Repair): Draft {
  const { framework } = draft;
  switch (repair.act) {
    case "new-id":
      return settled({ ...draft, framework: { ...framework, nodes: withOwnIds(framework.nodes) } });
    case "new-code":
      return { ...draft, framework: changeNode(framework, repair.id, (node) => ({ ...node, code: freeCode(draft, node) })) };
    case "level-texts":
      return withLevelTexts(draft, repair.id);
    case "drop-words":
      return removeWordsFor(draft, repair.id, repair.group);
    case "drop-instrument": {
      const instruments = framework.instruments.filter(({ id }) => id !== repair.id);
      return instruments.length === 0 || instruments.length === framework.instruments.length ? draft : { framework: { ...framework, instruments }, profiles: draft.profiles.filter(({ instrument }) => instrument !== repair.id) };
    }
  }
}

/** Every id once: the second that has one gets a number behind it. */
function withOwnIds(nodes: readonly FrameworkNode[]): FrameworkNode[] {
  const used = new Set<string>();
  const own = (id: string) => {
    let next = id;
    for (let count = 2; used.has(folded(next)); count += 1) next = `${id.slice(0, 55)}-${count}`;
    used.add(folded(next));
    return next;
  };
  const walk = (node: FrameworkNode): FrameworkNode => {
    const id = own(node.id);
    return { ...node, id, ...(node.children ? { children: node.children.map(walk) } : {}) };
  };
  return nodes.map(walk);
}

function freeCode({ framework }: Draft, node: FrameworkNode): string {
  const codes = new Set([...placesOf(framework).values()].flatMap(({ node: each }) => (each.id === node.id ? [] : [folded(each.code)])));
  for (let count = 2; ; count += 1) {
    const code = `${node.code.slice(0, 55)}-${count}`;
    if (!codes.has(folded(code))) return code;
  }
}

/** A text for every step of the scales, in their order: what is there stays, what is missing is empty and can be written. */
function withLevelTexts(draft: Draft, id: string): Draft {
  const { framework } = draft;
  const complete = (scale: Scale, form: Parameters<typeof blankLevels>[1], levels: readonly LevelText[] = []) => blankLevels(scale, form).map((blank) => levels.find(({ level }) => level === blank.level) ?? blank);
  const variantsOf = (scale: Scale, form: Parameters<typeof blankLevels>[1], variants: Readonly<Record<string, Variant>>) => Object.fromEntries(Object.entries(variants).map(([key, each]) => [key, { ...each, levels: complete(scale, form, each.levels) }]));
  const { scale } = framework;
  const changed = scale ? changeNode(framework, id, (node) => (node.children?.length ? node : { ...node, levels: complete(scale, "choose-statement", node.levels), ...(node.variants ? { variants: variantsOf(scale, "choose-statement", node.variants) } : {}) })) : framework;
  const instruments = changed.instruments.map((instrument) => {
    const item = instrument.items?.[id];
    if (!instrument.scale || !item) return instrument;
    const next: InstrumentItem = { ...item, levels: complete(instrument.scale, instrument.form, item.levels), ...(item.variants ? { variants: variantsOf(instrument.scale, instrument.form, item.variants) } : {}) };
    return { ...instrument, items: { ...instrument.items, [id]: next } };
  });
  return { ...draft, framework: { ...changed, instruments } };
}
