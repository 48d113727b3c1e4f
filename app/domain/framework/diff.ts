import type { Framework, Instrument, Scale } from "#app/domain/framework/framework.ts";
import { documentTexts, instrumentTexts, scaleTexts, textChanges, textsOf, type TextChange } from "#app/domain/framework/texts.ts";
import { linksBetween, placesOf, type Link, type Placed } from "#app/domain/framework/upgrade.ts";
import type { Text } from "#app/domain/text.ts";

/** What became of a part of the tree. renamed: the same in the same place under another id; moved: to another area. */
export const changeKinds = ["same", "reworded", "renamed", "moved", "split", "merged", "new", "gone"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A part as it stands in one of the two versions. */
export type Part = { readonly id: string; readonly code: string; readonly title: Text; readonly area: Text };

/** One part, or several that belong together, in both versions. `texts`: what is worded otherwise, of one and one only. */
export type ItemChange = { readonly kind: ChangeKind; readonly isCompetence: boolean; readonly from: readonly Part[]; readonly to: readonly Part[]; readonly texts: readonly TextChange[] };

/** A scale that is not as it was. steps: other steps, so that levels cannot be laid side by side; words: only said otherwise. */
export type ScaleChange = { readonly where: string; readonly kind: "steps" | "words"; readonly before: readonly string[]; readonly after: readonly string[]; readonly texts: readonly TextChange[] };

/** An instrument that is not as it was. rule: asks or counts otherwise. */
export type InstrumentChange = { readonly id: string; readonly title: Text; readonly kind: "new" | "gone" | "rule" | "words"; readonly texts: readonly TextChange[] };

/** Everything that differs between two versions; `items` holds what is the same too. `facts`: fields that are no words, as source and licence. */
export type FrameworkDiff = {
  readonly from: string;
  readonly to: string;
  readonly items: readonly ItemChange[];
  readonly scales: readonly ScaleChange[];
  readonly instruments: readonly InstrumentChange[];
  readonly texts: readonly TextChange[];
  readonly facts: readonly string[];
};

/**
 * Two versions of a framework laid side by side, part by part.
 * @param versions all versions that are known: what was split two versions ago is still split
 */
export function diffFrameworks(before: Framework, after: Framework, versions: readonly Framework[] = []): FrameworkDiff {
  const links = linksBetween(before, after, versions);
  const [then, now] = [placesOf(before), placesOf(after)];
  const partner = new Map(links.flatMap(({ from, to }) => (from.length === 1 && to.length === 1 ? [[from[0]!, to[0]!] as const] : [])));
  // An instrument that came or went is told once, and not again at every item.
  const common = new Set(after.instruments.flatMap(({ id }) => (before.instruments.some((each) => each.id === id) ? [id] : [])));
  return {
    from: before.version,
    to: after.version,
    items: links.map((link) => itemChange(link)),
    scales: scaleChanges(before, after),
    instruments: instrumentChanges(before, after),
    texts: textChanges(documentTexts(before), documentTexts(after)),
    facts: factChanges(before, after, links, then, now),
  };

  function itemChange({ from, to }: Link): ItemChange {
    const [first, last] = [then.get(from[0] ?? ""), now.get(to[0] ?? "")];
    const parts = { isCompetence: (first ?? last)!.isCompetence, from: from.map((id) => partOf(then.get(id)!)), to: to.map((id) => partOf(now.get(id)!)) };
    if (from.length !== 1 || to.length !== 1) return { kind: from.length === 0 ? "new" : to.length === 0 ? "gone" : to.length > 1 ? "split" : "merged", ...parts, texts: [] };
    const texts = textChanges(textsOf(before, first!.node, common), textsOf(after, last!.node, common));
    const stays = first!.parent === null || last!.parent === null ? first!.parent === last!.parent : partner.get(first!.parent) === last!.parent;
    return { kind: !stays ? "moved" : from[0] !== to[0] ? "renamed" : texts.length > 0 ? "reworded" : "same", ...parts, texts };
  }
}

const partOf = ({ node: { id, code, title }, area }: Placed): Part => ({ id, code, title, area: area.title });

/** Whether levels on the one scale can be laid beside levels on the other: the same steps in the same order. */
export function haveSameSteps(a: Scale | null, b: Scale | null): boolean {
  return a?.id === b?.id && codesOf(a).join("\n") === codesOf(b).join("\n");
}

const codesOf = (scale: Scale | null | undefined): string[] => scale?.levels.map(({ code }) => code) ?? [];

function scaleChanges(before: Framework, after: Framework): ScaleChange[] {
  const compare = (where: string, then: Scale | null, now: Scale | null, instrument: string | null = null): ScaleChange[] => {
    const texts = textChanges(then ? scaleTexts(before, then, instrument) : [], now ? scaleTexts(after, now, instrument) : []);
    const same = haveSameSteps(then, now);
    return same && texts.length === 0 ? [] : [{ where, kind: same ? "words" : "steps", before: codesOf(then), after: codesOf(now), texts: same ? texts : [] }];
  };
  return [
    ...compare("scale", before.scale, after.scale),
    ...compare("progression", before.progression ?? null, after.progression ?? null),
    ...after.instruments.flatMap((instrument) => {
      const then = before.instruments.find(({ id }) => id === instrument.id);
      return then ? compare(`instruments.${instrument.id}.scale`, then.scale ?? null, instrument.scale ?? null, instrument.id) : [];
    }),
  ];
}

function instrumentChanges(before: Framework, after: Framework): InstrumentChange[] {
  const rule = ({ form, scoring, lowest, bands }: Instrument) => JSON.stringify([form, scoring, lowest ?? 1, bands?.total ?? null, Object.entries(bands?.areas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return [
    ...after.instruments.flatMap((instrument): InstrumentChange[] => {
      const { id, title } = instrument;
      const then = before.instruments.find((each) => each.id === id);
      if (!then) return [{ id, title, kind: "new", texts: [] }];
      const texts = textChanges(instrumentTexts(before, then), instrumentTexts(after, instrument));
      return rule(then) !== rule(instrument) ? [{ id, title, kind: "rule", texts }] : texts.length > 0 ? [{ id, title, kind: "words", texts }] : [];
    }),
    ...before.instruments.filter(({ id }) => !after.instruments.some((each) => each.id === id)).map(({ id, title }): InstrumentChange => ({ id, title, kind: "gone", texts: [] })),
  ];
}

const factFields = ["source", "licence", "attribution", "changes", "endorsement", "contact", "reviewed", "reviewBy", "supersededBy", "derivedFrom", "languages"] as const;

function factChanges(before: Framework, after: Framework, links: readonly Link[], then: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): string[] {
  const differs = (a: unknown, b: unknown) => stable(a) !== stable(b);
  const fields = factFields.filter((field) => differs(before[field], after[field]));
  const nodes = links.flatMap(({ from, to }) => {
    if (from.length !== 1 || to.length !== 1) return [];
    const [old, node] = [then.get(from[0]!)!.node, now.get(to[0]!)!.node];
    return (["titleStatus", "extra", "links"] as const).filter((field) => differs(old[field], node[field])).map((field) => `${node.id}.${field}`);
  });
  const instruments = after.instruments.flatMap(({ id, ...instrument }) => {
    const old = before.instruments.find((each) => each.id === id);
    return old ? (["source", "status", "secondsPerItem"] as const).filter((field) => differs(old[field], instrument[field])).map((field) => `instruments.${id}.${field}`) : [];
  });
  const scales = (["scale", "progression"] as const).filter((field) => before[field] && after[field] && haveSameSteps(before[field], after[field]) && differs(statusesOf(before[field]), statusesOf(after[field]))).map((field) => `${field}.status`);
  return [...fields, ...nodes, ...instruments, ...scales, ...(isReordered(links, then, now) ? ["nodes.order"] : [])];
}

/** Whether parts that stayed where they were stand in another order there. */
function isReordered(links: readonly Link[], then: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): boolean {
  const old = new Map(links.flatMap(({ from, to }) => (from.length === 1 && to.length === 1 ? [[to[0]!, from[0]!] as const] : [])));
  const orderThen = new Map([...then.keys()].map((id, place) => [id, place]));
  const last = new Map<string, number>();
  return [...now].some(([id, { parent }]) => {
    const from = old.get(id);
    if (from === undefined || (parent === null ? null : old.get(parent)) !== then.get(from)!.parent) return false;
    const place = orderThen.get(from)!;
    const before = last.get(parent ?? "") ?? -1;
    last.set(parent ?? "", place);
    return place < before;
  });
}

const statusesOf = ({ status, levels }: Scale) => [status, ...levels.map(({ titleStatus }) => titleStatus)];

/** A value as text, the same whatever the order of its fields. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  return `{${Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${key}:${stable(each)}`).join()}}`;
}
