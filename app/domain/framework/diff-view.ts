import { frameworkReasons, stepAsked, stepBetween, stepNeeded, type VersionStep } from "#app/domain/framework/bump.ts";
import { changeKinds, diffFrameworks, type ChangeKind, type FrameworkDiff, type InstrumentChange, type ItemChange, type Part, type ScaleChange } from "#app/domain/framework/diff.ts";
import { instrumentOf, levelName, type Framework } from "#app/domain/framework/framework.ts";
import { textsOf, type PlacedText, type TextChange, type TextPart } from "#app/domain/framework/texts.ts";
import { placesOf, type Placed } from "#app/domain/framework/upgrade.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { familyMember, isFamily, staffFunction } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** One text of then beside that of now; `language` only where it is not the reader's. `item`: which of several parts it belongs to. */
export type WordRow = { readonly part: TextPart; readonly instrument: string | null; readonly group: string | null; readonly at: string | null; readonly language: Language | null; readonly item: string | null; readonly before: string | null; readonly after: string | null };
type PartView = { readonly id: string; readonly code: string; readonly title: string; readonly area: string };

/** A part of the framework with what became of it. */
export type ItemView = { readonly key: string; readonly kind: ChangeKind; readonly layer: string; readonly from: readonly PartView[]; readonly to: readonly PartView[]; readonly rows: readonly WordRow[] };
export type ScaleView = Pick<ScaleChange, "kind" | "before" | "after"> & { readonly name: string | null; readonly rows: readonly WordRow[] };
export type InstrumentView = Pick<InstrumentChange, "kind"> & { readonly title: string; readonly rows: readonly WordRow[] };

/** A kind of detail that differs, and where: parts by their code, instruments by their name; nowhere in particular for the document itself. */
export type FactView = { readonly field: string; readonly where: readonly string[] };

/** What is looked at: everything that changed, everything there is, or one kind. */
export type KindAsked = "changed" | "all" | ChangeKind;
/** More parts than this stand on the next page. */
export const partsPerPage = 100;

/** Two versions laid side by side, in the reader's language. `step` is null when the first is not the older one. */
export type DiffView = {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly kind: KindAsked;
  readonly page: number;
  readonly pages: number;
  readonly items: readonly ItemView[];
  readonly scales: readonly ScaleView[];
  readonly instruments: readonly InstrumentView[];
  readonly rows: readonly WordRow[];
  readonly facts: readonly FactView[];
  readonly step: { readonly given: VersionStep; readonly needed: VersionStep } | null;
};

/** What there is to read about two versions, one page of the parts that were asked for. */
export function diffView(before: Framework, after: Framework, versions: readonly Framework[], { language, kind, page }: { readonly language: Language; readonly kind: KindAsked; readonly page: number }): DiffView {
  const diff = diffFrameworks(before, after, versions);
  const asked = diff.items.filter((item) => kind === "all" || (kind === "changed" ? item.kind !== "same" : item.kind === kind));
  const pages = Math.max(1, Math.ceil(asked.length / partsPerPage));
  const shown = Math.min(Math.max(1, page), pages);
  const words = wordsIn(before, after, language);
  return {
    counts: Object.fromEntries(changeKinds.map((each) => [each, diff.items.filter((item) => item.kind === each).length])) as Record<ChangeKind, number>,
    kind,
    page: shown,
    pages,
    items: asked.slice((shown - 1) * partsPerPage, shown * partsPerPage).map((item) => words.item(item)),
    scales: diff.scales.map(({ where, texts, ...scale }) => ({ ...scale, name: words.instrumentTitle(/^instruments\.(.+)\.scale$/.exec(where)?.[1] ?? null), rows: texts.map((text) => words.row(text)) })),
    instruments: diff.instruments.map(({ title, kind: what, texts }) => ({ kind: what, title: inLanguage(title, language), rows: texts.map((text) => words.row(text)) })),
    rows: diff.texts.map((text) => words.row(text)),
    facts: factsOf(diff.facts, words.instrumentTitle),
    step: compareVersions(before.version, after.version) < 0 ? stepOf(diff) : null,
  };
}

function factsOf(facts: readonly string[], instrumentTitle: (id: string | null) => string | null): FactView[] {
  const found = new Map<string, string[]>();
  for (const fact of facts) {
    const dot = fact.lastIndexOf(".");
    const [field, at] = [fact.slice(dot + 1), fact.slice(0, Math.max(0, dot))];
    const named = at === "" || at === "nodes" || at === "scale" || at === "progression" ? [] : [at.startsWith("instruments.") ? instrumentTitle(at.slice("instruments.".length))! : at];
    found.set(field, [...(found.get(field) ?? []), ...named]);
  }
  return [...found].map(([field, where]) => ({ field, where }));
}

