import type { Crosswalk } from "#app/domain/framework/crosswalk.ts";
import { answerScale, type Framework, type FrameworkNode, type Instrument, type Level, type Scale } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { levelName } from "#app/domain/framework/framework.ts";
import { languages, type Language } from "#app/domain/text.ts";

/** Turns a name into a UUID (version 5): the same name always the same one. */
export type Mint = (name: string) => string;

/** A framework with all that an exporter may say about it. */
export type ExportSource = {
  readonly framework: Framework;
  /** Everything in the library, to name the other ends of links and the version before. */
  readonly library: readonly Framework[];
  /** The newest profile of each instrument. */
  readonly profiles: readonly Profile[];
  /** The crosswalks in which this version was looked at. */
  readonly crosswalks: readonly Crosswalk[];
  /** The board whose own document it is; null for what ships with the product. Two boards may use the same slug. */
  readonly board: string | null;
  /** Where the public addresses of this installation begin ("https://kader.example.nl"); null where that is not known. */
  readonly base: string | null;
  readonly mint: Mint;
};

/** A node with its place: depth from 0, its parent, and its number among its siblings from 1. */
export type Outlined = { readonly node: FrameworkNode; readonly depth: number; readonly parent: FrameworkNode | null; readonly place: number; readonly area: FrameworkNode };

/** Every node from top to bottom, parents before their children. Walks without recursion. */
export function outlineOf({ nodes }: Pick<Framework, "nodes">): Outlined[] {
  const found: Outlined[] = [];
  const open: Outlined[] = nodes.map((node, nth) => ({ node, depth: 0, parent: null, place: nth + 1, area: node })).reverse();
  while (open.length > 0) {
    const one = open.pop()!;
    found.push(one);
    const children = (one.node.children ?? []).map((node, nth) => ({ node, depth: one.depth + 1, parent: one.node, place: nth + 1, area: one.area }));
    open.push(...children.reverse());
  }
  return found;
}

/** True for a node with nothing under it. */
export function isLeaf({ children }: FrameworkNode): boolean {
  return (children ?? []).length === 0;
}

/** The languages the document is written in, the first one leading. */
export function spokenIn(framework: Pick<Framework, "languages">): readonly Language[] {
  return framework.languages ?? languages;
}

/** The language asked for where the document has it, else the one it has. */
export function languageFor(framework: Pick<Framework, "languages">, asked: Language): Language {
  const spoken = spokenIn(framework);
  return spoken.includes(asked) ? asked : spoken[0]!;
}

/** The steps that a format with one scale shows: those of the first instrument. */
export function mainScale(framework: Framework): { instrument: Instrument; scale: Scale | null } {
  const instrument = framework.instruments[0]!;
  return { instrument, scale: answerScale(framework, instrument) };
}

/** Level names as a table shows them; the same name twice would be one column. */
export function levelNames(levels: readonly Level[], language: Language): string[] {
  const seen = new Map<string, number>();
  return levels.map((level) => {
    const name = onOneLine(levelName(level, language));
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${level.code})`;
  });
}

/** A text without line breaks or runs of blanks. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** At most so many characters, never half a one (as PHP counts them: whole characters). */
export function cutAt(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most).join("").trimEnd();
}
