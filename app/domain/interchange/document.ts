import { checkFramework } from "#app/domain/framework/check.ts";
import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Framework, FrameworkNode, NodeLink } from "#app/domain/framework/framework.ts";
import { askedFrom, type Asked } from "#app/domain/interchange/instrument.ts";
import { headOf } from "#app/domain/interchange/head.ts";
import { layerNames } from "#app/domain/interchange/layers.ts";
import { refused, type LooseFramework, type LooseLink, type LooseNode, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { suffixed, treeOf, type Placed } from "#app/domain/interchange/place.ts";
import { cutTo, inBoth, joined, lineOf, voiceOf, type Voice } from "#app/domain/interchange/voice.ts";
import type { Text } from "#app/domain/text.ts";

/** Turns what a reader read into a framework that holds, with a note of everything that was mended or left behind. `today` is a day like 2027-11-01. */
export function documentFrom(loose: LooseFramework, file: string, today: string, notes: Notes): Read<Framework> {
  const tree = treeOf(loose, file, notes);
  if (!tree.ok) return tree;
  const { top, byKey } = tree.value;
  const voice = voiceOf(loose, notes);
  const title = titleOf(loose, file, voice, notes);
  const layers: Placed[][] = [];
  for (let layer: Placed[] = [...top]; layer.length > 0; layer = layer.flatMap(({ children }) => children)) layers.push(layer);
  const leaves = inTreeOrder(top).filter(({ children }) => children.length === 0);
  const asked = askedFrom(loose, leaves, voice, notes);
  const nodes = nodesOf(layers, { asked, voice, notes, codes: codesOf(top, notes), byKey });
  const document = { ...headOf(loose, title, voice, today, notes), layers: layerNames(loose.layers, layers), scale: asked.scale, nodes, instruments: [asked.instrument] };
  voice.done();
  const checked = checkFramework(document);
  if (checked.ok) return checked;
  // Everything above is there to make this impossible.
  const { where, reason } = checked.problems[0]!;
  return refused(`${file} · ${where}`, `Van dit bestand kon geen raamwerk gemaakt worden (${reason}).`, `No framework could be made of this file (${reason}).`);
}

/** A tree from top to bottom, each node before what stands under it. */
function inTreeOrder(top: readonly Placed[]): Placed[] {
  const found: Placed[] = [];
  const open = [...top].reverse();
  while (open.length > 0) {
    const one = open.pop()!;
    found.push(one);
    for (let nth = one.children.length - 1; nth >= 0; nth -= 1) open.push(one.children[nth]!);
  }
  return found;
}

function titleOf({ title }: LooseFramework, file: string, voice: Voice, notes: Notes): Text {
  const said = voice.say(title, wholeFile);
  if (said) {
    if (Math.max(said.nl.length, said.en.length) > 200) lost(notes, "text-cut", wholeFile, said.nl.length);
    return inBoth(lineOf(said), (text) => cutTo(text, 200));
  }
  const name = cutTo(file.replace(/^.*[\\/]/, "").replace(/\.[a-z0-9]{1,8}$/i, "").replace(/[^\p{L}\p{N} ._-]/gu, "").replace(/[_\s]+/g, " ").trim() || "Raamwerk", 120);
  repaired(notes, "title-added", wholeFile, name);
  return { nl: name, en: name };
}

const given = ({ code }: LooseNode) => code.normalize("NFC").replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim();

/** A code for each node: the file's own, else its place in the tree ("2.1"); each only once. */
function codesOf(top: readonly Placed[], notes: Notes): ReadonlyMap<Placed, string> {
  const codes = new Map<Placed, string>();
  const taken = new Set<string>();
  const used = new Map<string, number>();
  const keep = (one: Placed, code: string) => void (codes.set(one, code), taken.add(folded(code)));
  const all = inTreeOrder(top);
  for (const one of all) {
    const code = given(one.node);
    if (code !== "" && code.length <= 60 && !taken.has(folded(code))) keep(one, code);
  }
  let added = 0;
  const place = new Map<Placed, string>(top.map((one, nth) => [one, String(nth + 1)]));
  for (const one of all) {
    one.children.forEach((child, nth) => place.set(child, `${codes.get(one) ?? place.get(one)!}.${nth + 1}`));
    if (codes.has(one)) continue;
    const code = given(one.node);
    const now = suffixed(cutTo(code || place.get(one)!, 60), 60, used, (each) => !taken.has(folded(each)));
    keep(one, now);
    if (code === "") added += 1;
    else repaired(notes, code.length > 60 ? "code-shortened" : "duplicate-code", one.id, code, now);
  }
  if (added > 0) repaired(notes, "code-added", wholeFile, added);
  return codes;
}

type Making = { readonly asked: Asked; readonly voice: Voice; readonly notes: Notes; readonly codes: ReadonlyMap<Placed, string>; readonly byKey: ReadonlyMap<string, Placed> };

/** From the lowest layer up, so that children are there before what they stand in. */
function nodesOf(layers: readonly Placed[][], making: Making): readonly FrameworkNode[] {
  const made = new Map<Placed, FrameworkNode>();
  let titlesOnly = 0;
  const shown = new Map<Placed, { title: Text; description: Text }>();
  for (const layer of layers) {
    for (const one of layer) {
      const words = wordsOf(one, making.voice, making.notes);
      if (!words.described) titlesOnly += 1;
      shown.set(one, words);
    }
  }
  if (titlesOnly > 0) repaired(making.notes, "description-added", wholeFile, titlesOnly);
  for (const layer of [...layers].reverse()) {
    for (const one of layer) {
      const links = linksOf(one, making);
      const children = one.children.map((child) => made.get(child)!);
      const levels = making.asked.levels.get(one.id);
      if (children.length > 0 && one.node.levels.length > 0) lost(making.notes, "levels-on-area", one.id);
      const { title, description } = shown.get(one)!;
      made.set(one, { id: one.id, code: making.codes.get(one)!, title, titleStatus: { nl: "official", en: "official" }, description, ...(children.length > 0 ? { children } : {}), ...(children.length === 0 && levels ? { levels } : {}), ...(links.length > 0 ? { links } : {}) });
    }
  }
  return layers[0]!.map((one) => made.get(one)!);
}

const longest = (text: Text | null) => Math.max(text?.nl.length ?? 0, text?.en.length ?? 0);

/** A title of one line and a description. What does not fit in the title stands in the description, whole where it can. */
function wordsOf({ id, node }: Placed, voice: Voice, notes: Notes): { title: Text; description: Text; described: boolean } {
  const description = voice.say(node.description, id);
  const said = voice.say(node.title, id);
  const title = said ? lineOf(said) : description ? inBoth(lineOf(description), (text) => cutTo(text, 200)) : { nl: cutTo(given(node), 200) || id, en: cutTo(given(node), 200) || id };
  if (longest(title) <= 200) return { title, description: fitted(description ?? title, id, notes), described: description !== null };
  repaired(notes, "title-shortened", id);
  const same = description !== null && lineOf(description).nl.startsWith(title.nl);
  return { title: inBoth(title, (text) => cutTo(text, 200)), description: fitted(joined(same ? [description] : [said, description])!, id, notes), described: true };
}

function fitted(text: Text, where: string, notes: Notes): Text {
  if (longest(text) > 1_000) lost(notes, "text-cut", where, longest(text));
  return inBoth(text, (each) => cutTo(each, 1_000));
}

function linksOf(one: Placed, { byKey, notes }: Making): NodeLink[] {
  const found = new Map<string, NodeLink>();
  for (const link of one.links) {
    const target = targetOf(link, byKey);
    const title = link.title === undefined ? "" : cutTo(link.title.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim(), 200);
    if (target === null) lost(notes, "link-dropped", one.id, link.address ?? link.key ?? "");
    else found.set(`${link.relation} ${target}`, { relation: link.relation, target, ...(title !== "" && title !== target ? { title } : {}) });
  }
  if (found.size > 100) lost(notes, "links-too-many", one.id, found.size);
  return [...found.values()].slice(0, 100);
}

/** An address or a code as the schema takes it; null when it is of a kind that is not kept. */
function targetOf({ key, address }: LooseLink, byKey: ReadonlyMap<string, Placed>): string | null {
  const inside = byKey.get(key ?? address ?? "");
  if (inside) return `#${inside.id}`;
  const outside = (address ?? key ?? "").replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim();
  if (outside === "" || outside.length > 500) return null;
  return /^(https?:|urn:)\S+$|^[^:#]+$/i.test(outside) ? outside : null;
}