function stepOf(diff: FrameworkDiff): NonNullable<DiffView["step"]> {
  return { given: stepBetween(diff.from, diff.to), needed: stepAsked(diff.from, stepNeeded(frameworkReasons(diff))) };
}

function wordsIn(before: Framework, after: Framework, language: Language) {
  const [then, now] = [placesOf(before), placesOf(after)];
  const instrumentTitle = (id: string | null) => {
    const instrument = id === null ? null : (instrumentOf(after, id) ?? instrumentOf(before, id));
    return instrument ? inLanguage(instrument.title, language) : id;
  };
  const nameAt = ({ part, instrument, at }: TextChange): string | null => {
    if (at === null || part === "objective") return at;
    const scales = [after, before].flatMap((framework) => [instrument === null ? null : instrumentOf(framework, instrument)?.scale, framework.scale, framework.progression]);
    const level = scales.flatMap((scale) => scale?.levels ?? []).find(({ code }) => code === at);
    return level ? levelName(level, language) : at;
  };
  const row = (change: TextChange, item: string | null = null): WordRow => {
    const { part, instrument, group, language: spoken, before: old, after: text } = change;
    return { part, instrument: instrumentTitle(instrument), group: groupName(group, language), at: nameAt(change), language: spoken === language ? null : spoken, item, before: old, after: text };
  };
  const textsIn = (framework: Framework, places: ReadonlyMap<string, Placed>, part: Part | null) => (part ? textsOf(framework, places.get(part.id)!.node, new Set()).filter((text) => isTold(text, language)) : []);
  // All words of both, also where they are the same: one reads what the one became.
  const pairOf = (old: Part | null, part: Part | null, named: Part | null): WordRow[] => {
    const [left, right] = [textsIn(before, then, old), textsIn(after, now, part)];
    const isAt = (place: PlacedText) => (each: PlacedText) => each.part === place.part && each.at === place.at;
    const rows = [...right.map((text): TextChange => ({ ...text, before: left.find(isAt(text))?.text ?? null, after: text.text })), ...left.filter((text) => !right.some(isAt(text))).map((text): TextChange => ({ ...text, before: text.text, after: null }))];
    return rows.map((change) => row(change, named && inLanguage(named.title, language)));
  };
  const wholeRows = (from: readonly Part[], to: readonly Part[]): WordRow[] => {
    if (from.length < 2 && to.length < 2) return pairOf(from[0] ?? null, to[0] ?? null, null);
    if (from.length === 1) return to.flatMap((part) => pairOf(from[0]!, part, part));
    if (to.length === 1) return from.flatMap((part) => pairOf(part, to[0]!, part));
    return [...from.flatMap((part) => pairOf(part, null, part)), ...to.flatMap((part) => pairOf(null, part, part))];
  };
  const item = ({ kind, from, to, texts }: ItemChange): ItemView => {
    const alone = from.length === 1 && to.length === 1;
    const [parts, places, framework] = to.length > 0 ? [to, now, after] : [from, then, before];
    return {
      key: `${from[0]?.id ?? ""}>${to[0]?.id ?? ""}`,
      kind,
      layer: inLanguage(framework.layers[depthOf(places, parts[0]!.id)]!.title, language),
      from: from.map((part) => partView(part, language)),
      to: to.map((part) => partView(part, language)),
      rows: alone ? [...texts].sort((a, b) => Number(a.language !== null && a.language !== language) - Number(b.language !== null && b.language !== language)).map((text) => row(text)) : wholeRows(from, to),
    };
  };
  return { instrumentTitle, row, item };
}

/** Of what came or went only its own words are told, in the reader's language: those for function groups are in the framework itself. */
function isTold({ part, group, language: spoken }: PlacedText, language: Language): boolean {
  return group === null && spoken === language && part !== "example" && part !== "nextStep";
}

const partView = ({ id, code, title, area }: Part, language: Language): PartView => ({ id, code, title: inLanguage(title, language), area: inLanguage(area, language) });

function groupName(group: string | null, language: Language): string | null {
  if (group === null) return null;
  const title = isFamily(group) ? familyMember[group] : staffFunction(group)?.title;
  return title ? inLanguage(title, language) : group;
}

function depthOf(places: ReturnType<typeof placesOf>, id: string): number {
  let depth = 0;
  for (let parent = places.get(id)?.parent ?? null; parent !== null; parent = places.get(parent)?.parent ?? null) depth += 1;
  return depth;
}
