import { folded } from "#app/domain/framework/check-instruments.ts";
import { guessedLanguage, languageTag } from "#app/domain/interchange/language.ts";
import { accepted, joinWords, refused, type LooseFramework, type LooseLevelText, type LooseNode, type Notes, type Read, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired } from "#app/domain/interchange/notes.ts";

/** A framework as it was read from a file. */
export type Variant = { readonly file: string; readonly loose: LooseFramework };

/** Joins files that are the same framework in different languages, item by item. Files of different frameworks are refused. */
export function joinVariants([first, ...others]: readonly [Variant, ...Variant[]], notes: Notes): Read<LooseFramework> {
  if (others.length === 0) return accepted(first.loose);
  let whole = spoken(first);
  for (const variant of others) {
    const loose = spoken(variant);
    const same = sameNodes(whole, loose);
    if (same.by === "nothing") return refused(variant.file, `Dit bestand is geen vertaling van ${first.file}: te weinig onderdelen hebben dezelfde id of code. Lees de bestanden apart in.`, `This file is no translation of ${first.file}: too few items have the same id or code. Bring the files in one by one.`);
    if (same.by === "code") repaired(notes, "joined-by-code", variant.file, variant.file);
    repaired(notes, "joined", variant.file, variant.file, same.pairs.size);
    whole = joinTwo(whole, loose, { pairs: same.pairs, files: [first.file, variant.file] }, notes);
  }
  return accepted(whole);
}

/** Every text marked with its language: what the file says, else its name ("kader.en.csv"), else what it reads like. */
function spoken({ file, loose }: Variant): LooseFramework {
  const named = /[._\s-](nl|en)(?=[._\s-][^/\\]*$|$)/i.exec(file)?.[1]?.toLowerCase();
  const language = languageTag(loose.facts.language) ?? named ?? guessedLanguage(loose.nodes.map(({ title, description }) => `${title.get("") ?? ""} ${description.get("") ?? ""}`));
  const mark = (words: Words): Words => (words.has("") ? joinWords(new Map([...words].filter(([tag]) => tag !== "")), new Map([[language, words.get("")!]])) : words);
  const levels = (texts: readonly LooseLevelText[]) => texts.map(({ step, statement, example, nextStep }) => ({ step, statement: mark(statement), ...(example ? { example: mark(example) } : {}), ...(nextStep ? { nextStep: mark(nextStep) } : {}) }));
  return {
    ...loose,
    facts: { ...loose.facts, language },
    title: mark(loose.title),
    description: mark(loose.description),
    nodes: loose.nodes.map((node) => ({ ...node, title: mark(node.title), description: mark(node.description), levels: levels(node.levels) })),
    scale: loose.scale?.map((step) => ({ ...step, title: mark(step.title), description: mark(step.description) })) ?? null,
    answers: loose.answers?.map(mark) ?? null,
  };
}

type Same = { readonly by: "id" | "code" | "nothing"; readonly pairs: ReadonlyMap<LooseNode, LooseNode> };

/** Which node of the other file is which of ours: by key, by a translation that one of them names, else by code. */
function sameNodes(whole: LooseFramework, other: LooseFramework): Same {
  const smaller = Math.min(whole.nodes.length, other.nodes.length);
  const paired = (names: (node: LooseNode) => readonly string[]) => {
    const index = new Map<string, LooseNode>();
    for (const node of whole.nodes) for (const name of names(node)) if (!index.has(name)) index.set(name, node);
    const pairs = new Map<LooseNode, LooseNode>();
    const used = new Set<LooseNode>();
    for (const node of other.nodes) {
      const ours = names(node).map((name) => index.get(name)).find((found) => found && !used.has(found));
      if (!ours) continue;
      pairs.set(node, ours);
      used.add(ours);
    }
    return pairs;
  };
  const byId = paired(({ key, id, aliases }) => [key, ...(id === "" ? [] : [`id ${folded(id)}`]), ...aliases]);
  if (byId.size * 3 >= smaller) return { by: "id", pairs: byId };
  const byCode = paired(({ code }) => (code === "" ? [] : [folded(code)]));
  return byCode.size * 2 >= smaller ? { by: "code", pairs: byCode } : { by: "nothing", pairs: new Map() };
}

function joinTwo(whole: LooseFramework, other: LooseFramework, { pairs, files }: { pairs: Same["pairs"]; files: readonly [string, string] }, notes: Notes): LooseFramework {
  const theirs = new Map([...pairs].map(([their, our]) => [our, their]));
  const keys = new Map([...pairs].map(([their, our]) => [their.key, our.key]));
  const ours = new Set(whole.nodes.map(({ key }) => key));
  let again = 0;
  const both = (one: Words, two: Words): Words => {
    if ([...two].some(([tag, text]) => one.has(tag) && one.get(tag) !== text)) again += 1;
    return joinWords(one, two);
  };
  const nodes = whole.nodes.map((node): LooseNode => {
    const their = theirs.get(node);
    if (!their) {
      repaired(notes, "only-in-one", node.id || node.key, files[0]);
      return node;
    }
    return { ...node, title: both(node.title, their.title), description: both(node.description, their.description), levels: levelsOf(node.levels, their.levels), links: [...node.links, ...their.links.filter(({ address }) => address !== undefined)] };
  });
  for (const node of other.nodes) {
    if (pairs.has(node)) continue;
    const key = ours.has(node.key) ? `${files[1]} ${node.key}` : node.key;
    repaired(notes, "only-in-one", node.id || node.key, files[1]);
    nodes.push({ ...node, key, parent: node.parent === null ? null : (keys.get(node.parent) ?? node.parent) });
  }
  if (again > 0) lost(notes, "second-text", files[1]);
  const { facts } = whole;
  return {
    ...whole,
    title: joinWords(whole.title, other.title),
    description: joinWords(whole.description, other.description),
    facts: { ...facts, version: facts.version ?? other.facts.version, publisher: facts.publisher ?? other.facts.publisher, licence: facts.licence ?? other.facts.licence, address: facts.address ?? other.facts.address, year: facts.year ?? other.facts.year },
    nodes,
    scale: whole.scale?.map((step, nth) => (other.scale?.length === whole.scale!.length ? { ...step, title: joinWords(step.title, other.scale[nth]!.title), description: joinWords(step.description, other.scale[nth]!.description) } : step)) ?? other.scale,
    answers: whole.answers?.map((words, nth) => joinWords(words, other.answers?.[nth] ?? new Map())) ?? other.answers,
    layers: whole.layers.length > 0 ? whole.layers : other.layers,
    markdown: whole.markdown || other.markdown,
  };
}

function levelsOf(one: readonly LooseLevelText[], two: readonly LooseLevelText[]): readonly LooseLevelText[] {
  const joinedTexts = one.map((text): LooseLevelText => {
    const same = two.find(({ step }) => step === text.step);
    if (!same) return text;
    const [example, nextStep] = [joinWords(text.example ?? new Map(), same.example ?? new Map()), joinWords(text.nextStep ?? new Map(), same.nextStep ?? new Map())];
    return { step: text.step, statement: joinWords(text.statement, same.statement), ...(example.size > 0 ? { example } : {}), ...(nextStep.size > 0 ? { nextStep } : {}) };
  });
  return [...joinedTexts, ...two.filter(({ step }) => !one.some((text) => text.step === step))];
}
