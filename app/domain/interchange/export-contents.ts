import { harmless } from "#app/domain/csv.ts";
import { competencesOf, wordingFor, type Framework } from "#app/domain/framework/framework.ts";
import { levelNames, mainScale, outlineOf, spokenIn, type ExportSource } from "#app/domain/interchange/export-source.ts";

/** What a document holds that a format may have no place for. */
export type Content =
  | "level-texts" | "examples" | "next-steps" | "questions" | "variants" | "targets" | "crosswalks" | "links" | "objectives" | "progression"
  | "instruments" | "scoring" | "scale-words" | "second-language" | "licence" | "version" | "origin" | "order" | "codes" | "long-names" | "commas" | "formulas";

/** True when the first instrument has sentences of its own per level, and not only the words of its scale. */
function hasStatements(framework: Framework): boolean {
  const { instrument, scale } = mainScale(framework);
  if (!scale || instrument.form === "rate-block") return false;
  return competencesOf(framework).some(({ node }) => wordingFor(framework, instrument, node, "", "").levels.length > 0);
}

/** Readers that know no order put codes in this one. */
const natural = new Intl.Collator("en", { numeric: true });

/** Everything of that kind that this document really holds. */
export function contentsOf({ framework, profiles, crosswalks }: Pick<ExportSource, "framework" | "profiles" | "crosswalks">): ReadonlySet<Content> {
  const outline = outlineOf(framework).map(({ node }) => node);
  const worded = framework.instruments.flatMap((instrument) => competencesOf(framework).flatMap(({ node }) => wordingFor(framework, instrument, node, "", "").levels));
  const texts = outline.flatMap((node) => [node.code, node.title.nl, node.title.en, node.description.nl, node.description.en]);
  const found: Readonly<Record<Content, boolean>> = {
    "level-texts": hasStatements(framework),
    examples: worded.some(({ example }) => example !== null),
    "next-steps": worded.some(({ nextStep }) => nextStep !== null),
    questions: outline.some(({ question }) => question !== undefined),
    variants: outline.some(({ variants }) => variants !== undefined) || framework.instruments.some(({ items }) => Object.values(items ?? {}).some(({ variants }) => variants !== undefined)),
    targets: profiles.some(({ families }) => Object.values(families).some(({ targets }) => Object.keys(targets).length > 0)),
    crosswalks: crosswalks.length > 0,
    links: outline.some(({ links }) => links !== undefined),
    objectives: outline.some(({ objectives }) => objectives !== undefined),
    progression: framework.progression !== undefined,
    instruments: framework.instruments.length > 1,
    scoring: true,
    "scale-words": mainScale(framework).scale !== null,
    "second-language": framework.languages === undefined,
    licence: true,
    version: true,
    origin: true,
    order: [framework.nodes, ...outline.map(({ children = [] }) => children)].some((siblings) => siblings.some(({ code }, nth) => nth > 0 && natural.compare(siblings[nth - 1]!.code, code) > 0)),
    codes: outline.some(({ id, code }) => id !== code),
    "long-names": outline.some(({ title }) => [...title.nl].length > 100 || [...title.en].length > 100),
    commas: spokenIn(framework).some((language) => levelNames(mainScale(framework).scale?.levels ?? [], language).some((name) => name.includes(","))),
    formulas: texts.some((text) => harmless(text) !== text),
  };
  return new Set((Object.keys(found) as Content[]).filter((content) => found[content]));
}
